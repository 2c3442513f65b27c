import { type Kysely, sql } from "kysely";

/** What nothing shows any more is found, and since when. Frozen: a change is a new migration. */
const statements = [
  "ALTER TABLE media ADD COLUMN unused_since TEXT",
  "CREATE INDEX media_unused ON media (unused_since) WHERE unused_since IS NOT NULL",
  "CREATE INDEX revision_media_hash ON revision_media (hash)",
  "CREATE INDEX draft_media_hash ON draft_media (hash)",
  "CREATE INDEX media_variant_made ON media_variant (variant_hash)",
  "CREATE INDEX import_file ON import (file_id)",
  "CREATE INDEX external_evidence_file ON external_evidence (file_id) WHERE file_id IS NOT NULL",
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
