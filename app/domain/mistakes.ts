/** What was wrong in an answer, by places of choices in the source: they are the same in every language. */
import type { QuestionKind } from "./grading";

/** A response by places. Of a question in words, `place` is that of the choice whose words were given. */
export type PlacedResponse =
  | { readonly type: "dont-know" }
  | { readonly type: "words"; readonly place: number | null }
  | { readonly type: "choices"; readonly places: readonly number[] };

/** One thing that was wrong. */
export type Mistake =
  | { readonly type: "dont-know" }
  /** Words that no choice foresees. */
  | { readonly type: "other-words" }
  /** This choice was chosen. */
  | { readonly type: "chosen"; readonly place: number }
  /** This choice should have been chosen as well. */
  | { readonly type: "missed"; readonly place: number }
  /** This choice was put there (from 0), and is the first that stands wrong. */
  | { readonly type: "put"; readonly place: number; readonly at: number };

/**
 * What was wrong in a wrong answer: one thing, of a question with several right choices as many as there are.
 *
 * @param right for each choice whether it is right; of kind `order` they stand in the right order
 */
export function mistakesIn(kind: QuestionKind, right: readonly boolean[], response: PlacedResponse): Mistake[] {
  if (response.type === "dont-know") return [{ type: "dont-know" }];
  if (response.type === "words") {
    return [response.place === null ? { type: "other-words" } : { type: "chosen", place: response.place }];
  }
  const { places } = response;
  if (kind === "order") {
    const at = places.findIndex((place, index) => place !== index);
    const place = places[at];
    return place === undefined ? [] : [{ type: "put", place, at }];
  }
  const chosen = places.filter((place) => right[place] === false);
  const missed =
    kind === "many" ? right.flatMap((isRight, place) => (isRight && !places.includes(place) ? [place] : [])) : [];
  return [
    ...chosen.map((place): Mistake => ({ type: "chosen", place })),
    ...missed.map((place): Mistake => ({ type: "missed", place })),
  ];
}

/** A mistake as the database keeps it. */
export function mistakeText(mistake: Mistake): string {
  if (mistake.type === "put") return `put:${mistake.place}:${mistake.at}`;
  return "place" in mistake ? `${mistake.type}:${mistake.place}` : mistake.type;
}

/** The mistake that was kept. */
export function readMistake(text: string): Mistake {
  const [type, place, at] = text.split(":");
  if (type === "chosen" || type === "missed") return { type, place: Number(place) };
  if (type === "put") return { type, place: Number(place), at: Number(at) };
  return { type: type === "dont-know" ? "dont-know" : "other-words" };
}
