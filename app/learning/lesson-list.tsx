import { Link } from "@remix-run/react";
import { Status } from "#app/ui/status";
import { useWords } from "#app/words/context";
import type { LessonView } from "./lesson-view";

/** The module's lessons, which are done, and which one this is. */
export function LessonList(props: { view: LessonView }) {
  const { lesson, lessons } = props.view;
  const words = useWords().lessonPage;
  if (lessons.length < 2) return null;
  return (
    <nav className="LessonList NoPrint" aria-labelledby="lesson.list">
      <h2 id="lesson.list">{words.lessons.title}</h2>
      <ol>
        {lessons.map((one) => (
          <li key={one.name}>
            <Link to={one.href} aria-current={one.name === lesson.name ? "page" : undefined}>
              {one.title}
            </Link>
            <span className="Muted">{words.minutes(one.minutes)}</span>
            {one.done ? <Status status="current">{words.lessons.done}</Status> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
