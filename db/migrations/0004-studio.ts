import { type Kysely, sql } from "kysely";

/** What trainers are editing, and what their reviewers said. Frozen: a change is a new migration. */
const statements = [
  `CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    module_id TEXT NOT NULL,
    course_id TEXT NOT NULL REFERENCES course (id),
    base_number INTEGER NOT NULL,
    base_revision_id TEXT REFERENCES revision (id),
    fields TEXT,
    state TEXT NOT NULL,
    change TEXT,
    within TEXT,
    note TEXT NOT NULL DEFAULT '{}',
    scheduled_on TEXT,
    publishing_at TEXT,
    publishing_by TEXT,
    failure TEXT,
    published_number INTEGER,
    editor_id TEXT REFERENCES person (id),
    editor_since TEXT,
    editor_seen_at TEXT,
    created_at TEXT NOT NULL,
    created_by TEXT REFERENCES person (id),
    ended_at TEXT,
    ended_by TEXT REFERENCES person (id)
  ) STRICT`,
  "CREATE UNIQUE INDEX draft_open ON draft (module_id) WHERE state = 'open'",
  "CREATE INDEX draft_module ON draft (module_id, created_at)",
  "CREATE INDEX draft_scheduled ON draft (scheduled_on) WHERE state = 'open' AND scheduled_on IS NOT NULL",
  `CREATE TABLE draft_version (
    draft_id TEXT NOT NULL REFERENCES draft (id),
    path TEXT NOT NULL,
    number INTEGER NOT NULL,
    text TEXT,
    aside INTEGER NOT NULL DEFAULT 0,
    saved_at TEXT NOT NULL,
    saved_by TEXT REFERENCES person (id),
    PRIMARY KEY (draft_id, path, number)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE draft_media (
    draft_id TEXT NOT NULL REFERENCES draft (id),
    name TEXT NOT NULL,
    hash TEXT REFERENCES media (hash),
    PRIMARY KEY (draft_id, name)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE draft_review (
    id TEXT PRIMARY KEY,
    draft_id TEXT NOT NULL REFERENCES draft (id),
    reviewer_id TEXT NOT NULL REFERENCES person (id),
    asked_at TEXT NOT NULL,
    asked_by TEXT REFERENCES person (id),
    verdict TEXT,
    verdict_at TEXT,
    content_hash TEXT,
    said TEXT,
    UNIQUE (draft_id, reviewer_id)
  ) STRICT`,
  "CREATE INDEX draft_review_reviewer ON draft_review (reviewer_id)",
  `CREATE TABLE draft_comment (
    id TEXT PRIMARY KEY,
    draft_id TEXT NOT NULL REFERENCES draft (id),
    path TEXT NOT NULL,
    line INTEGER NOT NULL,
    quote TEXT NOT NULL,
    text TEXT NOT NULL,
    written_at TEXT NOT NULL,
    written_by TEXT REFERENCES person (id),
    resolved_at TEXT,
    resolved_by TEXT REFERENCES person (id)
  ) STRICT`,
  "CREATE INDEX draft_comment_draft ON draft_comment (draft_id, written_at)",
  "ALTER TABLE module ADD COLUMN archived_on TEXT",
  "ALTER TABLE module ADD COLUMN settled_in TEXT NOT NULL DEFAULT 'files'",
  "ALTER TABLE revision ADD COLUMN published_by TEXT",
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
