/** Reads for printed slips: the people of departments, and what says who may let them in. */
import type { Reader } from "../connect";
import type { Role } from "../schema";
import { padded } from "./padded";

/** Somebody as a slip names them. */
export interface SlipPerson {
  readonly id: string;
  readonly employeeNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: string;
  readonly departmentId: string;
}

/** The people who on `today` (civil date) belong to a department or one under it, by family name, a page of them. */
export async function findDepartmentPeople(
  db: Reader,
  departmentId: string,
  today: string,
  page: { readonly offset: number; readonly limit: number; readonly withoutAccess: boolean },
): Promise<{ readonly people: SlipPerson[]; readonly total: number }> {
  let query = db
    .selectFrom("department_ancestor")
    .innerJoin("membership", "membership.department_id", "department_ancestor.department_id")
    .innerJoin("person", "person.id", "membership.person_id")
    .where("department_ancestor.ancestor_id", "=", departmentId)
    .where("membership.withdrawn_at", "is", null)
    .where("membership.from_on", "<=", today)
    .where((eb) => eb.or([eb("membership.to_on", "is", null), eb("membership.to_on", ">=", today)]));
  if (page.withoutAccess) {
    query = query
      .where("person.id", "not in", (eb) => eb.selectFrom("pin").select("person_id"))
      .where("person.id", "not in", (eb) => eb.selectFrom("credential").select("person_id"));
  }
  const rows = await query
    .select([
      "person.id",
      "person.employee_number",
      "person.given_name",
      "person.family_name",
      "person.language",
      "membership.department_id",
    ])
    .orderBy("person.sort_key")
    .orderBy("person.id")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const counted = await query.select((eb) => eb.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  return {
    people: rows.map((row) => ({
      id: row.id,
      employeeNumber: row.employee_number,
      givenName: row.given_name,
      familyName: row.family_name,
      language: row.language,
      departmentId: row.department_id,
    })),
    total: Number(counted.n),
  };
}

/** One person for a slip; `departmentId` is left to who knows the day. */
export async function findSlipPerson(db: Reader, personId: string): Promise<Omit<SlipPerson, "departmentId"> | null> {
  const row = await db
    .selectFrom("person")
    .select(["id", "employee_number", "given_name", "family_name", "language"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    employeeNumber: row.employee_number,
    givenName: row.given_name,
    familyName: row.family_name,
    language: row.language,
  };
}

/** The roles of some people that hold on `today` (civil date) or will, with their departments. */
export async function findRolesOf(
  db: Reader,
  people: readonly string[],
  today: string,
): Promise<{ personId: string; role: Role; departmentId: string | null }[]> {
  if (people.length === 0) return [];
  const rows = await db
    .selectFrom("role_grant")
    .select(["person_id", "role", "department_id"])
    .where("person_id", "in", padded(people))
    .where("withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
    .execute();
  return rows.map((row) => ({ personId: row.person_id, role: row.role, departmentId: row.department_id }));
}

/** What some people have to do, as pairs of person and module. */
export async function findTasks(
  db: Reader,
  people: readonly string[],
): Promise<{ personId: string; moduleId: string }[]> {
  if (people.length === 0) return [];
  const rows = await db
    .selectFrom("standing")
    .select(["person_id", "module_id"])
    .where("person_id", "in", padded(people))
    .where("task", "!=", "none")
    .where("voluntary", "=", 0)
    .execute();
  return rows.map((row) => ({ personId: row.person_id, moduleId: row.module_id }));
}
