/** Times of day as clocks in a place show them: what people plan by, between civil dates and instants. */
import { type CivilDate, dayNumber } from "#app/domain/calendar";
import { dayIn } from "./clock";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(zone, format);
  }
  return format;
}

function shownIn(zone: string, instant: number): ReadonlyMap<string, string> {
  return new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
}

/** Milliseconds that a zone's clocks are ahead of UTC at an instant, in whole minutes. */
function offset(zone: string, instant: number): number {
  const parts = shownIn(zone, instant);
  const part = (name: string) => Number(parts.get(name) ?? 0);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return shown - Math.floor(instant / 60_000) * 60_000;
}

/** IANA time zones to choose from. This runtime knows more (`isZone`): other names of the same. */
export const zones: readonly string[] = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];

/** Whether a text is an IANA time zone that this runtime knows. */
export function isZone(text: string): boolean {
  // Newer runtimes take +02:00 too, which keeps no summer time.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    formatOf(text);
    return true;
  } catch {
    return false;
  }
}

const timeForm = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Whether a text is a time of day, `HH:MM`. */
export function isTime(text: string): boolean {
  return timeForm.test(text);
}

/**
 * The instant at which clocks in an IANA zone show a time `HH:MM` on a day. A time that comes twice, when clocks are put
 * back, is the first of them; null for one that never comes, when they are put forward.
 */
export function instantOf(zone: string, day: CivilDate, time: string): Date | null {
  const [, hours = "", minutes = ""] = timeForm.exec(time) ?? [];
  const shown = dayNumber(day) * 86_400_000 + (Number(hours) * 60 + Number(minutes)) * 60_000;
  const around = [shown - 86_400_000, shown + 86_400_000].map((instant) => shown - offset(zone, instant));
  const found = around.filter((instant) => instant + offset(zone, instant) === shown);
  return found.length === 0 ? null : new Date(Math.min(...found));
}

/** The time of day `HH:MM` that clocks in an IANA zone show at an instant. */
export function timeIn(zone: string, instant: Date): string {
  const parts = shownIn(zone, instant.getTime());
  return `${parts.get("hour")}:${parts.get("minute")}`;
}

/** When something is, as clocks in its place show it: the day it begins, and the times `HH:MM`. */
export interface LocalWhen {
  readonly on: CivilDate;
  readonly from: string;
  readonly to: string;
}

/** When something from one instant to another (UTC ISO) is, in an IANA zone. */
export function whenIn(zone: string, startsAt: string, endsAt: string): LocalWhen {
  const [starts, ends] = [new Date(startsAt), new Date(endsAt)];
  return { on: dayIn(zone, starts), from: timeIn(zone, starts), to: timeIn(zone, ends) };
}
