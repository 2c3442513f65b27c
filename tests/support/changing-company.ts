/** A company in which anything may change, for properties: its people, its tree, and what is required of whom. */
import fc from "fast-check";
import type { Audience, Condition } from "#app/domain/audience";
import { addDays, type CivilDate, civilDate, type Period, parsePeriod } from "#app/domain/calendar";
import { isDomainError } from "#app/domain/errors";
import { assignDepartments } from "#app/ledger/assign-departments.job";
import { assignEveryone } from "#app/ledger/assign-everyone.job";
import { moveDepartment } from "#app/ledger/departments";
import { recordPeople } from "#app/ledger/people";
import { record } from "#app/ledger/record";
import { endRequirement, recordRequirement, replaceRequirement, withdrawRequirement } from "#app/ledger/requirements";
import { recordGrant, recordHolding } from "#app/ledger/roles";
import { tick } from "#app/ledger/tick";
import { enqueue, workOff } from "#app/work/queue";
import type { Connections, Writer } from "#db/connect";
import { createCompany, createModule } from "./company";
import { freshDatabase } from "./database";

export const beginning = civilDate("2026-01-01");
export const noon = (day: string) => new Date(`${day}T11:00:00Z`);
export const moduleId = "alpha";
const policy = {
  due: parsePeriod("P20D"),
  runway: parsePeriod("P7D"),
  refresh: { every: parsePeriod("P3M"), window: parsePeriod("P10D"), grace: parsePeriod("P5D") },
};
const peopleCount = 6;

