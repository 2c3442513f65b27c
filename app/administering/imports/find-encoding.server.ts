/** Finds out in which encoding a text is written: by its mark, by where null bytes stand, by whether it is UTF-8. */
import type { FileSource } from "#app/platform/stored-file";
import { FileRefusal } from "./file-refusal";
import type { Encoding } from "./table-form";

const beginningBytes = 4096;

async function beginningOf(source: FileSource): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source.read(0, beginningBytes)) parts.push(part);
  return Buffer.concat(parts);
}

/** UTF-16 without a mark: text of our alphabets has a null byte in every other place. */
function unmarkedUtf16(beginning: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  for (const [place, byte] of beginning.entries()) {
    if (byte !== 0) continue;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > even && odd > beginning.length * 0.2) return "utf-16le";
  if (even > odd && even > beginning.length * 0.2) return "utf-16be";
  return null;
}

/** Whether all of it is UTF-8; `cut-off` where only its last character has no end. */
async function isUtf8(source: FileSource): Promise<boolean | "cut-off"> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const part of source.read(0, source.bytes)) {
      decoder.decode(part, { stream: true });
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch {
    return false;
  }
  try {
    decoder.decode();
    return true;
  } catch {
    return "cut-off";
  }
}

/**
 * The encoding of a text. What is not UTF-8 and not UTF-16 is taken for Windows-1252, in which every byte is something.
 *
 * @throws FileRefusal when it ends in the middle of a character
 */
export async function findEncoding(source: FileSource): Promise<Encoding> {
  const beginning = await beginningOf(source);
  const marked: Encoding | null =
    beginning[0] === 0xff && beginning[1] === 0xfe
      ? "utf-16le"
      : beginning[0] === 0xfe && beginning[1] === 0xff
        ? "utf-16be"
        : unmarkedUtf16(beginning);
  if (marked !== null) {
    if (source.bytes % 2 === 1) throw new FileRefusal({ code: "cut-off", line: null });
    return marked;
  }
  const utf8 = await isUtf8(source);
  if (utf8 === true) return "utf-8";
  if (utf8 === false) return "windows-1252";
  // One lone byte at the end may also be an accented letter of Windows-1252: then nothing before it is above ASCII.
  for await (const part of source.read(0, source.bytes - 4)) {
    if (part.some((byte) => byte > 127)) throw new FileRefusal({ code: "cut-off", line: null });
  }
  return "windows-1252";
}

/** The text of a source, a piece at a time, without its mark. */
export async function* decoded(
  source: FileSource,
  encoding: Encoding,
): AsyncGenerator<{ text: string; bytes: number }> {
  const decoder = new TextDecoder(encoding);
  for await (const part of source.read(0, source.bytes)) {
    yield { text: decoder.decode(part, { stream: true }), bytes: part.length };
  }
  yield { text: decoder.decode(), bytes: 0 };
}
