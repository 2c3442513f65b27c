import type { ShareCounts } from "./overview-view";

/** Below this share a department has fallen behind with a module: the cell is marked. */
export const lowShare = 0.75;

/** The share that holds, 0 to 1; null where nothing is required. */
export function shareOf(counts: ShareCounts): number | null {
  return counts.required === 0 ? null : counts.valid / counts.required;
}

/** A share in whole percent, rounded down so that 100 means all. */
export function wholePercent(share: number): number {
  // why: 0.29 * 100 is 28.999999999999996
  return Math.floor(share * 100 + 1e-9);
}
