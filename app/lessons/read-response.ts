import { isResponseTo, LONGEST_TEXT_ANSWER, type QuestionKind, type Response } from "#app/domain/grading";

/** Why a form holds no answer. */
export type AnswerProblem = "nothing-chosen" | "nothing-written" | "places-repeat" | "not-an-answer";

/** The longest text that is kept of a reflection, in UTF-16 code units: a note to oneself, not a document. */
export const LONGEST_REFLECTION = 2_000;

/** Names of the controls in a question's form. */
export const answerFields = {
  /** Submit button: `answer` or `dont-know`. */
  intent: "intent",
  /** Id of the question. */
  check: "check",
  attempt: "attempt",
  /** Ids of what is chosen, or what is written. */
  answer: "answer",
  /** Place of a choice in a question of order, from 1. */
  place: (choice: string) => `place.${choice}`,
} as const;

/**
 * Reads a question's form, in the browser before it is sent and on the server after.
 *
 * @param choices ids of the question's choices, in any order
 * @returns the response, fit for `gradeAnswer`, or why there is none
 */
export function readResponse(
  form: FormData,
  question: { readonly kind: QuestionKind; readonly choices: readonly { readonly id: string }[] },
): Response | AnswerProblem {
  if (form.get(answerFields.intent) === "dont-know") return { type: "dont-know" };
  const sent = form.getAll(answerFields.answer).filter((value) => typeof value === "string");
  if (question.kind === "text") {
    const text = (sent[0] ?? "").trim();
    if (text === "") return "nothing-written";
    return text.length > LONGEST_TEXT_ANSWER ? "not-an-answer" : { type: "text", text };
  }
  const response =
    question.kind === "order" ? readOrder(form, question.choices) : { type: "choices" as const, choices: sent };
  if (typeof response === "string") return response;
  if (response.choices.length === 0) return "nothing-chosen";
  const key = {
    id: "",
    kind: question.kind,
    choices: question.choices.map(({ id }) => ({ id, text: "", right: false })),
  };
  return isResponseTo(key, response) ? response : "not-an-answer";
}

function readOrder(
  form: FormData,
  choices: readonly { readonly id: string }[],
): (Response & { type: "choices" }) | AnswerProblem {
  const places = choices.map(({ id }) => ({ id, place: Number(form.get(answerFields.place(id)) ?? Number.NaN) }));
  if (places.some(({ place }) => !Number.isInteger(place) || place < 1 || place > choices.length))
    return "not-an-answer";
  if (new Set(places.map(({ place }) => place)).size !== places.length) return "places-repeat";
  return { type: "choices", choices: places.sort((a, b) => a.place - b.place).map(({ id }) => id) };
}
