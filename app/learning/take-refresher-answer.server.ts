import { DomainError } from "#app/domain/errors";
import type { Deps } from "#app/platform/deps";
import type { SignedIn } from "#db/queries/people";
import { type AnswerResult, answerQuestion } from "./answer-question.server";
import { completeAttempt } from "./complete-attempt.server";
import { asLearner } from "./learner.server";

/**
 * Keeps an answer in a refresher; the last right one completes it.
 *
 * @throws what `answerQuestion` throws, but a conflict: then the refresher is over
 */
export async function takeRefresherAnswer(
  deps: Deps,
  reader: SignedIn,
  post: { readonly moduleId: string; readonly language: string; readonly form: FormData },
): Promise<AnswerResult | { readonly kind: "over" }> {
  const learner = asLearner(reader, post.language);
  const { moduleId, form } = post;
  try {
    const result = await answerQuestion(deps, learner, { moduleId, kind: "refresher", form });
    if (result.kind === "kept" && result.right) {
      const attemptId = String(form.get("attempt") ?? "");
      await completeAttempt(deps, learner, { moduleId, kind: "refresher", attemptId });
    }
    return result;
  } catch (error) {
    if (error instanceof DomainError && error.code === "conflict") return { kind: "over" };
    throw error;
  }
}
