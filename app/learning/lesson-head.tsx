import { Icon } from "#app/ui/icon";
import { Crumbs } from "#app/ui/reading";
import { Status } from "#app/ui/status";
import { useFormat, useLanguage, useWords } from "#app/words/context";
import { isLanguage } from "#app/words/language";
import { minutesLeft } from "./lesson-toc";
import type { LessonView } from "./lesson-view";

/** What the lesson is, how long it takes, what changed, who answers for it, and where to go on. */
export function LessonHead(props: {
  view: LessonView;
  /** 0 to 1. */
  furthest: number;
  /** The heading an earlier visit ended at, where there is something left to read. */
  resume: { readonly id: string; readonly text: string } | null;
}) {
  const { furthest, resume, view } = props;
  const { changed, lesson, module, next, standing, today } = view;
  const words = useWords().lessonPage;
  const format = useFormat();
  const language = useLanguage();
  // The next step tells the reason too, when there is nothing left to do in the lesson itself.
  const reason =
    next.kind === "refresher" || next.kind === "completed" || standing.task === "none" ? "" : standing.reason;
  return (
    <header className="LessonHead">
      <Crumbs
        items={[
          { key: "course", label: module.courseTitle },
          { key: "module", label: module.title, to: lesson.number > 1 ? view.lessons[0]?.href : undefined },
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
          {furthest > 0
            ? words.minutesLeft(lesson.minutes, minutesLeft(lesson.minutes, furthest))
            : words.minutes(lesson.minutes)}
        </li>
        {changed === null ? null : (
          <li>
            <Status status="changed">{words.changed(format.dayAndMonth(changed.on, today))}</Status>
          </li>
        )}
        <li>
          <Icon name="user" />
          <span>
            {words.owner} <a href={`mailto:${module.owner}`}>{module.owner}</a>
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
}
