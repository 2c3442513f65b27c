/** Questions in GIFT, the text format of Moodle, as questions of the dialect. */
import * as gift from "gift-pegjs";
import type { QuestionKind } from "#app/domain/grading";
import { checkLesson } from "#app/lessons/check-lesson";
import { hasErrors } from "#app/lessons/problem";
import { idFrom } from "../drafts/draft-path";
import { type GiftBlock, giftBlocks, longestGift, longestQuestion } from "./gift-blocks";
import { answerText, promptText, TextLeft } from "./gift-text";
import { type GiftNote, type LeftReason, type ReadQuestion, readQuestion } from "./read-question";

/** A question that can be asked here. */
export interface Carried {
  /** Where it begins in the file. */
  readonly line: number;
  readonly id: string;
  readonly kind: QuestionKind;
  /** Its first words. */
  readonly said: string;
  readonly choices: number;
  readonly notes: readonly GiftNote[];
  /** `<Check ...>...</Check>` */
  readonly source: string;
}

/** What cannot be carried over. */
export interface LeftOut {
  readonly line: number;
  /** Where the file cannot be read. */
  readonly column: number | null;
  readonly reason: LeftReason;
  readonly said: string;
}

export interface GiftResult {
  readonly carried: readonly Carried[];
  readonly left: readonly LeftOut[];
}

export interface GiftOptions {
  /** Ids that the module uses already. */
  readonly taken: ReadonlySet<string>;
  /** What the answers to a statement are called in the language of the questions. */
  readonly words: { readonly yes: string; readonly no: string };
}

/** Questions of a file at most. */
export const questionsAtMost = 200;
/** Characters of all questions at most, well below what the checker takes. */
const longestFile = 150_000;

function opening(text: string): string {
  const plain = text
    .replace(/<[^>]{0,200}>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > 90 ? `${plain.slice(0, 89)}…` : plain;
}

/** An id that the module does not use yet, the same for the same question each time. */
function freeId(wanted: string, taken: Set<string>): string {
  const base = `q-${idFrom(wanted) || "question"}`;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}

function sourceOf(question: ReadQuestion, id: string): string {
  const feedbackOf = (text: ReadQuestion["feedback"]) => {
    const written = text ? answerText(text) : "";
    return written === "" ? "" : `<Feedback>${written}</Feedback>`;
  };
  const choices = question.choices.map(
    ({ text, right, feedback }) =>
      `<Choice${right ? " right" : ""}>${answerText(text)}${feedbackOf(feedback)}</Choice>`,
  );
  const kind = question.kind === "one" ? "" : ` kind="${question.kind}"`;
  const after = feedbackOf(question.feedback);
  const lines = [`<Check id="${id}"${kind}>`, promptText(question.prompt), "", ...choices, ...(after ? [after] : [])];
  return `${lines.join("\n")}\n</Check>`;
}

/** The file as it is kept in the module. */
export function questionFile(title: string, checks: readonly Pick<Carried, "source">[]): string {
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${checks.map(({ source }) => source).join("\n\n")}\n`;
}

/** Whether the checker takes it: what is added to a draft is never refused there. */
function isTaken(source: string): boolean {
  const context = { path: "", language: "", module: "module", departments: [], media: new Map() };
  return !hasErrors(checkLesson(questionFile("Question", [{ source }]), { ...context, purpose: "questions" }).problems);
}

function carry(block: GiftBlock, options: GiftOptions, taken: Set<string>): Carried | LeftOut {
  const [line = 1] = block.lines;
  const said = opening(block.text);
  const leave = (reason: LeftReason): LeftOut => ({ line, column: null, reason, said });
  if (block.text.length > longestQuestion) return leave("too-long");
  let parsed: gift.GIFTQuestion[];
  try {
    parsed = gift.parse(block.text);
  } catch (fault) {
    const at = (fault as { location?: gift.LocationRange }).location?.start;
    return {
      line: block.lines[(at?.line ?? 1) - 1] ?? line,
      column: at?.column ?? null,
      reason: "syntax",
      said,
    };
  }
  const [question] = parsed;
  if (!question) return leave("no-question");
  try {
    const read = readQuestion(question, options.words);
    if ("left" in read) return leave(read.left);
    if (promptText(read.prompt) === "") return leave("no-question");
    const mine = new Set(taken);
    const id = freeId(block.id ?? read.title ?? opening(read.prompt.text), mine);
    const source = sourceOf(read, id);
    if (source.length > longestQuestion * 1.5) return leave("too-long");
    if (!isTaken(source)) return leave("refused");
    taken.add(id);
    const { kind, notes } = read;
    return { line, id, kind, said: opening(read.prompt.text), choices: read.choices.length, notes, source };
  } catch (fault) {
    if (fault instanceof TextLeft) return leave(fault.reason);
    throw fault;
  }
}

/** What becomes of each question of a file, in order. */
export function* giftToChecks(source: string, options: GiftOptions): Generator<Carried | LeftOut> {
  const taken = new Set(options.taken);
  let count = 0;
  let length = 0;
  for (const block of giftBlocks(source.slice(0, longestGift))) {
    const one = carry(block, options, taken);
    const size = "source" in one ? one.source.length : 0;
    if (size > 0 && (count >= questionsAtMost || length + size > longestFile)) {
      yield { line: one.line, column: null, reason: "too-many", said: one.said };
      continue;
    }
    if (size > 0) count += 1;
    length += size;
    yield one;
  }
}

/**
 * What becomes of the questions of a file. A question can be written so that reading it takes many seconds: whoever
 * cannot wait asks the converter (`converting/converter.ts`).
 *
 * @param source GIFT of at most `longestGift` characters; the rest is not read
 */
export function readGift(source: string, options: GiftOptions): GiftResult {
  const carried: Carried[] = [];
  const left: LeftOut[] = [];
  for (const one of giftToChecks(source, options)) {
    if ("source" in one) carried.push(one);
    else left.push(one);
  }
  return { carried, left };
}
