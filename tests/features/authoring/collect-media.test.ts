import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readDraftState } from "#app/authoring/drafts/draft-state.server";
import { discardDraft } from "#app/authoring/drafts/write-draft.server";
import { restoreDraft } from "#app/authoring/history/restore.server";
import { importCourses } from "#app/authoring/import-courses.server";
import { removeMedia } from "#app/authoring/media/change-media.server";
import { collectMedia, unusedDays } from "#app/authoring/media/collect-media.server";
import { makeVariants } from "#app/authoring/media/make-variants.job";
import { mediaBytes } from "#app/authoring/media/media-bytes.server";
import { uploadMedia } from "#app/authoring/media/upload-media.server";
import type { Actor } from "#app/domain/permissions";
import { assignEveryone } from "#app/ledger/assign-everyone.job";
import { refreshModuleJob } from "#app/ledger/refresh-module.job";
import { type Bundler, createBundler } from "#app/lessons/bundler";
import type { Media } from "#app/lessons/media";
import { readMedia } from "#app/lessons/read-media";
import { createLog } from "#app/platform/log";
import { forgetStrayFiles } from "#app/platform/stray-files";
import { workOff } from "#app/work/queue";
import type { Connections } from "#db/connect";
import { putMedia } from "#db/queries/content-writes";
import { insertPiece, insertStoredFile } from "#db/queries/stored-files";
import { FakeClock } from "#tests/support/clock";
import { createCompany } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { pdf, png } from "#tests/support/documents";
import { coursesFolder, moduleYaml } from "#tests/support/lessons";
import { mp4, photograph } from "#tests/support/media-files";

const moduleId = "answering";
let clock: FakeClock;
let bundler: Bundler;
let db: Connections;
let trainer: Actor;
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
  clock = new FakeClock("2026-11-24T08:00:00Z");
  db = await freshDatabase();
  const company = await createCompany(db, { people: 1, at: clock.now() });
  trainer = {
    personId: company.people[0] ?? "",
    grants: [{ role: "trainer", departmentId: null, courseId: "course" }],
  };
  await bring({});
});

async function bring(changes: Parameters<typeof coursesFolder>[0]): Promise<void> {
  const folder = await coursesFolder(changes);
  open.push(folder);
  const { problems } = await importCourses({ db, clock }, { root: folder.path, bundler });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
}

const collect = () => collectMedia({ db }, clock.now());
const work = () =>
  workOff({ db, clock, log: createLog("silent") }, [assignEveryone, refreshModuleJob, makeVariants({ db })]);
const upload = (name: string, bytes: Uint8Array) => uploadMedia({ db, clock }, trainer, { moduleId, name, bytes });
const remove = (name: string) => removeMedia({ db, clock }, trainer, { moduleId, name });
const hashOf = async (name: string) =>
  (await readDraftState(db.read, moduleId)).media.find((file) => file.name === name)?.hash ?? "";
const stored = async () =>
  (await db.read.selectFrom("media").select("hash").orderBy("hash").execute()).map(({ hash }) => hash);
const chunksOf = async (hash: string) =>
  (await db.read.selectFrom("media_chunk").select("position").where("hash", "=", hash).execute()).length;

describe("a file that nothing has any more", () => {
  it("goes after its days, counted from when it was let go and not from when it came", async () => {
    const before = await stored();
    await upload("a.pdf", pdf());
    const hash = await hashOf("media/a.pdf");
    clock.passDays(100);
    expect(await collect()).toBe(0);
    await remove("media/a.pdf");
    expect(await collect()).toBe(0);
    clock.passDays(unusedDays - 1);
    expect(await collect()).toBe(0);
    expect(await stored()).toContain(hash);
    clock.passDays(1);
    expect(await collect()).toBe(1);
    expect(await stored()).toEqual(before);
    expect(await chunksOf(hash)).toBe(0);
    expect(await collect()).toBe(0);
  });

  it("stays where it is brought again meanwhile, and its days begin anew", async () => {
    await upload("a.pdf", pdf());
    const hash = await hashOf("media/a.pdf");
    await remove("media/a.pdf");
    await collect();
    clock.passDays(unusedDays - 1);
    await upload("b.pdf", pdf());
    clock.passDays(2);
    expect(await collect()).toBe(0);
    await remove("media/b.pdf");
    expect(await collect()).toBe(0);
    clock.passDays(unusedDays - 1);
    expect(await collect()).toBe(0);
    expect(await stored()).toContain(hash);
  });

  it("goes whole, however many steps it takes, and can come again", async () => {
    const film = mp4({ size: 5_000_000 });
    await upload("a.mp4", film);
    const hash = await hashOf("media/a.mp4");
    await remove("media/a.mp4");
    await collect();
    clock.passDays(unusedDays);
    expect(await collect()).toBe(1);
    expect(await chunksOf(hash)).toBe(0);
    await upload("a.mp4", film);
    expect(film.equals(await mediaBytes(db.read, hash))).toBe(true);
  });

  it("takes its smaller sizes along, which are made again where it comes again", async () => {
    const before = await stored();
    const photo = await photograph("jpeg");
    const sizes = () => db.read.selectFrom("media_variant").select("width").orderBy("width").execute();
    await upload("a.jpg", photo);
    await work();
    expect(await sizes()).toEqual([{ width: 480 }, { width: 960 }]);
    await remove("media/a.jpg");
    await collect();
    clock.passDays(unusedDays);
    expect(await collect()).toBe(3);
    expect(await sizes()).toEqual([]);
    expect(await stored()).toEqual(before);
    await upload("a.jpg", photo);
    await work();
    expect(await sizes()).toEqual([{ width: 480 }, { width: 960 }]);
  });
});

