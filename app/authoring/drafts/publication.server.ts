/** From a draft to a revision: what has to be there first, when, and the job that does it. */
import { type CivilDate, compareDates, isCivilDate, isPeriod, type Period, parsePeriod } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import type { Change } from "#app/domain/facts";
import type { Actor } from "#app/domain/permissions";
import { notify } from "#app/ledger/notify";
import type { CheckedModule } from "#app/lessons/check-courses";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { enqueue } from "#app/work/queue";
import type { Reader, Writer } from "#db/connect";
import { findDueDrafts, findOpenDraft, updateDraft } from "#db/queries/drafts";
import type { Row } from "#db/schema";
import { companyDay } from "../company-day.server";
import { placeholdersIn } from "../templates/placeholders";
import { checkDraft, readOrganisationSource } from "./check-draft.server";
import { changedPaths, draftDigest } from "./draft-digest.server";
import { type DraftState, openModule, readDraftState } from "./draft-state.server";
import { approvalsNeeded, reviewsOf } from "./review-draft.server";
import { mustNotBePublishing } from "./write-draft.server";

type Needed = Pick<Deps, "db" | "clock" | "wake">;

/** Longest change note in one language. */
export const longestNote = 200;
/** How long people have for a major change where nothing else was chosen. */
export const usualWithin = parsePeriod("P30D");

/** What a publication is to be. */
export interface Plan {
  readonly change: Change;
  readonly within: Period;
  /** By language. */
  readonly note: Readonly<Record<string, string>>;
  /** The day on which it is published by itself; null: now. */
  readonly on: CivilDate | null;
}

/** Why a draft cannot be published as it is. */
export type Hindrance =
  | { readonly kind: "nothing-changed" }
  | { readonly kind: "errors"; readonly n: number }
  | { readonly kind: "approvals"; readonly has: number; readonly needs: number }
  | { readonly kind: "change" }
  | { readonly kind: "note"; readonly language: string }
  /** A newer revision came from files since the draft began. */
  | { readonly kind: "behind"; readonly newest: number }
  | { readonly kind: "publishing" }
  /** What a template asks to be filled in still stands there as it was. */
  | {
      readonly kind: "placeholders";
      readonly n: number;
      /** Paths of the files in which they stand. */
      readonly paths: readonly string[];
      /** Whether some stand in the module's summary, which is in its settings. */
      readonly inSettings: boolean;
    }
  | { readonly kind: "archived" };

export interface Readiness {
  readonly hindrances: readonly Hindrance[];
  readonly approvals: { readonly has: number; readonly needs: number };
}

/** What is chosen for a draft so far. */
export function planOf(draft: Row<"draft">): Omit<Plan, "change"> & { readonly change: Change | null } {
  return {
    // The first revision changes nothing that anybody knew.
    change: draft.base_number === 0 ? "major" : draft.change,
    within: draft.within !== null && isPeriod(draft.within) ? draft.within : usualWithin,
    note: JSON.parse(draft.note) as Record<string, string>,
    on: draft.scheduled_on as CivilDate | null,
  };
}

/**
 * What a revision is published with as its note, by language. The first changes nothing: where nothing was written of it,
 * what the module is about stands there.
 */
export function noteOf(state: Pick<DraftState, "fields">, draft: Row<"draft">): Readonly<Record<string, string>> {
  const written = Object.entries(planOf(draft).note).filter(([, text]) => text.trim() !== "");
  return { ...(draft.base_number === 0 ? state.fields.summary : {}), ...Object.fromEntries(written) };
}

/** How many errors a draft has. Everything in it is read for that: not to be done while others wait to write. */
export async function errorsIn(db: Reader, state: DraftState): Promise<number> {
  return errorsOf(await checkDraft(db, state));
}

/** How many errors a check has found. */
export function errorsOf({ problems }: Pick<CheckedModule, "problems">): number {
  return problems.filter(({ severity }) => severity === "error").length;
}

