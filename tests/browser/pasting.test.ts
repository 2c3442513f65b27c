/** Text with a look of its own, pasted into the source editor. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sv } from "#app/words/areas/paste-sv";
import { personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
const path = `/studio/krislage?${new URLSearchParams({ file: "01-den-forsta-halvtimmen.sv.mdx" })}`;
let product: Product;

beforeAll(async () => {
  product = await startProduct();
  await product.deps.db.write.updateTable("person").set({ language: "sv" }).execute();
});
afterAll(async () => {
  await product?.stop(100);
});

/** Opens the editor with the cursor after everything. */
async function openEditor(): Promise<Page> {
  const opened = await browser.open({ locale: "sv-SE" });
  await enterAs(product, opened, await personOf(product.deps.db, "trainer"));
  await opened.page.goto(product.origin + path);
  await hydrated(opened.page);
  await opened.page.locator(".SourceEditor .cm-content").click();
  await opened.page.keyboard.press("Control+End");
  return opened.page;
}

/** Pastes what was copied elsewhere, as a browser gives it. */
async function paste(page: Page, copied: { readonly html: string; readonly plain: string }): Promise<void> {
  await page.locator(".SourceEditor .cm-content").evaluate((content, { html, plain }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", plain);
    content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, copied);
}

const written = async (page: Page) =>
  (await page.locator(".SourceEditor .cm-line").allTextContents()).join("\n").slice(-2_000);

it("becomes lesson text, and what did not come along is said", async () => {
  const page = await openEditor();
  await paste(page, { html: "<h1>Kassan</h1><p>Räkna <b>först</b>.<img src=x></p>", plain: "Kassan" });
  const said = sv.done({ pictures: 1, links: 0, changes: 0, end: null });
  await page.getByText(said).waitFor();
  expect(await written(page)).toContain("## Kassan\n\nRäkna **först**.");
});

it("is pasted as plain text where turning it takes too long, and where it is too long", async () => {
  const page = await openEditor();
  // Within what may be sent, and read in very many seconds.
  const hostile = `<b>Kassan</b>${"<a href='https://a.example'></a>".repeat(12_000)}`;
  await paste(page, { html: hostile, plain: "Räkna kassan, blad ett." });
  await page.getByText(sv.working).waitFor();
  await page.getByText(`${sv.notConverted.slow} ${sv.plain}`).waitFor();
  expect(await written(page)).toContain("Räkna kassan, blad ett.");

  await paste(page, { html: `<b>${"a".repeat(900_000)}</b>`, plain: "Räkna kassan, blad två." });
  await page.getByText(`${sv.notConverted.long} ${sv.plain}`).waitFor();
  expect(await written(page)).toContain("Räkna kassan, blad två.");

  await paste(page, { html: `<b>${"a".repeat(900_000)}</b>`, plain: "" });
  await page.getByText(`${sv.notConverted.long} ${sv.nothing}`).waitFor();
});
