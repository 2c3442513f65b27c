/** The cycle somebody is in: what its dates are reckoned from. */
import type { DayNumber, Period, PeriodParts } from "./calendar";
import type { CompiledPolicy } from "./compiled-policy";

/** The completion that began a cycle. */
export interface Held {
  readonly on: DayNumber;
  readonly score: number;
  /** The issuer's own last day; NEVER where there is none. */
  readonly expires: DayNumber;
}

/** A completion that gave no later base than the one held, and so began no cycle. */
export interface Renewal {
  readonly on: DayNumber;
  /** The interval of its weak result; null where it was not weak. */
  readonly every: Period | null;
}

/** Days away: leave, an exemption, or a short gap between leaving and coming back. Both ends are included. */
export interface Absence {
  readonly kind: "leave" | "exempted" | "gap";
  readonly from: DayNumber;
  /** NEVER: without end. */
  readonly until: DayNumber;
}

/** A major revision that this person has not settled. */
export interface MajorRevision {
  readonly kind: "major";
  readonly on: DayNumber;
  readonly revision: number;
  readonly within: PeriodParts;
  /** r0 of rule 6: the day from which this person's time counts. */
  readonly from: DayNumber;
  readonly due: DayNumber;
}

/** Something that moves the due date of a cycle. Each speaks of the day on which it happened, for good. */
export type DueChange =
  | MajorRevision
  | { readonly kind: "critical"; readonly on: DayNumber; readonly revision: number; readonly due: DayNumber }
  | { readonly kind: "extended"; readonly on: DayNumber; readonly due: DayNumber }
  | { readonly kind: "returned"; readonly on: DayNumber; readonly due: DayNumber }
  | {
      readonly kind: "edited";
      readonly on: DayNumber;
      /** The due date and the end of validity may not come before these. */
      readonly due: DayNumber;
      readonly validUntil: DayNumber;
      /** Whether the base was reckoned afresh, or validity came back, by this edit. */
      readonly decisive: boolean;
    };

/** What the dates of a cycle are reckoned from. */
export interface CycleState {
  readonly policy: CompiledPolicy;
  /** Null under rule 1: nothing completed yet, or starting over. */
  readonly held: Held | null;
  readonly assignedOn: DayNumber;
  readonly base: DayNumber;
  /** Days by which this cycle's due date is brought forward. */
  readonly spread: number;
  readonly newestCompleted: number;
  /** In the order of their days. */
  readonly changes: readonly DueChange[];
  /** In the order of their first days. */
  readonly absences: readonly Absence[];
  /** The last day of a validity that has ended, and so is fixed. */
  readonly ended: DayNumber | null;
}

/** NEVER where there is no such date. */
export interface CycleDates {
  readonly opensOn: DayNumber;
  readonly dueOn: DayNumber;
  readonly validUntil: DayNumber;
}
