import type SQLite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

/**
 * A driver for Kysely on better-sqlite3 that differs from Kysely's own in two ways. Transactions begin IMMEDIATE: a
 * deferred one that reads before it writes fails as soon as another writer was faster, and busy_timeout does not help.
 * And statements stay prepared: the ledger writes the same few statements for thousands of rows.
 */
class ImmediateDriver implements Driver {
  readonly #connection: Connection;
  #free: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(database: SQLite.Database) {
    this.#connection = new Connection(database);
  }

  async init() {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const earlier = this.#free;
    let release = () => {};
    this.#free = new Promise((resolve) => {
      release = resolve;
    });
    await earlier;
    this.#release = release;
    return this.#connection;
  }

  async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async releaseConnection() {
    this.#release();
  }

  async destroy() {
    this.#connection.close();
  }
}

// why: for all copies of this file. The built pages have one of their own, and the connection is opened by another.
const manyRows = Symbol.for("repris.many-rows");

/** A statement that writes, to be run once with each of these parameters. */
export function forAll(query: CompiledQuery, rows: readonly (readonly unknown[])[]): CompiledQuery {
  return Object.assign({ ...query }, { [manyRows]: rows });
}

/** More distinct statements than the product has; beyond it the oldest is dropped. */
const preparedLimit = 500;

class Connection implements DatabaseConnection {
  readonly #database: SQLite.Database;
  readonly #prepared = new Map<string, SQLite.Statement>();

  constructor(database: SQLite.Database) {
    this.#database = database;
  }

  #prepare(text: string): SQLite.Statement {
    const known = this.#prepared.get(text);
    if (known) return known;
    const statement = this.#database.prepare(text);
    if (this.#prepared.size >= preparedLimit) {
      const oldest = this.#prepared.keys().next().value;
      if (oldest !== undefined) this.#prepared.delete(oldest);
    }
    this.#prepared.set(text, statement);
    return statement;
  }

  /** The rows of a query that only reads. */
  read(query: Pick<CompiledQuery, "sql" | "parameters">): unknown[] {
    return this.#prepare(query.sql).all(query.parameters);
  }

  async executeQuery<R>(
    query: CompiledQuery & { readonly [manyRows]?: readonly (readonly unknown[])[] },
  ): Promise<QueryResult<R>> {
    const statement = this.#prepare(query.sql);
    const rows = query[manyRows];
    if (rows) {
      let changed = 0;
      for (const row of rows) changed += statement.run(row).changes;
      return { numAffectedRows: BigInt(changed), rows: [] };
    }
    if (statement.reader) {
      return { rows: statement.all(query.parameters) as R[] };
    }
    const { changes, lastInsertRowid } = statement.run(query.parameters);
    return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.#database.prepare(query.sql).iterate(query.parameters)) yield { rows: [row as R] };
  }

  close() {
    this.#database.close();
  }
}

/** A Kysely over one better-sqlite3 connection, transactions beginning IMMEDIATE. */
export function immediateKysely<DB>(database: SQLite.Database): Kysely<DB> {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new ImmediateDriver(database),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** Registered, because the pages are built apart from what opens the database. */
const reading = Symbol.for("repris.reading");

/** A Kysely over a connection that only reads, which `readAtOnce` knows. */
export function readingKysely<DB>(database: SQLite.Database): Kysely<DB> {
  return Object.assign(immediateKysely<DB>(database), { [reading]: new Connection(database) });
}

/**
 * The rows of a compiled query, read without Kysely's turn-taking: nobody waits for a connection on which nothing is ever
 * begun. Null for every other handle (a transaction, the writer).
 */
export function readAtOnce<Row>(db: object, query: Pick<CompiledQuery<Row>, "sql" | "parameters">): Row[] | null {
  const { [reading]: connection } = db as { readonly [reading]?: Connection };
  return connection ? (connection.read(query) as Row[]) : null;
}
