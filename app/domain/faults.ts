/** What is wrong with input that came from outside, and where. */

/** What is wrong with a value, for whoever says it in their own words. `value` is short and on one line. */
export type FaultKind =
  | { readonly code: "missing" | "empty-list" }
  | {
      readonly code:
        | "no-object"
        | "no-date"
        | "negative-period"
        | "time-units"
        | "no-period"
        | "no-whole-number"
        | "no-share"
        | "no-days"
        | "no-day"
        | "no-list"
        | "no-text";
      readonly value: string;
    }
  | { readonly code: "unknown-field"; readonly known: readonly string[] }
  | { readonly code: "no-word"; readonly value: string; readonly words: readonly string[] }
  | { readonly code: "other-anchor"; readonly anchor: string }
  | { readonly code: "too-short"; readonly period: string; readonly window: string; readonly spread?: string }
  | { readonly code: "shorter-than-weak"; readonly every: string; readonly weak: string }
  | { readonly code: "ends-before"; readonly from: string; readonly until: string };

/** One fault: `path` names the place (`facts[3].on`), `message` says in English what is wrong there. */
export interface Fault {
  readonly path: string;
  readonly message: string;
  readonly kind: FaultKind;
}

/** A fault with its message. */
export function faultAt(path: string, kind: FaultKind): Fault {
  return { path, message: faultText(kind), kind };
}

/** Input that was understood, or everything that is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const valueFaults = {
  "no-object": "is not an object",
  "no-date": "is not a date",
  "negative-period": "is negative",
  "time-units": "has time units",
  "no-period": "is not a period of whole days, weeks, months or years",
  "no-whole-number": "is not a whole number from 0",
  "no-share": "is not a number from 0 to 1",
  "no-days": "is not a list of days as MM-DD",
  "no-day": "is not a day of the year as MM-DD",
  "no-list": "is not a list",
  "no-text": "is not a text",
};

function faultText(kind: FaultKind): string {
  switch (kind.code) {
    case "missing":
      return "is missing";
    case "empty-list":
      return "an empty list is not a list of days as MM-DD";
    case "unknown-field":
      return `is not known here (known: ${kind.known.join(", ")})`;
    case "no-word":
      return `${kind.value} is not ${oneOf(kind.words)}`;
    case "other-anchor":
      return `does not go with anchor ${kind.anchor}`;
    case "too-short":
      return kind.spread === undefined
        ? `${kind.period} does not exceed window (${kind.window})`
        : `${kind.period} does not exceed window and spread together (${kind.window} + ${kind.spread})`;
    case "shorter-than-weak":
      return `${kind.every} is shorter than weak.every (${kind.weak})`;
    case "ends-before":
      return `${kind.until} is before from (${kind.from})`;
    default:
      return `${kind.value} ${valueFaults[kind.code]}`;
  }
}

function oneOf(words: readonly string[]): string {
  return words.length === 1 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
