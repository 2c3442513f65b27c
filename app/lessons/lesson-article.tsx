import { Suspense, useContext, useEffect, useMemo } from "react";
import { useLanguage, useWords } from "#app/words/context";
import { ArticleContext } from "./article-context";
import { importedLesson } from "./imported-lesson";
import { lessonModulePath } from "./links";
import type { LessonActions, LessonReader } from "./reader";

/** Id of the article's element; no heading can have it. */
export const articleId = "lesson.article";

/**
 * A lesson on a page. On the server its markup comes from the renderer (`ArticleContext`); in the browser the same
 * lesson is imported from `/lessons/<hash>.js` and takes over that markup. Questions, confirmations and reflections
 * are forms: with the callbacks they call the page, without them (and without script) they post to the page's address:
 *
 * - `intent=answer|dont-know`, `check`, `attempt`, and the answer as `readResponse` reads it
 * - `intent=confirm`, `confirmation`, `attempt`
 * - `intent=reflect`, `reflection`, `attempt`, `text`, and `share=yes` where the reader shares it
 */
export function LessonArticle(
  props: {
    /** `CompiledLesson.hash`. */
    hash: string;
    /** The language that the lesson is written in, which may be another than the page's. */
    lang: string;
    reader: LessonReader;
  } & LessonActions,
) {
  const { hash, lang, reader, onAnswer, onConfirm, onReflect, onDraft, draftOf } = props;
  const href = lessonModulePath(hash);
  const reading = useMemo(
    () => ({ reader, onAnswer, onConfirm, onReflect, onDraft, draftOf }),
    [reader, onAnswer, onConfirm, onReflect, onDraft, draftOf],
  );
  const words = useWords();
  const language = useLanguage();
  const article = useContext(ArticleContext);
  // The same one for as long as the page stands: one that could not be fetched is not asked for again at every change.
  const Lesson = useMemo(() => (article ? null : importedLesson(href)), [article, href]);
  useTermDismissal();
  if (article) {
    const content = { dangerouslySetInnerHTML: { __html: article({ hash, language, words, reader }) } };
    return (
      <>
        <link rel="modulepreload" href={href} />
        <Suspense>
          <article className="Prose" id={articleId} lang={lang} {...content} />
        </Suspense>
      </>
    );
  }
  return (
    <>
      <link rel="modulepreload" href={href} />
      <Suspense fallback={<LessonComing label={words.lesson.loading} />}>
        {Lesson ? <Lesson id={articleId} lang={lang} reading={reading} /> : null}
      </Suspense>
    </>
  );
}

function LessonComing(props: { label: string }) {
  return (
    <div className="Prose" aria-busy="true">
      <p className="Muted" role="status">
        {props.label}
      </p>
    </div>
  );
}

/** Escape hides the definition that shows, until the reader points at a term or goes to one again (WCAG 1.4.13). */
function useTermDismissal() {
  useEffect(() => {
    const root = document.documentElement;
    const hide = (event: KeyboardEvent) => {
      if (event.key === "Escape") root.setAttribute("data-definitions", "hidden");
    };
    const show = (event: Event) => {
      if (event.target instanceof Element && event.target.closest(".Term")) root.removeAttribute("data-definitions");
    };
    document.addEventListener("keydown", hide);
    document.addEventListener("pointerover", show);
    document.addEventListener("focusin", show);
    return () => {
      document.removeEventListener("keydown", hide);
      document.removeEventListener("pointerover", show);
      document.removeEventListener("focusin", show);
      root.removeAttribute("data-definitions");
    };
  }, []);
}
