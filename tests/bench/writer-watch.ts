/**
 * Watches the connection that the product writes by: how long each transaction holds the write lock, and if wanted every
 * row it changes. It sits under the product, at better-sqlite3, so that nothing in the product knows of it.
 */
import SQLite from "better-sqlite3";
import type { StartJobThread } from "#app/work/job-thread";

type Value = string | number | null;

/** A row that a transaction made different; null: it was not there. */
export interface RowChange {
  readonly table: string;
  readonly before: readonly Value[] | null;
  readonly after: readonly Value[] | null;
}

/** The rows that one transaction changed, in order. */
export type Transaction = readonly RowChange[];

export interface Holds {
  readonly transactions: number;
  /** Rows inserted, updated and deleted. */
  readonly changes: number;
  /** The longest time the write lock was held. */
  readonly longestMs: number;
  /** Standings written in each transaction. */
  readonly standings: readonly number[];
}

const writesStanding = /^(?:insert into|update) "standing" /;

export class WriterWatch {
  readonly #keepRows: boolean;
  #writer: SQLite.Database | undefined;
  #changesBefore = 0;
  #heldSince = 0;
  #longestMs = 0;
  #standings: number[] = [];
  #inThisOne = 0;
  #rows: Transaction[] = [];
  #open: RowChange[] = [];

  /** From here on; before the product opens its database. */
  constructor(options: { readonly keepRows: boolean }) {
    this.#keepRows = options.keepRows;
    const prepare = SQLite.prototype.prepare;
    const watch = this;
    SQLite.prototype.prepare = function (this: SQLite.Database, text: string) {
      if (text === "begin immediate") watch.#follow(this);
      const statement = prepare.call(this, text);
      const note = watch.#noteFor(text);
      if (note) {
        const run = statement.run.bind(statement) as (...values: unknown[]) => SQLite.RunResult;
        statement.run = (...values: unknown[]) => {
          const result = run(...values);
          note();
          return result;
        };
      }
      return statement;
    } as typeof prepare;
  }

  #noteFor(text: string): (() => void) | null {
    if (text === "begin immediate") {
      return () => {
        this.#heldSince = performance.now();
        this.#inThisOne = 0;
        this.#open = [];
      };
    }
    if (text === "commit") {
      return () => {
        this.#longestMs = Math.max(this.#longestMs, performance.now() - this.#heldSince);
        this.#standings.push(this.#inThisOne);
        this.#rows.push(this.#open);
      };
    }
    if (writesStanding.test(text)) {
      return () => {
        this.#inThisOne += 1;
      };
    }
    return null;
  }

  #follow(database: SQLite.Database): void {
    if (this.#writer === database) return;
    this.#writer = database;
    if (this.#keepRows) this.#noteRows(database);
  }

  /** Has each change of a row told by a trigger that only this connection has. */
  #noteRows(database: SQLite.Database): void {
    database.function("bench_row", { varargs: true, directOnly: false }, (...told: unknown[]) => {
      const [table, event, ...values] = told as [string, string, ...Value[]];
      const half = values.length / 2;
      this.#open.push({
        table,
        before: event === "insert" ? null : values.slice(0, half),
        after: event === "delete" ? null : values.slice(half),
      });
      return null;
    });
    const tables = database
      .prepare("select name from main.sqlite_master where type = 'table' and name not like 'sqlite_%'")
      .pluck()
      .all() as string[];
    for (const table of tables) {
      const columns = database.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[];
      const of = (row: string) => columns.map((column) => (row === "" ? "null" : `${row}."${column}"`)).join(", ");
      for (const [event, before, after] of [
        ["insert", "", "new"],
        ["update", "old", "new"],
        ["delete", "old", ""],
      ] as const) {
        database.exec(`create temp trigger "bench_${event}_${table}" after ${event} on main."${table}"
          begin select bench_row('${table}', '${event}', ${of(before)}, ${of(after)}); end`);
      }
    }
  }

  /**
   * Threads whose steps are noted too: from when nobody else may write to when others may again. What they change is not
   * among the rows.
   */
  watching(start: StartJobThread): StartJobThread {
    return async () => {
      const thread = await start();
      return {
        ...thread,
        step: async (job) => {
          const since = performance.now();
          const stepped = await thread.step(job);
          this.#longestMs = Math.max(this.#longestMs, performance.now() - since);
          this.#standings.push(0);
          this.#rows.push([]);
          return stepped;
        },
      };
    };
  }

  /** Forgets what has been noted. */
  restart(): void {
    this.#changesBefore = this.#totalChanges();
    this.#longestMs = 0;
    this.#standings = [];
    this.#rows = [];
  }

  holds(): Holds {
    return {
      transactions: this.#standings.length,
      changes: this.#totalChanges() - this.#changesBefore,
      longestMs: this.#longestMs,
      standings: this.#standings,
    };
  }

  takeRows(): readonly Transaction[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #totalChanges(): number {
    return Number(this.#writer?.prepare("select total_changes()").pluck().get() ?? 0);
  }
}
