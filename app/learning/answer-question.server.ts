import { DomainError } from "#app/domain/errors";
import { gradeAnswer, isResponseTo } from "#app/domain/grading";
import { type AnswerProblem, readResponse } from "#app/lessons/read-response";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { findAnswers, insertAnswer } from "#db/queries/attempts";
import { type AttemptKind, begin, type Learner, presentAttempt } from "./attempt.server";
import { allKeys, readModuleContent } from "./content.server";
import { responseText } from "./response-text";

export type AnswerResult =
  /** Kept, or answered before: the first answer stands. */
  | { readonly kind: "kept"; readonly right: boolean; readonly questionId: string; readonly slot: string }
  /** The form holds no answer. */
  | { readonly kind: "problem"; readonly problem: AnswerProblem; readonly questionId: string };

/**
 * Keeps the answer to one question. In a module a question locks with its first answer; in a refresher a wrong one comes
 * back until it is right, and the first answer is the one that counts.
 *
 * @throws DomainError conflict when the attempt is over (finished in another tab, or the module was changed), not-found
 *   for a question that this attempt does not ask
 */
export async function answerQuestion(
  deps: Deps,
  learner: Learner,
  input: { readonly moduleId: string; readonly kind: AttemptKind; readonly form: FormData },
): Promise<AnswerResult> {
  const content = await readModuleContent(deps, input.moduleId);
  const questionId = String(input.form.get("check") ?? input.form.get("question") ?? "");
  return await deps.db.write.transaction().execute(async (tx) => {
    const attempt = await presentAttempt(tx, learner, content, input.kind);
    if (input.form.get("attempt") !== attempt.id) {
      throw new DomainError("conflict", "The attempt that was answered is over");
    }
    const key = allKeys(content, learner.language).get(questionId);
    const asked = attempt.asked.find(({ id }) => id === questionId);
    if (!key || !asked) {
      throw new DomainError("not-found", `This attempt does not ask ${questionId}`);
    }
    const response = readResponse(input.form, key);
    if (typeof response === "string") return { kind: "problem", problem: response, questionId };
    if (!isResponseTo(key, response)) return { kind: "problem", problem: "not-an-answer", questionId };
    await begin(tx, deps, learner, content, attempt);
    const earlier = (await findAnswers(tx, attempt.id)).filter((answer) => answer.check_id === questionId);
    const last = earlier.at(-1);
    const locked = last !== undefined && (input.kind === "module" || last.correct === 1);
    if (locked) return { kind: "kept", right: last.correct === 1, questionId, slot: asked.slot };
    const { right } = gradeAnswer(key, response);
    await insertAnswer(tx, {
      attempt_id: attempt.id,
      check_id: questionId,
      ordinal: earlier.length + 1,
      response: responseText(key, response),
      correct: right ? 1 : 0,
      statement: null,
      answered_at: instantText(deps.clock.now()),
    });
    return { kind: "kept", right, questionId, slot: asked.slot };
  });
}

/** Names a confirmation among the answers of an attempt; no question has a colon in its id. */
export function confirmationId(id: string): string {
  return `confirm:${id}`;
}

/**
 * Keeps that somebody has confirmed a statement, with its words.
 *
 * @throws DomainError conflict when the attempt is over, not-found for a statement that the module does not have
 */
export async function confirmStatement(
  deps: Deps,
  learner: Learner,
  input: { readonly moduleId: string; readonly attemptId: string; readonly id: string },
): Promise<void> {
  const content = await readModuleContent(deps, input.moduleId);
  const statement = content.lessons
    .flatMap((lesson) => [...lesson.files.values()].filter((file) => file.language === learner.language))
    .flatMap((file) => file.confirmations)
    .find((confirmation) => confirmation.id === input.id);
  const fallback = content.lessons
    .flatMap((lesson) => [...lesson.files.values()])
    .flatMap((file) => file.confirmations)
    .find((confirmation) => confirmation.id === input.id);
  const found = statement ?? fallback;
  if (!found) throw new DomainError("not-found", `There is no statement ${input.id} in ${input.moduleId}`);
  await deps.db.write.transaction().execute(async (tx) => {
    const attempt = await presentAttempt(tx, learner, content, "module");
    if (input.attemptId !== attempt.id) throw new DomainError("conflict", "The attempt that was answered is over");
    await begin(tx, deps, learner, content, attempt);
    await insertAnswer(tx, {
      attempt_id: attempt.id,
      check_id: confirmationId(input.id),
      ordinal: 1,
      response: "{}",
      correct: 1,
      statement: found.text,
      answered_at: instantText(deps.clock.now()),
    });
  });
}
