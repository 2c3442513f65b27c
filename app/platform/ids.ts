import { monotonicFactory } from "ulid";

const next = monotonicFactory();

/** A ULID; those made by one process sort in the order they were made in, also within a millisecond. */
export function newId(at: Date): string {
  return next(at.getTime());
}
