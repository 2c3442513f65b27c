import { type Kysely, sql } from "kysely";

/** What content files say and the database did not keep, so that they can be written from it. Frozen: a change is a new migration. */
const statements = [
  `ALTER TABLE course ADD COLUMN reviewers TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE course ADD COLUMN responsibilities TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE course ADD COLUMN components TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE module ADD COLUMN audience TEXT NOT NULL DEFAULT '{"everyone":true}'`,
  `ALTER TABLE module ADD COLUMN revisions TEXT NOT NULL DEFAULT '[]'`,
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
