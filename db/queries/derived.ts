/** What is derived from facts: read by pages, written only by the ledger. */
import { type Compilable, type RawBuilder, sql } from "kysely";
import type { Reader, Writer } from "../connect";
import type { CompletionKind, LoadKind, Row } from "../schema";
import { repeated } from "./repeated";
import { type CountVector, stateColumns } from "./state-columns";

function prepared(db: Reader, text: RawBuilder<unknown>): Compilable {
  return { compile: () => text.compile(db) };
}

const standingColumns = [
  "person_id",
  "module_id",
  "department_id",
  "zone",
  "voluntary",
  "state",
  "valid",
  "task",
  "cycle",
  "opens_on",
  "due_on",
  "valid_until",
  "since_on",
  "next_change_on",
  "ahead",
] as const satisfies readonly (keyof Row<"standing">)[];

/** Writes a standing, new or changed. */
export async function putStanding(tx: Writer, row: Row<"standing">): Promise<void> {
  await repeated(
    tx,
    "putStanding",
    () => {
      const values = Object.fromEntries(standingColumns.map((column) => [column, row[column]])) as Row<"standing">;
      return tx
        .insertInto("standing")
        .values(values)
        .onConflict((conflict) =>
          conflict.columns(["person_id", "module_id"]).doUpdateSet((eb) => ({
            department_id: eb.ref("excluded.department_id"),
            zone: eb.ref("excluded.zone"),
            voluntary: eb.ref("excluded.voluntary"),
            state: eb.ref("excluded.state"),
            valid: eb.ref("excluded.valid"),
            task: eb.ref("excluded.task"),
            cycle: eb.ref("excluded.cycle"),
            opens_on: eb.ref("excluded.opens_on"),
            due_on: eb.ref("excluded.due_on"),
            valid_until: eb.ref("excluded.valid_until"),
            since_on: eb.ref("excluded.since_on"),
            next_change_on: eb.ref("excluded.next_change_on"),
            ahead: eb.ref("excluded.ahead"),
          })),
        );
    },
    standingColumns.map((column) => row[column]),
  );
}

/** What a passing day changes of a standing. */
export type Passed = Pick<
  Row<"standing">,
  "state" | "valid" | "task" | "cycle" | "opens_on" | "due_on" | "valid_until" | "since_on" | "next_change_on"
>;

/** Writes what a passing day changed of one standing. */
export async function passStanding(tx: Writer, personId: string, moduleId: string, to: Passed): Promise<void> {
  await repeated(
    tx,
    "passStanding",
    () =>
      tx
        .updateTable("standing")
        .set({
          state: to.state,
          valid: to.valid,
          task: to.task,
          cycle: to.cycle,
          opens_on: to.opens_on,
          due_on: to.due_on,
          valid_until: to.valid_until,
          since_on: to.since_on,
          next_change_on: to.next_change_on,
        })
        .where("person_id", "=", personId)
        .where("module_id", "=", moduleId),
    [
      to.state,
      to.valid,
      to.task,
      to.cycle,
      to.opens_on,
      to.due_on,
      to.valid_until,
      to.since_on,
      to.next_change_on,
      personId,
      moduleId,
    ],
  );
}

/** Removes a standing for which no fact is left. */
export async function deleteStanding(tx: Writer, personId: string, moduleId: string): Promise<void> {
  await tx.deleteFrom("standing").where("person_id", "=", personId).where("module_id", "=", moduleId).execute();
}

/** Adds a span of a standing's history. */
export async function insertSpan(tx: Writer, span: Row<"standing_span">): Promise<void> {
  await repeated(
    tx,
    "insertSpan",
    () => tx.insertInto("standing_span").values(spanInOrder(span)),
    Object.values(spanInOrder(span)),
  );
}

function spanInOrder(span: Row<"standing_span">): Row<"standing_span"> {
  return {
    person_id: span.person_id,
    module_id: span.module_id,
    from_on: span.from_on,
    to_on: span.to_on,
    department_id: span.department_id,
    voluntary: span.voluntary,
    state: span.state,
    valid: span.valid,
    task: span.task,
  };
}

/** Ends the span that began on `fromOn`, the day before `toOn`. */
export async function closeSpan(
  tx: Writer,
  personId: string,
  moduleId: string,
  fromOn: string,
  toOn: string | null,
): Promise<void> {
  await repeated(
    tx,
    "closeSpan",
    () =>
      tx
        .updateTable("standing_span")
        .set({ to_on: toOn })
        .where("person_id", "=", personId)
        .where("module_id", "=", moduleId)
        .where("from_on", "=", fromOn),
    [toOn, personId, moduleId, fromOn],
  );
}

/** Removes the span that began on `fromOn`. */
export async function deleteSpan(tx: Writer, personId: string, moduleId: string, fromOn: string): Promise<void> {
  await repeated(
    tx,
    "deleteSpan",
    () =>
      tx
        .deleteFrom("standing_span")
        .where("person_id", "=", personId)
        .where("module_id", "=", moduleId)
        .where("from_on", "=", fromOn),
    [personId, moduleId, fromOn],
  );
}

/** Every zone in which somebody's days are reckoned. */
export async function findZones(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom("organisation")
    .select("zone")
    .union(db.selectFrom("site").select("zone"))
    .union(
      db
        .selectFrom("person")
        .select((eb) => eb.ref("zone").$notNull().as("zone"))
        .where("zone", "is not", null),
    )
    .execute();
  return rows.map((row) => row.zone);
}

