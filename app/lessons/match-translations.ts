import { type ProblemSaid, say } from "#app/words/areas/problems";
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
    reporterFor(original.file.path, problems)(start, "translation-missing", say("fileUntranslated", { file: wanted }), {
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
      say("thingUntranslated", { kind: "question", id: question.id, path: original.path }),
    );
  }
  for (const question of translation.questions) {
    const counterpart = wanted.get(question.id);
    if (!counterpart) {
      report(question, "translation-mismatch", say("questionNotInOriginal", { id: question.id, path: original.path }));
      continue;
    }
    const difference = differenceBetween(counterpart, question);
    if (difference)
      report(
        question,
        "translation-mismatch",
        say("questionDiffers", { id: question.id, how: difference, path: original.path, line: counterpart.line }),
      );
  }
  const same = (kind: "Confirm" | "Reflect", before: readonly { id: string }[], after: readonly { id: string }[]) => {
    const missing = before.filter(({ id }) => !after.some((other) => other.id === id));
    for (const { id } of missing) {
      report(start, "translation-mismatch", say("thingUntranslated", { kind, id, path: original.path }));
    }
  };
  same("Confirm", original.confirmations, translation.confirmations);
  same("Reflect", original.reflections, translation.reflections);
}

function differenceBetween(original: CheckedQuestion, translation: CheckedQuestion): ProblemSaid | undefined {
  if (original.kind !== translation.kind) return say("otherKind", { here: translation.kind, there: original.kind });
  if (original.objective !== translation.objective) return say("otherObjective");
  if (JSON.stringify(original.audience) !== JSON.stringify(translation.audience)) return say("otherDepartments");
  // Accepted answers in words differ between languages.
  if (original.kind === "text") return undefined;
  if (original.choices.length !== translation.choices.length) {
    return say("otherChoices", { here: translation.choices.length, there: original.choices.length });
  }
  const differs = original.choices.findIndex((choice, index) => choice.right !== translation.choices[index]?.right);
  return differs < 0 ? undefined : say("otherRight", { choice: differs + 1 });
}
