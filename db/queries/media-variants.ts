/** Smaller pictures, made from those that lessons show. */
import type { Reader, Writer } from "../connect";
import type { Row } from "../schema";

/** What is known of the smaller picture of a width. */
export async function findVariant(db: Reader, hash: string, width: number): Promise<Row<"media"> | undefined> {
  return await db
    .selectFrom("media_variant")
    .innerJoin("media", "media.hash", "media_variant.variant_hash")
    .selectAll("media")
    .where("media_variant.hash", "=", hash)
    .where("media_variant.width", "=", width)
    .executeTakeFirst();
}

export async function putVariant(tx: Writer, row: Row<"media_variant">): Promise<void> {
  await tx
    .insertInto("media_variant")
    .values(row)
    .onConflict((conflict) => conflict.columns(["hash", "width"]).doNothing())
    .execute();
}
