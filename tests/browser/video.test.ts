/** A film with captions, from the studio to whoever sees it in a lesson. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { choosePlan, publishDraftNow } from "#app/authoring/drafts/publication.server";
import { chooseApprovals } from "#app/authoring/drafts/review-draft.server";
import { insertMedia } from "#app/authoring/media/change-media.server";
import { uploadMedia } from "#app/authoring/media/upload-media.server";
import { findSignedIn } from "#db/queries/people";
import { film, vtt } from "#tests/support/media-files";
import { peopleWith, personOf } from "#tests/support/people";
import { demonstrationDay, type Product, startProduct } from "#tests/support/product";
import { enterAs, lessonReady, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
const moduleId = "krislage";
const lesson = "01-den-forsta-halvtimmen";
/** Much more than a browser reads on its way past it. */
const between = 8_000_000;
let product: Product;

beforeAll(async () => {
  product = await startProduct();
  const { deps, runner } = product;
  const actor = await findSignedIn(deps.db.read, await personOf(deps.db, "trainer"), demonstrationDay);
  if (!actor) throw new Error("There is no trainer");
  await chooseApprovals(deps, actor, 0);
  await uploadMedia(deps, actor, { moduleId, name: "Ett svar.vtt", bytes: Buffer.from(vtt) });
  await uploadMedia(deps, actor, { moduleId, name: "Ett svar.mp4", bytes: film(between) });
  const path = `${lesson}.sv.mdx`;
  const shown = { moduleId, name: "media/ett-svar.mp4", captions: "media/ett-svar.vtt", path };
  expect(await insertMedia(deps, actor, { ...shown, said: "Ett svar på två minuter" })).toBe(true);
  await choosePlan(deps, actor, moduleId, { change: "minor", note: { sv: "En film." } });
  expect(await publishDraftNow(deps, actor, moduleId)).toEqual({ kind: "publishing" });
  await runner.round();
});
afterAll(async () => {
  await product?.stop(100);
});

/** The colour in the middle of the picture that is shown: red, green and blue, 0 to 255. */
async function colour(page: Page): Promise<number[]> {
  return await page.locator("video").evaluate((video: HTMLVideoElement) => {
    const canvas = document.createElement("canvas");
    canvas.width = 1;
    canvas.height = 1;
    const drawing = canvas.getContext("2d");
    drawing?.drawImage(video, 80, 45, 1, 1, 0, 0, 1, 1);
    return [...(drawing?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  });
}

async function seek(page: Page, seconds: number): Promise<void> {
  await page.locator("video").evaluate(async (video: HTMLVideoElement, to) => {
    const sought = new Promise((done) => video.addEventListener("seeked", done, { once: true }));
    video.currentTime = to;
    await sought;
  }, seconds);
}

it("plays, is fetched by ranges, and has its captions", async () => {
  const [person = ""] = await peopleWith(product.deps.db, moduleId, "current");
  await product.deps.db.write.updateTable("person").set({ language: "sv" }).where("id", "=", person).execute();
  const opened = await browser.open({ locale: "sv-SE" });
  const { page } = opened;
  await enterAs(product, opened, person);
  const ranges: { status: number; from: number }[] = [];
  page.on("response", (response) => {
    if (!/\/media\/[0-9a-f]+\.mp4$/.test(response.url())) return;
    const [, from] = /^bytes (\d+)-/.exec(response.headers()["content-range"] ?? "") ?? [];
    ranges.push({ status: response.status(), from: Number(from) });
  });
  await page.goto(`${product.origin}/modules/${moduleId}/${lesson}`);
  await lessonReady(page);

  const video = page.locator("video");
  await video.scrollIntoViewIfNeeded();
  const facts = (of: HTMLVideoElement) => ({
    ready: of.readyState,
    seconds: of.duration,
    wrong: of.error?.message ?? null,
  });
  await expect.poll(() => video.evaluate(facts)).toMatchObject({ wrong: null, seconds: 6 });
  // What describes the pictures stands at the end, and is not reached by reading all that is before it.
  expect(ranges.every(({ status }) => status === 206)).toBe(true);
  expect(ranges[0]?.from).toBe(0);
  expect(Math.max(...ranges.map(({ from }) => from))).toBeGreaterThan(between / 2);

  await video.evaluate((of: HTMLVideoElement) => {
    of.muted = true;
    return of.play();
  });
  await expect.poll(() => video.evaluate((of: HTMLVideoElement) => of.currentTime)).toBeGreaterThan(0.3);
  await video.evaluate((of: HTMLVideoElement) => of.pause());
  await seek(page, 1);
  expect((await video.evaluate(facts)).ready).toBeGreaterThanOrEqual(2);
  const [red = 0, , noBlue = 255] = await colour(page);
  expect(red - noBlue).toBeGreaterThan(150);
  await seek(page, 5);
  const [noRed = 255, , blue = 0] = await colour(page);
  expect(blue - noRed).toBeGreaterThan(150);

  const captions = () =>
    video.evaluate((of: HTMLVideoElement) =>
      [...of.textTracks].map(({ mode, cues, activeCues }) => ({
        mode,
        cues: cues?.length ?? 0,
        said: [...(activeCues ?? [])].map((cue) => (cue as VTTCue).text),
      })),
    );
  await expect.poll(captions).toEqual([{ mode: "showing", cues: 2, said: ["How annoying to get wet on a tour."] }]);
  await seek(page, 2);
  await expect.poll(captions).toEqual([{ mode: "showing", cues: 2, said: ["Hello Karin."] }]);
});
