/** The form in which a session is planned and changed: texts as they were typed, and what can be wrong with them. */

export const sessionFields = [
  "module",
  "date",
  "start",
  "end",
  "site",
  "place",
  "zone",
  "seats",
  "language",
  "instructor",
  "note",
] as const;
export type SessionField = (typeof sessionFields)[number];
export type SessionFields = Readonly<Record<SessionField, string>>;

/** What is wrong with a field; nothing is planned before it is put right. */
export type SessionProblem =
  | "missing"
  | "no-date"
  | "no-time"
  /** Clocks are put forward over it. */
  | "skipped-time"
  | "ends-before-it-begins"
  | "unknown"
  | "too-long"
  | "no-seats"
  /** Fewer than have a seat already. */
  | "fewer-than-booked";

export type SessionProblems = Readonly<Partial<Record<SessionField, SessionProblem>>>;

/** What somebody may have overlooked; it is planned all the same when they say so. */
export type SessionDoubt =
  | { readonly kind: "past" }
  | { readonly kind: "holiday"; readonly name: string }
  | { readonly kind: "instructor-busy"; readonly sessionId: string; readonly from: string; readonly to: string }
  | { readonly kind: "instructor-gone" };

export const emptySession: SessionFields = {
  module: "",
  date: "",
  start: "09:00",
  end: "11:00",
  site: "",
  place: "",
  zone: "",
  seats: "12",
  language: "",
  instructor: "",
  note: "",
};

/** The fields of a form that was sent, without white space around them. */
export function readSessionFields(form: FormData): SessionFields {
  const text = (name: SessionField) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return Object.fromEntries(sessionFields.map((name) => [name, text(name)])) as Record<SessionField, string>;
}
