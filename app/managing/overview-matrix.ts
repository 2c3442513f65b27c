/** From counts by state to what the overview shows of them. */
import type { Matrix, MatrixModule, MatrixRow, MatrixTotals, OverviewCounts, ShareCounts } from "./overview-view";

/** How many standings there are in each state that is counted. */
export interface StateCounts {
  readonly assigned: number;
  readonly overdue: number;
  readonly lapsed: number;
  readonly current: number;
  readonly "refresher-open": number;
  readonly "refresher-overdue": number;
  readonly exempt: number;
  readonly "on-leave": number;
}

export const noCounts: StateCounts = {
  assigned: 0,
  overdue: 0,
  lapsed: 0,
  current: 0,
  "refresher-open": 0,
  "refresher-overdue": 0,
  exempt: 0,
  "on-leave": 0,
};

/** Several counts as one. */
export function sumOf(counts: Iterable<StateCounts>): StateCounts {
  const sum: { -readonly [State in keyof StateCounts]: number } = { ...noCounts };
  for (const each of counts) for (const state of Object.keys(sum) as (keyof StateCounts)[]) sum[state] += each[state];
  return sum;
}

/** Of what is required today, how much holds and how much is late. Whoever is exempt or away is in none of it. */
export function shareCounts(counts: StateCounts): ShareCounts {
  const overdue = counts.overdue + counts.lapsed + counts["refresher-overdue"];
  const valid = counts.current + counts["refresher-open"] + counts["refresher-overdue"];
  return { required: valid + counts.assigned + counts.overdue + counts.lapsed, valid, overdue };
}

/** What there is to do today, and of that what is late. */
export function todoCounts(counts: StateCounts): { readonly all: number; readonly overdue: number } {
  const { overdue } = shareCounts(counts);
  return { all: overdue + counts.assigned + counts["refresher-open"], overdue };
}

/** Counts of departments by module. */
export type CountsOf = (departmentId: string, moduleId: string) => StateCounts;

function totals(modules: readonly MatrixModule[], of: (moduleId: string) => StateCounts): MatrixTotals {
  const each = modules.map((module) => of(module.id));
  return {
    cells: each.map((counts) => (isIncluded(counts) ? shareCounts(counts) : null)),
    total: shareCounts(sumOf(each)),
  };
}

/** Whether the module is required of anybody here. */
function isIncluded(counts: StateCounts): boolean {
  return Object.values(counts).some((n) => n > 0);
}

/** Departments by modules; modules that are required of nobody in the scope have no column. */
export function matrixOf(
  departments: readonly MatrixRow["department"][],
  modules: readonly MatrixModule[],
  counts: CountsOf,
  inScope: (moduleId: string) => StateCounts,
): Matrix {
  const shown = modules.filter((module) => isIncluded(inScope(module.id)));
  return {
    modules: shown,
    rows: departments.map((department) => ({
      department,
      ...totals(shown, (moduleId) => counts(department.id, moduleId)),
    })),
    total: totals(shown, inScope),
  };
}

/** The figures above the matrix. `due` are those to do and not late, by civil date. */
export function figuresOf(
  counts: StateCounts,
  due: readonly { readonly on: string; readonly n: number }[],
  week: string,
): OverviewCounts {
  const dueBy = (last: string) => due.reduce((sum, { on, n }) => (on <= last ? sum + n : sum), 0);
  return {
    ...shareCounts(counts),
    exempt: counts.exempt,
    onLeave: counts["on-leave"],
    dueWithin7: dueBy(week),
    dueWithin30: dueBy("9999-12-31"),
  };
}
