/** Each simulated day: who does what is owed, how it goes, and the attempts and completions that come of it. */
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
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
import { actsFrom, isAtWork, type Obligation, paceOf } from "./habits";
import { instantIn } from "./instants";
import type { ActingDays } from "./known-plans";
import { organisationZone } from "./places";
import type { DemoPerson } from "./roster";
import type { Treatment } from "./story";

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
interface Memory {
  /** Attempts since the last completion. */
  attempts: number;
  /** Not again before this day. */
  notBefore: CivilDate | null;
  refreshers: number;
  readonly timesAsked: Map<string, number>;
  /** The obligation that was extended, and the day on which it is then done. */
  extended: { readonly obligation: string; readonly actsOn: CivilDate } | null;
}

const extendedShare = 0.14;
/** Questions of a refresher that has none of its own. */
const drawnCount = 5;
const opening = 8 * 60;
const workMinutes = 8 * 60;

export interface School {
  readonly chance: Chance;
  readonly newId: NewId;
  readonly people: ReadonlyMap<string, DemoPerson>;
  readonly modules: ReadonlyMap<string, DemoModule>;
  readonly live: ReadonlyMap<string, LiveRevision>;
  readonly known: ActingDays;
  readonly treatments: ReadonlyMap<string, ReadonlyMap<string, Treatment>>;
  readonly above: (departmentId: string) => readonly string[];
}

export class Learners {
  readonly #school: School;
  readonly #memories = new Map<string, Memory>();

  constructor(school: School) {
    this.#school = school;
  }

  #memory(open: Open): Memory {
    const key = `${open.person_id}\n${open.module_id}`;
    let memory = this.#memories.get(key);
    if (!memory) {
      memory = { attempts: 0, notBefore: null, refreshers: 0, timesAsked: new Map(), extended: null };
      this.#memories.set(key, memory);
    }
    return memory;
  }

  /** What people do on a day, of what is open then. */
  workOn(day: CivilDate, opened: readonly Open[]): DayWork {
    const work: DayWork = { attempts: [], answers: [], readings: [], completions: [], extensions: [], at: null };
    for (const open of opened) {
      const person = this.#school.people.get(open.person_id);
      if (person && this.#actsOn(day, person, open, work)) this.#act(day, person, open, work);
    }
    return work;
  }

  #actsOn(day: CivilDate, person: DemoPerson, open: Open, work: DayWork): boolean {
    const { chance, known, treatments } = this.#school;
    const script = known.get(person.key)?.get(open.module_id);
    if (script) return script.includes(day);
    if (!isAtWork(chance, person, day)) return false;
    const memory = this.#memory(open);
    if (memory.notBefore !== null && compareDates(day, memory.notBefore) < 0) return false;
    const opensOn = (open.opens_on ?? open.since_on) as CivilDate;
    const obligation: Obligation = {
      personKey: person.key,
      moduleId: open.module_id,
      cycle: open.cycle,
      opensOn,
      dueOn: (open.due_on ?? addDays(opensOn, 30)) as CivilDate,
    };
    const name = `${obligation.cycle}\n${obligation.opensOn}`;
    if (memory.extended?.obligation === name) return compareDates(memory.extended.actsOn, day) <= 0;
    const pace = paceOf(chance, person, obligation, treatments.get(person.key)?.get(open.module_id));
    if (pace && "late" in pace && this.#extends(day, open, obligation, name, memory, work)) return false;
    const from = actsFrom(pace, obligation);
    return from !== null && compareDates(from, day) <= 0;
  }

  /** Some who will be late are given more time by their manager in the last days. */
  #extends(day: CivilDate, open: Open, obligation: Obligation, name: string, memory: Memory, work: DayWork): boolean {
    const { chance, newId } = this.#school;
    const { dueOn, personKey, moduleId } = obligation;
    if (compareDates(day, dueOn) > 0 || compareDates(addDays(day, 5), dueOn) < 0) return false;
    if (chance.share("extended", personKey, moduleId, name) >= extendedShare) return false;
    const due = addDays(dueOn, chance.whole(14, 28, "extended by", personKey, moduleId, name));
    const at = instantIn(organisationZone, day, opening);
    memory.extended = {
      obligation: name,
      actsOn: addDays(due, -chance.whole(1, 9, "then", personKey, moduleId, name)),
    };
    work.extensions.push({
      type: "extension",
      id: newId(at),
      personId: open.person_id,
      moduleId,
      on: day,
      due,
    });
    return true;
  }

  #act(day: CivilDate, person: DemoPerson, open: Open, work: DayWork): void {
    const { chance, modules, live } = this.#school;
    const module = modules.get(open.module_id);
    const revision = live.get(open.module_id);
    if (!module || !revision) return;
    const memory = this.#memory(open);
    const kind = open.task === "refresher" ? "refresher" : "module";
    const minutes = kind === "module" ? module.minutes : module.refresherMinutes;
    const language = person.language;
    const departments = this.#school.above(open.department_id);
    const take = { day, person, open, module, revision, memory, kind, language, departments, work } as const;
    let start = opening + chance.whole(0, workMinutes - 120, "start", person.key, module.id, day);
    for (;;) {
      const length = minutes * (0.6 + 0.9 * chance.share("length", person.key, module.id, day, memory.attempts));
      const passed = this.#attempt({ ...take, start, length });
      if (passed) {
        memory.attempts = 0;
        memory.notBefore = null;
        return;
      }
      if (chance.share("again at once", person.key, module.id, day, memory.attempts) < 0.4 || memory.attempts > 4) {
        memory.notBefore = addDays(day, 1);
        return;
      }
      start += length + 10;
    }
  }

  #questionsOf(take: Take, seed: string): { unit: string | null; asked: (Placed & { slot: string })[] } {
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

  #attempt(take: Take): boolean {
    const { day, start, length, person, open, module, revision, memory, kind, language, departments, work } = take;
    const { chance, newId, known } = this.#school;
    const begins = instantIn(organisationZone, day, start);
    const ends = new Date(begins.getTime() + Math.round(length * 60_000));
    const id = newId(begins);
    const { unit, asked } = this.#questionsOf(take, id);
    // Whoever has a story to keep knows the answers; a second attempt goes better than the first.
    const skill = known.has(person.key) ? 1 : Math.min(1, person.skill + 0.06 * memory.attempts);
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
    this.#answers(id, taken, statements, begins, ends, work);
    if (work.at === null || ends > work.at) work.at = ends;
    if (!passed) return false;
    if (kind === "refresher") memory.refreshers += 1;
    else this.#read(open, revision, ends, work);
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

  #answers(id: string, taken: Taken, statements: readonly Statement[], begins: Date, ends: Date, work: DayWork): void {
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

  #read(open: Open, revision: LiveRevision, at: Date, work: DayWork): void {
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
}

interface Take {
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
