import type { Reader } from "#db/connect";
import { findMediaChunk } from "#db/queries/content";

/** All bytes of a stored file. */
export async function mediaBytes(db: Reader, hash: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let position = 0; ; position += 1) {
    const chunk = await findMediaChunk(db, hash, position);
    if (!chunk) return Buffer.concat(chunks);
    chunks.push(chunk);
  }
}
