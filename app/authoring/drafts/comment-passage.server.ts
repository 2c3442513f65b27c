/** What is said of passages of a draft. */
import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { findComment, insertComment, resolveComment } from "#db/queries/draft-reviews";
import { type DraftState, readDraftState } from "./draft-state.server";
import { longestRemark, openReview } from "./review-draft.server";

type Needed = Pick<Deps, "db" | "clock">;

const longestQuote = 500;

/** The line on which a quotation begins, from 1; of several the one nearest to `line`. Null: it does not stand there. */
function lineOf(quote: string, text: string, line: number): number | null {
  let nearest: number | null = null;
  let [from, at] = [0, 1];
  for (let place = text.indexOf(quote); place >= 0; place = text.indexOf(quote, place + 1)) {
    at += text.slice(from, place).split("\n").length - 1;
    from = place;
    if (nearest === null || Math.abs(at - line) < Math.abs(nearest - line)) nearest = at;
  }
  return nearest;
}

/** Where a quotation stands in a draft: in its text, or where something was that has been taken out. Null: nowhere. */
function placeOf(state: DraftState, path: string, quote: string, line: number): number | null {
  const text = state.files.find((file) => file.path === path)?.text ?? "";
  if (quote === "") return null;
  const found = lineOf(quote, text, line);
  if (found !== null) return found;
  const isGone = state.baseTexts.get(path)?.includes(quote) ?? false;
  return isGone ? Math.min(Math.max(line, 1), text.split("\n").length) : null;
}

/**
 * Says something of a passage, which is quoted.
 *
 * @throws DomainError forbidden, invalid for nothing said; conflict for a quotation that stands neither in the draft nor in
 * what it changes
 */
export async function commentPassage(
  deps: Needed,
  actor: Actor,
  wanted: {
    readonly moduleId: string;
    readonly path: string;
    /** About where the passage stands, from 1. */
    readonly line: number;
    readonly quote: string;
    readonly text: string;
  },
): Promise<void> {
  await openReview(deps.db.read, actor, wanted.moduleId);
  const text = wanted.text.trim().slice(0, longestRemark);
  if (text === "") throw new DomainError("invalid", "A remark says something");
  const quote = wanted.quote.replace(/\r\n?/g, "\n").slice(0, longestQuote);
  const now = deps.clock.now();
  await deps.db.write.transaction().execute(async (tx) => {
    const state = await readDraftState(tx, wanted.moduleId);
    const line = placeOf(state, wanted.path, quote, Math.trunc(wanted.line));
    if (line === null || !state.draft) throw new DomainError("conflict", "What is quoted does not stand in the draft");
    await insertComment(tx, {
      id: newId(now),
      draft_id: state.draft.id,
      path: wanted.path,
      line,
      quote,
      text,
      written_at: instantText(now),
      written_by: actor.personId,
      resolved_at: null,
      resolved_by: null,
    });
  });
}

/** Says that a remark is seen to, or that it is not after all. */
export async function settleComment(
  deps: Needed,
  actor: Actor,
  wanted: { readonly moduleId: string; readonly commentId: string; readonly settled: boolean },
): Promise<void> {
  const { state } = await openReview(deps.db.read, actor, wanted.moduleId);
  const at = instantText(deps.clock.now());
  await deps.db.write.transaction().execute(async (tx) => {
    const comment = await findComment(tx, wanted.commentId);
    if (!comment || comment.draft_id !== state.draft?.id) throw new DomainError("not-found", "There is no such remark");
    await resolveComment(tx, comment.id, wanted.settled ? at : null, wanted.settled ? actor.personId : null);
  });
}