describe("a file stays", () => {
  it("where any revision shows it, also one that is no longer the newest", async () => {
    const thread = await hashOf("media/thread.png");
    await remove("media/thread.png");
    await discardDraft({ db, clock }, trainer, moduleId);
    await bring({
      "course/answering/module.yaml": `${moduleYaml}  - { number: 2, change: minor, note: { sv: Bild., en: Picture. } }\n`,
      "course/answering/media/thread.png": png(5, 5),
    });
    expect(await hashOf("media/thread.png")).not.toBe(thread);
    await collect();
    clock.passDays(1_000);
    expect(await collect()).toBe(0);
    expect(await stored()).toContain(thread);
  });

  it("where a draft has it, also one that was given up, which can be opened again", async () => {
    await upload("a.pdf", pdf());
    const hash = await hashOf("media/a.pdf");
    const draftId = (await readDraftState(db.read, moduleId)).draft?.id ?? "";
    await discardDraft({ db, clock }, trainer, moduleId);
    await collect();
    clock.passDays(1_000);
    expect(await collect()).toBe(0);
    await restoreDraft({ db, clock }, trainer, moduleId, draftId);
    expect(pdf().equals(Buffer.from(await mediaBytes(db.read, await hashOf("media/a.pdf"))))).toBe(true);
    expect(await stored()).toContain(hash);
  });
});

describe("an upload that stopped in the middle", () => {
  const film = mp4({ size: 5_000_000 });
  const { hash, type, width, height, seconds } = readMedia(film) as Media;
  const begin = () => {
    const kept = { hash, type, width, height, seconds, content: film, created_at: clock.now().toISOString() };
    return db.write.transaction().execute((tx) => putMedia(tx, kept, 11));
  };

  it("leaves nothing after a day", async () => {
    await begin();
    expect(await collect()).toBe(0);
    clock.passSeconds(23 * 3600);
    expect(await collect()).toBe(0);
    expect(await chunksOf(hash)).toBe(11);
    clock.passSeconds(3600);
    expect(await collect()).toBe(1);
    expect(await chunksOf(hash)).toBe(0);
    expect(await stored()).not.toContain(hash);
  });

  it("stays where it was made whole", async () => {
    await begin();
    await collect();
    await upload("a.mp4", film);
    clock.passDays(1_000);
    expect(await collect()).toBe(0);
    expect(film.equals(await mediaBytes(db.read, hash))).toBe(true);
  });

  it("leaves no pieces of what was on its way either, but what an import has", async () => {
    const at = clock.now().toISOString();
    for (const id of ["stray", "imported"]) {
      await insertStoredFile(db.write, { id, name: "a.mp4", created_at: at, created_by: null });
      await insertPiece(db.write, id, 0, Buffer.alloc(10));
    }
    const job = { kind: "people", state: "ready", form: "{}", mapping: "{}", options: "{}", summary: "{}" } as const;
    await db.write
      .insertInto("import")
      .values({ id: "i", file_id: "imported", created_at: at, created_by: trainer.personId, ...job })
      .execute();
    clock.passSeconds(86_400);
    expect(await forgetStrayFiles(db, clock.now())).toBe(0);
    clock.passSeconds(1);
    expect(await forgetStrayFiles(db, clock.now())).toBe(1);
    const files = await db.read.selectFrom("stored_file").select("id").execute();
    expect(files).toEqual([{ id: "imported" }]);
    expect(await db.read.selectFrom("stored_file_chunk").select("file_id").execute()).toEqual([
      { file_id: "imported" },
    ]);
  });
});
