/** For a database that is still being made, and is thrown away if that is interrupted. */
import { sql } from "kysely";
import type { Connections } from "#db/connect";

/** Writes without waiting for the disk while `work` lasts; afterwards everything is on it. */
export async function withoutWaiting<T>(db: Connections, work: () => Promise<T>): Promise<T> {
  await sql`pragma synchronous = off`.execute(db.write);
  db.carryOverWhen("bulk");
  try {
    return await work();
  } finally {
    db.carryOverWhen("usual");
    await sql`pragma synchronous = normal`.execute(db.write);
    await sql`pragma wal_checkpoint(truncate)`.execute(db.write);
  }
}
