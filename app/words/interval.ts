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

/** `en gång om året`, `var sjätte månad`. */
export function swedishInterval({ years, months, weeks, days }: Interval): string {
  const words = ["tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte"];
  const isFirstOrSecond = (n: number) => [1, 2].includes(n % 10) && ![11, 12].includes(n % 100);
  const ordinal = (n: number) => words[n - 3] ?? `${n}${isFirstOrSecond(n) ? ":a" : ":e"}`;
  const kinds = [years, months, weeks, days].filter((count) => count > 0).length;
  if (kinds !== 1) return `med ${swedishDuration({ years, months, weeks, days })} emellan`;
  if (years > 0) return years === 1 ? "en gång om året" : years === 2 ? "vartannat år" : `vart ${ordinal(years)} år`;
  if (months > 0)
    return months === 1 ? "en gång i månaden" : months === 2 ? "varannan månad" : `var ${ordinal(months)} månad`;
  if (weeks > 0) return weeks === 1 ? "varje vecka" : weeks === 2 ? "varannan vecka" : `var ${ordinal(weeks)} vecka`;
  return days === 1 ? "varje dag" : days === 2 ? "varannan dag" : `var ${ordinal(days)} dag`;
}

/** `6 månader`, `1 år och 6 månader`. */
export function swedishDuration({ years, months, weeks, days }: Interval): string {
  const parts = [
    years > 0 ? `${years} år` : "",
    months > 0 ? (months === 1 ? "1 månad" : `${months} månader`) : "",
    weeks > 0 ? (weeks === 1 ? "1 vecka" : `${weeks} veckor`) : "",
    days > 0 ? (days === 1 ? "1 dag" : `${days} dagar`) : "",
  ].filter(Boolean);
  return parts.length === 0 ? "0 dagar" : parts.join(" och ");
}

/** `once a year`, `every 6 months`. */
export function englishInterval({ years, months, weeks, days }: Interval): string {
  const kinds = [years, months, weeks, days].filter((count) => count > 0).length;
  if (kinds !== 1) return `with ${englishDuration({ years, months, weeks, days })} between`;
  const every = (count: number, once: string, unit: string) => (count === 1 ? once : `every ${count} ${unit}`);
  if (years > 0) return every(years, "once a year", "years");
  if (months > 0) return every(months, "once a month", "months");
  if (weeks > 0) return every(weeks, "every week", "weeks");
  return every(days, "every day", "days");
}

/** `6 months`, `1 year and 6 months`. */
export function englishDuration({ years, months, weeks, days }: Interval): string {
  const part = (count: number, unit: string) => (count === 0 ? "" : `${count} ${unit}${count === 1 ? "" : "s"}`);
  const parts = [part(years, "year"), part(months, "month"), part(weeks, "week"), part(days, "day")].filter(Boolean);
  return parts.length === 0 ? "0 days" : parts.join(" and ");
}
