import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { archiveModule } from "#app/authoring/contents/archive-module.server";
import { moveFile, removeFile } from "#app/authoring/contents/arrange-files.server";
import { bringIn } from "#app/authoring/drafts/bring-in.server";
import { idFrom, readDraftPath } from "#app/authoring/drafts/draft-path";
import { readDraftState } from "#app/authoring/drafts/draft-state.server";
import { mergeTexts } from "#app/authoring/drafts/merge";
import { beAtDraft, changeFiles, discardDraft, saveFile } from "#app/authoring/drafts/write-draft.server";
import { restoreDraft, restoreRevision, restoreSave } from "#app/authoring/history/restore.server";
import { findVersions } from "#db/queries/drafts";
import { lessonPath, moduleId, type StudioCompany, studioCompany } from "./studio-company";

let company: StudioCompany;
beforeEach(async () => {
  company = await studioCompany();
});
afterEach(() => company.close());

const published = async () => (await readDraftState(company.db.read, moduleId)).baseTexts.get(lessonPath) ?? "";
const now = async () => (await readDraftState(company.db.read, moduleId)).files.find(({ path }) => path === lessonPath);
const save = (actor: StudioCompany["tomasz"], text: string, from: number, stands = false) =>
  saveFile(company.deps, actor, { moduleId, path: lessonPath, text, from, stands });

