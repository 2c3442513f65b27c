import type { CivilDate } from "#app/domain/calendar";
import type { ManagedStanding } from "./managed-standing";
import type { NudgeQuery } from "./nudge-query";

/**
 * Everything the overview shows, as plain JSON: the loader fills it from maintained counts and one paged query.
 *
 * A count is of standings: one person with one module is one. What is taught, how long anybody read, what they scored
 * and why they are away is not here, because a manager does not see it.
 */
export interface OverviewView {
  /** The civil date that everything here speaks of. */
  readonly today: CivilDate;
  readonly scope: OverviewScope;
  /** Whether the reader may print slips for it, and posters. */
  readonly printsSlips: boolean;
  readonly counts: OverviewCounts;
  readonly matrix: Matrix;
  /** At most twelve months, oldest first, the last one the month of `today`; months before the first fact left out. */
  readonly trend: readonly TrendMonth[];
  /**
   * Twelve months, the first one the month of `today` (what remains of it, `today` included): what falls due if
   * everybody completes on time.
   */
  readonly ahead: readonly AheadMonth[];
  /** The calendar month after that of `today`. */
  readonly nextMonth: { readonly month: string; readonly refreshers: number; readonly minutes: number };
  readonly nudges: NudgeList;
  /** How much evidence from elsewhere waits for an answer; the reader's own left out. */
  readonly evidenceWaiting: number;
}

export interface OverviewScope {
  /** The company, or the department at the top of the manager's subtree. */
  readonly name: string;
  readonly isCompany: boolean;
  /** The department at its top; null: the company. */
  readonly departmentId: string | null;
  readonly headcount: number;
  /** For somebody who manages several departments: each of them; empty for everybody else. */
  readonly choices: readonly { readonly id: string; readonly name: string; readonly isShown: boolean }[];
}

/** A share that holds today is `valid / required`; where `required` is 0 there is none. */
export interface ShareCounts {
  /** Required today, less those exempt and those on leave. */
  readonly required: number;
  /** Of `required`: those that may be counted as trained today (`Standing.valid`). */
  readonly valid: number;
  /** Of `required`: overdue, refresher-overdue and lapsed. */
  readonly overdue: number;
}

export interface OverviewCounts extends ShareCounts {
  /** Required today but exempt: in none of the counts above. */
  readonly exempt: number;
  /** Required today but on leave: in none of the counts above. */
  readonly onLeave: number;
  /** Something to do, not overdue, with its date within 7 days, `today` included. */
  readonly dueWithin7: number;
  /** The same within 30 days. */
  readonly dueWithin30: number;
}

export interface Matrix {
  readonly modules: readonly MatrixModule[];
  readonly rows: readonly MatrixRow[];
  /** Everything in the scope, each standing counted once. */
  readonly total: MatrixTotals;
}

export interface MatrixModule {
  readonly id: string;
  /** Column heading; soft hyphens allowed. */
  readonly short: string;
  readonly title: string;
}

export interface MatrixTotals {
  /** In the order of `modules`; null: the module is required of nobody here ("ingår ej"). */
  readonly cells: readonly (ShareCounts | null)[];
  readonly total: ShareCounts;
}

export interface MatrixRow extends MatrixTotals {
  readonly department: { readonly id: string; readonly name: string; readonly headcount: number };
}

export interface TrendMonth {
  /** `YYYY-MM` */
  readonly month: string;
  /** 0 to 1 on the last day of the month, or on `today`; null: nothing was required then. */
  readonly share: number | null;
  /** Refreshers completed in the month. */
  readonly completed: number;
}

export interface AheadMonth {
  /** `YYYY-MM` */
  readonly month: string;
  /** Refreshers falling due in the month. */
  readonly due: number;
}

export interface NudgeList {
  readonly query: NudgeQuery;
  readonly rows: readonly NudgeRow[];
  /** How many rows there are on all pages. */
  readonly total: number;
  /** Whether there are more than `total`: a search in a long list is not counted to its end. */
  readonly isMore: boolean;
  /** How many of the rows can be paged to; fewer than `total` only in long lists that are searched or sorted anew. */
  readonly reach: number;
  readonly pageSize: number;
  /** Whether it has more pages than this, and can be had on one for printing. */
  readonly printable: boolean;
  /** What may be chosen in the filter, in the order shown. */
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly modules: readonly { readonly id: string; readonly title: string }[];
}

/** One person with one module, with something to do today: nobody on leave and nobody exempt. */
export interface NudgeRow {
  readonly person: { readonly id: string; readonly name: string; readonly department: string };
  readonly module: { readonly id: string; readonly title: string };
  readonly standing: ManagedStanding;
}
