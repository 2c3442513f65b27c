/** What a file of completions can say, and how its columns are recognised by their headings. */
import { folded } from "#app/domain/folded";

export const historyFields = ["person", "email", "module", "code", "date", "score", "expires"] as const;

export type HistoryField = (typeof historyFields)[number];

/** Column by field, counted from 0; a field that is missing has none. */
export type HistoryColumns = Partial<Record<HistoryField, number>>;

/**
 * Headings as learning systems and spreadsheets write them, the surest first. Among them are those of Moodle's course
 * completion report (of one course, so that it has no column for it), and those that Totara takes and gives of courses
 * and certifications.
 */
const headings: Record<HistoryField, readonly string[]> = {
  person: [
    "anställningsnummer",
    "anställningsnr",
    "anst.nr",
    "anstnr",
    "personalnummer",
    "employee number",
    "employee id",
    "employeeid",
    "staff number",
    "id number",
    "idnumber",
    "user's id number",
    "id-nummer",
    "username",
    "användarnamn",
    "user name",
    "nummer",
    "person",
    "medarbetare",
  ],
  email: [
    "e-post",
    "epost",
    "e-postadress",
    "e-mail",
    "email",
    "email address",
    "e-mail address",
    "user's email",
    "user email",
    "mejl",
  ],
  module: [
    "modul",
    "module",
    "kurs",
    "kursnamn",
    "utbildning",
    "course",
    "course name",
    "course full name",
    "course title",
    "coursename",
    "certification name",
    "certification",
    "program name",
    "training",
    "activity",
  ],
  code: [
    "modulkod",
    "modul-id",
    "kurskod",
    "module id",
    "module code",
    "course code",
    "course id number",
    "courseidnumber",
    "courseshortname",
    "course short name",
    "course shortname",
    "certificationidnumber",
    "certificationshortname",
    "kod",
    "code",
  ],
  date: [
    "klar",
    "klardatum",
    "genomförd",
    "genomfört",
    "genomförandedatum",
    "slutförd",
    "slutfört",
    "avslutad",
    "datum",
    "completed",
    "completed on",
    "completion date",
    "completiondate",
    "date completed",
    "course complete",
    "course completed",
    "course completion date",
    "kurs slutförd",
    "kursen slutförd",
    "timecompleted",
    "date",
  ],
  score: ["resultat", "poäng", "betyg", "score", "grade", "result", "final grade", "slutbetyg", "status"],
  expires: [
    "gäller till",
    "giltig till",
    "giltigt till",
    "utgår",
    "går ut",
    "slutdatum",
    "valid until",
    "expires",
    "expiry",
    "expiry date",
    "expiration date",
    "expirydate",
    "certification expiry date",
  ],
};

const bare = (text: string) =>
  folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The most likely column of each field; each column at most once. */
export function guessHistoryColumns(given: readonly string[]): HistoryColumns {
  const columns = given.map(bare);
  const found: HistoryColumns = {};
  const taken = new Set<number>();
  for (const field of historyFields) {
    for (const heading of headings[field]) {
      const column = columns.findIndex((text, place) => text === bare(heading) && !taken.has(place));
      if (column < 0) continue;
      found[field] = column;
      taken.add(column);
      break;
    }
  }
  return found;
}

/** What is missing before a file can be worked out. */
export type HistoryColumnFault = "person" | "module" | "date" | "twice";

/** `wholeFile`: every row is about one module, so that no column has to say which. */
export function faultsOfColumns(columns: HistoryColumns, wholeFile: boolean): HistoryColumnFault[] {
  const faults: HistoryColumnFault[] = [];
  if (columns.person === undefined && columns.email === undefined) faults.push("person");
  if (columns.module === undefined && columns.code === undefined && !wholeFile) faults.push("module");
  if (columns.date === undefined) faults.push("date");
  return faults;
}
