/**
 * Builds the demonstration company by living its last 18 months day by day through the ledger: a function of the seed
 * and the last day. What is derived is written by what derives it.
 */

import { countAllAnswers } from "#app/authoring/insights/count-answers.server";
import { addDays, type CivilDate, compareDates, daysBetween, parsePeriod, subtractPeriod } from "#app/domain/calendar";
import { type Move, reconcileAssignments, recordMoves } from "#app/ledger/organisation";
import { record, refreshModule, withdraw } from "#app/ledger/record";
import { tick } from "#app/ledger/tick";
import type { Connections, Writer } from "#db/connect";
import { type PlannedAbsence, planAbsences } from "./absences";
import { type Agenda, type Beginning, planAgenda } from "./agenda";
import { cast } from "./cast";
import { type Chance, createChance, createIds, type NewId } from "./chance";
import {
  demonstrationHash,
  departmentsAbove,
  type Employing,
  endEmployment,
  type Places,
  writeCredential,
  writeEmployment,
  writePerson,
  writePlaces,
  writeRoles,
} from "./company";
import type { ContentForDemo } from "./content";
import { firstDueFrom } from "./first-due";
import { instantIn } from "./instants";
import { planKnownAccounts } from "./known-plans";
import { Learners } from "./learners";
import { writeOrganising } from "./organising";
import { organisationZone } from "./places";
import { type PlannedPublication, planPublications } from "./publishing";
import { createRoster, type DemoPerson, type Post } from "./roster";
import { Rooms, settleSessions } from "./sessions";
import { settleRows } from "./settle-rows";
import { planTreatments, storyModules } from "./story";
import type { LiveRevision } from "./take-attempt";
import { withoutWaiting } from "./unsafe-writing";
import { writeAttempts } from "./write-attempts";

export interface DemonstrationOptions {
  readonly seed: string;
  /** The day on which the demonstration is started. */
  readonly lastDay: CivilDate;
  readonly content: ContentForDemo;
  /** Told how far it has come (0 to 1), and the day. */
  readonly progress?: (fraction: number, text: string) => void;
}

export interface DemonstrationReport {
  readonly days: number;
  /** Employed on the last day. */
  readonly people: number;
  readonly completions: number;
}

const history = parsePeriod("P18M");
const refreshedAtOnce = 500;
/** When an office writes down what was decided, in minutes after midnight. */
const morning = 7 * 60 + 30;

/**
 * Builds the company into an empty database of this version. Interrupted, it leaves a database that is to be thrown
 * away.
 */
export async function buildDemonstration(
  deps: { readonly db: Connections },
  options: DemonstrationOptions,
): Promise<DemonstrationReport> {
  const taken = await deps.db.read.selectFrom("organisation").select("name").executeTakeFirst();
  if (taken) throw new Error(`The database already holds ${taken.name}: a demonstration needs an empty one`);
  const passwordHash = await demonstrationHash();
  const demonstration = new Demonstration(deps.db, options, passwordHash);
  return await withoutWaiting(deps.db, () => demonstration.live());
}

class Demonstration {
  readonly #db: Connections;
  readonly #options: DemonstrationOptions;
  readonly #passwordHash: string;
  readonly #chance: Chance;
  readonly #newId: NewId;
  readonly #firstDay: CivilDate;
  readonly #people: readonly DemoPerson[];
  readonly #ids = new Map<string, string>();
  readonly #publications: readonly PlannedPublication[];
  readonly #agenda: Agenda;
  readonly #live = new Map<string, LiveRevision>();
  readonly #learners: Learners;
  readonly #rooms: Rooms;
  readonly #absenceIds = new Map<PlannedAbsence, string>();
  readonly #known = new Set<string>();
  #places: Places | null = null;
  #completions = 0;