const places = ["shops-north", "shops-south", "office"] as const;
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    department: fc.subarray(["company", "shops", ...places], { minLength: 1, maxLength: 2 }),
    below: fc.boolean(),
  }),
  fc.constantFrom("manager" as const, "trainer" as const).map((role) => ({ role: [role] })),
  fc.constantFrom("Säljare", "Chef").map((title) => ({ title: [title] })),
  fc.constantFrom("site Europe/Stockholm", "site Europe/Lisbon").map((site) => ({ site: [site] })),
  fc.constantFrom("SE", "PT").map((country) => ({ country: [country] })),
  fc.constantFrom("entity", "other").map((entity) => ({ entity: [entity] })),
  fc.constantFrom("employee" as const, "temporary" as const).map((kind) => ({ employment: [kind] })),
  fc.integer({ min: -2100, max: 40 }).map((days) => ({ employed: { from: addDays(beginning, days) } })),
  fc.boolean().map((deputies) => ({ responsibility: ["crisis"], deputies })),
);
export const audiences: fc.Arbitrary<Audience> = fc.letrec<{ audience: Audience }>((tie) => ({
  audience: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.constant({ everyone: true } as const),
    fc.array(tie("audience"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("audience"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("audience").map((not) => ({ not })),
  ),
})).audience;

const person = fc.nat({ max: peopleCount - 1 });
/** In days from the day on which it is recorded. */
const shift = fc.integer({ min: -20, max: 25 });

export const actions = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("joins" as const), person, shift, place: fc.constantFrom(...places) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("employed" as const),
      person,
      shift,
      title: fc.constantFrom("Säljare", "Chef"),
      kind: fc.constantFrom("employee" as const, "temporary" as const),
      abroad: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("leaves" as const), person, shift }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("granted" as const),
      person,
      shift,
      role: fc.constantFrom("manager" as const, "trainer" as const),
      days: fc.option(fc.nat({ max: 30 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("holds" as const),
      person,
      shift,
      deputy: fc.boolean(),
      days: fc.option(fc.nat({ max: 30 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("moved" as const), to: fc.constantFrom("company", "office", "shops") }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant("completes" as const), person, score: fc.constantFrom(0.5, 1) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("away" as const), person, shift, days: fc.nat({ max: 20 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant("required" as const), audience: audiences, shift, shorter: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("replaced" as const),
      which: fc.nat(),
      audience: audiences,
      shift,
      shorter: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("ended" as const), which: fc.nat(), shift }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("withdrawn" as const), which: fc.nat() }) },
);
export type Action = typeof actions extends fc.Arbitrary<infer One> ? One : never;

export const shorterPeriods = (shorter: boolean): { due: Period | null; every: Period | null } =>
  shorter ? { due: parsePeriod("P9D"), every: parsePeriod("P1M") } : { due: null, every: null };

/** The company, and how its days pass. */
export class ChangingCompany {
  readonly db: Connections;
  readonly people: readonly string[];
  today: CivilDate = beginning;
  #made = 0;

  private constructor(db: Connections, people: readonly string[]) {
    this.db = db;
    this.people = people;
  }

  static async begin(): Promise<ChangingCompany> {
    const db = await freshDatabase();
    const at = noon(beginning);
    const { people } = await createCompany(db, { people: peopleCount, at });
    await db.write.insertInto("entity").values({ id: "other", name: "Outra Lda", country: "PT" }).execute();
    const abroad = { id: "site Europe/Lisbon", entity_id: "other", name: "Lissabon", zone: "Europe/Stockholm" };
    await db.write.insertInto("site").values(abroad).execute();
    const crisis = { id: "crisis", name: '{"sv":"Kris"}', closed_on: null, created_at: at.toISOString() };
    await db.write.insertInto("responsibility").values(crisis).execute();
    await createModule(db, { id: moduleId, policy, from: beginning, at });
    const company = new ChangingCompany(db, people);
    await company.write((tx) =>
      recordPeople(
        tx,
        company.recording,
        people.map((personId, n) => ({
          type: "joins",
          personId,
          departmentId: places[n % 3] ?? "office",
          from: beginning,
        })),
      ),
    );
    return company;
  }

  get recording() {
    return { at: noon(this.today), by: null };
  }

  async write<Result>(work: (tx: Writer) => Promise<Result>): Promise<Result> {
    return await this.db.write.transaction().execute(work);
  }

  /** Has assignments follow, as the runner does. */
  async follow(job: { readonly name: string; readonly payload: unknown }): Promise<void> {
    this.#made += 1;
    await enqueue(this.db.write, noon(this.today), { key: `job ${this.#made}`, ...job });
    const log = { error: (...said: unknown[]) => Promise.reject(new Error(JSON.stringify(said))) };
    const clock = { now: () => noon(this.today) };
    await workOff({ db: this.db, clock, log: log as never }, [assignEveryone, assignDepartments]);
    const open = await this.db.read.selectFrom("job").select("failure").where("finished_at", "is", null).execute();
    if (open.length > 0) throw new Error(`A job failed: ${open[0]?.failure}`);
  }

  async passDays(days: number): Promise<void> {
    this.today = addDays(this.today, days);
    await tick(this.db, noon(this.today));
  }

  /** Requirements that can still be changed. */
  async changeable() {
    const rows = await this.db.read
      .selectFrom("requirement")
      .select(["id", "from_on", "to_on", "replaces"])
      .where("withdrawn_at", "is", null)
      .orderBy("id")
      .execute();
    return rows.filter((row) => !rows.some((each) => each.replaces === row.id));
  }

  newId(): string {
    this.#made += 1;
    return `requirement ${String(this.#made).padStart(4, "0")}`;
  }

  /** Does it, if it can be done; what is refused changes nothing. */
  async act(action: Action): Promise<void> {
    try {
      await this.#act(action);
    } catch (error) {
      if (!isDomainError(error)) throw error;
    }
  }

  async #act(action: Action): Promise<void> {
    const { recording, today } = this;
    const personId = "person" in action ? (this.people[action.person] ?? "") : "";
    const on = "shift" in action ? addDays(today, action.shift) : today;
    const until = "days" in action && action.days !== null ? addDays(on, action.days) : null;
    switch (action.type) {
      case "joins":
        return await this.write((tx) =>
          recordPeople(tx, recording, [{ type: "joins", personId, departmentId: action.place, from: on }]),
        );
      case "employed": {
        const { title, kind, abroad } = action;
        const place = abroad
          ? { entityId: "other", siteId: "site Europe/Lisbon" }
          : { entityId: "entity", siteId: "site Europe/Stockholm" };
        return await this.write((tx) =>
          recordPeople(tx, recording, [
            { type: "employed", personId, from: on, ...place, kind, title, managerId: null },
          ]),
        );
      }
      case "leaves":
        return await this.write((tx) => recordPeople(tx, recording, [{ type: "leaves", personId, to: on }]));
      case "granted": {
        const grant = { personId, role: action.role, departmentId: null, courseId: null, deputy: false };
        await this.write((tx) => recordGrant(tx, recording, { ...grant, from: on, to: until }));
        return;
      }
      case "holds": {
        const holding = { personId, responsibilityId: "crisis", deputy: action.deputy, from: on, to: until };
        await this.write((tx) => recordHolding(tx, recording, holding));
        return;
      }
      case "moved": {
        const move = { departmentId: "shops-north", parentId: action.to, on: today };
        await this.write((tx) => moveDepartment(tx, recording, move));
        return await this.follow({ name: "assign-departments", payload: { departmentId: "shops-north", from: today } });
      }
      case "completes":
        await this.write((tx) =>
          record(tx, { at: noon(today), by: personId }, [
            {
              type: "completion",
              personId,
              moduleId,
              attemptId: null,
              kind: "module",
              revision: 1,
              contentHash: null,
              language: "sv",
              score: action.score,
              on: today,
              completedAt: noon(today),
            },
          ]),
        );
        return;
      case "away":
        await this.write((tx) =>
          record(tx, recording, [{ type: "absence", personId, kind: "leave", moduleId: null, from: on, until }]),
        );
        return;
      case "required": {
        const { audience, shorter } = action;
        const requirement = { id: this.newId(), moduleId, audience, from: on, to: null, ...shorterPeriods(shorter) };
        const touched = await this.write((tx) => recordRequirement(tx, recording, requirement));
        return await this.follow({ name: "assign-everyone", payload: { requirements: touched } });
      }
      case "replaced": {
        const old = await this.#pick(action.which);
        if (!old) return;
        const by = { id: this.newId(), audience: action.audience, from: on, ...shorterPeriods(action.shorter) };
        const touched = await this.write((tx) => replaceRequirement(tx, recording, { ...old, by }));
        return await this.follow({ name: "assign-everyone", payload: { requirements: touched } });
      }
      case "ended": {
        const old = await this.#pick(action.which);
        if (!old) return;
        const touched = await this.write((tx) => endRequirement(tx, recording, { ...old, to: on }));
        return await this.follow({ name: "assign-everyone", payload: { requirements: touched } });
      }
      case "withdrawn": {
        const old = await this.#pick(action.which);
        if (!old) return;
        const touched = await this.write((tx) => withdrawRequirement(tx, recording, { ...old, why: "a mistake" }));
        // All of them, as after an import of courses.
        return await this.follow({
          name: "assign-everyone",
          payload: touched.length > 1 ? {} : { requirements: touched },
        });
      }
    }
  }

  async #pick(which: number): Promise<{ id: string; seen: { to: CivilDate | null } } | null> {
    const all = await this.changeable();
    const one = all[which % Math.max(1, all.length)];
    return one ? { id: one.id, seen: { to: one.to_on as CivilDate | null } } : null;
  }
}
