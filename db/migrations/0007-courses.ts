import { type Kysely, sql } from "kysely";

/** Courses are settled and archived in the studio, and what files last said is known. Frozen: a change is a new migration. */
const statements = [
  "ALTER TABLE course ADD COLUMN settled_in TEXT NOT NULL DEFAULT 'files'",
  "ALTER TABLE course ADD COLUMN archived_on TEXT",
  "ALTER TABLE course ADD COLUMN file_said TEXT",
  "ALTER TABLE module ADD COLUMN file_said TEXT",
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
