/**
 * What a file is, found from its content: its first bytes, and its structure read from end to end. A name or a stated
 * type says nothing.
 */
import { crc32 } from "node:zlib";

/** What a certificate can be. */
export type DocumentType = "application/pdf" | "image/jpeg" | "image/png";

export type ReadDocument =
  | {
      readonly ok: true;
      readonly type: DocumentType;
      /** The document itself: what somebody hung on behind its end is left out. */
      readonly content: Uint8Array;
    }
  /** `broken`: it begins as one of these, and does not end as one. */
  | { readonly ok: false; readonly why: "empty" | "unknown" | "broken" };

const endings: Readonly<Record<DocumentType, readonly [usual: string, ...others: string[]]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
};

/** A document's name with an ending of what it is; its sender may have written any other. */
export function namedAs(name: string, type: DocumentType): string {
  const [base = "", ending = ""] = /^(.*?)(?:\.([a-z][a-z0-9]{1,4}))?$/i.exec(name)?.slice(1) ?? [name];
  return endings[type].includes(ending.toLowerCase()) ? name : `${base}.${endings[type][0]}`;
}

/** Larger than any camera or scanner makes, and far less than what fells a program that opens it. */
const mostPixels = 30_000;

/** Reads a file as a document. */
export function readDocument(content: Uint8Array): ReadDocument {
  if (content.length === 0) return { ok: false, why: "empty" };
  for (const { type, begins, endOf } of kinds) {
    if (!begins.every((byte, place) => content[place] === byte)) continue;
    const end = endOf(content);
    return end === null ? { ok: false, why: "broken" } : { ok: true, type, content: content.subarray(0, end) };
  }
  return { ok: false, why: "unknown" };
}

const kinds: readonly {
  readonly type: DocumentType;
  readonly begins: readonly number[];
  /** Where the document ends; null when it is none. */
  readonly endOf: (content: Uint8Array) => number | null;
}[] = [
  { type: "application/pdf", begins: [0x25, 0x50, 0x44, 0x46, 0x2d], endOf: endOfPdf },
  { type: "image/jpeg", begins: [0xff, 0xd8, 0xff], endOf: endOfJpeg },
  { type: "image/png", begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], endOf: endOfPng },
];

function areSizes(width: number, height: number): boolean {
  return width > 0 && height > 0 && width <= mostPixels && height <= mostPixels;
}

/** ISO 32000: `%PDF-1.7` at the beginning; at the end `startxref`, where the table of contents is, and `%%EOF`. */
function endOfPdf(content: Uint8Array): number | null {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1");
  if (!/^%PDF-[12]\.\d\s/.test(text.slice(0, 10))) return null;
  const mark = text.lastIndexOf("%%EOF");
  if (mark < 0) return null;
  const start = /startxref\s+(\d{1,10})\s+$/.exec(text.slice(Math.max(0, mark - 64), mark));
  const at = Number(start?.[1]);
  if (!start || at >= mark) return null;
  // A table, or (from version 1.5) an object that holds one.
  if (!/^\s*(xref\s|\d+\s+\d+\s+obj\b)/.test(text.slice(at, at + 40))) return null;
  const rest = /^[\r\n]{0,2}/.exec(text.slice(mark + 5, mark + 7))?.[0].length ?? 0;
  return mark + 5 + rest;
}

/** ISO 10918: segments, each with its length, of which one states the size; then the picture itself, and an end. */
function endOfJpeg(content: Uint8Array): number | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let at = 2;
  let isSized = false;
  let isDrawn = false;
  while (at + 4 <= content.length) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > content.length) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      if (length < 8 || !areSizes(view.getUint16(at + 7), view.getUint16(at + 5))) return null;
      isSized = true;
    }
    at += 2 + length;
    if (marker === 0xda) {
      if (!isSized) return null;
      isDrawn = true;
      at = endOfScan(content, at);
    }
  }
  const isEnded = content[at] === 0xff && content[at + 1] === 0xd9;
  return isDrawn && isEnded ? at + 2 : null;
}

/** The first marker after the picture's data, in which 0xFF is followed by 0 or by a restart. */
function endOfScan(content: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = content.indexOf(0xff, at);
    if (at < 0) return content.length;
    const next = content[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at;
    at += next === 0xff ? 1 : 2;
  }
}

/** ISO 15948: chunks, each with its length and checksum: first the size, then the picture, then the end. */
function endOfPng(content: Uint8Array): number | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let at = 8;
  let isDrawn = false;
  for (let isFirst = true; at + 12 <= content.length; isFirst = false) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > content.length) return null;
    const name = Buffer.from(content.subarray(at + 4, at + 8)).toString("latin1");
    if (crc32(content.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) return null;
    if (isFirst !== (name === "IHDR")) return null;
    if (isFirst && (length !== 13 || !areSizes(view.getUint32(at + 8), view.getUint32(at + 12)))) return null;
    if (name === "IDAT") isDrawn = true;
    if (name === "IEND") return isDrawn ? end : null;
    at = end;
  }
  return null;
}
