import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkDraft } from "#app/authoring/drafts/check-draft.server";
import { readDraftState } from "#app/authoring/drafts/draft-state.server";
import { saveFile } from "#app/authoring/drafts/write-draft.server";
import { exportCourses } from "#app/authoring/export-courses.server";
import { importCourses } from "#app/authoring/import-courses.server";
import { insertMedia, removeMedia } from "#app/authoring/media/change-media.server";
import { makeVariants } from "#app/authoring/media/make-variants.job";
import { mediaBytes } from "#app/authoring/media/media-bytes.server";
import { readMediaList } from "#app/authoring/media/read-media-list.server";
import { uploadMedia } from "#app/authoring/media/upload-media.server";
import type { Actor } from "#app/domain/permissions";
import { readMedia as sendMedia } from "#app/learning/read-media.server";
import { assignEveryone } from "#app/ledger/assign-everyone.job";
import { refreshModuleJob } from "#app/ledger/refresh-module.job";
import { type Bundler, createBundler } from "#app/lessons/bundler";
import type { Media } from "#app/lessons/media";
import { readMedia } from "#app/lessons/read-media";
import { createLog } from "#app/platform/log";
import { workOff } from "#app/work/queue";
import type { Connections } from "#db/connect";
import { chunkBytes } from "#db/queries/content";
import { putMedia } from "#db/queries/content-writes";
import { findVariant } from "#db/queries/media-variants";
import { FakeClock } from "#tests/support/clock";
import { createCompany } from "#tests/support/company";
import { freshDatabase, temporaryFolder } from "#tests/support/database";
import { pdf, png } from "#tests/support/documents";
import { coursesFolder, lessonOf, moduleYaml, question } from "#tests/support/lessons";
import { mp4, photograph, vtt } from "#tests/support/media-files";

const clock = new FakeClock("2026-11-24T08:00:00Z");
const moduleId = "answering";
const lesson = "01-tone.sv.mdx";

let bundler: Bundler;
let db: Connections;
let trainer: Actor;
let root: string;
const open: { remove(): Promise<void> }[] = [];

beforeAll(() => {
  bundler = createBundler();
});
afterAll(() => bundler.close());
afterEach(async () => {
  await db.close();
  await Promise.all(open.splice(0).map((folder) => folder.remove()));
});
beforeEach(async () => {
  db = await freshDatabase();
  const company = await createCompany(db, { people: 1, at: clock.now() });
  trainer = {
    personId: company.people[0] ?? "",
    grants: [{ role: "trainer", departmentId: null, courseId: "course" }],
  };
  root = await bring({});
});

async function bring(changes: Parameters<typeof coursesFolder>[0]): Promise<string> {
  const folder = await coursesFolder(changes);
  open.push(folder);
  const { problems } = await importCourses({ db, clock }, { root: folder.path, bundler });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return folder.path;
}

const text = (value: string) => new TextEncoder().encode(value);
const upload = (name: string, bytes: Uint8Array) => uploadMedia({ db, clock }, trainer, { moduleId, name, bytes });
const namesOf = async () => (await readDraftState(db.read, moduleId)).media.map(({ name }) => name);
const work = () =>
  workOff({ db, clock, log: createLog("silent") }, [assignEveryone, refreshModuleJob, makeVariants({ db })]);
const made = () => db.read.selectFrom("media_variant").select("width").orderBy("width").execute();
const svg = (inside: string) =>
  `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2">${inside}</svg>`;

async function storedBytes(name: string): Promise<Uint8Array> {
  const file = (await readDraftState(db.read, moduleId)).media.find((one) => one.name === name);
  return await mediaBytes(db.read, file?.hash ?? "");
}

