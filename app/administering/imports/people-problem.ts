/** What is wrong with a row of a file of people, as closed sets; the page says each in the reader's language. */

/** The row is wrong by itself. */
export type RefusalCode =
  | "row-short"
  | "row-long"
  | "cell-error"
  | "number-missing"
  | "number-malformed"
  | "name-missing"
  | "name-formula"
  | "email-malformed"
  | "language-unknown"
  | "kind-unknown"
  | "not-a-date"
  | "no-such-day"
  | "short-year"
  | "ends-before-start"
  | "department-missing"
  | "department-refused"
  | "department-own-parent"
  | "site-missing"
  | "site-refused"
  | "site-elsewhere"
  | "entity-missing"
  | "entity-refused"
  | "manager-unknown"
  | "manager-self"
  | "manager-circle"
  | "last-administrator"
  | "last-address"
  | "too-long";

/** The row contradicts another, or what is known. */
export type ConflictCode = "number-twice" | "number-nearly" | "email-twice" | "email-taken" | "changed-meanwhile";

/** Something has to be decided first: whether a place is new. */
export type UndecidedCode = "department-unknown" | "site-unknown" | "entity-unknown";

/** The row is taken, with something to know. */
export type RemarkCode = "manager-left-out" | "email-removed";

export type ProblemCode = RefusalCode | ConflictCode | UndecidedCode | RemarkCode;

export interface Problem {
  /** Column from 0; null: the row as a whole. */
  readonly column: number | null;
  readonly code: ProblemCode;
  /** What stands there. */
  readonly value?: string | undefined;
  /** Other lines of the file that it concerns. */
  readonly lines?: readonly number[] | undefined;
  /** The employee number that is known. */
  readonly known?: string | undefined;
}

const conflicts: ReadonlySet<ProblemCode> = new Set<ConflictCode>([
  "number-twice",
  "number-nearly",
  "email-twice",
  "email-taken",
  "changed-meanwhile",
]);
const remarks: ReadonlySet<ProblemCode> = new Set<RemarkCode>(["manager-left-out", "email-removed"]);
const undecided: ReadonlySet<ProblemCode> = new Set<UndecidedCode>([
  "department-unknown",
  "site-unknown",
  "entity-unknown",
]);

/** What becomes of a row. */
export const peopleActions = [
  "joins",
  "rehires",
  "moves",
  "changes",
  "leaves",
  "stays",
  /** Left before the product knew them. */
  "past",
  "conflict",
  "refused",
  "undecided",
] as const;

export type PeopleAction = (typeof peopleActions)[number];

/** What the problems of a row make of it; null: it is taken. */
export function actionOfProblems(problems: readonly Problem[]): "refused" | "conflict" | "undecided" | null {
  const serious = problems.filter((problem) => !remarks.has(problem.code));
  if (serious.length === 0) return null;
  if (serious.some((problem) => !conflicts.has(problem.code) && !undecided.has(problem.code))) return "refused";
  return serious.some((problem) => conflicts.has(problem.code)) ? "conflict" : "undecided";
}
