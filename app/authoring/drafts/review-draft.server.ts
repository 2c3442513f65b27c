/** A draft before the editorial board: who is asked, what they say of passages, and whether they approve. */
import { DomainError } from "#app/domain/errors";
import { type Actor, can } from "#app/domain/permissions";
import { notify } from "#app/ledger/notify";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import type { Reader } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import {
  findPeopleByEmail,
  findReviews,
  findTrainersOf,
  putReview,
  updateReview,
  wasAsked,
} from "#db/queries/draft-reviews";
import { findDraftWriters } from "#db/queries/drafts";
import { worksHere } from "#db/queries/people";
import { findSetting, putSetting } from "#db/queries/settings";
import type { Row } from "#db/schema";
import { companyDay } from "../company-day.server";
import { draftDigest } from "./draft-digest.server";
import { type DraftState, openModule, readDraftState } from "./draft-state.server";
import { mustNotBePublishing } from "./write-draft.server";

type Needed = Pick<Deps, "db" | "clock">;

const approvalsSetting = "approvals-needed";
/** Most that a company may ask for. */
export const approvalsAtMost = 9;
/** Longest text of what a reviewer says. */
export const longestRemark = 2_000;

/** How many approvals a draft needs before it may be published; one where nobody has chosen. */
export async function approvalsNeeded(db: Reader): Promise<number> {
  const row = await findSetting(db, approvalsSetting);
  return row ? (JSON.parse(row.value) as number) : 1;
}

/** Whether somebody may choose how many approvals are needed: whoever authors every course. */
export function mayChooseApprovals(actor: Actor): boolean {
  return actor.grants.some((grant) => grant.role === "trainer" && grant.courseId === null);
}

/** @throws DomainError forbidden, invalid */
export async function chooseApprovals(deps: Needed, actor: Actor, needed: number): Promise<void> {
  if (!mayChooseApprovals(actor)) throw new DomainError("forbidden", "Approvals are for trainers of every course");
  if (!Number.isInteger(needed) || needed < 0 || needed > approvalsAtMost) {
    throw new DomainError("invalid", `Approvals are 0 to ${approvalsAtMost}`);
  }
  const at = instantText(deps.clock.now());
  await deps.db.write.transaction().execute(async (tx) => {
    const row = { name: approvalsSetting, value: JSON.stringify(needed), changed_at: at, changed_by: actor.personId };
    await putSetting(tx, row);
  });
}

/** The addresses of a course's reviewers, in lower case. */
export function reviewersOf(course: Pick<Row<"course">, "reviewers">): string[] {
  return (JSON.parse(course.reviewers) as string[]).map((email) => email.toLowerCase());
}

/** Somebody who can be asked. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
}

/** Who can be asked about a draft: the course's reviewers and trainers who work here, without the actor. */
export async function findCandidates(
  db: Reader,
  state: DraftState,
  actor: Actor,
  now: Date,
): Promise<{ readonly board: readonly Candidate[]; readonly trainers: readonly Candidate[] }> {
  const day = await companyDay(db, now);
  const emails = reviewersOf(state.course);
  const present = async (people: readonly { id: string; given_name: string; family_name: string }[]) => {
    const found: Candidate[] = [];
    for (const person of people) {
      if (person.id === actor.personId || !(await worksHere(db, person.id, day))) continue;
      found.push({ id: person.id, name: `${person.given_name} ${person.family_name}` });
    }
    return found;
  };
  const board = await present(await findPeopleByEmail(db, emails));
  const trainers = await present(await findTrainersOf(db, state.course.id, day));
  return { board, trainers: trainers.filter(({ id }) => !board.some((other) => other.id === id)) };
}

/**
 * Asks people to review a draft as it is now; they are told. Whoever has approved it as it is now has answered.
 *
 * @returns how many are asked
 * @throws DomainError forbidden, not-found; invalid for somebody who cannot be asked
 */
export async function askReviewers(
  deps: Needed,
  actor: Actor,
  moduleId: string,
  people: readonly string[],
): Promise<number> {
  const state = await openModule(deps.db.read, actor, moduleId);
  const now = deps.clock.now();
  const { board, trainers } = await findCandidates(deps.db.read, state, actor, now);
  const known = new Set([...board, ...trainers].map(({ id }) => id));
  if (people.length === 0 || people.some((id) => !known.has(id))) {
    throw new DomainError("invalid", "Only the course's reviewers and trainers can be asked");
  }
  const at = instantText(now);
  return await deps.db.write.transaction().execute(async (tx) => {
    const present = await readDraftState(tx, moduleId);
    const { draft } = present;
    if (!draft) throw new DomainError("not-found", `Nothing of ${moduleId} is being changed`);
    mustNotBePublishing(draft);
    const digest = draftDigest(present);
    const approved = (await findReviews(tx, draft.id)).filter(
      ({ verdict, content_hash }) => verdict === "approved" && content_hash === digest,
    );
    const asked = [...new Set(people)].filter((id) => !approved.some(({ reviewer_id }) => reviewer_id === id));
    for (const reviewer of asked) {
      await putReview(tx, {
        id: newId(now),
        draft_id: draft.id,
        reviewer_id: reviewer,
        asked_at: at,
        asked_by: actor.personId,
        verdict: null,
        verdict_at: null,
        content_hash: null,
        said: null,
      });
    }
    await notify(
      tx,
      now,
      asked.map((personId) => ({
        personId,
        kind: "review-asked" as const,
        key: `${draft.id} ${at}`,
        detail: { moduleId },
        path: `/studio/${moduleId}/review`,
      })),
    );
    return asked.length;
  });
}

