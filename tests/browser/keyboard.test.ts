import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { QuestionKey } from "#app/lessons/question";
import { sv } from "#app/words/sv";
import { askedIn, readKeys } from "#tests/support/answering";
import { beginnersOf, personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, lessonReady, patience, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
let product: Product;

beforeAll(async () => {
  product = await startProduct();
  await product.deps.db.write.updateTable("person").set({ language: "sv" }).execute();
});
afterAll(async () => {
  await product?.stop(100);
});

/** What has the focus, as somebody would name it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return "";
    const { labels } = element as HTMLInputElement;
    const label = element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent;
    return (label ?? "").replace(/\s+/g, " ").trim();
  });

/** Presses Tab until something has the focus; fails when the page has no such thing to stop at. */
async function tabTo(page: Page, is: (element: { tag: string; label: string; name: string }) => boolean) {
  const met: string[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press("Tab");
    const element = await page.evaluate(() => {
      const { activeElement } = document;
      return {
        tag: activeElement?.tagName ?? "",
        name: activeElement?.getAttribute("name") ?? "",
        // A focus that nobody can see is none. That of a choice is drawn around all of it.
        outlines: [activeElement, activeElement?.closest("label, li")].flatMap((drawn) =>
          drawn ? [getComputedStyle(drawn).outlineStyle] : [],
        ),
      };
    });
    const label = await focused(page);
    met.push(label);
    if (is({ label, ...element })) {
      expect(element.outlines, `${label} has a focus that can be seen`).toContain("solid");
      return;
    }
  }
  throw new Error(`The Tab key never comes there, but to ${met.join(" | ")}`);
}

const tabToLabel = (page: Page, label: string) => tabTo(page, (element) => element.label.startsWith(label));

/** Answers the question of a form by keyboard, coming from above it, and sends it. */
async function answerByKeyboard(page: Page, key: QuestionKey, how: "right" | "wrong"): Promise<void> {
  const wanted = key.choices.filter((choice) => choice.right === (how === "right"));
  switch (key.kind) {
    case "one": {
      // One stop for all the choices; the arrows go among them, and choose.
      await tabTo(page, ({ name }) => name === "answer");
      await page.keyboard.press("Space");
      for (let moves = 0; moves < key.choices.length; moves += 1) {
        const value = await page.evaluate(() => document.activeElement?.getAttribute("value"));
        if (value === wanted[0]?.id) break;
        await page.keyboard.press("ArrowDown");
      }
      break;
    }
    case "many":
      for (const _ of key.choices) {
        await tabTo(page, ({ name }) => name === "answer");
        const value = await page.evaluate(() => document.activeElement?.getAttribute("value"));
        if (wanted.some(({ id }) => id === value)) await page.keyboard.press("Space");
      }
      break;
    case "text":
      await tabTo(page, ({ name }) => name === "answer");
      await page.keyboard.type(how === "right" ? (wanted[0]?.text ?? "") : "inte alls så");
      break;
    case "order":
      for (const [place, { id }] of key.choices.entries()) {
        await tabTo(page, ({ name }) => name === `place.${id}`);
        const steps =
          (await page.evaluate(() => Number((document.activeElement as HTMLSelectElement).value))) - 1 - place;
        await tabToLabel(page, sv.lesson.check.moveUp);
        for (let step = 0; step < steps; step += 1) await page.keyboard.press("Enter");
      }
      await tabToLabel(page, sv.lesson.check.submit);
      break;
  }
  // In a choice or a field it sends the form, too.
  await page.keyboard.press("Enter");
}

describe("by keyboard alone", () => {
  it("somebody signs in, finds what to do, takes a refresher and comes home", async () => {
    const moduleId = "svara-kunder";
    const keys = await readKeys(product.deps.db, moduleId, "sv");
    const { page } = await browser.open({ locale: "sv-SE" });
    await page.goto(product.origin);
    await hydrated(page);
    await tabTo(page, ({ name, tag }) => name === "email" && tag === "INPUT");
    await page.keyboard.type("employee@fjallnas.example");
    await tabTo(page, ({ name }) => name === "password");
    await page.keyboard.type("repris-demo");
    await page.keyboard.press("Enter");
    await page.locator(".NextAction").waitFor();

    await tabToLabel(page, sv.home.next.startRefresher);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/modules/${moduleId}/refresher`);
    // Whatever is new has the focus, so that it is read out and the Tab key goes on from there.
    await expect.poll(() => focused(page), { timeout: patience }).toBe(sv.refresher.intro.changed(1));
    await tabToLabel(page, sv.refresher.intro.start);
    await page.keyboard.press("Enter");
    const form = page.locator("form.KnowledgeCheck");
    for (let first = true; ; first = false) {
      await form.locator('button[value="answer"]').waitFor();
      const key = await askedIn(form, keys);
      await expect.poll(() => focused(page), { timeout: patience }).toContain(key.promptText.slice(0, 30));
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("LEGEND");
      product.clock.passSeconds(20);
      await answerByKeyboard(page, key, first ? "wrong" : "right");
      await form.locator(".Feedback").waitFor();
      const on = ((await form.locator("a.Button").textContent()) ?? "").trim();
      await expect.poll(() => focused(page), { timeout: patience }).toBe(on);
      await page.keyboard.press("Enter");
      if (on === sv.refresher.feedback.finish) break;
      await page.waitForURL((url) => url.search === "");
    }
    await page.waitForURL("**/refresher/result");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: patience }).toBe("H1");
    await tabToLabel(page, sv.refresher.result.home);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${product.origin}/`);
  });

  it("somebody skips to the content, opens and leaves the menu, and signs out", async () => {
    const opened = await browser.open({ locale: "sv-SE" });
    await enterAs(product, opened, await personOf(product.deps.db, "employee"));
    const { page } = opened;
    await page.goto(product.origin);
    await hydrated(page);
    await page.keyboard.press("Tab");
    const skip = page.locator(".SkipLink");
    expect(await focused(page)).toBe(sv.shell.skip);
    const box = await skip.boundingBox();
    expect(box && box.x >= 0 && box.y >= 0).toBe(true);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);

    await page.reload();
    await hydrated(page);
    await tabTo(page, ({ label }) => label === sv.shell.account("Leila Haddad"));
    const menu = page.locator("details.AccountMenu");
    await page.keyboard.press("Enter");
    expect(await menu.getAttribute("open")).toBe("");
    await tabToLabel(page, sv.shell.signOut);
    // Escape closes it and gives the focus back; leaving it closes it too.
    await page.keyboard.press("Escape");
    expect(await menu.getAttribute("open")).toBeNull();
    expect(await focused(page)).toBe(sv.shell.account("Leila Haddad"));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => menu.getAttribute("open")).toBeNull();
    await tabTo(page, ({ label }) => label === sv.shell.account("Leila Haddad"));
    await page.keyboard.press("Enter");
    await tabToLabel(page, sv.shell.signOut);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/sign-in?signed-out");
    await page.getByText(sv.signIn.notices.signedOut.title).waitFor();
  });

  it("somebody answers every question of a lesson, and stands where each outcome is told", async () => {
    const moduleId = "krislage";
    const keys = await readKeys(product.deps.db, moduleId, "sv");
    const opened = await browser.open({ locale: "sv-SE" });
    await enterAs(product, opened, (await beginnersOf(product.deps.db, moduleId))[0] ?? "");
    const { page } = opened;
    await page.goto(`${product.origin}/modules/${moduleId}/01-den-forsta-halvtimmen`);
    await lessonReady(page);
    const forms = page.locator("article form.KnowledgeCheck");
    const kinds = new Set<string>();
    for (let place = 0; place < (await forms.count()); place += 1) {
      const form = forms.nth(place);
      const key = await askedIn(form, keys);
      kinds.add(key.kind);
      await answerByKeyboard(page, key, "right");
      await form.locator('.Feedback[data-status="current"]').waitFor();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest("form")?.id), { timeout: patience })
        .toBe(await form.getAttribute("id"));
      expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("status");
    }
    expect([...kinds].sort()).toContain("order");
    await tabToLabel(page, sv.lessonPage.next.toLesson(2));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/02-*");
  });
});
