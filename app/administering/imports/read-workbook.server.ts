/**
 * Reads a sheet of a workbook (XLSX) as a table while it is unpacked. Only values are read: a formula is never evaluated,
 * what it gave when the workbook was kept counts.
 */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { FileSource } from "#app/platform/stored-file";
import { FileRefusal } from "./file-refusal";
import { findHeadings } from "./find-headings";
import { plainCell } from "./safe-csv";
import type { Table, TableLimits, TableRow } from "./table-form";
import { dayOfSerial, showsDay, showsPercentage } from "./workbook-formats";
import { openWorkbookZip, type WorkbookZip } from "./workbook-zip.server";

const rowsAtOnce = 500;

/** The name without the prefix that some programs give all of them. */
function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

interface Told {
  open?(name: string, attributes: SaxesTagPlain["attributes"]): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Parses a part, giving back what was read after each piece. */
async function* parsed(zip: WorkbookZip, path: string, told: Told): AsyncGenerator<number> {
  const parser = new SaxesParser({ xmlns: false });
  let fault: Error | null = null;
  parser.on("error", (error) => {
    fault ??= error;
  });
  // A document type can define entities that grow without end; no workbook has one.
  parser.on("doctype", () => {
    fault ??= new Error("a document type");
  });
  parser.on("opentag", (tag) => told.open?.(local(tag.name), (tag as SaxesTagPlain).attributes));
  parser.on("text", (text) => told.text?.(text));
  parser.on("closetag", (tag) => told.close?.(local(tag.name)));
  let read = 0;
  for await (const { text, bytes } of zip.text(path)) {
    parser.write(text);
    if (fault) throw new FileRefusal({ code: "unreadable", line: null });
    read += bytes;
    yield read;
    await new Promise((resolve) => setImmediate(resolve));
  }
  parser.close();
  if (fault) throw new FileRefusal({ code: "unreadable", line: null });
}

async function parseAll(zip: WorkbookZip, path: string, told: Told): Promise<void> {
  for await (const _read of parsed(zip, path, told));
}

/** Of a part that a workbook may lack: one that is there still has to be whole. */
async function parseIfThere(zip: WorkbookZip, path: string, told: Told): Promise<void> {
  if (zip.has(path)) await parseAll(zip, path, told);
}

interface Sheet {
  readonly name: string;
  readonly path: string;
}

async function readSheets(zip: WorkbookZip): Promise<{ sheets: Sheet[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  await parseAll(zip, "xl/_rels/workbook.xml.rels", {
    open(name, attributes) {
      if (name === "Relationship") targets.set(attributes.Id ?? "", attributes.Target ?? "");
    },
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  await parseAll(zip, "xl/workbook.xml", {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      if (name !== "sheet" || (attributes.state ?? "visible") !== "visible") return;
      const relation = Object.entries(attributes).find(([key]) => local(key) === "id")?.[1] ?? "";
      const target = targets.get(relation) ?? "";
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      if (zip.has(path)) sheets.push({ name: attributes.name ?? "", path });
    },
  });
  return { sheets, from1904 };
}

/** How numbers of a style are shown. */
interface Style {
  readonly isDay: boolean;
  readonly isPercentage: boolean;
  /** Zeros that a format puts in front, as for employee numbers. */
  readonly digits: number;
}

async function readStyles(zip: WorkbookZip): Promise<Style[]> {
  const codes = new Map<number, string>();
  const styles: Style[] = [];
  let inCells = false;
  await parseIfThere(zip, "xl/styles.xml", {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        const code = codes.get(id);
        styles.push({
          isDay: showsDay(id, code),
          isPercentage: showsPercentage(id, code),
          digits: /^0{2,20}$/.test(code ?? "") ? (code ?? "").length : 0,
        });
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

async function readSharedTexts(zip: WorkbookZip): Promise<string[]> {
  const texts: string[] = [];
  let text = "";
  let inText = false;
  let inReading = false;
  await parseIfThere(zip, "xl/sharedStrings.xml", {
    open(name) {
      if (name === "si") text = "";
      else if (name === "t") inText = true;
      else if (name === "rPh") inReading = true;
    },
    text(some) {
      if (inText && !inReading) text += some;
    },
    close(name) {
      if (name === "si") texts.push(text);
      else if (name === "t") inText = false;
      else if (name === "rPh") inReading = false;
    },
  });
  return texts;
}

/** The column of a reference such as `AB12`, from 0; -1 when it is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (const character of reference) {
    const value = character.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

function numberText(raw: string, style: Style | undefined, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  if (style?.isDay) return dayOfSerial(value, from1904) ?? raw;
  if (style?.isPercentage) return `${Number((value * 100).toPrecision(15))} %`;
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value).padStart(style?.digits ?? 0, "0");
  return String(Number(value.toPrecision(15)));
}

interface SheetRow {
  readonly line: number;
  readonly cells: string[];
}

/** Takes the rows of a sheet from its XML. */
class SheetRows {
  readonly #texts: readonly string[];
  readonly #styles: readonly Style[];
  readonly #from1904: boolean;
  readonly #limits: TableLimits;
  #line = 0;
  #cells: string[] = [];
  #column = -1;
  #type = "n";
  #style = 0;
  #value = "";
  #formula = "";
  #within: "value" | "formula" | null = null;
  rows: SheetRow[] = [];

  constructor(options: { texts: readonly string[]; styles: readonly Style[]; from1904: boolean; limits: TableLimits }) {
    this.#texts = options.texts;
    this.#styles = options.styles;
    this.#from1904 = options.from1904;
    this.#limits = options.limits;
  }

  open(name: string, attributes: SaxesTagPlain["attributes"]): void {
    if (name === "row") {
      this.#line = attributes.r === undefined ? this.#line + 1 : Number(attributes.r);
      this.#cells = [];
      this.#column = -1;
    } else if (name === "c") {
      this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
      if (this.#column < 0 || !Number.isInteger(this.#line)) throw new FileRefusal({ code: "unreadable", line: null });
      this.#type = attributes.t ?? "n";
      this.#style = Number(attributes.s ?? 0);
      this.#value = "";
      this.#formula = "";
    } else if (name === "v" || name === "t") this.#within = "value";
    else if (name === "f") this.#within = "formula";
    else if (name === "rPh") this.#within = null;
  }

  text(some: string): void {
    if (this.#within === "value") this.#value += some;
    else if (this.#within === "formula") this.#formula += some;
  }

  close(name: string): void {
    if (name === "v" || name === "t" || name === "f") this.#within = null;
    else if (name === "c") this.#endCell();
    else if (name === "row") this.rows.push({ line: this.#line, cells: this.#cells });
  }

  #endCell(): void {
    const text = this.#cellText();
    if (text === "") return;
    if (text.length > this.#limits.cell) {
      throw new FileRefusal({ code: "cell-too-long", line: this.#line, limit: this.#limits.cell });
    }
    if (this.#column >= this.#limits.columns) {
      throw new FileRefusal({ code: "too-many-columns", limit: this.#limits.columns });
    }
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells[this.#column] = text;
  }

  #cellText(): string {
    switch (this.#type) {
      case "s":
        return this.#texts[Number(this.#value)] ?? "";
      case "n":
        // What was never worked out has no value: its formula stands for it, as text.
        if (this.#value === "") return this.#formula === "" ? "" : `=${this.#formula}`;
        return numberText(this.#value, this.#styles[this.#style], this.#from1904);
      case "b":
        return this.#value === "1" ? "TRUE" : "FALSE";
      case "d":
        return this.#value.slice(0, 10);
      default:
        return this.#value;
    }
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/**
 * Opens a workbook; its first sheet that is shown and has rows is read.
 *
 * @throws FileRefusal when it is not one, is cut off or unpacks to too much; also while its batches are read
 */
export async function openWorkbook(source: FileSource, limits: TableLimits): Promise<Table> {
  const zip = await openWorkbookZip(source, limits.unpacked);
  if (!zip.has("xl/workbook.xml")) throw new FileRefusal({ code: "not-a-table", found: "application/zip" });
  const { sheets, from1904 } = await readSheets(zip);
  const styles = await readStyles(zip);
  const texts = await readSharedTexts(zip);

  async function* rowsOf(sheet: Sheet): AsyncGenerator<{ rows: SheetRow[]; read: number }> {
    const taker = new SheetRows({ texts, styles, from1904, limits });
    for await (const read of parsed(zip, sheet.path, taker)) {
      if (taker.rows.length < rowsAtOnce) continue;
      yield { rows: taker.rows, read };
      taker.rows = [];
    }
    yield { rows: taker.rows, read: zip.sizeOf(sheet.path) };
  }

  for (const sheet of sheets) {
    const first: SheetRow[] = [];
    for await (const { rows } of rowsOf(sheet)) {
      first.push(...rows.filter((row) => !isBlank(row.cells)));
      if (first.length >= 20) break;
    }
    if (first.length === 0) continue;
    const place = findHeadings(first.map((row) => row.cells));
    const headingRow = place === null ? undefined : first[place];
    if (!headingRow) throw new FileRefusal({ code: "no-headings", line: first[0]?.line ?? 1 });
    const headings = Array.from(headingRow.cells, (cell) => (cell ?? "").trim());
    return {
      written: {
        kind: "workbook",
        sheet: sheet.name,
        sheets: sheets.map(({ name }) => name),
        headingLine: headingRow.line,
        headings,
      },
      total: zip.sizeOf(sheet.path),
      async *batches() {
        let count = 0;
        for await (const { rows, read } of rowsOf(sheet)) {
          const fit: TableRow[] = [];
          for (const { line, cells } of rows) {
            if (line <= headingRow.line || isBlank(cells)) continue;
            const own = headings.map((_, column) => plainCell(cells[column] ?? ""));
            if (!isBlank(own)) fit.push({ line, cells: own, fault: null });
          }
          count += fit.length;
          if (count > limits.rows) throw new FileRefusal({ code: "too-many-rows", limit: limits.rows });
          yield { rows: fit, read };
        }
        if (count === 0) throw new FileRefusal({ code: "no-rows" });
      },
    };
  }
  throw new FileRefusal({ code: "no-rows" });
}
