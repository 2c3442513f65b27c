/** Reads a CSV file as a table: a piece at a time, with the line of every row and of every fault. */
import { CsvError, type InfoRecord, parse } from "csv-parse";
import type { FileSource } from "#app/platform/stored-file";
import { FileRefusal } from "./file-refusal";
import { decoded, findEncoding } from "./find-encoding.server";
import { findHeadings } from "./find-headings";
import { findSeparator, statedSeparator } from "./find-separator";
import { plainCell } from "./safe-csv";
import type { Encoding, Separator, Table, TableLimits, TableRow } from "./table-form";

const rowsAtOnce = 500;
const biteLength = 16_384;
/** Characters by which separator and headings are found. */
const beginningLength = 100_000;

interface CsvRow {
  readonly line: number;
  readonly cells: string[];
}

async function beginningOf(source: FileSource, encoding: Encoding): Promise<{ text: string; complete: boolean }> {
  let text = "";
  for await (const part of decoded(source, encoding)) {
    text += part.text;
    if (text.length > beginningLength) return { text, complete: false };
  }
  return { text, complete: true };
}

interface Written {
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** Lines before the table: one says what stands between the cells. */
  readonly linesBefore: number;
}

const lineBreak = /\r\n|\n|\r/g;

function lineBreaks(cells: readonly string[]): number {
  let found = 0;
  for (const cell of cells) if (cell.includes("\n") || cell.includes("\r")) found += cell.match(lineBreak)?.length ?? 0;
  return found;
}

/** Every record, some at a time, with how many bytes were read for them and whether the file ends with a line's end. */
async function* records(
  source: FileSource,
  written: Written,
  limits: TableLimits,
): AsyncGenerator<{ rows: CsvRow[]; read: number; endsWithLine: boolean | null }> {
  let rows: CsvRow[] = [];
  let refusal: FileRefusal | null = null;
  /** Of the next record, blank lines before it aside, of which `blank` were counted so far. */
  let next = { line: written.linesBefore + 1, blank: 0 };
  const lineOf = (blank: number) => next.line + blank - next.blank;
  const parser = parse({
    delimiter: written.separator,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: limits.cell * 20,
    on_record: (cells: string[], context: InfoRecord) => {
      const line = lineOf(context.empty_lines);
      next = { line: line + 1 + lineBreaks(cells), blank: context.empty_lines };
      if (cells.length > limits.columns)
        refusal ??= new FileRefusal({ code: "too-many-columns", limit: limits.columns });
      if (cells.some((cell) => cell.length > limits.cell)) {
        refusal ??= new FileRefusal({ code: "cell-too-long", line, limit: limits.cell });
      }
      rows.push({ line, cells });
      // Kept here: nothing waits in the stream, and a fault is met with all rows before it.
      return null;
    },
  });
  parser.resume();
  const told = async (work: (done: (error?: Error | null) => void) => void) => {
    await new Promise<void>((done, fail) => {
      parser.once("error", fail);
      work((error) => (error ? fail(error) : done()));
    }).catch((error) => {
      const blank = error instanceof CsvError ? Number(error.empty_lines ?? next.blank) : next.blank;
      throw refusalOf(error, lineOf(blank));
    });
    parser.removeAllListeners("error");
    if (refusal) throw refusal;
  };
  let read = 0;
  let last = "";
  let skipped = written.linesBefore === 0;
  for await (const part of decoded(source, written.encoding)) {
    read += part.bytes;
    const text = skipped ? part.text : part.text.slice(part.text.indexOf("\n") + 1);
    skipped = true;
    // Small bites, so that nothing else waits for long.
    for (let at = 0; at < text.length; at += biteLength) {
      const bite = text.slice(at, at + biteLength);
      last = bite.at(-1) ?? last;
      await told((done) => parser.write(bite, done));
      if (rows.length >= rowsAtOnce) {
        yield { rows, read, endsWithLine: null };
        rows = [];
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  await told((done) => {
    parser.once("end", done);
    parser.end();
  });
  yield { rows, read: source.bytes, endsWithLine: last === "\n" || last === "\r" };
}

function refusalOf(error: unknown, line: number): Error {
  if (error instanceof CsvError) {
    // A quote that is opened and never closed takes in all that follows it.
    const unclosed = error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE";
    return new FileRefusal({ code: unclosed ? "cut-off" : "unreadable", line });
  }
  return error instanceof Error ? error : new Error(String(error));
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** As many cells as there are headings, without the space around them. */
function fitted({ line, cells }: CsvRow, width: number): TableRow {
  const beyond = cells.slice(width);
  const fault = cells.length < width ? "short" : isBlank(beyond) ? null : "long";
  const own = Array.from({ length: width }, (_, place) => plainCell(cells[place] ?? ""));
  return { line, cells: own, fault };
}

/**
 * Opens a CSV file.
 *
 * @throws FileRefusal when it is not one, or ends in the middle; also while its batches are read
 */
export async function openCsv(source: FileSource, limits: TableLimits): Promise<Table> {
  const encoding = await findEncoding(source);
  const { text, complete } = await beginningOf(source, encoding);
  const separator = findSeparator(text, complete);
  const linesBefore = statedSeparator(text) ? 1 : 0;
  const written = { encoding, separator, linesBefore };

  const first: CsvRow[] = [];
  for await (const batch of records(source, written, limits)) {
    first.push(...batch.rows);
    if (first.length >= 20) break;
  }
  if (first.length === 0) throw new FileRefusal({ code: "no-rows" });
  const place = findHeadings(first.map((row) => row.cells));
  const headingRow = place === null ? undefined : first[place];
  if (!headingRow) throw new FileRefusal({ code: "no-headings", line: first[0]?.line ?? 1 });
  // What some programs put after the last heading is no column.
  const headings = headingRow.cells.map((cell) => cell.trim());
  while (headings.length > 1 && headings.at(-1) === "") headings.pop();

  return {
    written: { kind: "csv", encoding, separator, headingLine: headingRow.line, headings },
    total: source.bytes,
    async *batches() {
      let count = 0;
      for await (const { rows, read, endsWithLine } of records(source, written, limits)) {
        const under = rows.filter((row) => row.line > headingRow.line && !isBlank(row.cells));
        const fit = under.map((row) => fitted(row, headings.length));
        count += fit.length;
        if (count > limits.rows) throw new FileRefusal({ code: "too-many-rows", limit: limits.rows });
        // The last line is shorter than the rest, and no line's end follows: the rest of the file is missing.
        const last = fit.at(-1);
        if (endsWithLine === false && last?.fault === "short") {
          throw new FileRefusal({ code: "cut-off", line: last.line });
        }
        yield { rows: fit, read };
      }
      if (count === 0) throw new FileRefusal({ code: "no-rows" });
    },
  };
}
