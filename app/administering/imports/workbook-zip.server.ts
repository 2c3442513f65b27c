/** The parts of a workbook, unpacked only as they are read, and never to more than is allowed. */
import { Readable } from "node:stream";
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import type { FileSource } from "#app/platform/stored-file";
import { FileRefusal } from "./file-refusal";

/** A workbook has a few dozen parts; an archive of a million would keep us busy. */
const partsAtMost = 5000;

class SourceReader extends RandomAccessReader {
  readonly #source: FileSource;

  constructor(source: FileSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#source.read(start, end), { objectMode: false });
  }
}

/** An opened workbook. */
export interface WorkbookZip {
  has(path: string): boolean;
  /** Bytes that a part unpacks to. */
  sizeOf(path: string): number;
  /** A part's text, a piece at a time. */
  text(path: string): AsyncGenerator<{ text: string; bytes: number }>;
}

function refused(error: unknown): Error {
  if (error instanceof FileRefusal) return error;
  // An archive is read from its end: where that is missing, so is the rest.
  const message = error instanceof Error ? error.message : String(error);
  const isCut = /end of central directory|unexpected EOF|truncated|unexpected end/i.test(message);
  return new FileRefusal({ code: isCut ? "cut-off" : "unreadable", line: null });
}

/**
 * Opens the archive that a workbook is.
 *
 * @param unpacked bytes to which all of it may unpack
 * @throws FileRefusal when it is none, is cut off, or unpacks to more
 */
export async function openWorkbookZip(source: FileSource, unpacked: number): Promise<WorkbookZip> {
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  let total = 0;
  try {
    zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.bytes, {
      lazyEntries: true,
      autoClose: false,
    });
    if (zip.entryCount > partsAtMost) throw new FileRefusal({ code: "unpacks-too-large", limit: unpacked });
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw refused(error);
  }
  if (total > unpacked) throw new FileRefusal({ code: "unpacks-too-large", limit: unpacked });
  return {
    has: (path) => entries.has(path),
    sizeOf: (path) => entries.get(path)?.uncompressedSize ?? 0,
    async *text(path) {
      const entry = entries.get(path);
      if (!entry) return;
      const decoder = new TextDecoder("utf-8");
      try {
        const stream = await zip.openReadStreamPromise(entry);
        for await (const part of stream) {
          const bytes = part as Buffer;
          yield { text: decoder.decode(bytes, { stream: true }), bytes: bytes.length };
        }
      } catch (error) {
        throw refused(error);
      }
      yield { text: decoder.decode(), bytes: 0 };
    },
  };
}