  constructor(db: Connections, options: DemonstrationOptions, passwordHash: string) {
    const { content, lastDay, seed } = options;
    this.#db = db;
    this.#options = options;
    this.#passwordHash = passwordHash;
    this.#chance = createChance(seed);
    this.#newId = createIds(seed);
    const firstDay = subtractPeriod(lastDay, history);
    this.#firstDay = firstDay;
    const { modules } = content;
    const above = departmentsAbove(content.departments);
    const chance = this.#chance;
    const people = createRoster(chance, { firstDay, lastDay, dueTodayFrom: firstDueFrom(modules, lastDay) });
    this.#people = people;
    for (const person of people) this.#ids.set(person.key, this.#newId(instantIn(organisationZone, firstDay, 0)));
    this.#publications = planPublications(modules, firstDay, lastDay);
    const absences = planAbsences({
      chance,
      people,
      modules,
      publications: this.#publications,
      firstDay,
      lastDay,
      above,
    });
    this.#agenda = planAgenda({ chance, people, absences, firstDay, lastDay });
    const treatments = planTreatments(chance, people, modules);
    this.#rooms = new Rooms(db, {
      moduleId: storyModules(modules).changed.id,
      trainerId: this.#idOf("trainer2"),
      people: this.#others(treatments),
      siteId: () => this.#places?.siteId("umea") ?? "",
      lastDay,
    });
    this.#learners = new Learners({
      chance,
      newId: this.#newId,
      people: new Map(people.map((person) => [this.#idOf(person.key), person])),
      modules: new Map(modules.map((module) => [module.id, module])),
      live: this.#live,
      known: planKnownAccounts({
        people,
        idOf: (key) => this.#idOf(key),
        modules,
        publications: this.#publications,
        lastDay,
        above,
      }),
      treatments,
      above,
    });
  }

  /** Those of whom no story is told, and who treat every module as everybody does. */
  #others(treated: { has(key: string): boolean }): string[] {
    const told = new Set(cast.map(({ key }) => key));
    const others = this.#people.filter(({ key, account }) => account === null && !told.has(key) && !treated.has(key));
    return others.map(({ key }) => this.#idOf(key));
  }

  #idOf(key: string): string {
    const id = this.#ids.get(key);
    if (id === undefined) throw new RangeError(`Nobody is called ${key}`);
    return id;
  }

  async live(): Promise<DemonstrationReport> {
    const { lastDay, progress } = this.#options;
    const days = daysBetween(this.#firstDay, lastDay);
    for (let passed = 0; passed <= days; passed += 1) {
      const day = addDays(this.#firstDay, passed);
      if (passed % 7 === 0) progress?.(passed / days, day);
      await this.#liveDay(day);
    }
    await this.#db.write.transaction().execute(async (tx) => {
      await this.#organise(tx);
      await settleRows(tx, this.#newId);
    });
    await this.#db.write.transaction().execute((tx) => settleSessions(tx, this.#newId));
    await countAllAnswers(this.#db, instantIn(organisationZone, lastDay, 0));
    progress?.(1, lastDay);
    const isThere = (post: Post) =>
      compareDates(post.from, lastDay) <= 0 && (post.to === null || compareDates(post.to, lastDay) >= 0);
    const people = this.#people.filter((person) => person.posts.some(isThere)).length;
    return { days: days + 1, people, completions: this.#completions };
  }

  async #liveDay(day: CivilDate): Promise<void> {
    const { lastDay } = this.#options;
    const midnight = instantIn(organisationZone, day, 0);
    const isLast = compareDates(day, lastDay) === 0;
    if (day !== this.#firstDay) await tick(this.#db, midnight);
    await this.#db.write.transaction().execute(async (tx) => {
      // The last day has only begun: whoever starts the demonstration may do so at any hour of it.
      const at = isLast ? midnight : instantIn(organisationZone, day, morning);
      if (day === this.#firstDay) this.#places = await writePlaces(tx, this.#options.content, this.#newId, at);
      await this.#publish(tx, day, at);
      await this.#movePeople(tx, day, at);
      await this.#recordAbsences(tx, day, at);
      if (!isLast) await this.#learn(tx, day);
    });
    await this.#rooms.liveDay(day);
  }

  async #organise(tx: Writer): Promise<void> {
    const { lastDay } = this.#options;
    if (!this.#places) return;
    const at = instantIn(organisationZone, lastDay, 0);
    const idOf = (key: string) => this.#idOf(key);
    await writeOrganising(tx, { newId: this.#newId, idOf, places: this.#places, lastDay, at });
  }

  async #publish(tx: Writer, day: CivilDate, at: Date): Promise<void> {
    const recording = { at, by: null };
    let launched = false;
    for (const { moduleId, number, on } of this.#publications) {
      if (on !== day) continue;
      const revision = await this.#options.content.publish(tx, recording, { moduleId, number, on });
      this.#live.set(moduleId, { ...revision, number });
      if (number === 1) launched = true;
      else {
        for (let after: string | null = ""; after !== null; ) {
          ({ next: after } = await refreshModule(tx, moduleId, at, after, refreshedAtOnce));
        }
      }
    }
    if (launched && this.#known.size > 0) await reconcileAssignments(tx, recording, [...this.#known]);
  }

  async #movePeople(tx: Writer, day: CivilDate, at: Date): Promise<void> {
    const today = this.#agenda.get(day);
    if (!today) return;
    const by = day === this.#firstDay ? null : this.#idOf("hr-lead");
    const employing: Employing = { tx, newId: this.#newId, at, by };
    const { beginnings, endings } = today;
    // All are written before any of them is somebody's manager.
    for (const { person, isNew } of beginnings) if (isNew) await writePerson(tx, this.#idOf(person.key), person, at);
    const moves: Move[] = [];
    for (const beginning of beginnings) if (beginning.isNew) moves.push(...(await this.#begin(employing, beginning)));
    for (const { person, to } of endings) {
      await endEmployment(tx, this.#idOf(person.key), to);
      moves.push({ type: "leaves", personId: this.#idOf(person.key), to });
    }
    for (const beginning of beginnings) if (!beginning.isNew) moves.push(...(await this.#begin(employing, beginning)));
    if (moves.length > 0) await recordMoves(tx, { at, by }, moves);
  }

  async #begin(employing: Employing, { person, post, isNew, after }: Beginning): Promise<Move[]> {
    const { tx, at } = employing;
    const personId = this.#idOf(person.key);
    const moves: Move[] = [];
    if (after?.to) {
      await endEmployment(tx, personId, after.to);
      moves.push({ type: "leaves", personId, to: after.to });
    }
    const managerId = person.managerKey === null ? null : this.#idOf(person.managerKey);
    if (this.#places) await writeEmployment(employing, this.#places, personId, managerId, person, post);
    moves.push({ type: "joins", personId, departmentId: post.departmentId, from: post.from });
    if (isNew) {
      await writeRoles(employing, personId, person);
      if (person.account !== null) await writeCredential(tx, personId, this.#passwordHash, at);
      this.#known.add(personId);
    }
    return moves;
  }

  async #recordAbsences(tx: Writer, day: CivilDate, at: Date): Promise<void> {
    for (const absence of this.#agenda.get(day)?.absences ?? []) {
      const person = this.#people.find((candidate) => candidate.key === absence.personKey);
      const decides = absence.kind === "exemption" ? person?.managerKey : "hr-lead";
      const id = this.#newId(at);
      this.#absenceIds.set(absence, id);
      const { kind, moduleId, from, until, reason } = absence;
      await record(tx, { at, by: decides ? this.#idOf(decides) : null }, [
        {
          type: "absence",
          id,
          personId: this.#idOf(absence.personKey),
          kind,
          moduleId,
          from,
          until,
          ...(reason === undefined ? {} : { reason }),
        },
      ]);
    }
    for (const absence of this.#agenda.get(day)?.withdrawals ?? []) {
      const id = this.#absenceIds.get(absence);
      if (id === undefined) continue;
      await withdraw(tx, { at, by: this.#idOf("hr-lead") }, "absence", id, "Gällde en kollega med samma förnamn.");
    }
  }

  async #learn(tx: Writer, day: CivilDate): Promise<void> {
    const open = await tx
      .selectFrom("standing")
      .select(["person_id", "module_id", "department_id", "state", "task", "cycle", "opens_on", "due_on", "since_on"])
      .where("task", "<>", "none")
      .orderBy("person_id")
      .orderBy("module_id")
      .execute();
    const work = this.#learners.workOn(day, open);
    await writeAttempts(tx, work);
    for (const extension of work.extensions) {
      const person = this.#people.find((candidate) => this.#idOf(candidate.key) === extension.personId);
      const by = person?.managerKey ? this.#idOf(person.managerKey) : null;
      await record(tx, { at: instantIn(organisationZone, day, morning), by }, [extension]);
    }
    if (work.at !== null && work.completions.length > 0) {
      this.#completions += work.completions.length;
      await record(tx, { at: work.at, by: null }, work.completions);
    }
  }
}
