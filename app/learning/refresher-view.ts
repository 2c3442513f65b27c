import type { CheckState } from "#app/lessons/reader";
import type { StepState } from "#app/ui/focus";

/**
 * What a refresher shows. Plain data, fit for JSON; dates are civil dates (`YYYY-MM-DD`). `...Html` is HTML that we
 * compiled from checked content. Nothing here may tell a right answer before the question has been answered.
 */
export interface RefresherView {
  readonly today: string;
  readonly module: {
    readonly title: string;
    readonly lessonHref: string;
    /** To read the whole lesson. */
    readonly lessonMinutes: number;
  };
  readonly homeHref: string;
  /** One mark for each question, in order; empty before the first is known. */
  readonly steps: readonly { readonly id: string; readonly state: StepState }[];
  readonly step: IntroStep | QuestionStep | ResultStep;
  /** Names the attempt; every form sends it back. */
  readonly attempt: string;
}

/** Before the first question. Its form posts `intent=start`. */
export interface IntroStep {
  readonly kind: "intro";
  readonly lastCompletedOn: string | null;
  /** Changes published since the person's newest completion, newest first. */
  readonly changes: readonly { readonly id: string; readonly on: string; readonly note: string }[];
  /** The unit's own opening text. */
  readonly introHtml: string | null;
  readonly questions: number;
  readonly minutes: number;
  /** Some questions are answered already. */
  readonly begun: boolean;
}

/**
 * One question. Its form posts `intent=answer` or `intent=dont-know`, `check` (the question's id), `attempt`, and the
 * answer as `readResponse` reads it.
 */
export interface QuestionStep {
  readonly kind: "question";
  /** The question, with how it went once it is answered. */
  readonly check: CheckState;
  /** The change it is about, where there is one. */
  readonly changedOn: string | null;
  /** It was answered wrong before and comes back. */
  readonly again: boolean;
  /** Where to go on, once it is answered. */
  readonly nextHref: string | null;
  /** Nothing but the result comes after it. */
  readonly last: boolean;
}

/** After the last question. */
export interface ResultStep {
  readonly kind: "result";
  /** Right at the first answer, of all questions. */
  readonly right: number;
  readonly of: number;
  /** The day on which it was done. */
  readonly on: string;
  /** Whether the training is valid today. */
  readonly valid: boolean;
  readonly validUntil: string | null;
  /** When the next refresher is due; null where none is. */
  readonly dueOn: string | null;
  /** Why that date: whole sentences. */
  readonly reason: string;
  /** Earlier completions of the module, oldest first, without this one. */
  readonly earlier: readonly {
    readonly on: string;
    readonly score: { readonly right: number; readonly of: number } | null;
  }[];
  readonly review: readonly {
    readonly id: string;
    readonly titleHtml: string;
    readonly right: boolean;
    readonly noteHtml: string | null;
    readonly readHref: string | null;
  }[];
}
