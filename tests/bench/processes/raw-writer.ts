/** The floor of whatever writes: better-sqlite3 with prepared statements, the same rows in the same transactions. */
import { readFileSync } from "node:fs";
import { deserialize } from "node:v8";
import SQLite from "better-sqlite3";
import { answerCalls } from "../processes";
import { type Keys, netChanges, reversed } from "../row-changes";
import type { RowChange, Transaction } from "../writer-watch";

export interface Written {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly transactions: number;
  readonly rows: number;
  readonly longestMs: number;
}

interface Statement {
  readonly statement: SQLite.Statement;
  readonly values: readonly unknown[];
}

let database: SQLite.Database | undefined;
let transactions: readonly Transaction[] = [];

function opened(): SQLite.Database {
  if (!database) throw new Error("The writer has not begun");
  return database;
}

class Statements {
  readonly #database: SQLite.Database;
  readonly #columns = new Map<string, readonly string[]>();
  readonly #prepared = new Map<string, SQLite.Statement>();
  readonly keys: Keys;

  constructor(database: SQLite.Database) {
    this.#database = database;
    const keys = new Map<string, readonly number[]>();
    const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
    for (const table of tables) {
      const columns = database
        .prepare(`select cid, name, pk from pragma_table_info('${table}') order by cid`)
        .all() as {
        cid: number;
        name: string;
        pk: number;
      }[];
      this.#columns.set(
        table,
        columns.map(({ name }) => name),
      );
      keys.set(
        table,
        columns.filter(({ pk }) => pk > 0).map(({ cid }) => cid),
      );
    }
    this.keys = keys;
  }

  #prepare(text: string): SQLite.Statement {
    let statement = this.#prepared.get(text);
    if (!statement) {
      statement = this.#database.prepare(text);
      this.#prepared.set(text, statement);
    }
    return statement;
  }

  /** The one statement that changes one row. */
  of({ table, before, after }: RowChange): Statement {
    const columns = this.#columns.get(table) ?? [];
    const keys = this.keys.get(table) ?? [];
    const named = (place: number) => `"${columns[place]}" = ?`;
    const where = `where ${keys.map(named).join(" and ")}`;
    if (after === null) {
      return {
        statement: this.#prepare(`delete from "${table}" ${where}`),
        values: keys.map((place) => before?.[place]),
      };
    }
    if (before === null) {
      const places = columns.map(() => "?").join(", ");
      return { statement: this.#prepare(`insert into "${table}" values (${places})`), values: after };
    }
    const changed = columns.map((_, place) => place).filter((place) => before[place] !== after[place]);
    return {
      statement: this.#prepare(`update "${table}" set ${changed.map(named).join(", ")} ${where}`),
      values: [...changed.map((place) => after[place]), ...keys.map((place) => before[place])],
    };
  }
}

function write(work: readonly (readonly Statement[])[]): Written {
  const begin = opened().prepare("begin immediate");
  const commit = opened().prepare("commit");
  const cpu = process.cpuUsage();
  const started = performance.now();
  let longestMs = 0;
  let rows = 0;
  for (const statements of work) {
    begin.run();
    const held = performance.now();
    for (const { statement, values } of statements) {
      const { changes } = statement.run(values);
      if (changes !== 1) throw new Error(`${statement.source} changed ${changes} rows`);
      rows += 1;
    }
    commit.run();
    longestMs = Math.max(longestMs, performance.now() - held);
  }
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { seconds, cpuSeconds: (user + system) / 1e6, transactions: work.length, rows, longestMs };
}

const api = {
  /** Opens a database as the product does, and reads what is to be written: transactions, by `v8.serialize`. */
  begin(options: { readonly databasePath: string; readonly rowsPath: string }): void {
    database = new SQLite(options.databasePath, { timeout: 5000 });
    database.pragma("foreign_keys = ON");
    database.pragma("cache_size = -65536");
    database.pragma("mmap_size = 268435456");
    database.pragma("temp_store = MEMORY");
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = NORMAL");
    const { keys } = new Statements(database);
    const read = deserialize(readFileSync(options.rowsPath)) as readonly Transaction[];
    transactions = read.map((transaction) => netChanges(transaction, keys));
  },

  /** Writes the transactions from one to before another; all, where nothing is said. */
  write(part: { readonly from: number; readonly to: number } | null): Written {
    const statements = new Statements(opened());
    const wanted = transactions.slice(part?.from ?? 0, part?.to ?? transactions.length);
    return write(wanted.map((transaction) => transaction.map((change) => statements.of(change))));
  },

  /** Takes back what was written, by whomever. */
  takeBack(): Written {
    const statements = new Statements(opened());
    const back = transactions.map(reversed).reverse();
    return write([back.flatMap((transaction) => transaction.map((change) => statements.of(change)))]);
  },

  end(): void {
    database?.close();
    database = undefined;
  },
};

export type RawWriter = typeof api;

answerCalls(api);
