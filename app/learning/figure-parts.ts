/** A number at the beginning, with its sign, and what it counts. */
const counted = /^([+\-−–]?\d[\d\s.,:]*\d|[+\-−–]?\d)\s+(.+)$/u;

/**
 * A figure and the words that say what it counts, which are set smaller: `140 läsare`, `7 av 10`. Figures that are no
 * single number (`3,6 till 4,1`, `Var fjärde`) stay whole.
 */
export function figureParts(figure: string): { readonly figure: string; readonly unit: string | null } {
  const [, number, unit] = counted.exec(figure) ?? [];
  if (number === undefined || unit === undefined) return { figure, unit: null };
  return /\d/.test(unit) && !/^\p{L}{1,3} \d+$/u.test(unit) ? { figure, unit: null } : { figure: number, unit };
}
