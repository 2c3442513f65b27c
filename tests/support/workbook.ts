/** Writes workbooks (XLSX) for tests, by hand, so that every awkward one can be made. */
import { crc32, deflateRawSync } from "node:zlib";

/** A cell: text, a number, a day (ISO) kept as a serial number, a share shown as `0%`, a truth, a fault, or a formula with what it gave. */
export type WorkbookCell =
  | string
  | number
  | { readonly day: string }
  | { readonly formula: string; readonly value?: string }
  | { readonly share: number }
  | { readonly isTrue: boolean }
  | { readonly fault: string }
  | { readonly number: number; readonly zeros: number };

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

export function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** An archive of parts. */
export function zip(parts: readonly (readonly [path: string, content: string | Buffer])[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw, { level: 1 });
    const name = Buffer.from(path);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(raw), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(raw.length, 22);
    head.writeUInt16LE(name.length, 26);
    files.push(head, name, packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(raw), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(raw.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    offset += head.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

/** A workbook with one sheet, which begins at row `firstRow`. */
export function workbook(
  rows: readonly (readonly WorkbookCell[])[],
  options: { readonly texts?: "shared" | "inline"; readonly firstRow?: number } = {},
): Buffer {
  const shared: string[] = [];
  const places = new Map<string, number>();
  const cellXml = (cell: WorkbookCell, reference: string): string => {
    if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
    if (typeof cell === "string") {
      if (cell === "") return "";
      if (options.texts === "inline") {
        return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
      }
      const place = places.get(cell) ?? shared.push(cell) - 1;
      places.set(cell, place);
      return `<c r="${reference}" t="s"><v>${place}</v></c>`;
    }
    if ("day" in cell) return `<c r="${reference}" s="1"><v>${serialOf(cell.day)}</v></c>`;
    if ("zeros" in cell) return `<c r="${reference}" s="2"><v>${cell.number}</v></c>`;
    if ("share" in cell) return `<c r="${reference}" s="${cell.share === 1 ? 4 : 3}"><v>${cell.share}</v></c>`;
    if ("isTrue" in cell) return `<c r="${reference}" t="b"><v>${Number(cell.isTrue)}</v></c>`;
    if ("fault" in cell) return `<c r="${reference}" t="e"><f>VLOOKUP(1,A:B,2)</f><v>${cell.fault}</v></c>`;
    const value = cell.value === undefined ? "" : `<v>${escaped(cell.value)}</v>`;
    return `<c r="${reference}"${cell.value === undefined ? "" : ' t="str"'}><f>${escaped(cell.formula)}</f>${value}</c>`;
  };
  const zeros = rows.flat().find((cell) => typeof cell === "object" && "zeros" in cell);
  const digits = typeof zeros === "object" && "zeros" in zeros ? zeros.zeros : 1;
  const first = options.firstRow ?? 1;
  const sheet = rows
    .map((cells, row) => {
      const line = first + row;
      return `<row r="${line}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${line}`)).join("")}</row>`;
    })
    .join("");
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zip([
    ["[Content_Types].xml", "<Types/>"],
    [
      "xl/workbook.xml",
      `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Hidden" state="hidden" sheetId="2" r:id="rId9"/>` +
        `<sheet name="Personal" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    [
      "xl/styles.xml",
      `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
        `<numFmt numFmtId="165" formatCode="${"0".repeat(digits)}"/><numFmt numFmtId="166" formatCode="0.0%;[Red]\\-0.0%"/></numFmts><cellXfs><xf numFmtId="0"/>` +
        `<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
    ],
    ["xl/worksheets/sheet1.xml", `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`],
    [
      "xl/sharedStrings.xml",
      `<sst ${main}>${shared.map((text) => `<si><r><t xml:space="preserve">${escaped(text)}</t></r></si>`).join("")}</sst>`,
    ],
  ]);
}
