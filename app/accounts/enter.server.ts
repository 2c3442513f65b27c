import { DomainError } from "#app/domain/errors";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { fallbackLanguage } from "#app/words/language";
import { findOrganisation } from "#db/queries/organisation";

/** The accounts of the demonstration company that have a password, as the sign-in page shows them. */
export interface DemonstrationPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  /** Department id of the present membership. */
  readonly departmentName: string;
  readonly role: "employee" | "manager" | "trainer" | "auditor" | "administrator" | "hr";
}

/** Whom one may enter as; nobody outside a demonstration. */
export async function findDemonstrationPeople(deps: Deps, language: string): Promise<DemonstrationPerson[]> {
  const organisation = await findOrganisation(deps.db.read);
  if (!organisation?.demonstration) return [];
  const today = dayIn("UTC", deps.clock.now());
  const rows = await deps.db.read
    .selectFrom("credential")
    .innerJoin("person", "person.id", "credential.person_id")
    .innerJoin("membership", "membership.person_id", "person.id")
    .innerJoin("department", "department.id", "membership.department_id")
    .leftJoin("role_grant", (join) =>
      join.onRef("role_grant.person_id", "=", "person.id").on("role_grant.withdrawn_at", "is", null),
    )
    .select([
      "person.id",
      "person.given_name",
      "person.family_name",
      "person.email",
      "department.name as department_name",
      "role_grant.role",
    ])
    .where("membership.withdrawn_at", "is", null)
    .where("membership.from_on", "<=", today)
    .where((eb) => eb.or([eb("membership.to_on", "is", null), eb("membership.to_on", ">=", today)]))
    .orderBy("person.employee_number")
    .execute();
  const people = new Map<string, DemonstrationPerson>();
  for (const row of rows) {
    const names = JSON.parse(row.department_name) as Record<string, string>;
    people.set(row.id, {
      personId: row.id,
      name: `${row.given_name} ${row.family_name}`,
      email: row.email ?? "",
      departmentName: names[language] ?? Object.values(names)[0] ?? "",
      role: row.role ?? "employee",
    });
  }
  return [...people.values()];
}

/**
 * Enters as one of the people of a demonstration, without a password; gives their id.
 *
 * @param email of somebody on the list
 * @throws DomainError forbidden outside a demonstration or for anybody else
 */
export async function enterAs(deps: Deps, email: string): Promise<string> {
  const people = await findDemonstrationPeople(deps, fallbackLanguage);
  const person = people.find((each) => each.email === email);
  if (!person) throw new DomainError("forbidden", "Only the people of a demonstration can be entered as");
  return person.personId;
}
