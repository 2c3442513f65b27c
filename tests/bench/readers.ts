/** Who reads in the benchmarks: people at work who hold a module. */
import { connect } from "#db/connect";

/** People who work on `today` and of whom a module is required, by id. */
export async function findReaders(databasePath: string, moduleId: string, today: string): Promise<string[]> {
  const db = connect(databasePath);
  try {
    const rows = await db.read
      .selectFrom("standing")
      .innerJoin("employment", "employment.person_id", "standing.person_id")
      .select("standing.person_id")
      .distinct()
      .where("standing.module_id", "=", moduleId)
      .where("standing.voluntary", "=", 0)
      .where("standing.state", "not in", ["not-required", "on-leave"])
      .where("employment.from_on", "<=", today)
      .where((eb) => eb.or([eb("employment.to_on", "is", null), eb("employment.to_on", ">=", today)]))
      .orderBy("standing.person_id")
      .execute();
    return rows.map((row) => row.person_id);
  } finally {
    await db.close();
  }
}

/** The person who has an e-mail address. */
export async function findByEmail(databasePath: string, email: string): Promise<string> {
  const db = connect(databasePath);
  try {
    const row = await db.read.selectFrom("person").select("id").where("email", "=", email).executeTakeFirstOrThrow();
    return row.id;
  } finally {
    await db.close();
  }
}