describe("bringing a file", () => {
  it("begins a draft with it under a plain name, and gives the line that shows it", async () => {
    expect(await upload("Åsas Fjälltur (1).PNG.exe", png())).toEqual({
      kind: "taken",
      name: "media/asas-fjalltur-1-png.png",
      is: "picture",
      markdown: '<Figure src="media/asas-fjalltur-1-png.png" alt="" />',
      removed: [],
    });
    expect(await upload("../../etc/passwd", mp4())).toMatchObject({ name: "media/passwd.mp4" });
    expect(await upload("???", text(vtt))).toMatchObject({
      name: "media/file.vtt",
      markdown: 'captions="media/file.vtt"',
    });
    expect(await upload("list.pdf", pdf())).toMatchObject({
      markdown: '<Attachment src="media/list.pdf" title="" />',
    });
    expect(await namesOf()).toContain("media/thread.png");
    expect(await storedBytes("media/list.pdf")).toEqual(pdf());
  });
  it("gives another name to another file, and none to one that is there", async () => {
    await upload("a.png", png(3, 2));
    expect(await upload("a.png", png(2, 3))).toMatchObject({ name: "media/a-2.png" });
    expect(await upload("b.png", png(3, 2))).toMatchObject({ name: "media/a.png" });
    expect(await namesOf()).toEqual(["media/a-2.png", "media/a.png", "media/thread.png"]);
  });
  it("names the captions beside a video", async () => {
    await upload("Answer.vtt", text(vtt));
    expect(await upload("Answer.mp4", mp4())).toMatchObject({
      markdown: '<Video src="media/answer.mp4" title="" captions="media/answer.vtt" />',
    });
  });
  it("keeps a large one in steps, and makes whole what was kept in part", async () => {
    const film = mp4({ size: 5_000_000 });
    const { hash, type, width, height, seconds } = readMedia(film) as Media;
    const kept = { hash, type, width, height, seconds, content: film, created_at: clock.now().toISOString() };
    await db.write.transaction().execute((tx) => putMedia(tx, kept, 3));
    expect((await mediaBytes(db.read, hash)).length).toBe(3 * chunkBytes);
    await upload("film.mp4", film);
    expect(film.equals(await storedBytes("media/film.mp4"))).toBe(true);
  });
  it("cleans a drawing, and says what was left out", async () => {
    const taken = await upload("a.svg", text(svg('<script>alert(1)</script><path d="M0 0" onclick="alert(1)"/>')));
    expect(taken).toMatchObject({ kind: "taken", removed: ["<script>", "onclick"] });
    expect(new TextDecoder().decode(await storedBytes("media/a.svg"))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0"></path></svg>',
    );
  });
  it("leaves out where a photograph was taken, and keeps it upright", async () => {
    const photo = await sharp(await photograph("jpeg", { width: 60, height: 40 }))
      .withExif({ IFD0: { ImageDescription: "at home" }, IFD3: { GPSLatitude: "59/1 19/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    await upload("a.jpg", photo);
    const kept = await sharp(await storedBytes("media/a.jpg")).metadata();
    expect(kept).toMatchObject({ width: 40, height: 60 });
    expect(kept.exif).toBeUndefined();
  });
  it.each([
    ["that is another thing than its name says", text("<html></html>"), "unknown", null],
    ["that is empty", new Uint8Array(), "empty", null],
    ["whose pixels are not there", png(900, 900), "broken", null],
    ["that would be far too many pixels", png(11_000, 11_000), "too-many-pixels", null],
    ["whose captions are wrong", text("WEBVTT\n\nHello."), "captions", 4],
    ["that is a broken drawing", text(svg("<path>")), "broken", null],
    ["that is a drawing of no size", text(svg("<path/>").replace(/viewBox="[^"]*"/, "")), "no-size", null],
    ["that draws nothing we take", text(svg('<image href="data:image/png;base64,AA"/>')), "nothing-drawn", null],
  ] as const)("is refused for one %s, and nothing is begun", async (_, bytes, code, line) => {
    expect(await upload("a.png", bytes)).toEqual({ kind: "refused", code, line });
    expect((await readDraftState(db.read, moduleId)).draft).toBeNull();
  });
  it("is for those who may write in the course", async () => {
    for (const grants of [[], [{ role: "trainer" as const, departmentId: null, courseId: "other" }]]) {
      const other = { ...trainer, grants };
      await expect(uploadMedia({ db, clock }, other, { moduleId, name: "a.png", bytes: png() })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    expect(await namesOf()).toEqual(["media/thread.png"]);
  });
});

describe("the files of a draft", () => {
  it("are listed with what they are and where they are shown", async () => {
    await upload("film.mp4", mp4());
    await saveFile({ db, clock }, trainer, {
      moduleId,
      path: lesson,
      text: lessonOf(`![a](media/thread.png)\n\nmedia/film.mp4x\n\n${question("tone")}`),
      from: 0,
    });
    const view = await readMediaList({ db }, trainer, { moduleId, language: "sv" });
    expect(view.files).toMatchObject([
      { name: "media/film.mp4", kind: "video", form: "MP4", seconds: 90, thumbnail: null, usedIn: [] },
      { name: "media/thread.png", kind: "picture", form: "PNG", usedIn: [lesson] },
    ]);
    expect(view.lessons).toEqual(["01-tone.en.mdx", lesson]);
  });
  it("are put into a lesson with words, which may hold anything", async () => {
    const wanted = { moduleId, name: "media/thread.png", path: lesson, captions: null };
    expect(await insertMedia({ db, clock }, trainer, { ...wanted, said: "  " })).toBe(false);
    expect(await insertMedia({ db, clock }, trainer, { ...wanted, said: 'A "thread" <b> & {x}\nmore' })).toBe(true);
    const state = await readDraftState(db.read, moduleId);
    const written = state.files.find(({ path }) => path === lesson)?.text;
    expect(written).toContain(
      '\n\n<Figure src="media/thread.png" alt="A &quot;thread&quot; &lt;b> &amp; {x} more" />\n',
    );
    expect((await checkDraft(db.read, state)).problems).toEqual([]);
  });
  it("are taken out unless a lesson shows them", async () => {
    const remove = (name: string) => removeMedia({ db, clock }, trainer, { moduleId, name });
    await upload("a.png", png());
    await insertMedia({ db, clock }, trainer, {
      moduleId,
      name: "media/a.png",
      path: lesson,
      said: "a",
      captions: null,
    });
    expect(await remove("media/a.png")).toBe(false);
    // What is published stays published; the draft no longer has it.
    expect(await remove("media/thread.png")).toBe(true);
    expect(await namesOf()).toEqual(["media/a.png"]);
    await upload("b.pdf", pdf());
    expect(await remove("media/b.pdf")).toBe(true);
    expect(await namesOf()).toEqual(["media/a.png"]);
    await expect(remove("media/b.pdf")).rejects.toMatchObject({ code: "not-found" });
    await expect(
      removeMedia({ db, clock }, { ...trainer, grants: [] }, { moduleId, name: "media/a.png" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("smaller sizes", () => {
  const hashOf = async (name: string) =>
    (await readDraftState(db.read, moduleId)).media.find((file) => file.name === name)?.hash ?? "";
  it("are made by a job, once, and never larger than the picture", async () => {
    await upload("a.jpg", await photograph("jpeg", { width: 1200, height: 800 }));
    const hash = await hashOf("media/a.jpg");
    const early = await sendMedia({ db }, `${hash}-480.webp`, new Request("http://x/"));
    expect(early.headers.get("content-type")).toBe("image/jpeg");
    expect(early.headers.get("cache-control")).not.toContain("immutable");
    await work();
    expect(await made()).toEqual([{ width: 480 }, { width: 960 }]);
    expect(await findVariant(db.read, hash, 480)).toMatchObject({ type: "image/webp", width: 480, height: 320 });
    expect(await findVariant(db.read, hash, 960)).toMatchObject({ type: "image/webp", width: 960, height: 640 });
    expect(await findVariant(db.read, hash, 1440)).toBeUndefined();
    const sent = await sendMedia({ db }, `${hash}-480.webp`, new Request("http://x/"));
    expect(await sharp(Buffer.from(await sent.arrayBuffer())).metadata()).toMatchObject({ format: "webp", width: 480 });
    expect(sent.headers.get("cache-control")).toContain("immutable");
    await upload("b.jpg", await mediaBytes(db.read, hash));
    expect(await work()).toBe(0);
  });
  it("are the picture itself where they would be no lighter", async () => {
    const flat = await sharp({ create: { width: 500, height: 2, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    await upload("flat.png", flat);
    const hash = await hashOf("media/flat.png");
    await work();
    const variant = await findVariant(db.read, hash, 480);
    expect(variant).toBeDefined();
    expect((variant?.bytes ?? 0) <= flat.length).toBe(true);
  });
  it("are made of what is published from files too, and of nothing that is drawn", async () => {
    await bring({
      "course/answering/module.yaml": `${moduleYaml}  - { number: 2, change: minor, note: { sv: Bild., en: Picture. } }\n`,
      "course/answering/media/photo.webp": await photograph("webp", { width: 700, height: 100 }),
      "course/answering/media/drawing.svg":
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4000 2"><path/></svg>',
    });
    await work();
    expect(await made()).toEqual([{ width: 480 }]);
  });
});

describe("every kind of file", () => {
  it("goes out of the product and comes in again, byte for byte, and shows the same", async () => {
    const body = [
      '<Video src="media/film.mp4" title="Film" captions="media/film.vtt" poster="media/photo.avif" />',
      '<Attachment src="media/list.pdf" title="Lista" />',
      question("tone"),
    ].join("\n\n");
    const files = {
      "course/answering/media/film.mp4": mp4({ size: 600_000 }),
      "course/answering/media/film.vtt": vtt,
      "course/answering/media/list.pdf": pdf(),
      "course/answering/media/photo.avif": await photograph("avif", { width: 600, height: 40 }),
    };
    const changed = {
      ...files,
      "course/answering/module.yaml": `${moduleYaml}  - { number: 2, change: minor, note: { sv: Film., en: Film. } }\n`,
      "course/answering/01-tone.sv.mdx": lessonOf(body),
      "course/answering/01-tone.en.mdx": lessonOf(body),
    };
    root = await bring(changed);
    const out = `${temporaryFolder()}/out`;
    await exportCourses({ db }, { root: out });
    for (const name of Object.keys(files)) {
      expect(readFileSync(`${out}/${name}`).equals(readFileSync(`${root}/${name}`)), name).toBe(true);
    }
    const other = await freshDatabase();
    const { problems, published } = await importCourses({ db: other, clock }, { root: out, bundler });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(published).toEqual(["answering 2"]);
    const content = async (of: Connections) => ({
      media: await of.read
        .selectFrom("revision_media")
        .innerJoin("revision", "revision.id", "revision_media.revision_id")
        .innerJoin("media", "media.hash", "revision_media.hash")
        .select(["path", "media.hash", "type", "bytes", "width", "height", "seconds"])
        .where("revision.number", "=", 2)
        .orderBy("path")
        .execute(),
      bundles: await of.read
        .selectFrom("lesson_source")
        .innerJoin("revision", "revision.id", "lesson_source.revision_id")
        .select(["lesson_source.name", "language", "bundle_hash"])
        .where("revision.number", "=", 2)
        .orderBy("lesson_source.name")
        .orderBy("language")
        .execute(),
    });
    expect(await content(other)).toEqual(await content(db));
    expect((await content(db)).media.map(({ type }) => type)).toEqual([
      "video/mp4",
      "text/vtt",
      "application/pdf",
      "image/avif",
      "image/png",
    ]);
    await other.close();
  });
});
