/** A row of a file of people as what it says of somebody. */

import type { AudienceEmployment as EmploymentKind } from "#app/domain/audience";
import type { CivilDate } from "#app/domain/calendar";
import { folded } from "#app/domain/folded";
import type { PeopleColumns, PeopleField } from "./people-fields";
import type { Problem, RefusalCode } from "./people-problem";
import { readDate } from "./read-date";
import { isSpreadsheetError } from "./spreadsheet-errors";
import type { DateOrder, TableRow } from "./table-form";

/** What a row says. `undefined`: nothing; `null`: that there is none. */
export interface PersonRow {
  readonly line: number;
  readonly number: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null | undefined;
  readonly language: string | undefined;
  readonly entity: string | undefined;
  readonly site: string | undefined;
  readonly department: string | undefined;
  readonly title: string | undefined;
  readonly kind: EmploymentKind | undefined;
  /** An employee number or an e-mail address. */
  readonly manager: string | null | undefined;
  readonly employedFrom: CivilDate | undefined;
  readonly lastDay: CivilDate | null | undefined;
  readonly problems: Problem[];
}

/** How the columns of a file are read. */
export interface PeopleMapping {
  readonly columns: PeopleColumns;
  /** How the columns of dates are written. */
  readonly orders: Partial<Record<"employedFrom" | "lastDay", DateOrder>>;
}

const kinds: readonly (readonly [EmploymentKind, readonly string[]])[] = [
  [
    "employee",
    [
      "employee",
      "tillsvidare",
      "tillsvidareanställning",
      "tillsvidareanställd",
      "fast",
      "fast anställd",
      "anställd",
      "permanent",
      "regular",
      "full-time",
      "heltid",
      "deltid",
      "part-time",
      "provanställning",
    ],
  ],
  [
    "temporary",
    [
      "temporary",
      "visstid",
      "visstidsanställning",
      "visstidsanställd",
      "särskild visstidsanställning",
      "vikarie",
      "vikariat",
      "timanställd",
      "tim",
      "säsong",
      "säsongsanställd",
      "fixed term",
      "fixed-term",
      "seasonal",
      "hourly",
      "intern",
      "praktikant",
    ],
  ],
  ["contractor", ["contractor", "konsult", "inhyrd", "consultant", "external", "extern", "agency", "bemanning"]],
];
const kindOf = new Map(kinds.flatMap(([kind, names]) => names.map((name) => [folded(name), kind] as const)));

const languageOf = new Map(
  Object.entries({
    sv: ["sv", "sv-se", "svenska", "swedish", "swe"],
    en: ["en", "en-gb", "en-us", "engelska", "english", "eng"],
  }).flatMap(([language, names]) => names.map((name) => [name, language] as const)),
);

const longest = 200;
/** What a cell of numbers can hold that names nobody: a truth, a part, below zero. */
const noNumber = /^(?:true|false|sant|falskt|-\d.*|\d+[.,]\d+)$/i;

/** A full name in its parts: `Svensson, Anna` or `Anna Svensson`. */
export function nameParts(name: string): { givenName: string; familyName: string } {
  const [family = "", given = ""] = name.split(",", 2).map((part) => part.trim());
  if (given !== "") return { givenName: given, familyName: family };
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return { givenName: words.slice(0, last === "" ? undefined : -1).join(" "), familyName: last };
}

/** Reads a row; what is wrong with it by itself stands in `problems`. */
export function readPersonRow({ line, cells, fault }: TableRow, { columns, orders }: PeopleMapping): PersonRow {
  const problems: Problem[] = [];
  if (fault !== null) problems.push({ column: null, code: `row-${fault}` });
  const broken = new Set<PeopleField>();
  const cell = (field: PeopleField): string | undefined => {
    const column = columns[field];
    return column === undefined || broken.has(field) ? undefined : (cells[column] ?? "").replace(/\s+/g, " ").trim();
  };
  const refuse = (field: PeopleField, code: RefusalCode, value = "") => {
    problems.push({ column: columns[field] ?? null, code, ...(value === "" ? {} : { value: value.slice(0, 80) }) });
  };
  const short = (field: PeopleField): string | undefined => {
    const text = cell(field);
    if (text !== undefined && text.length > longest) refuse(field, "too-long");
    return text || undefined;
  };

  for (const field of Object.keys(columns) as PeopleField[]) {
    const text = cell(field) ?? "";
    if (!isSpreadsheetError(text)) continue;
    refuse(field, "cell-error", text);
    broken.add(field);
  }
  const number = short("number") ?? "";
  if (number === "" && !broken.has("number")) refuse("number", "number-missing");
  if (noNumber.test(number)) refuse("number", "number-malformed", number);
  const fullName = short("fullName");
  const parts = fullName === undefined ? { givenName: "", familyName: "" } : nameParts(fullName);
  const givenName = short("givenName") ?? parts.givenName;
  const familyName = short("familyName") ?? parts.familyName;
  const isNameBroken = broken.has("fullName") || broken.has("givenName") || broken.has("familyName");
  if (givenName === "" && familyName === "" && !isNameBroken)
    refuse(columns.fullName === undefined ? "givenName" : "fullName", "name-missing");
  for (const field of ["fullName", "givenName", "familyName"] as const) {
    const name = cell(field);
    if (name && /^[=+@]/.test(name)) refuse(field, "name-formula", name.slice(0, 80));
  }

  const email = cell("email")?.toLowerCase();
  if (email && !/^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+$/.test(email)) refuse("email", "email-malformed", email);
  const languageText = cell("language");
  const language = languageOf.get(languageText?.toLowerCase() ?? "");
  if (languageText && language === undefined) refuse("language", "language-unknown", languageText);
  const kindText = cell("kind");
  const kind = kindOf.get(folded(kindText ?? ""));
  if (kindText && kind === undefined) refuse("kind", "kind-unknown", kindText);

  const date = (field: "employedFrom" | "lastDay"): CivilDate | null | undefined => {
    const text = cell(field);
    if (!text) return text === undefined ? undefined : null;
    const reading = readDate(text, orders[field] ?? "year-first");
    if (reading.ok) return reading.date;
    refuse(field, reading.fault, text);
    return undefined;
  };
  const employedFrom = date("employedFrom") ?? undefined;
  const lastDay = date("lastDay");
  if (employedFrom !== undefined && lastDay && lastDay < employedFrom) {
    refuse("lastDay", "ends-before-start", cell("lastDay"));
  }
  const manager = cell("manager");
  return {
    line,
    number,
    givenName,
    familyName,
    email: email === undefined ? undefined : email || null,
    language,
    entity: short("entity"),
    site: short("site"),
    department: short("department"),
    title: short("title"),
    kind,
    manager: manager === undefined ? undefined : manager || null,
    employedFrom,
    lastDay,
    problems,
  };
}
