/** Months as `YYYY-MM`, and as numbers that count from year 0. */

/** How many months are shown of a question. */
const shown = 12;

/** Months since year 0, of a month or a civil date. */
export function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

/** The months that are shown on a day (civil date), by number: the last is that of the day. */
export function shownMonths(today: string): { readonly first: number; readonly last: number } {
  const last = monthNumber(today);
  return { first: last - shown + 1, last };
}
