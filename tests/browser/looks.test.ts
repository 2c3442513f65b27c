import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "#app/words/en";
import { sv } from "#app/words/sv";
import { peopleWith, personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, lessonReady, patience, signIn, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
let product: Product;
let employee: string;

beforeAll(async () => {
  product = await startProduct();
  employee = await personOf(product.deps.db, "employee");
});
afterAll(async () => {
  await product?.stop(100);
});

const lesson = "/modules/svara-kunder/01-publiken-och-klockan";
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  // Either 0 to 255, or the lightness of oklch or a colour space that counts to 1.
  return /^rgb/.test(colour)
    ? (red + green + blue) / 765
    : /^oklch|^oklab|^lab|^lch/.test(colour)
      ? red
      : (red + green + blue) / 3;
};

describe("fonts", () => {
  it.each(["/", lesson, "/sign-in"])("of both families are our own files, and are what is drawn: %s", async (path) => {
    const opened = await browser.open();
    if (path !== "/sign-in") await enterAs(product, opened, employee);
    const { context, page } = opened;
    const fetched: string[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "font") fetched.push(response.url());
    });
    await page.goto(product.origin + path);
    await page.evaluate(() => document.fonts.ready);
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll('"', "")),
    );
    expect(loaded).toEqual(expect.arrayContaining(["Newsreader Variable", "Schibsted Grotesk Variable"]));
    for (const url of fetched) expect(new URL(url).origin).toBe(product.origin);
    // Each file once: what is preloaded is what is used.
    expect(new Set(fetched).size).toBe(fetched.length);

    const devtools = await context.newCDPSession(page);
    await devtools.send("DOM.enable");
    await devtools.send("CSS.enable");
    const { root } = await devtools.send("DOM.getDocument");
    const drawnWith = async (selector: string) => {
      const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector });
      const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
      return fonts.map(({ familyName, isCustomFont }) => `${familyName}, ${isCustomFont ? "ours" : "the machine's"}`);
    };
    expect(await drawnWith("h1")).toEqual([expect.stringMatching(/^Newsreader.*, ours$/)]);
    expect(await drawnWith("button, .MainNav a")).toEqual([expect.stringMatching(/^Schibsted.*, ours$/)]);
  });
});

describe("what a reader chooses", () => {
  it("as theme holds at once, on every page, after a reload and after signing out", async () => {
    const opened = await browser.open({ colorScheme: "light", locale: "sv-SE" });
    await enterAs(product, opened, employee);
    const { context, page } = opened;
    await page.goto(product.origin);
    await hydrated(page);
    expect(luminance(await background(page))).toBeGreaterThan(0.8);
    await page.getByLabel(sv.shell.theme.dark).check();
    await expect.poll(async () => luminance(await background(page)), { timeout: patience }).toBeLessThan(0.35);
    await expect
      .poll(async () => (await context.cookies()).find(({ name }) => name === "repris_theme")?.value, {
        timeout: patience,
      })
      .toBe("dark");
    for (const path of ["/", lesson, "/modules/svara-kunder/refresher", "/nowhere"]) {
      if (path === "/nowhere") opened.expectFault(/status of 404/);
      // In the very first bytes, so that nothing flashes.
      const html = await (await context.request.get(product.origin + path)).text();
      expect(/<html[^>]*>/.exec(html)?.[0], path).toContain('data-theme="dark"');
      await page.goto(product.origin + path);
      expect(luminance(await background(page)), path).toBeLessThan(0.35);
    }
    await page.goto(product.origin);
    await hydrated(page);
    await page.locator(".AccountMenu summary").click();
    await page.getByRole("button", { name: sv.shell.signOut }).click();
    await page.waitForURL("**/sign-in?signed-out");
    expect(luminance(await background(page))).toBeLessThan(0.35);
    // Back to what the system says, whatever it says next.
    await signIn(page, "employee");
    await page.getByLabel(sv.shell.theme.auto).check();
    await expect.poll(async () => luminance(await background(page)), { timeout: patience }).toBeGreaterThan(0.8);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(async () => luminance(await background(page)), { timeout: patience }).toBeLessThan(0.35);
  });

  it("as language holds where they were, after signing out, and on another device", async () => {
    const { page } = await browser.open({ locale: "sv-SE" });
    await page.goto(`${product.origin}${lesson}`);
    await signIn(page, "employee");
    await page.waitForURL(`**${lesson}`);
    const swedish = await page.locator("h1").textContent();
    await page.getByRole("button", { name: sv.shell.languageNames.en }).click();
    await expect.poll(() => page.locator("html").getAttribute("lang"), { timeout: patience }).toBe("en");
    expect(new URL(page.url()).pathname).toBe(lesson);
    await lessonReady(page);
    expect(await page.locator("h1").textContent()).not.toBe(swedish);
    expect(await page.locator("article").getAttribute("lang")).toBe("en");
    await page.locator(".AccountMenu summary").click();
    await page.getByRole("button", { name: en.shell.signOut }).click();
    await page.getByText(en.signIn.notices.signedOut.title).waitFor();

    const elsewhere = await browser.open({ locale: "sv-SE" });
    await elsewhere.page.goto(product.origin);
    await elsewhere.page.getByRole("heading", { level: 1, name: sv.signIn.title }).waitFor();
    await signIn(elsewhere.page, "employee");
    await elsewhere.page.getByRole("link", { name: en.shell.nav.training }).waitFor();
    await elsewhere.page.getByRole("button", { name: en.shell.languageNames.sv }).click();
    await elsewhere.page.getByRole("link", { name: sv.shell.nav.training }).waitFor();
  });

  it("as language of the browser is met before anything is chosen", async () => {
    const { page } = await browser.open({ locale: "en-GB" });
    await page.goto(product.origin);
    await page.getByRole("heading", { level: 1, name: en.signIn.title }).waitFor();
    await page.getByRole("button", { name: en.shell.languageNames.sv }).click();
    await page.getByRole("heading", { level: 1, name: sv.signIn.title }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: sv.signIn.title }).waitFor();
  });
});

