import type { Generated, Insertable, Selectable } from "kysely";

/**
 * The tables as types. Text holds ids, UTC ISO instants (`..._at`), civil dates `YYYY-MM-DD` (`..._on`, `until_on`) and
 * JSON (said where); booleans are 0 or 1. Facts are append-only and withdrawn, never edited.
 */
export interface Database {
  organisation: OrganisationTable;
  entity: EntityTable;
  site: SiteTable;
  department: DepartmentTable;
  department_ancestor: DepartmentAncestorTable;
  person: PersonTable;
  employment: EmploymentTable;
  membership: MembershipTable;
  role_grant: RoleGrantTable;
  course: CourseTable;
  module: ModuleTable;
  revision: RevisionTable;
  lesson_source: LessonSourceTable;
  lesson_bundle: LessonBundleTable;
  media: MediaTable;
  media_chunk: MediaChunkTable;
  media_variant: MediaVariantTable;
  revision_media: RevisionMediaTable;
  policy_change: PolicyChangeTable;
  requirement: RequirementTable;
  assignment: AssignmentTable;
  absence: AbsenceTable;
  extension: ExtensionTable;
  attempt: AttemptTable;
  answer: AnswerTable;
  completion: CompletionTable;
  reflection: ReflectionTable;
  reading: ReadingTable;
  standing: StandingTable;
  standing_span: StandingSpanTable;
  standing_count: StandingCountTable;
  due_count: DueCountTable;
  load_count: LoadCountTable;
  completion_count: CompletionCountTable;
  headcount: HeadcountTable;
  lease: LeaseTable;
  job: JobTable;
  credential: CredentialTable;
  session: SessionTable;
  rate_limit: RateLimitTable;
  audit_event: AuditEventTable;
  holiday: HolidayTable;
  department_placement: DepartmentPlacementTable;
  responsibility: ResponsibilityTable;
  holding: HoldingTable;
  setting: SettingTable;
  stored_file: StoredFileTable;
  stored_file_chunk: StoredFileChunkTable;
  import: ImportTable;
  import_row: ImportRowTable;
  import_change: ImportChangeTable;
  external_evidence: ExternalEvidenceTable;
  classroom_session: ClassroomSessionTable;
  booking: BookingTable;
  notification: NotificationTable;
  pin: PinTable;
  sign_in_code: SignInCodeTable;
  draft: DraftTable;
  draft_version: DraftVersionTable;
  draft_media: DraftMediaTable;
  draft_review: DraftReviewTable;
  draft_comment: DraftCommentTable;
  item_count: ItemCountTable;
  item_wrong_count: ItemWrongCountTable;
  retention_count: RetentionCountTable;
  insight_progress: InsightProgressTable;
}

/** What every withdrawable fact carries: when and by whom it was recorded, and why it no longer holds. */
export interface Recorded {
  recorded_at: string;
  /** Person id; null for what the product did by itself. */
  recorded_by: string | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_why: string | null;
}

/** The company; one row. */
export interface OrganisationTable {
  id: string;
  name: string;
  /** IANA time zone in which days are reckoned where a person has none of their own. */
  zone: string;
  /** JSON: language codes, the fallback first. */
  languages: string;
  demonstration: number;
  created_at: string;
}

/** A legal entity that employs people. */
export interface EntityTable {
  id: string;
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  closed_on: string | null;
}

/** A place of work with its time zone. */
export interface SiteTable {
  id: string;
  entity_id: string;
  name: string;
  zone: string;
  /** ISO 3166-1 alpha-2; null: that of its entity. */
  country: string | null;
  closed_on: string | null;
}

/** A day on which nobody works at a site. */
export interface HolidayTable {
  site_id: string;
  on_day: string;
  name: string;
}

/** A department; they form a tree. */
export interface DepartmentTable {
  id: string;
  parent_id: string | null;
  /** JSON: name by language. */
  name: string;
  position: number;
  closed_on: string | null;
  /** Where its people and departments went when it was merged into another. */
  merged_into: string | null;
}

/**
 * Where a department that was ever moved stood in the tree, and when; `to_on` is the last day. One that has no row has
 * always stood where it stands.
 */
export interface DepartmentPlacementTable {
  department_id: string;
  parent_id: string | null;
  from_on: string;
  to_on: string | null;
  recorded_at: string;
  recorded_by: string | null;
}

