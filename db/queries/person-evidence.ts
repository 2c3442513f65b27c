/**
 * What is on record about one person, for whoever may see their standings. Neither scores nor answers, neither reading
 * times nor reasons of absences are read here.
 */
import type { Reader } from "../connect";

/** A person with their work: that of `today` (civil date), or the last one; undefined for somebody unknown. */
export async function findPersonAtWork(db: Reader, personId: string, today: string) {
  const person = await db
    .selectFrom("person")
    .select(["id", "given_name", "family_name", "employee_number", "zone"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!person) return undefined;
  const employments = await db
    .selectFrom("employment")
    .innerJoin("site", "site.id", "employment.site_id")
    .leftJoin("person as manager", "manager.id", "employment.manager_id")
    .select([
      "employment.title",
      "employment.from_on",
      "employment.to_on",
      "site.name as site",
      "manager.given_name as manager_given_name",
      "manager.family_name as manager_family_name",
    ])
    .where("employment.person_id", "=", personId)
    .where("employment.withdrawn_at", "is", null)
    .orderBy("employment.from_on")
    .execute();
  return { ...person, work: employments.findLast((row) => row.from_on <= today), since: employments[0]?.from_on };
}

/** Where the person belonged, oldest first: each department with all above it. */
export async function findDepartmentLines(
  db: Reader,
  personId: string,
): Promise<{ readonly fromOn: string; readonly departments: readonly string[] }[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("department_ancestor", "department_ancestor.department_id", "membership.department_id")
    .select(["membership.id", "membership.from_on", "department_ancestor.ancestor_id"])
    .where("membership.person_id", "=", personId)
    .where("membership.withdrawn_at", "is", null)
    .orderBy("membership.from_on")
    .orderBy("membership.id")
    .execute();
  const lines = new Map<string, { fromOn: string; departments: string[] }>();
  for (const row of rows) {
    const line = lines.get(row.id);
    if (line) line.departments.push(row.ancestor_id);
    else lines.set(row.id, { fromOn: row.from_on, departments: [row.ancestor_id] });
  }
  return [...lines.values()];
}

/** The events of assignments in force. */
export async function findAssignments(db: Reader, personId: string) {
  return await db
    .selectFrom("assignment")
    .select(["module_id", "event", "happened_on", "requirement_id"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .orderBy("happened_on")
    .execute();
}

/** Whom some requirements are for; JSON by id. */
export async function findAudiences(
  db: Reader,
  requirements: readonly string[],
): Promise<{ readonly id: string; readonly audience: string }[]> {
  if (requirements.length === 0) return [];
  return await db.selectFrom("requirement").select(["id", "audience"]).where("id", "in", requirements).execute();
}

/** Completions in force, oldest first. */
export async function findCompletedDays(db: Reader, personId: string) {
  return await db
    .selectFrom("completion")
    .select(["id", "module_id", "kind", "revision", "completed_on"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .orderBy("completed_on")
    .orderBy("completed_at")
    .orderBy("id")
    .execute();
}

/** Leave and exemptions in force. */
export async function findAbsences(db: Reader, personId: string) {
  return await db
    .selectFrom("absence")
    .select(["id", "kind", "module_id", "from_on", "until_on", "recorded_by"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .execute();
}

/** Extensions in force. */
export async function findExtensions(db: Reader, personId: string) {
  return await db
    .selectFrom("extension")
    .select(["id", "module_id", "given_on", "due_on", "recorded_by"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .execute();
}

/** How the person's standings went, oldest first. */
export async function findSpans(db: Reader, personId: string) {
  return await db
    .selectFrom("standing_span")
    .select(["module_id", "from_on", "to_on", "state", "voluntary"])
    .where("person_id", "=", personId)
    .orderBy("module_id")
    .orderBy("from_on")
    .execute();
}