/**
 * Whether a draft can be published as it is, and what is missing.
 *
 * @param errors how many it has, as `errorsIn` gives it
 */
export async function readinessOf(db: Reader, state: DraftState, errors: number): Promise<Readiness> {
  const { draft } = state;
  const hindrances: Hindrance[] = [];
  const needs = await approvalsNeeded(db);
  if (!draft) return { hindrances: [{ kind: "nothing-changed" }], approvals: { has: 0, needs } };
  const has = (await reviewsOf(db, state)).filter((each) => each.state === "approved").length;
  const { languages } = await readOrganisationSource(db);
  const plan = planOf(draft);
  if (state.module?.archived_on) hindrances.push({ kind: "archived" });
  if (draft.publishing_at !== null) hindrances.push({ kind: "publishing" });
  if (changedPaths(state).length === 0 && !(await isMediaChanged(db, draft))) {
    hindrances.push({ kind: "nothing-changed" });
  }
  if (draft.base_number !== (state.newest?.number ?? 0)) {
    hindrances.push({ kind: "behind", newest: state.newest?.number ?? 0 });
  }
  if (errors > 0) hindrances.push({ kind: "errors", n: errors });
  const summary = Object.values(state.fields.summary);
  const left = placeholdersIn([...state.files.map(({ text }) => text), ...summary]);
  if (left > 0) {
    const paths = state.files.filter(({ text }) => placeholdersIn([text]) > 0).map(({ path }) => path);
    hindrances.push({ kind: "placeholders", n: left, paths, inSettings: placeholdersIn(summary) > 0 });
  }
  if (has < needs) hindrances.push({ kind: "approvals", has, needs });
  if (plan.change === null) hindrances.push({ kind: "change" });
  const [first = ""] = languages;
  if (noteOf(state, draft)[first] === undefined) hindrances.push({ kind: "note", language: first });
  return { hindrances, approvals: { has, needs } };
}

async function isMediaChanged(db: Reader, draft: Row<"draft">): Promise<boolean> {
  const row = await db.selectFrom("draft_media").select("name").where("draft_id", "=", draft.id).executeTakeFirst();
  return row !== undefined;
}

/**
 * Keeps what is chosen for a publication, as it is chosen.
 *
 * @throws DomainError forbidden, not-found; conflict while it is being published; invalid for a note that is too long
 */
export async function choosePlan(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  moduleId: string,
  plan: Partial<Plan>,
): Promise<void> {
  await openModule(deps.db.read, actor, moduleId);
  for (const text of Object.values(plan.note ?? {})) {
    if (text.length > longestNote) throw new DomainError("invalid", `A note is at most ${longestNote} characters`);
  }
  await deps.db.write.transaction().execute(async (tx) => {
    const draft = await findOpenDraft(tx, moduleId);
    if (!draft) throw new DomainError("not-found", `Nothing of ${moduleId} is being changed`);
    mustNotBePublishing(draft);
    await updateDraft(tx, draft.id, {
      ...(plan.change === undefined ? {} : { change: plan.change }),
      ...(plan.within === undefined ? {} : { within: plan.within }),
      ...(plan.note === undefined ? {} : { note: JSON.stringify(plan.note) }),
      // A day is an order only once the button was pressed for it.
      ...(plan.on === undefined ? {} : { scheduled_on: plan.on, publishing_by: null }),
    });
  });
}

/** A draft that was checked: what it said, and how many errors that had. */
export interface CheckedBefore {
  readonly digest: string;
  readonly errors: number;
}

async function checkedBefore(db: Reader, state: DraftState): Promise<CheckedBefore> {
  return { digest: draftDigest(state), errors: await errorsIn(db, state) };
}

/** How many errors a draft has within a transaction: checked again only where it says something else since. */
export async function errorsNow(tx: Reader, state: DraftState, known: CheckedBefore): Promise<number> {
  return draftDigest(state) === known.digest ? known.errors : await errorsIn(tx, state);
}

