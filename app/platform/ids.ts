import { monotonicFactory } from "ulid";
import { randomFraction } from "./random";

// Left to itself it asks the system for each of sixteen letters.
const next = monotonicFactory(randomFraction);

/** A ULID; those made by one process sort in the order they were made in, also within a millisecond. */
export function newId(at: Date): string {
  return next(at.getTime());
}

/** Whether a text that somebody sent can be an id that `newId` made. */
export function isMadeId(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);
}
