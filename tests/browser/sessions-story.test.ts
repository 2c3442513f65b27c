import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { civilDate } from "#app/domain/calendar";
import { sv as taking } from "#app/words/areas/participation-sv";
import { sv } from "#app/words/areas/sessions-sv";
import { completionsOf, personOf, standingOf } from "#tests/support/people";
import { demonstrationDay, type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, patience, signIn, type WatchedPage, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
const moduleId = "svara-kunder";
const title = "Svara kunder offentligt";
/** What a browser says of requests that do not get through; nothing else may go wrong. */
const lost = /Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|FAILED)/;

let product: Product;
let people: { readonly id: string; readonly name: string; readonly number: string }[];

beforeAll(async () => {
  product = await startProduct();
  const { db } = product.deps;
  await db.write.updateTable("person").set({ language: "sv" }).execute();
  const placed = db.read.selectFrom("booking").select("person_id");
  const rows = await db.read
    .selectFrom("standing")
    .innerJoin("person", "person.id", "standing.person_id")
    .leftJoin("credential", "credential.person_id", "person.id")
    .select(["person.id", "given_name", "family_name", "employee_number"])
    .where("module_id", "=", moduleId)
    .where("state", "=", "refresher-open")
    .where("credential.person_id", "is", null)
    .where("person.id", "not in", placed)
    .orderBy("person.id")
    .limit(4)
    .execute();
  people = rows.map((row) => ({
    id: row.id,
    name: `${row.given_name} ${row.family_name}`,
    number: row.employee_number,
  }));
  expect(people.length).toBe(4);
});
afterAll(async () => {
  await product?.stop(100);
});

const at = (path: string) => `${product.origin}${path}`;

async function openAs(person: string, path: string, phone = false): Promise<WatchedPage> {
  const viewport = phone ? { width: 390, height: 844 } : { width: 1280, height: 900 };
  const opened = await browser.open({ locale: "sv-SE", viewport, hasTouch: phone, acceptDownloads: true });
  await enterAs(product, opened, person);
  await opened.page.goto(at(path));
  await hydrated(opened.page);
  return opened;
}

async function marksOf(sessionId: string) {
  const rows = await product.deps.db.read
    .selectFrom("booking")
    .select(["person_id", "state", "attended"])
    .where("session_id", "=", sessionId)
    .execute();
  return (person: { id: string } | undefined) => rows.find((row) => row.person_id === person?.id);
}

