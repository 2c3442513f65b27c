/** Instants and working days of the demonstration. */
import { type CivilDate, dayNumber } from "#app/domain/calendar";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let known = formats.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(zone, known);
  }
  return known;
}

/** How many minutes a zone's clocks are ahead of UTC at an instant. */
function offset(zone: string, instant: number): number {
  const parts = new Map(
    format(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return (shown - Math.floor(instant / 60_000) * 60_000) / 60_000;
}

/** The instant at which clocks in an IANA zone show so many minutes after midnight on a day. */
export function instantIn(zone: string, day: CivilDate, minutes: number): Date {
  const shown = dayNumber(day) * 86_400_000 + minutes * 60_000;
  const near = shown - offset(zone, shown) * 60_000;
  // Once more at the instant found: the offset may have changed in between.
  return new Date(shown - offset(zone, near) * 60_000);
}

/** Monday is 1, Sunday 7. */
export function weekday(day: CivilDate): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** Whether an office works that day. */
export function isWeekday(day: CivilDate): boolean {
  return weekday(day) <= 5;
}
