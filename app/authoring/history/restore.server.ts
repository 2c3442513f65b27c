/** Fetches an earlier text back: always as something new in the draft, so that nothing that was said is lost. */
import { DomainError } from "#app/domain/errors";
import { type Actor, canSomewhere, mustBeAble } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { updateCourse } from "#db/queries/courses";
import { findDraft, findOpenDraft, findVersion, updateDraft } from "#db/queries/drafts";
import { findRevisions } from "#db/queries/modules";
import { openModule, textsOf } from "../drafts/draft-state.server";
import { changeFiles } from "../drafts/write-draft.server";

type Needed = Pick<Deps, "db" | "clock">;

/**
 * Puts the texts of an earlier revision into the draft; files that it did not have are taken out of it.
 *
 * @throws DomainError forbidden, not-found; conflict while the draft is being published
 */
export async function restoreRevision(deps: Needed, actor: Actor, moduleId: string, number: number): Promise<void> {
  const db = deps.db.read;
  const state = await openModule(db, actor, moduleId);
  const revision = (await findRevisions(db, moduleId)).find((row) => row.number === number);
  if (!revision) throw new DomainError("not-found", `There is no revision ${number} of ${moduleId}`);
  const texts = await textsOf(db, revision.id);
  const change = new Map<string, string | null>();
  for (const file of state.files) if (!texts.has(file.path)) change.set(file.path, null);
  for (const [path, text] of texts) {
    if (state.files.find((file) => file.path === path)?.text !== text) change.set(path, text);
  }
  if (change.size > 0) await changeFiles(deps, actor, moduleId, change, { overwrite: true });
}

/** Puts an earlier save of a file in place of what the draft says. */
export async function restoreSave(
  deps: Needed,
  actor: Actor,
  wanted: {
    readonly moduleId: string;
    /** The draft in which it was saved, open or ended. */
    readonly draftId: string;
    readonly path: string;
    readonly number: number;
  },
): Promise<void> {
  await openModule(deps.db.read, actor, wanted.moduleId);
  const draft = await findDraft(deps.db.read, wanted.draftId);
  const isOwn = draft?.module_id === wanted.moduleId;
  const version = isOwn ? await findVersion(deps.db.read, draft.id, wanted.path, wanted.number) : undefined;
  if (!version || version.text === null) throw new DomainError("not-found", `There is no such save of ${wanted.path}`);
  await changeFiles(deps, actor, wanted.moduleId, new Map([[wanted.path, version.text]]), { overwrite: true });
}

/** Opens a draft that was given up again. Its course, if it was archived meanwhile, comes out of the archive. */
export async function restoreDraft(deps: Needed, actor: Actor, moduleId: string, draftId: string): Promise<void> {
  const known = await findDraft(deps.db.read, draftId);
  if (known?.module_id !== moduleId) {
    if (!canSomewhere(actor, "author-module")) throw new DomainError("forbidden", `${actor.personId} writes nowhere`);
    throw new DomainError("not-found", `There is no such draft of ${moduleId}`);
  }
  mustBeAble(actor, "author-module", { kind: "module", courseId: known.course_id });
  const at = instantText(deps.clock.now());
  await deps.db.write.transaction().execute(async (tx) => {
    const draft = await findDraft(tx, draftId);
    if (draft?.module_id !== moduleId || draft.state !== "discarded") {
      throw new DomainError("not-found", `There is no such draft of ${moduleId}`);
    }
    if (await findOpenDraft(tx, moduleId)) throw new DomainError("conflict", `${moduleId} is being changed`);
    await updateDraft(tx, draftId, {
      state: "open",
      ended_at: null,
      ended_by: null,
      scheduled_on: null,
      editor_id: actor.personId,
      editor_since: at,
      editor_seen_at: at,
    });
    // A module that was published stays archived by itself until somebody takes it out.
    if (draft.base_number === 0) await updateCourse(tx, draft.course_id, { archived_on: null });
  });
}
