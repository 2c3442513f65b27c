import { Icon } from "#app/ui/icon";
import { kept } from "#app/ui/kept";
import { Crumbs } from "#app/ui/reading";
import { Status } from "#app/ui/status";
import { useFormat, useLanguage, useWords } from "#app/words/context";
import { isLanguage } from "#app/words/language";
import type { LessonView } from "./lesson-view";

/** What the head of a lesson shows of it. */
export interface LessonSummary {
  readonly lesson: Pick<LessonView["lesson"], "title" | "deck" | "number" | "of" | "minutes" | "language">;
  readonly module: Pick<LessonView["module"], "title" | "courseTitle" | "owner" | "ownerName">;
  readonly firstHref: string | null;
  readonly changed: LessonView["changed"];
  /** Empty where there is nothing left to do in the lesson itself: the next step tells it then. */
  readonly reason: string;
  readonly today: string;
}

/** What the head shows of a lesson's page. */
export function summaryOf({ changed, lesson, lessons, module, next, standing, today }: LessonView): LessonSummary {
  const { deck, language, minutes, number, of, title } = lesson;
  const isTold = next.kind === "refresher" || next.kind === "completed" || standing.task === "none";
  return {
    lesson: { deck, language, minutes, number, of, title },
    module: { title: module.title, courseTitle: module.courseTitle, owner: module.owner, ownerName: module.ownerName },
    firstHref: number > 1 ? (lessons[0]?.href ?? null) : null,
    changed,
    reason: isTold ? "" : standing.reason,
    today,
  };
}

/** What the lesson is, how long it takes, what changed, who answers for it, and where to go on. */
export const LessonHead = kept(
  "lesson-head",
  function LessonHead(props: {
    summary: LessonSummary;
    /** Of the lesson's minutes, those still to read; null before the first. */
    left: number | null;
    /** The heading an earlier visit ended at, where there is something left to read. */
    resume: { readonly id: string; readonly text: string } | null;
  }) {
    const { left, resume, summary } = props;
    const { changed, firstHref, lesson, module, reason, today } = summary;
    const words = useWords().lessonPage;
    const format = useFormat();
    const language = useLanguage();
    return (
      <header className="LessonHead">
        <Crumbs
          items={[
            { key: "course", label: module.courseTitle },
            { key: "module", label: module.title, to: firstHref ?? undefined },
            ...(lesson.of > 1 ? [{ key: "lesson", label: words.number(lesson.number, lesson.of) }] : []),
          ]}
        />
        <h1 lang={lesson.language}>{lesson.title}</h1>
        {lesson.deck === null ? null : (
          <p className="Deck" lang={lesson.language}>
            {lesson.deck}
          </p>
        )}
        <ul className="Meta">
          <li>
            <Icon name="clock" />
            {left === null ? words.minutes(lesson.minutes) : words.minutesLeft(lesson.minutes, left)}
          </li>
          {changed === null ? null : (
            <li>
              <Status status="changed">{words.changed(format.dayAndMonth(changed.on, today))}</Status>
            </li>
          )}
          <li>
            <Icon name="user" />
            <span>
              {words.owner} <a href={`mailto:${module.owner}`}>{module.ownerName ?? module.owner}</a>
            </span>
          </li>
          {lesson.language !== language && isLanguage(lesson.language) ? (
            <li>
              <Icon name="info" />
              {words.onlyIn[lesson.language]}
            </li>
          ) : null}
        </ul>
        {changed === null && reason === "" ? null : (
          <p className="Because">{[reason, changed?.note ?? ""].filter(Boolean).join(" ")}</p>
        )}
        {resume === null ? null : (
          <p className="Resume">
            <a href={`#${resume.id}`}>
              <Icon name="down" /> <span>{words.resume(resume.text)}</span>
            </a>
          </p>
        )}
      </header>
    );
  },
);