/** The closure of the tree: every department with itself (depth 0) and all above it. */
export interface DepartmentAncestorTable {
  department_id: string;
  ancestor_id: string;
  depth: number;
}

export interface PersonTable {
  id: string;
  employee_number: string;
  given_name: string;
  family_name: string;
  email: string | null;
  language: string;
  /** IANA zone of their own; null: that of their site. */
  zone: string | null;
  /** Folded name and employee number, for search. */
  search_key: string;
  /** Folded family and given name, for sorting. */
  sort_key: string;
  created_at: string;
}

export type EmploymentKind = "employee" | "temporary" | "contractor";

/** Who works for which entity, where and as what; `to_on` is the last day. */
export interface EmploymentTable extends Recorded {
  id: string;
  person_id: string;
  entity_id: string;
  site_id: string;
  kind: EmploymentKind;
  title: string;
  manager_id: string | null;
  from_on: string;
  to_on: string | null;
}

/** Who belongs to which department; `to_on` is the last day. */
export interface MembershipTable extends Recorded {
  id: string;
  person_id: string;
  department_id: string;
  from_on: string;
  to_on: string | null;
}

export type Role = "manager" | "trainer" | "hr" | "administrator" | "auditor";

/** A role: a manager's for a department with what lies under it, a trainer's for a course or (null) all. */
export interface RoleGrantTable extends Recorded {
  id: string;
  person_id: string;
  role: Role;
  department_id: string | null;
  course_id: string | null;
  deputy: number;
  from_on: string;
  to_on: string | null;
}

/** Something that somebody answers for: a channel, an account, the crisis desk. */
export interface ResponsibilityTable {
  id: string;
  /** JSON by language. */
  name: string;
  closed_on: string | null;
  created_at: string;
}

/** Who holds a responsibility, or stands in, and when; `to_on` is the last day. */
export interface HoldingTable extends Recorded {
  id: string;
  person_id: string;
  responsibility_id: string;
  deputy: number;
  from_on: string;
  to_on: string | null;
}

/** What the company has chosen, by name. */
export interface SettingTable {
  name: string;
  /** JSON. */
  value: string;
  changed_at: string;
  changed_by: string | null;
}

export interface CourseTable {
  id: string;
  /** JSON by language. */
  title: string;
  /** JSON by language. */
  summary: string;
  /** E-mail address of who answers for it. */
  owner: string;
  position: number;
  /** JSON: e-mail addresses. */
  reviewers: Generated<string>;
  /** JSON: ids of responsibilities. */
  responsibilities: Generated<string>;
  /** JSON: the course's own components, each `{ name, source }`. */
  components: Generated<string>;
  /** Where what is said about it was last changed. */
  settled_in: Generated<"files" | "studio">;
  /** The day on which it was archived. */
  archived_on: Generated<string | null>;
  /** JSON: what `course.yaml` said when it was last brought in. */
  file_said: Generated<string | null>;
}

/** What is required, completed and refreshed. `policy` is the one in force now; its history is in `policy_change`. */
export interface ModuleTable {
  id: string;
  course_id: string;
  /** JSON by language. */
  title: string;
  /** JSON by language. */
  short: string;
  /** JSON by language. */
  summary: string;
  minutes: number;
  refresher_minutes: number;
  /** 0 to 1. */
  pass_mark: number;
  review_by: string | null;
  /** JSON: business value by department, as in `module.yaml`. */
  why: string;
  /** JSON: Policy. */
  policy: string;
  position: number;
  /** JSON: whom `module.yaml` means; it made the first requirement. */
  audience: Generated<string>;
  /** JSON: every revision as `module.yaml` lists it, also those that were never published here. */
  revisions: Generated<string>;
  /** The day from which it is no longer offered; what was completed stays. */
  archived_on: Generated<string | null>;
  /** Where what is said about it (times, policy, words) was last changed. */
  settled_in: Generated<"files" | "studio">;
  /** JSON: what `module.yaml` said when it was last brought in. */
  file_said: Generated<string | null>;
}

/** A published version of a module; immutable. */
export interface RevisionTable {
  id: string;
  module_id: string;
  number: number;
  change: "minor" | "major" | "critical";
  /** ISO 8601 period; null: the default. */
  within: string | null;
  /** JSON by language: what learners read as the reason. */
  note: string;
  /** SHA-256 over the sources. */
  content_hash: string;
  published_on: string;
  published_at: string;
  /** Who published it in the studio; null: it came from files. */
  published_by: Generated<string | null>;
}

