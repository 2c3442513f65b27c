/** Takes the forms of a review. */
import { data, redirect } from "@remix-run/node";
import { DomainError, isDomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import { typedText } from "#app/domain/typed";
import type { Deps } from "#app/platform/deps";
import { commentPassage, settleComment } from "../drafts/comment-passage.server";
import { askReviewers, giveVerdict, openReview } from "../drafts/review-draft.server";
import { textOf } from "../studio/answer-fields.server";
import { partPath } from "../studio/studio-paths";

/** What was not taken, with what was typed. */
export interface NotTaken {
  readonly intent: "ask" | "verdict" | "remark";
  readonly problem: "none-chosen" | "said-missing" | "changed-since" | "remark-missing";
  readonly typed: string;
  /** Of a remark: the file and the line. */
  readonly file: string;
  readonly line: number;
}

const problems = {
  ask: { invalid: "none-chosen", conflict: "changed-since" },
  verdict: { invalid: "said-missing", conflict: "changed-since" },
  remark: { invalid: "remark-missing", conflict: "changed-since" },
} as const;

export async function takeReviewForm(deps: Pick<Deps, "db" | "clock">, actor: Actor, moduleId: string, form: FormData) {
  const path = partPath(moduleId, "review");
  const [intent = "", which = ""] = textOf(form, "intent").split(" ");
  const line = Number(textOf(form, "line")) || 0;
  const file = textOf(form, "path");
  const people = form.getAll("reviewer").map(String);
  try {
    switch (intent) {
      case "ask":
        throw redirect(
          `${path}?done=${(await askReviewers(deps, actor, moduleId, people)) > 0 ? "asked" : "approved"}`,
        );
      case "verdict": {
        const verdict = which === "approved" ? "approved" : "changes";
        await giveVerdict(deps, actor, {
          moduleId,
          verdict,
          said: typedText(textOf(form, "said")),
          digest: textOf(form, "digest"),
        });
        throw redirect(`${path}?done=given`);
      }
      case "remark": {
        const wanted = {
          moduleId,
          path: file,
          line,
          quote: textOf(form, "quote"),
          text: typedText(textOf(form, "text")),
        };
        await commentPassage(deps, actor, wanted);
        throw redirect(`${path}?${new URLSearchParams({ file })}#remarks`);
      }
      case "settle":
      case "unsettle":
        await settleComment(deps, actor, { moduleId, commentId: which, settled: intent === "settle" });
        throw redirect(`${path}#remarks`);
    }
  } catch (error) {
    const known = intent === "ask" || intent === "verdict" || intent === "remark" ? problems[intent] : null;
    if (!known || !isDomainError(error) || (error.code !== "invalid" && error.code !== "conflict")) throw error;
    const typed = textOf(form, intent === "remark" ? "text" : "said");
    const notTaken: NotTaken = { intent: intent as NotTaken["intent"], problem: known[error.code], typed, file, line };
    return data(notTaken, { status: 422 });
  }
  await openReview(deps.db.read, actor, moduleId);
  throw new DomainError("invalid", "Nothing that can be done was sent");
}
