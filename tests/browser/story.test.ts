import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, addPeriod, type CivilDate, daysBetween, parsePeriod } from "#app/domain/calendar";
import type { QuestionKey } from "#app/lessons/question";
import { forManager } from "#app/managing/managed-standing";
import { explain } from "#app/words/explanation";
import { formatsFor } from "#app/words/format";
import { sv } from "#app/words/sv";
import { answer, answerLesson, askedIn, plainText, readKeys } from "#tests/support/answering";
import { spanFaults } from "#tests/support/naive";
import { completionsOf, peopleWith, personOf, standingOf } from "#tests/support/people";
import { demonstrationDay, type Product, startProduct } from "#tests/support/product";
import {
  enterAs,
  hydrated,
  lessonReady,
  signIn,
  type WatchedPage,
  watchedBrowser,
} from "#tests/support/watched-browser";

const browser = watchedBrowser();
const format = formatsFor("sv");
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product?.stop(100);
});

const today = () => product.clock.now().toISOString().slice(0, 10) as CivilDate;
const told = () => ({ words: sv, format, today: today(), voice: "you" }) as const;
const at = (path: string) => `${product.origin}${path}`;

/** Lets days pass until a day, in the morning, and what passes with them. */
async function passTo(day: CivilDate): Promise<void> {
  product.clock.passDays(daysBetween(today(), day));
  await product.runner.round();
}

/** A device of somebody who has signed in there. */
async function openAs(person: string): Promise<WatchedPage> {
  const opened = await browser.open({ locale: "sv-SE" });
  await enterAs(product, opened, person);
  return opened;
}

/** Opens "my training", signed in anew: sessions do not last as long as days pass here. */
async function openHome(opened: WatchedPage, person: string): Promise<void> {
  await enterAs(product, opened, person);
  await opened.page.goto(product.origin);
  await hydrated(opened.page);
}

/** A figure of the overview, as the number that it begins with. */
async function figure(page: Page, name: string): Promise<number> {
  const said = await page
    .locator(".Figures > div", { has: page.getByText(name, { exact: true }) })
    .locator("dd")
    .textContent();
  return Number(/^\s*(\d+)/.exec(said ?? "")?.[1]);
}

/** What a person's page says of a module: its standing, and why. */
const moduleOf = (page: Page, title: string) => page.locator(".Strip ol > li", { hasText: title });

/** Answers a refresher to its end from its first page; the questions named are answered wrong when first asked. */
async function takeRefresher(
  page: Page,
  keys: ReadonlyMap<string, QuestionKey>,
  wrongFirst: number,
): Promise<{ readonly asked: readonly string[]; readonly again: readonly string[] }> {
  await page.locator('button[value="start"]').click();
  await page.waitForURL("**/refresher/question");
  const form = page.locator("form.KnowledgeCheck");
  const asked: string[] = [];
  const again: string[] = [];
  for (;;) {
    await form.locator('button[value="answer"]').waitFor();
    const key = await askedIn(form, keys);
    const before = asked.includes(key.id);
    (before ? again : asked).push(key.id);
    expect(await form.getByText(sv.refresher.question.again).count()).toBe(before ? 1 : 0);
    const wrong = !before && asked.length <= wrongFirst;
    product.clock.passSeconds(20);
    await answer(form, key, wrong ? "wrong" : "right");
    await page.waitForURL(/\?answered=/);
    const feedback = form.locator(".Feedback");
    expect(await feedback.locator("b").first().textContent()).toBe(
      wrong ? sv.lesson.check.wrong : sv.lesson.check.right,
    );
    expect(await form.getByText(sv.refresher.feedback.returns).count()).toBe(wrong ? 1 : 0);
    const on = form.locator("a.Button");
    const last = (await on.textContent())?.trim() === sv.refresher.feedback.finish;
    await on.click();
    if (last) break;
    await page.waitForURL((url) => url.search === "");
  }
  await page.waitForURL("**/refresher/result");
  return { asked, again };
}