describe("with a finger", () => {
  it.each(["/", lesson, "/modules/svara-kunder/refresher/question", "/sign-in"])(
    "everything is large enough to be hit: %s",
    async (path) => {
      const opened = await browser.open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
      const learner = (await peopleWith(product.deps.db, "svara-kunder", "refresher-open"))[0] ?? "";
      if (path !== "/sign-in") await enterAs(product, opened, learner);
      const { page } = opened;
      await page.goto(product.origin + path);
      await hydrated(page);
      expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
      const small = await page
        .locator(
          "button:visible, .Button:visible, .Choice:visible, .MainNav a:visible, summary:visible, select:visible, .Input:visible",
        )
        .evaluateAll((all) =>
          all.flatMap((element) => {
            const { height, width } = element.getBoundingClientRect();
            return height < 43.5
              ? [`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`]
              : [];
          }),
        );
      expect(small).toEqual([]);
    },
  );
});

describe("on paper", () => {
  it.each(["light", "dark"] as const)(
    "a person's page is evidence: no navigation, black on white (%s)",
    async (theme) => {
      const opened = await browser.open({ colorScheme: theme, locale: "sv-SE" });
      await enterAs(product, opened, await personOf(product.deps.db, "manager"));
      const { page } = opened;
      await page.goto(`${product.origin}/people/${employee}`);
      await hydrated(page);
      expect(await page.locator(".PrintOnly").isVisible()).toBe(false);
      await page.emulateMedia({ media: "print", colorScheme: theme });
      for (const gone of [".TopBar", ".MainNav", ".Footer", ".Button", ".SkipLink", "input", "summary"]) {
        for (const element of await page.locator(gone).all()) {
          expect(await element.isVisible(), gone).toBe(false);
        }
      }
      const stamp = await page.locator(".PrintOnly").textContent();
      expect(stamp).toContain("Leila Haddad");
      expect(stamp).toContain("Fjällnäs Friluft");
      expect(stamp).toContain("24 nov 2026");
      for (const kept of ["h1", "main h2", ".Status"])
        expect(await page.locator(kept).first().isVisible(), kept).toBe(true);
      expect(luminance(await background(page))).toBe(1);
      const ink = await page
        .locator("main p")
        .first()
        .evaluate((element) => getComputedStyle(element).color);
      expect(luminance(ink)).toBeLessThan(0.5);
      expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe("%PDF-");
    },
  );
});