export type LessonKind = "lesson" | "refresher" | "question";

/** One source file of a revision, in one language. */
export interface LessonSourceTable {
  id: string;
  revision_id: string;
  kind: LessonKind;
  /** File name without number, language and ending. */
  name: string;
  position: number;
  language: string;
  path: string;
  title: string;
  summary: string | null;
  source: string;
  bundle_hash: string;
}

/** A compiled lesson under its hash. `answer_key` never leaves the server before the answer. */
export interface LessonBundleTable {
  hash: string;
  code: string;
  /** JSON: headings. */
  outline: string;
  minutes: number;
  plain_text: string;
  /** JSON: QuestionKey[]. */
  answer_key: string;
  /** JSON: what else the compiler found (confirmations, reflections). */
  parts: string;
  created_at: string;
}

export interface MediaTable {
  hash: string;
  /** Media type, found from the content. */
  type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  created_at: string;
  /** How long a video takes; null for what takes no time. */
  seconds: number | null;
  /** Since when nothing has it, as it was last looked after; null: something has it. */
  unused_since: Generated<string | null>;
}

export interface MediaChunkTable {
  hash: string;
  position: number;
  bytes: Uint8Array;
}

/** A smaller picture made from another; where it would be no lighter, the other itself. */
export interface MediaVariantTable {
  hash: string;
  width: number;
  /** Media type of what is kept under `variant_hash`. */
  type: string;
  variant_hash: string;
}

export interface RevisionMediaTable {
  revision_id: string;
  path: string;
  hash: string;
}

/** A policy and the day from which it holds; the first is the one the module began with. */
export interface PolicyChangeTable extends Recorded {
  id: string;
  module_id: string;
  changed_on: string;
  /** JSON: Policy. */
  policy: string;
}

/** The people of an audience must hold a module, from a day. */
export interface RequirementTable extends Recorded {
  id: string;
  module_id: string;
  /** JSON: Audience. */
  audience: string;
  from_on: string;
  to_on: string | null;
  due: string | null;
  every: string | null;
  /** The requirement of which this is a later version: it ends the day before this begins. */
  replaces: string | null;
  /** What whoever set it wanted to remember of it. */
  note: string | null;
}

/** A requirement (or a person, by hand) begins or ceases to oblige somebody. */
export interface AssignmentTable extends Recorded {
  id: string;
  person_id: string;
  module_id: string;
  event: "begins" | "ends";
  happened_on: string;
  requirement_id: string | null;
  reason: string | null;
}

/** Leave (of everything) or an exemption (of one module, or of all). Never says why somebody is on leave. */
export interface AbsenceTable extends Recorded {
  id: string;
  person_id: string;
  kind: "leave" | "exemption";
  module_id: string | null;
  from_on: string;
  until_on: string | null;
  reason: string | null;
}

export interface ExtensionTable extends Recorded {
  id: string;
  person_id: string;
  module_id: string;
  given_on: string;
  due_on: string;
  reason: string | null;
}

/** Somebody taking a module or a refresher; at most one is open at a time. */
export interface AttemptTable {
  id: string;
  person_id: string;
  module_id: string;
  revision_id: string;
  kind: "module" | "refresher";
  /** Name of the refresher unit; null: drawn from the bank, or a module. */
  unit: string | null;
  language: string;
  /** 1 for the first attempt since the last completion. */
  ordinal: number;
  /** What the shuffling of this attempt's choices is made from. */
  seed: string;
  /** JSON: ids of the checks asked, in order. */
  asked: string;
  started_at: string;
  finished_at: string | null;
  /** 0 to 1. */
  score: number | null;
  passed: number | null;
}

/** An answer; ordinal 1 is the first and the one that counts. */
export interface AnswerTable {
  attempt_id: string;
  check_id: string;
  ordinal: number;
  /** JSON. */
  response: string;
  correct: number;
  /** Of a confirmation: the statement, word for word. */
  statement: string | null;
  answered_at: string;
}

/** Evidence that somebody completed a module or its refresher. */
export interface CompletionTable extends Recorded {
  id: string;
  person_id: string;
  module_id: string;
  attempt_id: string | null;
  kind: CompletionKind;
  /** Revision number; 0 for evidence from elsewhere. */
  revision: number;
  content_hash: string | null;
  language: string | null;
  /** 0 to 1. */
  score: number | null;
  completed_on: string;
  completed_at: string;
  expires_on: string | null;
  /** The import that brought it; null: it was made here, or approved one by one. */
  import_id: string | null;
}