describe("the employee", () => {
  it("is told what to do and why, refreshes with two answers wrong at first, and is told when next and why", async () => {
    const person = await personOf(product.deps.db, "employee");
    const moduleId = "svara-kunder";
    const keys = await readKeys(product.deps.db, moduleId, "sv");
    const before = await standingOf(product.deps.db, person, moduleId, today());
    const earlier = await completionsOf(product.deps.db, person, moduleId);
    expect(before.state).toBe("refresher-open");

    // Meanwhile the manager has two pages open.
    const manager = await browser.open({ locale: "sv-SE" });
    await manager.page.goto(at("/overview?q=leila"));
    await signIn(manager.page, "manager");
    await manager.page.locator("#nudges").waitFor();
    const dueBefore = await figure(manager.page, sv.overview.figures.dueSoon);
    const nudge = manager.page.locator("tr", { has: manager.page.locator(`a[href="/people/${person}"]`) });
    expect(await nudge.count()).toBe(1);
    expect(await nudge.textContent()).toContain("Svara kunder");
    const evidence = await browser.tab(manager);
    await evidence.page.goto(at(`/people/${person}`));
    const row = moduleOf(evidence.page, "Svara kunder offentligt");
    expect(await row.textContent()).toContain(explain(forManager(before), { ...told(), voice: "they" }));

    const { page } = await browser.open({ locale: "sv-SE" });
    await page.goto(product.origin);
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    await signIn(page, "employee");

    // One next action, and why.
    const next = page.locator(".NextAction");
    await next.waitFor();
    expect(await next.count()).toBe(1);
    expect(await page.locator('.Button[data-kind="primary"]').count()).toBe(1);
    expect(await next.locator("h2").textContent()).toBe("Svara kunder offentligt");
    expect(await next.locator(".Why").textContent()).toContain(explain(before, told()));
    expect(await next.locator(".Why").textContent()).toContain("Tvåtimmarsregeln");
    expect(await next.textContent()).toContain(sv.home.next.by(format.longDate(before.dueOn ?? "")));
    await next.getByRole("link", { name: sv.home.next.startRefresher }).click();
    await page.waitForURL(`**/modules/${moduleId}/refresher`);

    // What has changed since last time, before the questions.
    await page.getByRole("heading", { level: 1, name: sv.refresher.intro.changed(1) }).waitFor();
    expect(await page.locator(".Diff").textContent()).toContain("Tvåtimmarsregeln gäller nu även recensioner");

    const { asked, again } = await takeRefresher(page, keys, 2);
    expect(again).toEqual(asked.slice(0, 2));

    // The result: the first answers count, and the date follows from the policy, which brings weak answers back sooner.
    const after = await standingOf(product.deps.db, person, moduleId, today());
    expect(after).toMatchObject({ state: "current", cycle: before.cycle + 1 });
    const score = (asked.length - 2) / asked.length;
    expect(await completionsOf(product.deps.db, person, moduleId)).toEqual([
      ...earlier,
      expect.objectContaining({ kind: "refresher", score, revision: 2, language: "sv", completed_on: today() }),
    ]);
    expect(after.because).toContainEqual(expect.objectContaining({ code: "weak-score", on: today() }));
    expect(daysBetween(addPeriod(today(), parsePeriod("P3M")), after.dueOn as CivilDate)).toBeGreaterThanOrEqual(-14);
    expect(daysBetween(addPeriod(today(), parsePeriod("P3M")), after.dueOn as CivilDate)).toBeLessThanOrEqual(0);
    const dueDay = format.dayAndMonth(after.dueOn ?? "");
    await page
      .getByRole("heading", { level: 1, name: sv.refresher.result.title(asked.length - 2, asked.length, dueDay) })
      .waitFor();
    const opening = await page.locator("main .Opening").textContent();
    expect(opening).toContain(explain(after, told()));
    expect(opening).toContain(sv.refresher.result.validUntil(format.dayAndMonth(after.validUntil ?? "", today())));
    // Each question with how it went; what was wrong is explained again.
    const review = page.locator(".Review > li");
    expect(await review.count()).toBe(asked.length);
    for (const [place, id] of asked.entries()) {
      const row = review.nth(place);
      expect(await row.textContent()).toContain(plainText(keys.get(id)?.promptHtml ?? ""));
      expect(await row.getByText(sv.status.wrong, { exact: true }).count()).toBe(place < 2 ? 1 : 0);
    }

    // A second later the manager sees it: one thing less to do, nobody of that name who needs a nudge, and when next.
    product.clock.passSeconds(1);
    await manager.page.reload();
    expect(await figure(manager.page, sv.overview.figures.dueSoon)).toBe(dueBefore - 1);
    await manager.page.getByText(sv.overview.nudges.noHits).waitFor();
    await evidence.page.reload();
    expect(await row.locator(".Status").textContent()).toContain(sv.explanation.status.current);
    expect(await row.textContent()).toContain(explain(forManager(after), { ...told(), voice: "they" }));
    const newest = evidence.page.locator(".Timeline > li").first();
    expect(await newest.textContent()).toContain(sv.person.events.completedRefresher("Svara kunder offentligt"));
    expect(await newest.locator("time").getAttribute("datetime")).toBe(today());
    // How well it went is between the employee and the product.
    expect(await evidence.page.locator("main").textContent()).not.toMatch(/svar satt|rätt svar|poäng|\d av \d/);

    // At home nothing is left to do.
    await page.getByRole("link", { name: sv.refresher.result.home }).click();
    await page.getByRole("heading", { level: 2, name: sv.home.empty.allDone }).waitFor();
    expect(await page.locator(".NextAction").count()).toBe(0);
    // Going back to the refresher asks nothing again.
    await page.goto(at(`/modules/${moduleId}/refresher`));
    await page.waitForURL(`**/modules/${moduleId}/0*`);
    expect(await completionsOf(product.deps.db, person, moduleId)).toHaveLength(earlier.length + 1);
  });
});

