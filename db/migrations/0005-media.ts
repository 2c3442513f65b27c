import { type Kysely, sql } from "kysely";

/** Videos have a length, and pictures are kept in smaller sizes besides their own. Frozen: a change is a new migration. */
const statements = [
  "ALTER TABLE media ADD COLUMN seconds INTEGER",
  `CREATE TABLE media_variant (
    hash TEXT NOT NULL REFERENCES media (hash),
    width INTEGER NOT NULL,
    type TEXT NOT NULL,
    variant_hash TEXT NOT NULL REFERENCES media (hash),
    PRIMARY KEY (hash, width)
  ) STRICT, WITHOUT ROWID`,
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
