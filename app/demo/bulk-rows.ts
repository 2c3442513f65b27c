/** Many rows into an empty database, as fast as SQLite takes them: prepared statements, and indexes made afterwards. */
import SQLite from "better-sqlite3";
import type { Database, NewRow } from "#db/schema";

/** So many rows are written in one transaction. */
const batch = 200_000;

export class BulkRows {
  readonly #database: SQLite.Database;
  readonly #statements = new Map<string, SQLite.Statement>();
  readonly #indexes: readonly string[];
  #written = 0;

  constructor(path: string) {
    this.#database = new SQLite(path);
    this.#database.pragma("synchronous = OFF");
    this.#database.pragma("foreign_keys = OFF");
    this.#database.pragma("cache_size = -262144");
    this.#database.pragma("temp_store = MEMORY");
    const indexes = this.#database
      .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null order by name")
      .all() as { name: string; sql: string }[];
    for (const { name } of indexes) this.#database.exec(`drop index "${name}"`);
    this.#indexes = indexes.map(({ sql }) => sql);
    this.#database.exec("begin");
  }

  /** Adds a row; those of one table all name their columns in the same order. */
  add<Table extends keyof Database>(table: Table, row: NewRow<Table>): void {
    let statement = this.#statements.get(table);
    if (!statement) {
      const columns = Object.keys(row);
      const places = columns.map(() => "?").join(", ");
      statement = this.#database.prepare(`insert into ${table} (${columns.join(", ")}) values (${places})`);
      this.#statements.set(table, statement);
    }
    statement.run(Object.values(row));
    this.#written += 1;
    if (this.#written % batch === 0) this.#database.exec("commit; begin");
  }

  get written(): number {
    return this.#written;
  }

  /** Makes the indexes and closes. */
  finish(): void {
    this.#database.exec("commit");
    for (const sql of this.#indexes) this.#database.exec(sql);
    this.#database.pragma("wal_checkpoint(TRUNCATE)");
    this.#database.close();
  }
}
