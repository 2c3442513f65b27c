import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { archiveModule, restoreModule } from "#app/authoring/contents/archive-module.server";
import { archiveCourse, restoreCourse } from "#app/authoring/course/archive-course.server";
import { addReviewer, describeCourse, moveModule, removeReviewer } from "#app/authoring/course/change-course.server";
import { readCourseView } from "#app/authoring/course/read-course.server";
import { readDraftState } from "#app/authoring/drafts/draft-state.server";
import { findCandidates } from "#app/authoring/drafts/review-draft.server";
import { discardDraft, insertModuleDraft, saveFile } from "#app/authoring/drafts/write-draft.server";
import { exportCourses } from "#app/authoring/export-courses.server";
import { restoreDraft } from "#app/authoring/history/restore.server";
import { importCourses } from "#app/authoring/import-courses.server";
import { readTree } from "#app/authoring/studio/read-tree.server";
import { moduleFromTemplate } from "#app/authoring/templates/module-from-template";
import { civilDate } from "#app/domain/calendar";
import type { Actor } from "#app/domain/permissions";
import { rebuild } from "#app/ledger/rebuild";
import { newId } from "#app/platform/ids";
import { temporaryFolder } from "#tests/support/database";
import { lessonPath, moduleId, type StudioCompany, studioCompany } from "./studio-company";

const courseId = "sociala-medier-i-arbetet";
const otherCourse = "trygg-pa-natet";

let company: StudioCompany;
beforeEach(async () => {
  company = await studioCompany();
});
afterEach(() => company.close());

const view = () => readCourseView(company.deps, company.tomasz, courseId, "sv");
const order = async () => (await view()).modules.map(({ id }) => id);
const describeAs = async (changes: Record<string, string>, actor: Actor = company.tomasz) =>
  await describeCourse(company.deps, actor, courseId, { ...(await view()).values, ...changes }, "sv");
/** Writes in other courses alone. */
const stranger = (): Actor => ({
  personId: company.second.personId,
  grants: [{ role: "trainer", departmentId: null, courseId: otherCourse }],
});

