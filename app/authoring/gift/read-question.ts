/** What a question of GIFT is here: which kind, and which choices; or why it cannot be asked. */
import type { GIFTQuestion, MultipleChoice, Numerical, ShortAnswer, TextFormat, TrueFalse } from "gift-pegjs";
import type { QuestionKind } from "#app/domain/grading";
import { answerWords } from "./gift-text";

/** Why a question, or something of it, was not carried over. */
export const leftReasons = [
  "syntax",
  "category",
  "description",
  "essay",
  "matching",
  "numerical-range",
  "partial-weights",
  "several-right",
  "no-right-answer",
  "wildcard",
  "same-choices",
  "too-few-choices",
  "no-question",
  "picture",
  "too-long",
  "too-many",
  "refused",
] as const;
export type LeftReason = (typeof leftReasons)[number];

/** What is different about a question that was carried over. */
export const giftNotes = ["all-or-nothing", "comma", "catch-all"] as const;
export type GiftNote = (typeof giftNotes)[number];

export interface ReadChoice {
  readonly text: TextFormat;
  readonly right: boolean;
  readonly feedback: TextFormat | null;
}

export interface ReadQuestion {
  readonly kind: QuestionKind;
  readonly title: string | null;
  readonly prompt: TextFormat;
  readonly choices: readonly ReadChoice[];
  readonly feedback: TextFormat | null;
  readonly notes: readonly GiftNote[];
}

export type Read = ReadQuestion | { readonly left: LeftReason };

interface Answers {
  readonly kind: QuestionKind;
  readonly choices: readonly ReadChoice[];
  readonly notes: readonly GiftNote[];
}

type Outcome = Answers | { readonly left: LeftReason };

const plain = (text: string): TextFormat => ({ format: "plain", text });

/** @param words what the two answers to a statement are called */
export function readQuestion(question: GIFTQuestion, words: { readonly yes: string; readonly no: string }): Read {
  if (question.type === "Category") return { left: "category" };
  if (question.type === "Description") return { left: "description" };
  if (question.type === "Essay") return { left: "essay" };
  const outcome = answersOf(question, words);
  if ("left" in outcome) return outcome;
  const spoken = outcome.choices.map((choice) => answerWords(choice.text).normalize("NFC").toLowerCase());
  if (spoken.some((text) => text === "")) return { left: "no-right-answer" };
  if (new Set(spoken).size < spoken.length) return { left: "same-choices" };
  if (outcome.kind !== "text" && spoken.length < 2) return { left: "too-few-choices" };
  return { ...outcome, title: question.title, prompt: question.stem, feedback: question.globalFeedback };
}

function answersOf(
  question: Exclude<GIFTQuestion, { type: "Category" | "Description" | "Essay" }>,
  words: { readonly yes: string; readonly no: string },
): Outcome {
  switch (question.type) {
    case "TF":
      return statement(question, words);
    case "MC":
      return choice(question);
    case "Short":
      return shortAnswer(question);
    case "Numerical":
      return number(question);
    case "Matching": {
      // Things that are matched to 1, 2, 3 are things to be put in order.
      const places = question.matchPairs.map((pair) => Number(pair.subanswer));
      const isOrder =
        places.length > 1 && [...places].sort((a, b) => a - b).every((place, index) => place === index + 1);
      if (!isOrder) return { left: "matching" };
      const inOrder = [...question.matchPairs].sort((a, b) => Number(a.subanswer) - Number(b.subanswer));
      const choices = inOrder.map((pair) => ({ text: pair.subquestion, right: false, feedback: null }));
      return { kind: "order", choices, notes: [] };
    }
  }
}

/** The first feedback of a statement is for whoever was wrong, the second for whoever was right. */
function statement(question: TrueFalse, words: { readonly yes: string; readonly no: string }): Answers {
  const { isTrue, trueFeedback: whenWrong, falseFeedback: whenRight } = question;
  const of = (text: string, right: boolean) => ({
    text: plain(text),
    right,
    feedback: right ? whenRight : whenWrong,
  });
  return { kind: "one", choices: [of(words.yes, isTrue), of(words.no, !isTrue)], notes: [] };
}

function choice({ choices }: MultipleChoice): Outcome {
  const weights = choices.map((one) => one.weight ?? (one.isCorrect ? 100 : 0));
  const right = weights.map((weight) => weight > 0);
  const count = right.filter(Boolean).length;
  if (count === 0) return { left: "no-right-answer" };
  const read = choices.map((one, index) => ({
    text: one.text,
    right: right[index] === true,
    feedback: one.feedback,
  }));
  const whole = weights.filter((weight) => weight === 100).length;
  if (count === 1) return whole === 1 ? { kind: "one", choices: read, notes: [] } : { left: "partial-weights" };
  if (whole === count) return { left: "several-right" };
  const sum = weights.reduce((total, weight) => total + Math.max(weight, 0), 0);
  // Thirds are written as 33.333.
  if (whole > 0 || Math.abs(sum - 100) > 1) return { left: "partial-weights" };
  return { kind: "many", choices: read, notes: ["all-or-nothing"] };
}

function shortAnswer({ choices }: ShortAnswer): Outcome {
  const notes: GiftNote[] = [];
  const read: ReadChoice[] = [];
  for (const one of choices) {
    const weight = one.weight ?? 100;
    if (one.text.text.trim() === "*" && weight === 0) {
      notes.push("catch-all");
      continue;
    }
    if (weight !== 100 && weight > 0) return { left: "partial-weights" };
    if (one.text.text.includes("*")) return { left: "wildcard" };
    read.push({ text: one.text, right: weight === 100, feedback: one.feedback });
  }
  return read.some(({ right }) => right) ? { kind: "text", choices: read, notes } : { left: "no-right-answer" };
}

/** A number is written with a point or with a comma. */
function number(question: Numerical): Outcome {
  const list = Array.isArray(question.choices)
    ? question.choices
    : [{ isCorrect: true, weight: null, text: question.choices, feedback: null }];
  const read: ReadChoice[] = [];
  const notes = new Set<GiftNote>();
  for (const { isCorrect, weight, text, feedback } of list) {
    const isExact = text.type === "simple" || (text.type === "range" && text.range === 0);
    if (!isCorrect || !isExact || text.number === undefined) return { left: "numerical-range" };
    if (weight !== null && weight !== 100) return { left: "partial-weights" };
    const written = String(text.number);
    read.push({ text: plain(written), right: true, feedback });
    if (written.includes(".")) {
      notes.add("comma");
      read.push({ text: plain(written.replace(".", ",")), right: true, feedback });
    }
  }
  return { kind: "text", choices: read, notes: [...notes] };
}
