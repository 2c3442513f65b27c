import type { AnswerProblem, QuestionKind } from "./refresher-view";

/** What a posted question form says. */
export type PostedAnswer =
  | { readonly kind: "unknown" }
  /** Ids of what was chosen, for `order` in the order given; for `text` what was written. */
  | { readonly kind: "answer"; readonly values: readonly string[] }
  | { readonly kind: "problem"; readonly problem: AnswerProblem };

/** Names of the controls in a question's form. */
export const answerField = "answer";
export function placeField(choice: string): string {
  return `place.${choice}`;
}

/**
 * Reads a question's form. Choices that the question does not have are dropped, so that what comes out is one of its
 * own; whether it is right is for grading to say.
 * @param choices ids of the question's choices
 */
export function readAnswer(form: FormData, kind: QuestionKind, choices: readonly string[]): PostedAnswer {
  if (form.get("intent") === "dont-know") return { kind: "unknown" };
  const sent = form.getAll(answerField).filter((value): value is string => typeof value === "string");
  if (kind === "text") {
    const written = (sent[0] ?? "").trim();
    return written === "" ? { kind: "problem", problem: "nothingWritten" } : { kind: "answer", values: [written] };
  }
  if (kind === "order") return readOrder(form, choices);
  const chosen = choices.filter((choice) => sent.includes(choice));
  const values = kind === "one" ? chosen.slice(0, 1) : chosen;
  return values.length === 0 ? { kind: "problem", problem: "nothingChosen" } : { kind: "answer", values };
}

function readOrder(form: FormData, choices: readonly string[]): PostedAnswer {
  const places = choices.map((choice) => ({ choice, place: Number(form.get(placeField(choice))) }));
  const taken = new Set(places.map(({ place }) => place));
  const complete = choices.every((_, place) => taken.has(place + 1));
  if (!complete) return { kind: "problem", problem: "placesRepeat" };
  return { kind: "answer", values: places.sort((a, b) => a.place - b.place).map(({ choice }) => choice) };
}
