/**
 * The floor of recording a history: what an import changed in completions, standings and spans, written again into the
 * database as it was before, row by row with prepared statements, in steps of the same size. Counts by day are left out,
 * which makes the floor lower than what the product has to do.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import SQLite from "better-sqlite3";
import { copied, temporaryFolder } from "./databases";
import { startProcess } from "./processes";
import type { RawWriter, Written } from "./processes/raw-writer";
import type { Bench } from "./scenario";
import type { RowChange, Transaction } from "./writer-watch";

/** So many completions are written at most: enough to tell, and to be held in memory. */
const completionsAtMost = 100_000;

const tables = {
  completion: ["id"],
  standing: ["person_id", "module_id"],
  standing_span: ["person_id", "module_id", "from_on"],
} as const;

type Values = readonly unknown[];

function rowsOf(database: SQLite.Database, table: keyof typeof tables, personId: string): Map<string, Values> {
  const rows = database.prepare(`select * from ${table} where person_id = ?`).all(personId) as Record<
    string,
    unknown
  >[];
  return new Map(rows.map((row) => [JSON.stringify(tables[table].map((key) => row[key])), Object.values(row)]));
}

function changesOf(before: SQLite.Database, after: SQLite.Database, personId: string): RowChange[] {
  const changes: RowChange[] = [];
  for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
    const [old, now] = [rowsOf(before, table, personId), rowsOf(after, table, personId)];
    for (const [key, row] of old) if (!now.has(key)) changes.push({ table, before: row, after: null } as RowChange);
    for (const [key, row] of now) changes.push({ table, before: old.get(key) ?? null, after: row } as RowChange);
  }
  return changes;
}

/**
 * @param of.before a database as it was before the import; it is copied
 * @param of.after the database into which it was imported
 * @param of.people who was imported, in the order in which they were recorded
 * @param of.step completions in a step
 */
export async function writeHistoryFloor(
  bench: Bench,
  of: { readonly before: string; readonly after: string; readonly people: readonly string[]; readonly step: number },
): Promise<Written & { readonly completions: number }> {
  const databasePath = copied(bench, of.before);
  const before = new SQLite(databasePath);
  const after = new SQLite(of.after, { readonly: true });
  // What completions point at has to be there; where that came from need not.
  before.pragma("foreign_keys = OFF");
  for (const row of after.prepare("select * from import").all() as Record<string, unknown>[]) {
    const values = Object.values(row);
    before.prepare(`insert or ignore into import values (${values.map(() => "?").join(", ")})`).run(values);
  }
  const transactions: Transaction[] = [];
  let completions = 0;
  try {
    let own: RowChange[] = [];
    let inStep = 0;
    for (const personId of of.people) {
      const changes = changesOf(before, after, personId);
      const fresh = changes.filter((change) => change.table === "completion" && change.before === null).length;
      if (inStep > 0 && inStep + fresh > of.step) {
        transactions.push(own);
        own = [];
        inStep = 0;
      }
      own.push(...changes);
      inStep += fresh;
      completions += fresh;
      if (completions >= completionsAtMost) break;
    }
    transactions.push(own);
  } finally {
    before.close();
    after.close();
  }
  const rowsPath = join(temporaryFolder(bench), "history");
  writeFileSync(rowsPath, serialize(transactions));
  const raw = startProcess<RawWriter>(bench, "raw-writer.ts");
  await raw.call("begin", { databasePath, rowsPath });
  const written = await raw.call("write", null);
  await raw.stop();
  return { ...written, completions };
}
