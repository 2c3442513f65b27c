/** Each simulated day: who gets round to what they owe. */
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import type { DemoModule } from "./content";
import { actsFrom, isAtWork, type Obligation, paceOf } from "./habits";
import { instantIn } from "./instants";
import { organisationZone } from "./places";
import type { DemoPerson } from "./roster";
import type { Treatment } from "./story";
import { type Classroom, type DayWork, type LiveRevision, type Memory, type Open, takeAttempt } from "./take-attempt";

const extendedShare = 0.14;
const opening = 8 * 60;
const workMinutes = 8 * 60;

export interface School extends Classroom {
  readonly people: ReadonlyMap<string, DemoPerson>;
  readonly modules: ReadonlyMap<string, DemoModule>;
  readonly live: ReadonlyMap<string, LiveRevision>;
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
      memory = {
        attempts: 0,
        notBefore: null,
        refreshers: 0,
        timesAsked: new Map(),
        extended: null,
        completedOn: null,
      };
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
      const passed = takeAttempt(this.#school, { ...take, start, length });
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
}
