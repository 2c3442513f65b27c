/** Reads a form that somebody filled in: what is there, what is wrong with it, and what to show again. */
import { addDays, type CivilDate, civilDate, compareDates, isCivilDate } from "#app/domain/calendar";

/** What can be wrong with a field; the words of each are in the directory's catalogue. */
export type ProblemCode =
  | "missing"
  | "too-long"
  | "not-a-date"
  | "day-too-early"
  | "day-too-late"
  | "day-not-come"
  | "not-a-number"
  | "not-an-email"
  | "not-a-country"
  | "not-a-zone"
  | "not-known"
  | "number-taken"
  | "email-taken"
  | "name-taken"
  | "nobody"
  | "several"
  | "self"
  | "closed"
  | "under-itself"
  | "there-already"
  | "moved-later"
  | "was-under"
  | "not-empty"
  | "in-use"
  | "ends-before-it-begins"
  | "has-it-already"
  | "last-administrator"
  | "last-address"
  | "not-employed"
  | "leaves-before"
  | "line"
  | "becomes-late"
  | "becomes-late-with"
  | "days-changed"
  | "day-twice";

/** What is wrong with a field; `detail` is what the sentence needs: a name, a date, a line. */
export interface Problem {
  readonly field: string;
  readonly code: ProblemCode;
  readonly detail?: string | undefined;
}

/** A form that was sent and not taken. */
export interface SentForm {
  readonly intent: string;
  readonly problems: readonly Problem[];
  /** What was typed, by field. */
  readonly typed: Readonly<Record<string, string>>;
}

/** The field by which something is confirmed. */
export const confirmField = "confirmed";

/** Longest text of a field, unless it says otherwise. */
const longest = 200;
const firstDay = civilDate("1900-01-01");
/** So far ahead something can be recorded. */
const daysAhead = 1100;

export class FormReader {
  readonly #form: FormData;
  readonly #problems: Problem[] = [];

  constructor(form: FormData) {
    this.#form = form;
  }

  get intent(): string {
    return this.optional("intent") ?? "";
  }

  get isRefused(): boolean {
    return this.#problems.length > 0;
  }

  refuse(field: string, code: ProblemCode, detail?: string): void {
    if (this.#problems.some((problem) => problem.field === field)) return;
    this.#problems.push(detail === undefined ? { field, code } : { field, code, detail });
  }

  /** Refuses what has to be said to be meant, unless just this was: what it comes to is what is confirmed. */
  mustConfirm(code: "becomes-late" | "becomes-late-with", detail: string): void {
    if (this.optional(confirmField) !== detail) this.refuse(confirmField, code, detail);
  }

  /** Text without spaces around it; null when there is none. */
  optional(field: string, limit = longest): string | null {
    const value = this.#form.get(field);
    const text = typeof value === "string" ? value.trim() : "";
    if (text.length > limit) this.refuse(field, "too-long", String(limit));
    return text === "" ? null : text.slice(0, limit);
  }

  /** Text that has to be there. */
  text(field: string, limit = longest): string {
    const text = this.optional(field, limit);
    if (text === null) this.refuse(field, "missing");
    return text ?? "";
  }

  /** One of a few; an address that was tampered with is refused like an empty field. */
  oneOf<Value extends string>(field: string, values: readonly Value[]): Value | null {
    const text = this.optional(field);
    const found = values.find((value) => value === text);
    if (found === undefined) this.refuse(field, "missing");
    return found ?? null;
  }

  isChecked(field: string): boolean {
    return this.#form.get(field) !== null;
  }

  /** A day that exists, neither long ago nor far ahead. */
  date(field: string, today: CivilDate): CivilDate {
    const text = this.optional(field);
    if (text === null) this.refuse(field, "missing");
    else if (!isCivilDate(text)) this.refuse(field, "not-a-date", text);
    else if (compareDates(text, firstDay) < 0) this.refuse(field, "day-too-early", firstDay);
    else if (compareDates(text, addDays(today, daysAhead)) > 0) {
      this.refuse(field, "day-too-late", addDays(today, daysAhead));
    } else return text;
    return today;
  }

  optionalDate(field: string, today: CivilDate): CivilDate | null {
    return this.optional(field) === null ? null : this.date(field, today);
  }

  /** A day that has come for the reader. */
  pastDate(field: string, today: CivilDate): CivilDate {
    const day = this.date(field, today);
    if (compareDates(day, today) > 0) this.refuse(field, "day-not-come");
    return day;
  }

  /** What was sent, with what is wrong with it. */
  refused(): SentForm {
    const typed: Record<string, string> = {};
    for (const [field, value] of this.#form) if (typeof value === "string") typed[field] = value;
    return { intent: this.intent, problems: this.#problems, typed };
  }
}

/** What a use case did with a form: where to go on, or the form to show again. */
export type Taken = { readonly to: string } | { readonly refused: SentForm };
