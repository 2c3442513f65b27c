/** Small things of the studio that only a real browser shows. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { saveFile } from "#app/authoring/drafts/write-draft.server";
import { sv as media } from "#app/words/areas/media-sv";
import { sv } from "#app/words/areas/studio-sv";
import { findSignedIn } from "#db/queries/people";
import { pdf, png } from "#tests/support/documents";
import { personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, type WatchedPage, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
const module = "krislage";
const lesson = "01-den-forsta-halvtimmen.sv.mdx";
const editorPath = `/studio/${module}?${new URLSearchParams({ file: lesson })}`;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await product.deps.db.write.updateTable("person").set({ language: "sv" }).execute();
});
afterAll(async () => {
  await product?.stop(100);
});

async function openAsTrainer(path: string): Promise<WatchedPage> {
  const opened = await browser.open({ locale: "sv-SE", viewport: { width: 1440, height: 1000 } });
  await enterAs(product, opened, await personOf(product.deps.db, "trainer"));
  await opened.page.goto(product.origin + path);
  await hydrated(opened.page);
  return opened;
}

it("a file that was sent is not chosen any more; one that was refused is", async () => {
  const opened = await openAsTrainer(`/studio/${module}/media`);
  const { page } = opened;
  opened.expectFault(/status of 422/);
  const input = page.locator('.FileDrop input[type="file"]');
  const chosen = () => input.evaluate((field) => (field as HTMLInputElement).files?.length);
  const told = page.locator('.FileDrop [role="status"]');
  const send = async (name: string, buffer: Buffer) => {
    await input.setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await page.getByRole("button", { name: media.upload.send }).click();
  };
  await page.getByRole("heading", { level: 1 }).getByText(media.title).waitFor();
  await page.locator(".StudioBar").getByRole("link", { name: sv.bar.settings }).waitFor();
  await send("Första.png", png());
  await page.getByText(media.done.added("media/forsta.png")).waitFor();
  await expect.poll(chosen).toBe(0);
  expect(await told.textContent()).toBe("");
  await send("bild.png", Buffer.from("<html></html>"));
  await page.locator(".FileDrop .Error").waitFor();
  expect(await chosen()).toBe(1);
  await send("Andra.pdf", pdf());
  await page.getByText(media.done.added("media/andra.pdf")).waitFor();
  await expect.poll(chosen).toBe(0);
  // The same once more: the address is what it was.
  await send("Andra.pdf", pdf());
  await expect.poll(chosen).toBe(0);
});

it("every title of the course tree can be read whole", async () => {
  const title = "Så här tar vi emot en leverans som kommer utanför ordinarie tider, i butik och på lager";
  const { db } = product.deps;
  await db.write
    .updateTable("module")
    .set({ title: JSON.stringify({ sv: title, en: title }) })
    .where("id", "=", "svara-kunder")
    .execute();
  const { page } = await openAsTrainer(editorPath);
  const titles = await page.locator(".CourseTree :is(summary, li > a) > span:not(.VisuallyHidden)").all();
  expect(titles.length).toBeGreaterThan(5);
  for (const each of titles) {
    const { text, whole, cut, lines } = await each.evaluate((span) => ({
      text: span.textContent,
      whole: span.getAttribute("title"),
      cut: span.scrollHeight > span.clientHeight + 1 || span.scrollWidth > span.clientWidth + 1,
      lines: Math.round(span.clientHeight / Number.parseFloat(getComputedStyle(span).lineHeight)),
    }));
    expect(whole).toBe(text);
    if (text !== title) expect([text, cut]).toEqual([text, false]);
    expect(lines).toBeLessThan(3);
  }
});

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not shown`);
  return box;
};

it("two texts that stand against one another each have their name over them, side by side or under one another", async () => {
  const { page } = await openAsTrainer(editorPath);
  const content = page.locator(".SourceEditor .cm-content");
  await content.waitFor();
  const { deps } = product;
  const other = await findSignedIn(deps.db.read, await personOf(deps.db, "trainer2"), "2026-11-24");
  if (!other) throw new Error("There is no other trainer");
  const text = await deps.db.read
    .selectFrom("lesson_source")
    .innerJoin("revision", "revision.id", "lesson_source.revision_id")
    .select("source")
    .where("module_id", "=", module)
    .where("path", "like", `%${lesson}`)
    .orderBy("number", "desc")
    .executeTakeFirstOrThrow();
  const theirs = `${text.source.trimEnd()} Ring växeln.\n`;
  const trainer = { ...other, grants: [{ role: "trainer", departmentId: null, courseId: null }] as const };
  await saveFile(deps, trainer, { moduleId: module, path: lesson, text: theirs, from: 0 });
  await content.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Backspace");
  await page.keyboard.insertText(" Ring chefen.\n");
  await page.locator(".ConflictPane .cm-merge-b .ConflictHead").waitFor();
  // Who was writing is in their own text now, and is back in the editor once they have chosen.
  const inside = (selector: string) =>
    page.evaluate((within) => document.activeElement?.closest(within) != null, selector);
  expect(await inside(".ConflictPane .cm-merge-b")).toBe(true);
  const heads = page.locator(".ConflictPane .ConflictHead");
  expect(await heads.allTextContents()).toEqual([expect.stringContaining("Sparat av"), sv.editor.mine]);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const [a, b] = [await boxOf(page, ".cm-merge-a .cm-content"), await boxOf(page, ".cm-merge-b .cm-content")];
    for (const [side, column] of [
      ["a", a],
      ["b", b],
    ] as const) {
      const head = await boxOf(page, `.cm-merge-${side} .ConflictHead`);
      expect(Math.abs(head.x - column.x), `${side} at ${width}`).toBeLessThan(8);
      expect(Math.abs(head.width - column.width), `${side} at ${width}`).toBeLessThan(8);
      expect(head.y + head.height).toBeLessThanOrEqual(column.y + 1);
    }
    if (width === 390) {
      expect(b.y).toBeGreaterThanOrEqual(a.y + a.height);
      expect(Math.min(a.width, b.width)).toBeGreaterThan(330);
    } else expect(Math.min(a.width, b.width)).toBeGreaterThan(480);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  // What is the same is said to be so in the reader's language, and a passage is taken over by a key too.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page
    .locator(".cm-collapsedLines")
    .first()
    .getByText(/rader som är lika/)
    .waitFor();
  await page.getByRole("button", { name: sv.editor.phrases["Revert this chunk"] }).press("Enter");
  await expect.poll(() => page.locator(".cm-merge-b .cm-content").textContent()).toContain("Ring växeln.");
  await page.getByRole("button", { name: sv.editor.keepMine }).press("Enter");
  await page.locator(".ConflictPane").waitFor({ state: "detached" });
  await expect.poll(() => inside(".SourceEditor .cm-editor")).toBe(true);
});
