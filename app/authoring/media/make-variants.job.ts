/** Makes the smaller sizes of a picture, once for each content. */
import { createHash } from "node:crypto";
import sharp from "sharp";
import { isMediaType } from "#app/lessons/media";
import { widthsOf } from "#app/lessons/picture-sizes";
import { mostPixels } from "#app/lessons/read-picture";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { enqueue, type JobHandler } from "#app/work/queue";
import type { Reader, Writer } from "#db/connect";
import { findMedia } from "#db/queries/content";
import { putMedia } from "#db/queries/content-writes";
import { putVariant } from "#db/queries/media-variants";
import { deleteJob } from "#db/queries/work";
import type { Row } from "#db/schema";
import { mediaBytes } from "./media-bytes.server";

const name = "make-variants";
const keyOf = (hash: string) => `${name} ${hash}`;
const variantType = "image/webp";

interface Variant {
  /** The width that is asked for. */
  readonly width: number;
  readonly content: Uint8Array;
  readonly height: number;
}

/** Asks for the smaller sizes of a picture where it has any. */
export async function enqueueVariants(
  tx: Writer,
  at: Date,
  media: Pick<Row<"media">, "hash" | "type" | "width">,
): Promise<void> {
  if (!isMediaType(media.type) || widthsOf({ type: media.type, width: media.width }).length === 0) return;
  await enqueue(tx, at, { key: keyOf(media.hash), name, payload: { hash: media.hash } });
}

/** Forgets that smaller sizes were asked for: the picture goes, and may come again. */
export async function forgetVariants(tx: Writer, hash: string): Promise<void> {
  await deleteJob(tx, keyOf(hash));
}

/** The pixels are worked on outside this thread and before the transaction; a picture that nobody can decode has no smaller sizes. */
async function variantsOf(db: Reader, hash: string): Promise<Variant[]> {
  const media = await findMedia(db, hash);
  if (!media || !isMediaType(media.type)) return [];
  const bytes = await mediaBytes(db, hash);
  const variants: Variant[] = [];
  for (const width of widthsOf({ type: media.type, width: media.width })) {
    try {
      const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels })
        .autoOrient()
        .resize({ width, withoutEnlargement: true })
        .webp({ quality: 80 })
        .toBuffer({ resolveWithObject: true });
      variants.push({ width, content: data, height: info.height });
    } catch {
      return [];
    }
  }
  return variants;
}

/** The job that makes them. */
export function makeVariants(deps: Pick<Deps, "db">): JobHandler {
  return {
    name,
    prepare: ({ payload }) => variantsOf(deps.db.read, (payload as { hash: string }).hash),
    async step(tx, { payload, at, prepared }) {
      const { hash } = payload as { hash: string };
      const media = await findMedia(tx, hash);
      const variants = (prepared ?? []) as readonly Variant[];
      for (const { width, content, height } of media ? variants : []) {
        // One that is no lighter is of no use: the picture itself stands for it.
        if (media && content.byteLength >= media.bytes) {
          await putVariant(tx, { hash, width, type: media.type, variant_hash: hash });
          continue;
        }
        const variantHash = createHash("sha256").update(content).digest("hex");
        await putMedia(tx, {
          hash: variantHash,
          type: variantType,
          content,
          width,
          height,
          seconds: null,
          created_at: instantText(at),
        });
        await putVariant(tx, { hash, width, type: variantType, variant_hash: variantHash });
      }
      return { done: variants.length, cursor: null };
    },
  };
}
