import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { civilDate } from "#app/domain/calendar";
import { recordMoves } from "#app/ledger/organisation";
import { tick } from "#app/ledger/tick";
import { readEnv } from "#app/platform/env";
import { createLog } from "#app/platform/log";
import { createHolder, underLease } from "#app/work/lease";
import { enqueue, type JobHandler, workOff } from "#app/work/queue";
import { startRunner } from "#app/work/runner";
import { type Connections, connect } from "#db/connect";
import { FakeClock } from "#tests/support/clock";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";

const log = createLog("silent");
const start = "2026-01-01T09:00:00Z";

async function processes(n: number) {
  const first = await freshDatabase();
  const clock = new FakeClock(start);
  const all: Connections[] = [first];
  while (all.length < n) all.push(connect(first.path));
  const env = readEnv({ NODE_ENV: "test" });
  return { clock, deps: all.map((db) => ({ db, clock, log, env })) };
}

const counting = (seen: string[], fail: (cursor: string) => boolean = () => false): JobHandler => ({
  name: "count",
  async step(_tx, { progress }) {
    if (fail(progress.cursor)) throw new Error("the disk is full");
    seen.push(progress.cursor);
    const next = Number(progress.cursor || 0) + 1;
    return { done: 1, cursor: next > 3 ? null : String(next) };
  },
});

describe("a lease", () => {
  it("is held by one process at a time, and lost by one that died", async () => {
    const { clock, deps } = await processes(2);
    const [a, b] = deps;
    if (!a || !b) throw new Error("two processes were asked for");
    let inside = 0;
    const first = underLease(a, "work", createHolder(), 60, async () => {
      inside += 1;
      expect(await underLease(b, "work", createHolder(), 60, async () => "both")).toBeUndefined();
      return "done";
    });
    expect(await first).toBe("done");
    expect(inside).toBe(1);
    expect(await underLease(b, "work", createHolder(), 60, async () => "after")).toBe("after");

    // One that dies never gives it back.
    await a.db.write
      .insertInto("lease")
      .values({ name: "dead", holder: "gone", until_at: "2026-01-01T09:05:00.000Z" })
      .execute();
    expect(await underLease(b, "dead", createHolder(), 60, async () => 1)).toBeUndefined();
    clock.set("2026-01-01T09:05:01Z");
    expect(await underLease(b, "dead", createHolder(), 60, async () => 1)).toBe(1);
  });
});

describe("a job", () => {
  it("that writes in bulk lets the log grow further meanwhile, and no longer, even when it fails", async () => {
    const { deps, clock } = await processes(1);
    const [only] = deps;
    if (!only) throw new Error("one process was asked for");
    const pages = async () => {
      const { rows } = await sql<{ wal_autocheckpoint: number }>`pragma wal_autocheckpoint`.execute(only.db.write);
      return rows[0]?.wal_autocheckpoint ?? 0;
    };
    const usual = await pages();
    let meanwhile = 0;
    const bulk: JobHandler = {
      name: "bulk",
      writesInBulk: true,
      async prepare() {
        meanwhile = await pages();
      },
      async step() {
        throw new Error("the disk is full");
      },
    };
    await enqueue(only.db.write, clock.now(), { key: "bulk", name: "bulk", payload: {} });
    await workOff(only, [bulk]);
    expect(meanwhile).toBeGreaterThan(usual);
    expect(await pages()).toBe(usual);
  });

  it("is done once, however often it is asked for", async () => {
    const { clock, deps } = await processes(1);
    const [one] = deps;
    if (!one) throw new Error("a process was asked for");
    const job = { key: "a", name: "count", payload: {} };
    expect(await enqueue(one.db.write, clock.now(), job)).toBe(true);
    expect(await enqueue(one.db.write, clock.now(), job)).toBe(false);
    const seen: string[] = [];
    expect(await workOff(one, [counting(seen)])).toBe(1);
    expect(seen).toEqual(["", "1", "2", "3"]);
    expect(await workOff(one, [counting(seen)])).toBe(0);
  });

  it("goes on where it failed, and is given up after five times, with the reason kept", async () => {
    const { clock, deps } = await processes(1);
    const [one] = deps;
    if (!one) throw new Error("a process was asked for");
    await enqueue(one.db.write, clock.now(), { key: "a", name: "count", payload: {} });
    const seen: string[] = [];
    let broken = true;
    expect(await workOff(one, [counting(seen, (cursor) => broken && cursor === "2")])).toBe(0);
    broken = false;
    expect(await workOff(one, [counting(seen)])).toBe(1);
    expect(seen).toEqual(["", "1", "2", "3"]);

    await enqueue(one.db.write, clock.now(), { key: "b", name: "count", payload: {} });
    for (let time = 0; time < 6; time += 1) await workOff(one, [counting([], () => true)]);
    const job = await one.db.read.selectFrom("job").selectAll().where("unique_key", "=", "b").executeTakeFirstOrThrow();
    expect(job).toMatchObject({ attempts: 5, failure: "the disk is full", finished_at: null });
    expect(job.failed_at).not.toBeNull();
  });
});

