/** The axis of the trend: shares need not begin at 0, so it says where it begins. */
export interface ShareAxis {
  /** The share at the bottom of the panel, 0 to 1. */
  readonly low: number;
  /** Shares to draw a line at, rising, `low` and 1 among them. */
  readonly ticks: readonly number[];
}

/** An axis that ends at 1 and begins at or below every share, with at most five steps of equal size. */
export function shareAxis(shares: readonly number[]): ShareAxis {
  const lowest = Math.min(0.9, ...shares);
  // why: in whole percent, because tenths do not add up in binary.
  const step = [5, 10, 20, 25].find((size) => Math.ceil((1 - lowest) * 100 - 1e-9) <= size * 4) ?? 25;
  const steps = Math.max(1, Math.ceil(((1 - lowest) * 100 - 1e-9) / step));
  const low = 100 - steps * step;
  return { low: low / 100, ticks: Array.from({ length: steps + 1 }, (_, index) => (low + index * step) / 100) };
}

/** 1 to 12, of `YYYY-MM`. */
export function monthIndex(month: string): number {
  return Number(month.slice(5, 7));
}
