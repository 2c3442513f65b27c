/** What is recorded of one person's work: for their page in administration. */
import type { Reader } from "../connect";

/** The employments in force of somebody, newest first, with the names of what they point at. */
export async function findEmployments(db: Reader, personId: string) {
  return await db
    .selectFrom("employment")
    .innerJoin("site", "site.id", "employment.site_id")
    .innerJoin("entity", "entity.id", "employment.entity_id")
    .leftJoin("person as manager", "manager.id", "employment.manager_id")
    .select([
      "employment.id",
      "employment.entity_id",
      "employment.site_id",
      "employment.kind",
      "employment.title",
      "employment.manager_id",
      "employment.from_on",
      "employment.to_on",
      "site.name as site",
      "site.entity_id as site_entity_id",
      "entity.name as entity",
      "manager.employee_number as manager_number",
      "manager.given_name as manager_given",
      "manager.family_name as manager_family",
    ])
    .where("employment.person_id", "=", personId)
    .where("employment.withdrawn_at", "is", null)
    .orderBy("employment.from_on", "desc")
    .execute();
}

/** The memberships in force of somebody, newest first. */
export async function findMemberships(db: Reader, personId: string) {
  return await db
    .selectFrom("membership")
    .select(["id", "department_id", "from_on", "to_on"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .orderBy("from_on", "desc")
    .execute();
}

/** When and by whom the employments (without department) and memberships of somebody were recorded, oldest first. */
export async function findRecordedFacts(db: Reader, personId: string) {
  const memberships = await db
    .selectFrom("membership")
    .select(["id", "department_id", "from_on", "recorded_at", "recorded_by"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .execute();
  const employments = await db
    .selectFrom("employment")
    .select(["id", "from_on", "recorded_at", "recorded_by"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .execute();
  const all = [...memberships, ...employments.map((row) => ({ ...row, department_id: null }))];
  return all.sort((a, b) => (a.recorded_at < b.recorded_at ? -1 : 1));
}

/** Whom an employee number or an e-mail address (in lower case) belongs to, other than `except`. */
export async function findHolder(
  db: Reader,
  by: { readonly employeeNumber: string } | { readonly email: string },
  except: string | null,
): Promise<string | null> {
  let query = db.selectFrom("person").select(["given_name", "family_name"]);
  query = "email" in by ? query.where("email", "=", by.email) : query.where("employee_number", "=", by.employeeNumber);
  if (except !== null) query = query.where("id", "<>", except);
  const row = await query.executeTakeFirst();
  return row ? `${row.given_name} ${row.family_name}` : null;
}

/** Everybody but `except` who is administrator, and works here, on a day and from then on without end. */
export async function findLastingAdministrators(
  db: Reader,
  on: string,
  except: { readonly personId?: string; readonly grantId?: string },
): Promise<string[]> {
  let query = db
    .selectFrom("role_grant")
    .innerJoin("employment", "employment.person_id", "role_grant.person_id")
    .select("role_grant.person_id")
    .distinct()
    .where("role_grant.role", "=", "administrator")
    .where("role_grant.withdrawn_at", "is", null)
    .where("role_grant.from_on", "<=", on)
    .where("role_grant.to_on", "is", null)
    .where("employment.withdrawn_at", "is", null)
    .where("employment.from_on", "<=", on)
    .where("employment.to_on", "is", null);
  if (except.personId !== undefined) query = query.where("role_grant.person_id", "<>", except.personId);
  if (except.grantId !== undefined) query = query.where("role_grant.id", "<>", except.grantId);
  return (await query.execute()).map((row) => row.person_id);
}
