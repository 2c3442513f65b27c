import { describe, expect, it } from "vitest";
import { addDays, civilDate, parsePeriod } from "#app/domain/calendar";
import { reconcileAssignments, recordMoves } from "#app/ledger/organisation";
import { rebuild } from "#app/ledger/rebuild";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { countFaults } from "#tests/support/naive";

const beginning = civilDate("2025-01-01");
const noon = (day: string) => new Date(`${day}T11:00:00Z`);

describe("assignments follow requirements", () => {
  it("brings a standing up to date once, though two things say that it has changed", async () => {
    const db = await freshDatabase();
    const { people } = await createCompany(db, { people: 2, at: noon(beginning) });
    const policy = { due: parsePeriod("P14D") };
    await createModule(db, { id: "alpha", policy, audience: { everyone: true }, from: beginning, at: noon(beginning) });
    const joins = people.map((personId) => ({
      type: "joins" as const,
      personId,
      departmentId: "office",
      from: beginning,
    }));
    await db.write.transaction().execute((tx) => recordMoves(tx, { at: noon(beginning), by: null }, joins));
    const today = addDays(beginning, 5);
    await db.write
      .updateTable("requirement")
      .set({ audience: JSON.stringify({ departments: ["shops"] }) })
      .execute();
    await db.write.transaction().execute((tx) => reconcileAssignments(tx, { at: noon(today), by: null }, people));
    expect(await countFaults(db, today)).toEqual([]);
    const report = await rebuild(db, noon(today));
    expect(report).toMatchObject({ differing: 0, counts: { standing_count: 0, due_count: 0 } });
    await db.close();
  });
});
