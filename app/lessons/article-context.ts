import { createContext } from "react";
import type { Language } from "#app/words/language";
import type { Words } from "#app/words/words";
import type { LessonReader } from "./reader";

/** What it takes to render one lesson for one reader. */
export interface ArticleRequest {
  /** `CompiledLesson.hash`. */
  readonly hash: string;
  /** The language of the page around the lesson, with its words. */
  readonly language: Language;
  readonly words: Words;
  readonly reader: LessonReader;
}

/**
 * How a page renders lessons on the server: `LessonRenderer.article`, provided around the whole page by the server's
 * entry. In a browser there is none, and lessons are imported as modules.
 */
export const ArticleContext = createContext<((request: ArticleRequest) => string) | null>(null);
