/** What is chosen about a file of completions, and what it comes to. */
import type { StandingState } from "#app/domain/standing";
import type { ScoreScale } from "./history-row";

/** What becomes of a row. */
export const historyActions = [
  /** A completion is recorded. */
  "records",
  /** The same is on record already. */
  "known",
  /** The same stands in the file before. */
  "twice",
  /** The name of its module is not decided. */
  "undecided",
  /** Its module was chosen to be left out. */
  "left-out",
  /** Nobody has its number or address. */
  "unknown-person",
  /** Its day has not come. */
  "ahead",
  /** It was not passed. */
  "not-passed",
  /** It cannot be read. */
  "refused",
] as const;

export type HistoryAction = (typeof historyActions)[number];

export function isHistoryAction(text: string | null): text is HistoryAction {
  return (historyActions as readonly (string | null)[]).includes(text);
}

/** The rows that somebody may want to put right and bring again. */
export const leftOut: readonly HistoryAction[] = ["unknown-person", "refused", "ahead", "left-out", "not-passed"];

/** More names than this are not chosen for one by one: the others are left out. */
export const namesShown = 300;

/** Stands for a module in choices: rows with this name are left out. */
export const leaveOut = "-";

export interface HistoryOptions {
  /** Module id, or `leaveOut`, by the name that the file has. */
  readonly modules: Readonly<Record<string, string>>;
}

/** A name of the file. */
export interface NamedModule {
  readonly name: string;
  readonly rows: number;
  /** A module, `leaveOut`, or null: nobody can tell. */
  readonly chosen: string | null;
  /** Whether it was chosen, remembered or is the module's own name; a guess is only put forward. */
  readonly isDecided: boolean;
}

/** How many requirements are in a state; what nobody requires is counted apart. */
export type StateFigures = Readonly<Partial<Record<StandingState | "voluntary" | "none", number>>>;

/** How things stand with what a file speaks of: one person with one module is one. */
export interface DayOne {
  /** Required today, less those exempt and away. */
  readonly required: number;
  readonly valid: { readonly before: number; readonly after: number };
  /** The whole module has to be taken. */
  readonly anew: { readonly before: number; readonly after: number };
  readonly late: { readonly before: number; readonly after: number };
  /** Asked afterwards because of a change of the module, which nothing from elsewhere settles. */
  readonly changed?: number | undefined;
  readonly before: StateFigures;
  readonly after: StateFigures;
}

export interface HistorySummary {
  readonly rows: number;
  readonly counts: Readonly<Partial<Record<HistoryAction, number>>>;
  /** Of whom something is recorded. */
  readonly people: number;
  readonly modules: number;
  readonly names: readonly NamedModule[];
  readonly scale: ScoreScale;
  /** Null: the file has no dates that count. */
  readonly first: string | null;
  readonly last: string | null;
  readonly dayOne: DayOne;
  /** Recorded when it was applied. */
  readonly recorded?: number | undefined;
  /** What taking it back would do, as worked out at an instant. */
  readonly undo?:
    | {
        readonly at: string;
        readonly completions: number;
        readonly people: number;
        readonly dayOne: DayOne;
      }
    | undefined;
}
