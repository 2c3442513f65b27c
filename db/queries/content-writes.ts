/** Writes of published content. */
import type { Writer } from "../connect";
import type { NewRow, Row } from "../schema";
import { chunkBytes } from "./content";

export async function putDepartment(tx: Writer, row: NewRow<"department">): Promise<void> {
  await tx
    .insertInto("department")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** Makes the closure of the tree anew from the parents. */
export async function rebuildAncestors(tx: Writer): Promise<void> {
  const rows = await tx.selectFrom("department").select(["id", "parent_id"]).execute();
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]));
  await tx.deleteFrom("department_ancestor").execute();
  for (const { id } of rows) {
    let depth = 0;
    for (let above: string | null = id; above !== null && depth <= rows.length; above = parents.get(above) ?? null) {
      await tx.insertInto("department_ancestor").values({ department_id: id, ancestor_id: above, depth }).execute();
      depth += 1;
    }
  }
}

/** Writes what is said about a course. Whether it is archived stays. */
export async function putCourse(tx: Writer, row: NewRow<"course">): Promise<void> {
  const { id: _id, ...rest } = row;
  await tx
    .insertInto("course")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(rest))
    .execute();
}

/** Writes what is said about a module; its policy is a fact and goes through the ledger. */
export async function putModule(tx: Writer, row: NewRow<"module">): Promise<void> {
  const { id: _id, policy: _policy, ...rest } = row;
  await tx
    .insertInto("module")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(rest))
    .execute();
}

export async function putBundle(tx: Writer, row: Row<"lesson_bundle">): Promise<void> {
  await tx
    .insertInto("lesson_bundle")
    .values(row)
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

export async function insertSource(tx: Writer, row: Row<"lesson_source">): Promise<void> {
  await tx.insertInto("lesson_source").values(row).execute();
}

/**
 * Keeps a file's bytes in chunks, once for each content. What was kept in part before is made whole.
 *
 * @param until so many chunks at most are there afterwards, so that a large file is kept in several transactions
 */
export async function putMedia(
  tx: Writer,
  media: Omit<Row<"media">, "bytes" | "unused_since"> & { readonly content: Uint8Array },
  until = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { content, ...row } = media;
  const result = await tx
    .insertInto("media")
    .values({ ...row, bytes: content.byteLength })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .executeTakeFirst();
  const isNew = (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  const end = Math.min(until, Math.ceil(content.byteLength / chunkBytes));
  for (let position = isNew ? 0 : await countChunks(tx, row.hash); position < end; position += 1) {
    const bytes = content.subarray(position * chunkBytes, (position + 1) * chunkBytes);
    await tx.insertInto("media_chunk").values({ hash: row.hash, position, bytes }).execute();
  }
}

async function countChunks(tx: Writer, hash: string): Promise<number> {
  const row = await tx
    .selectFrom("media_chunk")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("hash", "=", hash)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

export async function insertRevisionMedia(tx: Writer, row: Row<"revision_media">): Promise<void> {
  await tx.insertInto("revision_media").values(row).execute();
}

export async function insertRequirement(tx: Writer, row: NewRow<"requirement">): Promise<void> {
  await tx.insertInto("requirement").values(row).execute();
}
