import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readDraftState } from "#app/authoring/drafts/draft-state.server";
import { choosePlan, errorsIn, publishDraftNow, readinessOf } from "#app/authoring/drafts/publication.server";
import { chooseApprovals } from "#app/authoring/drafts/review-draft.server";
import { insertModuleDraft } from "#app/authoring/drafts/write-draft.server";
import { exportCourses } from "#app/authoring/export-courses.server";
import { importCourses } from "#app/authoring/import-courses.server";
import { moduleFromTemplate } from "#app/authoring/templates/module-from-template";
import { civilDate } from "#app/domain/calendar";
import { newId } from "#app/platform/ids";
import { temporaryFolder } from "#tests/support/database";
import { moduleId as other, type StudioCompany, studioCompany } from "./studio-company";

const moduleId = "stanga-kassan";
let company: StudioCompany;

beforeEach(async () => {
  company = await studioCompany();
  const { deps, tomasz } = company;
  const { course } = await readDraftState(deps.db.read, other);
  const options = { title: { sv: "Stänga kassan", en: "Closing the till" }, languages: ["sv", "en"] };
  const { fields, files } = moduleFromTemplate(null, { ...options, today: civilDate("2026-11-24") });
  const said = (text: string) => text.replace(/\[.*\]/, "Räkna kassan först.");
  const at = deps.clock.now();
  await deps.db.write.transaction().execute(async (tx) => {
    await insertModuleDraft(tx, tomasz, at, {
      draftId: newId(at),
      moduleId,
      courseId: course.id,
      fields: { ...fields, summary: { sv: "Att stänga kassan rätt.", en: "Closing the till right." } },
      files: new Map([...files].map(([path, text]) => [path, said(text)])),
    });
  });
  await chooseApprovals(deps, tomasz, 0);
});
afterEach(() => company.close());

async function publish(): Promise<unknown> {
  const { db, deps, tomasz, work } = company;
  const state = await readDraftState(db.read, moduleId);
  expect((await readinessOf(db.read, state, await errorsIn(db.read, state))).hindrances).toEqual([]);
  await publishDraftNow(deps, tomasz, moduleId);
  await work();
  const { newest } = await readDraftState(db.read, moduleId);
  return JSON.parse(newest?.note ?? "null");
}

it("needs no words about a change: the module's summary stands in the record, in files too", async () => {
  expect(await publish()).toEqual({ sv: "Att stänga kassan rätt.", en: "Closing the till right." });
  const root = join(temporaryFolder(), "courses");
  cpSync("courses", root, { recursive: true });
  await exportCourses(company.deps, { root, overwrite: true });
  const { course } = await readDraftState(company.db.read, moduleId);
  expect(readFileSync(join(root, course.id, moduleId, "module.yaml"), "utf8")).toMatch(
    /revisions:[\s\S]*note:[\s\S]*Att stänga kassan rätt\./,
  );
  const { problems } = await importCourses(company.deps, { root, bundler: company.bundler });
  expect(problems.filter(({ severity, path }) => severity === "error" && path.includes(moduleId))).toEqual([]);
});

it("has the words that were written, and the summary in the languages without", async () => {
  await choosePlan(company.deps, company.tomasz, moduleId, { note: { sv: "Ny från i höst." } });
  expect(await publish()).toEqual({ sv: "Ny från i höst.", en: "Closing the till right." });
});
