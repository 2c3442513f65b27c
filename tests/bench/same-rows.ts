import { createHash } from "node:crypto";
import SQLite from "better-sqlite3";
import type { Transaction } from "./writer-watch";

/** Which of some tables do not hold the same rows in two databases. */
export function differingTables(onePath: string, otherPath: string, tables: readonly string[]): readonly string[] {
  const database = new SQLite(onePath, { readonly: true });
  try {
    database.prepare("attach ? as other").run(otherPath);
    return tables.filter((table) => {
      const apart = database
        .prepare(
          `select (select count(*) from (select * from main."${table}" except select * from other."${table}"))
            + (select count(*) from (select * from other."${table}" except select * from main."${table}"))`,
        )
        .pluck()
        .get();
      return apart !== 0;
    });
  } finally {
    database.close();
  }
}

/** A hash of the rows that some transactions write, as they are now. */
export function rowsHash(path: string, transactions: readonly Transaction[]): string {
  const database = new SQLite(path, { readonly: true });
  try {
    const hash = createHash("sha256");
    const tables = new Map<string, { readonly keys: readonly number[]; readonly find: SQLite.Statement }>();
    const tableOf = (name: string) => {
      const known = tables.get(name);
      if (known) return known;
      const columns = database
        .prepare(`select cid, name from pragma_table_info('${name}') where pk > 0 order by cid`)
        .all() as { cid: number; name: string }[];
      const where = columns.map((column) => `"${column.name}" = ?`).join(" and ");
      const find = database.prepare(`select * from "${name}" where ${where}`).raw();
      const table = { keys: columns.map(({ cid }) => cid), find };
      tables.set(name, table);
      return table;
    };
    for (const { table, before, after } of transactions.flat()) {
      const { keys, find } = tableOf(table);
      const key = keys.map((place) => (after ?? before)?.[place]);
      hash.update(JSON.stringify([table, key, find.get(key) ?? null]));
    }
    return hash.digest("hex");
  } finally {
    database.close();
  }
}
