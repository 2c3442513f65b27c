/**
 * A response as the database keeps it: places of choices in the source, not their ids, which differ between languages
 * (the questions themselves are the same: the checker sees to that). So an answer given in one language is shown right
 * in another.
 */
import type { Response } from "#app/domain/grading";
import type { QuestionKey } from "#app/lessons/question";

type Kept = { readonly unknown: true } | { readonly text: string } | { readonly places: readonly number[] };

/** A response as JSON. */
export function responseText(key: QuestionKey, response: Response): string {
  let kept: Kept;
  if (response.type === "dont-know") kept = { unknown: true };
  else if (response.type === "text") kept = { text: response.text };
  else kept = { places: response.choices.map((id) => key.choices.findIndex((choice) => choice.id === id)) };
  return JSON.stringify(kept);
}

/** The response that was kept, in the ids of this key's language. */
export function readResponseText(key: QuestionKey, text: string): Response {
  const kept = JSON.parse(text) as Kept;
  if ("unknown" in kept) return { type: "dont-know" };
  if ("text" in kept) return { type: "text", text: kept.text };
  return {
    type: "choices",
    choices: kept.places.flatMap((place) => {
      const choice = key.choices[place];
      return choice ? [choice.id] : [];
    }),
  };
}
