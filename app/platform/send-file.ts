/** A stored file as an answer: to be kept, never to be shown by our pages. */
import type { Reader } from "#db/connect";
import { findPiece, findStoredFile } from "#db/queries/stored-files";

/**
 * A stored file under a name, a piece at a time; undefined when there is none of this id. A browser saves it, believes
 * only the stated type, and should it show it after all, shows it as a stranger without scripts.
 */
export async function sendFile(db: Reader, fileId: string, name: string): Promise<Response | undefined> {
  const file = await findStoredFile(db, fileId);
  if (!file) return undefined;
  let position = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await findPiece(db, file.id, position);
      position += 1;
      if (piece) controller.enqueue(new Uint8Array(piece));
      else controller.close();
    },
  });
  const plain = name.normalize("NFKD").replace(/[^\w.() -]/g, "") || "file";
  return new Response(body, {
    headers: {
      "Content-Type": file.type,
      "Content-Length": String(file.bytes),
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
    },
  });
}
