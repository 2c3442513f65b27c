/** The counts as they follow from spans, standings, completions and memberships: for the rebuild, which compares. */
import { sql } from "kysely";
import { addDays, type CivilDate } from "#app/domain/calendar";
import type { Reader, Writer } from "../connect";
import type { CompletionKind, LoadKind } from "../schema";
import { allModules, columnOf, countedStates, type StateColumn, stateColumns } from "./state-columns";

export type CountTable = "standing_count" | "due_count" | "load_count" | "completion_count" | "headcount";

/** A day or month and the counts from (or on) it, in order; only where there is something to say. */
export type Series = (readonly [on: string, ...counts: number[]])[];

interface Change {
  readonly series: string;
  readonly on: string;
  readonly n: readonly number[];
}

const separator = "\n";

function push(result: Map<string, Series>, series: string, on: string, counts: readonly number[]): void {
  const list = result.get(series);
  if (list) list.push([on, ...counts]);
  else result.set(series, [[on, ...counts]]);
}

/** Counts that hold from a day until the next row: each change summed to a level, rows without a change left out. */
function levels(changes: Iterable<Change>): Map<string, Series> {
  const result = new Map<string, Series>();
  for (const { series, on, n } of changes) {
    if (n.every((change) => change === 0)) continue;
    const [, ...before] = result.get(series)?.at(-1) ?? [""];
    push(
      result,
      series,
      on,
      n.map((change, at) => change + (before[at] ?? 0)),
    );
  }
  return result;
}

/** Counts of single days or months; nothing has no row. */
function points(changes: Iterable<Change>): Map<string, Series> {
  const result = new Map<string, Series>();
  for (const { series, on, n } of changes) if (n.some((count) => count !== 0)) push(result, series, on, n);
  return result;
}

type StateRow = { readonly series: string; readonly on: string } & Readonly<Record<StateColumn, number>>;

function byState(row: StateRow): Change {
  return { series: row.series, on: row.on, n: stateColumns.map((column) => row[column]) };
}

interface CountRow {
  readonly series: string;
  readonly on: string;
  readonly n: number;
}

function single(row: CountRow): Change {
  return { series: row.series, on: row.on, n: [row.n] };
}

/** The changes of all modules together, from those of each by day. */
function overModules(changes: readonly Change[]): Change[] {
  const together = new Map<string, { series: string; on: string; n: number[] }>();
  for (const { series, on, n } of changes) {
    const department = `${series.split(separator)[0]}${separator}${allModules}`;
    const key = `${department}${separator}${on}`;
    const known = together.get(key);
    if (known) for (const [at, change] of n.entries()) known.n[at] = (known.n[at] ?? 0) + change;
    else together.set(key, { series: department, on, n: [...n] });
  }
  return [...together.values()];
}

/** What the counts should be. */
export async function expectedCounts(db: Reader, table: CountTable): Promise<Map<string, Series>> {
  switch (table) {
    case "standing_count": {
      const sums = countedStates.map(
        (state) => sql`sum(case when state = ${sql.lit(state)} then delta else 0 end) as ${sql.ref(columnOf[state])}`,
      );
      const { rows } = await sql<StateRow>`
        select series, day as "on", ${sql.join(sums)} from (
          select a.ancestor_id || ${separator} || s.module_id as series, s.state, s.from_on as day, 1 as delta
            from standing_span s join department_ancestor a on a.department_id = s.department_id
            where s.voluntary = 0
          union all
          select a.ancestor_id || ${separator} || s.module_id, s.state, s.to_on, -1
            from standing_span s join department_ancestor a on a.department_id = s.department_id
            where s.voluntary = 0 and s.to_on is not null
        ) as changes group by series, day order by day, series`.execute(db);
      const changes = rows.map(byState);
      return levels([...changes, ...overModules(changes)]);
    }
    case "headcount": {
      const { rows } = await sql<{ series: string; from_on: string; to_on: string | null; n: number }>`
        select a.ancestor_id as series, m.from_on, m.to_on, count(*) as n
        from membership m join department_ancestor a on a.department_id = m.department_id
        where m.withdrawn_at is null
        group by 1, 2, 3`.execute(db);
      const changes = new Map<string, CountRow>();
      const add = (series: string, on: string, n: number) => {
        const key = `${series}${separator}${on}`;
        changes.set(key, { series, on, n: (changes.get(key)?.n ?? 0) + n });
      };
      for (const row of rows) {
        add(row.series, row.from_on, row.n);
        if (row.to_on !== null) add(row.series, addDays(row.to_on as CivilDate, 1), -row.n);
      }
      return levels([...changes.values()].sort((x, y) => (x.series + x.on < y.series + y.on ? -1 : 1)).map(single));
    }
    case "due_count": {
      const { rows } = await sql<CountRow>`
        select a.ancestor_id as series, s.due_on as "on", count(*) as n
        from standing s join department_ancestor a on a.department_id = s.department_id
        where s.voluntary = 0 and s.due_on is not null and s.state in ('assigned', 'refresher-open')
        group by 1, 2 order by 1, 2`.execute(db);
      return points(rows.map(single));
    }
    case "load_count": {
      const { rows } = await sql<CountRow>`
        select a.ancestor_id || ${separator} || s.module_id || ${separator} ||
            case s.state when 'assigned' then 'module' else 'refresher' end as series,
          substr(s.due_on, 1, 7) as "on", count(*) as n
        from standing s join department_ancestor a on a.department_id = s.department_id
        where s.voluntary = 0 and s.due_on is not null and s.state in ('assigned', 'refresher-open', 'current')
        group by 1, 2 order by 1, 2`.execute(db);
      return points(rows.map(single));
    }
    case "completion_count": {
      const { rows } = await sql<CountRow>`
        select a.ancestor_id || ${separator} || c.module_id || ${separator} || c.kind as series,
          substr(c.completed_on, 1, 7) as "on", count(*) as n
        from completion c
        join standing s on s.person_id = c.person_id and s.module_id = c.module_id and s.voluntary = 0
        join department_ancestor a on a.department_id =
          (select m.department_id from membership m where m.person_id = c.person_id and m.from_on <= c.completed_on
            and m.withdrawn_at is null order by m.from_on desc limit 1)
        where c.withdrawn_at is null
        group by 1, 2 order by 1, 2`.execute(db);
      return points(rows.map(single));
    }
  }
}

