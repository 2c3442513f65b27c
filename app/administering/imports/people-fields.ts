/** What a file of people can say of somebody, and how its columns are recognised by their headings. */
import { folded } from "#app/domain/folded";

export const peopleFields = [
  "number",
  "givenName",
  "familyName",
  "fullName",
  "email",
  "language",
  "entity",
  "site",
  "department",
  "title",
  "kind",
  "manager",
  "employedFrom",
  "lastDay",
] as const;

export type PeopleField = (typeof peopleFields)[number];

/** Column by field, counted from 0; a field that is missing has none. */
export type PeopleColumns = Partial<Record<PeopleField, number>>;

/** Headings as personnel systems and spreadsheets write them, in Swedish and English, the surest first. */
const headings: Record<PeopleField, readonly string[]> = {
  number: [
    "anställningsnummer",
    "anställningsnr",
    "anst.nr",
    "anstnr",
    "anst nr",
    "personalnummer",
    "personalnr",
    "medarbetarnummer",
    "medarbetar-id",
    "employee number",
    "employee no",
    "employee no.",
    "employee id",
    "employeeid",
    "employee_id",
    "employee_number",
    "employeenumber",
    "staff number",
    "staff id",
    "personnel number",
    "worker id",
    "nummer",
    "number",
    "nr",
    "id",
  ],
  givenName: [
    "förnamn",
    "tilltalsnamn",
    "first name",
    "firstname",
    "first_name",
    "given name",
    "givenname",
    "given_name",
  ],
  familyName: [
    "efternamn",
    "last name",
    "lastname",
    "last_name",
    "surname",
    "family name",
    "familyname",
    "family_name",
  ],
  fullName: ["namn", "fullständigt namn", "name", "full name", "fullname", "full_name", "display name", "medarbetare"],
  email: [
    "e-post",
    "epost",
    "e-postadress",
    "epostadress",
    "mejl",
    "mail",
    "e-mail",
    "email",
    "e-mail address",
    "email address",
    "work email",
  ],
  language: ["språk", "language", "preferred language", "locale"],
  entity: ["bolag", "juridisk enhet", "arbetsgivare", "företag", "legal entity", "entity", "employer", "company"],
  site: [
    "arbetsplats",
    "arbetsställe",
    "placeringsort",
    "ort",
    "plats",
    "kontor",
    "site",
    "workplace",
    "location",
    "office",
    "work location",
  ],
  department: [
    "avdelning",
    "avdelningskod",
    "enhet",
    "organisationsenhet",
    "organisation",
    "team",
    "department",
    "department code",
    "org unit",
    "organizational unit",
    "unit",
    "kostnadsställe",
    "cost center",
  ],
  title: [
    "befattning",
    "titel",
    "roll",
    "yrke",
    "tjänst",
    "job title",
    "title",
    "position",
    "role",
    "jobtitle",
    "job_title",
  ],
  kind: [
    "anställningsform",
    "anställningstyp",
    "employment type",
    "employment kind",
    "type of employment",
    "worker type",
    "contract type",
    "kind",
  ],
  manager: [
    "chef",
    "närmaste chef",
    "chefens anställningsnummer",
    "chef anst.nr",
    "chefens e-post",
    "manager",
    "manager id",
    "manager number",
    "manager employee number",
    "manager email",
    "manager e-mail",
    "line manager",
    "supervisor",
    "reports to",
  ],
  employedFrom: [
    "anställd från",
    "anställningsdatum",
    "anställd fr.o.m.",
    "anställd from",
    "första anställningsdag",
    "startdatum",
    "från",
    "hire date",
    "start date",
    "startdate",
    "employed from",
    "employment start",
    "date of joining",
    "from",
  ],
  lastDay: [
    "sista anställningsdag",
    "sista dag",
    "slutdatum",
    "anställd till",
    "anställd t.o.m.",
    "avslutsdatum",
    "till",
    "end date",
    "enddate",
    "last day",
    "employment end",
    "termination date",
    "employed until",
    "to",
  ],
};

function bare(text: string): string {
  return folded(text)
    .replace(/[_\s]+/g, " ")
    .trim();
}

/** Which column holds what, by the headings; a column is taken for one field at most. */
export function guessColumns(found: readonly string[]): PeopleColumns {
  const wanted = found.map(bare);
  const guessed: PeopleColumns = {};
  const taken = new Set<number>();
  for (const field of peopleFields) {
    for (const heading of headings[field]) {
      const column = wanted.findIndex((text, place) => text === bare(heading) && !taken.has(place));
      if (column < 0) continue;
      guessed[field] = column;
      taken.add(column);
      break;
    }
  }
  // A full name beside both of its parts says nothing more.
  if (guessed.givenName !== undefined && guessed.familyName !== undefined) delete guessed.fullName;
  return guessed;
}

/** The fields without which people cannot be brought in and that no column was chosen for. */
export function missingFields(columns: PeopleColumns): PeopleField[] {
  const missing: PeopleField[] = columns.number === undefined ? ["number"] : [];
  const hasName =
    columns.fullName !== undefined || (columns.givenName !== undefined && columns.familyName !== undefined);
  if (!hasName) missing.push("fullName");
  return missing;
}