/** What a learner wrote at a Reflect; shared with the trainer only if the learner says so. */
export interface ReflectionTable {
  person_id: string;
  module_id: string;
  prompt_id: string;
  text: string;
  shared: number;
  updated_at: string;
}

/** How far somebody has read, kept across visits and devices. Never shown to anyone else. */
export interface ReadingTable {
  person_id: string;
  module_id: string;
  lesson: string;
  revision: number;
  /** 0 to 1. */
  furthest: number;
  section: string | null;
  updated_at: string;
}

/** Derived: where a person stands with a module. One row for each pair that was ever assigned or completed. */
export interface StandingTable {
  person_id: string;
  module_id: string;
  department_id: string;
  zone: string;
  /** Taken without being required to: in no count, no reminder. */
  voluntary: number;
  state: string;
  valid: number;
  task: string;
  cycle: number;
  opens_on: string | null;
  due_on: string | null;
  valid_until: string | null;
  /** First day of the present state. */
  since_on: string;
  next_change_on: string | null;
  /** JSON: the changes still to come with the facts recorded now, so that a day may pass without replaying them. */
  ahead: string;
}

/** Derived: the history of a standing; `to_on` is the day after its last, null for the present one. */
export interface StandingSpanTable {
  person_id: string;
  module_id: string;
  from_on: string;
  to_on: string | null;
  department_id: string;
  voluntary: number;
  state: string;
  valid: number;
  task: string;
}

/**
 * Derived: how many stand in each state in a department with all under it, from a day until the next row's. One column
 * a state: what moves from one to another is one row, and a day's counts are one read.
 */
export interface StandingCountTable {
  department_id: string;
  /** Empty: all modules together. */
  module_id: string;
  counted_on: string;
  assigned: number;
  overdue: number;
  lapsed: number;
  current: number;
  refresher_open: number;
  refresher_overdue: number;
  exempt: number;
  on_leave: number;
}

/** Derived: how much that can be done now and is not late is due on a day, in a department with all under it. */
export interface DueCountTable {
  department_id: string;
  due_on: string;
  n: number;
}

export type LoadKind = "module" | "refresher";

/** Derived: how many modules and refreshers, not late, fall due in a month `YYYY-MM`, whether they are open yet or not. */
export interface LoadCountTable {
  department_id: string;
  module_id: string;
  kind: LoadKind;
  month: string;
  n: number;
}

export type CompletionKind = "module" | "refresher" | "imported";

/** Derived: completions by month `YYYY-MM`, in the department (with all above it) of the day they were made. */
export interface CompletionCountTable {
  department_id: string;
  module_id: string;
  kind: CompletionKind;
  month: string;
  n: number;
}

/** Derived: people employed in a department with all under it, from a day until the next row's. */
export interface HeadcountTable {
  department_id: string;
  counted_on: string;
  n: number;
}

/** Who does a recurring piece of work until when, so that two processes never repeat it. */
export interface LeaseTable {
  name: string;
  holder: string;
  until_at: string;
}

/** Work to be done once, in batches, with its progress. */
export interface JobTable {
  id: string;
  unique_key: string;
  name: string;
  /** JSON. */
  payload: string;
  /** JSON: { done, total, cursor }. */
  progress: string;
  created_at: string;
  finished_at: string | null;
  failed_at: string | null;
  failure: string | null;
  attempts: number;
}

export interface CredentialTable {
  person_id: string;
  /** argon2id, PHC string. */
  password_hash: string;
  changed_at: string;
}

export interface SessionTable {
  /** SHA-256 of the token in the cookie. */
  token_hash: string;
  person_id: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
  ended_at: string | null;
  /** Whether it began on a device that several people share: it is short, and leaves nothing behind. */
  shared: Generated<number>;
}

/** A PIN, for those who sign in by employee number. */
export interface PinTable {
  person_id: string;
  /** argon2id, PHC string. */
  pin_hash: string;
  changed_at: string;
}

/** A printed code with which somebody sets their PIN, once. */
export interface SignInCodeTable {
  id: string;
  person_id: string;
  /** argon2id, PHC string. */
  code_hash: string;
  made_at: string;
  made_by: string | null;
  expires_at: string;
  used_at: string | null;
}

export interface RateLimitTable {
  limit_key: string;
  hits: number;
  resets_at: string;
}

