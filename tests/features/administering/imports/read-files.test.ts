import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TableNotes } from "#app/administering/imports/column-forms";
import { type FileFault, FileRefusal } from "#app/administering/imports/file-refusal";
import { openTable } from "#app/administering/imports/open-table.server";
import { readDate } from "#app/administering/imports/read-date";
import { csvLine, plainCell } from "#app/administering/imports/safe-csv";
import { peopleLimits, type TableLimits, type TableRow } from "#app/administering/imports/table-form";
import { showsPercentage } from "#app/administering/imports/workbook-formats";
import { fileInMemory } from "#app/platform/stored-file";
import { type WorkbookCell, workbook, zip } from "#tests/support/workbook";

async function read(bytes: Uint8Array, limits: TableLimits = peopleLimits) {
  const table = await openTable(fileInMemory(bytes), limits);
  const notes = new TableNotes(table.written.headings);
  const rows: TableRow[] = [];
  for await (const batch of table.batches()) {
    for (const row of batch.rows) notes.note(row.cells);
    rows.push(...batch.rows);
  }
  return { written: table.written, rows, columns: notes.forms() };
}

async function faultOf(bytes: Uint8Array, limits?: TableLimits): Promise<FileFault> {
  const error = await read(bytes, limits).then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof FileRefusal)) throw new Error(`It was read: ${String(error)}`);
  return error.fault;
}

type Encoding = "utf-8" | "utf-8 marked" | "utf-16le" | "utf-16be" | "windows-1252";

function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(text);
    case "utf-8 marked":
      return Buffer.from(`\ufeff${text}`);
    case "utf-16le":
      return Buffer.from(`\ufeff${text}`, "utf16le");
    case "utf-16be":
      return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
    case "windows-1252":
      return Buffer.from(text, "latin1");
  }
}

const dateForms: Record<string, (iso: string) => string> = {
  "year first": (iso) => iso,
  "day first with dots": (iso) => iso.split("-").reverse().join("."),
  "day first with slashes": (iso) => iso.split("-").reverse().join("/"),
  "month first": (iso) => `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`,
};

