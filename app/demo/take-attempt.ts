/** Somebody takes a module or a refresher: what is asked, what is answered, and the completion that comes of it. */
import { type CivilDate, daysBetween } from "#app/domain/calendar";
import { drawFromBank, drawQuestions } from "#app/domain/draw";
import { passes } from "#app/domain/grading";
import { confirmationId } from "#app/learning/answer-question.server";
import type { AskedQuestion } from "#app/learning/attempt.server";
import type { PersonalFact } from "#app/ledger/record";
import type { Row } from "#db/schema";
import { type Taken, takeChecks } from "./answering";
import type { Chance, NewId } from "./chance";
import {
  type DemoModule,
  type Placed,
  type PublishedRevision,
  questionsFor,
  type Statement,
  statementsFor,
} from "./content";
import { instantIn } from "./instants";
import type { ActingDays } from "./known-plans";
import { organisationZone } from "./places";
import type { DemoPerson } from "./roster";

/** A standing with something to do. */
export type Open = Pick<
  Row<"standing">,
  "person_id" | "module_id" | "department_id" | "state" | "task" | "cycle" | "opens_on" | "due_on" | "since_on"
>;

/** What a day brought: rows to write, and completions to record. */
export interface DayWork {
  readonly attempts: Row<"attempt">[];
  readonly answers: Row<"answer">[];
  readonly readings: Row<"reading">[];
  readonly completions: (PersonalFact & { readonly type: "completion" })[];
  readonly extensions: (PersonalFact & { readonly type: "extension" })[];
  /** The instant of the last of it. */
  at: Date | null;
}

/** Where a module has come to: its newest revision by number. */
export interface LiveRevision extends PublishedRevision {
  readonly number: number;
}

/** What is remembered of somebody and a module. */
export interface Memory {
  /** Attempts since the last completion. */
  attempts: number;
  /** Not again before this day. */
  notBefore: CivilDate | null;
  refreshers: number;
  /** The day of the last completion. */
  completedOn: CivilDate | null;
  readonly timesAsked: Map<string, number>;
  /** The obligation that was extended, and the day on which it is then done. */
  extended: { readonly obligation: string; readonly actsOn: CivilDate } | null;
}

/** What is the same for everybody who takes something. */
export interface Classroom {
  readonly chance: Chance;
  readonly newId: NewId;
  /** Whoever is in it has a story to keep. */
  readonly known: ActingDays;
}

export interface Take {
  readonly day: CivilDate;
  /** Minutes after midnight. */
  readonly start: number;
  /** Minutes. */
  readonly length: number;
  readonly person: DemoPerson;
  readonly open: Open;
  readonly module: DemoModule;
  readonly revision: LiveRevision;
  readonly memory: Memory;
  readonly kind: "module" | "refresher";
  readonly language: string;
  /** The person's and all above it. */
  readonly departments: readonly string[];
  readonly work: DayWork;
}

/** Questions of a refresher that has none of its own. */
const drawnCount = 5;

function askedIn(take: Take, seed: string): { unit: string | null; asked: (Placed & { slot: string })[] } {
  const { revision, memory, kind, language, departments } = take;
  const meant = (units: PublishedRevision["lessons"]) => questionsFor(units, language, departments);
  const inPlace = (placed: Placed) => ({ ...placed, slot: placed.key.id });
  if (kind === "module") {
    const own = meant(revision.lessons);
    const bank = meant(revision.questions).map(({ key }) => key);
    const drawn = drawQuestions(
      own.map(({ key }) => key),
      bank,
      memory.attempts + 1,
      memory.timesAsked,
      seed,
    );
    const asked = drawn.map(({ slot, question }, at) => ({ slot, key: question, unit: own[at]?.unit ?? "" }));
    return { unit: null, asked };
  }
  const unit = revision.refreshers[memory.refreshers % Math.max(1, revision.refreshers.length)];
  if (unit) return { unit: unit.name, asked: meant([unit]).map(inPlace) };
  const pool = meant([...revision.questions, ...revision.lessons]).map(({ key }) => key);
  const drawn = drawFromBank(pool, drawnCount, memory.timesAsked, seed);
  return { unit: null, asked: drawn.map((key) => ({ key, slot: key.id, unit: "" })) };
}