/** A draft for somebody who reviews or writes it. */
export interface Reviewing {
  readonly state: DraftState;
  readonly mayWrite: boolean;
  /** Whether the actor is asked. */
  readonly isAsked: boolean;
}

/**
 * @throws DomainError not-found where nothing is being changed; forbidden for whoever neither writes it nor is asked
 */
export async function openReview(db: Reader, actor: Actor, moduleId: string): Promise<Reviewing> {
  const state = await readDraftState(db, moduleId);
  const mayWrite = can(actor, "author-module", { kind: "module", courseId: state.course.id });
  const reviews = state.draft ? await findReviews(db, state.draft.id) : [];
  const isAsked = reviews.some((review) => review.reviewer_id === actor.personId);
  // Who was asked may come back when the draft has ended: there is nothing to read any more, and that is said.
  const mayLook = isAsked || (state.draft === null && (await wasAsked(db, moduleId, actor.personId)));
  if (!mayWrite && !mayLook) throw new DomainError("forbidden", `${actor.personId} is not asked about ${moduleId}`);
  return { state, mayWrite, isAsked };
}

/**
 * Says whether a draft is approved as it is now. Who asked is told.
 *
 * @throws DomainError forbidden for whoever is not asked; invalid where changes are asked for and nothing is said;
 * conflict where the draft has changed since it was seen (`digest`)
 */
export async function giveVerdict(
  deps: Needed,
  actor: Actor,
  wanted: {
    readonly moduleId: string;
    readonly verdict: "approved" | "changes";
    readonly said: string;
    /** `draftDigest` of what the reviewer saw. */
    readonly digest: string;
  },
): Promise<void> {
  const { state, isAsked } = await openReview(deps.db.read, actor, wanted.moduleId);
  if (!isAsked || !state.draft) throw new DomainError("forbidden", `${actor.personId} is not asked`);
  const said = wanted.said.trim().slice(0, longestRemark);
  if (wanted.verdict === "changes" && said === "") throw new DomainError("invalid", "What is to be changed?");
  const now = deps.clock.now();
  const at = instantText(now);
  const draftId = state.draft.id;
  await deps.db.write.transaction().execute(async (tx) => {
    const present = await readDraftState(tx, wanted.moduleId);
    if (present.draft?.id !== draftId || draftDigest(present) !== wanted.digest) {
      throw new DomainError("conflict", "The draft has changed since it was read");
    }
    mustNotBePublishing(present.draft);
    const review = (await findReviews(tx, draftId)).find((row) => row.reviewer_id === actor.personId);
    if (!review) throw new DomainError("forbidden", `${actor.personId} is not asked`);
    await updateReview(tx, review.id, {
      verdict: wanted.verdict,
      verdict_at: at,
      content_hash: wanted.digest,
      said: said === "" ? null : said,
    });
    await insertAuditEvent(tx, {
      at,
      actorId: actor.personId,
      action: "reviewed-draft",
      subjectId: wanted.moduleId,
      detail: { verdict: wanted.verdict },
    });
    // An approval that does not count is no news: its giver is told on the page.
    const counts = wanted.verdict === "changes" || !(await findDraftWriters(tx, draftId)).includes(actor.personId);
    if (review.asked_by && counts) {
      await notify(tx, now, [
        {
          personId: review.asked_by,
          kind: wanted.verdict === "approved" ? "review-approved" : "review-changes",
          key: `${review.id} ${at}`,
          detail: { moduleId: wanted.moduleId },
          path: `/studio/${wanted.moduleId}/review`,
        },
      ]);
    }
  });
}

/** Where a review stands. Only `approved` counts: of the draft as it is now, and not of whoever wrote in it. */
export type ReviewState = "asked" | "approved" | "changes" | "outdated" | "own";

export interface StandingReview {
  readonly review: Awaited<ReturnType<typeof findReviews>>[number];
  readonly state: ReviewState;
}

/** Everybody who is asked about a draft, with where their review stands. */
export async function reviewsOf(db: Reader, state: DraftState): Promise<StandingReview[]> {
  if (!state.draft) return [];
  const digest = draftDigest(state);
  const writers = new Set(await findDraftWriters(db, state.draft.id));
  const stateOf = (review: StandingReview["review"]): ReviewState => {
    if (review.verdict === null) return "asked";
    if (review.verdict === "changes") return "changes";
    if (review.content_hash !== digest) return "outdated";
    return writers.has(review.reviewer_id) ? "own" : "approved";
  };
  return (await findReviews(db, state.draft.id)).map((review) => ({ review, state: stateOf(review) }));
}
