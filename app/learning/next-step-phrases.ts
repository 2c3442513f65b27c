import type { Formats } from "#app/words/format";
import type { Words } from "#app/words/words";
import type { LessonNext, LessonView } from "./lesson-view";
import { neededRight } from "./pass-mark";

/** What the page's last word says: over its title, the title, under it, and on the button. */
export interface NextStepPhrases {
  readonly eyebrow: string;
  readonly title: string;
  readonly note: string | null;
  readonly action: string;
}

/** The number of the question that an anchor leads to; null when it leads to something else. */
function numberAt(view: LessonView, href: string): number | null {
  return view.reader.checks.find((check) => href === `#check.${check.slot}`)?.number ?? null;
}

/** What the next step says, in the reader's language. */
export function nextStepPhrases(words: Words["lessonPage"], format: Formats, view: LessonView): NextStepPhrases {
  const { lesson, module, next, today } = view;
  const said = words.next;
  const day = (date: string) => format.dayAndMonth(date, today);
  const place = (number: number, minutes?: number) =>
    [words.number(number, lesson.of), ...(minutes === undefined ? [] : [words.minutes(minutes)])].join(" · ");
  switch (next.kind) {
    case "answer": {
      const after = view.lessons[lesson.number] ?? view.lessons.find((one) => !one.done && one.name !== lesson.name);
      return {
        eyebrow: said.left(next.checks, next.confirmations),
        title: after ? said.lesson(after.title) : said.thenComplete,
        note: after ? place(view.lessons.indexOf(after) + 1, after.minutes) : module.title,
        action: next.checks > 0 ? said.toQuestion(numberAt(view, next.firstHref)) : said.toConfirmation,
      };
    }
    case "lesson":
      return {
        eyebrow: said.lessonDone,
        title: said.lesson(next.title),
        note: place(next.number, next.minutes),
        action: said.toLesson(next.number),
      };
    case "earlier":
      return {
        eyebrow: said.earlier,
        title: next.title,
        note: place(next.number),
        action: said.toLesson(next.number),
      };
    case "complete": {
      const { of, right } = next;
      const needed = neededRight(module.passMark, of);
      if (right < needed) {
        return {
          eyebrow: said.allAnswered,
          title: said.scoreBelow(right, of, needed),
          note: said.endWhy,
          action: said.end,
        };
      }
      return {
        eyebrow: of === 0 ? module.title : said.allAnswered,
        title: of === 0 ? said.nothingAsked : said.score(right, of),
        note: said.completeWhy,
        action: said.complete,
      };
    }
    case "failed":
      return {
        eyebrow: said.scoreBelow(next.right, next.of, next.needed),
        title: said.failed,
        note: said.failedWhy,
        action: said.retry,
      };
    case "refresher": {
      const { dueOn } = next;
      const late = dueOn !== null && dueOn < today;
      return {
        eyebrow:
          dueOn === null ? said.refresherOpen : late ? said.refresherWasDue(day(dueOn)) : said.refresherBy(day(dueOn)),
        title: said.refresher,
        note: next.reason,
        action: said.toRefresher,
      };
    }
    case "completed": {
      const on = day(next.on);
      return {
        eyebrow: next.right === null || !next.of ? said.completed(on) : said.completedWith(on, next.right, next.of),
        title: heldUntil(said, day, view, next),
        note: next.reason,
        action: view.lessons[lesson.number] ? said.toLesson(lesson.number + 1) : said.home,
      };
    }
  }
}

function heldUntil(
  said: Words["lessonPage"]["next"],
  day: (date: string) => string,
  view: LessonView,
  next: Extract<LessonNext, { kind: "completed" }>,
): string {
  if (!view.standing.valid) return said.held(view.module.title);
  return next.validUntil === null ? said.validForever : said.validUntil(day(next.validUntil));
}