describe("a course", () => {
  it("is called otherwise, and answered for by somebody else, as soon as that is saved", async () => {
    expect(await describeAs({ "title.sv": "  Synas i arbetet ", owner: "trainer2@fjallnas.example" })).toEqual({});
    expect(await view()).toMatchObject({ title: "Synas i arbetet", ownerName: expect.stringContaining(" ") });
    const tree = await readTree(company.db.read, company.tomasz, "sv");
    expect(tree.map(({ title }) => title)).toContain("Synas i arbetet");
  });

  it("keeps to the rules of its file, and says by the field what is wrong", async () => {
    const faults = await describeAs({ "title.sv": " ", "summary.sv": "", owner: "nobody" });
    expect(Object.keys(faults).sort()).toEqual(["owner", "summary.sv", "title.sv"]);
    expect(faults.owner).toContain("e-postadress");
    expect((await view()).title).toBe("Sociala medier i arbetet");
  });

  it("keeps what somebody else changed since it was opened, and says so where both changed the same", async () => {
    const opened = (await view()).values;
    const seen = Object.fromEntries(Object.entries(opened).map(([name, value]) => [`seen.${name}`, value]));
    const send = (changes: Record<string, string>) =>
      describeCourse(company.deps, company.tomasz, courseId, { ...opened, ...seen, ...changes }, "en");
    expect(await send({ "title.en": "Social A" })).toEqual({});
    expect(await send({ "summary.en": "About A." })).toEqual({});
    expect((await view()).values).toMatchObject({ "title.en": "Social A", "summary.en": "About A." });
    const faults = await send({ "title.en": "Social B" });
    expect(faults["title.en"]).toContain("It now says: Social A.");
    expect((await view()).values["title.en"]).toBe("Social A");
    expect(await send({ "title.en": "Social B", "seen.title.en": "Social A" })).toEqual({});
    expect((await view()).values["title.en"]).toBe("Social B");
  });

  it("is nobody's to change but those who may author it", async () => {
    const forbidden = { code: "forbidden" };
    await expect(describeAs({}, stranger())).rejects.toMatchObject(forbidden);
    await expect(addReviewer(company.deps, stranger(), courseId, "auditor@fjallnas.example")).rejects.toMatchObject(
      forbidden,
    );
    await expect(removeReviewer(company.deps, stranger(), courseId, "x@y.example")).rejects.toMatchObject(forbidden);
    const move = { courseId, moduleId, by: 1 } as const;
    await expect(moveModule(company.deps, stranger(), move)).rejects.toMatchObject(forbidden);
    await expect(archiveCourse(company.deps, stranger(), courseId)).rejects.toMatchObject(forbidden);
    await expect(restoreCourse(company.deps, stranger(), courseId)).rejects.toMatchObject(forbidden);
    await expect(readCourseView(company.deps, stranger(), courseId, "sv")).rejects.toMatchObject(forbidden);
    await expect(readCourseView(company.deps, company.tomasz, "no-course", "sv")).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("an editorial board", () => {
  const board = async () => (await view()).board.map(({ email }) => email);

  it("is added to by address, and asked from then on", async () => {
    const email = "employee@fjallnas.example";
    expect(await addReviewer(company.deps, company.tomasz, courseId, ` ${email.toUpperCase()} `)).toBeUndefined();
    const added = (await view()).board.at(-1);
    expect(added).toMatchObject({ email, isHere: true, department: expect.any(String) });
    const state = await readDraftState(company.db.read, moduleId);
    const asked = await findCandidates(company.db.read, state, company.tomasz, company.clock.now());
    expect(asked.board.map(({ id }) => id)).toContain(company.employee.personId);
  });

  it("takes nobody twice, nobody from elsewhere, and nothing that is no address", async () => {
    const [first = ""] = await board();
    expect(await addReviewer(company.deps, company.tomasz, courseId, first.toUpperCase())).toBe("there-already");
    expect(await addReviewer(company.deps, company.tomasz, courseId, "who@elsewhere.example")).toBe("nobody");
    expect(await addReviewer(company.deps, company.tomasz, courseId, "who")).toBe("form");
    expect(await board()).toEqual([first, expect.any(String)]);
  });

  it("loses only whom it is told to", async () => {
    const [first = "", second = ""] = await board();
    await removeReviewer(company.deps, company.tomasz, courseId, first);
    await removeReviewer(company.deps, company.tomasz, courseId, "who@elsewhere.example");
    expect(await board()).toEqual([second]);
  });

  it("keeps both of two who are added at once", async () => {
    const added = ["auditor@fjallnas.example", "employee@fjallnas.example"];
    await Promise.all(added.map((email) => addReviewer(company.deps, company.tomasz, courseId, email)));
    expect((await board()).slice(-2).sort()).toEqual([...added].sort());
  });
});

describe("the order of modules", () => {
  it("changes by one place, and not past either end", async () => {
    const before = await order();
    const move = (id: string, by: 1 | -1) => moveModule(company.deps, company.tomasz, { courseId, moduleId: id, by });
    await move(before[1] ?? "", -1);
    expect(await order()).toEqual([before[1], before[0], ...before.slice(2)]);
    await move(before[1] ?? "", -1);
    expect(await order()).toEqual([before[1], before[0], ...before.slice(2)]);
    await move(before[1] ?? "", 1);
    expect(await order()).toEqual(before);
    await move(before.at(-1) ?? "", 1);
    expect(await order()).toEqual(before);
    await expect(move("krislage", 1)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("an archived course", () => {
  it("asks nobody for any of its modules, and is no longer in the tree", async () => {
    expect(await archiveCourse(company.deps, company.tomasz, courseId)).toEqual([]);
    await company.work();
    const all = (await view()).modules;
    expect(all.length).toBeGreaterThan(1);
    expect(all.every(({ isArchived }) => isArchived)).toBe(true);
    const open = await company.db.read
      .selectFrom("requirement")
      .innerJoin("module", "module.id", "requirement.module_id")
      .select("requirement.id")
      .where("module.course_id", "=", courseId)
      .where("requirement.to_on", "is", null)
      .where("requirement.withdrawn_at", "is", null)
      .execute();
    expect(open).toEqual([]);
    expect((await rebuild(company.db, company.clock.now())).differing).toBe(0);
    expect((await readTree(company.db.read, company.tomasz, "sv")).find(({ id }) => id === courseId)?.isArchived).toBe(
      true,
    );
  });

  it("is not archived while something in it is being changed, nor is any module of it", async () => {
    const text = `${(await readDraftState(company.db.read, moduleId)).baseTexts.get(lessonPath)}\nMer.\n`;
    await saveFile(company.deps, company.tomasz, { moduleId, path: lessonPath, text, from: 0 });
    expect(await archiveCourse(company.deps, company.tomasz, courseId)).toEqual([moduleId]);
    expect((await view()).isArchived).toBe(false);
    expect((await view()).modules.some(({ isArchived }) => isArchived)).toBe(false);
  });

  it("comes back with a new module that was given up and is opened again: it is written in no archived course", async () => {
    const today = civilDate("2026-11-24");
    const made = moduleFromTemplate("procedure", { title: { sv: "Ny" }, languages: ["sv"], today });
    const draftId = newId(company.clock.now());
    await company.db.write.transaction().execute(async (tx) => {
      await insertModuleDraft(tx, company.tomasz, company.clock.now(), { draftId, moduleId: "ny", courseId, ...made });
    });
    await discardDraft(company.deps, company.tomasz, "ny");
    expect(await archiveCourse(company.deps, company.tomasz, courseId)).toEqual([]);
    await restoreDraft(company.deps, company.tomasz, "ny", draftId);
    expect((await view()).isArchived).toBe(false);
  });

  it("comes back by itself, or with one of its modules", async () => {
    await archiveCourse(company.deps, company.tomasz, courseId);
    await restoreCourse(company.deps, company.tomasz, courseId);
    expect((await view()).isArchived).toBe(false);
    await archiveCourse(company.deps, company.tomasz, courseId);
    await restoreModule(company.deps, company.tomasz, moduleId);
    expect((await view()).isArchived).toBe(false);
    await archiveModule(company.deps, company.tomasz, moduleId);
    expect((await view()).isArchived).toBe(false);
  });
});

describe("files and the studio", () => {
  const bring = (root: string) => importCourses(company.deps, { root, bundler: company.bundler });
  /** A folder that was brought in as it is. */
  async function folder(): Promise<string> {
    const root = join(temporaryFolder(), "courses");
    cpSync("courses", root, { recursive: true });
    await bring(root);
    return root;
  }
  const problemsOf = async (root: string) =>
    (await bring(root)).problems.filter(({ path }) => path.endsWith("/course.yaml"));
  const yamlOf = (root: string) => join(root, courseId, "course.yaml");
  const rewrite = (root: string, changes: object) => {
    const path = yamlOf(root);
    writeFileSync(path, stringify({ ...parse(readFileSync(path, "utf8")), ...changes }));
  };

  it("bring a course's words and order from the files while nobody has changed them here", async () => {
    const root = await folder();
    const ids = await order();
    rewrite(root, { title: { sv: "Filens", en: "The file's" }, order: [ids[2], ids[0]] });
    expect(await problemsOf(root)).toEqual([]);
    expect((await view()).title).toBe("Filens");
    expect(await order()).toEqual([ids[2], ids[0], ids[1], ...ids.slice(3)]);
  });

  it("leave what the studio changed, say that the folder is behind, and write it out over the file", async () => {
    const root = await folder();
    const ids = await order();
    await describeAs({ "title.sv": "Studions" });
    await moveModule(company.deps, company.tomasz, { courseId, moduleId: ids[0] ?? "", by: 1 });
    const moved = await order();
    expect(await problemsOf(root)).toEqual([
      expect.objectContaining({
        code: "settings-parted",
        severity: "warning",
        message: expect.stringContaining("title, order"),
      }),
    ]);
    expect((await view()).title).toBe("Studions");
    expect(await order()).toEqual(moved);
    // Nothing in the folder is of its own: nobody has to say that it may be written over.
    const report = await exportCourses(company.deps, { root });
    expect(report).toEqual({ written: [`${courseId}/course.yaml`], removed: [], unpublished: [] });
    expect(parse(readFileSync(yamlOf(root), "utf8"))).toMatchObject({ title: { sv: "Studions" }, order: moved });
    expect(await problemsOf(root)).toEqual([]);
    expect((await exportCourses(company.deps, { root })).written).toEqual([]);
    // From here on the files may change it again.
    rewrite(root, { title: { sv: "Filens", en: "The file's" } });
    expect(await problemsOf(root)).toEqual([]);
    expect((await view()).title).toBe("Filens");
  });

  it("bring together what each changed, field by field", async () => {
    const root = await folder();
    const ids = await order();
    await moveModule(company.deps, company.tomasz, { courseId, moduleId: ids[0] ?? "", by: 1 });
    const moved = await order();
    rewrite(root, { summary: { sv: "Filens", en: "The file's" }, responsibilities: ["jour"] });
    expect(await problemsOf(root)).toEqual([]);
    expect(await order()).toEqual(moved);
    expect((await view()).values["summary.sv"]).toBe("Filens");
    const row = await company.db.read.selectFrom("course").selectAll().where("id", "=", courseId).executeTakeFirst();
    expect(row?.responsibilities).toBe('["jour"]');
    // Written out and changed by hand once more.
    expect((await exportCourses(company.deps, { root })).written).toEqual([`${courseId}/course.yaml`]);
    rewrite(root, { responsibilities: [] });
    expect(await problemsOf(root)).toEqual([]);
    expect(await order()).toEqual(moved);
  });

  it("are not brought back by an older folder, whatever other folder came in meanwhile", async () => {
    const older = await folder();
    await describeAs({ "title.sv": "Studions" });
    const other = join(temporaryFolder(), "courses");
    cpSync(older, other, { recursive: true });
    await exportCourses(company.deps, { root: other });
    expect(await problemsOf(other)).toEqual([]);
    expect(await problemsOf(older)).toEqual([expect.objectContaining({ severity: "warning" })]);
    expect((await view()).title).toBe("Studions");
  });

  it("never part silently where both changed", async () => {
    const root = await folder();
    await describeAs({ "title.sv": "Studions" });
    rewrite(root, { title: { sv: "Filens", en: "The file's" }, responsibilities: ["jour"] });
    const message = expect.stringMatching(/both in the studio and here: title\. .*--overwrite/);
    expect(await problemsOf(root)).toEqual([
      expect.objectContaining({ code: "settings-parted", severity: "error", message }),
    ]);
    expect((await view()).title).toBe("Studions");
    expect((await exportCourses(company.deps, { root })).unpublished).toEqual([`${courseId}/course.yaml`]);
    expect(readFileSync(yamlOf(root), "utf8")).toContain("Filens");
    // The other way out: the studio is told the same.
    await describeAs({ "title.sv": "Filens", "title.en": "The file's" });
    expect(await problemsOf(root)).toEqual([]);
  });

  it("take no revision of a module in that is archived here", async () => {
    const root = await folder();
    await archiveModule(company.deps, company.tomasz, moduleId);
    const dir = join(root, courseId, moduleId);
    const lesson = join(dir, lessonPath);
    writeFileSync(lesson, `${readFileSync(lesson, "utf8")}\nMer.\n`);
    const yaml = join(dir, "module.yaml");
    const entry = "  - { number: 2, change: major, note: { sv: Mer, en: More } }\n";
    writeFileSync(yaml, `${readFileSync(yaml, "utf8").trimEnd()}\n${entry}`);
    const report = await bring(root);
    expect(report.published).toEqual([]);
    expect(report.problems).toContainEqual(expect.objectContaining({ code: "module-archived", severity: "error" }));
    await restoreModule(company.deps, company.tomasz, moduleId);
    expect((await bring(root)).published).toEqual([`${moduleId} 2`]);
  });

  it("write a publication out over files that were brought in as they are", async () => {
    const root = await folder();
    const row = await company.db.read
      .selectFrom("module")
      .selectAll()
      .where("id", "=", moduleId)
      .executeTakeFirstOrThrow();
    await company.db.write
      .updateTable("module")
      .set({ minutes: row.minutes + 1, settled_in: "studio" })
      .where("id", "=", moduleId)
      .execute();
    const report = await exportCourses(company.deps, { root });
    expect(report).toEqual({ written: [`${courseId}/${moduleId}/module.yaml`], removed: [], unpublished: [] });
  });
});
