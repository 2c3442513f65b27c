import { type CivilDate, civilDate } from "#app/domain/calendar";

/** The only source of time in the product; tests and the demonstration bring their own. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** An instant as UTC ISO text, the form in which the database keeps it. */
export function instantText(instant: Date): string {
  return instant.toISOString();
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    // The Swedish locale writes ISO dates.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(zone, format);
  }
  return format;
}

let lastMinute = -1;
let lastDays = new Map<string, CivilDate>();

/** The civil date of an instant in an IANA time zone. */
export function dayIn(zone: string, instant: Date): CivilDate {
  // Days change on whole minutes in every zone: within one minute the answer for a zone is worked out once.
  const minute = Math.floor(instant.getTime() / 60_000);
  if (minute !== lastMinute) {
    lastMinute = minute;
    lastDays = new Map();
  }
  let day = lastDays.get(zone);
  if (!day) {
    day = civilDate(dayFormat(zone).format(instant));
    lastDays.set(zone, day);
  }
  return day;
}

/** The hour, 0 to 23, of an instant in an IANA time zone. */
export function hourIn(zone: string, instant: Date): number {
  const text = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hour12: false }).format(instant);
  return Number(text) % 24;
}
