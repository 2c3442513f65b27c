/** Reads of many people at once: whom requirements reach, and where those people stand with a module. */
import type { Reader } from "../connect";
import { padded } from "./padded";
import { reusable } from "./reusable";

type Ids = readonly string[];

const peopleAfter = reusable((db: Reader, after: string, limit: number) =>
  db.selectFrom("person").select("id").where("id", ">", after).orderBy("id").limit(limit),
);

/** The next people by id. */
export async function findPeopleAfter(db: Reader, after: string, limit: number): Promise<string[]> {
  return (await peopleAfter(db, after, limit)).map((row) => row.id);
}

export async function countPeople(db: Reader): Promise<number> {
  const row = await db
    .selectFrom("person")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

const impliedBy = reusable((db: Reader, people: Ids, requirements: Ids) =>
  db
    .selectFrom("assignment")
    .select(["person_id", "event", "happened_on", "requirement_id"])
    .where("person_id", "in", people)
    .where("requirement_id", "in", requirements)
    .where("withdrawn_at", "is", null),
);

const impliedByAny = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("assignment")
    .select(["person_id", "event", "happened_on", "requirement_id"])
    .where("person_id", "in", people)
    .where("requirement_id", "is not", null)
    .where("withdrawn_at", "is", null),
);

/** The assignments of these people that follow from some requirements; null: from any. */
export async function findAssignmentsBy(db: Reader, people: Ids, requirements: Ids | null) {
  if (people.length === 0) return [];
  if (requirements === null) return await impliedByAny(db, padded(people));
  return requirements.length === 0 ? [] : await impliedBy(db, padded(people), padded(requirements));
}

const assignmentsOf = reusable((db: Reader, moduleId: string, people: Ids) =>
  db
    .selectFrom("assignment")
    .select(["person_id", "event", "happened_on", "requirement_id"])
    .where("module_id", "=", moduleId)
    .where("person_id", "in", people)
    .where("withdrawn_at", "is", null),
);
const completionsOf = reusable((db: Reader, moduleId: string, people: Ids) =>
  db
    .selectFrom("completion")
    .select(["person_id", "kind", "completed_on", "revision", "score", "expires_on"])
    .where("module_id", "=", moduleId)
    .where("person_id", "in", people)
    .where("withdrawn_at", "is", null),
);
const absencesOf = reusable((db: Reader, first: string, last: string) =>
  db
    .selectFrom("absence")
    .select(["person_id", "kind", "module_id", "from_on", "until_on"])
    .where("person_id", ">=", first)
    .where("person_id", "<=", last)
    .where("withdrawn_at", "is", null),
);
const extensionsOf = reusable((db: Reader, moduleId: string, first: string, last: string) =>
  db
    .selectFrom("extension")
    .select(["person_id", "given_on", "due_on"])
    .where("module_id", "=", moduleId)
    .where("person_id", ">=", first)
    .where("person_id", "<=", last)
    .where("withdrawn_at", "is", null),
);

/**
 * What is recorded about these people and one module; of absences and extensions also those of whoever stands between
 * them: few have any.
 *
 * @param people in the order of their ids
 */
export async function findFactsWith(db: Reader, moduleId: string, people: Ids) {
  const wanted = padded(people);
  const [first = "", last = ""] = [people[0], people.at(-1)];
  return {
    assignments: await assignmentsOf(db, moduleId, wanted),
    completions: await completionsOf(db, moduleId, wanted),
    absences: await absencesOf(db, first, last),
    extensions: await extensionsOf(db, moduleId, first, last),
  };
}

const namesOf = reusable((db: Reader, people: Ids) =>
  db.selectFrom("person").select(["id", "sort_key"]).where("id", "in", people),
);

/** What people are sorted by. */
export async function findSortKeys(db: Reader, people: Ids): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  return new Map((await namesOf(db, padded(people))).map((row) => [row.id, row.sort_key]));
}
