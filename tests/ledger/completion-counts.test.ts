import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, civilDate, parsePeriod } from "#app/domain/calendar";
import { recordMoves } from "#app/ledger/organisation";
import { rebuild } from "#app/ledger/rebuild";
import { record, withdraw } from "#app/ledger/record";
import { tick } from "#app/ledger/tick";
import type { Connections } from "#db/connect";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";

const beginning = civilDate("2025-01-01");
const noon = (day: string) => new Date(`${day}T11:00:00Z`);

/** Somebody in the office, and a module that only the shops have to take. */
async function newCompany() {
  const db = await freshDatabase();
  const { people } = await createCompany(db, { people: 1, at: noon(beginning) });
  const [personId = ""] = people;
  const policy = { refresh: { every: parsePeriod("P6M") } };
  await createModule(db, {
    id: "alpha",
    policy,
    audience: { departments: ["shops"] },
    from: beginning,
    at: noon(beginning),
  });
  await move(db, personId, "office", beginning);
  return { db, personId };
}

async function move(db: Connections, personId: string, departmentId: string, from: CivilDate, today = from) {
  await db.write
    .transaction()
    .execute((tx) =>
      recordMoves(tx, { at: noon(today), by: null }, [
        ...(from === beginning ? [] : [{ type: "leaves" as const, personId, to: addDays(from, -1) }]),
        { type: "joins", personId, departmentId, from },
      ]),
    );
}

async function complete(db: Connections, personId: string, on: CivilDate, kind: "module" | "refresher", id: string) {
  const [completedAt, by] = [noon(on), personId];
  await db.write.transaction().execute((tx) =>
    record(tx, { at: completedAt, by }, [
      {
        type: "completion",
        id,
        personId,
        moduleId: "alpha",
        attemptId: null,
        kind,
        revision: 1,
        contentHash: null,
        language: "sv",
        score: 1,
        on,
        completedAt,
      },
    ]),
  );
}

async function counted(db: Connections): Promise<string[]> {
  const rows = await db.read.selectFrom("completion_count").selectAll().where("n", "<>", 0).execute();
  return rows.map((row) => `${row.department_id} ${row.kind} ${row.month} ${row.n}`).sort();
}

describe("counts of completions", () => {
  it("hold nothing that was taken without being required to, until it is required", async () => {
    const { db, personId } = await newCompany();
    await complete(db, personId, civilDate("2025-01-10"), "module", "c1");
    expect(await counted(db)).toEqual([]);
    // Nothing is required before the day of the move, though it is known before.
    await move(db, personId, "shops-north", civilDate("2025-02-01"), civilDate("2025-01-20"));
    expect(await counted(db)).toEqual([]);
    await tick(db, noon("2025-02-01"));
    expect(await counted(db)).toEqual(["company module 2025-01 1", "office module 2025-01 1"]);
    await complete(db, personId, civilDate("2025-06-20"), "refresher", "c2");
    expect(await counted(db)).toEqual([
      "company module 2025-01 1",
      "company refresher 2025-06 1",
      "office module 2025-01 1",
      "shops refresher 2025-06 1",
      "shops-north refresher 2025-06 1",
    ]);
    const report = await rebuild(db, noon("2025-06-20"));
    expect(report.counts).toEqual({
      standing_count: 0,
      due_count: 0,
      load_count: 0,
      completion_count: 0,
      headcount: 0,
    });
    await db.close();
  });

  it("lose what is withdrawn", async () => {
    const { db, personId } = await newCompany();
    await move(db, personId, "shops", civilDate("2025-02-01"));
    await complete(db, personId, civilDate("2025-02-10"), "module", "c1");
    await complete(db, personId, civilDate("2025-07-01"), "refresher", "c2");
    const at = noon("2025-07-02");
    await db.write.transaction().execute((tx) => withdraw(tx, { at, by: null }, "completion", "c2", "a mistake"));
    expect(await counted(db)).toEqual(["company module 2025-02 1", "shops module 2025-02 1"]);
    await db.close();
  });

  it("lose everything where it turns out that nobody required it", async () => {
    const { db, personId } = await newCompany();
    await move(db, personId, "shops", civilDate("2025-02-01"));
    await complete(db, personId, civilDate("2025-02-10"), "module", "c1");
    const rows = await db.read.selectFrom("assignment").select("id").execute();
    const at = noon("2025-02-11");
    for (const { id } of rows) {
      await db.write.transaction().execute((tx) => withdraw(tx, { at, by: null }, "assignment", id, "a mistake"));
    }
    expect(await counted(db)).toEqual([]);
    expect((await rebuild(db, at)).counts.completion_count).toBe(0);
    await db.close();
  });
});
