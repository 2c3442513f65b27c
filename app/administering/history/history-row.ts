/** A row of a file of completions: read, but not yet held against who and what there is. */
import type { CivilDate } from "#app/domain/calendar";
import { folded } from "#app/domain/folded";
import { type DateFault, readDate } from "../imports/read-date";
import { plainCell } from "../imports/safe-csv";
import { isSpreadsheetError } from "../imports/spreadsheet-errors";
import type { DateOrder } from "../imports/table-form";
import { type HistoryColumns, type HistoryField, historyFields } from "./history-fields";

/** How a file is read. */
export interface HistoryMapping {
  readonly columns: HistoryColumns;
  readonly orders: Partial<Record<"date" | "expires", DateOrder>>;
  /** The module that every row is about; null: a column says it. */
  readonly wholeFile: string | null;
}

export type HistoryProblem =
  | { readonly code: "row-short" | "row-long" | "cell-error" }
  | { readonly code: "person-missing" | "person-unknown" | "person-nearly" | "person-differs" }
  | { readonly code: "module-missing" | "module-left-out" | "module-unknown" }
  | { readonly code: "date-missing" | "date-ahead" }
  | { readonly code: `date-${DateFault}` | `expires-${DateFault}` }
  | { readonly code: "expires-before" | "score-unreadable" | "not-passed" };

export interface HistoryRow {
  readonly number: string;
  readonly email: string;
  /** What the file calls its module: its code, or else its name. */
  readonly module: string;
  readonly on: CivilDate | null;
  readonly expires: CivilDate | null;
  readonly score: ReadScore;
  /** Column and code of what is wrong. */
  readonly problems: readonly (HistoryProblem & { readonly field: HistoryField | null })[];
}

/** A score as it stands: a share, a figure whose scale the whole column decides, or only passed. */
export type ReadScore =
  | { readonly kind: "share" | "figure"; readonly value: number }
  | { readonly kind: "passed" | "not-passed" | "none" | "unreadable" };

const passed = new Set(
  [
    "pass",
    "passed",
    "godkänd",
    "godkänt",
    "g",
    "vg",
    "väl godkänd",
    "ja",
    "yes",
    "y",
    "j",
    "ok",
    "klar",
    "klart",
    "complete",
    "completed",
    "slutförd",
    "slutfört",
    "genomförd",
    "certified",
    "true",
    "sant",
  ].map(folded),
);
const notPassed = new Set(
  [
    "fail",
    "failed",
    "underkänd",
    "underkänt",
    "u",
    "ig",
    "icke godkänd",
    "nej",
    "no",
    "n",
    "incomplete",
    "not complete",
    "not completed",
    "in progress",
    "pågår",
    "not started",
    "ej påbörjad",
    "ej godkänd",
    "ej slutförd",
    "expired",
    "false",
    "falskt",
  ].map(folded),
);

/**
 * Reads a score: `0,85`, `85 %`, `17/20`, `85`, `godkänd`.
 *
 * @returns of a bare figure only the figure: whether 1 means all or one in a hundred is said by the column as a whole
 */
export function readScore(text: string): ReadScore {
  const bare = text.trim();
  if (bare === "" || bare === "-" || bare === "–") return { kind: "none" };
  const word = folded(bare);
  if (passed.has(word)) return { kind: "passed" };
  if (notPassed.has(word)) return { kind: "not-passed" };
  const figure = (part: string) => Number(part.replace(/\s/g, "").replace(",", "."));
  const share = (value: number): ReadScore =>
    value >= 0 && value <= 1 ? { kind: "share", value } : { kind: "unreadable" };
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(bare);
  if (percent) return share(figure(percent[1] ?? "") / 100);
  const of = /^(\d+(?:[.,]\d+)?)\s*(?:\/|av|of)\s*(\d+(?:[.,]\d+)?)$/i.exec(bare);
  if (of) return share(figure(of[1] ?? "") / figure(of[2] ?? ""));
  if (!/^\d{1,3}([.,]\d+)?$/.test(bare)) return { kind: "unreadable" };
  const value = figure(bare);
  return value <= 100 ? { kind: "figure", value } : { kind: "unreadable" };
}

/** How the bare figures of a column are meant: as shares, or (as soon as one exceeds 1) of a hundred. */
export type ScoreScale = "share" | "hundred";

/** A score as it is recorded: 0 to 1, or null where none is known. */
export function scoreOf(score: ReadScore, scale: ScoreScale): number | null {
  if (score.kind === "share") return score.value;
  if (score.kind === "figure") return scale === "hundred" ? score.value / 100 : score.value;
  return null;
}

/** Reads a row of which `fault` says that its cells do not fit the headings. */
export function readHistoryRow(
  cells: readonly string[],
  fault: "short" | "long" | null,
  { columns, orders, wholeFile }: HistoryMapping,
): HistoryRow {
  const problems: (HistoryProblem & { readonly field: HistoryField | null })[] = [];
  const broken = new Set<HistoryField>();
  const cell = (field: HistoryField) => {
    const column = columns[field];
    return column === undefined || broken.has(field) ? "" : plainCell(cells[column] ?? "");
  };
  if (fault !== null) problems.push({ code: `row-${fault}`, field: null });
  for (const field of historyFields) {
    if (!isSpreadsheetError(cell(field))) continue;
    problems.push({ code: "cell-error", field });
    broken.add(field);
  }
  const [number, email] = [cell("person"), cell("email")];
  const isPersonBroken = broken.has("person") || broken.has("email");
  if (number === "" && email === "" && !isPersonBroken) problems.push({ code: "person-missing", field: "person" });
  const module = wholeFile ?? (cell("code") || cell("module"));
  if (module === "" && !broken.has("module") && !broken.has("code"))
    problems.push({ code: "module-missing", field: "module" });
  const day = (field: "date" | "expires"): CivilDate | null => {
    const text = cell(field);
    if (text === "") return null;
    const read = readDate(text, orders[field] ?? "year-first");
    if (read.ok) return read.date;
    problems.push({ code: `${field}-${read.fault}`, field });
    return null;
  };
  const on = day("date");
  const score = readScore(cell("score"));
  // Of what was not finished, learning systems leave the day empty: a report of one course lists everybody.
  const isUnfinished = wholeFile !== null && score.kind === "none" && cell("date") === "" && !broken.has("date");
  if (score.kind === "not-passed") problems.push({ code: "not-passed", field: "score" });
  else if (isUnfinished) problems.push({ code: "not-passed", field: "date" });
  else if (cell("date") === "" && !broken.has("date")) problems.push({ code: "date-missing", field: "date" });
  if (score.kind === "unreadable") problems.push({ code: "score-unreadable", field: "score" });
  const expires = day("expires");
  if (on !== null && expires !== null && expires < on) problems.push({ code: "expires-before", field: "expires" });
  return { number, email, module, on, expires, score, problems };
}
