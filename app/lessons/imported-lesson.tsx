import * as React from "react";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import * as jsxRuntime from "react/jsx-runtime";
import { Notice } from "#app/ui/panels";
import { useWords } from "#app/words/context";
import { vocabularyComponents } from "./components/vocabulary";
import type { LessonFactory } from "./lesson-module";
import { type Reading, ReadingProvider } from "./reader";

/** A lesson in the browser, as it was imported. */
export type ImportedLesson = ComponentType<{ id: string; lang: string; reading: Reading }>;

const imported = new Map<string, LazyExoticComponent<ImportedLesson>>();

/**
 * The lesson at an address, imported once. Until it is here React keeps what the server sent; when it cannot be fetched,
 * what the server sent stays, and its forms post by themselves.
 */
export function importedLesson(href: string): LazyExoticComponent<ImportedLesson> {
  const known = imported.get(href);
  if (known) return known;
  const lesson = lazy(async () => {
    try {
      const module = (await import(/* @vite-ignore */ href)) as { default: LessonFactory };
      return { default: readable(module.default) };
    } catch {
      // The next page that shows the lesson tries again.
      imported.delete(href);
      return { default: LeftAsSent };
    }
  });
  imported.set(href, lesson);
  return lesson;
}

function readable(factory: LessonFactory): ImportedLesson {
  const Content = factory(React, jsxRuntime).default;
  return ({ id, lang, reading }) => (
    <article className="Prose" id={id} lang={lang}>
      <ReadingProvider value={reading}>
        <Content components={vocabularyComponents} />
      </ReadingProvider>
    </article>
  );
}

function LeftAsSent({ id, lang }: { id: string; lang: string }) {
  const words = useWords().lesson.unavailable;
  const sent = document.getElementById(id);
  if (sent) {
    const content = { dangerouslySetInnerHTML: { __html: sent.innerHTML } };
    return <article className="Prose" id={id} lang={lang} {...content} />;
  }
  return (
    <Notice icon="offline" title={words.title}>
      <p>{words.text}</p>
      <a href={window.location.href}>{words.retry}</a>
    </Notice>
  );
}
