import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, civilDate, type Period } from "#app/domain/calendar";
import { assignDepartments } from "#app/ledger/assign-departments.job";
import { moveDepartment } from "#app/ledger/departments";
import { mergeDepartment } from "#app/ledger/merge-department";
import { recordPeople } from "#app/ledger/people";
import { tryPlaces } from "#app/ledger/place-trial";
import { record } from "#app/ledger/record";
import { tick } from "#app/ledger/tick";
import type { Connections } from "#db/connect";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";

const beginning = civilDate("2025-01-01");
const today = addDays(beginning, 60);
const noon = (day: CivilDate) => new Date(`${day}T11:00:00Z`);
const recording = { at: noon(today), by: null };
const lateStates = ["overdue", "refresher-overdue", "lapsed"];

/** Six in the northern shop and six in the office; who is in shops takes alpha, who is in the office takes beta. */
async function newCompany() {
  const db = await freshDatabase();
  const { people } = await createCompany(db, { people: 12, at: noon(beginning) });
  const policy = { due: "P14D" as Period, refresh: { every: "P2M" as Period, window: "P10D" as Period } };
  for (const [id, department] of [
    ["alpha", "shops"],
    ["beta", "office"],
  ] as const) {
    const audience = { departments: [department] };
    await createModule(db, { id, policy, audience, from: beginning, at: noon(beginning) });
  }
  const write = <Result>(work: Parameters<ReturnType<Connections["write"]["transaction"]>["execute"]>[0]) =>
    db.write.transaction().execute(work) as Promise<Result>;
  await write((tx) =>
    recordPeople(
      tx,
      { at: noon(beginning), by: null },
      people.map((personId, index) => ({
        type: "joins" as const,
        personId,
        departmentId: index < 6 ? "shops-north" : "office",
        from: beginning,
      })),
    ),
  );
  // Some of the office have taken what the shops take, of their own accord.
  await write((tx) =>
    record(
      tx,
      { at: noon(addDays(beginning, 40)), by: null },
      people.slice(9).map((personId) => ({
        type: "completion" as const,
        attemptId: null,
        contentHash: null,
        language: null,
        completedAt: noon(addDays(beginning, 40)),
        personId,
        moduleId: "alpha",
        on: addDays(beginning, 40),
        kind: "module" as const,
        revision: 1,
        score: 1,
      })),
    ),
  );
  await tick(db, recording.at);
  return { db, people, write };
}

async function late(db: Connections): Promise<Set<string>> {
  const rows = await db.read
    .selectFrom("standing")
    .select(["person_id", "module_id"])
    .where("state", "in", lateStates as never)
    .execute();
  return new Set(rows.map((row) => `${row.person_id} ${row.module_id}`));
}

/** People who are late with something that they were not late with before. */
async function newlyLate(db: Connections, before: ReadonlySet<string>): Promise<number> {
  const new_ = [...(await late(db))].filter((key) => !before.has(key));
  return new Set(new_.map((key) => key.split(" ")[0])).size;
}

describe("what another place of a department would do", () => {
  it.each([20, 50, 60])("is what comes of it, from day %i", async (days) => {
    const { db, write } = await newCompany();
    const on = addDays(beginning, days);
    const move = { departmentId: "office", parentId: "shops", on };
    const before = await late(db);
    const trial = await tryPlaces(db.read, { on, moves: [move], merge: null }, recording.at);
    expect(await late(db)).toEqual(before);
    await write((tx) => moveDepartment(tx, recording, move));
    for (let cursor: string | null = ""; cursor !== null; ) {
      const job = { payload: { departmentId: "office", from: on }, progress: { cursor }, at: recording.at };
      const step: { cursor: string | null } = await write((tx) => assignDepartments.step(tx, job));
      cursor = step.cursor;
    }
    expect(trial).toEqual({ concerned: 6, late: await newlyLate(db, before) });
    expect(trial.late).toBe(days === 20 ? 3 : 0);
  });
});

describe("what a merge would do", () => {
  it.each([10, 20, 60])("is what comes of it, from day %i", async (days) => {
    const { db, write } = await newCompany();
    const on = addDays(beginning, days);
    const merging = { departmentId: "shops-north", intoId: "office", on };
    const before = await late(db);
    const trial = await tryPlaces(db.read, { on, moves: [], merge: merging }, recording.at);
    expect(await late(db)).toEqual(before);
    await write((tx) => mergeDepartment(tx, recording, merging));
    expect(trial).toEqual({ concerned: 6, late: await newlyLate(db, before) });
    expect(trial.late).toBe(days === 60 ? 0 : 6);
  });
});
