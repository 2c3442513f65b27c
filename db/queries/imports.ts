/** Files of people and of completions on their way in. */
import type { Reader, Writer } from "../connect";
import type { ImportKind, ImportState, Row } from "../schema";
import { insertMany } from "./many-rows";
import { repeated } from "./repeated";
import { reusable } from "./reusable";

type ImportRow = Row<"import">;

/** Begins an import: its file is to be read. */
export async function insertImport(
  db: Reader,
  row: Pick<ImportRow, "id" | "kind" | "file_id" | "created_at" | "created_by">,
): Promise<void> {
  await db
    .insertInto("import")
    .values({ ...row, state: "reading", form: "null", mapping: "null", options: "null", summary: "null" })
    .execute();
}

const importBy = reusable((db: Reader, id: string) => db.selectFrom("import").selectAll().where("id", "=", id));

export async function findImport(db: Reader, id: string): Promise<ImportRow | undefined> {
  return (await importBy(db, id))[0];
}

/** Imports that are neither done nor given up. */
const openStates: readonly ImportState[] = ["reading", "mapping", "checking", "ready", "applying", "taking-back"];

/** An import that is still under way of a file with the same content. */
export async function findOpenImportOf(db: Reader, kind: ImportKind, hash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("import")
    .innerJoin("stored_file", "stored_file.id", "import.file_id")
    .select("import.id")
    .where("import.kind", "=", kind)
    .where("import.state", "in", openStates)
    .where("stored_file.hash", "=", hash)
    .orderBy("import.created_at")
    .executeTakeFirst();
  return row?.id;
}

/** An import that is being applied or taken back. */
export async function findMovingImport(db: Reader): Promise<ImportRow | undefined> {
  return await db.selectFrom("import").selectAll().where("state", "in", ["applying", "taking-back"]).executeTakeFirst();
}

/**
 * Brings an import from one of some states to another, with what else is said of it; false when it is in none of them:
 * somebody else was faster.
 */
