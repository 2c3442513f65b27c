/** A generated company, imported, changed by a second file and taken back; and a process that is killed in the middle. */
import { fork } from "node:child_process";
import { resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { confirmPeople } from "#app/administering/imports/decide-people.server";
import { civilDate } from "#app/domain/calendar";
import type { Actor } from "#app/domain/permissions";
import { parsePolicy } from "#app/domain/policy";
import { rebuild } from "#app/ledger/rebuild";
import { createLog } from "#app/platform/log";
import { type Connections, connect } from "#db/connect";
import { peopleFile } from "#tests/bench/people-file";
import { FakeClock } from "#tests/support/clock";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { apply, bring, check, type ImportDeps, importOf, undo, workAll } from "./importing";

const today = "2026-11-23";
const places = { departments: ["shops-north", "shops-south", "office"], sites: ["Europe/Stockholm"] };

const open: Connections[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.close();
});

async function company(): Promise<{ deps: ImportDeps; hr: Actor }> {
  const db = await freshDatabase();
  open.push(db);
  const at = new Date("2026-01-01T11:00:00Z");
  const { people } = await createCompany(db, { people: 3, at });
  const policy = parsePolicy({ due: "P30D", refresh: { every: "P1Y", window: "P30D" } });
  if (!policy.ok) throw new Error("no policy");
  const from = civilDate("2026-01-01");
  const audiences = [
    { everyone: true },
    { departments: ["shops"] },
    { all: [{ department: ["office"] }, { not: { title: ["Tekniker"] } }] },
  ] as const;
  for (const [place, audience] of audiences.entries()) {
    await createModule(db, { id: `module-${place}`, policy: policy.value, audience, from, at });
  }
  const clock = new FakeClock(`${today}T09:00:00Z`);
  const hr: Actor = { personId: people[0] ?? "", grants: [{ role: "hr", departmentId: null, courseId: null }] };
  return { deps: { db, clock, log: createLog("silent"), wake: () => {} }, hr };
}

async function snapshot({ db }: ImportDeps) {
  const inForce = async (table: "employment" | "membership") =>
    await db.read.selectFrom(table).selectAll().where("withdrawn_at", "is", null).orderBy("id").execute();
  return {
    standings: await db.read.selectFrom("standing").selectAll().orderBy("person_id").orderBy("module_id").execute(),
    employments: await inForce("employment"),
    memberships: await inForce("membership"),
  };
}

async function differences({ db, clock }: ImportDeps): Promise<number> {
  const report = await rebuild(db, clock.now());
  return report.differing + Object.values(report.counts).reduce((sum, n) => sum + n, 0);
}

describe("a generated company of 3,000", () => {
  it("comes in, is changed by a second file, and is taken back without a trace in what is derived", async () => {
    const { deps, hr } = await company();
    const nobody = await snapshot(deps);
    const first = await bring(deps, hr, peopleFile(3000, places));
    await check(deps, hr, first, { from: today });
    const { counts, asked } = (await importOf(deps, first)).summary;
    expect(counts).toEqual({ joins: 3000 });
    expect(await apply(deps, hr, first)).toEqual({ kind: "applying" });
    const moved = await snapshot(deps);
    // What was foretold is what was asked, and nobody is late.
    expect(moved.standings).toHaveLength(asked.tasks);
    expect(new Set(moved.standings.map((row) => row.state))).toEqual(new Set(["assigned"]));
    expect(await differences(deps)).toBe(0);

    const second = await bring(deps, hr, peopleFile(3000, places, 10));
    await check(deps, hr, second, { from: today });
    expect((await importOf(deps, second)).summary.counts).toMatchObject({ moves: 300, stays: 2700 });
    await apply(deps, hr, second);
    expect(await differences(deps)).toBe(0);
    await undo(deps, hr, second);
    expect(await snapshot(deps)).toEqual(moved);
    await undo(deps, hr, first);
    expect(await snapshot(deps)).toEqual(nobody);
    expect(await differences(deps)).toBe(0);
  }, 300_000);
});

describe("a process that is killed while it applies a file", () => {
  it("has done whole people, and another goes on where it stopped", async () => {
    const { deps, hr } = await company();
    const id = await bring(deps, hr, peopleFile(400, places));
    await check(deps, hr, id, { from: today });
    await confirmPeople(deps, hr, id, "");
    const path = deps.db.path;
    const child = fork(resolve(import.meta.dirname, "applying-process.ts"), [path, `${today}T09:00:00Z`], {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const ended = new Promise((done) => child.once("exit", done));
    await new Promise<void>((done) => {
      child.on("message", (steps) => {
        if (steps === 6) {
          child.kill("SIGKILL");
          done();
        }
      });
    });
    await ended;
    const between = connect(path);
    open.push(between);
    const applied = await between.read
      .selectFrom("import_row")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("applied", "=", 1)
      .executeTakeFirstOrThrow();
    expect(applied.n).toBeGreaterThan(0);
    expect(applied.n).toBeLessThan(400);
    expect((await importOf(deps, id)).state).toBe("applying");
    expect(await differences(deps)).toBe(0);

    await workAll(deps);
    expect((await importOf(deps, id)).state).toBe("applied");
    const members = await deps.db.read.selectFrom("membership").select("person_id").execute();
    expect(members).toHaveLength(400);
    expect(new Set(members.map((row) => row.person_id)).size).toBe(400);
    expect(await differences(deps)).toBe(0);
  }, 300_000);
});
