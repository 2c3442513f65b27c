import { Link, useLocation } from "@remix-run/react";
import { memo, useMemo, useRef, useState } from "react";
import { LessonArticle } from "#app/lessons/lesson-article";
import { ReadingProgress } from "#app/ui/reading";
import { Toast, ToastRegion } from "#app/ui/toast";
import { useWords } from "#app/words/context";
import { whyAnchor } from "./lesson-anchors";
import { LessonContents } from "./lesson-contents";
import { LessonHead, summaryOf } from "./lesson-head";
import { LessonList } from "./lesson-list";
import type { LessonReply } from "./lesson-reply";
import { minutesLeft, resumeAt, tocHeadings, tocMarks } from "./lesson-toc";
import type { LessonView } from "./lesson-view";
import { LookingAs } from "./looking-as";
import { LessonNextStep } from "./next-step";
import { neededRight } from "./pass-mark";
import { sendEvidencePath } from "./paths";
import { useLessonAnswers } from "./use-lesson-answers";
import { useReadingProgress } from "./use-reading-progress";
import { WhyItMatters } from "./why-it-matters";

/** A lesson with its contents, how far it has been read, what it asks, and what comes after it. */
export function LessonScreen(props: { view: LessonView }) {
  const { view } = props;
  return (
    <LessonPage
      key={`${view.module.id} ${view.lesson.name} ${view.lesson.language} ${view.preview?.as ?? ""}`}
      view={view}
    />
  );
}

/** The page changes with every scroll and answer; the article only with what concerns it. */
const Article = memo(LessonArticle);

function LessonPage(props: { view: LessonView }) {
  const { view } = props;
  const { lesson, module } = view;
  const words = useWords().lessonPage;
  const path = useLocation().pathname;
  const isLookingAs = view.preview !== null && view.preview.as !== null;
  const body = useRef<HTMLElement>(null);
  // Where an earlier visit ended; what this one adds must not move it.
  const [start] = useState(view.reading);
  const { actions, reader, reply, unsent } = useLessonAnswers(view);
  const headings = useMemo(
    () => tocHeadings(lesson.outline, view.reader.departments),
    [lesson.outline, view.reader.departments],
  );
  const ids = [...(view.why ? [whyAnchor] : []), ...headings.map(({ id }) => id)];
  const progress = useReadingProgress(isLookingAs ? null : path, body, start, ids);
  const texts = new Map(headings.map(({ id, text }) => [id, text]));
  const questions = view.reader.checks[0]?.of ?? 0;

  return (
    <>
      <ReadingProgress value={progress.furthest} label={words.read} />
      <div className="LessonLayout">
        {ids.length === 0 ? null : (
          <LessonContents
            entries={tocMarks(ids, progress.here, progress.reached, progress.furthest).map((mark) => ({
              ...mark,
              text: mark.id === whyAnchor ? null : (texts.get(mark.id) ?? ""),
            }))}
            lang={lesson.language}
          />
        )}
        <main id="main" tabIndex={-1} className="LessonBody" ref={body}>
          <LessonHead
            summary={summaryOf(view)}
            left={progress.furthest > 0 ? minutesLeft(lesson.minutes, progress.furthest) : null}
            resume={resumeAt(headings, start)}
          />
          {view.preview ? <LookingAs preview={view.preview} path={path} /> : null}
          {view.why ? <WhyItMatters why={view.why} /> : null}
          <Article {...actions} hash={lesson.hash} lang={lesson.language} reader={reader} />
          {questions > 0 && module.passMark > 0 && reader.attempt !== null ? (
            <p className="PassMark">{words.passMark(questions, neededRight(module.passMark, questions))}</p>
          ) : null}
          {isLookingAs ? null : <LessonNextStep view={view} />}
          {view.lessons.length > 1 ? <LessonList lessons={view.lessons} current={lesson.name} /> : null}
          <p className="Elsewhere Muted Small NoPrint">
            {words.elsewhere.text} <Link to={sendEvidencePath(module.id)}>{words.elsewhere.link}</Link>
          </p>
        </main>
      </div>
      <Sent unsent={unsent} reply={reply} />
    </>
  );
}

/** What the page has to say of what it sent, where no question can say it. */
function Sent(props: { unsent: number; reply: LessonReply | undefined }) {
  const words = useWords().lessonPage;
  const said = { over: words.over, open: words.stillOpen, "not-sent": words.notSent };
  const { reply, unsent } = props;
  const message =
    unsent > 0
      ? words.unsent(unsent)
      : reply?.kind === "over" || reply?.kind === "open" || reply?.kind === "not-sent"
        ? said[reply.kind]
        : null;
  return (
    <ToastRegion>
      {message === null ? null : <Toast icon={unsent > 0 ? "offline" : "info"} message={message} />}
    </ToastRegion>
  );
}
