import { DomainError } from "#app/domain/errors";
import { passes, score } from "#app/domain/grading";
import { record } from "#app/ledger/record";
import { isMeant } from "#app/lessons/passage-audience";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { Writer } from "#db/connect";
import { findAnswers, findAttempt, finishAttempt } from "#db/queries/attempts";
import { zoneOf } from "#db/queries/people";
import { confirmationId } from "./answer-question.server";
import { type Attempt, type AttemptKind, begin, type Learner, presentAttempt } from "./attempt.server";
import { fileIn, type ModuleContent, readModuleContent } from "./content.server";

export type CompletionResult =
  | { readonly kind: "completed" }
  /** Below the pass mark; a new attempt begins. */
  | { readonly kind: "failed" }
  /** Something is still open: that many questions and statements. */
  | { readonly kind: "open"; readonly questions: number; readonly confirmations: number };

/** Statements that somebody in these departments is asked to confirm, by lesson. */
export function statementsFor(content: ModuleContent, learner: Learner): { lesson: string; id: string }[] {
  return content.lessons.flatMap((lesson) =>
    fileIn(lesson, learner.language)
      .confirmations.filter((confirmation) => isMeant(confirmation.audience, learner.departments))
      .map(({ id }) => ({ lesson: lesson.name, id })),
  );
}

/** Whether each question's first answer was right, by id. */
export function firstAnswers(attempt: Pick<Attempt, "answers">): Map<string, boolean> {
  const first = new Map<string, boolean>();
  for (const answer of attempt.answers) if (answer.ordinal === 1) first.set(answer.check_id, answer.correct === 1);
  return first;
}

/**
 * Finishes an attempt in which everything is answered: graded by the first answers, and completed when they reach the
 * pass mark (a refresher has none). However often it is sent, an attempt is recorded once.
 *
 * @throws DomainError not-found for an attempt that is nobody's, or somebody else's
 */
export async function completeAttempt(
  deps: Deps,
  learner: Learner,
  input: { readonly moduleId: string; readonly kind: AttemptKind; readonly attemptId: string },
): Promise<CompletionResult> {
  const content = await readModuleContent(deps, input.moduleId);
  return await deps.db.write.transaction().execute(async (tx) => {
    const before = await findAttempt(tx, input.attemptId);
    if (before && before.person_id !== learner.personId) {
      throw new DomainError("not-found", "The attempt is somebody else's");
    }
    if (before?.finished_at) return { kind: before.passed === 1 ? "completed" : "failed" };
    const attempt = await presentAttempt(tx, learner, content, input.kind);
    if (attempt.id !== input.attemptId) throw new DomainError("conflict", "The attempt is over");
    return await finish(tx, deps, learner, content, attempt);
  });
}

async function finish(
  tx: Writer,
  deps: Deps,
  learner: Learner,
  content: ModuleContent,
  attempt: Attempt,
): Promise<CompletionResult> {
  // A module that asks nothing is completed by saying so.
  await begin(tx, deps, learner, content, attempt);
  const answers = await findAnswers(tx, attempt.id);
  const right = new Set(answers.filter((answer) => answer.correct === 1).map((answer) => answer.check_id));
  const answered = new Set(answers.map((answer) => answer.check_id));
  const settled = attempt.kind === "module" ? answered : right;
  const questions = attempt.asked.filter(({ id }) => !settled.has(id)).length;
  const confirmations =
    attempt.kind === "module"
      ? statementsFor(content, learner).filter(({ id }) => !answered.has(confirmationId(id))).length
      : 0;
  if (questions + confirmations > 0) return { kind: "open", questions, confirmations };

  const reached = score(
    firstAnswers({ answers }),
    attempt.asked.map(({ id }) => id),
  );
  const passed = passes(reached, attempt.kind === "module" ? content.passMark : null);
  const now = deps.clock.now();
  const first = await finishAttempt(tx, attempt.id, { finishedAt: instantText(now), score: reached, passed });
  if (!passed || !first) return { kind: passed ? "completed" : "failed" };
  const zone = await zoneOf(tx, learner.personId, dayIn("UTC", now));
  await record(tx, { at: now, by: learner.personId }, [
    {
      type: "completion",
      personId: learner.personId,
      moduleId: content.id,
      attemptId: attempt.id,
      kind: attempt.kind,
      revision: content.revision,
      contentHash: content.contentHash,
      language: attempt.language,
      score: reached,
      on: dayIn(zone, now),
      completedAt: now,
    },
  ]);
  return { kind: "completed" };
}
