/** Who may be asked to a session in a room, and who holds one. */
import { type Expression, type ExpressionBuilder, expressionBuilder, type SqlBool, sql } from "kysely";
import type { Reader } from "../connect";
import type { Database, Row } from "../schema";
import { padded } from "./padded";

/** Somebody in a list. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly departmentId: string | null;
}

type OfPerson = ExpressionBuilder<Database, "person">;

/** Whether the person of the row is employed on a day (civil date). */
function isEmployed(eb: OfPerson, day: string): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom("employment")
      .select(sql`1`.as("one"))
      .whereRef("employment.person_id", "=", "person.id")
      .where("employment.withdrawn_at", "is", null)
      .where("employment.from_on", "<=", day)
      .where((on) => on.or([on("employment.to_on", "is", null), on("employment.to_on", ">=", day)])),
  );
}

/** The department that the person of the row belongs to on a day. */
function departmentOn(eb: OfPerson, day: string) {
  return eb
    .selectFrom("membership")
    .select("department_id")
    .whereRef("membership.person_id", "=", "person.id")
    .where("membership.withdrawn_at", "is", null)
    .where("membership.from_on", "<=", day)
    .where((on) => on.or([on("membership.to_on", "is", null), on("membership.to_on", ">=", day)]))
    .orderBy("membership.from_on", "desc")
    .limit(1);
}

/** Whether the person of the row has a place in a session, or in another of its module that they could go to instead. */
function hasPlace(eb: OfPerson, { session, now }: Askable): Expression<SqlBool> {
  const places = eb
    .selectFrom("booking")
    .innerJoin("classroom_session as s", "s.id", "booking.session_id")
    .select(sql`1`.as("one"))
    .whereRef("booking.person_id", "=", "person.id")
    .where("booking.state", "<>", "cancelled");
  // Once it has begun those are asked for who came, whatever else they have a place in.
  if (session.starts_at <= now) return eb.exists(places.where("s.id", "=", session.id));
  return eb.exists(
    places
      .where("s.module_id", "=", session.module_id)
      .where("s.starts_at", ">", now)
      .where("s.cancelled_at", "is", null),
  );
}

/** Those of some people who are employed on a day (civil date). */
export async function findEmployed(db: Reader, people: readonly string[], day: string): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const rows = await db
    .selectFrom("person")
    .select("person.id")
    .where("person.id", "in", padded(people))
    .where((eb) => isEmployed(eb, day))
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Some people as they are listed, with their department on a day (civil date), by name. */
export async function findListedPeople(db: Reader, people: readonly string[], day: string): Promise<ListedPerson[]> {
  if (people.length === 0) return [];
  return (await listed(db, day).where("person.id", "in", padded(people)).orderBy("person.sort_key").execute()).map(
    person,
  );
}

/** Whom a list of people to ask is narrowed to. */
export interface Askable {
  readonly session: Pick<Row<"classroom_session">, "id" | "module_id" | "starts_at">;
  /** The day of the session (civil date): who is not employed then is never asked. */
  readonly day: string;
  /** UTC ISO: who has a place in a session of the module after it is left out; if it has begun, who has one in it. */
  readonly now: string;
}

/**
 * Those who have the module or its refresher to do, in a department with all under it (null: everywhere): by due date,
 * the nearest first. Who has a place is left out.
 */
export async function findOwing(
  db: Reader,
  askable: Askable,
  departmentId: string | null,
  limit: number,
): Promise<ListedPerson[]> {
  const { day, session } = askable;
  let query = listed(db, day)
    .innerJoin("standing", "standing.person_id", "person.id")
    .where("standing.module_id", "=", session.module_id)
    // The condition of the index of what there is to do, word for word: only then is it used.
    .where(sql<SqlBool>`voluntary = 0 and task <> 'none'`)
    .where((eb) => isEmployed(eb, day))
    .where((eb) => eb.not(hasPlace(eb, askable)));
  if (departmentId !== null) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom("department_ancestor as a")
          .select(sql`1`.as("one"))
          .whereRef("a.department_id", "=", "standing.department_id")
          .where("a.ancestor_id", "=", departmentId),
      ),
    );
  }
  return (await query.orderBy("standing.due_on").orderBy("person.sort_key").limit(limit).execute()).map(person);
}

/** Those whose name or employee number holds every one of some folded words, by name. */
export async function findAskableByWords(
  db: Reader,
  askable: Askable,
  words: readonly string[],
  limit: number,
): Promise<ListedPerson[]> {
  let query = listed(db, askable.day)
    .where((eb) => isEmployed(eb, askable.day))
    .where((eb) => eb.not(hasPlace(eb, askable)));
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where(sql<SqlBool>`person.search_key like ${pattern} escape '\\'`);
  }
  return (await query.orderBy("person.sort_key").limit(limit).execute()).map(person);
}

/** The trainers of a day (civil date) by name; each with the courses of their grants, null among them: all. */
export async function findTrainers(
  db: Reader,
  day: string,
): Promise<{ readonly id: string; readonly name: string; readonly courses: readonly (string | null)[] }[]> {
  const rows = await db
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .select(["person.id", "given_name", "family_name", "course_id"])
    .where("role", "=", "trainer")
    .where("role_grant.withdrawn_at", "is", null)
    .where("role_grant.from_on", "<=", day)
    .where((eb) => eb.or([eb("role_grant.to_on", "is", null), eb("role_grant.to_on", ">=", day)]))
    .orderBy("person.sort_key")
    .execute();
  const trainers = new Map<string, { id: string; name: string; courses: (string | null)[] }>();
  for (const row of rows) {
    const known = trainers.get(row.id) ?? { id: row.id, name: `${row.given_name} ${row.family_name}`, courses: [] };
    known.courses.push(row.course_id);
    trainers.set(row.id, known);
  }
  return [...trainers.values()];
}

function listed(db: Reader, day: string) {
  return db
    .selectFrom("person")
    .select([
      "person.id",
      "person.given_name",
      "person.family_name",
      "person.employee_number",
      departmentOn(expressionBuilder<Database, "person">(), day).as("department_id"),
    ]);
}

function person(row: {
  readonly id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly employee_number: string;
  readonly department_id: string | null;
}): ListedPerson {
  return {
    id: row.id,
    name: `${row.given_name} ${row.family_name}`,
    employeeNumber: row.employee_number,
    departmentId: row.department_id,
  };
}
