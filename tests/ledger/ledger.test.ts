import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, civilDate, type Period } from "#app/domain/calendar";
import type { Policy } from "#app/domain/policy";
import { type Move, recordMoves } from "#app/ledger/organisation";
import { rebuild } from "#app/ledger/rebuild";
import { record, recordPolicy, recordRevision, refreshModule, withdraw } from "#app/ledger/record";
import { tick } from "#app/ledger/tick";
import type { Connections } from "#db/connect";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { countFaults, spanFaults } from "#tests/support/naive";

const beginning = civilDate("2025-01-01");
const noon = (day: CivilDate) => new Date(`${day}T11:00:00Z`);
const period = (text: string) => text as Period;

const policies: Policy[] = [
  { due: period("P14D"), refresh: { every: period("P3M"), window: period("P14D"), grace: period("P7D") } },
  {
    refresh: {
      every: period("P2M"),
      window: period("P10D"),
      spread: period("P7D"),
      weak: { below: 0.8, every: period("P1M") },
    },
  },
  { refresh: { anchor: "keep", every: period("P2M"), window: period("P10D"), afterLapse: "refresher" } },
];
const modules = ["alpha", "beta", "gamma"];

type Happening =
  | { readonly what: "complete"; readonly person: number; readonly module: number; readonly score: number }
  | { readonly what: "move"; readonly person: number; readonly department: number }
  | { readonly what: "leave-company"; readonly person: number }
  | { readonly what: "absence"; readonly person: number; readonly ahead: number; readonly days: number | null }
  | { readonly what: "exempt"; readonly person: number; readonly module: number; readonly days: number }
  | { readonly what: "extend"; readonly person: number; readonly module: number; readonly days: number }
  | { readonly what: "late-completion"; readonly person: number; readonly module: number; readonly ago: number }
  | { readonly what: "withdraw-completion" }
  | { readonly what: "withdraw-absence" }
  | { readonly what: "revise"; readonly module: number; readonly change: "minor" | "major" | "critical" }
  | { readonly what: "policy"; readonly module: number; readonly policy: number }
  | { readonly what: "nothing" };

const person = fc.integer({ min: 0, max: 3 });
const module = fc.integer({ min: 0, max: 2 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ what: fc.constant("complete" as const), person, module, score: fc.constantFrom(0.6, 1) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant("move" as const), person, department: fc.integer({ min: 1, max: 4 }) }),
  },
  fc.record({ what: fc.constant("leave-company" as const), person }),
  fc.record({
    what: fc.constant("absence" as const),
    person,
    ahead: fc.integer({ min: -5, max: 12 }),
    days: fc.option(fc.integer({ min: 0, max: 50 })),
  }),
  fc.record({ what: fc.constant("exempt" as const), person, module, days: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ what: fc.constant("extend" as const), person, module, days: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ what: fc.constant("late-completion" as const), person, module, ago: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ what: fc.constant("withdraw-completion" as const) }),
  fc.record({ what: fc.constant("withdraw-absence" as const) }),
  fc.record({ what: fc.constant("revise" as const), module, change: fc.constantFrom("minor", "major", "critical") }),
  fc.record({ what: fc.constant("policy" as const), module, policy: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ what: fc.constant("nothing" as const) }),
);
const story = fc.array(fc.tuple(fc.integer({ min: 0, max: 25 }), happening), { minLength: 3, maxLength: 30 });

async function completed(
  db: Connections,
  personId: string,
  moduleId: string,
  on: CivilDate,
  today: CivilDate,
  score: number,
) {
  const revision = await db.read
    .selectFrom("revision")
    .select((eb) => eb.fn.max("number").as("number"))
    .where("module_id", "=", moduleId)
    .where("published_on", "<=", on)
    .executeTakeFirst();
  await db.write.transaction().execute((tx) =>
    record(tx, { at: noon(today), by: null }, [
      {
        type: "completion",
        personId,
        moduleId,
        attemptId: null,
        kind: "module",
        revision: revision?.number ?? 1,
        contentHash: null,
        language: "sv",
        score,
        on,
        completedAt: noon(on),
      },
    ]),
  );
}

