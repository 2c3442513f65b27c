import type { AheadMonth, TrendMonth } from "./overview-view";

/** One month of the chart: what was, or what comes. */
export interface TrendColumn {
  /** `YYYY-MM` */
  readonly month: string;
  /** 0 to 1; null: unknown, or still to come. */
  readonly share: number | null;
  /** Null in a month to come. */
  readonly completed: number | null;
  /** Null in a month that has begun. */
  readonly due: number | null;
}

export const monthsAhead = 6;

/** The months that have been, and the six after them. */
export function columnsOf(trend: readonly TrendMonth[], ahead: readonly AheadMonth[]): TrendColumn[] {
  const present = trend.at(-1)?.month ?? "";
  const past = trend.map((each) => ({ ...each, due: null }));
  const coming = ahead
    .filter((each) => each.month > present)
    .slice(0, monthsAhead)
    .map((each) => ({ month: each.month, share: null, completed: null, due: each.due }));
  return [...past, ...coming];
}
