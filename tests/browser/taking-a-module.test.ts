import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CivilDate } from "#app/domain/calendar";
import type { QuestionKey } from "#app/lessons/question";
import { explain } from "#app/words/explanation";
import { formatsFor } from "#app/words/format";
import { sv } from "#app/words/sv";
import { answer, answerLesson, askedIn, plainText, readKeys } from "#tests/support/answering";
import { completionsOf, peopleWith, standingOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, lessonReady, watchedBrowser } from "#tests/support/watched-browser";

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

describe("somebody who was just assigned a module", () => {
  const moduleId = "strategin";
  const first = `/modules/${moduleId}/01-allas-sak`;
  const second = `/modules/${moduleId}/02-konton-roller-matt`;
  const nextStep = (page: Page) => page.locator('[id="lesson.next"]');
  const forms = (page: Page) => page.locator("article form.KnowledgeCheck");
  let newcomers: string[];
  let keys: ReadonlyMap<string, QuestionKey>;

  beforeAll(async () => {
    keys = await readKeys(product.deps.db, moduleId, "sv");
    newcomers = await peopleWith(product.deps.db, moduleId, "assigned");
    await product.deps.db.write.updateTable("person").set({ language: "sv" }).where("id", "in", newcomers).execute();
  });

  /** Another person for each test. */
  function newcomer(): string {
    const person = newcomers.pop();
    if (person === undefined) throw new Error("Nobody is newly assigned any more");
    return person;
  }

  async function enter(person: string) {
    const opened = await browser.open({ locale: "sv-SE" });
    await enterAs(product, opened, person);
    return opened;
  }

  /** Has everything answered rightly, so that the module can be completed. */
  async function everythingAnswered(person: string) {
    const opened = await enter(person);
    for (const lesson of [first, second]) await answerLesson(opened.context.request, at(lesson), keys);
    return opened;
  }

  const complete = (page: Page) => nextStep(page).getByRole("button", { name: sv.lessonPage.next.complete });
  const completed = (page: Page) =>
    nextStep(page)
      .getByText(sv.lessonPage.next.completedWith(format.dayAndMonth(today(), today()), 5, 5))
      .waitFor();

  /** What the page asks, with the choices as they stand. */
  async function asked(page: Page): Promise<{ id: string; choices: string[] }[]> {
    return await forms(page).evaluateAll((all) =>
      all.map((form) => ({
        id: form.querySelector<HTMLInputElement>('input[name="check"]')?.value ?? "",
        choices: [...form.querySelectorAll<HTMLInputElement>('input[name="answer"]')].map((input) => input.value),
      })),
    );
  }

  /** Answers every open question of the page, one by one; gives what each was. */
  async function answerAll(page: Page, how: (id: string) => "right" | "wrong"): Promise<string[]> {
    const ids: string[] = [];
    const all = forms(page);
    for (let place = 0; place < (await all.count()); place += 1) {
      const form = all.nth(place);
      const key = await askedIn(form, keys);
      expect(await form.locator(".Feedback").count()).toBe(0);
      const openAfter = (await page.locator("article form.KnowledgeCheck:has(button)").count()) - 1;
      product.clock.passSeconds(20);
      await answer(form, key, how(key.id));
      await form.locator(".Feedback").waitFor();
      // Said at once, with the reason, and locked; the others are as they were.
      expect(await form.getAttribute("data-state")).toBe(how(key.id));
      expect(await form.locator("fieldset").getAttribute("data-locked")).toBe("");
      expect(await form.locator("button").count()).toBe(0);
      expect(await page.locator("article .Feedback").count()).toBe(place + 1);
      expect(await page.locator("article form.KnowledgeCheck:has(button)").count()).toBe(openAfter);
      ids.push(key.id);
    }
    return ids;
  }

  it("reads, answers, falls short, tries again with other questions, and completes it", async () => {
    const person = newcomer();
    const { page } = await enter(person);
    await page.goto(product.origin);
    await hydrated(page);
    await page.locator(`main a[href="/modules/${moduleId}"]`).first().click();
    await page.waitForURL(`**${first}`);
    await lessonReady(page);
    expect(await page.locator(".PassMark").textContent()).toBe(sv.lessonPage.passMark(5, 4));

    // Two of five wrong.
    const firstAsked = await asked(page);
    const wrong = new Set<string>();
    const how = (id: string) => {
      if (wrong.size < 2) wrong.add(id);
      return wrong.has(id) ? "wrong" : "right";
    };
    expect(await nextStep(page).textContent()).toContain(sv.lessonPage.next.left(firstAsked.length, 0));
    await answerAll(page, how);
    const chosenWrong = [...wrong][0] ?? "";
    const feedback = await page.locator("article .Feedback").first().textContent();
    const said = keys.get(chosenWrong)?.choices.find((choice) => !choice.right)?.feedbackHtml ?? "";
    expect(feedback).toContain(plainText(said));
    // Nothing can be chosen any more, whatever one clicks.
    const locked = forms(page).first();
    await locked.locator(".Choice").last().click({ force: true });
    expect(await locked.locator("input:checked").count()).toBe(1);
    expect(await locked.locator('input:not([type="hidden"])[name]').count()).toBe(0);

    await nextStep(page)
      .getByRole("link", { name: sv.lessonPage.next.toLesson(2) })
      .click();
    await page.waitForURL(`**${second}`);
    await lessonReady(page);
    const secondAsked = await asked(page);
    expect(firstAsked.length + secondAsked.length).toBe(5);
    await answerAll(page, how);
    // The statement is left; it is kept word for word.
    expect(await nextStep(page).textContent()).toContain(sv.lessonPage.next.left(0, 1));
    const statement = await page.locator("form.Confirm .Statement").textContent();
    await page.getByRole("button", { name: sv.lesson.confirm.submit }).click();
    await page.getByText(sv.lesson.confirm.done(format.date(today()))).waitFor();
    const kept = await product.deps.db.read
      .selectFrom("answer")
      .innerJoin("attempt", "attempt.id", "answer.attempt_id")
      .select("statement")
      .where("person_id", "=", person)
      .where("statement", "is not", null)
      .execute();
    expect(kept).toEqual([{ statement: statement?.trim() }]);

    // Below the pass mark: said before it is ended, and nothing is completed.
    await nextStep(page)
      .getByRole("heading", { name: sv.lessonPage.next.scoreBelow(3, 5, 4) })
      .waitFor();
    await nextStep(page).getByRole("button", { name: sv.lessonPage.next.end }).click();
    await nextStep(page).getByRole("heading", { name: sv.lessonPage.next.failed }).waitFor();
    expect(await completionsOf(product.deps.db, person, moduleId)).toEqual([]);
    expect((await standingOf(product.deps.db, person, moduleId, today())).state).toBe("assigned");
    // What went wrong can be read again, in both lessons, also by whoever comes back later.
    await page.goto(at(first));
    await lessonReady(page);
    expect(await page.locator("article .Feedback").count()).toBe(firstAsked.length);

    await nextStep(page).getByRole("button", { name: sv.lessonPage.next.retry }).click();
    await page.waitForURL(`**${first}`);
    await forms(page).first().locator("button").first().waitFor();
    expect(await page.locator("article .Feedback").count()).toBe(0);
    const anew = await asked(page);
    await answerAll(page, () => "right");
    await nextStep(page)
      .getByRole("link", { name: sv.lessonPage.next.toLesson(2) })
      .click();
    await page.waitForURL(`**${second}`);
    await lessonReady(page);
    const anewSecond = await asked(page);
    await answerAll(page, () => "right");
    await page.getByRole("button", { name: sv.lesson.confirm.submit }).click();
    const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
    // Other questions on the same things where the bank has any, and the choices in another order.
    expect(ids([...anew, ...anewSecond])).not.toEqual(ids([...firstAsked, ...secondAsked]));
    const objectives = (list: { id: string }[]) => list.map(({ id }) => keys.get(id)?.objective).sort();
    expect(objectives([...anew, ...anewSecond])).toEqual(objectives([...firstAsked, ...secondAsked]));
    const again = [...anew, ...anewSecond].filter(({ id }) => ids([...firstAsked, ...secondAsked]).includes(id));
    const before = [...firstAsked, ...secondAsked].filter(({ id }) => ids(again).includes(id));
    expect(again.map(({ choices }) => choices)).not.toEqual(before.map(({ choices }) => choices));

    await complete(page).click();
    await completed(page);
    // The button is gone; whoever pressed it stands where the outcome is told.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("lesson.next");
    expect(await completionsOf(product.deps.db, person, moduleId)).toEqual([
      expect.objectContaining({ kind: "module", score: 1, revision: 2, language: "sv", completed_on: today() }),
    ]);
    const now = await standingOf(product.deps.db, person, moduleId, today());
    expect(now.state).toBe("current");
    const outcome = await nextStep(page).textContent();
    expect(outcome).toContain(sv.lessonPage.next.validUntil(format.dayAndMonth(now.validUntil ?? "", today())));
    expect(outcome).toContain(explain(now, told()));
    await page.goto(product.origin);
    const row = page.locator(".Agenda li", { has: page.locator(`a[href="/modules/${moduleId}"]`) });
    expect(await row.textContent()).toContain(sv.home.until(format.date(now.validUntil ?? "")));
  });

  it("completes once with a double click", async () => {
    const person = newcomer();
    const { page } = await everythingAnswered(person);
    await page.goto(at(second));
    await lessonReady(page);
    await complete(page).dblclick();
    await completed(page);
    expect(await completionsOf(product.deps.db, person, moduleId)).toHaveLength(1);
  });

  it("completes once in two tabs", async () => {
    const person = newcomer();
    const one = await everythingAnswered(person);
    const other = await browser.tab(one);
    for (const { page } of [one, other]) {
      await page.goto(at(second));
      await lessonReady(page);
    }
    await Promise.all([one, other].map(({ page }) => complete(page).click()));
    for (const { page } of [one, other]) await completed(page);
    expect(await completionsOf(product.deps.db, person, moduleId)).toHaveLength(1);
    // A tab that was left open from before says how things stand.
    const late = await browser.tab(one);
    await late.page.goto(at(second));
    await completed(late.page);
  });

  it("completes once with a reload in the middle", async () => {
    const person = newcomer();
    const { page } = await everythingAnswered(person);
    await page.goto(at(second));
    await lessonReady(page);
    // Sent, and gone before the answer is here.
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await complete(page).click({ noWaitAfter: true });
    await sent;
    await page.reload();
    await lessonReady(page);
    // It may have come through or not; pressing the button that is left does no harm.
    if ((await complete(page).count()) > 0) await complete(page).click();
    await completed(page);
    expect(await completionsOf(product.deps.db, person, moduleId)).toHaveLength(1);
  });

  it("goes on where they were on another device, and completes once on both", async () => {
    const person = newcomer();
    const desk = await enter(person);
    await desk.page.goto(at(first));
    await lessonReady(desk.page);
    // Half the lesson is read, then the page is left.
    await desk.page.locator("article h2").nth(1).scrollIntoViewIfNeeded();
    await desk.page.evaluate(() => {
      const article = document.getElementById("lesson.article")?.getBoundingClientRect();
      if (article) scrollTo(0, (article.bottom + scrollY - innerHeight) / 2);
    });
    await expect
      .poll(async () => Number(await desk.page.locator(".ReadingProgress").getAttribute("aria-valuenow")))
      .toBeGreaterThan(20);
    const section = await desk.page.locator('.Toc a[aria-current="location"]').getAttribute("href");
    await desk.page.locator("header.TopBar a").first().click();
    await desk.page.waitForURL(at("/"));
    await expect
      .poll(async () =>
        (
          await product.deps.db.read
            .selectFrom("reading")
            .select("lesson")
            .where("person_id", "=", person)
            .where("module_id", "=", moduleId)
            .execute()
        ).map((row) => row.lesson),
      )
      .toEqual(["01-allas-sak"]);

    const phone = await browser.open({ locale: "sv-SE", viewport: { width: 390, height: 800 } });
    await enterAs(product, phone, person);
    await phone.page.goto(product.origin);
    await hydrated(phone.page);
    await phone.page.locator(`main a[href="/modules/${moduleId}"]`).first().click();
    await phone.page.waitForURL(`**${first}`);
    await lessonReady(phone.page);
    expect(await phone.page.locator("p.Resume a").getAttribute("href")).toBe(section);

    // What is answered on the one is answered on the other.
    await desk.page.goto(at(first));
    await lessonReady(desk.page);
    const form = forms(desk.page).first();
    const key = await askedIn(form, keys);
    await answer(form, key, "right");
    await form.locator(".Feedback").waitFor();
    await phone.page.reload();
    await lessonReady(phone.page);
    expect(await forms(phone.page).first().getAttribute("data-state")).toBe("right");
    expect(await phone.page.locator("article .Feedback").count()).toBe(1);

    // The desk has the lesson open as it was; the phone answers everything.
    for (const lesson of [first, second]) await answerLesson(phone.context.request, at(lesson), keys);
    const stale = forms(desk.page).nth(1);
    const staleKey = await askedIn(stale, keys);
    await answer(stale, staleKey, "wrong");
    // The first answer stands, and the desk says so.
    await stale.locator(".Feedback").waitFor();
    expect(await stale.getAttribute("data-state")).toBe("right");

    for (const { page } of [desk, phone]) {
      await page.goto(at(second));
      await lessonReady(page);
    }
    await complete(phone.page).click();
    await completed(phone.page);
    await complete(desk.page).click();
    await completed(desk.page);
    expect(await completionsOf(product.deps.db, person, moduleId)).toEqual([
      expect.objectContaining({ kind: "module", score: 1 }),
    ]);
  });
});
