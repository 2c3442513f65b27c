import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDate, parsePeriod } from "#app/domain/calendar";
import type { RowChange } from "#app/ledger/journal";
import { type PersonChange, recordPeople } from "#app/ledger/people";
import { rebuild } from "#app/ledger/rebuild";
import { record } from "#app/ledger/record";
import { takeBack } from "#app/ledger/take-back";
import { tick } from "#app/ledger/tick";
import type { Connections } from "#db/connect";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { countFaults, departmentOf } from "#tests/support/naive";

const beginning = civilDate("2026-01-01");
const noon = (day: string) => new Date(`${day}T11:00:00Z`);

const employment = {
  entityId: "entity",
  siteId: "site Europe/Stockholm",
  kind: "employee" as const,
  title: "Säljare",
  managerId: null,
};

async function newCompany() {
  const db = await freshDatabase();
  const { people } = await createCompany(db, { people: 4, at: noon(beginning) });
  const policy = { due: parsePeriod("P10D"), refresh: { every: parsePeriod("P3M"), window: parsePeriod("P10D") } };
  const at = noon(beginning);
  await createModule(db, { id: "alpha", policy, audience: { everyone: true }, from: beginning, at });
  const rule = { all: [{ department: ["shops"] }, { not: { title: ["Chef"] } }] };
  await createModule(db, { id: "beta", policy, audience: rule, from: beginning, at });
  return { db, people };
}

const recorded = (db: Connections, on: string, changes: readonly PersonChange[], journal?: RowChange[]) =>
  db.write.transaction().execute((tx) =>
    recordPeople(tx, { at: noon(on), by: null }, changes, {
      note: (change) => {
        journal?.push(change);
      },
    }),
  );

/** Everything derived, as text; without what a day that passed leaves behind of what was ahead. */
async function derived(db: Connections): Promise<string> {
  const spans = await db.read.selectFrom("standing_span").selectAll().execute();
  const standings = await db.read.selectFrom("standing").selectAll().execute();
  const ahead = (row: (typeof standings)[number]) =>
    (JSON.parse(row.ahead) as [string][]).filter(([on]) => row.next_change_on !== null && on >= row.next_change_on);
  return JSON.stringify([standings.map((row) => ({ ...row, ahead: ahead(row) })), spans], null, 1);
}

async function faults(db: Connections, on: string) {
  const report = await rebuild(db, noon(on));
  const found = await countFaults(db, on);
  return { differing: report.differing, counts: Object.values(report.counts).filter((n) => n !== 0), found };
}
const none = { differing: 0, counts: [], found: [] };

