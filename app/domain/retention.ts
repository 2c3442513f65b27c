/**
 * Retention: how much of a module is still known some time after it was last completed, by the first answers of
 * refreshers.
 */
import { type Interval, wilsonInterval } from "./interval";

/** The share that should still be right when a refresher is taken. */
export const retentionTarget = 0.8;

/** Below so many refreshers nothing is said of a span: fewer would be somebody's own memory, and chance. */
export const fewestRefreshers = 10;

/** The first day of each span of days; the last has no end. */
export const retentionSpans = [0, 8, 15, 31, 61, 91, 121, 151, 181, 241, 301, 366, 546, 731] as const;

/** A refresher taken so near to its turn (share of the interval) says how the whole interval is remembered. */
const nearTheEnd = 0.9;

/** Sums over the first answers to refreshers of one span of days. */
export interface RetentionSums {
  /** Place in `retentionSpans`. */
  readonly span: number;
  /** Refreshers that were answered: of one each, the answers are one person's. */
  readonly refreshers: number;
  readonly answers: number;
  readonly right: number;
  /** Sum of the days since the completion before, by answer. */
  readonly days: number;
}

/** The span that a number of days (0 or more) lies in. */
export function retentionSpan(days: number): number {
  return retentionSpans.findLastIndex((first) => first <= days);
}

/** What was still right around a day. */
export interface RetentionPoint extends Interval {
  /** Days since the completion before: the mean of its answers. */
  readonly day: number;
  readonly answers: number;
  /** 0 to 1, with a 95 % interval around it. */
  readonly share: number;
  /** The same on a curve that never rises. */
  readonly fitted: number;
}

/**
 * The curve of what is remembered: one point a span with enough refreshers, oldest memory last. Nobody remembers more by
 * waiting, so a rise is chance and is evened out (isotonic regression, weighted by answers).
 */
export function retentionCurve(sums: readonly RetentionSums[]): RetentionPoint[] {
  const enough = sums.filter(({ refreshers }) => refreshers >= fewestRefreshers).sort((a, b) => a.span - b.span);
  const fitted = neverRising(enough.map(({ answers, right }) => ({ value: right / answers, weight: answers })));
  return enough.map(({ answers, right, days }, place) => ({
    day: Math.round(days / answers),
    answers,
    share: right / answers,
    ...wilsonInterval(right, answers),
    fitted: fitted[place] ?? right / answers,
  }));
}

/** Values that never rise, as near to the given ones as can be (pool adjacent violators). */
export function neverRising(given: readonly { readonly value: number; readonly weight: number }[]): number[] {
  const pools: { value: number; weight: number; size: number }[] = [];
  for (const { value, weight } of given) {
    let pool = { value, weight, size: 1 };
    for (let last = pools.at(-1); last && last.value < pool.value; last = pools.at(-1)) {
      pools.pop();
      const sum = last.weight + pool.weight;
      pool = {
        value: (last.value * last.weight + pool.value * pool.weight) / sum,
        weight: sum,
        size: last.size + pool.size,
      };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ value, size }) => Array<number>(size).fill(value));
}

/** What is to be said of a module's interval. */
export type RetentionVerdict =
  /** Nothing can be said yet. */
  | { readonly kind: "too-few" }
  /** Below the target somewhere, but so few answers may lie there by chance. */
  | { readonly kind: "unsure"; readonly day: number }
  /** Below the target after so many days; `already`: as early as anybody was asked. */
  | { readonly kind: "falls"; readonly day: number; readonly already: boolean; readonly inTime: boolean }
  /** Above it for as long as anybody waited, but nobody has waited for the whole interval. */
  | { readonly kind: "too-early"; readonly day: number }
  /** Above it for as long as anybody waited. */
  | { readonly kind: "holds"; readonly day: number };

/**
 * Where a curve falls below the target, as far as that can be told: the 95 % interval of a point must lie below it.
 *
 * @param every days between completions; null: the module does not come back
 */
export function judgeRetention(points: readonly RetentionPoint[], every: number | null): RetentionVerdict {
  const last = points.at(-1);
  if (!last) return { kind: "too-few" };
  const below = points.findIndex(({ fitted }) => fitted < retentionTarget);
  const point = points[below];
  if (!point) {
    const early = every !== null && last.day < every * nearTheEnd;
    return { kind: early ? "too-early" : "holds", day: last.day };
  }
  const sure = points.slice(below).find(({ high }) => high < retentionTarget);
  if (!sure) return { kind: "unsure", day: point.day };
  const before = points[below - 1];
  // Where the curve is below from the beginning, it is so for sure from the first point of which that is certain.
  const day = before ? crossing(before, point) : sure.day;
  return { kind: "falls", day, already: sure === points[0], inTime: every !== null && day >= every };
}

/** The last day on which a line between two points is not below the target. */
function crossing(before: RetentionPoint, after: RetentionPoint): number {
  const part = (before.fitted - retentionTarget) / (before.fitted - after.fitted);
  // A share such as 0.8 is not exact: half a day must not become the day before.
  return Math.floor(before.day + part * (after.day - before.day) + 1e-9);
}
