import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import type { Kysely, Transaction } from "kysely";
import { immediateKysely, readingKysely } from "./immediate-driver";
import type { Database } from "./schema";

/** For queries that only read: either handle, or a transaction. */
export type Reader = Kysely<Database>;

/** For writes: always inside a transaction of the one writer. */
export type Writer = Transaction<Database>;

/** The open database: one writer, and a read-only connection whose reads never wait for it. */
export interface Connections {
  readonly write: Kysely<Database>;
  readonly read: Kysely<Database>;
  readonly path: string;
  /**
   * When the writer carries the log into the database: in bulk while very many rows are written in step after step, so
   * that a page that many of them change is carried once; elsewhere, where another connection does it meanwhile.
   */
  carryOverWhen(when: keyof typeof checkpointPages): void;
  /** Carries the log into the database as far as those who read allow; nobody waits for it but the caller. */
  carryOver(): void;
  close(): Promise<void>;
}

/** Pages of the log after which it is carried into the database: SQLite's own measure, in bulk, and never (0). */
const checkpointPages = { usual: 1_000, bulk: 16_000, elsewhere: 0 } as const;

/** Why the database could not be opened, in one line that says what to do. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

function openOne(path: string, options: SQLite.Options): SQLite.Database {
  const database = new SQLite(path, { timeout: 5000, ...options });
  database.pragma("foreign_keys = ON");
  database.pragma("cache_size = -65536");
  database.pragma("mmap_size = 268435456");
  database.pragma("temp_store = MEMORY");
  return database;
}

/**
 * Opens (and makes, where it is missing) the database file at `path`, in WAL mode.
 *
 * @throws DatabaseUnavailable when the folder or the file cannot be written or is not a database.
 */
export function connect(path: string): Connections {
  let writer: SQLite.Database | undefined;
  try {
    if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    writer = openOne(path, {});
    if (writer.pragma("journal_mode = WAL", { simple: true }) !== "wal") {
      throw new Error("write-ahead logging is not possible there");
    }
    writer.pragma("synchronous = NORMAL");
    // A read-only medium opens without complaint and fails at the first write: try one now.
    writer.exec("begin immediate; create table if not exists write_probe (x); drop table write_probe; commit");
    const reader = openOne(path, { readonly: true });
    const write = immediateKysely<Database>(writer);
    const read = readingKysely<Database>(reader);
    const last = writer;
    return {
      write,
      read,
      path,
      carryOverWhen(when) {
        last.pragma(`wal_autocheckpoint = ${checkpointPages[when]}`);
      },
      carryOver() {
        last.pragma("wal_checkpoint(passive)");
      },
      async close() {
        // Kysely does not close a handle that was never used. The writer goes last: only it can empty the log.
        await read.destroy();
        reader.close();
        await write.destroy();
        last.close();
      },
    };
  } catch (error) {
    writer?.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(
      `The database ${path} cannot be used (${reason}). Check that the folder exists, is writable and has free space.`,
    );
  }
}
