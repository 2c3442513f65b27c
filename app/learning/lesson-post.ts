/** What a lesson's page sends, as the names and values of its forms: the same with and without script. */
import type { Response } from "#app/domain/grading";
import { answerFields } from "#app/lessons/read-response";

/** Names and values of a form, in order. */
export type Fields = readonly (readonly [string, string])[];

/** The fields of an answered question; the inverse of `readResponse`. */
export function answerPost(attempt: string, question: string, order: readonly string[], response: Response): Fields {
  const intent = response.type === "dont-know" ? "dont-know" : "answer";
  const said: [string, string][] =
    response.type === "dont-know"
      ? []
      : response.type === "text"
        ? [[answerFields.answer, response.text]]
        : response.choices.map((id) => [answerFields.answer, id]);
  const places: [string, string][] =
    response.type === "choices" && order.length > 0
      ? order.map((id) => [answerFields.place(id), String(response.choices.indexOf(id) + 1)])
      : [];
  return [
    [answerFields.intent, intent],
    [answerFields.check, question],
    [answerFields.attempt, attempt],
    ...(places.length > 0 ? places : said),
  ];
}

export function confirmPost(attempt: string, id: string): Fields {
  return [
    [answerFields.intent, "confirm"],
    ["confirmation", id],
    [answerFields.attempt, attempt],
  ];
}

export function reflectPost(attempt: string, id: string, text: string, share: boolean): Fields {
  return [
    [answerFields.intent, "reflect"],
    ["reflection", id],
    [answerFields.attempt, attempt],
    ["text", text],
    ...(share ? ([["share", "yes"]] as const) : []),
  ];
}

/** The value of a field; null where there is none. */
export function fieldOf(fields: Fields, name: string): string | null {
  return fields.find(([key]) => key === name)?.[1] ?? null;
}

/** What a post is about: the latest one about the same thing counts. Null: it is not kept when it cannot be sent. */
export function subjectOf(fields: Fields): string | null {
  const about = { answer: "check", "dont-know": "check", confirm: "confirmation", reflect: "reflection" } as const;
  const intent = fieldOf(fields, answerFields.intent);
  if (intent === null || !Object.hasOwn(about, intent)) return null;
  const name = about[intent as keyof typeof about];
  const id = fieldOf(fields, name);
  return id === null ? null : `${name}:${id}`;
}