describe("a draft", () => {
  it("begins with the first save and leaves what is published as it is", async () => {
    const before = await published();
    expect((await readDraftState(company.db.read, moduleId)).draft).toBeNull();
    expect(await save(company.tomasz, `${before}\nMer.\n`, 0)).toMatchObject({ kind: "saved", version: 1 });
    const state = await readDraftState(company.db.read, moduleId);
    expect(state.draft).toMatchObject({ base_number: 1, editor_id: company.tomasz.personId });
    expect((await now())?.text).toBe(`${before}\nMer.\n`);
    expect(state.baseTexts.get(lessonPath)).toBe(before);
  });

  it("keeps every save as a version, and one that says the same as none", async () => {
    const before = await published();
    await save(company.tomasz, `${before}a\n`, 0);
    await save(company.tomasz, `${before}ab\n`, 1);
    await save(company.tomasz, `${before}ab\n`, 2);
    const { draft } = await readDraftState(company.db.read, moduleId);
    expect((await findVersions(company.db.read, draft?.id ?? "", lessonPath)).map(({ number }) => number)).toEqual([
      2, 1,
    ]);
  });

  it("brings two people's changes of different lines together", async () => {
    const before = await published();
    const lines = before.split("\n");
    const first = lines.with(9, "Rad nio av den ena.").join("\n");
    const second = [...lines, "Sist av den andra."].join("\n");
    await save(company.tomasz, first, 0);
    const merged = await save(company.second, second, 0);
    expect(merged).toMatchObject({ kind: "merged" });
    const text = (await now())?.text ?? "";
    expect(text).toContain("Rad nio av den ena.");
    expect(text).toContain("Sist av den andra.");
  });

  it("loses nobody's text where both changed the same line", async () => {
    const before = await published();
    const lines = before.split("\n");
    await save(company.tomasz, lines.with(9, "Den ena.").join("\n"), 0);
    const mine = lines.with(9, "Den andra.").join("\n");
    const conflict = await save(company.second, mine, 0);
    expect(conflict).toMatchObject({ kind: "conflict", theirs: { by: company.tomasz.personId, version: 1 } });
    expect((await now())?.text).toContain("Den ena.");
    const { draft } = await readDraftState(company.db.read, moduleId);
    const aside = (await findVersions(company.db.read, draft?.id ?? "", lessonPath)).find((row) => row.aside === 1);
    expect(aside?.saved_by).toBe(company.second.personId);
    expect(await save(company.second, mine, 1, true)).toMatchObject({ kind: "saved" });
    expect((await now())?.text).toContain("Den andra.");
  });

  it("goes on from the text that was sent where its writer typed on while both changes were brought together", async () => {
    const lines = (await published()).split("\n");
    await save(company.second, lines.with(9, "Den andras rad.").join("\n"), 0);
    const merged = await save(company.tomasz, [...lines, "Min rad."].join("\n"), 0);
    if (merged.kind !== "merged") throw new Error(`not merged: ${merged.kind}`);
    await save(company.tomasz, [...lines, "Min rad.", "Och en till."].join("\n"), merged.sent);
    const text = (await now())?.text ?? "";
    for (const line of ["Den andras rad.", "Min rad.", "Och en till."]) expect(text).toContain(line);
  });

  it("of the same number in another draft is not taken for the one that was changed", async () => {
    const lines = (await published()).split("\n");
    await save(company.tomasz, [...lines, "Min rad."].join("\n"), 0);
    const { draft } = await readDraftState(company.db.read, moduleId);
    await discardDraft(company.deps, company.second, moduleId);
    await save(company.second, lines.with(9, "Den andras rad.").join("\n"), 0);
    const text = [...lines, "Min rad.", "Och en till."].join("\n");
    const wanted = { moduleId, path: lessonPath, text, from: 1, draftId: draft?.id ?? null };
    expect(await saveFile(company.deps, company.tomasz, wanted)).toMatchObject({ kind: "conflict" });
    expect((await now())?.text).toContain("Den andras rad.");
  });

  it("does not bring a file back that somebody else took out", async () => {
    const text = await published();
    await removeFile(company.deps, company.second, { moduleId, kind: "lesson", name: "01-hjalp-forst" });
    expect(await save(company.tomasz, `${text}Mer.\n`, 0)).toEqual({ kind: "gone" });
    expect(await now()).toBeUndefined();
  });

  it("keeps both of two lessons that change places, even if they are called alike", async () => {
    const add = (name: string, text: string) =>
      changeFiles(company.deps, company.tomasz, moduleId, new Map([[`${name}.sv.mdx`, text]]));
    await add("02-kassan", "KASSAN");
    await add("03-kassan", "LAGRET");
    await moveFile(company.deps, company.tomasz, { moduleId, kind: "lesson", name: "02-kassan", by: 1 });
    const { files } = await readDraftState(company.db.read, moduleId);
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    expect([texts.get("02-kassan.sv.mdx"), texts.get("03-kassan.sv.mdx")]).toEqual(["LAGRET", "KASSAN"]);
  });

  it("is not begun in the archive", async () => {
    await archiveModule(company.deps, company.tomasz, moduleId);
    await expect(save(company.tomasz, "x", 0)).rejects.toMatchObject({ code: "conflict" });
    await expect(
      changeFiles(company.deps, company.tomasz, moduleId, new Map([["09-ny.sv.mdx", "x"]])),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("tells who writes, and lets another take over", async () => {
    await save(company.tomasz, `${await published()}a\n`, 0);
    const who = async (actor: StudioCompany["tomasz"], takeOver: boolean) =>
      (await beAtDraft(company.deps, actor, { moduleId, takeOver }))?.personId;
    expect(await who(company.second, false)).toBe(company.tomasz.personId);
    expect(await who(company.second, true)).toBe(company.second.personId);
    expect(await who(company.tomasz, false)).toBe(company.second.personId);
  });

  it("is free once its editor has not been heard of for two minutes", async () => {
    await save(company.tomasz, `${await published()}a\n`, 0);
    company.clock.set("2026-11-24T08:03:00Z");
    const editing = await beAtDraft(company.deps, company.second, { moduleId, takeOver: false });
    expect(editing?.personId).toBe(company.second.personId);
  });

  it("is nobody's who may not author the course", async () => {
    await expect(save(company.employee, "x", 0)).rejects.toMatchObject({ code: "forbidden" });
    await expect(save(company.board[0] ?? company.employee, "x", 0)).rejects.toMatchObject({ code: "forbidden" });
    await expect(discardDraft(company.deps, company.employee, moduleId)).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([
    "../01-x.sv.mdx",
    "module.yaml",
    "01-x.sv.mdx/..",
    "media/x.png",
    "questions/../01-x.sv.mdx",
    "a".repeat(200),
  ])("refuses the path %s", async (path) => {
    expect(readDraftPath(path)).toBeUndefined();
    const wanted = { moduleId, path, text: "x", from: 0 };
    await expect(saveFile(company.deps, company.tomasz, wanted)).rejects.toMatchObject({ code: "invalid" });
  });

  it("is given up and fetched back as it was", async () => {
    const text = `${await published()}kvar\n`;
    await save(company.tomasz, text, 0);
    const { draft } = await readDraftState(company.db.read, moduleId);
    await discardDraft(company.deps, company.tomasz, moduleId);
    expect((await now())?.version).toBe(0);
    await restoreDraft(company.deps, company.tomasz, moduleId, draft?.id ?? "");
    expect((await now())?.text).toBe(text);
  });

  it("fetches an earlier save and an earlier revision back as something new", async () => {
    const before = await published();
    await save(company.tomasz, `${before}ett\n`, 0);
    await save(company.tomasz, `${before}två\n`, 1);
    const draftId = (await readDraftState(company.db.read, moduleId)).draft?.id ?? "";
    await restoreSave(company.deps, company.tomasz, { moduleId, draftId, path: lessonPath, number: 1 });
    expect(await now()).toMatchObject({ text: `${before}ett\n`, version: 3 });
    await changeFiles(company.deps, company.tomasz, moduleId, new Map([["09-ny.sv.mdx", "---\ntitle: Ny\n---\n"]]));
    await restoreRevision(company.deps, company.tomasz, moduleId, 1);
    const state = await readDraftState(company.db.read, moduleId);
    expect(new Map(state.files.map(({ path, text }) => [path, text]))).toEqual(state.baseTexts);
  });

  it("has nothing to bring in while it stands on the newest revision", async () => {
    await save(company.tomasz, `${await published()}a\n`, 0);
    expect(await bringIn(company.deps, company.tomasz, moduleId)).toEqual([]);
  });
});

describe("two texts from one", () => {
  const words = fc.array(fc.constantFrom<string>("a", "b", "c", "", "lång rad med ord"), { maxLength: 12 });

  it("are the one that changed where the other did not, whoever it is", () => {
    fc.assert(
      fc.property(words, words, (base, changed) => {
        const [from, to] = [base.join("\n"), changed.join("\n")];
        expect(mergeTexts(to, from, from)).toEqual({ kind: "merged", text: to });
        expect(mergeTexts(from, from, to)).toEqual({ kind: "merged", text: to });
        expect(mergeTexts(to, from, to)).toEqual({ kind: "merged", text: to });
      }),
    );
  });

  it("keep every line that either added where they can be brought together", () => {
    fc.assert(
      fc.property(words, fc.nat(12), fc.nat(12), (base, one, other) => {
        const mine = base.toSpliced(one, 0, "rad av mig");
        const theirs = base.toSpliced(other, 0, "rad av den andra");
        const merged = mergeTexts(mine.join("\n"), base.join("\n"), theirs.join("\n"));
        if (merged.kind === "conflict") return;
        expect(merged.text).toContain("rad av mig");
        expect(merged.text).toContain("rad av den andra");
      }),
    );
  });
});

it.each([
  ["Svara kunder – även på kvällen", "svara-kunder-aven-pa-kvallen"],
  ["  Ålder & ÖVERGÅNG 2 ", "alder-overgang-2"],
  ["—", ""],
])("makes an id of %s", (title, id) => expect(idFrom(title)).toBe(id));
