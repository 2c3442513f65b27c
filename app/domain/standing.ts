/** Where a person stands with a module on a day, and why. */
import type { CivilDate } from "./calendar";
import type { Reason } from "./reasons";

/** In order of precedence: the first that holds is the state. */
export const STANDING_STATES = [
  "not-required",
  "exempt",
  "on-leave",
  "assigned",
  "overdue",
  "lapsed",
  "current",
  "refresher-open",
  "refresher-overdue",
] as const;

export type StandingState = (typeof STANDING_STATES)[number];

/** What there is to do now. */
export type Task = "none" | "module" | "refresher";

/** The answer for one person, one module, one day. */
export interface Standing {
  readonly state: StandingState;
  /** Whether this person may be counted as trained on that day. */
  readonly valid: boolean;
  readonly task: Task;
  /** How many completions began a cycle; 0 before the first. */
  readonly cycle: number;
  readonly opensOn: CivilDate | null;
  /** Met through the end of that day. */
  readonly dueOn: CivilDate | null;
  readonly validUntil: CivilDate | null;
  /** The first later day on which state or task differs if nothing new happens; null: never. */
  readonly nextChangeOn: CivilDate | null;
  /** Oldest first; never empty. */
  readonly because: readonly Reason[];
}

export interface StandingOptions {
  /** Days by which a cycle's due date is brought forward (see `spread.ts`): a number, or by cycle. Default 0. */
  readonly spreadDays?: number | ((cycle: number) => number);
}
