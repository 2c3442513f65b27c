/** What there is to do after a lesson. */
import { lessonPath } from "#app/lessons/links";
import type { CheckState } from "#app/lessons/reader";
import { confirmationId } from "./answer-question.server";
import type { Attempt } from "./attempt.server";
import { firstAnswers } from "./complete-attempt.server";
import { fileIn, type ModuleContent } from "./content.server";
import type { LessonNext } from "./lesson-view";
import { neededRight } from "./pass-mark";
import { refresherPath } from "./paths";

/** How many of an attempt's questions were right at the first answer. */
function resultOf(attempt: Pick<Attempt, "answers" | "asked">): { right: number; of: number } {
  const first = firstAnswers(attempt);
  return { right: attempt.asked.filter(({ id }) => first.get(id) === true).length, of: attempt.asked.length };
}

/** Below the pass mark: once more, from the first lesson. */
export function failedStep(content: ModuleContent, attempt: Attempt): LessonNext {
  const { right, of } = resultOf(attempt);
  return { kind: "failed", right, of, needed: neededRight(content.passMark, of) };
}

/** The module is held: what comes next, and when. */
export function heldStep(
  content: ModuleContent,
  task: "none" | "module" | "refresher",
  on: string,
  attempt: Attempt | null,
  standing: { readonly validUntil: string | null; readonly dueOn: string | null } | undefined,
  reason: string,
): LessonNext {
  if (task === "refresher") {
    return { kind: "refresher", href: refresherPath(content.id), dueOn: standing?.dueOn ?? null, reason };
  }
  const result = attempt ? resultOf(attempt) : { right: null, of: null };
  return {
    kind: "completed",
    on,
    ...result,
    validUntil: standing?.validUntil ?? null,
    nextDueOn: standing?.dueOn ?? null,
    reason,
  };
}

/** In an attempt under way: what is still open, here or in another lesson. */
export function nextStep(
  content: ModuleContent,
  attempt: Attempt,
  index: number,
  done: ReadonlySet<string>,
  language: string,
  checks: readonly CheckState[],
): LessonNext {
  const unit = content.lessons[index];
  if (unit && !done.has(unit.name)) {
    const open = checks.filter(
      (check) =>
        check.state === "unanswered" && attempt.asked.find((asked) => asked.slot === check.slot)?.unit === unit.name,
    );
    const answered = new Set(attempt.answers.map((answer) => answer.check_id));
    const stated = fileIn(unit, language).confirmations.filter(({ id }) => !answered.has(confirmationId(id)));
    const first = open[0];
    if (open.length + stated.length > 0) {
      const anchor = first ? `#check.${first.slot}` : `#confirm.${stated[0]?.id ?? ""}`;
      return { kind: "answer", checks: open.length, confirmations: stated.length, firstHref: anchor };
    }
  }
  const following = content.lessons[index + 1];
  if (following) {
    const file = fileIn(following, language);
    return {
      kind: "lesson",
      href: lessonPath(content.id, following.name),
      title: file.title,
      number: index + 2,
      minutes: file.minutes,
    };
  }
  const earlier = content.lessons.findIndex(
    (lesson) => !done.has(lesson.name) && attempt.asked.some(({ unit: name }) => name === lesson.name),
  );
  const left = content.lessons[earlier];
  if (left && earlier !== index) {
    return {
      kind: "earlier",
      href: lessonPath(content.id, left.name),
      title: fileIn(left, language).title,
      number: earlier + 1,
    };
  }
  return { kind: "complete", ...resultOf(attempt) };
}
