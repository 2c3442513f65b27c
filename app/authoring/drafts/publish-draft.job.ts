/** Publishes a draft: compiles it, then stores it as a revision in one transaction. Who holds the module is refreshed by the job that follows. */
import { type Bundler, isBundleError } from "#app/lessons/bundler";
import { LessonRefused } from "#app/lessons/compile-lesson";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { enqueue, type JobHandler } from "#app/work/queue";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { nextPosition } from "#db/queries/courses";
import { findDraft, updateDraft } from "#db/queries/drafts";
import { updateModuleRevisions } from "#db/queries/modules";
import type { Row } from "#db/schema";
import { companyDay } from "../company-day.server";
import { type PreparedRevision, prepareRevision } from "../prepare-revision.server";
import { publishRevision, putModuleFields } from "../publish-revision.server";
import { checkDraft } from "./check-draft.server";
import { draftDigest } from "./draft-digest.server";
import { type DraftState, readDraftState } from "./draft-state.server";
import { errorsNow, errorsOf, noteOf, planOf, readinessOf, stop } from "./publication.server";

interface Payload {
  readonly draftId: string;
  readonly moduleId: string;
}

type Prepared =
  | { readonly kind: "ready"; readonly revision: PreparedRevision; readonly digest: string }
  | { readonly kind: "refused"; readonly errors: number };

async function store(tx: Writer, state: DraftState, draft: Row<"draft">, prepared: PreparedRevision, at: Date) {
  const plan = planOf(draft);
  const note = noteOf(state, draft);
  const change = plan.change ?? "major";
  const on = await companyDay(tx, at);
  const recording = { at, by: draft.publishing_by };
  const number = draft.base_number + 1;
  const revisions = [...state.fields.revisions, { number, on, change, within: plan.within, note }];
  if (!state.module) {
    const position = await nextPosition(tx, state.course.id);
    const module = { ...state.fields, revisions, id: state.moduleId, courseId: state.course.id };
    const { required } = await putModuleFields(tx, recording, module, position, on);
    if (required) await enqueue(tx, at, { key: `assign ${state.moduleId}`, name: "assign-everyone", payload: {} });
  } else await updateModuleRevisions(tx, state.moduleId, JSON.stringify(revisions));
  await publishRevision(tx, recording, prepared, { number, change, within: plan.within, note, on });
  await updateDraft(tx, draft.id, {
    state: "published",
    published_number: number,
    ended_at: instantText(at),
    ended_by: draft.publishing_by,
  });
  await insertAuditEvent(tx, {
    at: instantText(at),
    actorId: draft.publishing_by,
    action: "published-revision",
    subjectId: state.moduleId,
    detail: { revision: number, change },
  });
  if (state.module) {
    await enqueue(tx, at, {
      key: `refresh ${state.moduleId} ${number} ${instantText(at)}`,
      name: "refresh-module",
      payload: { moduleId: state.moduleId },
    });
  }
}

/** The job of a publication. It ends in a revision, or in the draft with the reasons why there is none. */
export function publishDraft(deps: Pick<Deps, "db">, bundler: Bundler): JobHandler {
  return {
    name: "publish-draft",
    async prepare({ payload }): Promise<Prepared | null> {
      const { draftId, moduleId } = payload as Payload;
      const draft = await findDraft(deps.db.read, draftId);
      if (draft?.state !== "open") return null;
      const state = await readDraftState(deps.db.read, moduleId);
      const checked = await checkDraft(deps.db.read, state, { whole: true });
      const errors = errorsOf(checked);
      if (errors > 0) return { kind: "refused", errors };
      try {
        const revision = await prepareRevision(checked, bundler);
        return { kind: "ready", revision, digest: draftDigest(state) };
      } catch (error) {
        if (error instanceof LessonRefused) return { kind: "refused", errors: error.problems.length };
        if (isBundleError(error) && error.code !== "closed") return { kind: "refused", errors: 1 };
        throw error;
      }
    },
    async step(tx, { payload, at, prepared }) {
      const { draftId, moduleId } = payload as Payload;
      const given = prepared as Prepared | null;
      const draft = await findDraft(tx, draftId);
      // Published by a run whose end was not noted, or given up.
      if (draft?.state !== "open" || given === null) return { done: 1, total: 1, cursor: null };
      if (given.kind === "refused") {
        await stop(tx, draft, [{ kind: "errors", n: given.errors }], at);
        return { done: 1, total: 1, cursor: null };
      }
      const state = await readDraftState(tx, moduleId);
      const errors = await errorsNow(tx, state, { digest: given.digest, errors: 0 });
      const { hindrances } = await readinessOf(tx, state, errors);
      const missing = hindrances.filter(({ kind }) => kind !== "publishing");
      if (missing.length > 0 || draftDigest(state) !== given.digest) await stop(tx, draft, missing, at);
      else await store(tx, state, draft, given.revision, at);
      return { done: 1, total: 1, cursor: null };
    },
  };
}