export interface AuditEventTable {
  id: string;
  happened_at: string;
  actor_id: string | null;
  action: string;
  subject_id: string | null;
  /** JSON without names or reasons. */
  detail: string;
}

/** A file that somebody brought; its bytes are in chunks beside it. */
export interface StoredFileTable {
  id: string;
  name: string;
  /** Media type, found from the content. */
  type: string;
  bytes: number;
  /** SHA-256. */
  hash: string;
  created_at: string;
  created_by: string | null;
}

export interface StoredFileChunkTable {
  file_id: string;
  position: number;
  bytes: Uint8Array;
}

export type ImportKind = "people" | "history";

/** How far an import has come. */
export type ImportState =
  /** The file is being read. */
  | "reading"
  /** Which column holds what is to be said. */
  | "mapping"
  /** What it would do is being worked out. */
  | "checking"
  /** What it would do is shown; nothing has been done. */
  | "ready"
  | "applying"
  | "applied"
  | "taking-back"
  | "taken-back"
  | "discarded"
  /** It cannot go on; `failure` says why. Nothing of it was applied, or it stopped where `failure` says. */
  | "failed";

/** A file of people or of completions on its way in. */
export interface ImportTable {
  id: string;
  kind: ImportKind;
  file_id: string;
  state: ImportState;
  /** JSON: what was found out of the file (encoding, separator, date form, sheet, headers). */
  form: string;
  /** JSON: column by field. */
  mapping: string;
  /** JSON: what was chosen (whether the file lists everybody, from which day). */
  options: string;
  /** JSON: figures of what it does. */
  summary: string;
  /** JSON: a code with its figures. */
  failure: string | null;
  created_at: string;
  created_by: string | null;
  checked_at: string | null;
  applied_at: string | null;
  applied_by: string | null;
  taken_back_at: string | null;
  taken_back_by: string | null;
  taken_back_why: string | null;
}

/** A row of the file. */
export interface ImportRowTable {
  import_id: string;
  /** Line (or row of the sheet), from 1. */
  line: number;
  /** JSON: text by column. */
  cells: string;
  /** What it asks for; null before it was checked. */
  action: string | null;
  person_id: string | null;
  /** JSON: what would be done. */
  plan: string | null;
  /** JSON: column and code of what is wrong. */
  problems: string | null;
  applied: number;
}

/** What an import changed, in order, so that it can be taken back as a whole. */
export interface ImportChangeTable {
  import_id: string;
  position: number;
  /** The table. */
  target: string;
  row_id: string;
  change: "inserted" | "updated";
  /** JSON: the columns as they were; null: there was no row. */
  before: string | null;
  /** JSON: the columns as they were left. */
  after: string | null;
}

export type EvidenceState = "waiting" | "approved" | "declined" | "withdrawn";

/** Evidence that somebody learned a module's subject elsewhere: theirs to send, somebody else's to approve. */
export interface ExternalEvidenceTable {
  id: string;
  person_id: string;
  module_id: string;
  issuer: string;
  number: string;
  completed_on: string;
  expires_on: string | null;
  file_id: string | null;
  state: EvidenceState;
  sent_at: string;
  sent_by: string | null;
  decided_at: string | null;
  decided_by: string | null;
  decided_why: string | null;
  completion_id: string | null;
}

/** A module held in a room by an instructor. */
export interface ClassroomSessionTable {
  id: string;
  module_id: string;
  site_id: string | null;
  place: string;
  starts_at: string;
  ends_at: string;
  /** IANA zone of the place. */
  zone: string;
  seats: number;
  language: string;
  instructor_id: string | null;
  note: string | null;
  /** Goes up with each change, as calendars expect (RFC 5545). */
  sequence: Generated<number>;
  created_at: string;
  created_by: string | null;
  cancelled_at: string | null;
  cancelled_by: string | null;
  cancelled_why: string | null;
  signed_off_at: string | null;
  signed_off_by: string | null;
}

/** Somebody's place in a session. */
export interface BookingTable {
  id: string;
  session_id: string;
  person_id: string;
  state: "booked" | "waiting" | "cancelled";
  booked_at: string;
  booked_by: string | null;
  changed_at: string;
  changed_by: string | null;
  /** Null: not noted yet. */
  attended: number | null;
  completion_id: string | null;
}

