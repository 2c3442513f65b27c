/** What a change of requirements would do: worked out by the same rules on what is recorded, and nothing is written. */
import { type AssignmentEvent, circumstances, impliedEvents, isInAudience } from "#app/domain/audience";
import { needsOf } from "#app/domain/audience-needs";
import { type CivilDate, compareDates, parsePeriod } from "#app/domain/calendar";
import { afterChange, type Requirement, type RequirementChange, requirementDifference } from "#app/domain/requirement";
import { spreadFor } from "#app/domain/spread";
import { type Standing, type StandingState, standing } from "#app/domain/standing";
import type { Reader } from "#db/connect";
import { loadCareerPlaces, loadCareersInRow } from "#db/queries/circumstances";
import { loadModuleFacts } from "#db/queries/facts";
import { findFactsWith, findPeopleAfter } from "#db/queries/requirement-reach";
import { findModuleRequirements } from "#db/queries/requirements";
import { assemble, type ModuleFacts, type PersonalFacts } from "./assemble";
import { readPolicy } from "./gather";

/** A standing as far as a trial tells of it. */
export interface TriedStanding {
  readonly state: StandingState;
  readonly task: Standing["task"];
  readonly dueOn: CivilDate | null;
}

/** Somebody for whom something would be different. */
export interface Tried {
  readonly personId: string;
  /** Where they belong on the day; null: nowhere. */
  readonly departmentId: string | null;
  /** Null where the module is not required. */
  readonly before: TriedStanding | null;
  readonly after: TriedStanding | null;
}

export interface Trial {
  /** The day that everything here speaks of. */
  readonly on: CivilDate;
  /** How many people belong to a department on that day. */
  readonly present: number;
  /** People whom the changed requirement obliges on that day, by department. */
  readonly obliged: ReadonlyMap<string, number>;
  /** In the order of their ids. */
  readonly changed: readonly Tried[];
}

/** So many people are looked at before whoever waits for this process has a turn. */
const chunk = 1024;
/** So many of them are judged before that. */
const judgedAtOnce = 512;

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The facts of one module, with the shortenings of requirements as they would be. */
async function moduleFactsOf(db: Reader, moduleId: string, requirements: readonly Requirement[]): Promise<ModuleFacts> {
  const { policies, revisions, shortenings } = await loadModuleFacts(db, [moduleId]);
  const all = new Map(
    shortenings.map((row) => [
      row.id,
      {
        due: row.due === null ? null : parsePeriod(row.due),
        every: row.every === null ? null : parsePeriod(row.every),
      },
    ]),
  );
  for (const { id, due, every } of requirements) {
    if (due !== null || every !== null) all.set(id, { due, every });
  }
  return {
    policies: policies.map((row) => ({ on: row.changed_on as CivilDate, policy: readPolicy(row.policy) })),
    revisions: revisions.map((row) => ({
      number: row.number,
      on: row.published_on as CivilDate,
      change: row.change,
      within: row.within === null ? null : parsePeriod(row.within),
    })),
    shortenings: all,
  };
}

function textOf(events: readonly AssignmentEvent[]): string {
  return events
    .map(({ requirementId, event, on }) => `${requirementId} ${event} ${on}`)
    .sort()
    .join("\n");
}

/** Whom something happens to: their events before and after, of the requirements that change. */
interface Concerned {
  readonly personId: string;
  readonly departmentId: string | null;
  readonly before: readonly AssignmentEvent[];
  readonly after: readonly AssignmentEvent[];
}

type PersonalWith = Omit<PersonalFacts, "events"> & { readonly events: AssignmentEvent[] };

const untouched = { completions: [], absences: [], extensions: [] };

/** The facts of these people; nobody without facts of their own has an entry. */
async function loadPersonal(db: Reader, moduleId: string, people: readonly string[], ignored: ReadonlySet<string>) {
  const rows = await findFactsWith(db, moduleId, people);
  const personal = new Map<string, PersonalWith & { [Key in keyof PersonalFacts]: PersonalFacts[Key][number][] }>();
  const of = (personId: string) => {
    let own = personal.get(personId);
    if (!own) {
      own = { events: [], completions: [], absences: [], extensions: [] };
      personal.set(personId, own);
    }
    return own;
  };
  for (const row of rows.assignments) {
    if (row.requirement_id !== null && ignored.has(row.requirement_id)) continue;
    const { requirement_id: requirementId, event } = row;
    of(row.person_id).events.push({ requirementId, event, on: row.happened_on as CivilDate });
  }
  for (const row of rows.completions) {
    of(row.person_id).completions.push({
      on: row.completed_on as CivilDate,
      kind: row.kind,
      revision: row.revision,
      score: row.score,
      expires: row.expires_on as CivilDate | null,
    });
  }
  for (const row of rows.absences) {
    if (row.module_id !== null && row.module_id !== moduleId) continue;
    const { kind } = row;
    of(row.person_id).absences.push({ kind, from: row.from_on as CivilDate, until: row.until_on as CivilDate | null });
  }
  for (const row of rows.extensions) {
    of(row.person_id).extensions.push({ on: row.given_on as CivilDate, due: row.due_on as CivilDate });
  }
  return personal;
}

