import { type Language, locales } from "./language";

/**
 * Dates and numbers by locale. A civil date is `YYYY-MM-DD` and is never shifted by a time zone; a share is 0 to 1.
 */
export interface Formats {
  /** `24 nov 2026` */
  date(civilDate: string): string;
  /** `24 nov`; with the year when it is not the year of `today`. */
  shortDate(civilDate: string, today?: string): string;
  /** `tisdag 24 november` */
  longDate(civilDate: string): string;
  /** `24 november`; with the year when it is not the year of `today`. */
  dayAndMonth(civilDate: string, today?: string): string;
  /** `nov`; month 1 to 12. */
  month(month: number): string;
  /** `november`; month 1 to 12. */
  monthName(month: number): string;
  /** `1 195` */
  number(value: number): string;
  /** `89 %` from 0.89, rounded down so that 100 % means all. */
  percent(share: number): string;
  /** `19.10`, in English `19:10`, of an instant (UTC ISO text) in a time zone. */
  time(instant: string, timeZone: string): string;
}

function atNoon(civilDate: string): Date {
  return new Date(`${civilDate}T12:00:00Z`);
}

/** More days than any page shows. */
const mostDays = 1000;

/** A form of dates that remembers what it has written: the same few days are shown to everybody. */
function remembered(form: Intl.DateTimeFormat): { format(date: Date): string } {
  const written = new Map<number, string>();
  return {
    format(date) {
      const known = written.get(date.getTime());
      if (known !== undefined) return known;
      const text = form.format(date);
      if (written.size >= mostDays) written.clear();
      written.set(date.getTime(), text);
      return text;
    },
  };
}

function build(language: Language): Formats {
  const locale = locales[language];
  const form = (options: Intl.DateTimeFormatOptions) =>
    remembered(new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }));
  const withoutPoint = (text: string) => text.replace(/\.(?=\s|$)/g, "");
  const date = form({ day: "numeric", month: "short", year: "numeric" });
  const short = form({ day: "numeric", month: "short" });
  const long = form({ weekday: "long", day: "numeric", month: "long" });
  const day = form({ day: "numeric", month: "long" });
  const dayYear = form({ day: "numeric", month: "long", year: "numeric" });
  const month = form({ month: "short" });
  const monthName = form({ month: "long" });
  const number = new Intl.NumberFormat(locale);
  const sameYear = (civilDate: string, today?: string) =>
    today === undefined || civilDate.slice(0, 4) === today.slice(0, 4);
  // "mars", "juni", "juli" stay whole in Swedish, and "sept" differs between runtimes: three letters everywhere.
  const threeLetters = (text: string) =>
    withoutPoint(text).replace(/\b(mars|juni|juli|sept)\b/i, (found) => found.slice(0, 3));
  const monthDate = (index: number) => new Date(Date.UTC(2024, index - 1, 15, 12));
  return {
    date: (civilDate) => threeLetters(date.format(atNoon(civilDate))),
    shortDate: (civilDate, today) =>
      threeLetters((sameYear(civilDate, today) ? short : date).format(atNoon(civilDate))),
    longDate: (civilDate) => long.format(atNoon(civilDate)).replace(",", ""),
    dayAndMonth: (civilDate, today) => (sameYear(civilDate, today) ? day : dayYear).format(atNoon(civilDate)),
    month: (index) => threeLetters(month.format(monthDate(index))),
    monthName: (index) => monthName.format(monthDate(index)),
    number: (value) => number.format(value),
    percent: (share) => {
      const whole = Math.floor(share * 100 + 1e-9);
      return language === "sv" ? `${whole}\u00a0%` : `${whole}%`;
    },
    time: (instant, timeZone) => {
      const text = new Intl.DateTimeFormat(locale, {
        timeZone,
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      }).format(new Date(instant));
      return language === "sv" ? text.replace(":", ".") : text;
    },
  };
}

const built = new Map<Language, Formats>();

/** The forms of one language; built once. */
export function formatsFor(language: Language): Formats {
  const known = built.get(language);
  if (known) return known;
  const formats = build(language);
  built.set(language, formats);
  return formats;
}
