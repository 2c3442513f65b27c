/** What is pasted in the studio, and what comes of it; read by the server, the worker that converts, and the editor. */
import type { WhyStopped } from "../converting/stopped";

/** Characters of HTML at most, styles and all. */
export const longestHtml = 900_000;
/** Characters of Markdown at most. */
export const longestMarkdown = 60_000;

/** HTML, or Markdown where there is no HTML. */
export interface Pasted {
  readonly html: string;
  readonly markdown: string;
}

/** What was not carried over, and how often. */
export interface Left {
  pictures: number;
  links: number;
  /** Text that somebody had struck in a document with tracked changes, and comments beside it. */
  changes: number;
  /** The first words of what is missing where the text was longer than is taken in; null: all of it was. */
  end: string | null;
}

/** What became of a text: Markdown of the dialect, and what was not carried over. */
export interface Converted {
  readonly markdown: string;
  readonly left: Left;
}

/** What the editor is answered. */
export type PasteAnswer =
  | ({ readonly kind: "converted" } & Converted)
  /** The conversion took too long or too much, or came to nothing. */
  | { readonly kind: "stopped"; readonly why: WhyStopped };
