/** What falls due in the coming months, if everybody completes on time. */
import { addDays, addPeriod, type CivilDate, civilDate, compareDates, parsePeriod } from "./calendar";
import type { Fact } from "./facts";
import type { Policy } from "./policy";
import type { StandingOptions, Task } from "./standing";
import { outlook, type StandingFrom } from "./timeline";

/** Something that falls due for one person and module. */
export interface ForecastDue {
  readonly on: CivilDate;
  readonly task: Exclude<Task, "none">;
}

/** What falls due in one month. */
export interface MonthForecast {
  /** `YYYY-MM` */
  readonly month: string;
  readonly module: number;
  readonly refresher: number;
}

const MONTHS = 12;
const ONE_MONTH = parsePeriod("P1M");

/**
 * The days on which something falls due for one person and module, from `today` to the end of the eleventh month
 * after it: twelve calendar months with this one. Each is taken as completed on its due date, on the newest revision.
 *
 * What is late already fell due in the past: it is taken as completed today (or on the first day back from an absence)
 * and is not among them. Facts recorded for later days are counted as they come.
 */
export function forecast(
  policy: Policy,
  facts: readonly Fact[],
  today: CivilDate,
  options: StandingOptions = {},
): ForecastDue[] {
  const last = lastDayOfForecast(today);
  const due: ForecastDue[] = [];
  let known = facts;
  for (let day = today; compareDates(day, last) <= 0; ) {
    const next = nextToDo(outlook(policy, known, day, options), day);
    if (next === null || compareDates(next.on, last) > 0) break;
    if (!next.late) due.push({ on: next.on, task: next.task });
    known = [...known, { type: "completed", on: next.on, revision: newestRevision(known, next.on) }];
    day = addDays(next.on, 1);
  }
  return due;
}

/** How much falls due in each of the twelve months from that of `today`, for any number of forecasts together. */
export function dueByMonth(due: Iterable<ForecastDue>, today: CivilDate): MonthForecast[] {
  const first = firstOfMonth(today);
  const months = Array.from({ length: MONTHS }, (_, n) => ({
    month: addPeriod(first, ONE_MONTH, n).slice(0, 7),
    module: 0,
    refresher: 0,
  }));
  const byMonth = new Map(months.map((month) => [month.month, month]));
  for (const { on, task } of due) {
    const month = byMonth.get(on.slice(0, 7));
    if (month !== undefined) month[task] += 1;
  }
  return months;
}

/** The last day of the eleventh month after that of `today`. */
export function lastDayOfForecast(today: CivilDate): CivilDate {
  return addDays(addPeriod(firstOfMonth(today), ONE_MONTH, MONTHS), -1);
}

function firstOfMonth(date: CivilDate): CivilDate {
  return civilDate(`${date.slice(0, 7)}-01`);
}

interface ToDo extends ForecastDue {
  readonly late: boolean;
}

/** The first day on which something is due, or is late and can be done; `day` is the day the standings begin with. */
function nextToDo(standings: readonly StandingFrom[], day: CivilDate): ToDo | null {
  for (const [at, now] of standings.entries()) {
    if (now.state === "not-required" || now.dueOn === null) continue;
    const begins = compareDates(now.on, day) < 0 ? day : now.on;
    const next = standings[at + 1];
    if (compareDates(now.dueOn, begins) < 0) {
      if (now.task !== "none") return { on: begins, task: now.task, late: true };
      continue;
    }
    if (next !== undefined && compareDates(now.dueOn, next.on) >= 0) continue;
    return { on: now.dueOn, task: taskOf(now), late: false };
  }
  return null;
}

/** What is done on a due date: during an absence no task is shown, so it is told by whether validity is still held. */
function taskOf(now: StandingFrom): ForecastDue["task"] {
  if (now.task !== "none") return now.task;
  return now.valid ? "refresher" : "module";
}

/** The newest revision that is published, or was completed, by a day. */
function newestRevision(facts: readonly Fact[], day: CivilDate): number {
  let newest = 0;
  for (const fact of facts) {
    if ((fact.type === "revised" || fact.type === "completed") && compareDates(fact.on, day) <= 0) {
      newest = Math.max(newest, fact.revision);
    }
  }
  return newest;
}
