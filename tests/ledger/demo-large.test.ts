import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateLarge, type LargeCompany } from "#app/demo/generate-large";
import { instantIn } from "#app/demo/instants";
import { addDays, civilDate } from "#app/domain/calendar";
import { reconcileAssignments } from "#app/ledger/organisation";
import { rebuild } from "#app/ledger/rebuild";
import { tick } from "#app/ledger/tick";
import type { Connections } from "#db/connect";
import { findCredential, findSignedIn } from "#db/queries/people";
import { freshDatabase } from "#tests/support/database";
import { countFaults } from "#tests/support/naive";

const lastDay = civilDate("2026-11-24");
const nextDay = addDays(lastDay, 1);
const noon = (day: string) => instantIn("Europe/Stockholm", civilDate(day), 12 * 60);
const size = { people: 300, modules: 6, departments: 15, standings: 1200, fractionChanging: 0.05 };

describe("a large company", () => {
  let db: Connections;
  let company: LargeCompany;
  beforeAll(async () => {
    db = await freshDatabase();
    company = await generateLarge(db, { ...size, lastDay, changingOn: nextDay });
  });
  afterAll(() => db.close());

  it("has as many people and standings as asked for, and the indexes of any database", async () => {
    expect(company).toMatchObject({ people: 300, standings: 1200, changing: 60 });
    const count = async (table: "person" | "standing" | "standing_span" | "completion") => {
      const row = await db.read
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .executeTakeFirst();
      return row?.n;
    };
    expect(await count("person")).toBe(300);
    expect(await count("standing")).toBe(1200);
    expect(await count("standing_span")).toBe(company.spans);
    expect(await count("completion")).toBe(company.completions);
    const empty = await freshDatabase();
    const indexes = (of: Connections) =>
      of.read
        .selectFrom("sqlite_master" as never)
        .select(["name", "sql"] as never)
        .where("type" as never, "=", "index" as never)
        .orderBy("name" as never)
        .execute();
    expect(await indexes(db)).toEqual(await indexes(empty));
    await empty.close();
  });

  it("is what the ledger makes of its facts", async () => {
    const report = await rebuild(db, noon(lastDay));
    expect(report.standings).toBe(1200);
    expect(report.differing).toBe(0);
    for (const [table, differing] of Object.entries(report.counts)) expect(differing, table).toBe(0);
    for (const ago of [0, 60, 130]) expect(await countFaults(db, addDays(lastDay, -ago))).toEqual([]);
  });

  it("has the assignments that its requirements imply", async () => {
    const before = await db.read.selectFrom("assignment").selectAll().execute();
    const people = await db.read.selectFrom("person").select("id").execute();
    await db.write.transaction().execute((tx) =>
      reconcileAssignments(
        tx,
        { at: noon(lastDay), by: null },
        people.map(({ id }) => id),
      ),
    );
    expect(await db.read.selectFrom("assignment").selectAll().execute()).toEqual(before);
  });

  it("has many states, and people who can sign in", async () => {
    const rows = await db.read.selectFrom("standing").select("state").distinct().orderBy("state").execute();
    expect(rows.map((row) => row.state)).toEqual([
      "current",
      "lapsed",
      "overdue",
      "refresher-open",
      "refresher-overdue",
    ]);
    const credential = await findCredential(db.read, "manager.butik@fjallnas.example", lastDay);
    const manager = await findSignedIn(db.read, credential?.personId ?? "", lastDay);
    expect(manager?.grants).toEqual([{ role: "manager", departmentId: "avdelning-1", courseId: null }]);
    expect(await findCredential(db.read, "employee@fjallnas.example", lastDay)).toBeDefined();
  });

  it("changes by as much as asked for on the day asked for, and once", async () => {
    expect(await tick(db, noon(lastDay))).toMatchObject({ passed: 0, replayed: 0 });
    const due = await db.read
      .selectFrom("standing")
      .select("person_id")
      .where("next_change_on", "=", nextDay)
      .execute();
    expect(due).toHaveLength(60);
    const report = await tick(db, noon(nextDay));
    expect(report.passed + report.replayed).toBe(60);
    expect(await tick(db, noon(nextDay))).toMatchObject({ passed: 0, replayed: 0 });
    const rebuilt = await rebuild(db, noon(nextDay));
    expect(rebuilt.differing).toBe(0);
  });

  it("refuses what cannot be made", async () => {
    const empty = await freshDatabase();
    const odd = { ...size, lastDay, changingOn: nextDay };
    await expect(generateLarge(empty, { ...odd, standings: 1000 })).rejects.toThrow("not whole modules");
    await expect(generateLarge(empty, { ...odd, fractionChanging: 1.1 })).rejects.toThrow("can change");
    await empty.close();
  });
});