async function happen(
  db: Connections,
  people: readonly string[],
  departments: readonly string[],
  today: CivilDate,
  it: Happening,
) {
  const recording = { at: noon(today), by: null };
  const inTransaction = db.write.transaction();
  const who = "person" in it ? (people[it.person] ?? "") : "";
  const what = "module" in it ? (modules[it.module] ?? "") : "";
  switch (it.what) {
    case "complete":
      return await completed(db, who, what, today, today, it.score);
    case "late-completion":
      return await completed(db, who, what, addDays(today, -it.ago), today, 1);
    case "move": {
      const open = await db.read
        .selectFrom("membership")
        .select(["from_on", "to_on"])
        .where("person_id", "=", who)
        .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
        .executeTakeFirst();
      if (open && (open.from_on >= today || open.to_on !== null)) return;
      const moves: Move[] = open ? [{ type: "leaves", personId: who, to: addDays(today, -1) }] : [];
      moves.push({ type: "joins", personId: who, departmentId: departments[it.department] ?? "office", from: today });
      return await inTransaction.execute((tx) => recordMoves(tx, recording, moves));
    }
    case "leave-company":
      return await inTransaction.execute((tx) =>
        recordMoves(tx, recording, [{ type: "leaves", personId: who, to: addDays(today, 6) }]),
      );
    case "absence": {
      const from = addDays(today, it.ahead);
      const until = it.days === null ? null : addDays(from, it.days);
      return await inTransaction.execute((tx) =>
        record(tx, recording, [{ type: "absence", kind: "leave", personId: who, moduleId: null, from, until }]),
      );
    }
    case "exempt":
      return await inTransaction.execute((tx) =>
        record(tx, recording, [
          {
            type: "absence",
            kind: "exemption",
            personId: who,
            moduleId: what,
            from: today,
            until: addDays(today, it.days),
          },
        ]),
      );
    case "extend":
      return await inTransaction.execute((tx) =>
        record(tx, recording, [
          { type: "extension", personId: who, moduleId: what, on: today, due: addDays(today, it.days) },
        ]),
      );
    case "withdraw-completion":
    case "withdraw-absence": {
      const table = it.what === "withdraw-absence" ? "absence" : "completion";
      const row = await db.read.selectFrom(table).select("id").where("withdrawn_at", "is", null).executeTakeFirst();
      if (!row) return;
      return await inTransaction.execute((tx) => withdraw(tx, recording, table, row.id, "a mistake"));
    }
    case "revise":
    case "policy": {
      if (it.what === "revise") {
        const newest = await db.read
          .selectFrom("revision")
          .select((eb) => eb.fn.max("number").as("number"))
          .where("module_id", "=", what)
          .executeTakeFirst();
        const number = (newest?.number ?? 0) + 1;
        await inTransaction.execute((tx) =>
          recordRevision(tx, recording, {
            id: `${what} ${number}`,
            moduleId: what,
            number,
            change: it.change,
            within: null,
            note: "{}",
            contentHash: `${number}`,
            on: today,
          }),
        );
      } else {
        const policy = policies[it.policy] ?? {};
        await inTransaction.execute((tx) => recordPolicy(tx, recording, { moduleId: what, on: today, policy }));
      }
      for (let cursor: string | null = ""; cursor !== null; ) {
        const after: string = cursor;
        cursor = await db.write
          .transaction()
          .execute(async (tx) => (await refreshModule(tx, what, noon(today), after, 2)).next);
      }
      return;
    }
    case "nothing":
      return;
  }
}

async function newCompany() {
  const db = await freshDatabase();
  const company = await createCompany(db, { people: 4, at: noon(beginning) });
  for (const [index, id] of modules.entries()) {
    await createModule(db, {
      id,
      policy: policies[index] ?? {},
      audience: index === 0 ? { everyone: true } : { departments: index === 1 ? ["shops"] : ["office", "shops-north"] },
      from: beginning,
      at: noon(beginning),
    });
  }
  await db.write.transaction().execute((tx) =>
    recordMoves(
      tx,
      { at: noon(beginning), by: null },
      company.people.slice(0, 3).map((personId, index) => ({
        type: "joins" as const,
        personId,
        departmentId: ["shops-north", "shops-south", "office"][index] ?? "office",
        from: beginning,
      })),
    ),
  );
  return { db, company };
}

describe("the ledger", () => {
  it("stores, after any story, what the pure function says of every day", async () => {
    await fc.assert(
      fc.asyncProperty(story, async (days) => {
        const { db, company } = await newCompany();
        try {
          let today = beginning;
          for (const [gap, event] of days) {
            today = addDays(today, gap);
            await tick(db, noon(today));
            await happen(db, company.people, company.departments, today, event);
          }
          today = addDays(today, 20);
          await tick(db, noon(today));
          const faults: string[] = [];
          for (const personId of company.people) {
            for (const moduleId of modules)
              faults.push(...(await spanFaults(db, personId, moduleId, beginning, today)));
          }
          for (let day = beginning; day <= today; day = addDays(day, 7)) faults.push(...(await countFaults(db, day)));
          faults.push(...(await countFaults(db, today)));
          expect(faults).toEqual([]);
          const report = await rebuild(db, noon(today));
          expect(report.differing).toBe(0);
          expect(report.counts).toEqual({
            standing_count: 0,
            due_count: 0,
            load_count: 0,
            completion_count: 0,
            headcount: 0,
          });
        } finally {
          await db.close();
        }
      }),
      { numRuns: 60 },
    );
  }, 300_000);

  it("writes nothing when it ticks a second time", async () => {
    const { db } = await newCompany();
    const later = noon(addDays(beginning, 40));
    const first = await tick(db, later);
    expect(first.passed).toBeGreaterThan(0);
    const before = await db.write
      .selectFrom("standing_span")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .execute();
    const second = await tick(db, later);
    expect(second).toMatchObject({ passed: 0, replayed: 0, batches: 0 });
    expect(
      await db.write
        .selectFrom("standing_span")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .execute(),
    ).toEqual(before);
    await db.close();
  });

  it("catches up after days of standstill as if every day had been ticked", async () => {
    const steady = await newCompany();
    const stopped = await newCompany();
    for (let day = 1; day <= 90; day += 1) await tick(steady.db, noon(addDays(beginning, day)));
    await tick(stopped.db, noon(addDays(beginning, 90)));
    const spans = async (db: Connections) =>
      await db.read
        .selectFrom("standing_span")
        .innerJoin("person", "person.id", "standing_span.person_id")
        .select(["employee_number", "module_id", "from_on", "to_on", "state"])
        .orderBy("employee_number")
        .orderBy("module_id")
        .orderBy("from_on")
        .execute();
    expect(await spans(stopped.db)).toEqual(await spans(steady.db));
    await steady.db.close();
    await stopped.db.close();
  });

  it("repairs and reports what was written past it", async () => {
    const { db } = await newCompany();
    await db.write.updateTable("standing").set({ state: "current" }).where("module_id", "=", "alpha").execute();
    await db.write.updateTable("standing_count").set({ current: 77 }).where("module_id", "=", "alpha").execute();
    const report = await rebuild(db, noon(beginning));
    expect(report.differing).toBe(3);
    expect(report.counts.standing_count).toBeGreaterThan(0);
    expect((await rebuild(db, noon(beginning))).differing).toBe(0);
    await db.close();
  });
});