/** Standings whose next change has come in a zone whose day is `today`, soonest first. */
export async function findPassing(
  db: Reader,
  zone: string,
  today: string,
  limit: number,
): Promise<
  Pick<
    Row<"standing">,
    | "person_id"
    | "module_id"
    | "department_id"
    | "voluntary"
    | "state"
    | "valid"
    | "task"
    | "due_on"
    | "since_on"
    | "next_change_on"
    | "ahead"
  >[]
> {
  return await db
    .selectFrom("standing")
    .select([
      "person_id",
      "module_id",
      "department_id",
      "voluntary",
      "state",
      "valid",
      "task",
      "due_on",
      "since_on",
      "next_change_on",
      "ahead",
    ])
    .where("zone", "=", zone)
    .where("next_change_on", "<=", today)
    .orderBy("next_change_on")
    .limit(limit)
    .execute();
}

/**
 * Adds to the counts of a department and module from `on` onwards, `deltas` in the order of `countedStates`; the row of
 * that day is made where it is missing.
 */
export async function addToStandingCount(
  tx: Writer,
  departmentId: string,
  moduleId: string,
  on: string,
  deltas: CountVector,
): Promise<void> {
  await repeated(
    tx,
    "standingCountRow",
    () =>
      prepared(
        tx,
        // An aggregate over nothing is a row too: the first one of a series begins at nought.
        sql`insert into standing_count (department_id, module_id, counted_on, ${sql.join(stateColumns.map(sql.ref))})
          select ${departmentId}, ${moduleId}, ${on},
            ${sql.join(stateColumns.map((column) => sql`coalesce(max(${sql.ref(column)}), 0)`))}
          from (select * from standing_count
            where department_id = ${departmentId} and module_id = ${moduleId} and counted_on < ${on}
            order by counted_on desc limit 1) as before
          where true
          on conflict (department_id, module_id, counted_on) do nothing`,
      ),
    [departmentId, moduleId, on, departmentId, moduleId, on],
  );
  await repeated(
    tx,
    "standingCountAdd",
    () =>
      prepared(
        tx,
        sql`update standing_count
          set ${sql.join(stateColumns.map((column, at) => sql`${sql.ref(column)} = ${sql.ref(column)} + ${deltas[at]}`))}
          where department_id = ${departmentId} and module_id = ${moduleId} and counted_on >= ${on}`,
      ),
    [...deltas, departmentId, moduleId, on],
  );
}

/** Adds `delta` to how much is due on a day. */
export async function addToDueCount(tx: Writer, departmentId: string, dueOn: string, delta: number): Promise<void> {
  await repeated(
    tx,
    "dueCount",
    () =>
      tx
        .insertInto("due_count")
        .values({ department_id: departmentId, due_on: dueOn, n: delta })
        .onConflict((conflict) =>
          conflict
            .columns(["department_id", "due_on"])
            .doUpdateSet((eb) => ({ n: eb("due_count.n", "+", eb.ref("excluded.n")) })),
        ),
    [departmentId, dueOn, delta],
  );
}

/** Adds `delta` to how many modules or refreshers fall due in a month (`YYYY-MM`). */
export async function addToLoadCount(
  tx: Writer,
  departmentId: string,
  moduleId: string,
  kind: LoadKind,
  month: string,
  delta: number,
): Promise<void> {
  await repeated(
    tx,
    "loadCount",
    () =>
      tx
        .insertInto("load_count")
        .values({ department_id: departmentId, module_id: moduleId, kind, month, n: delta })
        .onConflict((conflict) =>
          conflict
            .columns(["department_id", "month", "kind", "module_id"])
            .doUpdateSet((eb) => ({ n: eb("load_count.n", "+", eb.ref("excluded.n")) })),
        ),
    [departmentId, moduleId, kind, month, delta],
  );
}

/** Adds `delta` to how many completions of a kind a month had (`YYYY-MM`). */
export async function addToCompletionCount(
  tx: Writer,
  departmentId: string,
  moduleId: string,
  kind: CompletionKind,
  month: string,
  delta: number,
): Promise<void> {
  await repeated(
    tx,
    "completionCount",
    () =>
      tx
        .insertInto("completion_count")
        .values({ department_id: departmentId, module_id: moduleId, kind, month, n: delta })
        .onConflict((conflict) =>
          conflict
            .columns(["department_id", "kind", "month", "module_id"])
            .doUpdateSet((eb) => ({ n: eb("completion_count.n", "+", eb.ref("excluded.n")) })),
        ),
    [departmentId, moduleId, kind, month, delta],
  );
}

/** Adds `delta` to a department's headcount from `on` onwards. */
export async function addToHeadcount(tx: Writer, departmentId: string, on: string, delta: number): Promise<void> {
  const before = await tx
    .selectFrom("headcount")
    .select("n")
    .where("department_id", "=", departmentId)
    .where("counted_on", "<", on)
    .orderBy("counted_on", "desc")
    .limit(1)
    .executeTakeFirst();
  await tx
    .insertInto("headcount")
    .values({ department_id: departmentId, counted_on: on, n: before?.n ?? 0 })
    .onConflict((conflict) => conflict.columns(["department_id", "counted_on"]).doNothing())
    .execute();
  await tx
    .updateTable("headcount")
    .set((eb) => ({ n: eb("n", "+", delta) }))
    .where("department_id", "=", departmentId)
    .where("counted_on", ">=", on)
    .execute();
}
