import { type Kysely, sql } from "kysely";

/**
 * The tables of the first version. Frozen: a change is a new migration.
 *
 * Ids are text (ULIDs, or the folder names of courses and modules); instants are UTC ISO text, civil dates
 * `YYYY-MM-DD` text, booleans 0/1, structured values JSON text. Facts carry when and by whom they were recorded
 * and, when they turn out wrong, withdrawn.
 */
const withdrawal = `
  recorded_at TEXT NOT NULL, recorded_by TEXT,
  withdrawn_at TEXT, withdrawn_by TEXT, withdrawn_why TEXT`;

const statements = [
  // The organisation
  `CREATE TABLE organisation (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, zone TEXT NOT NULL, languages TEXT NOT NULL,
    demonstration INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE entity (id TEXT PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL) STRICT`,
  `CREATE TABLE site (
    id TEXT PRIMARY KEY, entity_id TEXT NOT NULL REFERENCES entity (id), name TEXT NOT NULL, zone TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE department (
    id TEXT PRIMARY KEY, parent_id TEXT REFERENCES department (id), name TEXT NOT NULL, position INTEGER NOT NULL,
    closed_on TEXT
  ) STRICT`,
  `CREATE TABLE department_ancestor (
    department_id TEXT NOT NULL REFERENCES department (id), ancestor_id TEXT NOT NULL REFERENCES department (id),
    depth INTEGER NOT NULL, PRIMARY KEY (department_id, ancestor_id)
  ) STRICT`,
  `CREATE INDEX department_ancestor_below ON department_ancestor (ancestor_id, depth)`,

  // People
  `CREATE TABLE person (
    id TEXT PRIMARY KEY, employee_number TEXT NOT NULL UNIQUE, given_name TEXT NOT NULL, family_name TEXT NOT NULL,
    email TEXT UNIQUE, language TEXT NOT NULL, zone TEXT, search_key TEXT NOT NULL, sort_key TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX person_zone ON person (zone) WHERE zone IS NOT NULL`,
  `CREATE INDEX person_name ON person (sort_key)`,
  `CREATE TABLE employment (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), entity_id TEXT NOT NULL REFERENCES entity (id),
    site_id TEXT NOT NULL REFERENCES site (id), kind TEXT NOT NULL, title TEXT NOT NULL, manager_id TEXT REFERENCES person (id),
    from_on TEXT NOT NULL, to_on TEXT, recorded_at TEXT NOT NULL, recorded_by TEXT
  ) STRICT`,
  `CREATE INDEX employment_person ON employment (person_id, from_on)`,
  `CREATE INDEX employment_manager ON employment (manager_id)`,
  `CREATE TABLE membership (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id),
    department_id TEXT NOT NULL REFERENCES department (id), from_on TEXT NOT NULL, to_on TEXT,
    recorded_at TEXT NOT NULL, recorded_by TEXT
  ) STRICT`,
  `CREATE INDEX membership_person ON membership (person_id, from_on)`,
  `CREATE INDEX membership_department ON membership (department_id, from_on)`,
  `CREATE TABLE role_grant (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), role TEXT NOT NULL,
    department_id TEXT REFERENCES department (id), course_id TEXT, deputy INTEGER NOT NULL DEFAULT 0,
    from_on TEXT NOT NULL, to_on TEXT, recorded_at TEXT NOT NULL, recorded_by TEXT
  ) STRICT`,
  `CREATE INDEX role_grant_person ON role_grant (person_id)`,

  // Content
  `CREATE TABLE course (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL, owner TEXT NOT NULL, position INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE module (
    id TEXT PRIMARY KEY, course_id TEXT NOT NULL REFERENCES course (id), title TEXT NOT NULL, short TEXT NOT NULL,
    summary TEXT NOT NULL, minutes INTEGER NOT NULL, refresher_minutes INTEGER NOT NULL, pass_mark REAL NOT NULL,
    review_by TEXT, why TEXT NOT NULL, policy TEXT NOT NULL, position INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE revision (
    id TEXT PRIMARY KEY, module_id TEXT NOT NULL REFERENCES module (id), number INTEGER NOT NULL, change TEXT NOT NULL,
    within TEXT, note TEXT NOT NULL, content_hash TEXT NOT NULL, published_on TEXT NOT NULL, published_at TEXT NOT NULL,
    UNIQUE (module_id, number)
  ) STRICT`,
  `CREATE TABLE lesson_source (
    id TEXT PRIMARY KEY, revision_id TEXT NOT NULL REFERENCES revision (id), kind TEXT NOT NULL, name TEXT NOT NULL,
    position INTEGER NOT NULL, language TEXT NOT NULL, path TEXT NOT NULL, title TEXT NOT NULL, summary TEXT,
    source TEXT NOT NULL, bundle_hash TEXT NOT NULL REFERENCES lesson_bundle (hash),
    UNIQUE (revision_id, kind, name, language)
  ) STRICT`,
  `CREATE TABLE lesson_bundle (
    hash TEXT PRIMARY KEY, code TEXT NOT NULL, outline TEXT NOT NULL, minutes REAL NOT NULL, plain_text TEXT NOT NULL,
    answer_key TEXT NOT NULL, parts TEXT NOT NULL, created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE media (
    hash TEXT PRIMARY KEY, type TEXT NOT NULL, bytes INTEGER NOT NULL, width INTEGER, height INTEGER,
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE media_chunk (
    hash TEXT NOT NULL REFERENCES media (hash), position INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (hash, position)
  ) STRICT`,
  `CREATE TABLE revision_media (
    revision_id TEXT NOT NULL REFERENCES revision (id), path TEXT NOT NULL, hash TEXT NOT NULL REFERENCES media (hash),
    PRIMARY KEY (revision_id, path)
  ) STRICT`,

  // What is required, and what was decided
  `CREATE TABLE policy_change (
    id TEXT PRIMARY KEY, module_id TEXT NOT NULL REFERENCES module (id), changed_on TEXT NOT NULL, policy TEXT NOT NULL,${withdrawal}
  ) STRICT`,
  `CREATE INDEX policy_change_module ON policy_change (module_id, changed_on)`,
  `CREATE TABLE requirement (
    id TEXT PRIMARY KEY, module_id TEXT NOT NULL REFERENCES module (id), audience TEXT NOT NULL, from_on TEXT NOT NULL,
    to_on TEXT, due TEXT, every TEXT, recorded_at TEXT NOT NULL, recorded_by TEXT
  ) STRICT`,
  `CREATE INDEX requirement_module ON requirement (module_id)`,
  `CREATE TABLE assignment (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), module_id TEXT NOT NULL REFERENCES module (id),
    event TEXT NOT NULL, happened_on TEXT NOT NULL, requirement_id TEXT REFERENCES requirement (id), reason TEXT,${withdrawal}
  ) STRICT`,
  `CREATE INDEX assignment_key ON assignment (person_id, module_id, happened_on)`,
  `CREATE TABLE absence (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL,
    module_id TEXT REFERENCES module (id), from_on TEXT NOT NULL, until_on TEXT, reason TEXT,${withdrawal}
  ) STRICT`,
  `CREATE INDEX absence_person ON absence (person_id, from_on)`,
  `CREATE TABLE extension (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), module_id TEXT NOT NULL REFERENCES module (id),
    given_on TEXT NOT NULL, due_on TEXT NOT NULL, reason TEXT,${withdrawal}
  ) STRICT`,
  `CREATE INDEX extension_key ON extension (person_id, module_id)`,

  // What was done
  `CREATE TABLE attempt (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), module_id TEXT NOT NULL REFERENCES module (id),
    revision_id TEXT NOT NULL REFERENCES revision (id), kind TEXT NOT NULL, unit TEXT, language TEXT NOT NULL,
    ordinal INTEGER NOT NULL, seed TEXT NOT NULL, asked TEXT NOT NULL, started_at TEXT NOT NULL, finished_at TEXT,
    score REAL, passed INTEGER
  ) STRICT`,
  `CREATE INDEX attempt_key ON attempt (person_id, module_id, kind, ordinal)`,
  // One attempt at a time: two tabs that begin at once share it.
  `CREATE UNIQUE INDEX attempt_open ON attempt (person_id, module_id, kind) WHERE finished_at IS NULL`,
  `CREATE TABLE answer (
    attempt_id TEXT NOT NULL REFERENCES attempt (id), check_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
    response TEXT NOT NULL, correct INTEGER NOT NULL, statement TEXT, answered_at TEXT NOT NULL,
    PRIMARY KEY (attempt_id, check_id, ordinal)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE completion (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), module_id TEXT NOT NULL REFERENCES module (id),
    attempt_id TEXT UNIQUE REFERENCES attempt (id), kind TEXT NOT NULL, revision INTEGER NOT NULL, content_hash TEXT,
    language TEXT, score REAL, completed_on TEXT NOT NULL, completed_at TEXT NOT NULL, expires_on TEXT,${withdrawal}
  ) STRICT`,
  `CREATE INDEX completion_key ON completion (person_id, module_id, completed_on)`,
  `CREATE TABLE reflection (
    person_id TEXT NOT NULL REFERENCES person (id), module_id TEXT NOT NULL REFERENCES module (id), prompt_id TEXT NOT NULL,
    text TEXT NOT NULL, shared INTEGER NOT NULL DEFAULT 0, updated_at TEXT NOT NULL,
    PRIMARY KEY (person_id, module_id, prompt_id)
  ) STRICT`,
  `CREATE TABLE reading (
    person_id TEXT NOT NULL REFERENCES person (id), module_id TEXT NOT NULL REFERENCES module (id), lesson TEXT NOT NULL,
    revision INTEGER NOT NULL, furthest REAL NOT NULL, section TEXT, updated_at TEXT NOT NULL,
    PRIMARY KEY (person_id, module_id, lesson)
  ) STRICT`,

  // What is derived
  `CREATE TABLE standing (
    person_id TEXT NOT NULL REFERENCES person (id), module_id TEXT NOT NULL REFERENCES module (id),
    department_id TEXT NOT NULL REFERENCES department (id), zone TEXT NOT NULL, voluntary INTEGER NOT NULL,
    state TEXT NOT NULL, valid INTEGER NOT NULL, task TEXT NOT NULL, cycle INTEGER NOT NULL,
    opens_on TEXT, due_on TEXT, valid_until TEXT, since_on TEXT NOT NULL, next_change_on TEXT,
    ahead TEXT NOT NULL, PRIMARY KEY (person_id, module_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX standing_next ON standing (zone, next_change_on) WHERE next_change_on IS NOT NULL`,
  // Lists of what there is to do, soonest due first: in the company, a department, a module. They hold every column that
  // such a list looks at, also those of their own condition: a row is counted or passed over without being fetched.
  `CREATE INDEX standing_todo ON standing (state, due_on, person_id, module_id, department_id, voluntary, task)
    WHERE voluntary = 0 AND task <> 'none'`,
  `CREATE INDEX standing_todo_department ON standing (department_id, state, due_on, person_id, module_id, voluntary, task)
    WHERE voluntary = 0 AND task <> 'none'`,
  `CREATE INDEX standing_todo_module ON standing (module_id, state, due_on, person_id, department_id, voluntary, task)
    WHERE voluntary = 0 AND task <> 'none'`,
  `CREATE TABLE standing_span (
    person_id TEXT NOT NULL, module_id TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT, department_id TEXT NOT NULL,
    voluntary INTEGER NOT NULL, state TEXT NOT NULL, valid INTEGER NOT NULL, task TEXT NOT NULL,
    PRIMARY KEY (person_id, module_id, from_on)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE standing_count (
    department_id TEXT NOT NULL, module_id TEXT NOT NULL, counted_on TEXT NOT NULL,
    assigned INTEGER NOT NULL, overdue INTEGER NOT NULL, lapsed INTEGER NOT NULL, current INTEGER NOT NULL,
    refresher_open INTEGER NOT NULL, refresher_overdue INTEGER NOT NULL, exempt INTEGER NOT NULL, on_leave INTEGER NOT NULL,
    PRIMARY KEY (department_id, module_id, counted_on)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE due_count (
    department_id TEXT NOT NULL, due_on TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (department_id, due_on)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE load_count (
    department_id TEXT NOT NULL, module_id TEXT NOT NULL, kind TEXT NOT NULL, month TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (department_id, month, kind, module_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE completion_count (
    department_id TEXT NOT NULL, module_id TEXT NOT NULL, kind TEXT NOT NULL, month TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (department_id, kind, month, module_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE headcount (
    department_id TEXT NOT NULL, counted_on TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (department_id, counted_on)
  ) STRICT, WITHOUT ROWID`,

  // Work
  `CREATE TABLE lease (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until_at TEXT NOT NULL) STRICT`,
  `CREATE TABLE job (
    id TEXT PRIMARY KEY, unique_key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, payload TEXT NOT NULL, progress TEXT NOT NULL,
    created_at TEXT NOT NULL, finished_at TEXT, failed_at TEXT, failure TEXT, attempts INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
  `CREATE INDEX job_open ON job (created_at) WHERE finished_at IS NULL AND failed_at IS NULL`,

  // Who may come in, and what they did
  `CREATE TABLE credential (
    person_id TEXT PRIMARY KEY REFERENCES person (id), password_hash TEXT NOT NULL, changed_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE session (
    token_hash TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL, expires_at TEXT NOT NULL, ended_at TEXT
  ) STRICT`,
  `CREATE INDEX session_expiry ON session (expires_at)`,
  `CREATE TABLE rate_limit (
    limit_key TEXT PRIMARY KEY, hits INTEGER NOT NULL, resets_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE audit_event (
    id TEXT PRIMARY KEY, happened_at TEXT NOT NULL, actor_id TEXT, action TEXT NOT NULL, subject_id TEXT, detail TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX audit_event_subject ON audit_event (subject_id, happened_at)`,
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
