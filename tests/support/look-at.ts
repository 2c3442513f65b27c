/** Every screen of an area in both languages, light and dark, wide and narrow, by rule and by keyboard. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beyond, broken, focusFaults, headingFaults } from "./accessibility";
import { type Product, startProduct } from "./product";
import { type Area, joined, type Language, routeOf, type Screen, stageOf } from "./screens";
import { enterAs, hydrated, lessonReady, type WatchedPage, watchedBrowser } from "./watched-browser";

/** The parts of the address that is shown, as the router of the page names them. */
async function matched(page: Page): Promise<string> {
  const parts = await page.evaluate(() => {
    const router = Reflect.get(window, "__remixRouter") as {
      state: { matches: { route: { path?: string } }[] };
    };
    return router.state.matches.map((match) => match.route.path ?? "");
  });
  return joined(parts);
}

/** Defines the tests of an area's screens, with a product and a browser of their own. */
export function lookAt(area: Area): void {
  const browser = watchedBrowser();
  let product: Product | undefined;
  const stage = stageOf(() => product);

  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(async () => {
    await product?.stop(100);
  });

  /** Keeps the language of whoever reads. */
  async function speak(person: string, language: Language): Promise<void> {
    const { db } = stage.product.deps;
    await db.write.updateTable("person").set({ language }).where("id", "=", person).execute();
  }

  /** Opens a device on which the reader of a screen is signed in. */
  async function deviceFor(screen: Screen, person: string | null): Promise<WatchedPage> {
    const device = await browser.open({ reducedMotion: "reduce", colorScheme: "light" });
    if (screen.fault) device.expectFault(screen.fault);
    if (person === null) return device;
    await enterAs(stage.product, device, person);
    await speak(person, "sv");
    await screen.before?.(device, person);
    return device;
  }

  async function show(device: WatchedPage, screen: Screen, person: string | null, language: Language): Promise<void> {
    const { context, page } = device;
    await context.addCookies([{ name: "repris_language", value: language, url: stage.product.origin }]);
    if (person !== null) await speak(person, language);
    await screen.beforeEach?.(device);
    await page.goto(stage.at(typeof screen.path === "string" ? screen.path : await screen.path(person)));
    await hydrated(page);
    if ((await page.locator('[id="lesson.article"]').count()) > 0) await lessonReady(page);
    await screen.reach?.(page, language);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await matched(page)).toBe(routeOf(screen));
  }

  describe("every screen, in both languages, light and dark, wide and narrow", () => {
    it.each(area(stage))("$name", async (screen) => {
      const person = await screen.who();
      const device = await deviceFor(screen, person);
      const { page } = device;
      const faults: string[] = [];
      const note = (where: string, found: readonly string[]) =>
        faults.push(...found.map((each) => `${where}: ${each}`));
      // Every two of language, theme and width come together.
      for (const { language, themes } of [
        { language: "sv", themes: ["light", "dark"] },
        { language: "en", themes: ["dark", "light"] },
      ] as const) {
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.emulateMedia({ colorScheme: themes[0] });
        await show(device, screen, person, language);
        note(`${language}, wide, ${themes[0]}`, await broken(page));
        note(`${language}, wide`, await headingFaults(page));
        await page.emulateMedia({ colorScheme: themes[1] });
        await page.setViewportSize({ width: 390, height: 844 });
        note(`${language}, narrow, ${themes[1]}`, await broken(page));
        note(`${language}, narrow`, await beyond(page));
        if (language === "sv") {
          const { faults: unseen, stops } = await focusFaults(page);
          note(`${stops} stops of the Tab key, narrow`, unseen);
          expect(stops).toBeGreaterThan(0);
        }
        await page.setViewportSize({ width: 320, height: 640 });
        note(`${language}, narrowest`, await beyond(page));
      }
      expect(faults).toEqual([]);
    });
  });
}
