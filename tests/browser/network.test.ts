import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { QuestionKey } from "#app/lessons/question";
import { sv } from "#app/words/sv";
import { answer, askedIn, fillIn, readKeys } from "#tests/support/answering";
import { beginnersOf, peopleWith } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, lessonReady, type WatchedPage, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
const moduleId = "svara-kunder";
const lesson = `/modules/${moduleId}/01-publiken-och-klockan`;
const refresher = `/modules/${moduleId}/refresher/question`;
/** What a browser says of requests that do not get through; nothing else may go wrong. */
const lost = /Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|FAILED)/;

let product: Product;
let keys: ReadonlyMap<string, QuestionKey>;
let newcomers: string[];
let refreshers: string[];

beforeAll(async () => {
  product = await startProduct();
  keys = await readKeys(product.deps.db, moduleId, "sv");
  newcomers = await beginnersOf(product.deps.db, moduleId);
  refreshers = await peopleWith(product.deps.db, moduleId, "refresher-open");
  await product.deps.db.write.updateTable("person").set({ language: "sv" }).execute();
});
afterAll(async () => {
  await product?.stop(100);
});

/** Another person for each test. */
let newcomer: string;
let learner: string;
beforeEach(() => {
  newcomer = newcomers.pop() ?? "";
  learner = refreshers.pop() ?? "";
});

const at = (path: string) => `${product.origin}${path}`;

async function open(person: string, path: string, options: { javaScriptEnabled?: boolean } = {}): Promise<WatchedPage> {
  const opened = await browser.open({ locale: "sv-SE", ...options });
  await enterAs(product, opened, person);
  await opened.page.goto(at(path));
  if (options.javaScriptEnabled !== false) await hydrated(opened.page);
  return opened;
}

/** Where a link leads, or goes on to: a module that is gone through again begins with its first lesson. */
const leadsTo = (href: string | null) => (url: URL) => url.pathname.startsWith(href ?? "nowhere");

/** What the database holds of somebody's answers at questions, oldest first. */
async function answersOf(person: string) {
  return await product.deps.db.read
    .selectFrom("answer")
    .innerJoin("attempt", "attempt.id", "answer.attempt_id")
    .select(["check_id", "correct"])
    .where("person_id", "=", person)
    .where("attempt.started_at", ">=", "2026-11-24")
    .orderBy("answered_at")
    .orderBy("check_id")
    .execute();
}

const firstQuestion = (page: Page) => page.locator("form.KnowledgeCheck").first();

describe("when the network goes", () => {
  it("the page says so, and stops saying so when it is back", async () => {
    const { context, page } = await open(learner, "/");
    const notice = page.locator(".OfflineNotice");
    expect(await notice.textContent()).toBe("");
    await context.setOffline(true);
    await notice.getByText(sv.shell.offline.title).waitFor();
    expect(await notice.getAttribute("role")).toBe("status");
    await context.setOffline(false);
    await notice.getByText(sv.shell.offline.title).waitFor({ state: "detached" });
  });

  it("a link leads nowhere and nothing that is open is lost; it leads on when the network is back", async () => {
    const { context, page } = await open(learner, "/");
    const link = page.locator("main .Button").first();
    const href = await link.getAttribute("href");
    await context.setOffline(true);
    await page.locator(".OfflineNotice").getByText(sv.shell.offline.title).waitFor();
    await link.click();
    await page.locator(".OfflineNotice").getByText(sv.errors.offline.title).waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
    expect(await link.isVisible()).toBe(true);
    await context.setOffline(false);
    await page.locator(".OfflineNotice .Notice").waitFor({ state: "detached" });
    await link.click();
    await page.waitForURL(leadsTo(href));
  });

  it("and the browser does not notice, a page that does not come says why, and can be tried again", async () => {
    const opened = await open(learner, "/");
    const { page } = opened;
    opened.expectFault(lost);
    const link = page.locator("main .Button").first();
    const href = await link.getAttribute("href");
    await page.route(/\.data(\?|$)/, (route) => route.abort());
    await link.click();
    await page.getByRole("heading", { level: 1, name: sv.errors.offline.title }).waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: sv.errors.retry }).click();
    await page.getByRole("heading", { level: 1, name: sv.errors.offline.title }).waitFor({ state: "detached" });
    await page.waitForURL(leadsTo(href));
    await page.locator("main h1").waitFor();
  });

  it("an answer in a lesson is kept, said to be, and sent when the network is back", async () => {
    const opened = await open(newcomer, lesson);
    const { context, page } = opened;
    await lessonReady(page);
    opened.expectFault(lost);
    const form = firstQuestion(page);
    const key = await askedIn(form, keys);
    await context.setOffline(true);
    await answer(form, key, "right");
    await form.getByText(sv.lesson.check.notSent).waitFor();
    await page.getByText(sv.lessonPage.unsent(1)).waitFor();
    // It stands as it was given, and nothing can be changed any more.
    const chosen = key.choices.find(({ right }) => right)?.id ?? "";
    expect(await form.locator("input:checked").getAttribute("id")).toMatch(new RegExp(`\\.${chosen}$`));
    expect(await form.locator('[name="answer"], button').count()).toBe(0);
    await form.locator("label.Choice input:not(:checked)").first().click({ force: true });
    expect(await form.locator("input:checked").getAttribute("id")).toMatch(new RegExp(`\\.${chosen}$`));
    expect(await answersOf(newcomer)).toEqual([]);
    await context.setOffline(false);
    await form.locator('.Feedback[data-status="current"]').waitFor();
    await page.getByText(sv.lessonPage.unsent(1)).waitFor({ state: "detached" });
    expect(await answersOf(newcomer)).toEqual([{ check_id: key.id, correct: 1 }]);
  });

  it("an answer in a lesson that did not get through survives a reload", async () => {
    const opened = await open(newcomer, lesson);
    const { page } = opened;
    await lessonReady(page);
    opened.expectFault(lost);
    // The browser believes in its network, but nothing that is sent arrives.
    await page.route(
      (url) => url.origin === product.origin,
      (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()),
    );
    const form = firstQuestion(page);
    const key = await askedIn(form, keys);
    await answer(form, key, "wrong");
    await form.getByText(sv.lesson.check.notSent).waitFor();
    await page.unrouteAll({ behavior: "wait" });
    expect(await answersOf(newcomer)).toEqual([]);
    await page.reload();
    await form.locator('.Feedback[data-status="overdue"]').waitFor();
    expect(await answersOf(newcomer)).toEqual([{ check_id: key.id, correct: 0 }]);
  });

  it("an answer in a refresher is kept, said to be, and sent when the network is back", async () => {
    const opened = await open(learner, refresher);
    const { context, page } = opened;
    opened.expectFault(lost);
    const form = firstQuestion(page);
    const key = await askedIn(form, keys);
    await context.setOffline(true);
    await answer(form, key, "right");
    await form.getByText(sv.lesson.check.notSent).waitFor();
    expect(await form.locator('[name="answer"], button').count()).toBe(0);
    expect(await answersOf(learner)).toEqual([]);
    await context.setOffline(false);
    await page.waitForURL((url) => url.searchParams.get("answered") === key.id);
    await form.locator('.Feedback[data-status="current"]').waitFor();
    expect(await answersOf(learner)).toEqual([{ check_id: key.id, correct: 1 }]);
  });
});

