import type { OutlineEntry } from "#app/lessons/outline";
import { isMeant } from "#app/lessons/passage-audience";

/** How far somebody has read: `furthest` 0 to 1, `section` the anchor of the heading they are at. */
export interface ReadingPlace {
  readonly furthest: number;
  readonly section: string | null;
}

/** From here on a lesson counts as read to its end: what is left fits on any screen. */
export const readShare = 0.95;
/** Below this there is nothing to go on with. */
const begunShare = 0.05;

/** The headings that stand in the table of contents: of the second level, and meant for the reader. */
export function tocHeadings(
  outline: readonly OutlineEntry[],
  departments: readonly string[],
): { readonly id: string; readonly text: string }[] {
  return outline
    .filter((entry) => entry.depth === 2 && isMeant(entry.audience, departments))
    .map(({ id, text }) => ({ id, text }));
}

/**
 * Which entries have been read and where the reader is. Read are those before the furthest heading that was reached, and
 * all once the end was; where the reader is now is said by `aria-current` and not also as read.
 *
 * @param ids anchors in the order of the page
 * @param here the anchor of the heading the reader is at; null above the first, and before the page has its script
 * @param reached the furthest one that was ever reached
 */
export function tocMarks(
  ids: readonly string[],
  here: string | null,
  reached: string | null,
  furthest: number,
): { readonly id: string; readonly read: boolean; readonly current: boolean }[] {
  const passed = furthest >= readShare ? ids.length : Math.max(ids.indexOf(reached ?? ""), ids.indexOf(here ?? ""));
  return ids.map((id, index) => ({ id, read: index < passed && id !== here, current: id === here }));
}

/** The later of two anchors; one that is not on the page is before all others. */
export function laterOf(ids: readonly string[], one: string | null, other: string | null): string | null {
  return ids.indexOf(other ?? "") > ids.indexOf(one ?? "") ? other : one;
}

/** The heading to go on at; null for a lesson that was hardly begun, was read to its end, or lost the heading. */
export function resumeAt(
  headings: readonly { readonly id: string; readonly text: string }[],
  reading: ReadingPlace,
): { readonly id: string; readonly text: string } | null {
  if (reading.furthest < begunShare || reading.furthest > readShare) return null;
  return headings.find(({ id }) => id === reading.section) ?? null;
}

/** Minutes left of a lesson, rounded up; 0 once it was read to its end. */
export function minutesLeft(minutes: number, furthest: number): number {
  return furthest >= readShare ? 0 : Math.ceil(minutes * (1 - furthest));
}
