/** Reads of people as rows, for the ledger. */
import type { Reader } from "../connect";
import type { Row } from "../schema";
import { padded } from "./padded";
import { reusable } from "./reusable";

type Ids = readonly string[];

const peopleBy = reusable((db: Reader, ids: Ids) => db.selectFrom("person").selectAll().where("id", "in", ids));

/** These people. */
export async function findPeopleRows(db: Reader, people: Ids): Promise<Row<"person">[]> {
  return people.length === 0 ? [] : await peopleBy(db, padded(people));
}

const employmentsOf = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("employment")
    .select(["id", "person_id", "entity_id", "site_id", "kind", "title", "manager_id", "from_on", "to_on"])
    .where("person_id", "in", people)
    .where("withdrawn_at", "is", null)
    .orderBy("from_on"),
);

const membershipsOf = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("membership")
    .select(["id", "person_id", "department_id", "from_on", "to_on"])
    .where("person_id", "in", people)
    .where("withdrawn_at", "is", null)
    .orderBy("from_on"),
);

/** The employments and memberships of these people that are in force, oldest first. */
export async function findCareerRows(db: Reader, people: Ids) {
  if (people.length === 0) return { employments: [], memberships: [] };
  const wanted = padded(people);
  return { employments: await employmentsOf(db, wanted), memberships: await membershipsOf(db, wanted) };
}

/** Who belongs to one of these departments, or to one under them, on a day or later; in the order of their ids. */
export async function findPeopleUnder(db: Reader, departments: Ids, from: string): Promise<string[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("department_ancestor", "department_ancestor.department_id", "membership.department_id")
    .select("membership.person_id")
    .distinct()
    .where("department_ancestor.ancestor_id", "in", departments)
    .where("membership.withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("membership.to_on", "is", null), eb("membership.to_on", ">=", from)]))
    .orderBy("membership.person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

const assignmentsOf = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("assignment")
    .select(["id", "person_id", "module_id", "event", "happened_on", "requirement_id"])
    .where("person_id", "in", people)
    .where("requirement_id", "is not", null)
    .where("withdrawn_at", "is", null),
);

/** The assignments of these people that follow from requirements. */
export async function findImpliedAssignments(db: Reader, people: Ids) {
  return people.length === 0 ? [] : await assignmentsOf(db, padded(people));
}

const standingsOf = reusable((db: Reader, people: Ids) =>
  db.selectFrom("standing").select(["person_id", "module_id"]).where("person_id", "in", people),
);
const assignedOf = reusable((db: Reader, people: Ids) =>
  db.selectFrom("assignment").select(["person_id", "module_id"]).distinct().where("person_id", "in", people),
);
const completedOf = reusable((db: Reader, people: Ids) =>
  db.selectFrom("completion").select(["person_id", "module_id"]).distinct().where("person_id", "in", people),
);

/** Every pair of these people and a module of which anything is recorded; a pair may come more than once. */
export async function findRecordedKeys(db: Reader, people: Ids): Promise<{ personId: string; moduleId: string }[]> {
  if (people.length === 0) return [];
  const wanted = padded(people);
  const rows = [
    ...(await standingsOf(db, wanted)),
    ...(await assignedOf(db, wanted)),
    ...(await completedOf(db, wanted)),
  ];
  return rows.map((row) => ({ personId: row.person_id, moduleId: row.module_id }));
}

const allEmploymentsOf = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("employment")
    .select(["id", "person_id", "from_on", "to_on", "withdrawn_at"])
    .where("person_id", "in", people),
);
const allMembershipsOf = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("membership")
    .select(["id", "person_id", "from_on", "to_on", "withdrawn_at"])
    .where("person_id", "in", people),
);

/** Every employment and membership of these people by person, also those that were withdrawn. */
export async function findStoredCareers(db: Reader, people: Ids) {
  const wanted = padded(people);
  const careers = new Map<string, Record<"employment" | "membership", Awaited<ReturnType<typeof allEmploymentsOf>>>>();
  if (people.length === 0) return careers;
  const rows = { employment: await allEmploymentsOf(db, wanted), membership: await allMembershipsOf(db, wanted) };
  for (const table of ["employment", "membership"] as const) {
    for (const row of rows[table]) {
      const own = careers.get(row.person_id) ?? { employment: [], membership: [] };
      own[table].push(row);
      careers.set(row.person_id, own);
    }
  }
  return careers;
}
