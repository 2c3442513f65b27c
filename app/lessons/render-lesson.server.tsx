import { type ComponentType, createElement, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { WordsProvider } from "#app/words/context";
import type { ArticleRequest } from "./article-context";
import { vocabularyComponents } from "./components/vocabulary";
import { evaluateLesson } from "./evaluate-lesson.server";
import { LeastRecent } from "./least-recent";
import type { LessonContent } from "./lesson-module";
import { ReadingProvider } from "./reader";
import { conditionsIn, type ReadingConditions, readingClass } from "./reading-class";
import { type OpenSlot, SlotProvider, type SlotRecorder, splitSlots } from "./slots";

/** A lesson rendered for one class of readers: fixed markup, and what belongs between its parts. */
interface RenderedLesson {
  readonly parts: readonly string[];
  readonly slots: readonly OpenSlot[];
  readonly filled: LeastRecent<string, string>;
}

interface KnownLesson {
  readonly content: LessonContent;
  readonly conditions: ReadingConditions;
  readonly rendered: LeastRecent<string, RenderedLesson>;
}

export interface LessonRenderer {
  /** Whether a lesson is here already, so that its code need not be fetched. */
  has(hash: string): boolean;
  /** Takes in a lesson's code. Cheap when it is here already. */
  add(hash: string, code: string): void;
  /**
   * The markup inside a lesson's article for one reader: exactly what React would render.
   *
   * @throws when the lesson was not added
   */
  article(request: ArticleRequest): string;
  /** The same without anything that belongs to a reader: no questions, no confirmations. For a refresher's opening text. */
  opening(request: ArticleRequest): string;
}

/** Stands for the attempt in what is cached, because that is the only thing in it that is nobody else's. */
const attemptMark = "ATTEMPT0MARK0OF0THE0RENDERER";

/**
 * Renders lessons on the server. What is the same for all readers of a class is rendered once; for each request only
 * the slots between are looked at, and most of those have been rendered before too.
 *
 * @param most lessons kept, a language each
 */
export function createLessonRenderer(most = 400): LessonRenderer {
  const lessons = new LeastRecent<string, KnownLesson>(most);

  const find = (request: ArticleRequest): RenderedLesson => {
    const lesson = lessons.get(request.hash);
    if (!lesson) throw new Error(`lesson ${request.hash} was not added to the renderer`);
    const key = `${request.language} ${readingClass(lesson.conditions, request.reader)}`;
    const known = lesson.rendered.get(key);
    if (known) return known;
    const rendered = renderOpen(lesson.content, request);
    lesson.rendered.set(key, rendered);
    return rendered;
  };

  return {
    has: (hash) => lessons.has(hash),
    add(hash, code) {
      if (lessons.has(hash)) return;
      const content = evaluateLesson(code);
      lessons.set(hash, { content, conditions: conditionsIn(content), rendered: new LeastRecent(64) });
    },
    article(request) {
      const { parts, slots, filled } = find(request);
      const attempt = request.reader.attempt;
      if (attempt !== null && !/^[A-Za-z0-9_-]{1,64}$/.test(attempt))
        throw new Error("an attempt is named by letters and digits");
      // The attempt is left out of what is remembered, so that readers can share it.
      const reader = attempt === null ? request.reader : { ...request.reader, attempt: attemptMark };
      let html = parts[0] ?? "";
      for (const [index, slot] of slots.entries()) {
        html += fill(slot, index, { ...request, reader }, filled) + (parts[index + 1] ?? "");
      }
      return html.replaceAll(attemptMark, attempt ?? "");
    },
    opening: (request) => find(request).parts.join(""),
  };
}

function renderOpen(content: LessonContent, request: ArticleRequest): RenderedLesson {
  const opened: OpenSlot[] = [];
  const recorder: SlotRecorder = { open: (slot) => opened.push(slot) - 1 };
  const html = renderToString(
    <LessonFrame request={request} recorder={recorder}>
      {createElement(content, { components: vocabularyComponents })}
    </LessonFrame>,
  );
  const { parts, numbers } = splitSlots(html);
  const slots = numbers.flatMap((number) => opened[number] ?? []);
  return { parts, slots, filled: new LeastRecent(2_000) };
}

function fill(slot: OpenSlot, index: number, request: ArticleRequest, filled: LeastRecent<string, string>): string {
  const reads = slot.reads(request.reader);
  const key = reads === undefined ? undefined : `${index} ${request.reader.attempt === null} ${JSON.stringify(reads)}`;
  const known = key === undefined ? undefined : filled.get(key);
  if (known !== undefined) return known;
  const html = renderToString(
    <LessonFrame request={request} recorder={null}>
      {createElement(slot.component as ComponentType<object>, slot.props)}
    </LessonFrame>,
  );
  if (key !== undefined) filled.set(key, html);
  return html;
}

function LessonFrame(props: { request: ArticleRequest; recorder: SlotRecorder | null; children: ReactNode }) {
  const { language, words, reader } = props.request;
  return (
    <WordsProvider language={language} words={words}>
      <ReadingProvider value={{ reader }}>
        <SlotProvider value={props.recorder}>{props.children}</SlotProvider>
      </ReadingProvider>
    </WordsProvider>
  );
}
