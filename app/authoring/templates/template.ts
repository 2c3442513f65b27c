/** What a template of a module is made of. */
import type { Language } from "#app/words/language";

export const templateIds = ["procedure", "policy", "product", "scenario"] as const;
export type TemplateId = (typeof templateIds)[number];

/** A text of a template: front matter without the title, which is the module's, and what follows. */
export interface TemplateText {
  readonly title?: string;
  readonly summary?: string;
  readonly objectives?: readonly { readonly id: string; readonly text: string }[];
  readonly body: string;
}

/** A template in one language. */
export interface TemplateWords {
  /** The module's summary, to be rewritten. */
  readonly summary: string;
  readonly lesson: TemplateText;
  readonly refresher?: TemplateText;
}

export interface Template {
  /** What the lesson's file is called, in every language. */
  readonly lessonName: string;
  readonly minutes: number;
  readonly refresherMinutes: number;
  /** ISO 8601 period after which it comes back. */
  readonly every: "P6M" | "P1Y";
  readonly words: Readonly<Record<Language, TemplateWords>>;
}
