/**
 * Civil dates and periods: the arithmetic that every due date rests on.
 *
 * A civil date is a day in somebody's calendar, without time and without zone. Inside the domain a date is also kept
 * as a {@link DayNumber}, because the rules run over millions of rows; text is made at the edge.
 */

declare const civilDateBrand: unique symbol;
declare const periodBrand: unique symbol;

/** A date as `YYYY-MM-DD`, from `0001-01-01` to `9999-12-31`. Text order is date order. */
export type CivilDate = string & { readonly [civilDateBrand]: "CivilDate" };

/** An ISO 8601 duration of whole years, months, weeks and days, such as `P1Y`, `P2W` or `P1M10D`. Never negative. */
export type Period = string & { readonly [periodBrand]: "Period" };

/** Days since 1970-01-01, which is day 0. */
export type DayNumber = number;

/** What a period adds: months first (clamped to the month's end), then days. */
export interface PeriodParts {
  /** Years and months together, in months. */
  readonly months: number;
  /** Weeks and days together, in days. */
  readonly days: number;
  /** The fewest days it can be taken to last: a month counts 28 days and a year 365. */
  readonly minimumDays: number;
}

/** 0001-01-01 */
export const FIRST_DAY: DayNumber = -719162;
/** 9999-12-31 */
export const LAST_DAY: DayNumber = 2932896;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const PERIOD = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** How many days a month has. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The day number of a date in the proleptic Gregorian calendar.
 *
 * Counts from 1 March of year 0, so that the leap day is the last day of a counted year, in eras of 400 years
 * (146,097 days each). Years from 0 upwards.
 */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Year, month (1 to 12) and day of a day number: the way back from {@link dayNumberOf}. */
export function partsOfDay(number: DayNumber): { year: number; month: number; day: number } {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Whether a text is a date that exists, written `YYYY-MM-DD`. `2026-02-30` and `2026-2-3` are not. */
export function isCivilDate(text: unknown): text is CivilDate {
  if (typeof text !== "string") return false;
  const match = DATE.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * A text as a civil date.
 * @throws {RangeError} when it is not a date that exists, written `YYYY-MM-DD`.
 */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`${text} is not a date`);
  return text;
}

/** The day number of a civil date. */
export function dayNumber(date: CivilDate): DayNumber {
  return dayNumberOf(twoDigits(date, 0) * 100 + twoDigits(date, 2), twoDigits(date, 5), twoDigits(date, 8));
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

/** Texts of days that were asked for: the rules come to the same few thousand days for millions of rows. */
const textByDay = new Map<DayNumber, CivilDate>();

/** The civil date of a day number. Held at 0001-01-01 and 9999-12-31, so that a text is always a date. */
export function civilDateOf(number: DayNumber): CivilDate {
  const known = textByDay.get(number);
  if (known !== undefined) return known;
  const text = textOf(number);
  // why: a century is 36,525 days; the bound only keeps hostile input from filling the memory.
  if (textByDay.size > 50_000) textByDay.clear();
  textByDay.set(number, text);
  return text;
}

function textOf(number: DayNumber): CivilDate {
  const { year, month, day } = partsOfDay(Math.min(Math.max(number, FIRST_DAY), LAST_DAY));
  const y = year < 1000 ? String(year).padStart(4, "0") : String(year);
  return `${y}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}` as CivilDate;
}

/** The date `days` later (or earlier, when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateOf(dayNumber(date) + days);
}

/** How many days lie from `from` to `to`: 1 from a day to the next, negative backwards. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Negative when `a` is earlier than `b`, 0 when they are one day, positive when it is later. Fit for `sort`. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a text is a period: `P` followed by whole years, months, weeks, days, at least one, in that order. */
export function isPeriod(text: unknown): text is Period {
  return typeof text === "string" && text.length > 1 && PERIOD.test(text);
}

/**
 * A text as a period.
 * @throws {RangeError} when it is negative, has hours or other time units, or is no ISO 8601 duration at all.
 */
export function parsePeriod(text: string): Period {
  if (!isPeriod(text)) throw new RangeError(`${text} is not a period of whole days, weeks, months or years`);
  return text;
}

const partsByPeriod = new Map<Period, PeriodParts>();

/** The parts of a period, read once and remembered. */
export function periodParts(period: Period): PeriodParts {
  const known = partsByPeriod.get(period);
  if (known !== undefined) return known;
  const match = PERIOD.exec(period);
  if (match === null) throw new RangeError(`${period} is not a period of whole days, weeks, months or years`);
  const [years, months, weeks, days] = [1, 2, 3, 4].map((group) => Number(match[group] ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const parts: PeriodParts = {
    months: years * 12 + months,
    days: weeks * 7 + days,
    minimumDays: years * 365 + months * 28 + weeks * 7 + days,
  };
  // why: periods come from a handful of policies; the bound only keeps hostile input from filling the memory.
  if (partsByPeriod.size > 10_000) partsByPeriod.clear();
  partsByPeriod.set(period, parts);
  return parts;
}

/** The day `n` periods from `anchor`, on day numbers; see {@link addPeriod}. `n` may be negative. */
export function plusPeriod(anchor: DayNumber, parts: PeriodParts, n = 1): DayNumber {
  if (parts.months === 0) return anchor + parts.days * n;
  const { year, month, day } = partsOfDay(anchor);
  const months = year * 12 + month - 1 + parts.months * n;
  const newYear = Math.floor(months / 12);
  const newMonth = months - newYear * 12 + 1;
  return dayNumberOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth))) + parts.days * n;
}

/**
 * The date `n` periods after `anchor`.
 *
 * Always reckoned from the anchor, never in a chain, and clamped to the month's end, so that nothing drifts.
 * @example addPeriod(civilDate("2026-01-31"), parsePeriod("P1M"), 2) // 2026-03-31, though n = 1 gives 2026-02-28
 */
export function addPeriod(anchor: CivilDate, period: Period, n = 1): CivilDate {
  return civilDateOf(plusPeriod(dayNumber(anchor), periodParts(period), n));
}

/**
 * The date one period before `date`, clamped the same way.
 * @example subtractPeriod(civilDate("2026-03-31"), parsePeriod("P1M")) // 2026-02-28
 */
export function subtractPeriod(date: CivilDate, period: Period): CivilDate {
  return civilDateOf(plusPeriod(dayNumber(date), periodParts(period), -1));
}

/** The fewest days a period is taken to last when periods are compared: a month counts 28 days and a year 365. */
export function minimumDays(period: Period): number {
  return periodParts(period).minimumDays;
}