describe("days pass", () => {
  it("and a year less a month after a module was completed its refresher opens, is passed, and is due a year on", async () => {
    const moduleId = "strategin";
    const { db } = product.deps;
    const person = (await peopleWith(db, moduleId, "assigned"))[0] ?? "";
    await db.write.updateTable("person").set({ language: "sv" }).where("id", "=", person).execute();
    const keys = await readKeys(db, moduleId, "sv");
    const lessons = [`/modules/${moduleId}/01-allas-sak`, `/modules/${moduleId}/02-konton-roller-matt`];
    const completedOn = today();
    const device = await openAs(person);
    const { context, page } = device;
    for (const lesson of lessons) await answerLesson(context.request, at(lesson), keys);
    await page.goto(at(lessons[1] ?? ""));
    await lessonReady(page);
    await page.getByRole("button", { name: sv.lessonPage.next.complete }).click();
    await page
      .getByText(sv.lessonPage.next.completedWith(format.dayAndMonth(completedOn, completedOn), 5, 5))
      .waitFor();

    const link = page.locator(`a[href="/modules/${moduleId}/refresher"]`);
    const opensOn = addDays(addPeriod(completedOn, parsePeriod("P1Y")), -30);
    expect([completedOn, opensOn]).toEqual(["2026-11-24", "2027-10-25"]);
    await passTo(addDays(opensOn, -1));
    expect(await standingOf(db, person, moduleId, today())).toMatchObject({
      state: "current",
      opensOn,
      dueOn: "2027-11-24",
      validUntil: "2027-12-08",
    });
    await openHome(device, person);
    expect(await link.count()).toBe(0);

    await passTo(opensOn);
    await openHome(device, person);
    expect(await link.count()).toBe(1);
    const open = await standingOf(db, person, moduleId, today());
    expect(open).toMatchObject({ state: "refresher-open", valid: true, dueOn: "2027-11-24" });
    const said = page.locator("main :is(.NextAction, .Agenda li, .Empty)", { has: link });
    expect(await said.textContent()).toContain(explain(open, told()));
    await link.click();
    await page.getByRole("heading", { level: 1, name: sv.refresher.intro.unchanged }).waitFor();
    const { asked, again } = await takeRefresher(page, keys, 0);
    expect(again).toEqual([]);

    const after = await standingOf(db, person, moduleId, today());
    expect(after).toMatchObject({ state: "current", dueOn: "2028-11-24", validUntil: "2028-12-08", cycle: 2 });
    const title = sv.refresher.result.title(asked.length, asked.length, format.dayAndMonth("2028-11-24", today()));
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect(await page.locator("main .Opening").textContent()).toContain(explain(after, told()));
    expect((await completionsOf(db, person, moduleId)).map(({ kind, completed_on }) => [kind, completed_on])).toEqual([
      ["module", completedOn],
      ["refresher", opensOn],
    ]);
    // The manager's page of that day says the same.
    const manager = await openAs(await personOf(db, "manager"));
    await manager.page.goto(at(`/people/${person}`));
    const row = moduleOf(manager.page, "Vår strategi för sociala medier");
    expect(await row.textContent()).toContain(explain(forManager(after), { ...told(), voice: "they" }));
    expect(await spanFaults(db, person, moduleId, demonstrationDay, today())).toEqual([]);
  });
});
