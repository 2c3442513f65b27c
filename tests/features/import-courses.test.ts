import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importCourses } from "#app/authoring/import-courses.server";
import { refreshModuleJob } from "#app/ledger/refresh-module.job";
import { type Bundler, createBundler } from "#app/lessons/bundler";
import { createLog } from "#app/platform/log";
import { workOff } from "#app/work/queue";
import type { Connections } from "#db/connect";
import { FakeClock } from "#tests/support/clock";
import { freshDatabase, temporaryFolder } from "#tests/support/database";

let bundler: Bundler;
beforeAll(() => {
  bundler = createBundler();
});
afterAll(() => bundler.close());

const module = "trygg-pa-natet/krislage";

async function imported(): Promise<{
  db: Connections;
  root: string;
  again: () => ReturnType<typeof importCourses>;
  clock: FakeClock;
}> {
  const root = join(temporaryFolder(), "courses");
  // One module is enough, and quick.
  cpSync("courses/organisation.yaml", join(root, "organisation.yaml"));
  cpSync("courses/trygg-pa-natet/course.yaml", join(root, "trygg-pa-natet/course.yaml"));
  cpSync(`courses/${module}`, join(root, module), { recursive: true });
  const db = await freshDatabase();
  const clock = new FakeClock("2026-11-24T08:00:00Z");
  const again = () => importCourses({ db, clock }, { root, bundler });
  const first = await again();
  expect(first.problems.filter((problem) => problem.severity === "error")).toEqual([]);
  expect(first.published).toEqual(["krislage 1"]);
  return { db, root, again, clock };
}

async function revisions(db: Connections) {
  return await db.read.selectFrom("revision").select(["number", "change"]).orderBy("number").execute();
}

function addRevision(root: string, change: string): void {
  const path = join(root, module, "module.yaml");
  const yaml = readFileSync(path, "utf8");
  const number = (yaml.match(/number:/g) ?? []).length + 1;
  writeFileSync(
    path,
    `${yaml.trimEnd()}\n  - { number: ${number}, change: ${change}, note: { sv: Ändrad, en: Changed } }\n`,
  );
}

describe("importing courses", { timeout: 300_000 }, () => {
  it("does nothing the second time", async () => {
    const { db, again } = await imported();
    expect((await again()).published).toEqual([]);
    expect(await revisions(db)).toEqual([{ number: 1, change: expect.any(String) }]);
    await db.close();
  });

  it("makes the first requirement once, and a job that assigns it", async () => {
    const { db, again } = await imported();
    await again();
    expect(await db.read.selectFrom("requirement").select("module_id").execute()).toEqual([{ module_id: "krislage" }]);
    expect(await db.read.selectFrom("job").select("name").execute()).toEqual([{ name: "assign-everyone" }]);
    await db.close();
  });

  it("names file, line and column of a lesson that breaks the dialect, and keeps the last good revision live", async () => {
    const { db, root, again } = await imported();
    const lesson = readdir(root).find((name) => name.endsWith(".sv.mdx")) ?? "";
    const path = join(root, module, lesson);
    const line = readFileSync(path, "utf8").split("\n").length + 1;
    appendFileSync(path, "\n<script>alert(1)</script>\n");
    addRevision(root, "major");
    const report = await again();
    expect(report.published).toEqual([]);
    expect(report.problems).toContainEqual(
      expect.objectContaining({
        severity: "error",
        line,
        column: 1,
        path: expect.stringMatching(new RegExp(`${lesson}$`)),
      }),
    );
    expect((await revisions(db)).map(({ number }) => number)).toEqual([1]);
    await db.close();
  });

  it("refuses changed sources without a new entry, naming the files", async () => {
    const { db, root, again } = await imported();
    const lesson = readdir(root).find((name) => name.endsWith(".en.mdx")) ?? "";
    appendFileSync(join(root, module, lesson), "\nOne more sentence.\n");
    const report = await again();
    const [problem] = report.problems.filter((each) => each.code === "revision-missing");
    expect(problem?.message).toContain(lesson);
    expect(problem?.message).toContain("Add revision 2");
    expect((await revisions(db)).map(({ number }) => number)).toEqual([1]);
    await db.close();
  });

  it("publishes changed sources with a new entry, once, and refreshes those concerned", async () => {
    const { db, root, again, clock } = await imported();
    const lesson = readdir(root).find((name) => name.endsWith(".en.mdx")) ?? "";
    appendFileSync(join(root, module, lesson), "\nOne more sentence.\n");
    addRevision(root, "critical");
    expect((await again()).published).toEqual(["krislage 2"]);
    expect((await again()).published).toEqual([]);
    expect(await revisions(db)).toEqual([
      { number: 1, change: expect.any(String) },
      { number: 2, change: "critical" },
    ]);
    const jobs = await db.read.selectFrom("job").select("name").where("name", "=", "refresh-module").execute();
    expect(jobs.length).toBe(1);
    const log = createLog("silent");
    const assign = { name: "assign-everyone", step: async () => ({ done: 0, cursor: null }) };
    expect(await workOff({ db, clock, log }, [refreshModuleJob, assign])).toBe(2);
    const sources = await db.read
      .selectFrom("lesson_source")
      .select("source")
      .where("path", "like", `%${lesson}`)
      .execute();
    expect(sources.length).toBe(2);
    await db.close();
  });

  it("stops where a later revision was published here", async () => {
    const { db, root, again } = await imported();
    const lesson = readdir(root).find((name) => name.endsWith(".en.mdx")) ?? "";
    const path = join(root, module, lesson);
    const before = readFileSync(path, "utf8");
    const yaml = readFileSync(join(root, module, "module.yaml"), "utf8");
    writeFileSync(path, `${before}\nOne more sentence.\n`);
    addRevision(root, "minor");
    await again();
    writeFileSync(path, before);
    writeFileSync(join(root, module, "module.yaml"), yaml);
    const report = await again();
    const [problem] = report.problems.filter((each) => each.code === "revision-missing");
    expect(problem?.message).toMatch(/Revision 2 has been published here since/);
    await db.close();
  });

  it("takes a changed policy in as a decision of today, with the earlier one kept", async () => {
    const { db, root, again } = await imported();
    const path = join(root, module, "module.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace("every: P6M", "every: P1Y"));
    await again();
    const rows = await db.read.selectFrom("policy_change").select(["changed_on", "policy"]).orderBy("id").execute();
    expect(rows.map((row) => JSON.parse(row.policy).refresh.every)).toEqual(["P6M", "P1Y"]);
    await db.close();
  });
});

function readdir(root: string): string[] {
  return readdirSync(join(root, module));
}
