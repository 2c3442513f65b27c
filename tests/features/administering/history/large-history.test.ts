/** A file of so many completions that they are recorded in a thread of their own, which is real here. */
import { beforeEach, describe, expect, it } from "vitest";
import { applyHistory, largeImport, takeBackHistory } from "#app/administering/history/apply-history.job";
import { confirmHistory, takeBackHistory as takeBack } from "#app/administering/history/decide-history.server";
import { forgetUnreadJob } from "#app/administering/imports/forget-unread.job";
import { jobThreads } from "#app/commands/job-thread";
import { addDays, civilDate, parsePeriod } from "#app/domain/calendar";
import type { Actor } from "#app/domain/permissions";
import { rebuild } from "#app/ledger/rebuild";
import { createLog } from "#app/platform/log";
import type { JobThread } from "#app/work/job-thread";
import { workOff } from "#app/work/queue";
import { FakeClock } from "#tests/support/clock";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { type BringDeps, bring, check, importOf } from "./bringing";

const today = civilDate("2026-11-24");
const now = new Date(`${today}T09:00:00Z`);
const modules = ["hlr", "brand"];
const staff = 6;
const days = Math.ceil((largeImport + 1) / (modules.length * staff));

let deps: BringDeps & { readonly clock: FakeClock };
let hr: Actor;

beforeEach(async () => {
  const db = await freshDatabase();
  const { people } = await createCompany(db, { people: staff, at: now });
  for (const id of modules) {
    const policy = { refresh: { every: parsePeriod("P1Y") } };
    await createModule(db, { id, policy, audience: { everyone: true }, from: today, at: now });
  }
  deps = { db, clock: new FakeClock(now.toISOString()), log: createLog("silent"), wake: () => {} };
  hr = { personId: people[0] ?? "", grants: [{ role: "hr", departmentId: null, courseId: null }] };
});

/** A history of `count` days of everybody and everything, confirmed. */
async function confirmed(count: number): Promise<string> {
  const lines = ["Anställningsnummer;Kurs;Genomförd"];
  for (let person = 0; person < staff; person += 1) {
    for (const module of modules) {
      for (let day = 1; day <= count; day += 1) lines.push(`${1000 + person};${module};${addDays(today, -2 * day)}`);
    }
  }
  const id = await bring(deps, hr, `${lines.join("\n")}\n`);
  await check(deps, hr, id);
  await confirmHistory(deps, hr, id);
  return id;
}

/** Works off what waits, with a thread where one is wanted; `around` may stand between. */
async function work(around: (thread: JobThread) => JobThread = (thread) => thread) {
  const start = jobThreads(deps.db.path);
  let threads = 0;
  const startThread = async () => {
    threads += 1;
    return around(await start());
  };
  const jobs = await workOff({ ...deps, startThread }, [applyHistory(deps), takeBackHistory(deps), forgetUnreadJob]);
  return { jobs, threads };
}

async function inForce(): Promise<number> {
  const row = await deps.db.read
    .selectFrom("completion")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("withdrawn_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.n;
}

async function differences(): Promise<number> {
  const report = await rebuild(deps.db, now);
  return report.differing + Object.values(report.counts).reduce((sum, n) => sum + n, 0);
}

async function states() {
  return await deps.db.read
    .selectFrom("standing")
    .select(["person_id", "module_id", "state", "due_on", "cycle"])
    .orderBy("person_id")
    .orderBy("module_id")
    .execute();
}

describe("a large history", () => {
  it("is recorded in a thread, and taken back in one, as it is here; a small one needs none", async () => {
    const before = await states();
    const id = await confirmed(days);
    // What was not read is forgotten as a job of its own.
    expect(await work()).toEqual({ jobs: 2, threads: 1 });
    const total = days * modules.length * staff;
    expect(await importOf(deps, id)).toMatchObject({ state: "applied", summary: { recorded: total } });
    expect(await inForce()).toBe(total);
    expect((await states()).every(({ state }) => state === "current")).toBe(true);
    expect(await differences()).toBe(0);

    await takeBack(deps, hr, id, "Fel fil.");
    expect(await work()).toEqual({ jobs: 1, threads: 1 });
    expect(await inForce()).toBe(0);
    expect(await states()).toEqual(before);
    expect(await differences()).toBe(0);

    await confirmed(3);
    expect(await work()).toEqual({ jobs: 2, threads: 0 });
    expect(await inForce()).toBe(3 * modules.length * staff);
  }, 120_000);

  it("lets others write in their turn while it is recorded", async () => {
    await confirmed(days);
    let over = false;
    let written = 0;
    const others = (async () => {
      while (!over) {
        await deps.db.write.transaction().execute(async (tx) => {
          await tx
            .updateTable("organisation")
            .set({ name: `Company ${written}` })
            .execute();
          // A step that began meanwhile would find the database locked, or this would.
          await tx.selectFrom("organisation").select("name").execute();
        });
        written += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const writtenAt: number[] = [];
    await work((thread) => ({
      ...thread,
      async step(job) {
        const stepped = await thread.step(job);
        writtenAt.push(written);
        return stepped;
      },
    }));
    over = true;
    await others;
    expect(new Set(writtenAt).size).toBe(writtenAt.length);
    expect(await inForce()).toBe(days * modules.length * staff);
    expect(await differences()).toBe(0);
  }, 120_000);

  it("goes on where it was after its thread has ended in the middle, and records nothing twice", async () => {
    const id = await confirmed(days);
    let steps = 0;
    const ending = (thread: JobThread): JobThread => ({
      ...thread,
      async step(job) {
        steps += 1;
        if (steps === 3) await thread.end();
        return await thread.step(job);
      },
    });
    expect(await work(ending)).toEqual({ jobs: 0, threads: 1 });
    const reached = await inForce();
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThan(days * modules.length * staff);
    expect(await work()).toEqual({ jobs: 2, threads: 1 });
    expect((await importOf(deps, id)).state).toBe("applied");
    expect(await inForce()).toBe(days * modules.length * staff);
    expect(await differences()).toBe(0);
  }, 120_000);
});
