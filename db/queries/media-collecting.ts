/** Files that nothing shows: which they are, since when, and how they are taken away. */
import { type ExpressionBuilder, sql } from "kysely";
import type { Reader, Writer } from "../connect";
import type { Database } from "../schema";
import { chunkBytes } from "./content";

/**
 * Whether anything has a file: a revision, published now or ever; a draft, open or ended in any way, because an ended
 * one can be opened again; a picture of which it is a smaller size.
 */
function isHad(eb: ExpressionBuilder<Database, "media">) {
  return eb.or([
    eb.exists(eb.selectFrom("revision_media").select("path").whereRef("revision_media.hash", "=", "media.hash")),
    eb.exists(eb.selectFrom("draft_media").select("name").whereRef("draft_media.hash", "=", "media.hash")),
    eb.exists(
      eb
        .selectFrom("media_variant")
        .select("width")
        .whereRef("media_variant.variant_hash", "=", "media.hash")
        .whereRef("media_variant.hash", "<>", "media.hash"),
    ),
  ]);
}

/** Brings up to date since when (UTC ISO) nothing has had each file; null where something has it. */
export async function noteUnusedMedia(db: Writer, at: string): Promise<void> {
  await db
    .updateTable("media")
    .set({ unused_since: null })
    .where("unused_since", "is not", null)
    .where((eb) => isHad(eb as ExpressionBuilder<Database, "media">))
    .execute();
  await db
    .updateTable("media")
    .set({ unused_since: at })
    .where("unused_since", "is", null)
    .where((eb) => eb.not(isHad(eb as ExpressionBuilder<Database, "media">)))
    .execute();
}

/**
 * Hashes of unused files that may go: those that nothing has had since an instant or longer, and those that never came
 * whole and were begun before another (both UTC ISO).
 */
export async function findForgettableMedia(
  db: Reader,
  before: { readonly unused: string; readonly begun: string },
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom("media")
    .select("hash")
    .where("unused_since", "is not", null)
    .where((eb) =>
      eb.or([
        eb("unused_since", "<=", before.unused),
        eb.and([
          eb("created_at", "<=", before.begun),
          eb(
            eb
              .selectFrom("media_chunk")
              .select((chunk) => sql<number>`${chunk.fn.countAll()} * ${sql.lit(chunkBytes)}`.as("bytes"))
              .whereRef("media_chunk.hash", "=", "media.hash"),
            "<",
            eb.ref("bytes"),
          ),
        ]),
      ]),
    )
    .orderBy("unused_since")
    .orderBy("hash")
    .limit(limit)
    .execute();
  return rows.map(({ hash }) => hash);
}

/** Whether a file is there and nothing has it. */
export async function isMediaUnused(db: Reader, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom("media")
    .select("hash")
    .where("hash", "=", hash)
    .where((eb) => eb.not(isHad(eb)))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes away the last chunks of a file, so that what is left of it is its beginning, which an upload makes whole.
 *
 * @param most how many
 * @returns whether any are left
 */
export async function deleteLastChunks(tx: Writer, hash: string, most: number): Promise<boolean> {
  const row = await tx
    .selectFrom("media_chunk")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("hash", "=", hash)
    .executeTakeFirst();
  const from = Number(row?.n ?? 0) - most;
  await tx.deleteFrom("media_chunk").where("hash", "=", hash).where("position", ">=", from).execute();
  return from > 0;
}

/** Takes away a file of which no chunk is left, and what is known of its smaller sizes. */
export async function deleteMedia(tx: Writer, hash: string): Promise<void> {
  await tx.deleteFrom("media_variant").where("hash", "=", hash).execute();
  await tx.deleteFrom("media").where("hash", "=", hash).execute();
}

/** Hashes of the smaller pictures that were made of a picture; not its own. */
export async function findVariantsOf(db: Reader, hash: string): Promise<string[]> {
  const rows = await db
    .selectFrom("media_variant")
    .select("variant_hash")
    .distinct()
    .where("hash", "=", hash)
    .where("variant_hash", "<>", hash)
    .execute();
  return rows.map((row) => row.variant_hash);
}