/** What became of the wish to publish. */
export type Publishing =
  | { readonly kind: "publishing" }
  | { readonly kind: "scheduled"; readonly on: CivilDate }
  | { readonly kind: "hindered"; readonly hindrances: readonly Hindrance[] };

async function begin(tx: Writer, draft: Row<"draft">, by: string | null, at: Date): Promise<void> {
  const instant = instantText(at);
  await updateDraft(tx, draft.id, { publishing_at: instant, publishing_by: by, failure: null, scheduled_on: null });
  await enqueue(tx, at, {
    key: `publish ${draft.id} ${instant}`,
    name: "publish-draft",
    payload: { draftId: draft.id, moduleId: draft.module_id },
  });
}

/**
 * Publishes a draft by a job, or on a day that is to come. Nothing happens where something is missing.
 *
 * @throws DomainError forbidden, not-found
 */
export async function publishDraftNow(deps: Needed, actor: Actor, moduleId: string): Promise<Publishing> {
  const known = await checkedBefore(deps.db.read, await openModule(deps.db.read, actor, moduleId));
  const now = deps.clock.now();
  const result = await deps.db.write.transaction().execute(async (tx): Promise<Publishing> => {
    const state = await readDraftState(tx, moduleId);
    const { hindrances } = await readinessOf(tx, state, await errorsNow(tx, state, known));
    if (hindrances.length > 0 || !state.draft) return { kind: "hindered", hindrances };
    const plan = planOf(state.draft);
    const today = await companyDay(tx, now);
    if (plan.on !== null && compareDates(plan.on, today) > 0) {
      await updateDraft(tx, state.draft.id, { publishing_by: actor.personId });
      return { kind: "scheduled", on: plan.on };
    }
    await begin(tx, state.draft, actor.personId, now);
    return { kind: "publishing" };
  });
  if (result.kind === "publishing") deps.wake();
  return result;
}

/**
 * Begins to publish the drafts whose day has come. One that cannot be published any more loses its day, and whoever
 * chose it is told.
 *
 * @returns how many were begun
 */
export async function publishDue(deps: Pick<Deps, "db">, at: Date): Promise<number> {
  const due = await findDueDrafts(deps.db.read, await companyDay(deps.db.read, at));
  let begun = 0;
  for (const { module_id: moduleId, publishing_by: by } of due) {
    // A day that was typed in and never confirmed by the button is no order.
    if (by === null) continue;
    const known = await checkedBefore(deps.db.read, await readDraftState(deps.db.read, moduleId));
    await deps.db.write.transaction().execute(async (tx) => {
      const state = await readDraftState(tx, moduleId);
      if (!state.draft) return;
      const { hindrances } = await readinessOf(tx, state, await errorsNow(tx, state, known));
      if (hindrances.length === 0) {
        await begin(tx, state.draft, by, at);
        begun += 1;
      } else await stop(tx, state.draft, hindrances, at);
    });
  }
  return begun;
}

/** Ends an attempt to publish: the draft stays, with the reasons, and whoever asked for it is told. */
export async function stop(tx: Writer, draft: Row<"draft">, hindrances: readonly Hindrance[], at: Date): Promise<void> {
  await updateDraft(tx, draft.id, {
    publishing_at: null,
    publishing_by: null,
    scheduled_on: null,
    failure: JSON.stringify({ at: instantText(at), hindrances }),
  });
  if (draft.publishing_by === null) return;
  await notify(tx, at, [
    {
      personId: draft.publishing_by,
      kind: "publication-stopped",
      key: `${draft.id} ${instantText(at)}`,
      detail: { moduleId: draft.module_id },
      path: `/studio/${draft.module_id}`,
    },
  ]);
}

/** A day as somebody typed it; null where it is none. */
export function dayFrom(text: string): CivilDate | null {
  return isCivilDate(text) ? text : null;
}