/** Judges standings on one day; those that follow from assignments alone are worked out once for all who have them. */
class Judge {
  readonly #module: ModuleFacts;
  readonly #moduleId: string;
  readonly #on: CivilDate;
  readonly #known = new Map<string, TriedStanding | null>();

  constructor(moduleId: string, module: ModuleFacts, on: CivilDate) {
    this.#moduleId = moduleId;
    this.#module = module;
    this.#on = on;
  }

  standing(personId: string, events: readonly AssignmentEvent[], own: PersonalWith | undefined): TriedStanding | null {
    const all = own && own.events.length > 0 ? [...own.events, ...events] : events;
    if (all.length === 0) return null;
    const isAlone = !own || (own.completions.length === 0 && own.absences.length === 0 && own.extensions.length === 0);
    if (!isAlone) return this.#judge(personId, { ...own, events: all });
    const key = textOf(all);
    let known = this.#known.get(key);
    if (known === undefined) {
      known = this.#judge(personId, { ...untouched, events: all });
      this.#known.set(key, known);
    }
    return known;
  }

  #judge(personId: string, personal: PersonalFacts): TriedStanding | null {
    const { policy, facts, firstAssignedOn } = assemble(this.#module, personal);
    if (firstAssignedOn === null || compareDates(firstAssignedOn, this.#on) > 0) return null;
    const options = { spreadDays: spreadFor(personId, this.#moduleId) };
    const { state, task, dueOn } = standing(policy, facts, this.#on, options);
    return state === "not-required" ? null : { state, task, dueOn };
  }
}

function isSame(a: TriedStanding | null, b: TriedStanding | null): boolean {
  return a === b || (a !== null && b !== null && a.state === b.state && a.task === b.task && a.dueOn === b.dueOn);
}

/**
 * What a change of requirements would do, on a day on which it holds, with what is recorded now. In between, whoever else
 * waits for this process has turns.
 *
 * @throws DomainError as `afterChange`, for a change that cannot be made
 */
export async function tryRequirement(
  db: Reader,
  moduleId: string,
  change: RequirementChange,
  on: CivilDate,
): Promise<Trial> {
  const now = await findModuleRequirements(db, moduleId);
  const wanted = afterChange(now, change);
  const touched = new Set(requirementDifference(now, wanted).touched);
  const before = now.filter(({ id }) => touched.has(id));
  const after = wanted.filter(({ id }) => touched.has(id));
  const holding = after.filter(
    ({ from, to }) => compareDates(from, on) <= 0 && (to === null || compareDates(on, to) <= 0),
  );
  const judge = new Judge(moduleId, await moduleFactsOf(db, moduleId, after), on);
  const places = await loadCareerPlaces(db);
  const needs = needsOf([...before, ...after].map(({ audience }) => audience));
  const obliged = new Map<string, number>();
  const changed: Tried[] = [];
  let present = 0;
  for (let cursor = ""; ; ) {
    const people = await findPeopleAfter(db, cursor, chunk);
    const concerned: Concerned[] = [];
    for (const [personId, career] of await loadCareersInRow(db, people, places, needs)) {
      const spans = circumstances(career);
      const then = spans.find(({ from, to }) => compareDates(from, on) <= 0 && (!to || compareDates(on, to) <= 0));
      const departmentId = then?.departments[0] ?? spans.at(-1)?.departments[0] ?? null;
      if (then) present += 1;
      if (then && holding.some(({ audience }) => isInAudience(audience, then))) {
        const department = departmentId ?? "";
        obliged.set(department, (obliged.get(department) ?? 0) + 1);
      }
      const [was, is] = [impliedEvents(spans, before), impliedEvents(spans, after)];
      if (was.length === 0 && is.length === 0) continue;
      if (textOf(was) !== textOf(is)) concerned.push({ personId, departmentId, before: was, after: is });
    }
    await turn();
    for (let start = 0; start < concerned.length; start += judgedAtOnce) {
      const some = concerned.slice(start, start + judgedAtOnce);
      const ids = some.map(({ personId }) => personId);
      const personal = await loadPersonal(db, moduleId, ids, touched);
      for (const each of some) {
        const own = personal.get(each.personId);
        const [was, is] = [
          judge.standing(each.personId, each.before, own),
          judge.standing(each.personId, each.after, own),
        ];
        if (isSame(was, is)) continue;
        changed.push({ personId: each.personId, departmentId: each.departmentId, before: was, after: is });
      }
      await turn();
    }
    if (people.length < chunk) return { on, present, obliged, changed };
    cursor = people.at(-1) ?? cursor;
  }
}
