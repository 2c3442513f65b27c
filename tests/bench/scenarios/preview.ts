/** From a key pressed in the editor to the lesson beside it, in a real browser. */
import type { Page } from "playwright-core";
import { connect } from "#db/connect";
import { launchBrowser } from "#tests/support/browser";
import { copied, demonstration, lastMorning } from "../databases";
import { percentile, rounded } from "../figures";
import { startProcess } from "../processes";
import type { Product } from "../processes/product";
import type { Figures, Scenario } from "../scenario";

/** Bytes of the lesson that is written in. */
const wantedBytes = 3_000;
const keys = 200;
const warmUp = 20;

/** The lesson of the demonstration whose text is nearest to the wanted length. */
async function chosenFile(databasePath: string) {
  const db = connect(databasePath);
  try {
    const rows = await db.read
      .selectFrom("lesson_source")
      .innerJoin("revision", "revision.id", "lesson_source.revision_id")
      .select(["module_id", "lesson_source.name", "language", "source"])
      .where("kind", "=", "lesson")
      .orderBy("revision.number", "desc")
      .execute();
    const trainer = await db.read
      .selectFrom("person")
      .select("id")
      .where("email", "=", "trainer@fjallnas.example")
      .executeTakeFirstOrThrow();
    const sized = rows.map((row) => ({ ...row, bytes: Buffer.byteLength(row.source) }));
    sized.sort((a, b) => Math.abs(a.bytes - wantedBytes) - Math.abs(b.bytes - wantedBytes));
    const [file] = sized;
    if (!file) throw new Error("The demonstration has no lesson");
    return { file, trainerId: trainer.id };
  } finally {
    await db.close();
  }
}

/** Presses one key and waits until the article has changed; milliseconds in between, by the browser's own clock. */
async function press(page: Page, key: string): Promise<number> {
  // Everything is in place before the key is pressed.
  await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>(".PreviewFrame");
    const article = frame?.contentDocument?.querySelector("article");
    if (!article) throw new Error("There is no preview");
    const changed = new Promise<number>((done) => {
      const pressed = { at: 0 };
      document.addEventListener(
        "keydown",
        () => {
          pressed.at = performance.now();
        },
        { once: true, capture: true },
      );
      const watching = new MutationObserver(() => {
        watching.disconnect();
        done(performance.now() - pressed.at);
      });
      watching.observe(article, { childList: true, subtree: true, characterData: true });
    });
    Reflect.set(window, "previewChanged", changed);
  });
  await page.keyboard.press(key);
  return await page.evaluate(() => Reflect.get(window, "previewChanged") as Promise<number>);
}

export const preview: Scenario = {
  name: "preview",
  async run(bench): Promise<Figures> {
    const databasePath = copied(bench, await demonstration(bench));
    const { file, trainerId } = await chosenFile(databasePath);
    const product = startProcess<Product>(bench, "product.ts");
    const origin = await product.call("begin", { databasePath, instant: lastMorning, courses: null });
    const [cookie = ""] = await product.call("signIn", [trainerId]);
    const browser = await launchBrowser();
    bench.after(() => browser.close());
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    const path = `${file.name}.${file.language}.mdx`;
    await page.goto(`${origin}/studio/${file.module_id}?${new URLSearchParams({ file: path })}`);
    await page.frameLocator(".PreviewFrame").locator("article p").first().waitFor();
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+Home");
    // Into the first paragraph after the front matter.
    const paragraph = page
      .locator(".cm-line")
      .filter({ hasText: /^[A-ZÅÄÖ][^<>#]{30,}/ })
      .first();
    await paragraph.click();
    await page.keyboard.press("End");
    const times: number[] = [];
    for (let at = 0; at < warmUp + Math.ceil(keys * bench.scale); at += 1) {
      const ms = await press(page, "abcdefgh"[at % 8] ?? "a");
      if (at >= warmUp) times.push(ms);
    }
    return {
      module: file.module_id,
      lessonBytes: file.bytes,
      keys: times.length,
      p50Ms: rounded(percentile(times, 0.5), 1),
      p95Ms: rounded(percentile(times, 0.95), 1),
      longestMs: rounded(Math.max(...times), 1),
    };
  },
};
