import type { ReadingPlace } from "./lesson-toc";

/** The least growth of the share read that is worth a note. */
const noteStep = 0.05;
/** The least time between two notes, milliseconds. */
export const noteInterval = 10_000;

/**
 * How much of the article has been passed, 0 to 1: nothing while the page stands at its top, all once the end of the
 * article can be seen. Lengths in pixels, places from the top of the document.
 */
export function shareRead(page: {
  readonly scrolled: number;
  readonly viewport: number;
  readonly articleTop: number;
  readonly articleHeight: number;
}): number {
  const toTheEnd = page.articleTop + page.articleHeight - page.viewport;
  if (toTheEnd <= 0) return 1;
  return Math.min(1, Math.max(0, page.scrolled / toTheEnd));
}

/**
 * The heading somebody is reading under: the last one that has come above the reading line, a third down the window;
 * at the end of the article the last one of all, since a short ending never comes that high.
 *
 * @param headings in the order of the page; `top` in pixels from the top of the window
 */
export function headingAt(
  headings: readonly { readonly id: string; readonly top: number }[],
  viewport: number,
  share: number,
): string | null {
  if (share >= 1) return headings.at(-1)?.id ?? null;
  return headings.findLast(({ top }) => top <= viewport / 3)?.id ?? null;
}

/** Whether there is something to note: another heading, or enough more that was read, or the end. */
export function isWorthNoting(noted: ReadingPlace, now: ReadingPlace): boolean {
  if (now.section !== null && now.section !== noted.section) return true;
  if (now.furthest === 1) return noted.furthest < 1;
  return now.furthest - noted.furthest >= noteStep - 1e-9;
}

/** Milliseconds until the next note may go, 0 for now. `noted` and `now` are milliseconds of the same clock. */
export function waitToNote(noted: number, now: number): number {
  return Math.max(0, noted + noteInterval - now);
}

/** The form that notes how far somebody has read. */
export function readingPost(place: ReadingPlace): URLSearchParams {
  return new URLSearchParams({
    intent: "reading",
    furthest: place.furthest.toFixed(3),
    section: place.section ?? "",
  });
}