/** Something that somebody is told within the product. */
export interface NotificationTable {
  id: string;
  /** What it is about, so that a repetition says it once. */
  unique_key: string;
  person_id: string;
  kind: string;
  /** JSON: ids and dates, never text. */
  detail: string;
  /** Where it leads. */
  path: string | null;
  created_at: string;
  read_at: string | null;
}

/** What trainers are making of a module: at most one is open. It ends by being published or discarded. */
export interface DraftTable {
  id: string;
  module_id: string;
  course_id: string;
  /** Number of the revision that it began from; 0: the module is new. */
  base_number: number;
  base_revision_id: string | null;
  /** JSON: what `module.yaml` says, of a module that was never published. */
  fields: string | null;
  state: "open" | "published" | "discarded";
  /** Null until somebody has chosen. */
  change: "minor" | "major" | "critical" | null;
  /** ISO 8601 period; null: the default. */
  within: string | null;
  /** JSON by language: what learners will read as the reason. */
  note: Generated<string>;
  /** The day on which it is to be published by itself. */
  scheduled_on: string | null;
  /** Since when it is being published. */
  publishing_at: string | null;
  /** Who said that it be published. */
  publishing_by: string | null;
  /** JSON: why it could not be published the last time. */
  failure: string | null;
  published_number: number | null;
  /** Who is writing in it. */
  editor_id: string | null;
  editor_since: string | null;
  editor_seen_at: string | null;
  created_at: string;
  created_by: string | null;
  ended_at: string | null;
  ended_by: string | null;
}

/** A file of a draft as it was saved once; the newest that is not aside is what the draft says. */
export interface DraftVersionTable {
  draft_id: string;
  /** In the module's folder: `01-name.sv.mdx`. */
  path: string;
  number: number;
  /** Null: the file was taken out. */
  text: string | null;
  /** Kept beside what another saved meanwhile, for its writer to look at. */
  aside: Generated<number>;
  saved_at: string;
  saved_by: string | null;
}

/** A picture or another file that lessons of a draft show. */
export interface DraftMediaTable {
  draft_id: string;
  /** As lessons write it: `media/thread.png`. */
  name: string;
  /** Null: the file of the revision before was taken out. */
  hash: string | null;
}

/** Somebody who is asked to review a draft, and what they said. */
export interface DraftReviewTable {
  id: string;
  draft_id: string;
  reviewer_id: string;
  asked_at: string;
  asked_by: string | null;
  verdict: "approved" | "changes" | null;
  verdict_at: string | null;
  /** Of what they approved: the content as it was. */
  content_hash: string | null;
  said: string | null;
}

/** What somebody said of a passage of a draft. */
export interface DraftCommentTable {
  id: string;
  draft_id: string;
  path: string;
  line: number;
  /** The passage, as it was. */
  quote: string;
  text: string;
  written_at: string;
  written_by: string | null;
  resolved_at: string | null;
  resolved_by: string | null;
}

/**
 * First answers to a question of a revision in a month, as sums (`ItemSums` of the domain); derived. A row with an empty
 * month holds all months together.
 */
export interface ItemCountTable {
  module_id: string;
  check_id: string;
  /** Revision number. */
  revision: number;
  /** `YYYY-MM`, or empty. */
  month: string;
  /** Names the words of the question in that revision: the same words, the same name. */
  wording: string;
  answers: number;
  right_answers: number;
  compared: number;
  compared_right: number;
  rest: number;
  rest_of_right: number;
  rest_squares: number;
}

/** How often a mistake was made in the first answers to a question of a revision; derived. */
export interface ItemWrongCountTable {
  module_id: string;
  check_id: string;
  revision: number;
  /** What was wrong, as `mistakesIn` names it. */
  mistake: string;
  chosen: number;
  compared: number;
  rest: number;
}

/** First answers to a module's refreshers by the days since the completion before, in spans; derived. */
export interface RetentionCountTable {
  module_id: string;
  /** `YYYY-MM` of the refresher. */
  month: string;
  /** Place in `retentionSpans` of the domain. */
  span: number;
  refreshers: number;
  answers: number;
  right_answers: number;
  /** Sum of the days, by answer. */
  days: number;
}

/** The last attempt that was counted, by when it was finished; one row. */
export interface InsightProgressTable {
  id: number;
  finished_at: string;
  attempt_id: string;
}

export type Row<T extends keyof Database> = Selectable<Database[T]>;
export type NewRow<T extends keyof Database> = Insertable<Database[T]>;
