import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { exportCourses } from "#app/authoring/export-courses.server";
import { importCourses } from "#app/authoring/import-courses.server";
import { type Bundler, createBundler } from "#app/lessons/bundler";
import { checkCourses } from "#app/lessons/check-courses";
import type { Connections } from "#db/connect";
import { FakeClock } from "#tests/support/clock";
import { freshDatabase, temporaryFolder } from "#tests/support/database";

let bundler: Bundler;
beforeAll(() => {
  bundler = createBundler();
});
afterAll(() => bundler.close());

const course = "trygg-pa-natet";
const module = `${course}/krislage`;
const lesson = `${module}/01-den-forsta-halvtimmen.sv.mdx`;
const clock = new FakeClock("2026-11-24T08:00:00Z");

/** The files of a folder with what is in them and when they were written. */
function filesOf(root: string): Record<string, { bytes: string; written: number }> {
  const found: Record<string, { bytes: string; written: number }> = {};
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    const path = join(root, name);
    const about = statSync(path);
    if (about.isFile()) found[name] = { bytes: readFileSync(path, "base64"), written: about.mtimeMs };
  }
  return found;
}

const bytesOf = (root: string) =>
  Object.fromEntries(Object.entries(filesOf(root)).map(([name, { bytes }]) => [name, bytes]));

async function content(db: Connections) {
  return {
    courses: await db.read.selectFrom("course").selectAll().orderBy("id").execute(),
    modules: await db.read.selectFrom("module").selectAll().orderBy("id").execute(),
    revisions: await db.read
      .selectFrom("revision")
      .select(["module_id", "number", "content_hash"])
      .orderBy("module_id")
      .execute(),
    sources: await db.read
      .selectFrom("lesson_source")
      .select(["kind", "name", "language", "position", "title", "source", "bundle_hash"])
      .orderBy("bundle_hash")
      .orderBy("language")
      .execute(),
    departments: await db.read.selectFrom("department").selectAll().orderBy("id").execute(),
  };
}

async function bring(db: Connections, root: string) {
  const report = await importCourses({ db, clock }, { root, bundler });
  expect(report.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return report.published;
}

let db: Connections;
let root: string;
beforeEach(async () => {
  db = await freshDatabase();
  root = join(temporaryFolder(), "courses");
  // One course is enough, and quick.
  cpSync("courses/organisation.yaml", join(root, "organisation.yaml"));
  cpSync(`courses/${course}`, join(root, course), { recursive: true });
});

describe("writing what is published back as files", () => {
  it("and bringing those in changes nothing, here or in a database of its own", async () => {
    await bring(db, root);
    const before = await content(db);
    const out = join(temporaryFolder(), "out", "courses");
    const first = await exportCourses({ db }, { root: out });
    expect(first).toMatchObject({ removed: [], unpublished: [] });
    expect(first.written).toEqual(Object.keys(filesOf(out)).sort());
    const hashes = async (folder: string) => {
      const { modules, problems } = await checkCourses(folder);
      expect(problems).toEqual([]);
      return modules.map(({ module: { id, contentHash } }) => ({ id, contentHash }));
    };
    expect(await hashes(out)).toEqual(await hashes(root));
    // Lessons and pictures come out byte for byte.
    const came = bytesOf(root);
    for (const [name, bytes] of Object.entries(bytesOf(out))) {
      if (!name.endsWith(".yaml")) expect({ name, bytes }).toEqual({ name, bytes: came[name] });
    }
    expect(await bring(db, out)).toEqual([]);
    expect(await content(db)).toEqual(before);
    const other = await freshDatabase();
    await bring(other, out);
    expect(await content(other)).toEqual(before);
    await other.close();
    expect(await exportCourses({ db }, { root: out })).toEqual({ written: [], removed: [], unpublished: [] });
  });

  it("leaves the folder it came from as it is, comments, line ends and all", async () => {
    appendFileSync(join(root, module, "module.yaml"), "# who to ask: Karin\n");
    writeFileSync(join(root, lesson), readFileSync(join(root, lesson), "utf8").replaceAll("\n", "\r\n"));
    await bring(db, root);
    const before = filesOf(root);
    expect(await exportCourses({ db }, { root })).toEqual({ written: [], removed: [], unpublished: [] });
    expect(filesOf(root)).toEqual(before);
  });

  it("brings a folder that is behind up to what was published since, and takes away what that dropped", async () => {
    await bring(db, root);
    const behind = join(temporaryFolder(), "behind");
    cpSync(root, behind, { recursive: true });
    appendFileSync(join(root, lesson), "\nEn mening till.\n");
    for (const language of ["sv", "en"]) rmSync(join(root, module, `refreshers/02-mitt-i-stormen.${language}.mdx`));
    const yaml = join(root, module, "module.yaml");
    const entry = "  - { number: 2, change: major, note: { sv: Ny mening, en: New sentence } }\n";
    writeFileSync(yaml, `${readFileSync(yaml, "utf8").trimEnd()}\n${entry}`);
    expect(await bring(db, root)).toEqual(["krislage 2"]);
    // Its module.yaml says what was brought in once: nothing in it is of its own.
    const report = await exportCourses({ db }, { root: behind });
    expect(report.unpublished).toEqual([]);
    expect(report.written).toEqual([lesson, `${module}/module.yaml`].sort());
    expect(report.removed).toEqual(
      ["en", "sv"].map((language) => `${module}/refreshers/02-mitt-i-stormen.${language}.mdx`),
    );
    expect(await bring(db, behind)).toEqual([]);
  });

  it("stops before anything is written where a file holds what was never published, and names it", async () => {
    await bring(db, root);
    const fresh = `${module}/03-nytt.sv.mdx`;
    appendFileSync(join(root, lesson), "\nInte utgiven.\n");
    writeFileSync(join(root, fresh), "---\ntitle: Nytt\nsummary: Nytt.\n---\n\nText.\n");
    writeFileSync(join(root, course, "course.yaml"), "title: [\n");
    rmSync(join(root, module, "questions/krislage.en.mdx"));
    const before = filesOf(root);
    const report = await exportCourses({ db }, { root });
    expect(report).toEqual({
      written: [],
      removed: [],
      unpublished: [`${course}/course.yaml`, lesson, fresh].sort(),
    });
    expect(filesOf(root)).toEqual(before);
    // Written over where it is wanted; what was never published anywhere is not thrown away.
    const forced = await exportCourses({ db }, { root, overwrite: true });
    expect(forced.written).toContain(lesson);
    expect(existsSync(join(root, fresh))).toBe(true);
    expect(readFileSync(join(root, lesson), "utf8")).toBe(readFileSync(`courses/${lesson}`, "utf8"));
  });

  it("writes the departments as they are now", async () => {
    await bring(db, root);
    await db.write
      .updateTable("department")
      .set({ name: JSON.stringify({ sv: "Butikerna", en: "The stores" }) })
      .where("id", "=", "butik")
      .execute();
    expect(await exportCourses({ db }, { root })).toEqual({
      written: ["organisation.yaml"],
      removed: [],
      unpublished: [],
    });
    expect(readFileSync(join(root, "organisation.yaml"), "utf8")).toContain("sv: Butikerna");
    appendFileSync(join(root, "organisation.yaml"), "  - { id: ny-avdelning, name: { sv: Ny, en: New } }\n");
    expect((await exportCourses({ db }, { root })).unpublished).toEqual(["organisation.yaml"]);
  });

  it("needs something that is published", async () => {
    await expect(exportCourses({ db }, { root })).rejects.toMatchObject({ code: "not-found" });
  });
});
