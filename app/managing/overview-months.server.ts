/** What the overview says of months: how it has been, and what is coming. */
import { type CivilDate, parsePeriod, subtractPeriod } from "#app/domain/calendar";
import type { Policy } from "#app/domain/policy";
import type { Reader } from "#db/connect";
import { findLoad, findRefreshersCompleted, findShares } from "#db/queries/overview";
import { lastDayOf, loadMonths, monthsFrom, type Owed, refreshersAhead } from "./load-ahead";
import { type StateCounts, shareCounts } from "./overview-matrix";
import type { OverviewView, TrendMonth } from "./overview-view";

const elevenMonths = parsePeriod("P11M");

/** The twelve months that end with this one; months before anything was counted are left out. */
export async function readTrend(
  db: Reader,
  departments: readonly string[],
  present: StateCounts,
  today: CivilDate,
): Promise<TrendMonth[]> {
  const months = monthsFrom(subtractPeriod(today, elevenMonths), 12);
  const past = months.slice(0, -1).map(lastDayOf);
  const shares = new Map((await findShares(db, departments, past)).map((share) => [share.on.slice(0, 7), share]));
  const thisMonth = today.slice(0, 7);
  const completed = await findRefreshersCompleted(db, departments, months[0] ?? thisMonth, thisMonth);
  const trend = months.map((month) => {
    const counts = month === thisMonth ? shareCounts(present) : shares.get(month);
    const share = counts && counts.required > 0 ? counts.valid / counts.required : null;
    return { month, share, completed: completed.get(month) ?? 0 };
  });
  const first = trend.findIndex(({ share, completed: done }) => share !== null || done > 0);
  return first < 0 ? trend.slice(-1) : trend.slice(first);
}

interface ModuleAhead {
  readonly id: string;
  readonly refresherMinutes: number;
  readonly policy: Policy;
}

/** Refreshers of the coming twelve months, and what those of the next month take. */
export async function readAhead(
  db: Reader,
  departments: readonly string[],
  modules: readonly ModuleAhead[],
  inScope: (moduleId: string) => StateCounts,
  today: CivilDate,
): Promise<{ readonly months: OverviewView["ahead"]; readonly next: OverviewView["nextMonth"] }> {
  const months = monthsFrom(today, loadMonths);
  const [thisMonth = "", nextMonth = ""] = months;
  const owed = new Map<string, Owed[]>(
    modules.map(({ id }) => [id, [{ kind: "late", month: thisMonth, n: shareCounts(inScope(id)).overdue }]]),
  );
  for (const row of await findLoad(db, departments, thisMonth, months.at(-1) ?? thisMonth)) {
    owed.get(row.module_id)?.push({ kind: row.kind, month: row.month, n: row.n });
  }
  const due = new Map(months.map((month) => [month, 0]));
  let minutes = 0;
  for (const module of modules) {
    const load = refreshersAhead(module.policy, owed.get(module.id) ?? [], today);
    for (const [month, n] of load) due.set(month, (due.get(month) ?? 0) + n);
    minutes += (load.get(nextMonth) ?? 0) * module.refresherMinutes;
  }
  return {
    months: months.map((month) => ({ month, due: due.get(month) ?? 0 })),
    next: { month: nextMonth, refreshers: due.get(nextMonth) ?? 0, minutes },
  };
}
