import { DomainError } from "#app/domain/errors";
import { canSomewhere } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findReviewsOf } from "#db/queries/draft-reviews";
import { findDiscardedModules } from "#db/queries/drafts";
import type { SignedIn } from "#db/queries/people";
import { type Fields, readDraftState } from "../drafts/draft-state.server";
import { approvalsNeeded, mayChooseApprovals } from "../drafts/review-draft.server";
import type { TreeCourse } from "./editor-view";
import { findOwnCourses, readTree } from "./read-tree.server";

/** The studio's first page. */
export interface StudioView {
  readonly mayWrite: boolean;
  readonly courses: readonly TreeCourse[];
  readonly asked: readonly { readonly moduleId: string; readonly title: string; readonly isGiven: boolean }[];
  /** Modules that were never published and were given up; `draft` fetches one back. */
  readonly discarded: readonly { readonly moduleId: string; readonly draftId: string; readonly title: string }[];
  /** How many approvals are needed; null for whoever does not choose it. */
  readonly approvals: number | null;
}

/** @throws DomainError forbidden for whoever neither writes nor is asked about anything */
export async function readStudio(deps: Pick<Deps, "db">, reader: SignedIn, language: Language): Promise<StudioView> {
  const db = deps.db.read;
  const mayWrite = canSomewhere(reader, "author-module");
  const reviews = await findReviewsOf(db, reader.personId);
  if (!mayWrite && reviews.length === 0) throw new DomainError("forbidden", `${reader.personId} has no studio`);
  const asked: StudioView["asked"][number][] = [];
  for (const review of reviews) {
    const { fields } = await readDraftState(db, review.module_id);
    const title = inLanguage(fields.title, language);
    asked.push({ moduleId: review.module_id, title, isGiven: review.verdict !== null });
  }
  return {
    mayWrite,
    discarded: mayWrite ? await discardedOf(db, reader, language) : [],
    courses: mayWrite ? await readTree(db, reader, language) : [],
    asked,
    approvals: mayChooseApprovals(reader) ? await approvalsNeeded(db) : null,
  };
}

async function discardedOf(db: Reader, reader: SignedIn, language: Language): Promise<StudioView["discarded"]> {
  const courses = await findOwnCourses(db, reader);
  const drafts = await findDiscardedModules(
    db,
    courses.map(({ id }) => id),
  );
  return drafts.map((draft) => ({
    moduleId: draft.module_id,
    draftId: draft.id,
    title: inLanguage((JSON.parse(draft.fields ?? "{}") as Fields).title, language),
  }));
}
