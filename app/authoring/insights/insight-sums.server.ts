/** What a batch of attempts adds to the counts of questions and of what is remembered. */
import { civilDate, daysBetween } from "#app/domain/calendar";
import { matchingChoice } from "#app/domain/grading";
import { addSums, type ItemSums, noAnswers, restsOf, sumsOfAnswer } from "#app/domain/item-analysis";
import { mistakesIn, mistakeText, type PlacedResponse } from "#app/domain/mistakes";
import { retentionSpan } from "#app/domain/retention";
import type { QuestionKey } from "#app/lessons/question";
import type { FinishedAttempt, findFirstAnswers } from "#db/queries/insight-counts";
import type { Row } from "#db/schema";
import { type BankQuestion, type QuestionBank, writtenIn } from "./question-bank.server";

type FirstAnswer = Awaited<ReturnType<typeof findFirstAnswers>>[number];

/** A response as the database keeps it. */
type Kept = { readonly unknown: true } | { readonly text: string } | { readonly places: readonly number[] };

/** Months together: see `item_count`. */
const allMonths = "";

export class InsightSums {
  readonly #items = new Map<string, { key: Pick<Row<"item_count">, ItemKey>; sums: ItemSums }>();
  readonly #wrong = new Map<string, Row<"item_wrong_count">>();
  readonly #retention = new Map<string, Row<"retention_count">>();

  /**
   * Adds an attempt.
   *
   * @param answers its first answers, by question
   * @param completedOn of a refresher, the day of the completion before; null: none is known
   */
  add(
    attempt: FinishedAttempt,
    answers: ReadonlyMap<string, FirstAnswer>,
    bank: QuestionBank,
    completedOn: string | null,
  ): void {
    const finished = attempt.finished_at ?? "";
    const asked = (JSON.parse(attempt.asked) as { readonly id: string }[]).flatMap(({ id }) => {
      const answer = answers.get(id);
      return answer ? [answer] : [];
    });
    const rests = restsOf(asked.map(({ correct }) => correct === 1));
    for (const [place, answer] of asked.entries()) {
      this.#addAnswer(attempt, answer, rests[place] ?? null, bank.get(answer.check_id), finished.slice(0, 7));
    }
    if (attempt.kind === "refresher" && completedOn !== null) {
      const days = daysBetween(civilDate(completedOn), civilDate(attempt.started_at.slice(0, 10)));
      const right = asked.filter(({ correct }) => correct === 1).length;
      this.#remember(attempt.module_id, finished.slice(0, 7), Math.max(0, days), asked.length, right);
    }
  }

  #addAnswer(
    attempt: FinishedAttempt,
    answer: FirstAnswer,
    rest: number | null,
    question: BankQuestion | undefined,
    month: string,
  ): void {
    const right = answer.correct === 1;
    const { module_id, revision } = attempt;
    const { check_id } = answer;
    for (const one of [month, allMonths]) {
      const name = [module_id, check_id, revision, one].join("\n");
      const before = this.#items.get(name)?.sums ?? noAnswers;
      const key = { module_id, check_id, revision, month: one, wording: question?.wording ?? "" };
      this.#items.set(name, { key, sums: addSums(before, sumsOfAnswer(right, rest)) });
    }
    const key = question && writtenIn(question, attempt.language)?.key;
    if (right || !key) return;
    const response = placed(key, JSON.parse(answer.response) as Kept);
    const rights = key.choices.map((choice) => choice.right);
    for (const mistake of mistakesIn(key.kind, rights, response).map(mistakeText)) {
      const name = [module_id, check_id, revision, mistake].join("\n");
      const before = this.#wrong.get(name) ?? { chosen: 0, compared: 0, rest: 0 };
      this.#wrong.set(name, {
        module_id,
        check_id,
        revision,
        mistake,
        chosen: before.chosen + 1,
        compared: before.compared + (rest === null ? 0 : 1),
        rest: before.rest + (rest ?? 0),
      });
    }
  }

  #remember(module_id: string, month: string, days: number, answers: number, right: number): void {
    if (answers === 0) return;
    const span = retentionSpan(days);
    const name = [module_id, month, span].join("\n");
    const before = this.#retention.get(name) ?? { refreshers: 0, answers: 0, right_answers: 0, days: 0 };
    this.#retention.set(name, {
      module_id,
      month,
      span,
      refreshers: before.refreshers + 1,
      answers: before.answers + answers,
      right_answers: before.right_answers + right,
      days: before.days + days * answers,
    });
  }

  /** The rows to add. */
  rows() {
    const items = [...this.#items.values()].map(({ key, sums }) => ({
      ...key,
      answers: sums.answers,
      right_answers: sums.right,
      compared: sums.compared,
      compared_right: sums.comparedRight,
      rest: sums.rest,
      rest_of_right: sums.restOfRight,
      rest_squares: sums.restSquares,
    }));
    return { items, wrong: [...this.#wrong.values()], retention: [...this.#retention.values()] };
  }
}

type ItemKey = "module_id" | "check_id" | "revision" | "month" | "wording";

function placed(key: QuestionKey, kept: Kept): PlacedResponse {
  if ("unknown" in kept) return { type: "dont-know" };
  if ("places" in kept) return { type: "choices", places: kept.places };
  const choice = matchingChoice(key, kept.text);
  return { type: "words", place: choice ? key.choices.indexOf(choice) : null };
}
