/** A period as it is said; each part a whole number. */
export interface Interval {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
}

const period = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** The parts of an ISO 8601 period of whole days, weeks, months and years; of anything else, none. */
export function intervalOf(text: string): Interval {
  const [years = 0, months = 0, weeks = 0, days = 0] = (period.exec(text) ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  return { years, months, weeks, days };
}
