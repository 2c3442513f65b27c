/** Finds the row of the headings: titles and remarks may stand above it. */

const looked = 20;

/** A value that no heading is: a number, a date, an address. */
function isValue(text: string): boolean {
  return /^[-+]?[\d\s.,:/-]+$/.test(text) || /^\S+@\S+\.\S+$/.test(text);
}

/**
 * Which of the first rows holds the headings, by its place in the list; null where there is none.
 *
 * The first row that is nearly as wide as the widest, and none of whose cells is a value.
 */
export function findHeadings(rows: readonly (readonly string[])[]): number | null {
  const first = rows.slice(0, looked);
  const width = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "").length;
  const widest = Math.max(0, ...first.map(width));
  if (widest === 0) return null;
  const found = first.findIndex((cells) => width(cells) >= widest * 0.7);
  const cells = first[found];
  return cells === undefined || cells.some((cell) => isValue(cell.trim())) ? null : found;
}
