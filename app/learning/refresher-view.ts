import type { StepState } from "#app/ui/focus";
import type { ChoiceMark } from "#app/ui/question";

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
  /** What every form of the step sends along, such as the attempt. */
  readonly fields: Readonly<Record<string, string>>;
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
 * One question. Its form posts `intent=answer` or `intent=dont-know`, `question` (its id), and the answer as
 * `readAnswer` reads it.
 */
export interface QuestionStep {
  readonly kind: "question";
  readonly question: QuestionView;
  readonly number: number;
  readonly of: number;
  /** It was answered wrong before and comes back. */
  readonly again: boolean;
  readonly error: AnswerProblem | null;
  /** Where to go on, once it is answered. */
  readonly nextHref: string | null;
  /** Nothing but the result comes after it. */
  readonly last: boolean;
}

export type QuestionKind = "one" | "many" | "order" | "text";
export type AnswerProblem = "nothingChosen" | "nothingWritten" | "placesRepeat";

export interface QuestionView {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly promptHtml: string;
  /** In the order shown; of a `text` question none. */
  readonly choices: readonly { readonly id: string; readonly html: string }[];
  /** The change it is about, where there is one. */
  readonly changedOn: string | null;
  readonly outcome: QuestionOutcome | null;
}

/** What is known once the question has been answered. */
export interface QuestionOutcome {
  readonly right: boolean;
  /** The answer was "I don't know". */
  readonly unknown: boolean;
  /** What was chosen: ids, for `order` in the order given; for `text` what was written. */
  readonly answer: readonly string[];
  /** By id of choice. */
  readonly marks: Readonly<Record<string, ChoiceMark>>;
  /** Of an `order` question: ids in the right order. */
  readonly rightOrder: readonly string[];
  /** Of a `text` question answered wrong: what is accepted. */
  readonly accepted: readonly string[];
  readonly feedbackHtml: string | null;
}

/** After the last question. */
export interface ResultStep {
  readonly kind: "result";
  /** Right at the first answer, of all questions. */
  readonly right: number;
  readonly of: number;
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