describe("a round of the runner", () => {
  it("does the other chores and the jobs when one chore fails", async () => {
    const { clock, deps } = await processes(1);
    const [one] = deps;
    if (!one) throw new Error("a process was asked for");
    await enqueue(one.db.write, clock.now(), { key: "a", name: "count", payload: {} });
    const seen: string[] = [];
    let later = 0;
    const runner = startRunner(one, {
      timer: false,
      handlers: [counting(seen)],
      chores: [
        async () => {
          throw new Error("this one is broken");
        },
        async () => {
          later += 1;
          return null;
        },
      ],
    });
    await runner.round();
    await runner.stop();
    expect(later).toBe(1);
    expect(seen).toEqual(["", "1", "2", "3"]);
  });

  it("lets the day pass in every zone but one that is none, and says so", async () => {
    const { clock, deps } = await processes(1);
    const [one] = deps;
    if (!one) throw new Error("a process was asked for");
    const company = await createCompany(one.db, { people: 4, at: clock.now() });
    await createModule(one.db, {
      id: "alpha",
      policy: {},
      audience: { everyone: true },
      from: civilDate("2026-01-01"),
      at: clock.now(),
    });
    await one.db.write.transaction().execute((tx) =>
      recordMoves(
        tx,
        { at: clock.now(), by: null },
        company.people.map((personId) => ({
          type: "joins" as const,
          personId,
          departmentId: "office",
          from: civilDate("2026-01-01"),
        })),
      ),
    );
    // Before the one of the people, in the order of the alphabet, and after it.
    for (const zone of ["Asia/X", "Mars/X"]) {
      await one.db.write.insertInto("site").values({ id: zone, entity_id: "entity", name: zone, zone }).execute();
    }
    clock.passDays(40);
    await expect(tick(one.db, clock.now())).rejects.toThrow("Asia/X, Mars/X");
    const states = await one.db.read.selectFrom("standing").select("state").distinct().execute();
    expect(states).toEqual([{ state: "overdue" }]);
  });
});

describe("two processes on one database", () => {
  it("let a day pass once", async () => {
    const { clock, deps } = await processes(2);
    const [a, b] = deps;
    if (!a || !b) throw new Error("two processes were asked for");
    const company = await createCompany(a.db, { people: 40, at: clock.now() });
    await createModule(a.db, {
      id: "alpha",
      policy: {},
      audience: { everyone: true },
      from: civilDate("2026-01-01"),
      at: clock.now(),
    });
    await a.db.write.transaction().execute((tx) =>
      recordMoves(
        tx,
        { at: clock.now(), by: null },
        company.people.map((personId) => ({
          type: "joins" as const,
          personId,
          departmentId: "office",
          from: civilDate("2026-01-01"),
        })),
      ),
    );
    clock.passDays(40);
    const passed: number[] = [];
    const runnerOf = (deps: typeof a) =>
      startRunner(deps, {
        timer: false,
        handlers: [],
        chores: [
          async (at) => {
            const report = await tick(deps.db, at);
            passed.push(report.passed);
            return null;
          },
        ],
      });
    const runners = [runnerOf(a), runnerOf(b)];
    await Promise.all(runners.map((runner) => runner.round()));
    await Promise.all(runners.map((runner) => runner.round()));
    expect(passed.reduce((sum, n) => sum + n, 0)).toBe(40);
    const states = await a.db.read.selectFrom("standing").select("state").distinct().execute();
    expect(states).toEqual([{ state: "overdue" }]);
    await Promise.all(runners.map((runner) => runner.stop()));
  });
});
