import type { Reader } from "../connect";
import type { NewRow, Row } from "../schema";
import { reusable } from "./reusable";

/** Keeps a new session under the hash of its token. */
export async function insertSession(db: Reader, session: NewRow<"session">): Promise<void> {
  await db.insertInto("session").values(session).execute();
}

const sessionOf = reusable((db: Reader, tokenHash: string) =>
  db.selectFrom("session").selectAll().where("token_hash", "=", tokenHash),
);

/** The session under a hash, also one that has expired or ended; undefined when there never was one. */
export async function findSession(db: Reader, tokenHash: string): Promise<Row<"session"> | undefined> {
  return (await sessionOf(db, tokenHash))[0];
}

/** Moves a session's expiry to `expiresAt` (UTC ISO), seen at `seenAt`. */
export async function touchSession(db: Reader, tokenHash: string, seenAt: string, expiresAt: string): Promise<void> {
  await db
    .updateTable("session")
    .set({ seen_at: seenAt, expires_at: expiresAt })
    .where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null)
    .execute();
}

/**
 * Ends a session at `endedAt` (UTC ISO) because its reader signed out: it expires that very instant, which tells it from
 * one that {@link endSessionsOf} ended.
 */
export async function endSession(db: Reader, tokenHash: string, endedAt: string): Promise<void> {
  await db
    .updateTable("session")
    .set({ ended_at: endedAt, expires_at: endedAt })
    .where("token_hash", "=", tokenHash)
    .execute();
}

/** Forgets sessions that expired before `before` (UTC ISO); gives how many. */
export async function deleteExpiredSessions(db: Reader, before: string): Promise<number> {
  const result = await db.deleteFrom("session").where("expires_at", "<", before).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Ends every session of a person at `endedAt` (UTC ISO), but for the one under the hash `except`. */
export async function endSessionsOf(
  db: Reader,
  personId: string,
  endedAt: string,
  except: string | null = null,
): Promise<void> {
  let query = db
    .updateTable("session")
    .set({ ended_at: endedAt })
    .where("person_id", "=", personId)
    .where("ended_at", "is", null);
  if (except !== null) query = query.where("token_hash", "!=", except);
  await query.execute();
}
