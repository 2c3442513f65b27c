import { DomainError } from "#app/domain/errors";
import { type ByteRange, readRange } from "#app/platform/byte-range";
import type { Deps } from "#app/platform/deps";
import type { Reader } from "#db/connect";
import { chunkBytes, findMedia, findMediaChunk } from "#db/queries/content";
import { findVariant } from "#db/queries/media-variants";
import type { Row } from "#db/schema";

const address = /^(?<hash>[0-9a-f]{64})(?:-(?<width>\d{2,4}))?\.[a-z0-9]+$/;

const forEver = "private, max-age=31536000, immutable";
/** A smaller picture that is not made yet: the picture itself is sent, and soon asked for again. */
const forNow = "private, max-age=60";

/**
 * A stored file under `HASH.ending`, or a smaller picture under `HASH-WIDTH.webp`; whole, or the range that is asked for.
 * Opened by itself it is a stranger that runs nothing: drawings keep their own styles, documents are saved and not shown.
 *
 * @throws DomainError not-found
 */
export async function readMedia(
  deps: Pick<Deps, "db">,
  file: string,
  request: Pick<Request, "method" | "headers">,
): Promise<Response> {
  const { hash, width } = address.exec(file)?.groups ?? {};
  const variant = hash && width ? await findVariant(deps.db.read, hash, Number(width)) : undefined;
  const media = variant ?? (hash ? await findMedia(deps.db.read, hash) : undefined);
  if (!media) throw new DomainError("not-found", "There is no such file");
  const etag = `"${media.hash}"`;
  const headers = new Headers({
    "Content-Type": media.type,
    "Cache-Control": width && !variant ? forNow : forEver,
    "Accept-Ranges": "bytes",
    ETag: etag,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    ...(media.type === "application/pdf" ? { "Content-Disposition": "attachment" } : {}),
  });
  const range = readRange(request.headers, { bytes: media.bytes, etag });
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${media.bytes}`);
    headers.delete("Cache-Control");
    return new Response(null, { status: 416, headers });
  }
  const { from, to } = range ?? { from: 0, to: media.bytes };
  headers.set("Content-Length", String(to - from));
  if (range) {
    headers.set("Content-Range", `bytes ${from}-${to - 1}/${media.bytes}`);
    // What is packed on the way is no longer the range that was asked for.
    headers.set("Cache-Control", `${headers.get("Cache-Control")}, no-transform`);
  }
  const body = request.method === "HEAD" ? null : streamOf(deps.db.read, media, { from, to });
  return new Response(body, { status: range ? 206 : 200, headers });
}

function streamOf(db: Reader, media: Row<"media">, { from, to }: ByteRange): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const position = Math.floor(at / chunkBytes);
      const chunk = at < to ? await findMediaChunk(db, media.hash, position) : undefined;
      const begin = position * chunkBytes;
      const part = chunk?.subarray(at - begin, to - begin);
      if (!part || part.byteLength === 0) {
        controller.close();
        return;
      }
      at += part.byteLength;
      controller.enqueue(new Uint8Array(part));
    },
  });
}
