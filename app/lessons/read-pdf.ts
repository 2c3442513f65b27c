import { say } from "#app/words/areas/problems";
import { fault, type MediaFault } from "./media";

/** ISO 32000: `%PDF-1.7` at the beginning; at the end `startxref`, where the table of contents is, and `%%EOF`. */
export function faultOfPdf(bytes: Uint8Array): MediaFault | undefined {
  const broken = fault("broken", say("pdfCutOff"));
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!/^%PDF-[12]\.\d\s/.test(text.slice(0, 10))) return broken;
  const end = text.slice(-1_024);
  const start = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(end);
  if (!start) return broken;
  const table = Number(start[1]);
  if (!/^\s*(xref\s|\d+\s+\d+\s+obj\b)/.test(text.slice(table, table + 40))) return broken;
  if (/\/Encrypt\s*\d+\s+\d+\s+R/.test(end) || /\/Encrypt\s*\d+\s+\d+\s+R/.test(text.slice(table, table + 4_096))) {
    return fault("locked", say("pdfLocked"));
  }
  return undefined;
}
