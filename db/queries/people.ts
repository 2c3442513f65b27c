import type { Grant } from "#app/domain/permissions";
import type { Reader } from "../connect";
import { padded } from "./padded";
import { reusable } from "./reusable";

/** What every request needs of the person who makes it. */
export interface SignedIn {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: string;
  /** IANA zone: their own, or that of their site, or the organisation's. */
  readonly zone: string;
  readonly departmentId: string | null;
  /** The department and all above it, nearest first. */
  readonly departments: readonly string[];
  readonly grants: readonly Grant[];
}

const personBy = reusable((db: Reader, id: string) =>
  db.selectFrom("person").select(["id", "given_name", "family_name", "language", "zone"]).where("id", "=", id),
);

const grantsOf = reusable((db: Reader, personId: string, today: string) =>
  db
    .selectFrom("role_grant")
    .select(["role", "department_id", "course_id"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .where("from_on", "<=", today)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)])),
);

/** The person as they act on `today` (civil date); undefined for somebody unknown. */
export async function findSignedIn(db: Reader, personId: string, today: string): Promise<SignedIn | undefined> {
  const [person] = await personBy(db, personId);
  if (!person) return undefined;
  const [departments, grants, zone] = [
    await departmentsOf(db, personId, today),
    await grantsOf(db, personId, today),
    person.zone ?? (await zoneOf(db, personId, today)),
  ];
  return {
    personId: person.id,
    givenName: person.given_name,
    familyName: person.family_name,
    language: person.language,
    zone,
    departmentId: departments[0] ?? null,
    departments,
    grants: grants.map((grant) => ({
      role: grant.role,
      departmentId: grant.department_id,
      courseId: grant.course_id,
    })),
  };
}

const departmentLine = reusable((db: Reader, personId: string, today: string) =>
  db
    .selectFrom("department_ancestor")
    .select("ancestor_id")
    .where("department_id", "=", (eb) =>
      eb
        .selectFrom("membership")
        .select("department_id")
        .where("person_id", "=", personId)
        .where("withdrawn_at", "is", null)
        .where("from_on", "<=", today)
        .orderBy("from_on", "desc")
        .limit(1),
    )
    .orderBy("depth"),
);

/** Somebody's department on a day and all above it, nearest first; their last one when they have left. */
export async function departmentsOf(db: Reader, personId: string, today: string): Promise<string[]> {
  return (await departmentLine(db, personId, today)).map((row) => row.ancestor_id);
}

const siteOf = reusable((db: Reader, personId: string, today: string) =>
  db
    .selectFrom("employment")
    .innerJoin("site", "site.id", "employment.site_id")
    .select("site.zone")
    .where("employment.person_id", "=", personId)
    .where("employment.withdrawn_at", "is", null)
    .where("employment.from_on", "<=", today)
    .orderBy("employment.from_on", "desc")
    .limit(1),
);

/** The IANA zone in which somebody's days are reckoned: that of their site, else the organisation's. */
export async function zoneOf(db: Reader, personId: string, today: string): Promise<string> {
  const [site] = await siteOf(db, personId, today);
  if (site) return site.zone;
  const organisation = await db.selectFrom("organisation").select("zone").executeTakeFirst();
  return organisation?.zone ?? "UTC";
}

const employmentOn = reusable((db: Reader, personId: string, today: string) =>
  db
    .selectFrom("employment")
    .select("id")
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .where("from_on", "<=", today)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
    .limit(1),
);

/** Whether somebody works here on a day: their sessions end with their last. */
export async function worksHere(db: Reader, personId: string, today: string): Promise<boolean> {
  return (await employmentOn(db, personId, today)).length > 0;
}

/** The credential behind an e-mail address in lower case, if its person works here on `today`. */
export async function findCredential(
  db: Reader,
  email: string,
  today: string,
): Promise<{ personId: string; passwordHash: string } | undefined> {
  const row = await db
    .selectFrom("person")
    .innerJoin("credential", "credential.person_id", "person.id")
    .select(["person.id", "credential.password_hash"])
    .where("person.email", "=", email)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("employment")
          .select("employment.id")
          .whereRef("employment.person_id", "=", "person.id")
          .where("employment.withdrawn_at", "is", null)
          .where("employment.from_on", "<=", today)
          .where((on) => on.or([on("employment.to_on", "is", null), on("employment.to_on", ">=", today)])),
      ),
    )
    .executeTakeFirst();
  return row && { personId: row.id, passwordHash: row.password_hash };
}

/** Names of some people. */
export async function findPeopleNames(db: Reader, people: readonly string[]) {
  if (people.length === 0) return [];
  return await db
    .selectFrom("person")
    .select(["id", "given_name", "family_name"])
    .where("id", "in", padded(people))
    .execute();
}

/** Whether anybody is administrator on `today` (civil date). */
export async function anybodyAdministers(db: Reader, today: string): Promise<boolean> {
  const row = await db
    .selectFrom("role_grant")
    .select("id")
    .where("role", "=", "administrator")
    .where("withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Somebody's address; null where none is known. */
export async function findEmail(db: Reader, personId: string): Promise<string | null> {
  const row = await db.selectFrom("person").select("email").where("id", "=", personId).executeTakeFirst();
  return row?.email ?? null;
}

const namesByEmail = reusable((db: Reader, email: string) =>
  db.selectFrom("person").select(["given_name", "family_name"]).where("email", "=", email),
);

/** The name of whom an e-mail address (in lower case) belongs to; null where it is nobody's. */
export async function findNameByEmail(db: Reader, email: string): Promise<string | null> {
  const [person] = await namesByEmail(db, email);
  return person ? `${person.given_name} ${person.family_name}` : null;
}
