import { describe, expect, it } from "vitest";
import { faultsOfColumns, guessHistoryColumns } from "#app/administering/history/history-fields";
import { readHistoryRow, readScore, scoreOf } from "#app/administering/history/history-row";
import { likelyModule } from "#app/administering/history/likely-module";

describe("columns of a file of completions", () => {
  it("are known of Moodle's course completion report, which is about one course", () => {
    const columns = guessHistoryColumns([
      "ID",
      "Name",
      "Email address",
      "Quiz",
      "Quiz - Completion date",
      "Course complete",
    ]);
    expect(columns).toEqual({ email: 2, date: 5 });
    expect(faultsOfColumns(columns, false)).toEqual(["module"]);
    expect(faultsOfColumns(columns, true)).toEqual([]);
  });

  it.each([
    [
      ["username", "courseshortname", "courseidnumber", "completiondate", "grade"],
      { person: 0, code: 2, date: 3, score: 4 },
    ],
    [
      ["username", "certificationshortname", "certificationidnumber", "completiondate", "duedate"],
      { person: 0, code: 2, date: 3 },
    ],
    [["User's Email", "Course Name", "Completion Date", "Grade"], { email: 0, module: 1, date: 2, score: 3 }],
  ])("are known of Totara: %j", (headings, columns) => {
    expect(guessHistoryColumns(headings)).toEqual(columns);
  });

  it("are known of a plain spreadsheet", () => {
    expect(guessHistoryColumns(["Anställningsnr", "Kurs", "Genomförd", "Resultat", "Gäller till"])).toEqual({
      person: 0,
      module: 1,
      date: 2,
      score: 3,
      expires: 4,
    });
    expect(faultsOfColumns(guessHistoryColumns(["Kurs", "Ort"]), false)).toEqual(["person", "date"]);
  });
});

describe("a score", () => {
  it.each([
    ["0,85", 0.85],
    ["0.85", 0.85],
    ["85 %", 0.85],
    ["85%", 0.85],
    ["28.5 %", 0.285],
    ["17/20", 0.85],
    ["17 av 20", 0.85],
    ["1", 1],
    ["Godkänd", null],
    ["PASS", null],
    ["TRUE", null],
    ["", null],
    ["–", null],
  ])("is read: %s", (text, score) => {
    expect(scoreOf(readScore(text), "share")).toBe(score);
  });

  it("is of a hundred when the column says so", () => {
    expect(scoreOf(readScore("85"), "hundred")).toBe(0.85);
    expect(scoreOf(readScore("1"), "hundred")).toBe(0.01);
    expect(scoreOf(readScore("85 %"), "hundred")).toBe(0.85);
  });

  it.each(["120 %", "21/20", "101", "mycket bra", "=1+1"])("is not read: %s", (text) => {
    expect(readScore(text).kind).toBe("unreadable");
  });

  it.each(["Underkänd", "fail", "FALSE", "Not completed", "pågår"])("says that nothing was completed: %s", (text) => {
    expect(readScore(text).kind).toBe("not-passed");
  });
});

describe("a row", () => {
  const mapping = {
    columns: { person: 0, module: 1, date: 2, score: 3, expires: 4 },
    orders: { date: "day-first", expires: "day-first" },
    wholeFile: null,
  } as const;
  const read = (...cells: string[]) => readHistoryRow(cells, null, mapping);
  const codes = (...cells: string[]) => read(...cells).problems.map(({ code }) => code);

  it("is read", () => {
    expect(read("1001", "Hjärt-lungräddning", "2.5.2026", "0,9", "2.5.2028")).toMatchObject({
      number: "1001",
      module: "Hjärt-lungräddning",
      on: "2026-05-02",
      expires: "2028-05-02",
      score: { kind: "figure", value: 0.9 },
      problems: [],
    });
  });

  it.each([
    [["", "HLR", "2.5.2026", "", ""], ["person-missing"]],
    [["1", "", "2.5.2026", "", ""], ["module-missing"]],
    [["1", "HLR", "", "", ""], ["date-missing"]],
    [["#REF!", "HLR", "2.5.2026", "", ""], ["cell-error"]],
    [["1", "#N/A", "2.5.2026", "", ""], ["cell-error"]],
    [
      ["1", "HLR", "#SAKNAS!", "#DIV/0!", "#NUM!"],
      ["cell-error", "cell-error", "cell-error"],
    ],
    [["1", "HLR", "31.2.2026", "", ""], ["date-no-such-day"]],
    [["1", "HLR", "i våras", "", ""], ["date-not-a-date"]],
    [["1", "HLR", "2.5.26", "", ""], ["date-short-year"]],
    [["1", "HLR", "2.5.2026", "bra", ""], ["score-unreadable"]],
    [["1", "HLR", "", "Underkänd", ""], ["not-passed"]],
    [["1", "HLR", "2.5.2026", "", "1.5.2026"], ["expires-before"]],
    [["1", "HLR", "2.5.2026", "", "30.2.2028"], ["expires-no-such-day"]],
  ])("is refused: %j", (cells, faults) => {
    expect(codes(...cells)).toEqual(faults);
  });

  it("has a cell that a spreadsheet would run read as its text", () => {
    expect(read("1", "'=HYPERLINK()", "2.5.2026", "", "").module).toBe("=HYPERLINK()");
  });
});

describe("a name of another system", () => {
  const modules = [
    { id: "brandskydd", names: ["Brandskydd på jobbet", "Fire safety at work"] },
    { id: "hlr", names: ["Hjärt-lungräddning", "First aid"] },
    { id: "bilder", names: ["Bilder och dataskydd", "Pictures and privacy"] },
    { id: "data", names: ["Dataskydd", "Privacy"] },
  ];
  it.each([
    ["hlr", "hlr", true],
    ["Hjärt-lungräddning", "hlr", true],
    ["fire safety at work", "brandskydd", true],
    ["Brandskydd på jobbet 2024", "brandskydd", false],
    ["Kurs: Hjärt och lungräddning", "hlr", false],
  ])("means a module: %s", (name, id, isSure) => {
    expect(likelyModule(name, modules)).toEqual({ id, isSure });
  });

  it.each(["Truckkort", "Skydd", ""])("means none that could be told: %s", (name) => {
    expect(likelyModule(name, modules)).toBeNull();
  });
});
