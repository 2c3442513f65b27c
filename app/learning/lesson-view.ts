import type { OutlineEntry } from "#app/lessons/outline";
import type { LessonReader } from "#app/lessons/reader";

/**
 * What a lesson's page shows besides the lesson itself. Plain data, fit for JSON; dates are civil dates (`YYYY-MM-DD`),
 * texts are in the reader's language.
 */
export interface LessonView {
  readonly today: string;
  readonly module: {
    readonly id: string;
    readonly title: string;
    readonly courseTitle: string;
    /** E-mail address of who answers for the course. */
    readonly owner: string;
    /** Their name, where the address belongs to somebody here. */
    readonly ownerName: string | null;
    readonly revision: number;
    /** Share of checks that has to be right, 0 to 1. */
    readonly passMark: number;
  };
  readonly lesson: {
    readonly name: string;
    readonly title: string;
    readonly deck: string | null;
    /** From 1. */
    readonly number: number;
    readonly of: number;
    readonly minutes: number;
    /** The language of the text; another than the reader's where it is not translated. */
    readonly language: string;
    /** Content address: the browser imports `/lessons/<hash>.js`. */
    readonly hash: string;
    readonly outline: readonly Omit<OutlineEntry, "audience">[];
  };
  /** The newest change since the reader's last completion; null where there is none. */
  readonly changed: { readonly on: string; readonly note: string } | null;
  /** The module's business value for the reader's department; null where nothing is said. */
  readonly why: {
    readonly departmentName: string;
    readonly points: readonly { readonly figure: string; readonly text: string }[];
    readonly source: string | null;
  } | null;
  /** What the reader owes, in a sentence with dates. */
  readonly standing: {
    readonly reason: string;
    readonly valid: boolean;
    readonly task: "none" | "module" | "refresher";
  };
  /** 0 to 1: how far the reader has been, on any device; and the heading they were last at. */
  readonly reading: { readonly furthest: number; readonly section: string | null };
  readonly reader: LessonReader;
  readonly lessons: readonly {
    readonly name: string;
    readonly title: string;
    readonly href: string;
    readonly minutes: number;
    /** Read to the end, with every check answered. */
    readonly done: boolean;
  }[];
  readonly next: LessonNext;
  /** The departments that the reader can look as, and the name of the one they do; null for whoever may not. */
  readonly preview: {
    readonly departments: readonly {
      readonly id: string;
      readonly name: string;
      /** How many are above it. */
      readonly depth: number;
      readonly isShown: boolean;
    }[];
    readonly as: string | null;
  } | null;
}

/** What there is to do after this lesson; exactly one of these is the page's last word. */
export type LessonNext =
  /** Checks or confirmations of this lesson are still open. `checks`: how many; `firstHref`: anchor of the first. */
  | {
      readonly kind: "answer";
      readonly checks: number;
      readonly confirmations: number;
      readonly firstHref: string;
    }
  /** This lesson is done; the next one waits. */
  | {
      readonly kind: "lesson";
      readonly href: string;
      readonly title: string;
      readonly number: number;
      readonly minutes: number;
    }
  /** This lesson is the last, and an earlier one is not done. */
  | { readonly kind: "earlier"; readonly href: string; readonly title: string; readonly number: number }
  /** Everything is answered: the form posts `intent=complete` with `attempt`. */
  | { readonly kind: "complete"; readonly right: number; readonly of: number }
  /** The last attempt did not reach the pass mark: the form posts `intent=retry`. */
  | { readonly kind: "failed"; readonly right: number; readonly of: number; readonly needed: number }
  /** Held, and a refresher is due: it waits at `href`. The form posts `intent=retry` to take the module anew instead. */
  | { readonly kind: "refresher"; readonly href: string; readonly dueOn: string | null; readonly reason: string }
  /** Held and up to date. The form posts `intent=retry` to take the module anew, which moves no date forward. */
  | {
      readonly kind: "completed";
      readonly on: string;
      readonly right: number | null;
      readonly of: number | null;
      readonly validUntil: string | null;
      readonly nextDueOn: string | null;
      readonly reason: string;
    };
