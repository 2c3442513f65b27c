import type { Reader } from "#db/connect";
import { findPiece, findStoredFile, pieceBytes } from "#db/queries/stored-files";

/** Bytes that can be read from anywhere, a piece at a time. */
export interface FileSource {
  readonly bytes: number;
  /** The bytes from `from` to before `to`, in order. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
}

/** A file that somebody brought, as something to read; undefined when there is none of this id. */
export async function storedFile(db: Reader, id: string): Promise<FileSource | undefined> {
  const row = await findStoredFile(db, id);
  if (!row) return undefined;
  return {
    bytes: row.bytes,
    async *read(from, to) {
      const end = Math.min(to, row.bytes);
      for (let at = from; at < end; ) {
        const position = Math.floor(at / pieceBytes);
        const piece = await findPiece(db, id, position);
        if (!piece) return;
        const start = at - position * pieceBytes;
        const some = piece.subarray(start, Math.min(piece.length, start + (end - at)));
        if (some.length === 0) return;
        at += some.length;
        yield some;
      }
    },
  };
}

/** A file that is in memory, as something to read. */
export function fileInMemory(bytes: Uint8Array): FileSource {
  return {
    bytes: bytes.length,
    async *read(from, to) {
      for (let at = from; at < Math.min(to, bytes.length); at += pieceBytes) {
        yield bytes.subarray(at, Math.min(at + pieceBytes, to, bytes.length));
      }
    },
  };
}
