import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { formatsFor } from "#app/words/format";
import { sv } from "#app/words/sv";
import { answer, askedIn, readKeys } from "#tests/support/answering";
import { beginnersOf, completionsOf, personOf } from "#tests/support/people";
import { demonstrationDay, type Product, startProduct } from "#tests/support/product";
import { enterAs, signIn, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
const format = formatsFor("sv");
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product?.stop(100);
});

const withoutScript = { javaScriptEnabled: false, locale: "sv-SE" };
const form = (page: Page) => page.locator("form.KnowledgeCheck:has(button)").first();

it("somebody signs in, takes a refresher to its end, chooses language and theme, and signs out", async () => {
  const moduleId = "svara-kunder";
  const { db } = product.deps;
  const person = await personOf(db, "employee");
  const before = await completionsOf(db, person, moduleId);
  const keys = await readKeys(db, moduleId, "sv");
  const opened = await browser.open(withoutScript);
  const { page } = opened;
  // The console tells of every page that refuses a form.
  opened.expectFault(/status of 422/);
  await page.goto(product.origin);
  await page.locator('input[name="email"]').fill("employee@fjallnas.example");
  await page.locator('input[name="password"]').fill("wrong");
  await page.locator('button[value="sign-in"]').click();
  await page.getByRole("alert").getByText(sv.signIn.problems.wrong).waitFor();
  expect(await page.locator('input[name="email"]').inputValue()).toBe("employee@fjallnas.example");
  await signIn(page, "employee");
  await page.getByRole("link", { name: sv.home.next.startRefresher }).click();
  await page.locator('button[value="start"]').click();

  const wrong = new Set<string>();
  let answered = 0;
  for (;;) {
    const key = await askedIn(form(page), keys);
    // Nothing chosen is no answer; the page comes back and says so.
    if (answered === 0) {
      await form(page).locator('button[value="answer"]').click();
      await page.getByText(sv.lesson.check.problems["nothing-chosen"]).waitFor();
    }
    product.clock.passSeconds(20);
    const how = wrong.size === 0 ? "dont-know" : "right";
    if (how === "dont-know") wrong.add(key.id);
    await answer(form(page), key, how);
    await page.locator(".Feedback").waitFor();
    answered += 1;
    const on = page.locator("form.KnowledgeCheck a.Button");
    const last = (await on.textContent())?.trim() === sv.refresher.feedback.finish;
    await on.click();
    if (last) break;
  }
  const asked = answered - 1;
  expect(await page.locator("h1").textContent()).toContain(`${asked - 1} av ${asked}.`);
  expect(await completionsOf(db, person, moduleId)).toHaveLength(before.length + 1);

  await page.getByRole("link", { name: sv.refresher.result.home }).click();
  await page.getByLabel(sv.shell.theme.dark).check();
  await page.getByRole("button", { name: sv.shell.theme.save }).click();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await page.getByRole("button", { name: sv.shell.languageNames.en }).click();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.getByRole("button", { name: sv.shell.languageNames.sv }).click();
  await page.locator(".AccountMenu summary").click();
  await page.getByRole("button", { name: sv.shell.signOut }).click();
  await page.getByText(sv.signIn.notices.signedOut.title).waitFor();
  await page.goto(product.origin);
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});

it("somebody takes a module from its beginning to its end, and comes back to where they were after each answer", async () => {
  const moduleId = "strategin";
  const { db } = product.deps;
  const person = (await beginnersOf(db, moduleId))[0] ?? "";
  await db.write.updateTable("person").set({ language: "sv" }).where("id", "=", person).execute();
  const keys = await readKeys(db, moduleId, "sv");
  const opened = await browser.open(withoutScript);
  await enterAs(product, opened, person);
  const { page } = opened;
  await page.goto(`${product.origin}/modules/${moduleId}`);
  for (const lesson of ["01-allas-sak", "02-konton-roller-matt"]) {
    await page.waitForURL(`**/${lesson}`);
    while ((await form(page).count()) > 0) {
      const slot = await form(page).getAttribute("id");
      await answer(form(page), await askedIn(form(page), keys), "right");
      await page.locator(`[id="${slot}"] .Feedback`).waitFor();
      expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${slot}`);
    }
    if (lesson.startsWith("01")) await page.getByRole("link", { name: sv.lessonPage.next.toLesson(2) }).click();
  }
  await page.getByRole("button", { name: sv.lesson.confirm.submit }).click();
  await page.getByText(sv.lesson.confirm.done(format.date(demonstrationDay))).waitFor();
  await page.getByRole("button", { name: sv.lessonPage.next.complete }).click();
  await page
    .getByText(sv.lessonPage.next.completedWith(format.dayAndMonth(demonstrationDay, demonstrationDay), 5, 5))
    .waitFor();
  expect(await completionsOf(db, person, moduleId)).toEqual([
    expect.objectContaining({ kind: "module", score: 1, completed_on: demonstrationDay }),
  ]);
});

it("a manager narrows the list of who needs a nudge, sorts it, turns its pages and opens a person", async () => {
  const { page } = await browser.open(withoutScript);
  await page.goto(`${product.origin}/overview`);
  await signIn(page, "manager");
  const says = sv.overview.nudges;
  const rows = page.locator("tbody tr", { has: page.locator('a[href^="/people/"]') });
  const whole = await page.locator(".Pagination").textContent();
  await page.locator('select[name="module"]').selectOption("krislage");
  await page.getByLabel(says.states.overdue, { exact: true }).check();
  await page.getByRole("button", { name: says.show }).click();
  expect(new URL(page.url()).searchParams.get("module")).toBe("krislage");
  expect(new URL(page.url()).searchParams.get("state")).toBe("overdue");
  const modules = await rows.locator("td:nth-of-type(1)").allTextContents();
  expect(modules.length).toBeGreaterThan(3);
  expect(new Set(modules).size).toBe(1);
  expect(await page.locator(".Pagination").textContent()).not.toBe(whole);
  const names = () => rows.locator('a[href^="/people/"]').allTextContents();
  await page.getByRole("link", { name: says.person, exact: true }).click();
  const ascending = await names();
  await page.getByRole("link", { name: says.person, exact: true }).click();
  expect(await names()).not.toEqual(ascending);

  await page.locator('input[name="q"]').fill("zzzzzz");
  await page.getByRole("button", { name: says.show }).click();
  await page.getByText(says.noHits).waitFor();
  await page.getByRole("link", { name: says.removeFilter }).click();
  expect(await page.locator(".Pagination").textContent()).toBe(whole);
  const first = await names();
  await page.getByRole("link", { name: says.next }).click();
  expect(await names()).not.toEqual(first);
  const person = await rows.first().locator('a[href^="/people/"]').textContent();
  await rows.first().locator('a[href^="/people/"]').click();
  expect(await page.locator("h1").textContent()).toBe(person);
});
