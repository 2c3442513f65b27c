import type { LessonCheck } from "./check-lesson";
import type { CheckedLesson } from "./checked-courses";
import { type Problem, reporterFor } from "./problem";
import type { CheckedQuestion } from "./read-questions";

const start = { line: 1, column: 1 };

/**
 * Holds the languages of one lesson against each other: a language that is missing is a warning; a translation that
 * asks something else than the first language is an error, because answers are counted together.
 *
 * @param languages of the organisation; the first is the one to compare with, or the first that is there
 */
export function matchTranslations(lesson: CheckedLesson, languages: readonly string[], problems: Problem[]): void {
  const [original, ...translations] = lesson.files;
  if (!original) return;
  const there = new Set(lesson.files.map(({ file }) => file.language));
  for (const language of languages) {
    if (there.has(language)) continue;
    const wanted = `${lesson.name}.${language}.mdx`;
    reporterFor(original.file.path, problems)(start, "translation-missing", `There is no ${wanted} beside it.`, {
      severity: "warning",
    });
  }
  for (const { check } of translations) match(original.check, check, problems);
}

function match(original: LessonCheck, translation: LessonCheck, problems: Problem[]): void {
  // What could not be parsed has no questions to compare.
  if (!original.tree || !translation.tree) return;
  const report = reporterFor(translation.path, problems);
  const wanted = new Map(original.questions.map((question) => [question.id, question]));
  const given = new Map(translation.questions.map((question) => [question.id, question]));
  for (const question of original.questions) {
    if (given.has(question.id)) continue;
    report(
      start,
      "translation-mismatch",
      `The question ${question.id} of ${original.path} is missing here. Translate it, with the same id.`,
    );
  }
  for (const question of translation.questions) {
    const counterpart = wanted.get(question.id);
    if (!counterpart) {
      report(
        question,
        "translation-mismatch",
        `The question ${question.id} is not in ${original.path}. Write it there too, or give it the id that it has there.`,
      );
      continue;
    }
    const difference = differenceBetween(counterpart, question);
    if (difference)
      report(
        question,
        "translation-mismatch",
        `The question ${question.id} ${difference} Write it as in ${original.path}:${counterpart.line}.`,
      );
  }
  const same = (kind: string, before: readonly { id: string }[], after: readonly { id: string }[]) => {
    const missing = before.filter(({ id }) => !after.some((other) => other.id === id));
    for (const { id } of missing) {
      report(
        start,
        "translation-mismatch",
        `The ${kind} ${id} of ${original.path} is missing here. Translate it, with the same id.`,
      );
    }
  };
  same("Confirm", original.confirmations, translation.confirmations);
  same("Reflect", original.reflections, translation.reflections);
}

function differenceBetween(original: CheckedQuestion, translation: CheckedQuestion): string | undefined {
  if (original.kind !== translation.kind) return `is of kind ${translation.kind} here and ${original.kind} there.`;
  if (original.objective !== translation.objective) return "has another objective here.";
  if (JSON.stringify(original.audience) !== JSON.stringify(translation.audience))
    return "is for other departments here.";
  // Accepted answers in words differ between languages.
  if (original.kind === "text") return undefined;
  if (original.choices.length !== translation.choices.length) {
    return `has ${translation.choices.length} choices here and ${original.choices.length} there.`;
  }
  const differs = original.choices.findIndex((choice, index) => choice.right !== translation.choices[index]?.right);
  return differs < 0 ? undefined : `has another right answer here: choice ${differs + 1} differs.`;
}
