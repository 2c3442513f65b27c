/** Writes of the tree of departments and of the counts that hang on it. Only the ledger imports this. */
import { sql } from "kysely";
import type { CivilDate } from "#app/domain/calendar";
import type { Reader, Writer } from "../connect";
import type { NewRow, Row } from "../schema";
import { type Conflict, insertMany, replaced } from "./many-rows";
import { type StateColumn, stateColumns } from "./state-columns";

/** A department, open or closed; undefined for one that is not there. */
export async function findDepartment(db: Reader, id: string): Promise<Row<"department"> | undefined> {
  return await db.selectFrom("department").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Adds a department after all others. */
export async function insertDepartment(
  tx: Writer,
  row: Pick<NewRow<"department">, "id" | "parent_id" | "name">,
): Promise<void> {
  const last = await tx
    .selectFrom("department")
    .select((eb) => eb.fn.max("position").as("position"))
    .executeTakeFirst();
  await tx
    .insertInto("department")
    .values({ ...row, position: (last?.position ?? -1) + 1, closed_on: null })
    .execute();
}

export async function updateDepartment(
  tx: Writer,
  id: string,
  set: Partial<Pick<Row<"department">, "parent_id" | "name" | "closed_on" | "merged_into">>,
): Promise<void> {
  await tx.updateTable("department").set(set).where("id", "=", id).execute();
}

/** A department and all above it, nearest first. */
export async function findLine(db: Reader, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom("department_ancestor")
    .select("ancestor_id")
    .where("department_id", "=", id)
    .orderBy("depth")
    .execute();
  return rows.map((row) => row.ancestor_id);
}

/** A department and all under it, with how far under. */
export async function findSubtree(db: Reader, id: string): Promise<{ readonly id: string; readonly depth: number }[]> {
  const rows = await db
    .selectFrom("department_ancestor")
    .select(["department_id", "depth"])
    .where("ancestor_id", "=", id)
    .orderBy("depth")
    .execute();
  return rows.map((row) => ({ id: row.department_id, depth: row.depth }));
}

/** Puts `below`, which hang together, under `line` (nearest first) and no longer under anything else. */
export async function hangSubtree(
  tx: Writer,
  below: readonly { readonly id: string; readonly depth: number }[],
  line: readonly string[],
): Promise<void> {
  const ids = below.map(({ id }) => id);
  await tx
    .deleteFrom("department_ancestor")
    .where("department_id", "in", ids)
    .where("ancestor_id", "not in", ids)
    .execute();
  for (const [above, ancestor_id] of line.entries()) {
    for (const { id, depth } of below) {
      await tx
        .insertInto("department_ancestor")
        .values({ department_id: id, ancestor_id, depth: depth + above + 1 })
        .execute();
    }
  }
}

/** Where a department that was ever moved stood, oldest first. */
export async function findPlacements(db: Reader, departmentId: string): Promise<Row<"department_placement">[]> {
  return await db
    .selectFrom("department_placement")
    .selectAll()
    .where("department_id", "=", departmentId)
    .orderBy("from_on")
    .execute();
}

/** Writes where a department stands from a day on; a row of that day is replaced. */
export async function putPlacement(tx: Writer, row: Row<"department_placement">): Promise<void> {
  const { parent_id, to_on, recorded_at, recorded_by } = row;
  await tx
    .insertInto("department_placement")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["department_id", "from_on"]).doUpdateSet({ parent_id, to_on, recorded_at, recorded_by }),
    )
    .execute();
}

/** Sets the last day on which a department stood where it has stood since `from`. */
export async function endPlacement(tx: Writer, departmentId: string, from: string, to: CivilDate): Promise<void> {
  await tx
    .updateTable("department_placement")
    .set({ to_on: to })
    .where("department_id", "=", departmentId)
    .where("from_on", "=", from)
    .execute();
}