describe("when the session has ended", () => {
  /** Signs in again where the product asks for it; people of the demonstration without a password have none to type. */
  async function back(opened: WatchedPage, person: string): Promise<void> {
    await opened.page.waitForURL(/\/sign-in\?.*kept=1/);
    await opened.page.getByText(sv.signIn.notices.answerKept.title).waitFor();
    await givePassword(person);
    await opened.page.locator('input[name="email"]').fill("somebody@fjallnas.example");
    await opened.page.locator('input[name="password"]').fill("repris-demo");
    await opened.page.locator('button[value="sign-in"]').click();
  }

  /** Gives somebody the password of the demonstration, and an address to type. */
  async function givePassword(person: string): Promise<void> {
    const { db } = product.deps;
    const { password_hash } = await db.read.selectFrom("credential").select("password_hash").executeTakeFirstOrThrow();
    await db.write
      .updateTable("person")
      .set({ email: null })
      .where("email", "=", "somebody@fjallnas.example")
      .execute();
    await db.write.updateTable("person").set({ email: "somebody@fjallnas.example" }).where("id", "=", person).execute();
    await db.write
      .insertInto("credential")
      .values({ person_id: person, password_hash, changed_at: product.clock.now().toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "with script" : "without script";

    it(`an answer in a lesson is handed in after signing in again, ${how}`, async () => {
      const opened = await open(newcomer, lesson, { javaScriptEnabled });
      const { page } = opened;
      if (javaScriptEnabled) await lessonReady(page);
      const form = firstQuestion(page);
      const key = await askedIn(form, keys);
      await fillIn(form, key, "wrong");
      product.clock.passSeconds(13 * 3600);
      await form.locator('button[value="answer"]').click();
      await back(opened, newcomer);
      if (!javaScriptEnabled) await page.getByRole("button", { name: sv.signIn.resume.send }).click();
      await page.waitForURL((url) => url.pathname === lesson);
      await form.locator('.Feedback[data-status="overdue"]').waitFor();
      expect(await answersOf(newcomer)).toEqual([{ check_id: key.id, correct: 0 }]);
    });

    it(`an answer in a refresher is handed in after signing in again, ${how}`, async () => {
      const opened = await open(learner, refresher, { javaScriptEnabled });
      const { page } = opened;
      const form = firstQuestion(page);
      const key = await askedIn(form, keys);
      await fillIn(form, key, "right");
      product.clock.passSeconds(13 * 3600);
      await form.locator('button[value="answer"]').click();
      await back(opened, learner);
      if (!javaScriptEnabled) await page.getByRole("button", { name: sv.signIn.resume.send }).click();
      await page.waitForURL((url) => url.pathname === refresher && url.searchParams.get("answered") === key.id);
      await form.locator('.Feedback[data-status="current"]').waitFor();
      expect(await answersOf(learner)).toEqual([{ check_id: key.id, correct: 1 }]);
    });
  }

  it("nothing of it goes to somebody else who signs in on the same device", async () => {
    const opened = await open(newcomer, lesson);
    const { page } = opened;
    await lessonReady(page);
    const form = firstQuestion(page);
    await fillIn(form, await askedIn(form, keys), "wrong");
    product.clock.passSeconds(13 * 3600);
    await form.locator('button[value="answer"]').click();
    const other = newcomers.pop() ?? "";
    await back(opened, other);
    await page.waitForURL((url) => url.pathname === lesson);
    await lessonReady(page);
    expect(await page.locator(".Feedback").count()).toBe(0);
    expect(await page.locator("main input:checked").count()).toBe(0);
    expect(await answersOf(other)).toEqual([]);
    expect(await answersOf(newcomer)).toEqual([]);
  });
});
