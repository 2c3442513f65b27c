/** Levels that hold from a day until the next row, such as a headcount: two of them added, or one taken from another. */

/** A day and the levels from it on. */
export type Step = readonly [on: string, levels: readonly number[]];

/**
 * The rows of `base` that differ once `part` is added to it (with `sign` -1: taken from it), in order of days: those that
 * are new, and those from the first day of `part` on. Both are in order of days; before its first day a level is nought.
 */
export function mergedSteps(base: readonly Step[], part: readonly Step[], sign: 1 | -1): Step[] {
  const first = part[0]?.[0];
  if (first === undefined) return [];
  const width = part[0]?.[1].length ?? 0;
  const nought = Array<number>(width).fill(0);
  const days = new Set<string>(part.map(([on]) => on));
  for (const [on] of base) if (on > first) days.add(on);
  const merged: Step[] = [];
  let [atBase, atPart] = [0, 0];
  let [inBase, inPart]: (readonly number[])[] = [nought, nought];
  for (const day of [...days].sort()) {
    for (let step = base[atBase]; step && step[0] <= day; step = base[++atBase]) inBase = step[1];
    for (let step = part[atPart]; step && step[0] <= day; step = part[++atPart]) inPart = step[1];
    const [before, change] = [inBase ?? nought, inPart ?? nought];
    merged.push([day, before.map((level, place) => level + sign * (change[place] ?? 0))]);
  }
  return merged;
}
