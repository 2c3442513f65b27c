/** What falls due in the coming months if everybody completes on time, reckoned from counts and not from people. */
import { addDays, addPeriod, type CivilDate, civilDate, compareDates, parsePeriod } from "#app/domain/calendar";
import { POLICY_DEFAULTS, type Policy } from "#app/domain/policy";

/** What is owed of one module: `n` people have it due in a month, or are late with it. */
export interface Owed {
  readonly kind: "module" | "refresher" | "late";
  /** `YYYY-MM`, from the month of today; of what is late it is that month. */
  readonly month: string;
  readonly n: number;
}

export const loadMonths = 12;

const oneMonth = parsePeriod("P1M");

/** The months (`YYYY-MM`) from that of a day on, `count` of them. */
export function monthsFrom(day: CivilDate, count: number): string[] {
  const first = civilDate(`${day.slice(0, 7)}-01`);
  return Array.from({ length: count }, (_, n) => addPeriod(first, oneMonth, n).slice(0, 7));
}

/** The last day of a month. */
export function lastDayOf(month: string): CivilDate {
  return addDays(addPeriod(civilDate(`${month}-01`), oneMonth), -1);
}

/**
 * Refreshers of one module by month, twelve months from that of `today`. Each refresher and each module is taken as done
 * when it falls due, and what is late as done today; then the refresher comes back as the policy says. What shapes a
 * single person's dates (a weak result, a spread, an absence, a shorter requirement) is in no count, and so not in here.
 */
export function refreshersAhead(policy: Policy, owed: Iterable<Owed>, today: CivilDate): Map<string, number> {
  const months = monthsFrom(today, loadMonths);
  const byMonth = new Map(months.map((month) => [month, 0]));
  const add = (month: string, n: number) => byMonth.set(month, (byMonth.get(month) ?? 0) + n);
  const end = lastDayOf(months.at(-1) ?? today.slice(0, 7));
  for (const { kind, month, n } of owed) {
    if (!byMonth.has(month)) continue;
    if (kind === "refresher") add(month, n);
    const done = kind === "late" ? today : dayInMonth(policy, month);
    for (const due of cycles(policy, done, end)) add(due.slice(0, 7), n);
  }
  return byMonth;
}

/** A day that stands for a month: the fixed day that lies in it, or its middle. */
function dayInMonth({ refresh }: Policy, month: string): CivilDate {
  const fixed = refresh?.anchor === "calendar" ? refresh.on.find((day) => day.startsWith(month.slice(5))) : undefined;
  return fixed === undefined ? civilDate(`${month}-15`) : fixedDay(month.slice(0, 4), fixed);
}

/** The due dates up to `end` that follow from completing on a day, and then always on time. */
function* cycles({ refresh }: Policy, completed: CivilDate, end: CivilDate): Generator<CivilDate> {
  if (refresh === undefined) return;
  for (let n = 1, last = completed; ; n += 1) {
    last = refresh.anchor === "calendar" ? nextFixedDay(refresh, last) : addPeriod(completed, refresh.every, n);
    if (compareDates(last, end) > 0) return;
    yield last;
  }
}

type FixedDays = Extract<Policy["refresh"], { readonly anchor: "calendar" }>;

/** The first fixed day that is far enough from a completion (rule 5). */
function nextFixedDay({ on, minimumValidity }: FixedDays, completed: CivilDate): CivilDate {
  const earliest = addPeriod(completed, minimumValidity ?? POLICY_DEFAULTS.minimumValidity);
  for (let year = Number(earliest.slice(0, 4)); ; year += 1) {
    const days = on.map((day) => fixedDay(String(year).padStart(4, "0"), day)).sort(compareDates);
    const found = days.find((day) => compareDates(day, earliest) >= 0);
    if (found) return found;
  }
}

/** A day of the year (`MM-DD`) in a year; 29 February is the last day of February. */
function fixedDay(year: string, day: string): CivilDate {
  return day === "02-29" ? lastDayOf(`${year}-02`) : civilDate(`${year}-${day}`);
}
