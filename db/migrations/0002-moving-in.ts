import { type Kysely, sql } from "kysely";

/**
 * What a company needs to move in: imports that can be taken back, an organisation that changes, evidence from elsewhere,
 * sessions in a room, sign-in by employee number. Frozen: a change is a new migration.
 */
const withdrawable = (table: string) =>
  ["withdrawn_at", "withdrawn_by", "withdrawn_why"].map((column) => `ALTER TABLE ${table} ADD COLUMN ${column} TEXT`);

const statements = [
  // The organisation
  ...withdrawable("employment"),
  ...withdrawable("membership"),
  ...withdrawable("role_grant"),
  `ALTER TABLE entity ADD COLUMN closed_on TEXT`,
  `ALTER TABLE site ADD COLUMN country TEXT`,
  `ALTER TABLE site ADD COLUMN closed_on TEXT`,
  `CREATE TABLE holiday (
    site_id TEXT NOT NULL REFERENCES site (id), on_day TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (site_id, on_day)
  ) STRICT, WITHOUT ROWID`,
  `ALTER TABLE department ADD COLUMN merged_into TEXT`,
  `CREATE TABLE department_placement (
    department_id TEXT NOT NULL REFERENCES department (id), parent_id TEXT REFERENCES department (id), from_on TEXT NOT NULL,
    to_on TEXT, recorded_at TEXT NOT NULL, recorded_by TEXT, PRIMARY KEY (department_id, from_on)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE responsibility (id TEXT PRIMARY KEY, name TEXT NOT NULL, closed_on TEXT, created_at TEXT NOT NULL) STRICT`,
  `CREATE TABLE holding (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id),
    responsibility_id TEXT NOT NULL REFERENCES responsibility (id), deputy INTEGER NOT NULL DEFAULT 0, from_on TEXT NOT NULL,
    to_on TEXT, recorded_at TEXT NOT NULL, recorded_by TEXT, withdrawn_at TEXT, withdrawn_by TEXT, withdrawn_why TEXT
  ) STRICT`,
  `CREATE INDEX holding_person ON holding (person_id)`,
  `CREATE INDEX holding_responsibility ON holding (responsibility_id)`,
  `CREATE TABLE setting (
    name TEXT PRIMARY KEY, value TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT
  ) STRICT`,

  // What is required
  ...withdrawable("requirement"),
  `ALTER TABLE requirement ADD COLUMN replaces TEXT`,
  `ALTER TABLE requirement ADD COLUMN note TEXT`,
  // With what tells how many people a requirement obliges on a day: they are counted without reading rows.
  `CREATE INDEX assignment_requirement ON assignment (requirement_id, withdrawn_at, happened_on, event)
    WHERE requirement_id IS NOT NULL`,

  // Files that people bring
  `CREATE TABLE stored_file (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, bytes INTEGER NOT NULL, hash TEXT NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT
  ) STRICT`,
  `CREATE TABLE stored_file_chunk (
    file_id TEXT NOT NULL REFERENCES stored_file (id), position INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (file_id, position)
  ) STRICT`,
  `CREATE TABLE import (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, file_id TEXT NOT NULL REFERENCES stored_file (id), state TEXT NOT NULL,
    form TEXT NOT NULL, mapping TEXT NOT NULL, options TEXT NOT NULL, summary TEXT NOT NULL, failure TEXT,
    created_at TEXT NOT NULL, created_by TEXT, checked_at TEXT, applied_at TEXT, applied_by TEXT, taken_back_at TEXT,
    taken_back_by TEXT, taken_back_why TEXT
  ) STRICT`,
  `CREATE INDEX import_kind ON import (kind, created_at)`,
  `CREATE TABLE import_row (
    import_id TEXT NOT NULL REFERENCES import (id), line INTEGER NOT NULL, cells TEXT NOT NULL, action TEXT,
    person_id TEXT, plan TEXT, problems TEXT, applied INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (import_id, line)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX import_row_action ON import_row (import_id, action, line)`,
  `CREATE TABLE import_change (
    import_id TEXT NOT NULL REFERENCES import (id), position INTEGER NOT NULL, target TEXT NOT NULL, row_id TEXT NOT NULL,
    change TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (import_id, position)
  ) STRICT, WITHOUT ROWID`,
  `ALTER TABLE completion ADD COLUMN import_id TEXT`,
  `CREATE INDEX completion_import ON completion (import_id) WHERE import_id IS NOT NULL`,

  // Evidence from elsewhere
  `CREATE TABLE external_evidence (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), module_id TEXT NOT NULL REFERENCES module (id),
    issuer TEXT NOT NULL, number TEXT NOT NULL, completed_on TEXT NOT NULL, expires_on TEXT,
    file_id TEXT REFERENCES stored_file (id), state TEXT NOT NULL, sent_at TEXT NOT NULL, sent_by TEXT,
    decided_at TEXT, decided_by TEXT, decided_why TEXT, completion_id TEXT REFERENCES completion (id)
  ) STRICT`,
  `CREATE INDEX external_evidence_person ON external_evidence (person_id, module_id)`,
  `CREATE INDEX external_evidence_state ON external_evidence (state, sent_at)`,
  `CREATE INDEX external_evidence_expiry ON external_evidence (expires_on) WHERE state = 'approved' AND expires_on IS NOT NULL`,

  // Sessions in a room
  `CREATE TABLE classroom_session (
    id TEXT PRIMARY KEY, module_id TEXT NOT NULL REFERENCES module (id), site_id TEXT REFERENCES site (id),
    place TEXT NOT NULL, starts_at TEXT NOT NULL, ends_at TEXT NOT NULL, zone TEXT NOT NULL, seats INTEGER NOT NULL,
    language TEXT NOT NULL, instructor_id TEXT REFERENCES person (id), note TEXT, sequence INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL, created_by TEXT, cancelled_at TEXT, cancelled_by TEXT, cancelled_why TEXT,
    signed_off_at TEXT, signed_off_by TEXT
  ) STRICT`,
  `CREATE INDEX classroom_session_module ON classroom_session (module_id, starts_at)`,
  `CREATE INDEX classroom_session_start ON classroom_session (starts_at)`,
  `CREATE TABLE booking (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES classroom_session (id),
    person_id TEXT NOT NULL REFERENCES person (id), state TEXT NOT NULL, booked_at TEXT NOT NULL, booked_by TEXT,
    changed_at TEXT NOT NULL, changed_by TEXT, attended INTEGER, completion_id TEXT REFERENCES completion (id),
    UNIQUE (session_id, person_id)
  ) STRICT`,
  `CREATE INDEX booking_person ON booking (person_id)`,
  `CREATE TABLE notification (
    id TEXT PRIMARY KEY, unique_key TEXT NOT NULL UNIQUE, person_id TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL,
    detail TEXT NOT NULL, path TEXT, created_at TEXT NOT NULL, read_at TEXT
  ) STRICT`,
  `CREATE INDEX notification_person ON notification (person_id, created_at)`,

  // Who may come in
  `CREATE TABLE pin (person_id TEXT PRIMARY KEY REFERENCES person (id), pin_hash TEXT NOT NULL, changed_at TEXT NOT NULL) STRICT`,
  `CREATE TABLE sign_in_code (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), code_hash TEXT NOT NULL, made_at TEXT NOT NULL,
    made_by TEXT, expires_at TEXT NOT NULL, used_at TEXT
  ) STRICT`,
  `CREATE INDEX sign_in_code_person ON sign_in_code (person_id, made_at)`,
  `ALTER TABLE session ADD COLUMN shared INTEGER NOT NULL DEFAULT 0`,
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