describe("people who come, move and leave", () => {
  it("are obliged from the day on which they belong, and no longer once they have left", async () => {
    const { db } = await newCompany();
    const on = addDays(beginning, 20);
    const person = {
      id: "NEW",
      employeeNumber: "0042",
      givenName: "Åsa",
      familyName: "Öberg",
      email: null,
      language: "sv",
      zone: null,
    };
    await recorded(db, on, [
      { type: "created", person },
      { type: "employed", personId: "NEW", from: on, ...employment },
      { type: "joins", personId: "NEW", departmentId: "shops-north", from: on },
    ]);
    const standings = () =>
      db.read
        .selectFrom("standing")
        .select(["module_id", "state", "due_on", "department_id"])
        .where("person_id", "=", "NEW")
        .orderBy("module_id")
        .execute();
    expect(await standings()).toEqual([
      { module_id: "alpha", state: "assigned", due_on: addDays(on, 10), department_id: "shops-north" },
      { module_id: "beta", state: "assigned", due_on: addDays(on, 10), department_id: "shops-north" },
    ]);
    // A new title ends what only applied to the old one.
    const later = addDays(on, 3);
    await recorded(db, later, [{ type: "employed", personId: "NEW", from: later, ...employment, title: "Chef" }]);
    expect((await standings()).map((row) => row.state)).toEqual(["assigned", "not-required"]);
    const last = addDays(on, 5);
    await recorded(db, later, [{ type: "leaves", personId: "NEW", to: last }]);
    await tick(db, noon(addDays(last, 1)));
    expect((await standings()).map((row) => row.state)).toEqual(["not-required", "not-required"]);
    expect(await faults(db, addDays(last, 1))).toEqual(none);
    const found = await db.read
      .selectFrom("person")
      .select(["search_key", "sort_key"])
      .where("id", "=", "NEW")
      .execute();
    expect(found).toEqual([{ search_key: "asa oberg 0042", sort_key: "~cberg ~asa" }]);
    await db.close();
  });

  const places = fc.constantFrom("shops-north", "shops-south", "office");
  const titles = fc.constantFrom("Säljare", "Chef");
  const steps = fc.array(
    fc.record({
      person: fc.integer({ min: 0, max: 3 }),
      days: fc.integer({ min: 0, max: 25 }),
      /** A change may be for a day before or after the one on which it is recorded. */
      shift: fc.integer({ min: -15, max: 15 }),
      what: fc.oneof(
        places.map((departmentId) => ({ type: "joins" as const, departmentId })),
        titles.map((title) => ({ type: "employed" as const, title })),
        fc.constant({ type: "leaves" as const }),
        fc.constant({ type: "stays" as const }),
        fc.constant({ type: "completes" as const }),
      ),
    }),
    { minLength: 4, maxLength: 14 },
  );

  it("whatever the order: what is derived is what a rebuild makes, and taking all back restores it", async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 0, max: 10 }), async (story, from) => {
        const { db, people } = await newCompany();
        const joins = people.map((personId, n) => ({
          type: "joins" as const,
          personId,
          departmentId: n % 2 === 0 ? "shops-north" : "office",
          from: beginning,
        }));
        await recorded(db, beginning, joins);
        let today = beginning;
        const journal: RowChange[] = [];
        let before: string | null = null;
        for (const [index, { person, days, shift, what }] of story.entries()) {
          // From some step on everything is noted, and no day passes, so that all of it can be taken back.
          if (before === null) today = addDays(today, days);
          await tick(db, noon(today));
          if (index === Math.min(from, story.length - 1)) before = await derived(db);
          const personId = people[person] ?? "";
          const on = addDays(today, shift);
          const note = before === null ? undefined : journal;
          if (what.type === "completes") {
            if (before !== null) continue;
            const completedAt = noon(today);
            await db.write.transaction().execute((tx) =>
              record(tx, { at: completedAt, by: personId }, [
                {
                  type: "completion",
                  personId,
                  moduleId: "alpha",
                  attemptId: null,
                  kind: "module",
                  revision: 1,
                  contentHash: null,
                  language: "sv",
                  score: 1,
                  on: today,
                  completedAt,
                },
              ]),
            );
          } else if (what.type === "joins") await recorded(db, today, [{ ...what, personId, from: on }], note);
          else if (what.type === "employed")
            await recorded(db, today, [{ ...employment, ...what, personId, from: on }], note);
          else if (what.type === "leaves") await recorded(db, today, [{ type: "leaves", personId, to: on }], note);
          else await recorded(db, today, [{ type: "stays", personId }], note);
          expect(await faults(db, today)).toEqual(none);
        }
        for (const personId of people) {
          const rows = await db.read
            .selectFrom("membership")
            .select(["from_on", "to_on"])
            .where("person_id", "=", personId)
            .where("withdrawn_at", "is", null)
            .orderBy("from_on")
            .execute();
          for (const [index, row] of rows.entries()) {
            const next = rows[index + 1];
            // One department a day, and no row that ends before it begins.
            if (next) expect(row.to_on !== null && row.to_on < next.from_on).toBe(true);
            if (row.to_on !== null) expect(row.to_on >= row.from_on).toBe(true);
          }
          const stored = await db.read
            .selectFrom("standing")
            .select("department_id")
            .where("person_id", "=", personId)
            .executeTakeFirst();
          if (stored) expect(stored.department_id).toBe(await departmentOf(db, personId, today));
        }
        const taken = await db.write
          .transaction()
          .execute((tx) => takeBack(tx, { at: noon(today), by: null }, [...journal].reverse(), "the wrong file"));
        expect(taken.kept).toEqual([]);
        expect(await derived(db)).toBe(before);
        expect(await faults(db, today)).toEqual(none);
        await db.close();
      }),
      { numRuns: 40 },
    );
  }, 300_000);
});