const name = fc.stringMatching(/^[A-ZÅÄÖ][a-zåäöé'" ,;|\n-]{0,12}[a-zåäö]$/);
const person = fc.record({
  number: fc.integer({ min: 1000, max: 99999 }).map(String),
  name,
  title: fc.constantFrom("Säljare", "Chef, butik", 'Den "nya"', "Rad\ntvå", ""),
  // Each company has a day that can be read in one way only.
  date: fc
    .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2026-12-31T00:00:00Z"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
});
const company = fc
  .array(person, { minLength: 1, maxLength: 30 })
  .map((people) => [...people, { number: "7", name: "Örjan Ek", title: "Chef", date: "2020-12-31" }]);

const headings = ["Anställningsnr", "Namn", "Titel", "Anställd från"];

function quoted(cell: string, separator: string): string {
  return /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

describe("a generated company reads back the same", () => {
  it("in each encoding, separator, line end and date form of CSV", async () => {
    await fc.assert(
      fc.asyncProperty(
        company,
        fc.constantFrom<Encoding>("utf-8", "utf-8 marked", "utf-16le", "utf-16be", "windows-1252"),
        fc.constantFrom(";", ",", "\t", "|"),
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom(...Object.keys(dateForms)),
        async (people, encoding, separator, end, form) => {
          const dateText = dateForms[form] ?? ((iso: string) => iso);
          const lines = [headings, ...people.map((one) => [one.number, one.name, one.title, dateText(one.date)])];
          const text = lines
            .map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator) + end)
            .join("");
          const { rows, written, columns } = await read(encode(text, encoding));
          expect(written).toMatchObject({ kind: "csv", separator, headings });
          const order = columns[3]?.dates?.order ?? "year-first";
          expect(rows.map((row) => row.fault)).toEqual(people.map(() => null));
          expect(
            rows.map(({ cells: [number, own, title, date = ""] }) => ({
              number,
              name: own,
              title,
              date: readDate(date, order),
            })),
          ).toEqual(people.map((one) => ({ ...one, name: one.name.trim(), date: { ok: true, date: one.date } })));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("as a workbook, with texts within the sheet or beside it and days as serial numbers", async () => {
    await fc.assert(
      fc.asyncProperty(company, fc.constantFrom<"shared" | "inline">("shared", "inline"), async (people, texts) => {
        const rows: WorkbookCell[][] = people.map((one) => [
          Number(one.number),
          one.name,
          one.title,
          { day: one.date },
        ]);
        const table = await read(workbook([headings, ...rows], { texts, firstRow: 3 }));
        expect(table.written).toMatchObject({ kind: "workbook", sheet: "Personal", headingLine: 3, headings });
        expect(table.rows.map((row) => row.cells)).toEqual(
          people.map((one) => [one.number, one.name.trim(), one.title, one.date]),
        );
        expect(table.rows.map((row) => row.line)).toEqual(people.map((_, place) => place + 4));
      }),
      { numRuns: 60 },
    );
  });

  it("after it was made safe for spreadsheets and brought again", () => {
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@", "x", ""), fc.string({ maxLength: 12 }), (sign, rest) => {
        const cell = (sign + rest.replace(/[\r\n";\t']/g, "")).trim();
        const line = csvLine([cell], ";").replace(/\r\n$/, "");
        expect(line).not.toMatch(/^[=+@\t]/);
        expect(plainCell(line)).toBe(cell);
      }),
    );
  });
});

describe("where a row stands", () => {
  it("is the line on which it begins, past blank lines and line breaks within cells", async () => {
    const text = 'Nr;Namn\r\n\r\n1;"Anna\r\nB"\r\n\r\n\r\n2;Bo\r\n;\r\n3;Åsa\r\n';
    for (const encoding of ["utf-8", "utf-16be", "windows-1252"] as const) {
      const { rows } = await read(encode(text, encoding));
      expect(rows.map((row) => row.line)).toEqual([3, 7, 9]);
    }
  });

  it("is found under titles and remarks, and after the line that names the separator", async () => {
    const { rows, written } = await read(Buffer.from("sep=|\r\nPersonal 2026||\n\nNr|Namn|Titel\n1|A;b|C\n"));
    expect(written).toMatchObject({ separator: "|", headingLine: 4 });
    expect(rows).toEqual([{ line: 5, cells: ["1", "A;b", "C"], fault: null }]);
  });

  it("and that it has too few or too many cells", async () => {
    const { rows } = await read(Buffer.from("Nr;Namn;Titel\n1;A;B;C\n2;B\n3;C;D;;\n"));
    expect(rows.map((row) => row.fault)).toEqual(["long", "short", null]);
  });
});

describe("cells of a workbook", () => {
  it("give what a formula gave, its text where it gave nothing, and zeros that a format puts in front", async () => {
    const { rows } = await read(
      workbook([
        ["Nr", "Namn", "Titel"],
        [{ number: 42, zeros: 6 }, { formula: 'HYPERLINK("http://x")', value: "Anna" }, { formula: "1+1" }],
        [{ number: 1234567, zeros: 6 }, '<Bo> & "Co"', 0.1 + 0.2],
      ]),
    );
    expect(rows.map((row) => row.cells)).toEqual([
      ["000042", "Anna", "=1+1"],
      ["1234567", '<Bo> & "Co"', "0.3"],
    ]);
  });
});

describe("figures and truths of a workbook", () => {
  it("are as they are shown: a share of a hundred, and true and false in words", async () => {
    const { rows } = await read(
      workbook([
        ["Nr", "Resultat", "Klar"],
        [1, { share: 0.85 }, { isTrue: true }],
        [2, { share: 1 }, { isTrue: false }],
        [3, { share: 0.285 }, 85],
        [4, 0.07, { share: 0.07 }],
        [5, { fault: "#N/A" }, { fault: "#DIV/0!" }],
      ]),
    );
    expect(rows.map((row) => row.cells)).toEqual([
      ["1", "85 %", "TRUE"],
      ["2", "100 %", "FALSE"],
      ["3", "28.5 %", "85"],
      ["4", "0.07", "7 %"],
      ["5", "#N/A", "#DIV/0!"],
    ]);
  });

  it.each([
    [9, undefined, true],
    [10, undefined, true],
    [164, "0.0%", true],
    [164, '0" %"', false],
    [164, "0\\%", false],
    [0, undefined, false],
  ])("format %i %s shows a percentage: %s", (id, code, expected) => {
    expect(showsPercentage(id, code)).toBe(expected);
  });
});

describe("the order of dates", () => {
  const dated = async (...dates: string[]) =>
    (await read(Buffer.from(`Nr;Från\n${dates.map((date, place) => `${place + 1};${date}\n`).join("")}`))).columns[1]
      ?.dates;

  it("is decided over the whole column", async () => {
    expect(await dated("01/02/2026", "03/04/2026", "23/11/2026")).toEqual({ order: "day-first", certain: true });
    expect(await dated("01/02/2026", "11/23/2026")).toEqual({ order: "month-first", certain: true });
    expect(await dated("01/02/2026", "03/04/2026")).toEqual({ order: "day-first", certain: false });
    expect(await dated("11/23/2026", "23/11/2026")).toEqual({ order: "mixed", certain: true });
    expect(await dated("2026-11-23", "20261124")).toEqual({ order: "year-first", certain: true });
    expect(await dated("Anna", "Bo")).toBeNull();
  });

  it.each([
    ["2026-02-30", "year-first", "no-such-day"],
    ["31/02/2026", "day-first", "no-such-day"],
    ["31 februari 2026", "day-first", "no-such-day"],
    ["11/23/2026", "day-first", "no-such-day"],
    ["23/11/26", "day-first", "short-year"],
    ["snart", "year-first", "not-a-date"],
    ["2026", "year-first", "not-a-date"],
    ["=TODAY()", "year-first", "not-a-date"],
  ] as const)("refuses %s (%s): %s", (text, order, fault) => {
    expect(readDate(text, order)).toEqual({ ok: false, fault });
  });

  it.each([
    ["2026-11-23", "year-first"],
    ["2026-11-23T08:00:00Z", "year-first"],
    ["20261123", "year-first"],
    ["23.11.2026", "day-first"],
    ["11/23/2026", "month-first"],
    ["11/23/2026", "mixed"],
    ["23/11/2026", "mixed"],
    ["23 nov 2026", "year-first"],
    ["Monday, 23 November 2026, 10:15 AM", "year-first"],
    ["November 23, 2026", "year-first"],
    ["46349", "year-first"],
  ] as const)("reads %s (%s)", (text, order) => {
    expect(readDate(text, order)).toEqual({ ok: true, date: "2026-11-23" });
  });
});

describe("a file that is no table, or not all of one", () => {
  const whole = workbook([["Nr", "Namn"], ...Array.from({ length: 2000 }, (_, place) => [place, `Person ${place}`])]);

  it.each<[string, Uint8Array, FileFault]>([
    ["nothing", Buffer.alloc(0), { code: "no-rows" }],
    ["headings alone", Buffer.from("Nr;Namn\n"), { code: "no-rows" }],
    ["rows without headings", Buffer.from("1;a@b.example\n2;c@d.example\n"), { code: "no-headings", line: 1 }],
    ["a quote without end", Buffer.from('Nr;Namn\n1;A\n\n2;"B\n3;C\n'), { code: "cut-off", line: 4 }],
    ["a last line that stops", Buffer.from("Nr;Namn;Titel\n1;A;B\n2;B"), { code: "cut-off", line: 3 }],
    ["half a character of UTF-8", Buffer.from("Nr;Namn\n1;Åsa Ö").subarray(0, -1), { code: "cut-off", line: null }],
    [
      "half a character of UTF-16",
      encode("Nr;Namn\n1;A\n", "utf-16le").subarray(0, -1),
      { code: "cut-off", line: null },
    ],
    ["half a workbook", whole.subarray(0, whole.length / 2), { code: "cut-off", line: null }],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), { code: "not-a-table", found: "image/png" }],
    ["a PDF", Buffer.from("%PDF-1.7 rest"), { code: "not-a-table", found: "application/pdf" }],
    [
      "an old workbook",
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      { code: "not-a-table", found: "application/x-ole-storage" },
    ],
    ["another archive", zip([["a.txt", "text"]]), { code: "not-a-table", found: "application/zip" }],
    ["bytes", Buffer.from([1, 2, 3, 0, 5]), { code: "not-a-table", found: "application/octet-stream" }],
    ["a workbook of no XML", zip([["xl/workbook.xml", "<workbook><sheets"]]), { code: "unreadable", line: null }],
    [
      "a workbook that defines entities",
      zip([["xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>']]),
      { code: "unreadable", line: null },
    ],
  ])("%s", async (_what, bytes, fault) => {
    expect(await faultOf(bytes)).toEqual(fault);
  });

  it("a workbook whose parts unpack to more than allowed, before anything is unpacked", async () => {
    const bomb = zip([
      ["xl/workbook.xml", "<workbook/>"],
      ["xl/worksheets/sheet1.xml", Buffer.alloc(5_000_000, 32)],
    ]);
    expect(bomb.length).toBeLessThan(50_000);
    expect(await faultOf(bomb, { ...peopleLimits, unpacked: 1_000_000 })).toEqual({
      code: "unpacks-too-large",
      limit: 1_000_000,
    });
  });

  it("a workbook that understates what its parts unpack to", async () => {
    const lying = Buffer.from(
      workbook(
        [
          ["Nr", "Namn"],
          ["1", "x".repeat(5000)],
        ],
        { texts: "inline" },
      ),
    );
    const place = lying.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
    lying.writeUInt32LE(100, place + 24);
    expect(await faultOf(lying)).toEqual({ code: "unreadable", line: null });
  });

  it("more rows, columns or characters than a file may have", async () => {
    const limits = { ...peopleLimits, rows: 3, columns: 4, cell: 20 };
    const rows = Buffer.from(`Nr;Namn\n${"1;A\n".repeat(4)}`);
    expect(await faultOf(rows, limits)).toEqual({ code: "too-many-rows", limit: 3 });
    expect(await faultOf(Buffer.from("a;b;c;d;e\n1;2;3;4;5\n"), limits)).toEqual({
      code: "too-many-columns",
      limit: 4,
    });
    const long = Buffer.from(`Nr;Namn\n1;${"x".repeat(21)}\n`);
    expect(await faultOf(long, limits)).toEqual({ code: "cell-too-long", line: 2, limit: 20 });
    const wide = workbook([
      ["a", "b"],
      ["1", "x".repeat(21)],
    ]);
    expect(await faultOf(wide, limits)).toEqual({ code: "cell-too-long", line: 2, limit: 20 });
  });

  it("gives the rows before it, however many", async () => {
    const text = `Nr;Namn\n${Array.from({ length: 3000 }, (_, place) => `${place};Person ${place}\n`).join("")}9;"open\n`;
    expect(await faultOf(Buffer.from(text))).toEqual({ code: "cut-off", line: 3002 });
  });
});

describe("a workbook with only what it must have", () => {
  const text = (reference: string, words: string) => `<c r="${reference}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const needed = new Map([
    ["[Content_Types].xml", "<Types/>"],
    [
      "xl/workbook.xml",
      '<workbook xmlns:r="r"><sheets><sheet name="Personal" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ],
    [
      "xl/_rels/workbook.xml.rels",
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    [
      "xl/worksheets/sheet1.xml",
      `<worksheet><sheetData><row r="1">${text("A1", "Nr")}${text("B1", "Namn")}</row>` +
        `<row r="2">${text("A2", "7")}${text("B2", "Åsa")}</row></sheetData></worksheet>`,
    ],
  ]);

  it("is read without a part of shared texts and without one of styles", async () => {
    const table = await read(zip([...needed]));
    expect(table.written.headings).toEqual(["Nr", "Namn"]);
    expect(table.rows.map(({ cells }) => cells)).toEqual([["7", "Åsa"]]);
  });

  it.each(["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])(
    "is refused where %s is there and empty",
    async (path) => {
      expect(await faultOf(zip([...new Map([...needed, [path, ""]])]))).toMatchObject({ code: "unreadable" });
    },
  );

  it.each([
    // An archive without it is no workbook at all.
    ["xl/workbook.xml", "not-a-table"],
    ["xl/_rels/workbook.xml.rels", "unreadable"],
  ])("is refused without %s", async (path, code) => {
    expect(await faultOf(zip([...needed].filter(([name]) => name !== path)))).toMatchObject({ code });
  });
});
