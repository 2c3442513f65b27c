/** How each question of some modules does, in the words that it has now. */
import { addSums, type ItemSums, itemFlags, judgeItem, noAnswers, type WrongChoice } from "#app/domain/item-analysis";
import { type Mistake, readMistake } from "#app/domain/mistakes";
import type { Reader } from "#db/connect";
import { findItemTotals, findMistakes } from "#db/queries/insights";
import type { Row } from "#db/schema";
import type { MistakeShare, QuestionRow } from "./insights-view";
import { editPath } from "./paths";
import { type BankQuestion, readQuestionBank, type WrittenQuestion, writtenIn } from "./question-bank.server";

/** A module as far as its questions are concerned. */
export interface AskingModule {
  readonly id: string;
  readonly title: string;
  readonly revisionId: string;
  /** Whether the reader may write in it. */
  readonly mayEdit: boolean;
}

export interface FoundQuestion {
  readonly row: QuestionRow;
  readonly bank: BankQuestion;
  readonly mistakes: readonly MistakeShare[];
}

export function sumsOfRow(row: Omit<Row<"item_count">, "module_id" | "month">): ItemSums {
  return {
    answers: row.answers,
    right: row.right_answers,
    compared: row.compared,
    comparedRight: row.compared_right,
    rest: row.rest,
    restOfRight: row.rest_of_right,
    restSquares: row.rest_squares,
  };
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/**
 * The questions that some modules have now, in their order. Answers given while a question read otherwise do not count:
 * it is another question.
 */
export async function findQuestions(
  db: Reader,
  modules: readonly AskingModule[],
  language: string,
): Promise<FoundQuestion[]> {
  const ids = modules.map(({ id }) => id);
  const nameOf = (row: { module_id: string; check_id: string }) => `${row.module_id}\n${row.check_id}`;
  const totals = grouped(await findItemTotals(db, ids), nameOf);
  const wrongs = grouped(await findMistakes(db, ids), nameOf);
  const found: FoundQuestion[] = [];
  for (const module of modules) {
    for (const bank of (await readQuestionBank(db, module.revisionId)).values()) {
      const written = writtenIn(bank, language);
      if (!written) continue;
      const name = nameOf({ module_id: module.id, check_id: bank.id });
      const same = (totals.get(name) ?? []).filter(({ wording }) => wording === bank.wording);
      const sums = same.map(sumsOfRow).reduce(addSums, noAnswers);
      const revisions = new Set(same.map(({ revision }) => revision));
      const wrong = mistakesOf((wrongs.get(name) ?? []).filter(({ revision }) => revisions.has(revision)));
      found.push(questionOf(module, bank, written, sums, wrong));
    }
  }
  return found;
}

type CountedMistake = WrongChoice & { readonly mistake: Mistake };

function mistakesOf(rows: readonly Row<"item_wrong_count">[]): CountedMistake[] {
  return [...grouped(rows, ({ mistake }) => mistake)]
    .map(([mistake, same]) => ({
      mistake: readMistake(mistake),
      chosen: same.reduce((sum, { chosen }) => sum + chosen, 0),
      compared: same.reduce((sum, { compared }) => sum + compared, 0),
      rest: same.reduce((sum, { rest }) => sum + rest, 0),
    }))
    .sort((a, b) => b.chosen - a.chosen);
}

function questionOf(
  module: AskingModule,
  bank: BankQuestion,
  written: WrittenQuestion,
  sums: ItemSums,
  wrong: readonly CountedMistake[],
): FoundQuestion {
  // That somebody does not know is no choice that could mislead.
  const choice = wrong.find(({ mistake }) => mistake.type === "chosen") ?? null;
  const judgement = judgeItem(sums, written.key.kind === "text" ? null : choice);
  const mistakes = wrong.map((each): MistakeShare => {
    const { mistake } = each;
    return {
      type: mistake.type,
      text: "place" in mistake ? (written.key.choices[mistake.place]?.text ?? "") : "",
      step: mistake.type === "put" ? mistake.at + 1 : 0,
      share: each.chosen / sums.answers,
    };
  });
  const shown = judgement.verdict === "too-few" ? [] : mistakes;
  const row: QuestionRow = {
    id: bank.id,
    module: { id: module.id, title: module.title },
    prompt: written.key.promptText,
    lesson: written.title,
    answers: sums.answers,
    difficulty: judgement.difficulty,
    discrimination: judgement.discrimination,
    verdict: judgement.verdict,
    flags: judgement.flags,
    wrong: shown.find(({ type }) => type !== "dont-know") ?? shown[0] ?? null,
    edit: module.mayEdit ? editPath(module.id, written.path) : null,
  };
  return { row, bank, mistakes: shown };
}

const order: readonly QuestionRow["verdict"][] = [...itemFlags, "unsure", "works", "too-few"];

/** The questions that need somebody first, of those alike the ones with most answers. */
export function inOrderOfNeed(questions: readonly FoundQuestion[]): FoundQuestion[] {
  return [...questions].sort(
    (a, b) =>
      order.indexOf(a.row.verdict) - order.indexOf(b.row.verdict) ||
      (a.row.discrimination ?? 1) - (b.row.discrimination ?? 1) ||
      b.row.answers - a.row.answers,
  );
}