/** Levels by module and day, in the order of `countedStates`. */
export async function findStandingSteps(
  db: Reader,
  departmentId: string,
): Promise<Map<string, (readonly [string, number[]])[]>> {
  const rows = await db
    .selectFrom("standing_count")
    .selectAll()
    .where("department_id", "=", departmentId)
    .orderBy("module_id")
    .orderBy("counted_on")
    .execute();
  const byModule = new Map<string, (readonly [string, number[]])[]>();
  for (const row of rows) {
    const step = [row.counted_on, stateColumns.map((column) => row[column])] as const;
    const own = byModule.get(row.module_id);
    if (own) own.push(step);
    else byModule.set(row.module_id, [step]);
  }
  return byModule;
}

const standingColumns = ["department_id", "module_id", "counted_on", ...stateColumns] as const;
const standingReplaced = replaced("standing steps", ["department_id", "module_id", "counted_on"], standingColumns);

/** Writes the levels of one department and module from some days on. */
export async function putStandingSteps(
  tx: Writer,
  departmentId: string,
  moduleId: string,
  steps: readonly (readonly [on: string, levels: readonly number[]])[],
): Promise<void> {
  const rows = steps.map(([on, levels]) => ({
    department_id: departmentId,
    module_id: moduleId,
    counted_on: on,
    ...(Object.fromEntries(stateColumns.map((column, place) => [column, levels[place] ?? 0])) as Counted),
  }));
  await insertMany(tx, "standing_count", standingColumns, rows, standingReplaced);
}

type Counted = Record<StateColumn, number>;

/** The headcount of a department by day. */
export async function findHeadcountSteps(
  db: Reader,
  departmentId: string,
): Promise<(readonly [string, readonly number[]])[]> {
  const rows = await db
    .selectFrom("headcount")
    .select(["counted_on", "n"])
    .where("department_id", "=", departmentId)
    .orderBy("counted_on")
    .execute();
  return rows.map((row) => [row.counted_on, [row.n]] as const);
}

const headcountColumns = ["department_id", "counted_on", "n"] as const;
const headcountReplaced = replaced("head steps", ["department_id", "counted_on"], headcountColumns);

/** Writes the headcount of a department from some days on. */
export async function putHeadcountSteps(
  tx: Writer,
  departmentId: string,
  steps: readonly (readonly [on: string, levels: readonly number[]])[],
): Promise<void> {
  const rows = steps.map(([on, [n = 0]]) => ({ department_id: departmentId, counted_on: on, n }));
  await insertMany(tx, "headcount", headcountColumns, rows, headcountReplaced);
}

/** Rows that are there already have the number of those that come added to theirs. */
function added(table: string, key: readonly string[]): Conflict {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  return {
    name: `${table} moved`,
    clause: sql`on conflict (${columns}) do update set n = ${sql.ref(`${table}.n`)} + ${sql.ref("excluded.n")}`,
  };
}

const dueKey = ["department_id", "due_on"] as const;
const loadKey = ["department_id", "month", "kind", "module_id"] as const;
const completionKey = ["department_id", "kind", "month", "module_id"] as const;
const dueAdded = added("due_count", dueKey);
const loadAdded = added("load_count", loadKey);
const completionAdded = added("completion_count", completionKey);

/** Adds what is counted by single days and months of a department to another, or (`sign` -1) takes it away. */
export async function addPoints(tx: Writer, from: string, to: string, sign: 1 | -1): Promise<void> {
  const moved = <Point extends { readonly n: number }>(rows: readonly Point[]) =>
    rows.map((row) => ({ ...row, department_id: to, n: sign * row.n }));
  const due = await tx.selectFrom("due_count").selectAll().where("department_id", "=", from).execute();
  await insertMany(tx, "due_count", [...dueKey, "n"] as const, moved(due), dueAdded);
  const load = await tx.selectFrom("load_count").selectAll().where("department_id", "=", from).execute();
  await insertMany(tx, "load_count", [...loadKey, "n"] as const, moved(load), loadAdded);
  const completions = await tx.selectFrom("completion_count").selectAll().where("department_id", "=", from).execute();
  await insertMany(tx, "completion_count", [...completionKey, "n"] as const, moved(completions), completionAdded);
}
