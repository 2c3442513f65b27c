/** How far a company has come with getting started. */
import type { Reader } from "../connect";

/** Whether there is anything of each thing that a company begins with. */
export interface Beginnings {
  /** Anybody besides the first. */
  readonly people: boolean;
  readonly modules: boolean;
  /** Anything is required of anybody. */
  readonly assignments: boolean;
  /** Anybody besides the first can sign in. */
  readonly access: boolean;
  /** Anything was learnt, or brought in as learnt. */
  readonly completions: boolean;
}

export async function findBeginnings(db: Reader): Promise<Beginnings> {
  const people = await db.selectFrom("person").select("id").limit(2).execute();
  const module = await db.selectFrom("module").select("id").limit(1).executeTakeFirst();
  const assignment = await db
    .selectFrom("assignment")
    .select("id")
    .where("withdrawn_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  const pin = await db.selectFrom("pin").select("person_id").limit(1).executeTakeFirst();
  const passwords = await db.selectFrom("credential").select("person_id").limit(2).execute();
  const completion = await db.selectFrom("completion").select("id").limit(1).executeTakeFirst();
  return {
    people: people.length > 1,
    modules: module !== undefined,
    assignments: assignment !== undefined,
    access: pin !== undefined || passwords.length > 1,
    completions: completion !== undefined,
  };
}

/** Every module that can be required, with whether it is; titles as JSON by language. */
export async function findModulesToRequire(db: Reader) {
  return await db
    .selectFrom("module")
    .innerJoin("course", "course.id", "module.course_id")
    .select((eb) => [
      "module.id",
      "module.title",
      "module.summary",
      "module.minutes",
      "course.id as course_id",
      "course.title as course_title",
      eb
        .exists(
          eb
            .selectFrom("requirement")
            .select("requirement.id")
            .whereRef("requirement.module_id", "=", "module.id")
            .where("requirement.withdrawn_at", "is", null)
            .where("requirement.to_on", "is", null),
        )
        .as("required"),
    ])
    .orderBy("course.position")
    .orderBy("course.id")
    .orderBy("module.position")
    .orderBy("module.id")
    .execute();
}

/** The company as it is described; null on an empty database. */
export async function findCompany(
  db: Reader,
): Promise<{ readonly name: string; readonly zone: string; readonly languages: readonly string[] } | null> {
  const row = await db.selectFrom("organisation").select(["name", "zone", "languages"]).executeTakeFirst();
  return row ? { name: row.name, zone: row.zone, languages: JSON.parse(row.languages) as string[] } : null;
}

/** Of some employee numbers and e-mail addresses those that belong to somebody. */
export async function findTaken(
  db: Reader,
  numbers: readonly string[],
  emails: readonly string[],
): Promise<{ readonly numbers: ReadonlySet<string>; readonly emails: ReadonlySet<string> }> {
  const rows = await db
    .selectFrom("person")
    .select(["employee_number", "email"])
    .where((eb) => eb.or([eb("employee_number", "in", [...numbers, ""]), eb("email", "in", [...emails, ""])]))
    .execute();
  return {
    numbers: new Set(rows.map((row) => row.employee_number)),
    emails: new Set(rows.flatMap((row) => row.email ?? [])),
  };
}
