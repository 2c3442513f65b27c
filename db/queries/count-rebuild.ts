/** The counts as they follow from spans, standings, completions and memberships: for the rebuild, which compares. */
import { sql } from "kysely";
import { addDays, type CivilDate } from "#app/domain/calendar";
import type { Reader, Writer } from "../connect";

export type CountTable = "standing_count" | "due_count" | "completion_count" | "headcount";

/** A day or month and the count from (or on) it, in order; only where there is something to say. */
export type Series = [on: string, n: number][];

interface Change {
  series: string;
  on: string;
  n: number;
}

const separator = "\n";

/** Counts that hold from a day until the next row: each change summed to a level, rows without a change left out. */
function levels(changes: readonly Change[]): Map<string, Series> {
  const result = new Map<string, Series>();
  for (const change of changes) {
    if (change.n === 0) continue;
    let series = result.get(change.series);
    if (!series) {
      series = [];
      result.set(change.series, series);
    }
    series.push([change.on, (series.at(-1)?.[1] ?? 0) + change.n]);
  }
  return result;
}

/** Counts of single days or months; nothing has no row. */
function points(changes: readonly Change[]): Map<string, Series> {
  const result = new Map<string, Series>();
  for (const change of changes) {
    if (change.n === 0) continue;
    const series = result.get(change.series);
    if (series) series.push([change.on, change.n]);
    else result.set(change.series, [[change.on, change.n]]);
  }
  return result;
}

/** What the counts should be. */
export async function expectedCounts(db: Reader, table: CountTable): Promise<Map<string, Series>> {
  switch (table) {
    case "standing_count": {
      const { rows } = await sql<Change>`
        select series, day as "on", sum(delta) as n from (
          select a.ancestor_id || ${separator} || s.module_id || ${separator} || s.state as series, s.from_on as day, 1 as delta
            from standing_span s join department_ancestor a on a.department_id = s.department_id
            where s.voluntary = 0 and s.state <> 'not-required'
          union all
          select a.ancestor_id || ${separator} || s.module_id || ${separator} || s.state, s.to_on, -1
            from standing_span s join department_ancestor a on a.department_id = s.department_id
            where s.voluntary = 0 and s.state <> 'not-required' and s.to_on is not null
        ) as changes group by series, day order by series, day`.execute(db);
      return levels(rows);
    }
    case "headcount": {
      const { rows } = await sql<{ series: string; from_on: string; to_on: string | null; n: number }>`
        select a.ancestor_id as series, m.from_on, m.to_on, count(*) as n
        from membership m join department_ancestor a on a.department_id = m.department_id
        group by 1, 2, 3`.execute(db);
      const changes = new Map<string, Change>();
      const add = (series: string, on: string, n: number) => {
        const known = changes.get(`${series}${separator}${on}`);
        if (known) known.n += n;
        else changes.set(`${series}${separator}${on}`, { series, on, n });
      };
      for (const row of rows) {
        add(row.series, row.from_on, row.n);
        if (row.to_on !== null) add(row.series, addDays(row.to_on as CivilDate, 1), -row.n);
      }
      return levels([...changes.values()].sort((x, y) => (x.series + x.on < y.series + y.on ? -1 : 1)));
    }
    case "due_count": {
      const { rows } = await sql<Change>`
        select a.ancestor_id || ${separator} || s.module_id || ${separator} ||
            case when s.state in ('assigned', 'overdue') then 'module' when s.state = 'lapsed' then s.task
              else 'refresher' end as series,
          s.due_on as "on", count(*) as n
        from standing s join department_ancestor a on a.department_id = s.department_id
        where s.voluntary = 0 and s.due_on is not null
          and s.state in ('assigned', 'overdue', 'lapsed', 'current', 'refresher-open', 'refresher-overdue')
        group by 1, 2 order by 1, 2`.execute(db);
      return points(rows);
    }
    case "completion_count": {
      const { rows } = await sql<Change>`
        select a.ancestor_id || ${separator} || c.module_id as series, substr(c.completed_on, 1, 7) as "on", count(*) as n
        from completion c
        join department_ancestor a on a.department_id =
          (select m.department_id from membership m where m.person_id = c.person_id and m.from_on <= c.completed_on
            order by m.from_on desc limit 1)
        where c.withdrawn_at is null
        group by 1, 2 order by 1, 2`.execute(db);
      return points(rows);
    }
  }
}

/** What the counts are, in the same form: rows that say nothing new are left out. */
export async function storedCounts(db: Reader, table: CountTable): Promise<Map<string, Series>> {
  const series = {
    standing_count: sql`department_id || ${separator} || module_id || ${separator} || state`,
    due_count: sql`department_id || ${separator} || module_id || ${separator} || task`,
    completion_count: sql`department_id || ${separator} || module_id`,
    headcount: sql`department_id`,
  }[table];
  const on = { standing_count: "counted_on", due_count: "due_on", completion_count: "month", headcount: "counted_on" }[
    table
  ];
  const { rows } = await sql<Change>`
    select ${series} as series, ${sql.ref(on)} as "on", n from ${sql.table(table)} order by 1, 2`.execute(db);
  const result = new Map<string, Series>();
  const isLevel = table === "standing_count" || table === "headcount";
  for (const row of rows) {
    let list = result.get(row.series);
    if (!list) {
      list = [];
      result.set(row.series, list);
    }
    const before = isLevel ? (list.at(-1)?.[1] ?? 0) : 0;
    if (row.n !== before) list.push([row.on, row.n]);
  }
  return result;
}

/** Replaces one series. */
export async function replaceCounts(tx: Writer, table: CountTable, series: string, rows: Series): Promise<void> {
  const [department_id = "", module_id = "", last = ""] = series.split(separator);
  switch (table) {
    case "standing_count":
      await tx
        .deleteFrom("standing_count")
        .where("department_id", "=", department_id)
        .where("module_id", "=", module_id)
        .where("state", "=", last)
        .execute();
      for (const [counted_on, n] of rows) {
        await tx
          .insertInto("standing_count")
          .values({ department_id, module_id, state: last, counted_on, n })
          .execute();
      }
      return;
    case "due_count":
      await tx
        .deleteFrom("due_count")
        .where("department_id", "=", department_id)
        .where("module_id", "=", module_id)
        .where("task", "=", last)
        .execute();
      for (const [due_on, n] of rows) {
        await tx.insertInto("due_count").values({ department_id, module_id, task: last, due_on, n }).execute();
      }
      return;
    case "completion_count":
      await tx
        .deleteFrom("completion_count")
        .where("department_id", "=", department_id)
        .where("module_id", "=", module_id)
        .execute();
      for (const [month, n] of rows) {
        await tx.insertInto("completion_count").values({ department_id, module_id, month, n }).execute();
      }
      return;
    case "headcount":
      await tx.deleteFrom("headcount").where("department_id", "=", department_id).execute();
      for (const [counted_on, n] of rows) {
        await tx.insertInto("headcount").values({ department_id, counted_on, n }).execute();
      }
      return;
  }
}
