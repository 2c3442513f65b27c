import { DomainError } from "#app/domain/errors";
import { addSums, difficultyOf, fewestAnswers, judgeItem, noAnswers } from "#app/domain/item-analysis";
import type { Actor } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { findModule } from "#db/queries/content";
import { findItemMonths, findItemTotals } from "#db/queries/insights";
import type { Row } from "#db/schema";
import type { ModuleInsightsView, QuestionDepth } from "./insights-view";
import { readMemory } from "./module-memory.server";
import { monthNumber, shownMonths } from "./months";
import { editPath } from "./paths";
import { type FoundQuestion, findQuestions, sumsOfRow } from "./question-figures.server";
import { modulesSeenBy, mustSee, twelveMonthsBefore, type Wanted } from "./read-insights.server";

/**
 * A module's questions in depth: every mistake, month by month, revision by revision.
 *
 * @throws DomainError forbidden for whoever may not see it, not-found when there is no such module with content
 */
export async function readModuleInsights(
  deps: Pick<Deps, "db">,
  reader: Actor,
  wanted: Wanted,
  moduleId: string,
): Promise<ModuleInsightsView> {
  const db = deps.db.read;
  const { language, today } = wanted;
  const seen = await modulesSeenBy(db, reader, wanted);
  const module = seen.find(({ id }) => id === moduleId);
  if (!module) {
    const unseen = await findModule(db, moduleId);
    if (unseen) mustSee(reader, unseen.course_id);
    throw new DomainError("not-found", `There are no insights of a module ${moduleId}`);
  }
  const from = twelveMonthsBefore(today);
  const { first, last } = shownMonths(today);
  const months = (await findItemMonths(db, moduleId, from)).filter(({ month }) => {
    const number = monthNumber(month);
    return number >= first && number <= last;
  });
  const totals = await findItemTotals(db, [moduleId]);
  const [memory] = await readMemory(db, [module], from, today);
  if (!memory) throw new DomainError("not-found", `There are no insights of a module ${moduleId}`);
  return {
    today,
    module: { id: module.id, title: module.title },
    course: module.courseTitle,
    revision: module.revision,
    questions: (await findQuestions(db, [module], language)).map((question) => inDepth(question, months, totals)),
    memory,
    edit: module.mayEdit ? editPath(module.id) : null,
  };
}

function inDepth(
  { row, bank, mistakes }: FoundQuestion,
  months: readonly Row<"item_count">[],
  totals: readonly Row<"item_count">[],
): QuestionDepth {
  const own = months.filter(({ check_id }) => check_id === row.id);
  const byMonth = [...new Set(own.map(({ month }) => month))].map((month) => {
    const sums = own
      .filter((one) => one.month === month)
      .map(sumsOfRow)
      .reduce(addSums, noAnswers);
    return { month, answers: sums.answers, share: difficultyOf(sums) ?? 0 };
  });
  const revisions = totals
    .filter(({ check_id }) => check_id === row.id)
    .sort((a, b) => b.revision - a.revision)
    .map((one) => {
      const { difficulty, discrimination } = judgeItem(sumsOfRow(one), null);
      return {
        number: one.revision,
        answers: one.answers,
        difficulty,
        discrimination,
        same: one.wording === bank.wording,
      };
    });
  return { ...row, mistakes, months: byMonth.filter(({ answers }) => answers >= fewestAnswers), revisions };
}
