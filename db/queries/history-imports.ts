/** What imports of completions read: who there is, what is recorded of them, and rows by what becomes of them. */
import type { Reader } from "../connect";
import type { Row } from "../schema";
import { padded } from "./padded";
import { reusable } from "./reusable";

const peopleAfter = reusable((db: Reader, after: string, limit: number) =>
  db.selectFrom("person").select(["id", "employee_number", "email"]).where("id", ">", after).orderBy("id").limit(limit),
);

/** The next people after an id, with what tells one from another. */
export async function findPeopleAfter(db: Reader, after: string, limit: number) {
  return await peopleAfter(db, after, limit);
}

const homesAfter = reusable((db: Reader, after: string, limit: number) =>
  db
    .selectFrom("membership")
    .select(["id", "person_id", "department_id"])
    .where("withdrawn_at", "is", null)
    .where("to_on", "is", null)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit),
);

/** The next open memberships after an id. */
export async function findHomesAfter(db: Reader, after: string, limit: number) {
  return await homesAfter(db, after, limit);
}

const completedOf = reusable((db: Reader, people: readonly string[]) =>
  db
    .selectFrom("completion")
    .select(["person_id", "module_id", "completed_on", "expires_on"])
    .where("person_id", "in", people)
    .where("withdrawn_at", "is", null),
);

/** What is on record that some people have completed. */
export async function findCompletedBy(db: Reader, people: readonly string[]) {
  return people.length === 0 ? [] : await completedOf(db, padded(people));
}

const importedOf = reusable((db: Reader, importId: string, people: readonly string[]) =>
  db
    .selectFrom("completion")
    .select(["id", "person_id", "module_id", "completed_on", "kind", "score", "expires_on"])
    .where("import_id", "=", importId)
    .where("person_id", "in", people)
    .where("withdrawn_at", "is", null),
);

/** What an import recorded of some people and is in force. */
export async function findImportedCompletions(db: Reader, importId: string, people: readonly string[]) {
  return people.length === 0 ? [] : await importedOf(db, importId, padded(people));
}

/** Everybody of whom an import recorded something that is in force. */
export async function findImportedPeople(db: Reader, importId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("completion")
    .select("person_id")
    .distinct()
    .where("import_id", "=", importId)
    .where("withdrawn_at", "is", null)
    .orderBy("person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

const rowsOfAfter = reusable((db: Reader, importId: string, action: string, after: number, limit: number) =>
  db
    .selectFrom("import_row")
    .selectAll()
    .where("import_id", "=", importId)
    .where("action", "=", action)
    .where("line", ">", after)
    .orderBy("line")
    .limit(limit),
);

/** The next rows of which the same becomes, after a line. */
export async function findRowsOfAfter(
  db: Reader,
  importId: string,
  action: string,
  after: number,
  limit: number,
): Promise<Row<"import_row">[]> {
  return await rowsOfAfter(db, importId, action, after, limit);
}

/** Ids of modules with their names in every language; JSON. */
export async function findModuleNames(db: Reader) {
  return await db.selectFrom("module").select(["id", "title", "short"]).orderBy("position").orderBy("id").execute();
}