/** What the counts are, in the same form: rows that say nothing new are left out. */
export async function storedCounts(db: Reader, table: CountTable): Promise<Map<string, Series>> {
  if (table === "standing_count") {
    const { rows } = await sql<StateRow>`
      select department_id || ${separator} || module_id as series, counted_on as "on",
        ${sql.join(stateColumns.map(sql.ref))}
      from standing_count order by 1, 2`.execute(db);
    return withoutRepetition(rows.map(byState));
  }
  const series = {
    due_count: sql`department_id`,
    load_count: sql`department_id || ${separator} || module_id || ${separator} || kind`,
    completion_count: sql`department_id || ${separator} || module_id || ${separator} || kind`,
    headcount: sql`department_id`,
  }[table];
  const on = { due_count: "due_on", load_count: "month", completion_count: "month", headcount: "counted_on" }[table];
  const { rows } = await sql<CountRow>`
    select ${series} as series, ${sql.ref(on)} as "on", n from ${sql.table(table)} order by 1, 2`.execute(db);
  return table === "headcount" ? withoutRepetition(rows.map(single)) : points(rows.map(single));
}

/** Levels as they are stored, without the days on which nothing changed. */
function withoutRepetition(rows: Iterable<Change>): Map<string, Series> {
  const result = new Map<string, Series>();
  for (const { series, on, n } of rows) {
    const [, ...before] = result.get(series)?.at(-1) ?? [""];
    if (n.some((count, at) => count !== (before[at] ?? 0))) push(result, series, on, n);
  }
  return result;
}

/** Replaces one series. */
export async function replaceCounts(tx: Writer, table: CountTable, series: string, rows: Series): Promise<void> {
  const [department_id = "", module_id = "", kind = ""] = series.split(separator);
  switch (table) {
    case "standing_count":
      await tx
        .deleteFrom("standing_count")
        .where("department_id", "=", department_id)
        .where("module_id", "=", module_id)
        .execute();
      for (const [counted_on, ...counts] of rows) {
        const byColumn = Object.fromEntries(stateColumns.map((column, at) => [column, counts[at] ?? 0]));
        await tx
          .insertInto("standing_count")
          .values({ department_id, module_id, counted_on, ...(byColumn as Record<StateColumn, number>) })
          .execute();
      }
      return;
    case "due_count":
      await tx.deleteFrom("due_count").where("department_id", "=", department_id).execute();
      for (const [due_on, n = 0] of rows)
        await tx.insertInto("due_count").values({ department_id, due_on, n }).execute();
      return;
    case "load_count":
      await tx
        .deleteFrom("load_count")
        .where("department_id", "=", department_id)
        .where("module_id", "=", module_id)
        .where("kind", "=", kind as LoadKind)
        .execute();
      for (const [month, n = 0] of rows) {
        await tx
          .insertInto("load_count")
          .values({ department_id, module_id, kind: kind as LoadKind, month, n })
          .execute();
      }
      return;
    case "completion_count":
      await tx
        .deleteFrom("completion_count")
        .where("department_id", "=", department_id)
        .where("module_id", "=", module_id)
        .where("kind", "=", kind as CompletionKind)
        .execute();
      for (const [month, n = 0] of rows) {
        await tx
          .insertInto("completion_count")
          .values({ department_id, module_id, kind: kind as CompletionKind, month, n })
          .execute();
      }
      return;
    case "headcount":
      await tx.deleteFrom("headcount").where("department_id", "=", department_id).execute();
      for (const [counted_on, n = 0] of rows) {
        await tx.insertInto("headcount").values({ department_id, counted_on, n }).execute();
      }
      return;
  }
}