/** What somebody has forgotten of a module since they completed it, as a share: some modules sooner than others. */
function forgottenOf({ day, kind, memory, module }: Take, chance: Chance): number {
  if (kind === "module" || memory.completedOn === null) return 0;
  const aYear = 0.01 + 0.2 * chance.share("forgotten", module.id);
  return (aYear * daysBetween(memory.completedOn, day)) / 365;
}

/** Takes a module or refresher once; gives whether it was passed. */
export function takeAttempt(classroom: Classroom, take: Take): boolean {
  const { day, start, length, person, open, module, revision, memory, kind, language, departments, work } = take;
  const { chance, newId, known } = classroom;
  const begins = instantIn(organisationZone, day, start);
  const ends = new Date(begins.getTime() + Math.round(length * 60_000));
  const id = newId(begins);
  const { unit, asked } = askedIn(take, id);
  // Whoever has a story to keep knows the answers; a second attempt goes better than the first.
  const skill = known.has(person.key)
    ? 1
    : Math.min(0.999, person.skill + 0.06 * memory.attempts) - forgottenOf(take, chance);
  const about = [person.key, module.id, day, memory.attempts];
  const taken = takeChecks(
    asked.map(({ key }) => key),
    skill,
    kind === "refresher",
    chance,
    about,
  );
  memory.attempts += 1;
  for (const checkId of taken.asked) memory.timesAsked.set(checkId, (memory.timesAsked.get(checkId) ?? 0) + 1);
  const passed = passes(taken.score, kind === "module" ? module.passMark : null);
  work.attempts.push({
    id,
    person_id: open.person_id,
    module_id: module.id,
    revision_id: revision.revisionId,
    kind,
    unit,
    language,
    ordinal: memory.attempts,
    seed: id,
    asked: JSON.stringify(asked.map(({ slot, key, unit }): AskedQuestion => ({ slot, id: key.id, unit }))),
    started_at: begins.toISOString(),
    finished_at: ends.toISOString(),
    score: taken.score,
    passed: passed ? 1 : 0,
  });
  const statements = kind === "module" ? statementsFor(revision.lessons, language, departments) : [];
  addAnswers(id, taken, statements, begins, ends, work);
  if (work.at === null || ends > work.at) work.at = ends;
  if (!passed) return false;
  memory.completedOn = day;
  if (kind === "refresher") memory.refreshers += 1;
  else addReading(open, revision, ends, work);
  work.completions.push({
    type: "completion",
    id: newId(ends),
    personId: open.person_id,
    moduleId: module.id,
    attemptId: id,
    kind,
    revision: revision.number,
    contentHash: revision.contentHash,
    language,
    score: taken.score,
    on: day,
    completedAt: ends,
  });
  return true;
}

function addAnswers(
  id: string,
  taken: Taken,
  statements: readonly Statement[],
  begins: Date,
  ends: Date,
  work: DayWork,
): void {
  const total = taken.answers.length + statements.length;
  let given = 0;
  // Reading comes first; what is asked shares the second half.
  const next = () => {
    given += 1;
    const part = 0.5 + (0.5 * given) / total;
    return new Date(begins.getTime() + Math.round(part * (ends.getTime() - begins.getTime()))).toISOString();
  };
  for (const { checkId, ordinal, response, correct } of taken.answers) {
    work.answers.push({
      attempt_id: id,
      check_id: checkId,
      ordinal,
      response,
      correct: correct ? 1 : 0,
      statement: null,
      answered_at: next(),
    });
  }
  for (const statement of statements) {
    work.answers.push({
      attempt_id: id,
      check_id: confirmationId(statement.id),
      ordinal: 1,
      response: "{}",
      correct: 1,
      statement: statement.text,
      answered_at: next(),
    });
  }
}

function addReading(open: Open, revision: LiveRevision, at: Date, work: DayWork): void {
  for (const { name: lesson } of revision.lessons) {
    work.readings.push({
      person_id: open.person_id,
      module_id: open.module_id,
      lesson,
      revision: revision.number,
      furthest: 1,
      section: null,
      updated_at: at.toISOString(),
    });
  }
}
