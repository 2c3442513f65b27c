import type { Bundler } from "#app/lessons/bundler";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { findComments } from "#db/queries/draft-reviews";
import { findDraftWriters } from "#db/queries/drafts";
import type { SignedIn } from "#db/queries/people";
import { changedPaths, draftDigest } from "../drafts/draft-digest.server";
import { approvalsNeeded, findCandidates, openReview } from "../drafts/review-draft.server";
import { differences } from "../history/read-comparison.server";
import { moduleHead } from "../studio/module-head.server";
import { renderDraftFile } from "../studio/preview.server";
import { reviewViews } from "../studio/read-editor.server";
import type { ReviewPageView } from "./review-view";

/**
 * A draft as those see it who review it: what has changed, how it will look, and what was said of it.
 *
 * @throws DomainError forbidden for whoever neither writes it nor is asked, not-found
 */
export async function readReview(
  deps: Pick<Deps, "db">,
  bundler: Bundler,
  reader: SignedIn,
  wanted: {
    readonly moduleId: string;
    readonly path: string | null;
    readonly language: Language;
    readonly now: Date;
  },
): Promise<ReviewPageView> {
  const db = deps.db.read;
  const { state, mayWrite, isAsked } = await openReview(db, reader, wanted.moduleId);
  const { draft } = state;
  const base = {
    module: moduleHead(state, wanted.language),
    mayWrite,
    isAsked,
    paths: state.files.map(({ path }) => path),
  };
  const needs = await approvalsNeeded(db);
  if (!draft) {
    const none = { draft: null, reviewers: [], candidates: null, remarks: [], shown: null };
    return { ...base, ...none, approvals: { has: 0, needs } };
  }
  const reviewers = await reviewViews(db, state);
  const changed = changedPaths(state);
  const open =
    state.files.find(({ path }) => path === wanted.path) ??
    state.files.find(({ path, language }) => changed.includes(path) && language === wanted.language) ??
    state.files.find(({ path }) => changed.includes(path)) ??
    state.files[0];
  const shown = open
    ? await renderDraftFile(db, bundler, state, {
        path: open.path,
        text: open.text,
        as: reader.departmentId,
        language: wanted.language,
        attempt: null,
      })
    : null;
  const writers = await findDraftWriters(db, draft.id);
  return {
    ...base,
    draft: {
      base: draft.base_number,
      digest: draftDigest(state),
      isOwn: writers.includes(reader.personId),
      files: differences(state.baseTexts, new Map(state.files.map((file) => [file.path, file.text]))),
    },
    reviewers,
    approvals: { has: reviewers.filter((review) => review.state === "approved").length, needs },
    candidates: mayWrite ? await findCandidates(db, state, reader, wanted.now) : null,
    remarks: (await findComments(db, draft.id)).map((row) => ({
      id: row.id,
      path: row.path,
      line: row.line,
      quote: row.quote,
      text: row.text,
      by: row.given_name === null ? "" : `${row.given_name} ${row.family_name}`,
      at: row.written_at,
      isSettled: row.resolved_at !== null,
    })),
    shown: open && shown ? { path: open.path, lang: shown.lang, html: shown.html } : null,
  };
}
