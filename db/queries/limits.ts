import type { Reader } from "../connect";

/**
 * Counts one more hit under `key` and gives how many there have been in the present window. A window begins with its
 * first hit and ends at `resetsAt` (UTC ISO); `now` is UTC ISO.
 */
export async function countHit(
  db: Reader,
  key: string,
  now: string,
  resetsAt: string,
): Promise<{ hits: number; resetsAt: string }> {
  const row = await db
    .insertInto("rate_limit")
    .values({ limit_key: key, hits: 1, resets_at: resetsAt })
    .onConflict((conflict) =>
      conflict.column("limit_key").doUpdateSet((eb) => ({
        hits: eb
          .case()
          .when("rate_limit.resets_at", "<=", now)
          .then(1)
          .else(eb("rate_limit.hits", "+", 1))
          .end(),
        resets_at: eb
          .case()
          .when("rate_limit.resets_at", "<=", now)
          .then(resetsAt)
          .else(eb.ref("rate_limit.resets_at"))
          .end(),
      })),
    )
    .returning(["hits", "resets_at"])
    .executeTakeFirstOrThrow();
  return { hits: row.hits, resetsAt: row.resets_at };
}

/** Takes one hit under `key` back. */
export async function uncountHit(db: Reader, key: string): Promise<void> {
  await db
    .updateTable("rate_limit")
    .set((eb) => ({ hits: eb("hits", "-", 1) }))
    .where("limit_key", "=", key)
    .where("hits", ">", 0)
    .execute();
}

/** Forgets the hits under `key`. */
export async function clearHits(db: Reader, key: string): Promise<void> {
  await db.deleteFrom("rate_limit").where("limit_key", "=", key).execute();
}

/** Forgets windows that ended before `before` (UTC ISO). */
export async function deletePastWindows(db: Reader, before: string): Promise<void> {
  await db.deleteFrom("rate_limit").where("resets_at", "<", before).execute();
}
