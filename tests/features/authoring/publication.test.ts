import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { archiveModule } from "#app/authoring/contents/archive-module.server";
import { bringIn } from "#app/authoring/drafts/bring-in.server";
import { commentPassage } from "#app/authoring/drafts/comment-passage.server";
import { draftDigest } from "#app/authoring/drafts/draft-digest.server";
import { readDraftState } from "#app/authoring/drafts/draft-state.server";
import {
  choosePlan,
  errorsIn,
  publishDraftNow,
  publishDue,
  readinessOf,
} from "#app/authoring/drafts/publication.server";
import { askReviewers, chooseApprovals, giveVerdict, openReview } from "#app/authoring/drafts/review-draft.server";
import { saveFile } from "#app/authoring/drafts/write-draft.server";
import { exportCourses } from "#app/authoring/export-courses.server";
import { importCourses } from "#app/authoring/import-courses.server";
import { readSettingsView } from "#app/authoring/settings/read-settings.server";
import { saveSettings } from "#app/authoring/settings/save-settings.server";
import { readEffect } from "#app/authoring/studio/read-effect.server";
import { civilDate, parsePeriod } from "#app/domain/calendar";
import { rebuild } from "#app/ledger/rebuild";
import { temporaryFolder } from "#tests/support/database";
import { lessonPath, moduleId, type StudioCompany, studioCompany } from "./studio-company";

let company: StudioCompany;
beforeEach(async () => {
  company = await studioCompany();
});
afterEach(() => company.close());

const state = () => readDraftState(company.db.read, moduleId);
const hindrances = async () => {
  const now = await state();
  return (await readinessOf(company.db.read, now, await errorsIn(company.db.read, now))).hindrances;
};
const addLine = async (line: string, actor = company.tomasz) => {
  const file = (await state()).files.find(({ path }) => path === lessonPath);
  const text = `${file?.text}\n${line}\n`;
  return await saveFile(company.deps, actor, { moduleId, path: lessonPath, text, from: file?.version ?? 0 });
};
const reviewer = () => company.board[0] ?? company.employee;
const plan = {
  change: "major",
  within: parsePeriod("P14D"),
  note: { sv: "Vi svarar även på kvällen.", en: "Evenings too." },
  on: null,
} as const;

async function approve(actor = reviewer()) {
  await askReviewers(company.deps, company.tomasz, moduleId, [actor.personId]);
  const digest = draftDigest(await state());
  await giveVerdict(company.deps, actor, { moduleId, verdict: "approved", said: "", digest });
}

/** Brings a draft through review to the point where it can be published. */
async function ready(line = "Svara även på kvällen.") {
  await addLine(line);
  await choosePlan(company.deps, company.tomasz, moduleId, plan);
  await approve();
}

const standings = async () =>
  await company.db.read
    .selectFrom("standing")
    .select(["person_id", "task", "due_on"])
    .where("module_id", "=", moduleId)
    .where("voluntary", "=", 0)
    .orderBy("person_id")
    .execute();

