/** Reads of who and what there is: for the pages of administration. */
import type { Reader } from "../connect";
import type { Row } from "../schema";
import { padded } from "./padded";

/** What was done to somebody or something by these actions, newest first. */
export async function findEventsAbout(
  db: Reader,
  subjectId: string,
  actions: readonly string[],
  limit: number,
): Promise<Pick<Row<"audit_event">, "id" | "happened_at" | "actor_id" | "action" | "detail">[]> {
  return await db
    .selectFrom("audit_event")
    .select(["id", "happened_at", "actor_id", "action", "detail"])
    .where("subject_id", "=", subjectId)
    .where("action", "in", actions)
    .orderBy("happened_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** Names of people by id, as they are written: given name, then family name. */
export async function findFullNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const names = new Map<string, string>();
  for (let start = 0; start < ids.length; start += 1000) {
    const rows = await db
      .selectFrom("person")
      .select(["id", "given_name", "family_name"])
      .where("id", "in", padded(ids.slice(start, start + 1000)))
      .execute();
    for (const row of rows) names.set(row.id, `${row.given_name} ${row.family_name}`);
  }
  return names;
}

/** People with this employee number, or this e-mail address (in lower case). */
export async function findByNumberOrEmail(db: Reader, text: string): Promise<Row<"person">[]> {
  return await db
    .selectFrom("person")
    .selectAll()
    .where((eb) => eb.or([eb("employee_number", "=", text), eb("email", "=", text.toLowerCase())]))
    .execute();
}

/** People whose whole name, folded and family name first, is this; at most two. */
export async function findByWholeName(db: Reader, sortKey: string): Promise<Row<"person">[]> {
  return await db.selectFrom("person").selectAll().where("sort_key", "=", sortKey).limit(2).execute();
}

/** The legal entities, open ones first, each by name. */
export async function findEntities(db: Reader): Promise<Row<"entity">[]> {
  const rows = await db.selectFrom("entity").selectAll().orderBy("name").execute();
  return [...rows.filter((row) => row.closed_on === null), ...rows.filter((row) => row.closed_on !== null)];
}

/** The sites with the name of their entity, open ones first, each by name. */
export async function findSites(
  db: Reader,
): Promise<(Row<"site"> & { entity_name: string; entity_country: string })[]> {
  const rows = await db
    .selectFrom("site")
    .innerJoin("entity", "entity.id", "site.entity_id")
    .selectAll("site")
    .select(["entity.name as entity_name", "entity.country as entity_country"])
    .orderBy("site.name")
    .execute();
  return [...rows.filter((row) => row.closed_on === null), ...rows.filter((row) => row.closed_on !== null)];
}

/** People who work here on a day or later. */
export function workingOn(db: Reader, on: string) {
  return db
    .selectFrom("employment")
    .select("employment.person_id")
    .where("employment.withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("employment.to_on", "is", null), eb("employment.to_on", ">=", on)]));
}

/**
 * Who has a role in force on a day or later, with the name; of one role and over one department where these are given.
 * `working`: only of those who work here on that day or later.
 */
export async function findGrants(
  db: Reader,
  filter: {
    readonly on: string;
    readonly role?: Row<"role_grant">["role"];
    readonly departmentId?: string;
    readonly working?: boolean;
  },
) {
  let query = db
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .select([
      "role_grant.id",
      "role_grant.person_id",
      "role_grant.role",
      "role_grant.department_id",
      "role_grant.course_id",
      "role_grant.deputy",
      "role_grant.from_on",
      "role_grant.to_on",
      "person.given_name",
      "person.family_name",
    ])
    .where("role_grant.withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("role_grant.to_on", "is", null), eb("role_grant.to_on", ">=", filter.on)]));
  if (filter.role !== undefined) query = query.where("role_grant.role", "=", filter.role);
  if (filter.departmentId !== undefined) query = query.where("role_grant.department_id", "=", filter.departmentId);
  if (filter.working) query = query.where("role_grant.person_id", "in", workingOn(db, filter.on));
  return await query.orderBy("role_grant.deputy").orderBy("person.sort_key").orderBy("role_grant.id").execute();
}
