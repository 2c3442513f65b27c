import { Link } from "@remix-run/react";
import { kept } from "#app/ui/kept";
import { Status } from "#app/ui/status";
import { useWords } from "#app/words/context";
import type { LessonView } from "./lesson-view";

/** The module's lessons, which are done, and which one this is (`current`, by name). */
export const LessonList = kept(
  "lesson-list",
  function LessonList(props: { lessons: LessonView["lessons"]; current: string }) {
    const words = useWords().lessonPage;
    return (
      <nav className="LessonList NoPrint" aria-labelledby="lesson.list">
        <h2 id="lesson.list">{words.lessons.title}</h2>
        <ol>
          {props.lessons.map((one) => (
            <li key={one.name}>
              <Link to={one.href} aria-current={one.name === props.current ? "page" : undefined}>
                {one.title}
              </Link>
              <span className="Muted">{words.minutes(one.minutes)}</span>
              {one.done ? <Status status="current">{words.lessons.done}</Status> : null}
            </li>
          ))}
        </ol>
      </nav>
    );
  },
);
