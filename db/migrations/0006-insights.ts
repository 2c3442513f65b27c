import { type Kysely, sql } from "kysely";

/** How questions do and what is remembered, counted from attempts. Frozen: a change is a new migration. */
const statements = [
  `CREATE TABLE item_count (
    module_id TEXT NOT NULL,
    check_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    month TEXT NOT NULL,
    wording TEXT NOT NULL,
    answers INTEGER NOT NULL,
    right_answers INTEGER NOT NULL,
    compared INTEGER NOT NULL,
    compared_right INTEGER NOT NULL,
    rest INTEGER NOT NULL,
    rest_of_right INTEGER NOT NULL,
    rest_squares INTEGER NOT NULL,
    PRIMARY KEY (module_id, month, check_id, revision)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE item_wrong_count (
    module_id TEXT NOT NULL,
    check_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    mistake TEXT NOT NULL,
    chosen INTEGER NOT NULL,
    compared INTEGER NOT NULL,
    rest INTEGER NOT NULL,
    PRIMARY KEY (module_id, check_id, revision, mistake)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE retention_count (
    module_id TEXT NOT NULL,
    month TEXT NOT NULL,
    span INTEGER NOT NULL,
    refreshers INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    right_answers INTEGER NOT NULL,
    days INTEGER NOT NULL,
    PRIMARY KEY (module_id, month, span)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE insight_progress (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    finished_at TEXT NOT NULL,
    attempt_id TEXT NOT NULL
  ) STRICT`,
  "INSERT INTO insight_progress (id, finished_at, attempt_id) VALUES (1, '', '')",
  "CREATE INDEX attempt_finished ON attempt (finished_at, id) WHERE finished_at IS NOT NULL",
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
