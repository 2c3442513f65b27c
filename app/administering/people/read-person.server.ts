import type { CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { can, company, mustBeAble } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { directoryWords } from "#app/words/areas/directory";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findDepartmentNames } from "#db/queries/departments";
import { findEmployments, findMemberships } from "#db/queries/directory-person";
import type { SignedIn } from "#db/queries/people";
import { findPeopleRows } from "#db/queries/people-rows";
import { readPersonHistory } from "../read-history.server";
import type { PersonView } from "./people-view";
import { readChoices } from "./read-people.server";

interface Stretch {
  readonly from_on: string;
  readonly to_on: string | null;
}

/** The row of a day, or the last before it, or else the first to come; rows are newest first. */
function rowOf<Row extends Stretch>(rows: readonly Row[], today: string): Row | undefined {
  return rows.find((row) => row.from_on <= today) ?? rows.at(-1);
}

function presenceOf(rows: readonly Stretch[], today: string): PersonView["presence"] {
  const row = rows.find((each) => each.from_on <= today);
  if (row && (row.to_on === null || row.to_on >= today)) return "present";
  if (rows.some((each) => each.from_on > today)) return "coming";
  return row ? "left" : "never";
}

/** One person: what they are called, where they work and worked, and what was changed. No training. */
export async function readPerson(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  visit: { readonly language: Language; readonly today: CivilDate },
  personId: string,
): Promise<PersonView> {
  mustBeAble(reader, "see-directory", company);
  const db = deps.db.read;
  const { language, today } = visit;
  const [person] = await findPeopleRows(db, [personId]);
  if (!person) throw new DomainError("not-found", `There is nobody ${personId}`);
  const employments = await findEmployments(db, personId);
  const memberships = await findMemberships(db, personId);
  const departments = await findDepartmentNames(db, [...new Set(memberships.map((row) => row.department_id))]);
  const nameOf = (id: string) => inLanguage(departments.get(id) ?? {}, language);
  const present = rowOf(employments, today);
  const place = rowOf(memberships, today);
  return {
    id: person.id,
    name: `${person.given_name} ${person.family_name}`,
    given: person.given_name,
    family: person.family_name,
    number: person.employee_number,
    email: person.email,
    language: person.language,
    presence: presenceOf(employments, today),
    present: present
      ? {
          siteId: present.site_id,
          entityId: present.entity_id === present.site_entity_id ? "" : present.entity_id,
          kind: present.kind,
          title: present.title,
          managerNumber: present.manager_number ?? "",
          from: present.from_on,
          to: present.to_on,
        }
      : null,
    department: place ? { id: place.department_id, name: nameOf(place.department_id) } : null,
    employments: employments.map((row) => ({
      id: row.id,
      title: row.title,
      kind: row.kind,
      entity: row.entity,
      site: row.site,
      manager: row.manager_given === null ? null : `${row.manager_given} ${row.manager_family ?? ""}`,
      from: row.from_on,
      to: row.to_on,
    })),
    memberships: memberships.map((row) => ({
      id: row.id,
      department: nameOf(row.department_id),
      from: row.from_on,
      to: row.to_on,
    })),
    roles: await rolesOf(db, personId, visit),
    history: await readPersonHistory(db, personId, { language, zone: reader.zone }),
    choices: await readChoices(db, visit),
    canChange: can(reader, "manage-people", company),
  };
}

/** What somebody has of roles and responsibilities today, as text. */
async function rolesOf(
  db: Reader,
  personId: string,
  { language, today }: { readonly language: Language; readonly today: CivilDate },
): Promise<string[]> {
  const words = directoryWords[language];
  const grants = await db
    .selectFrom("role_grant")
    .leftJoin("department", "department.id", "role_grant.department_id")
    .select(["role", "deputy", "department.name"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .where("from_on", "<=", today)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
    .orderBy("role")
    .execute();
  const holdings = await db
    .selectFrom("holding")
    .innerJoin("responsibility", "responsibility.id", "holding.responsibility_id")
    .select(["responsibility.name", "deputy"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .where("from_on", "<=", today)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
    .execute();
  const text = (name: string | null) => (name === null ? "" : inLanguage(JSON.parse(name) as Localised, language));
  const line = (parts: readonly string[]) => parts.filter((part) => part !== "").join(", ");
  return [
    ...grants.map((row) => line([words.roles[row.role], text(row.name), row.deputy === 1 ? words.deputy : ""])),
    ...holdings.map((row) => line([text(row.name), row.deputy === 1 ? words.deputy : ""])),
  ];
}
