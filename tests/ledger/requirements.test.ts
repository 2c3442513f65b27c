import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#app/domain/calendar";
import { rebuild } from "#app/ledger/rebuild";
import { actions, beginning, ChangingCompany, noon } from "#tests/support/changing-company";
import { countFaults } from "#tests/support/naive";
import { assignmentFaults, readWorld } from "#tests/support/naive-requirements";

const steps = fc.array(fc.record({ days: fc.nat({ max: 12 }), action: actions }), { minLength: 4, maxLength: 16 });

describe("whatever changes of people, departments and requirements, in whatever order", () => {
  it("assignments are those of a day-by-day reading, and everything derived is what a rebuild makes", async () => {
    let changes = 0;
    let assigned = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (story) => {
        const company = await ChangingCompany.begin();
        const { db, people } = company;
        try {
          for (const { days, action } of story) {
            await company.passDays(days);
            await company.act(action);
            changes += 1;
          }
          const world = await readWorld(db);
          assigned += world.assignments.length;
          expect(assignmentFaults(world, people, addDays(beginning, -30), addDays(company.today, 60))).toEqual([]);
          const report = await rebuild(db, noon(company.today));
          expect([report.differing, ...Object.values(report.counts)]).toEqual([0, 0, 0, 0, 0, 0]);
          expect(await countFaults(db, company.today)).toEqual([]);
        } finally {
          await db.close();
        }
      }),
      { numRuns: Number(process.env.REPRIS_RUNS ?? 60) },
    );
    // The stories are about something.
    expect(changes).toBeGreaterThan(200);
    expect(assigned).toBeGreaterThan(200);
  }, 300_000);
});
