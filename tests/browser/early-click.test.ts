/** Clicking and typing while a page comes alive must not keep it from coming alive. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "#tests/support/browser";
import { type Product, startProduct } from "#tests/support/product";

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop(100);
});

it("survives clicks and keys from the first moment, on a slow machine", async () => {
  const context = await browser.newContext({ locale: "sv-SE" });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${product.origin}/sign-in`);
  await page.getByRole("button", { name: /Leila Haddad/ }).click();
  await page.waitForURL(`${product.origin}/`);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  for (let visit = 0; visit < 4; visit += 1) {
    await page.goto(`${product.origin}/modules/svara-kunder/01-publiken-och-klockan`, { waitUntil: "commit" });
    await page.waitForSelector("h1");
    for (let click = 0; click < 12; click += 1) {
      await page.mouse.click(3, 300 + click);
      await page.keyboard.press("Shift");
    }
    // Alive: the theme follows a click without the page being loaded anew.
    await page.waitForLoadState("load");
    await page.waitForFunction(() => "__remixRouter" in window && document.querySelector("article.Prose") !== null);
  }
  expect(faults).toEqual([]);
  await context.close();
});