/** Plans a session of the module through the form; gives its id. */
async function plan(page: Page, date: string, seats: string, from = "09:00", to = "10:30"): Promise<string> {
  await page.goto(at("/admin/sessions/new"));
  await hydrated(page);
  await page.locator('select[name="module"]').selectOption(moduleId);
  await page.locator('input[name="date"]').fill(date);
  await page.locator('input[name="start"]').fill(from);
  await page.locator('input[name="end"]').fill(to);
  await page.locator('select[name="site"]').selectOption({ label: "Umeå" });
  await page.locator('input[name="place"]').fill("Sal 2");
  await page.locator('input[name="seats"]').fill(seats);
  await page.getByRole("button", { name: sv.form.planIt, exact: true }).click();
  await page.getByText(sv.session.done.planned).waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function inviteTo(page: Page, person: { name: string; number: string } | undefined): Promise<void> {
  await page.getByRole("link", { name: sv.session.invite, exact: true }).click();
  await page.locator('input[name="q"]').fill(person?.number ?? "");
  await page.getByRole("button", { name: sv.invite.show, exact: true }).click();
  await page.getByRole("checkbox", { name: person?.name ?? "" }).check();
  await page.getByRole("button", { name: sv.invite.submit }).click();
  await page.waitForURL(/done=invited/);
}

describe("a module held in a room", () => {
  it("is planned, filled, waited for, held with a phone, signed off and followed up", async () => {
    const [first, second, third, fourth] = people;
    const trainer = await browser.open({ locale: "sv-SE" });
    const { page } = trainer;
    await page.goto(product.origin);
    await signIn(page, "trainer2");
    await hydrated(page);
    await page.getByRole("link", { name: "Företaget" }).click();
    await page.waitForURL("**/admin/sessions");

    // Two seats; a mistake in the form is answered with what was typed.
    trainer.expectFault(/status of 422/);
    await page.getByRole("link", { name: sv.plan }).click();
    await page.locator('select[name="module"]').selectOption(moduleId);
    await page.locator('input[name="place"]').fill("Sal 2");
    await page.getByRole("button", { name: sv.form.planIt, exact: true }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.locator('input[name="place"]').inputValue()).toBe("Sal 2");
    const id = await plan(page, "2026-12-01", "2");

    // One is invited and told; one books from "my training"; the third waits.
    await inviteTo(page, first);
    await page.getByText(sv.session.done.invited(1, 0, 0)).waitFor();
    const one = await openAs(first?.id ?? "", "/");
    await one.page.locator(".Bell[data-unread]").click();
    await one.page.getByRole("heading", { name: `Du har en plats: ${title}` }).waitFor();
    await expect.poll(() => one.page.locator(".Bell[data-unread]").count(), { timeout: patience }).toBe(0);
    expect(await one.page.locator(".Notices .New").count()).toBe(1);

    const two = await openAs(second?.id ?? "", "/");
    await two.page.locator(".SessionLink a").first().click();
    await two.page.getByRole("button", { name: taking.session.book }).click();
    await two.page.getByText(taking.session.done.booked).waitFor();
    await two.page.goto(product.origin);
    await two.page.getByText("Du har en plats tisdag 1 december kl. 09:00, Umeå, Sal 2").waitFor();

    const three = await openAs(third?.id ?? "", `/sessions/${id}`);
    await three.page.getByRole("button", { name: taking.session.queue }).click();
    await three.page.getByText(taking.session.waiting.title(1)).waitFor();
    expect(await three.page.locator(".Bell[data-unread]").count()).toBe(0);

    // One gives the seat back; the waiting one gets it, a notice, and a calendar entry.
    await one.page.goto(at(`/sessions/${id}`));
    await one.page.getByRole("button", { name: taking.session.giveBack }).click();
    await one.page.getByText(taking.session.done.returned).waitFor();
    await three.page.goto(at("/"));
    await three.page.locator(".Bell[data-unread]").click();
    await three.page.getByRole("heading", { name: `Nu har du en plats: ${title}` }).waitFor();
    const [download] = await Promise.all([
      three.page.waitForEvent("download"),
      three.page.getByRole("link", { name: taking.notices.calendar }).click(),
    ]);
    const entry = new ICAL.Component(ICAL.parse(readFileSync((await download.path()) ?? "", "utf8")));
    const event = entry.getFirstSubcomponent("vevent");
    expect(event && new ICAL.Event(event).startDate.toJSDate().toISOString()).toBe("2026-12-01T08:00:00.000Z");

    // The day comes: on a phone, two targets a person, each saved at once.
    product.clock.set("2026-12-01T08:05:00Z");
    const leader = await personOf(product.deps.db, "trainer2");
    const phone = await openAs(leader, `/admin/sessions/${id}/attendance`, true);
    const row = (of: { name: string } | undefined) => phone.page.locator(".Roll > li", { hasText: of?.name ?? "" });
    const tap = async (of: { name: string } | undefined, word: string) =>
      await row(of).getByRole("button", { name: word }).tap();
    for (const button of await phone.page.locator(".Marks > button").all()) {
      const box = await button.boundingBox();
      expect(box && box.height >= 48 && box.width >= 120).toBe(true);
    }
    await tap(second, sv.attendance.there);
    await expect.poll(async () => (await marksOf(id))(second)?.attended, { timeout: patience }).toBe(1);
    // A wrong tap is undone by another.
    await tap(third, sv.attendance.there);
    await tap(third, sv.attendance.there);
    await expect.poll(async () => (await marksOf(id))(third)?.attended, { timeout: patience }).toBe(null);
    await phone.page.getByText(sv.attendance.noted(1, 2)).waitFor();

    // Without a network nothing is lost.
    phone.expectFault(lost);
    await phone.context.setOffline(true);
    await tap(third, sv.attendance.absent);
    await phone.page.getByText(sv.attendance.lost.title).waitFor();
    expect((await marksOf(id))(third)?.attended).toBe(null);
    await phone.context.setOffline(false);
    await expect.poll(async () => (await marksOf(id))(third)?.attended, { timeout: patience }).toBe(0);
    await expect.poll(() => phone.page.getByText(sv.attendance.lost.title).count(), { timeout: patience }).toBe(0);

    // Sign-off: who was there has completed it on that day.
    await phone.page.getByRole("link", { name: sv.attendance.done }).tap();
    await phone.page.getByRole("button", { name: sv.session.signOff.sign, exact: true }).tap();
    await phone.page.getByText("Signerat av Zeynep Demir 1 december.").waitFor();
    const made = (await completionsOf(product.deps.db, second?.id ?? "", moduleId)).at(-1);
    expect(made).toMatchObject({ kind: "refresher", completed_on: "2026-12-01", attempt_id: null, score: null });
    const standing = await standingOf(product.deps.db, second?.id ?? "", moduleId, civilDate("2026-12-01"));
    expect(standing.state).toBe("current");

    // The manager sees it on the person's page.
    const manager = await openAs(await personOf(product.deps.db, "manager"), `/people/${second?.id}`);
    const strip = manager.page.locator(".Strip ol > li", { hasText: title });
    expect(await strip.textContent()).toContain("Gäller");

    // Who was missed was told, and is asked to the next one.
    const missed = await openAs(third?.id ?? "", "/notices");
    await missed.page.getByRole("heading", { name: `Vi saknade dig: ${title}` }).waitFor();
    await enterAs(product, trainer, leader);
    const next = await plan(page, "2026-12-08", "5");
    await page.goto(at(`/admin/sessions/${id}`));
    await hydrated(page);
    await page.locator('select[name="to"]').selectOption(next);
    await page.getByRole("button", { name: sv.session.missed.invite }).click();
    await page.getByText(sv.session.missed.has("8 december")).waitFor();
    expect((await marksOf(next))(third)?.state).toBe("booked");

    // What was signed off wrongly is put right with a reason.
    await page.getByText(sv.session.correct.summary).click();
    await page.locator('select[name="person"]').selectOption({ label: second?.name ?? "" });
    await page.locator('input[name="why"]').fill("Det var en kollega");
    await page.getByRole("button", { name: sv.session.correct.submit, exact: true }).click();
    await page.getByText(sv.session.done.corrected).waitFor();
    const after = await standingOf(product.deps.db, second?.id ?? "", moduleId, civilDate("2026-12-01"));
    expect(after.task).toBe("refresher");
    expect(fourth).toBeDefined();
  }, 300_000);

  it("is noted by two people at once, neither over the other", async () => {
    const [, , , somebody] = people;
    product.clock.set(`${demonstrationDay}T07:30:00Z`);
    const leader = await personOf(product.deps.db, "trainer2");
    const trainer = await openAs(leader, "/admin/sessions");
    const id = await plan(trainer.page, demonstrationDay, "4", "13:00", "14:00");
    await inviteTo(trainer.page, somebody);
    const [mine, theirs] = [
      await openAs(leader, `/admin/sessions/${id}/attendance`, true),
      await openAs(await personOf(product.deps.db, "admin"), `/admin/sessions/${id}/attendance`, true),
    ];
    await theirs.page.getByRole("button", { name: sv.attendance.absent }).tap();
    await expect.poll(async () => (await marksOf(id))(somebody)?.attended, { timeout: patience }).toBe(0);
    await mine.page.getByRole("button", { name: sv.attendance.there }).tap();
    await mine.page.getByText(sv.attendance.otherwise).waitFor();
    expect((await marksOf(id))(somebody)?.attended).toBe(0);
    await mine.page.getByRole("button", { name: sv.attendance.there }).tap();
    await expect.poll(async () => (await marksOf(id))(somebody)?.attended, { timeout: patience }).toBe(1);
  }, 300_000);

  it("is noted, signed off and booked without script", async () => {
    const [somebody] = people;
    product.clock.set(`${demonstrationDay}T07:30:00Z`);
    const leader = await personOf(product.deps.db, "trainer2");
    const trainer = await openAs(leader, "/admin/sessions");
    const id = await plan(trainer.page, demonstrationDay, "4", "15:00", "16:00");
    const plain = async (person: string, path: string) => {
      const opened = await browser.open({ locale: "sv-SE", javaScriptEnabled: false });
      await enterAs(product, opened, person);
      await opened.page.goto(at(path));
      return opened.page;
    };
    const learner = await plain(somebody?.id ?? "", `/sessions/${id}`);
    await learner.getByRole("button", { name: taking.session.book }).click();
    await learner.getByText(taking.session.booked.title).waitFor();
    product.clock.set(`${demonstrationDay}T15:30:00Z`);
    const roll = await plain(leader, `/admin/sessions/${id}/attendance`);
    await roll.getByRole("button", { name: sv.attendance.there }).click();
    await roll.locator('button[data-mark="there"][aria-pressed="true"]').waitFor();
    await roll.getByRole("link", { name: sv.attendance.done }).click();
    await roll.getByRole("button", { name: sv.session.signOff.sign, exact: true }).click();
    await roll.getByText("Signerat av Zeynep Demir").waitFor();
    const made = (await completionsOf(product.deps.db, somebody?.id ?? "", moduleId)).at(-1);
    expect(made).toMatchObject({ completed_on: demonstrationDay, attempt_id: null });
  }, 300_000);
});