export async function advanceImport(
  db: Reader,
  id: string,
  from: readonly ImportState[],
  set: Partial<Omit<ImportRow, "id" | "kind" | "file_id" | "created_at" | "created_by">>,
): Promise<boolean> {
  const result = await db
    .updateTable("import")
    .set(set)
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Imports with their file and who brought it, the newest first. */
export async function findImports(db: Reader, offset: number, limit: number) {
  return await db
    .selectFrom("import")
    .innerJoin("stored_file", "stored_file.id", "import.file_id")
    .leftJoin("person", "person.id", "import.created_by")
    .select([
      "import.id",
      "import.kind",
      "import.state",
      "import.summary",
      "import.failure",
      "import.created_at",
      "import.applied_at",
      "import.taken_back_at",
      "stored_file.name as file_name",
      "stored_file.bytes as file_bytes",
      "person.given_name",
      "person.family_name",
    ])
    .orderBy("import.created_at", "desc")
    .orderBy("import.id", "desc")
    .offset(offset)
    .limit(limit)
    .execute();
}

export async function countImports(db: Reader): Promise<number> {
  const row = await db
    .selectFrom("import")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

const readColumns = ["import_id", "line", "cells", "problems"] as const;

/** Adds rows of a file, as they were read. */
export async function insertImportRows(
  tx: Writer,
  rows: readonly Pick<Row<"import_row">, (typeof readColumns)[number]>[],
): Promise<void> {
  await insertMany(tx, "import_row", readColumns, rows);
}

export async function deleteImportRows(db: Reader, importId: string): Promise<void> {
  await db.deleteFrom("import_row").where("import_id", "=", importId).execute();
}

/** Removes the rows of an import up to a line. */
export async function deleteRowsUpTo(db: Reader, importId: string, line: number): Promise<void> {
  await db.deleteFrom("import_row").where("import_id", "=", importId).where("line", "<=", line).execute();
}

/** Keeps of a row only these cells; JSON. */
export async function keepCells(db: Reader, importId: string, line: number, cells: string): Promise<void> {
  await repeated(
    db,
    "keep cells of import_row",
    () => db.updateTable("import_row").set({ cells }).where("import_id", "=", importId).where("line", "=", line),
    [cells, importId, line],
  );
}

const rowsAfter = reusable((db: Reader, importId: string, after: number, limit: number) =>
  db
    .selectFrom("import_row")
    .selectAll()
    .where("import_id", "=", importId)
    .where("line", ">", after)
    .orderBy("line")
    .limit(limit),
);

/** The next rows after a line, in their order. */
export async function findRowsAfter(
  db: Reader,
  importId: string,
  after: number,
  limit: number,
): Promise<Row<"import_row">[]> {
  return await rowsAfter(db, importId, after, limit);
}

/** How far a job has come, by its key. */
export async function findJobProgress(db: Reader, key: string) {
  return await db
    .selectFrom("job")
    .select(["progress", "finished_at", "failed_at", "failure"])
    .where("unique_key", "=", key)
    .executeTakeFirst();
}

/** Says what a row comes to. One that no line of the file stands for has a line below zero. */
export async function planImportRow(
  db: Reader,
  importId: string,
  planned: {
    readonly line: number;
    readonly action: string;
    readonly personId: string | null;
    readonly plan: string | null;
    readonly problems: string | null;
  },
): Promise<void> {
  const { line, action, personId, plan, problems } = planned;
  if (line < 0) {
    const row = { import_id: importId, line, cells: "[]", action, person_id: personId, plan, problems, applied: 0 };
    await repeated(db, "insert import_row beside the file", () => db.insertInto("import_row").values(row), [
      importId,
      line,
      "[]",
      action,
      personId,
      plan,
      problems,
      0,
    ]);
    return;
  }
  await repeated(
    db,
    "plan import_row",
    () =>
      db
        .updateTable("import_row")
        .set({ action, person_id: personId, plan, problems })
        .where("import_id", "=", importId)
        .where("line", "=", line),
    [action, personId, plan, problems, importId, line],
  );
}

/** Forgets what an earlier check found beside the file. */
export async function resetImportRows(db: Reader, importId: string): Promise<void> {
  await db.deleteFrom("import_row").where("import_id", "=", importId).where("line", "<", 0).execute();
}

/** The next rows that are to be applied and are not yet, after a line; of one action, or of all. */
export async function findRowsToApply(
  db: Reader,
  importId: string,
  { after, limit, action }: { readonly after: number; readonly limit: number; readonly action?: string },
): Promise<Row<"import_row">[]> {
  let query = db
    .selectFrom("import_row")
    .selectAll()
    .where("import_id", "=", importId)
    .where("line", ">", after)
    .where("plan", "is not", null)
    .where("applied", "=", 0);
  if (action !== undefined) query = query.where("action", "=", action);
  return await query.orderBy("line").limit(limit).execute();
}

/** How many rows are to be applied and are not yet. */
export async function countRowsToApply(db: Reader, importId: string): Promise<number> {
  const row = await db
    .selectFrom("import_row")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("import_id", "=", importId)
    .where("plan", "is not", null)
    .where("applied", "=", 0)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Says that rows were applied. */
export async function markRowsApplied(db: Reader, importId: string, lines: readonly number[]): Promise<void> {
  if (lines.length === 0) return;
  await db
    .updateTable("import_row")
    .set({ applied: 1 })
    .where("import_id", "=", importId)
    .where("line", "in", lines)
    .execute();
}

/** Leaves a row out that was to be applied: it has a problem now. */
export async function leaveRowOut(db: Reader, importId: string, line: number, problems: string): Promise<void> {
  await db
    .updateTable("import_row")
    .set({ action: "conflict", problems })
    .where("import_id", "=", importId)
    .where("line", "=", line)
    .execute();
}

/** Of these employee numbers, those that somebody has. */
export async function findTakenNumbers(db: Reader, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await db
    .selectFrom("person")
    .select("employee_number")
    .where("employee_number", "in", numbers)
    .execute();
  return new Set(rows.map((row) => row.employee_number));
}

/** Of these addresses, those that somebody has, with whose they are. */
export async function findTakenEmails(db: Reader, emails: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (emails.length === 0) return new Map();
  const rows = await db.selectFrom("person").select(["id", "email"]).where("email", "in", emails).execute();
  return new Map(rows.flatMap((row) => (row.email === null ? [] : [[row.email, row.id] as const])));
}

/** The position of the last change that an import noted; 0 before the first. */
export async function lastImportPosition(db: Reader, importId: string): Promise<number> {
  const row = await db
    .selectFrom("import_change")
    .select("position")
    .where("import_id", "=", importId)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? 0;
}

const changeColumns = ["import_id", "position", "target", "row_id", "change", "before", "after"] as const;

/** Notes what an import changed. */
export async function insertImportChanges(tx: Writer, rows: readonly Row<"import_change">[]): Promise<void> {
  await insertMany(tx, "import_change", changeColumns, rows);
}

/** The changes of an import before a position, the newest first. */
export async function findImportChanges(
  db: Reader,
  importId: string,
  before: number,
  limit: number,
): Promise<Row<"import_change">[]> {
  return await db
    .selectFrom("import_change")
    .selectAll()
    .where("import_id", "=", importId)
    .where("position", "<", before)
    .orderBy("position", "desc")
    .limit(limit)
    .execute();
}

/** Whose these employments or memberships are, by id. */
export async function findOwners(
  db: Reader,
  table: "employment" | "membership",
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom(table).select(["id", "person_id"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, row.person_id]));
}

/** The same of the newest job whose key begins so. */
export async function findJobProgressUnder(db: Reader, prefix: string) {
  return await db
    .selectFrom("job")
    .select(["progress", "finished_at", "failed_at", "failure"])
    .where("unique_key", ">=", prefix)
    .where("unique_key", "<", `${prefix}\uffff`)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** What these people are called. */
export async function findNamesOf(db: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom("person")
    .select(["id", "given_name", "family_name"])
    .where("id", "in", wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.given_name} ${row.family_name}`.trim()]));
}

export async function countRowsOf(db: Reader, importId: string, action: string): Promise<number> {
  const row = await db
    .selectFrom("import_row")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("import_id", "=", importId)
    .where("action", "=", action)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Rows of which the same becomes, by their line. */
export async function findRowsOf(
  db: Reader,
  importId: string,
  action: string,
  offset: number,
  limit: number,
): Promise<Row<"import_row">[]> {
  return await db
    .selectFrom("import_row")
    .selectAll()
    .where("import_id", "=", importId)
    .where("action", "=", action)
    .orderBy("line")
    .offset(offset)
    .limit(limit)
    .execute();
}

/** How many rows of each kind were applied; of these people only, where some are given. */
export async function countApplied(
  db: Reader,
  importId: string,
  people?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  let query = db
    .selectFrom("import_row")
    .select((eb) => ["action", eb.fn.countAll<number>().as("n")])
    .where("import_id", "=", importId)
    .where("applied", "=", 1);
  if (people) query = query.where("person_id", "in", people);
  const rows = await query.groupBy("action").execute();
  return new Map(rows.map((row) => [row.action ?? "", row.n]));
}

/** How many of those whom an import brought in have completed something since; of these people only, where some are given. */
export async function countTrainedSince(
  db: Reader,
  importId: string,
  since: string,
  people?: readonly string[],
): Promise<number> {
  let query = db
    .selectFrom("import_row")
    .innerJoin("completion", "completion.person_id", "import_row.person_id")
    .select((eb) => eb.fn.count<number>("import_row.person_id").distinct().as("n"))
    .where("import_row.import_id", "=", importId)
    .where("import_row.action", "in", ["joins", "rehires"])
    .where("import_row.applied", "=", 1)
    .where("completion.recorded_at", ">", since)
    .where("completion.withdrawn_at", "is", null);
  if (people) query = query.where("import_row.person_id", "in", people);
  return (await query.executeTakeFirstOrThrow()).n;
}
