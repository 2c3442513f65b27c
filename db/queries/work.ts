/** Leases and jobs. */
import type { Reader } from "../connect";
import type { Row } from "../schema";

/** Takes or keeps a lease until `until` (UTC ISO); false while somebody else holds it. */
export async function takeLease(
  db: Reader,
  name: string,
  holder: string,
  now: string,
  until: string,
): Promise<boolean> {
  const result = await db
    .insertInto("lease")
    .values({ name, holder, until_at: until })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet({ holder, until_at: until })
        .where((eb) => eb.or([eb("lease.holder", "=", holder), eb("lease.until_at", "<=", now)])),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Gives a lease back. */
export async function releaseLease(db: Reader, name: string, holder: string): Promise<void> {
  await db.deleteFrom("lease").where("name", "=", name).where("holder", "=", holder).execute();
}

/** Adds a job unless one of its key was ever added; gives whether it is new. */
export async function insertJob(db: Reader, job: Row<"job">): Promise<boolean> {
  const result = await db
    .insertInto("job")
    .values(job)
    .onConflict((conflict) => conflict.column("unique_key").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Forgets a job, so that one of its key can be added again. */
export async function deleteJob(db: Reader, key: string): Promise<void> {
  await db.deleteFrom("job").where("unique_key", "=", key).execute();
}

/** The oldest job that is not finished and has not failed for good. */
export async function nextJob(db: Reader): Promise<Row<"job"> | undefined> {
  return await db
    .selectFrom("job")
    .selectAll()
    .where("finished_at", "is", null)
    .where("failed_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

/** Whether any job waits or runs. */
export async function hasOpenJob(db: Reader): Promise<boolean> {
  return (await nextJob(db)) !== undefined;
}

export async function updateJob(
  db: Reader,
  id: string,
  set: Partial<Pick<Row<"job">, "progress" | "finished_at" | "failed_at" | "failure" | "attempts">>,
): Promise<void> {
  await db.updateTable("job").set(set).where("id", "=", id).execute();
}

/** The newest job whose key begins with `prefix`. */
export async function findJobUnder(db: Reader, prefix: string): Promise<Row<"job"> | undefined> {
  return await db
    .selectFrom("job")
    .selectAll()
    .where("unique_key", ">=", prefix)
    .where("unique_key", "<", `${prefix}~`)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}