describe("a publication", () => {
  it("waits for a change, approvals, its kind and its note, and says so", async () => {
    expect((await hindrances()).map(({ kind }) => kind)).toEqual(["nothing-changed"]);
    await addLine("Nytt.");
    expect(await hindrances()).toEqual([
      { kind: "approvals", has: 0, needs: 1 },
      { kind: "change" },
      { kind: "note", language: "sv" },
    ]);
    await addLine('<ForDepartment only="butikk">\n\nx\n\n</ForDepartment>');
    expect(await hindrances()).toContainEqual({ kind: "errors", n: 1 });
    expect(await publishDraftNow(company.deps, company.tomasz, moduleId)).toMatchObject({ kind: "hindered" });
    await company.work();
    expect((await state()).newest?.number).toBe(1);
  });

  it("asks exactly those whom the panel foretold, by the day it foretold", async () => {
    await ready();
    const wanted = {
      moduleId,
      change: "major",
      within: "P14D",
      on: null,
      language: "sv",
      now: company.clock.now(),
    } as const;
    const effect = await readEffect(company.deps, company.tomasz, wanted);
    const before = new Map((await standings()).map((row) => [row.person_id, row.task]));
    expect(await publishDraftNow(company.deps, company.tomasz, moduleId)).toEqual({ kind: "publishing" });
    await company.work();
    const after = await state();
    expect(after.draft).toBeNull();
    expect(after.newest).toMatchObject({ number: 2, change: "major", published_by: company.tomasz.personId });
    const asked = (await standings()).filter((row) => row.task !== "none" && before.get(row.person_id) === "none");
    expect(effect.asked).toBeGreaterThan(20);
    expect(asked).toHaveLength(effect.asked);
    expect(
      asked
        .map((row) => row.due_on ?? "")
        .sort()
        .at(-1),
    ).toBe(effect.by);
    expect(effect.departments.reduce((sum, department) => sum + department.asked, 0)).toBe(effect.asked);
    expect((await rebuild(company.db, company.clock.now())).differing).toBe(0);
  });

  it("asks nobody of a minor change", async () => {
    await ready();
    await choosePlan(company.deps, company.tomasz, moduleId, { change: "minor" });
    const before = await standings();
    await publishDraftNow(company.deps, company.tomasz, moduleId);
    await company.work();
    expect((await state()).newest).toMatchObject({ number: 2, change: "minor" });
    expect(await standings()).toEqual(before);
  });

  it("is made once, however often it is asked for", async () => {
    await ready();
    await publishDraftNow(company.deps, company.tomasz, moduleId);
    expect(await publishDraftNow(company.deps, company.second, moduleId)).toMatchObject({ kind: "hindered" });
    await expect(addLine("Medan den publiceras.")).rejects.toMatchObject({ code: "conflict" });
    await company.work();
    await company.work();
    expect((await state()).newest?.number).toBe(2);
  });

  it("comes on its day by itself, and not before", async () => {
    await ready();
    await choosePlan(company.deps, company.tomasz, moduleId, { on: civilDate("2026-11-26") });
    expect(await publishDraftNow(company.deps, company.tomasz, moduleId)).toEqual({
      kind: "scheduled",
      on: "2026-11-26",
    });
    expect(await publishDue(company.deps, company.clock.now())).toBe(0);
    company.clock.set("2026-11-26T06:00:00Z");
    expect(await publishDue(company.deps, company.clock.now())).toBe(1);
    await company.work();
    expect((await state()).newest).toMatchObject({ number: 2, published_on: "2026-11-26" });
  });

  it("does not come on a day that was only typed in after the order was taken back", async () => {
    await ready();
    await choosePlan(company.deps, company.tomasz, moduleId, { on: civilDate("2026-12-24") });
    await publishDraftNow(company.deps, company.tomasz, moduleId);
    await choosePlan(company.deps, company.tomasz, moduleId, { on: null });
    await choosePlan(company.deps, company.second, moduleId, { on: civilDate("2026-11-26") });
    company.clock.set("2026-11-27T06:00:00Z");
    expect(await publishDue(company.deps, company.clock.now())).toBe(0);
  });

  it("waits for what a template leaves to be filled in", async () => {
    await ready("[Skriv lektionen här.]");
    expect(await hindrances()).toEqual([{ kind: "placeholders", n: 1, paths: [lessonPath], inSettings: false }]);
  });

  it("that cannot come on its day tells whoever chose it, and the draft stays", async () => {
    await ready();
    await choosePlan(company.deps, company.tomasz, moduleId, { on: civilDate("2026-11-26") });
    await publishDraftNow(company.deps, company.tomasz, moduleId);
    await addLine("Efter godkännandet.");
    company.clock.set("2026-11-26T06:00:00Z");
    expect(await publishDue(company.deps, company.clock.now())).toBe(0);
    expect((await state()).draft).toMatchObject({ scheduled_on: null, state: "open" });
    const notices = await company.db.read
      .selectFrom("notification")
      .select("kind")
      .where("person_id", "=", company.tomasz.personId)
      .where("kind", "=", "publication-stopped")
      .execute();
    expect(notices).toHaveLength(1);
  });

  it("is not for whoever may not author", async () => {
    await ready();
    await expect(publishDraftNow(company.deps, reviewer(), moduleId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(archiveModule(company.deps, reviewer(), moduleId)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a review", () => {
  it("counts for the text that was read and no other", async () => {
    await addLine("Ett.");
    await approve();
    expect(await hindrances()).not.toContainEqual(expect.objectContaining({ kind: "approvals" }));
    await addLine("Två.");
    expect(await hindrances()).toContainEqual({ kind: "approvals", has: 0, needs: 1 });
  });

  it("of one's own text does not count", async () => {
    await addLine("Ett.");
    await addLine("Två.", company.second);
    await approve(company.second);
    expect(await hindrances()).toContainEqual({ kind: "approvals", has: 0, needs: 1 });
  });

  it("is refused where the text has changed since it was seen", async () => {
    await addLine("Ett.");
    await askReviewers(company.deps, company.tomasz, moduleId, [reviewer().personId]);
    const digest = draftDigest(await state());
    await addLine("Två.");
    const verdict = { moduleId, verdict: "approved", said: "", digest } as const;
    await expect(giveVerdict(company.deps, reviewer(), verdict)).rejects.toMatchObject({ code: "conflict" });
  });

  it("says what is to be changed, and of which passage", async () => {
    await addLine("Ett.");
    await askReviewers(company.deps, company.tomasz, moduleId, [reviewer().personId]);
    const digest = draftDigest(await state());
    const silent = { moduleId, verdict: "changes", said: " ", digest } as const;
    await expect(giveVerdict(company.deps, reviewer(), silent)).rejects.toMatchObject({ code: "invalid" });
    const remark = { moduleId, path: lessonPath, line: 3, quote: "Ett.", text: "Kortare." };
    await commentPassage(company.deps, reviewer(), remark);
    const nothing = { ...remark, text: " " };
    await expect(commentPassage(company.deps, reviewer(), nothing)).rejects.toMatchObject({ code: "invalid" });
  });

  it("quotes only what stands in the text, or stood in it before", async () => {
    await addLine("Svara samma dag.\n\nRing annars.");
    await askReviewers(company.deps, company.tomasz, moduleId, [reviewer().personId]);
    const file = async () => (await state()).files.find(({ path }) => path === lessonPath);
    const lines = (await file())?.text.split("\n") ?? [];
    const remark = (quote: string, line = 1) =>
      commentPassage(company.deps, reviewer(), { moduleId, path: lessonPath, line, quote, text: "Kortare." });
    await expect(remark("Så sa ingen.")).rejects.toMatchObject({ code: "conflict" });
    await expect(remark("")).rejects.toMatchObject({ code: "conflict" });
    // As a browser sends the ends of lines; the line is the one where it stands.
    await remark("Svara samma dag.\r\n\r\nRing");
    const gone = lines.findIndex((line) => line.startsWith("## "));
    const text = lines.filter((_line, place) => place !== gone).join("\n");
    const { version = 0 } = (await file()) ?? {};
    await saveFile(company.deps, company.tomasz, { moduleId, path: lessonPath, text, from: version });
    await remark(lines[gone] ?? "", 9999);
    const kept = await company.db.read.selectFrom("draft_comment").select(["line", "quote"]).execute();
    expect(kept).toEqual([
      { line: lines.indexOf("Svara samma dag.") + 1, quote: "Svara samma dag.\n\nRing" },
      { line: text.split("\n").length, quote: lines[gone] },
    ]);
  });

  it("stays when it is asked for again of the very same text, and is asked anew of another", async () => {
    await addLine("Ett.");
    await approve();
    const ask = () => askReviewers(company.deps, company.tomasz, moduleId, [reviewer().personId]);
    const notices = async () =>
      (await company.db.read.selectFrom("notification").select("id").where("kind", "=", "review-asked").execute())
        .length;
    const before = await notices();
    expect(await ask()).toBe(0);
    expect(await notices()).toBe(before);
    expect(await hindrances()).not.toContainEqual(expect.objectContaining({ kind: "approvals" }));
    company.clock.set("2026-11-24T09:00:00Z");
    await addLine("Två.");
    expect(await ask()).toBe(1);
    expect(await notices()).toBe(before + 1);
    expect(await hindrances()).toContainEqual({ kind: "approvals", has: 0, needs: 1 });
  });

  it("is for those who are asked, who can be only reviewers and trainers of the course", async () => {
    await addLine("Ett.");
    await expect(openReview(company.db.read, reviewer(), moduleId)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = [company.employee.personId];
    await expect(askReviewers(company.deps, company.tomasz, moduleId, stranger)).rejects.toMatchObject({
      code: "invalid",
    });
    await askReviewers(company.deps, company.tomasz, moduleId, [reviewer().personId]);
    expect(await openReview(company.db.read, reviewer(), moduleId)).toMatchObject({ isAsked: true, mayWrite: false });
  });

  it("is needed as often as the company has chosen", async () => {
    await addLine("Ett.");
    await chooseApprovals(company.deps, company.tomasz, 2);
    await approve();
    expect(await hindrances()).toContainEqual({ kind: "approvals", has: 1, needs: 2 });
    await chooseApprovals(company.deps, company.tomasz, 0);
    expect(await hindrances()).not.toContainEqual(expect.objectContaining({ kind: "approvals" }));
    await expect(chooseApprovals(company.deps, company.employee, 0)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("files and studio", () => {
  /** A folder that says what is published. */
  async function folder(): Promise<string> {
    const root = join(temporaryFolder(), "courses");
    cpSync("courses", root, { recursive: true });
    await exportCourses(company.deps, { root, overwrite: true });
    return root;
  }
  const bring = (root: string) => importCourses(company.deps, { root, bundler: company.bundler });
  const errors = async (root: string) =>
    (await bring(root)).problems.filter(({ severity, path }) => severity === "error" && path.includes(moduleId));

  it("say the same after a publication is written out and brought in again", async () => {
    await ready();
    await publishDraftNow(company.deps, company.tomasz, moduleId);
    await company.work();
    const root = await folder();
    expect(await errors(root)).toEqual([]);
    expect((await state()).newest?.number).toBe(2);
    expect(readFileSync(join(root, (await state()).course.id, moduleId, lessonPath), "utf8")).toContain("på kvällen");
  });

  it("never part silently: an older folder is refused and named", async () => {
    const root = await folder();
    await ready();
    await publishDraftNow(company.deps, company.tomasz, moduleId);
    await company.work();
    expect(await errors(root)).toEqual([expect.objectContaining({ code: "revision-missing" })]);
    expect((await state()).newest?.number).toBe(2);
  });

  it("that part while somebody writes are brought together", async () => {
    const root = await folder();
    await addLine("Sist i utkastet.");
    const dir = join(root, (await state()).course.id, moduleId);
    const file = join(dir, lessonPath);
    writeFileSync(file, readFileSync(file, "utf8").replace("\n\n", "\n\nFörst från filerna.\n\n"));
    const yaml = readFileSync(join(dir, "module.yaml"), "utf8");
    writeFileSync(
      join(dir, "module.yaml"),
      `${yaml.trimEnd()}\n  - { number: 2, change: minor, note: { sv: Ordval } }\n`,
    );
    expect(await errors(root)).toEqual([]);
    expect(await hindrances()).toContainEqual({ kind: "behind", newest: 2 });
    expect(await bringIn(company.deps, company.tomasz, moduleId)).toEqual([]);
    const text = (await state()).files.find(({ path }) => path === lessonPath)?.text ?? "";
    expect(text).toContain("Sist i utkastet.");
    expect(text).toContain("Först från filerna.");
    expect(await hindrances()).not.toContainEqual(expect.objectContaining({ kind: "behind" }));
  });

  it("never part silently in settings either", async () => {
    const root = await folder();
    const { values } = await readSettingsView(company.deps, company.tomasz, moduleId, "sv");
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...values, minutes: "9" })) form.set(name, value);
    const wanted = { moduleId, form, tries: false, language: "sv" } as const;
    expect(await saveSettings(company.deps, company.tomasz, wanted)).toEqual({ kind: "saved" });
    const parted = async () =>
      (await bring(root)).problems.filter(({ code }) => code === "settings-parted").map(({ severity }) => severity);
    expect(await parted()).toEqual(["warning"]);
    expect((await state()).fields.minutes).toBe(9);
    // What only the file changed is taken; what both did is not.
    const yaml = join(root, (await state()).course.id, moduleId, "module.yaml");
    const before = readFileSync(yaml, "utf8");
    writeFileSync(yaml, before.replace(/^passMark: .*$/m, "passMark: 0.5"));
    expect(await parted()).toEqual([]);
    expect((await state()).fields).toMatchObject({ minutes: 9, passMark: 0.5 });
    writeFileSync(yaml, readFileSync(yaml, "utf8").replace(/^minutes: .*$/m, "minutes: 12"));
    expect(await errors(root)).toEqual([
      expect.objectContaining({ code: "settings-parted", message: expect.stringContaining("here: minutes.") }),
    ]);
    expect((await state()).fields.minutes).toBe(9);
    expect(await errors(await folder())).toEqual([]);
  });
});

describe("settings", () => {
  const formOf = async (changes: Record<string, string>) => {
    const { values } = await readSettingsView(company.deps, company.tomasz, moduleId, "sv");
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...values, ...changes })) form.set(name, value);
    return form;
  };
  const send = async (changes: Record<string, string>, tries = false, actor = company.tomasz) =>
    await saveSettings(company.deps, actor, { moduleId, form: await formOf(changes), tries, language: "sv" });

  it("that nobody touched say the same", async () => {
    const before = (await state()).fields;
    expect(await send({})).toEqual({ kind: "saved" });
    expect((await state()).fields).toEqual(before);
  });

  it("lose what nobody sees of a text", async () => {
    const { title, summary } = (await state()).fields;
    const changes = { "title.sv": "Kas\u0000san\u001b\n", "summary.sv": "Ett.\u0000\r\n\r\nTvå." };
    expect(await send(changes)).toEqual({ kind: "saved" });
    const after = (await state()).fields;
    expect(after.title).toEqual({ ...title, sv: "Kassan" });
    expect(after.summary).toEqual({ ...summary, sv: "Ett.\n\nTvå." });
  });

  it("do to the company what trying them foretold", async () => {
    const tried = await send({ "every.number": "2", "every.unit": "M", "window.number": "14" }, true);
    if (tried.kind !== "tried" || !tried.effect) throw new Error(`nothing was tried: ${JSON.stringify(tried)}`);
    expect(tried.effect.earlier + tried.effect.asked).toBeGreaterThan(0);
    const before = new Map((await standings()).map((row) => [row.person_id, row]));
    await send({ "every.number": "2", "every.unit": "M", "window.number": "14" });
    await company.work();
    const after = await standings();
    const asked = after.filter((row) => row.task !== "none" && before.get(row.person_id)?.task === "none");
    expect(asked).toHaveLength(tried.effect.asked);
    expect((await rebuild(company.db, company.clock.now())).differing).toBe(0);
  });

  it.each([
    [{ minutes: "0" }, "minutes"],
    [{ passMark: "" }, "passMark"],
    [{ reviewBy: "2026-02-31" }, "reviewBy"],
    [{ "every.number": "1", "every.unit": "D" }, "policy.refresh"],
    [{ "title.sv": "" }, "title"],
  ])("refuse %j where it stands", async (changes, path) => {
    const outcome = await send(changes);
    expect(outcome.kind).toBe("refused");
    const faults = outcome.kind === "refused" ? outcome.faults : [];
    expect(faults.some((fault) => fault.path.startsWith(path))).toBe(true);
  });

  it("are not for whoever may not author", async () => {
    const form = new FormData();
    const wanted = { moduleId, form, tries: false, language: "sv" } as const;
    await expect(saveSettings(company.deps, company.employee, wanted)).rejects.toMatchObject({ code: "forbidden" });
  });
});

it("archives a module: required of nobody from the day after, and everything kept", async () => {
  const completions = async () =>
    await company.db.read.selectFrom("completion").selectAll().where("module_id", "=", moduleId).execute();
  const before = await completions();
  await archiveModule(company.deps, company.tomasz, moduleId);
  await company.work();
  expect(await completions()).toEqual(before);
  expect((await state()).module?.archived_on).toBe("2026-11-24");
  const open = await company.db.read
    .selectFrom("requirement")
    .select(["to_on", "withdrawn_at"])
    .where("module_id", "=", moduleId)
    .execute();
  expect(open.every((row) => row.withdrawn_at !== null || (row.to_on ?? "9999") <= "2026-11-24")).toBe(true);
});
