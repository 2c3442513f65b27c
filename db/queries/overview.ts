/**
 * Counts for the overview, from the tables that are kept while things happen: what these cost depends on how many
 * departments and modules there are, not on how many people. A department's rows hold all that lies under it.
 */
import { sql } from "kysely";
import type { Reader } from "../connect";
import { padded } from "./padded";
import { allModules, type CountedState, countedStates, type StateColumn, stateColumns } from "./state-columns";

/** A department of the tree. */
export interface DepartmentNode {
  readonly id: string;
  readonly parentId: string | null;
  /** By language. */
  readonly name: Readonly<Record<string, string>>;
  /** Civil date; null: open. */
  readonly closedOn: string | null;
}

/** Every department, in the order in which the company lists them. */
export async function findDepartments(db: Reader): Promise<DepartmentNode[]> {
  const rows = await db
    .selectFrom("department")
    .select(["id", "parent_id", "name", "closed_on"])
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: JSON.parse(row.name) as Record<string, string>,
    closedOn: row.closed_on,
  }));
}

/** Every module, in the order of courses and of modules in them; texts and policy as JSON. */
export async function findModulesInOrder(db: Reader) {
  return await db
    .selectFrom("module")
    .innerJoin("course", "course.id", "module.course_id")
    .select(["module.id", "module.title", "module.short", "module.refresher_minutes", "module.policy"])
    .orderBy("course.position")
    .orderBy("course.id")
    .orderBy("module.position")
    .orderBy("module.id")
    .execute();
}

/** How many stand so, by state. */
export type StateCounts = Readonly<Record<CountedState, number>>;

/** The counts of some departments with each module on a day (civil date); no row where nothing was ever counted. */
export async function findStateCounts(
  db: Reader,
  departments: readonly string[],
  on: string,
): Promise<{ readonly departmentId: string; readonly moduleId: string; readonly counts: StateCounts }[]> {
  if (departments.length === 0) return [];
  // Departments and modules are gone through in this order, and each count is one look-up.
  const { rows } = await sql<{ department_id: string; module_id: string } & Record<StateColumn, number>>`
    select d.id as department_id, m.id as module_id, ${sql.join(stateColumns.map((column) => sql.ref(`c.${column}`)))}
    from department d cross join module m cross join standing_count c
    where d.id in (${sql.join(padded(departments))}) and c.department_id = d.id and c.module_id = m.id
      and c.counted_on = (select max(l.counted_on) from standing_count l
        where l.department_id = d.id and l.module_id = m.id and l.counted_on <= ${on})`.execute(db);
  return rows.map((row) => ({
    departmentId: row.department_id,
    moduleId: row.module_id,
    counts: Object.fromEntries(
      countedStates.map((state, at) => [state, row[stateColumns[at] ?? "assigned"]]),
    ) as unknown as StateCounts,
  }));
}

/** Of what is required on a day, how much holds; whoever is away or exempt is in neither. */
export interface ShareOn {
  readonly on: string;
  readonly required: number;
  readonly valid: number;
}

/** The shares of some departments together, on days (civil dates) in order; no row where nothing had been counted. */
export async function findShares(
  db: Reader,
  departments: readonly string[],
  days: readonly string[],
): Promise<ShareOn[]> {
  if (departments.length === 0) return [];
  const { rows } = await sql<ShareOn>`
    with day (on_day) as (values ${sql.join(days.map((day) => sql`(cast(${day} as text))`))})
    select day.on_day as "on", sum(c.current + c.refresher_open + c.refresher_overdue) as valid,
      sum(c.assigned + c.overdue + c.lapsed + c.current + c.refresher_open + c.refresher_overdue) as required
    from department d cross join day cross join standing_count c
    where d.id in (${sql.join(padded(departments))}) and c.department_id = d.id and c.module_id = ${allModules}
      and c.counted_on = (select max(l.counted_on) from standing_count l
        where l.department_id = d.id and l.module_id = ${allModules} and l.counted_on <= day.on_day)
    group by day.on_day order by day.on_day`.execute(db);
  return rows;
}

/** How many people each of some departments has on a day (civil date). */
export async function findHeadcounts(
  db: Reader,
  departments: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, number>> {
  if (departments.length === 0) return new Map();
  const { rows } = await sql<{ id: string; n: number }>`
    select d.id, h.n from department d join headcount h on h.department_id = d.id and h.counted_on =
      (select max(l.counted_on) from headcount l where l.department_id = d.id and l.counted_on <= ${on})
    where d.id in (${sql.join(padded(departments))})`.execute(db);
  return new Map(rows.map((row) => [row.id, row.n]));
}

/** How much can be done and is due on the days from `from` to `to` (civil dates, both included), by day. */
export async function findDue(
  db: Reader,
  departments: readonly string[],
  from: string,
  to: string,
): Promise<{ readonly on: string; readonly n: number }[]> {
  if (departments.length === 0) return [];
  return await db
    .selectFrom("due_count")
    .select((eb) => ["due_on as on", eb.fn.sum<number>("n").as("n")])
    .where("department_id", "in", padded(departments))
    .where("due_on", ">=", from)
    .where("due_on", "<=", to)
    .groupBy("due_on")
    .orderBy("due_on")
    .execute();
}

/** What falls due in the months from `from` to `to` (`YYYY-MM`, both included), by module. */
export async function findLoad(db: Reader, departments: readonly string[], from: string, to: string) {
  if (departments.length === 0) return [];
  return await db
    .selectFrom("load_count")
    .select((eb) => ["module_id", "kind", "month", eb.fn.sum<number>("n").as("n")])
    .where("department_id", "in", padded(departments))
    .where("month", ">=", from)
    .where("month", "<=", to)
    .groupBy(["module_id", "kind", "month"])
    .execute();
}

/** Refreshers completed in the months from `from` to `to` (`YYYY-MM`, both included). */
export async function findRefreshersCompleted(
  db: Reader,
  departments: readonly string[],
  from: string,
  to: string,
): Promise<ReadonlyMap<string, number>> {
  if (departments.length === 0) return new Map();
  const rows = await db
    .selectFrom("completion_count")
    .select((eb) => ["month", eb.fn.sum<number>("n").as("n")])
    .where("department_id", "in", padded(departments))
    .where("kind", "=", "refresher")
    .where("month", ">=", from)
    .where("month", "<=", to)
    .groupBy("month")
    .execute();
  return new Map(rows.map((row) => [row.month, row.n]));
}
