/** The part of a file that a request asks for (RFC 9110, section 14). */
export interface ByteRange {
  readonly from: number;
  /** The first byte that is no longer of it. */
  readonly to: number;
}

/**
 * Reads `Range`: one range of bytes. Null: the whole is asked for, or what is asked for is not understood, or the file
 * has changed since (`If-Range`).
 */
export function readRange(
  headers: Headers,
  file: { readonly bytes: number; readonly etag: string },
): ByteRange | "unsatisfiable" | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get("range")?.trim() ?? "");
  if (!match) return null;
  const condition = headers.get("if-range");
  if (condition !== null && condition !== file.etag) return null;
  const [, first = "", last = ""] = match;
  if (first === "") {
    if (last === "") return null;
    const length = Math.min(Number(last), file.bytes);
    return length === 0 ? "unsatisfiable" : { from: file.bytes - length, to: file.bytes };
  }
  const from = Number(first);
  const to = last === "" ? file.bytes : Math.min(Number(last) + 1, file.bytes);
  if (last !== "" && Number(last) < from) return null;
  return from >= file.bytes ? "unsatisfiable" : { from, to };
}
