import { DomainError } from "#app/domain/errors";
import type { Deps } from "#app/platform/deps";
import { findMedia, findMediaChunk } from "#db/queries/content";

/**
 * A stored file under `HASH.ending`, a chunk at a time.
 *
 * @throws DomainError not-found
 */
export async function readMedia(deps: Pick<Deps, "db">, file: string): Promise<Response> {
  const hash = /^([0-9a-f]{64})\.[a-z0-9]+$/.exec(file)?.[1];
  const media = hash === undefined ? undefined : await findMedia(deps.db.read, hash);
  if (!media) throw new DomainError("not-found", "There is no such file");
  let position = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await findMediaChunk(deps.db.read, media.hash, position);
      position += 1;
      if (chunk) controller.enqueue(new Uint8Array(chunk));
      else controller.close();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": media.type,
      "Content-Length": String(media.bytes),
      "Cache-Control": "private, max-age=31536000, immutable",
    },
  });
}
