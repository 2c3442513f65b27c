/** What is derived from facts: read by pages, written only by the ledger. */
import { type Compilable, type RawBuilder, sql } from "kysely";
import type { Reader, Writer } from "../connect";
import type { Row } from "../schema";
import { type Conflict, insertMany, replaced } from "./many-rows";
import { repeated, repeatedForAll } from "./repeated";
import { reusable } from "./reusable";
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

const standingReplaced = replaced("standing", ["person_id", "module_id"], standingColumns);

/** Writes standings, new or changed; no two of one person and module. */
export async function putStandings(tx: Writer, rows: readonly Row<"standing">[]): Promise<void> {
  await insertMany(tx, "standing", standingColumns, rows, standingReplaced);
}

/** What of a standing says where and for whom it is counted. */
const standingPlace = ["department_id", "zone", "voluntary"] as const;
const standingContent = standingColumns.slice(2 + standingPlace.length);

/** Whether two standings of one person and module differ in their content at most. */
export function isInSamePlace(a: Row<"standing">, b: Row<"standing">): boolean {
  return standingPlace.every((column) => a[column] === b[column]);
}

/**
 * Writes standings that are there already, in the same place. Takes two thirds of the time of `putStandings`, which looks
 * for all that a row points at.
 */
export async function changeStandings(tx: Writer, rows: readonly Row<"standing">[]): Promise<void> {
  await repeatedForAll(
    tx,
    "changeStandings",
    () =>
      prepared(
        tx,
        sql`update standing set ${sql.join(standingContent.map((column) => sql`${sql.ref(column)} = ${null}`))}
          where person_id = ${null} and module_id = ${null}`,
      ),
    rows.map((row) => [...standingContent.map((column) => row[column]), row.person_id, row.module_id]),
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

const spanColumns = [
  "person_id",
  "module_id",
  "from_on",
  "to_on",
  "department_id",
  "voluntary",
  "state",
  "valid",
  "task",
] as const satisfies readonly (keyof Row<"standing_span">)[];

const spanReplaced = replaced("span", ["person_id", "module_id", "from_on"], spanColumns);

/** Writes spans, new or in place of those that began on the same day. */
export async function putSpans(tx: Writer, spans: readonly Row<"standing_span">[]): Promise<void> {
  await insertMany(tx, "standing_span", spanColumns, spans, spanReplaced);
}

function spanInOrder(span: Row<"standing_span">): Row<"standing_span"> {
  return Object.fromEntries(spanColumns.map((column) => [column, span[column]])) as Row<"standing_span">;
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

const added = (table: string, key: readonly string[]): Conflict => ({
  name: "added",
  clause: sql`on conflict (${sql.join(key.map((column) => sql.ref(column)))})
    do update set n = ${sql.ref(`${table}.n`)} + excluded.n`,
});

const dueKey = ["department_id", "due_on"] as const;
const dueAdded = added("due_count", dueKey);

/** Adds to how much is due on days. */
export async function addToDueCounts(tx: Writer, rows: readonly Row<"due_count">[]): Promise<void> {
  await insertMany(tx, "due_count", [...dueKey, "n"] as const, rows, dueAdded);
}

const monthKey = ["department_id", "month", "kind", "module_id"] as const;
const loadAdded = added("load_count", monthKey);

/** Adds to how many modules or refreshers fall due in months (`YYYY-MM`). */
export async function addToLoadCounts(tx: Writer, rows: readonly Row<"load_count">[]): Promise<void> {
  await insertMany(tx, "load_count", [...monthKey, "n"] as const, rows, loadAdded);
}

const completionKey = ["department_id", "kind", "month", "module_id"] as const;
const completionAdded = added("completion_count", completionKey);

/** Adds to how many completions of a kind months had (`YYYY-MM`). */
export async function addToCompletionCounts(tx: Writer, rows: readonly Row<"completion_count">[]): Promise<void> {
  await insertMany(tx, "completion_count", [...completionKey, "n"] as const, rows, completionAdded);
}

/** Adds `delta` to a department's headcount from `on` onwards. */
export async function addToHeadcount(tx: Writer, departmentId: string, on: string, delta: number): Promise<void> {
  const [before] = await headcountBefore(tx, departmentId, on);
  const n = before?.n ?? 0;
  await repeated(
    tx,
    "begin headcount",
    () =>
      tx
        .insertInto("headcount")
        .values({ department_id: departmentId, counted_on: on, n })
        .onConflict((conflict) => conflict.columns(["department_id", "counted_on"]).doNothing()),
    [departmentId, on, n],
  );
  await repeated(
    tx,
    "add to headcount",
    () =>
      tx
        .updateTable("headcount")
        .set((eb) => ({ n: eb("n", "+", delta) }))
        .where("department_id", "=", departmentId)
        .where("counted_on", ">=", on),
    [delta, departmentId, on],
  );
}

const headcountBefore = reusable((db: Reader, departmentId: string, on: string) =>
  db
    .selectFrom("headcount")
    .select("n")
    .where("department_id", "=", departmentId)
    .where("counted_on", "<", on)
    .orderBy("counted_on", "desc")
    .limit(1),
);
