import { createContext, useContext } from "react";
import type { Mark, Response } from "#app/domain/grading";
import type { PublicQuestion } from "./question";
import type { AnswerProblem } from "./read-response";

/**
 * Who reads a lesson, and what they have done in it: all that a page must know about its reader. Plain data, fit for
 * JSON; dates are civil dates (`YYYY-MM-DD`). Nothing here may tell a right answer before its question was answered.
 */
export interface LessonReader {
  /** Every unit the reader belongs to, with all units above it. Whoever looks as another department passes that one. */
  readonly departments: readonly string[];
  /** The newest revision the reader completed, and when; null before the first completion. */
  readonly completed: { readonly revision: number; readonly on: string } | null;
  /** Names the attempt: letters, digits, `-` and `_`. Null: the lesson is only read, and nothing can be answered. */
  readonly attempt: string | null;
  /** The questions asked of this reader in this attempt. One that is absent is not shown. */
  readonly checks: readonly CheckState[];
  readonly confirmations: readonly ConfirmationState[];
  readonly reflections: readonly ReflectionState[];
}

/** One question of an attempt. Made by `checkState` on the server. */
export interface CheckState {
  /** Id of the question that the lesson has in this place. */
  readonly slot: string;
  /** The question asked there: the lesson's own, or one drawn from the bank in its place. */
  readonly question: PublicQuestion;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly state: "unanswered" | "right" | "wrong";
  /** What was answered; null before. */
  readonly response: Response | null;
  /** By id of choice. Empty before the answer. */
  readonly marks: Readonly<Record<string, Mark>>;
  /** Ids in the right order, of an answered question of order. */
  readonly rightOrder: readonly string[];
  /** The accepted answer that the author names first, of an answered question in words that was not right. */
  readonly accepted: readonly string[];
  /** Explanations of what was chosen and of what should have been; `choice` says of which, where that is not plain. */
  readonly choiceFeedback: readonly { readonly choice: string | null; readonly html: string }[];
  /** The explanation shown after any answer; null before, or where there is none. */
  readonly feedbackHtml: string | null;
  /** The answer is on its way. */
  readonly pending?: boolean | undefined;
  /** The answer that was given and is not taken yet, locked as it is; `failed`: it waits to be sent again. */
  readonly waiting?: WaitingAnswer | null | undefined;
  /** Why the answer was not taken. */
  readonly error?: AnswerProblem | "not-sent" | null | undefined;
}

export interface WaitingAnswer {
  readonly response: Response;
  readonly failed: boolean;
}

export interface ConfirmationState {
  readonly id: string;
  /** The day it was confirmed; null before. */
  readonly on: string | null;
  readonly pending?: boolean | undefined;
  readonly error?: "not-sent" | null | undefined;
}

export interface ReflectionState {
  readonly id: string;
  readonly text: string;
  readonly shared: boolean;
  /** The day it was last saved; null before. */
  readonly on: string | null;
  readonly pending?: boolean | undefined;
  readonly error?: "not-sent" | null | undefined;
}

/** What somebody is writing in a reflection, before it is saved. */
export interface ReflectionDraft {
  readonly text: string;
  readonly share: boolean;
}

/** What the page does when the reader does something. Without them, and without script, the forms post by themselves. */
export interface LessonActions {
  /**
   * @param slot the place in the lesson
   * @param question id of the question asked there
   */
  readonly onAnswer?: ((slot: string, question: string, response: Response) => void) | undefined;
  readonly onConfirm?: ((id: string) => void) | undefined;
  readonly onReflect?: ((id: string, text: string, share: boolean) => void) | undefined;
  /** At each change of a reflection that was not saved yet. */
  readonly onDraft?: ((id: string, draft: ReflectionDraft) => void) | undefined;
  /** What was being written when the page went away; null where there is nothing. */
  readonly draftOf?: ((id: string) => ReflectionDraft | null) | undefined;
}

/** What the components of a lesson read. */
export interface Reading extends LessonActions {
  readonly reader: LessonReader;
}

const ReadingContext = createContext<Reading | null>(null);
export const ReadingProvider = ReadingContext.Provider;

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("a component of a lesson stands outside a lesson");
  return reading;
}
