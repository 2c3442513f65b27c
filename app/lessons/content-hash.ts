import { createHash } from "node:crypto";

/** One file that content is made of. */
export interface HashedFile {
  /** From the module's folder, with `/` between parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * SHA-256 over files in lower-case hex, the same whatever order they are given in. Each path and each content is
 * preceded by its length in bytes, so that no two different sets of files read the same.
 */
export function contentHash(files: readonly HashedFile[]): string {
  const hash = createHash("sha256").update("repris content 1\n");
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const file of inOrder) {
    const path = Buffer.from(file.path, "utf8");
    hash.update(`${path.length}:`).update(path).update(`${file.bytes.length}:`).update(file.bytes);
  }
  return hash.digest("hex");
}
