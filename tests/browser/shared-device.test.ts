/** Somebody without a computer of their own: a slip, a shared tablet, a refresher, and nothing left for the next. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { hashPassword } from "#app/platform/passwords";
import { sv as access } from "#app/words/areas/access-sv";
import { sv as slips } from "#app/words/areas/slips-sv";
import { sv } from "#app/words/sv";
import { answer, askedIn, readKeys } from "#tests/support/answering";
import { peopleWith, personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, type WatchedPage, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
const moduleId = "svara-kunder";
const pin = "482915";
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product?.stop(100);
});

const phone = { viewport: { width: 390, height: 844 }, locale: "sv-SE" };

interface Employee {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly number: string;
}

async function employees(count: number): Promise<Employee[]> {
  const { db } = product.deps;
  const ids = await peopleWith(db, moduleId, "refresher-open");
  const rows = await db.read
    .selectFrom("person")
    .select(["id", "given_name", "family_name", "employee_number"])
    .where("id", "in", ids)
    .where("language", "=", "sv")
    .orderBy("id")
    .limit(count)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.given_name,
    family: row.family_name,
    number: row.employee_number,
  }));
}

/** Makes a code for somebody on their slip, as their manager does. */
async function slipFor(manager: WatchedPage, employee: Employee): Promise<string> {
  const { page } = manager;
  await page.goto(`${product.origin}/people/${employee.id}`);
  await hydrated(page);
  await page.getByRole("link", { name: sv.person.slip }).click();
  await page.getByRole("button", { name: slips.person.make }).click();
  await page.getByText(slips.person.made).waitFor();
  const text = (await page.locator(".SlipCode").textContent()) ?? "";
  expect(await page.locator(".Slip").textContent()).toContain(employee.number);
  expect(await page.locator(".SlipDue li").count()).toBeGreaterThan(0);
  // Once the page is left, the code is nowhere to be read.
  await page.reload();
  expect(await page.locator(".SlipCode").count()).toBe(0);
  return text;
}

async function shareDevice(tablet: WatchedPage): Promise<void> {
  const { page } = tablet;
  await enterAs(product, tablet, await personOf(product.deps.db, "manager"));
  await page.goto(`${product.origin}/settings/shared-device`);
  await hydrated(page);
  await page.getByLabel(access.device.label).fill("Surfplattan i kassan");
  await page.getByRole("button", { name: access.device.begin }).click();
  await page.waitForURL("**/sign-in");
  await hydrated(page);
}

async function signInByPin(page: WatchedPage["page"], employee: Employee): Promise<void> {
  await page.getByLabel(access.number, { exact: true }).fill(employee.number);
  await page.getByLabel(access.pin).fill(pin);
  await page.locator('button[value="pin"]').click();
  await page.waitForURL(`${product.origin}/`);
}

/** All that a browser keeps. */
async function kept({ context, page }: WatchedPage) {
  return {
    cookies: (await context.cookies()).map((cookie) => cookie.name),
    storage: await page.evaluate(() => ({ ...localStorage, ...sessionStorage })),
  };
}

it("an employee with a slip takes a refresher on a shared tablet, is signed out, and the next sees nothing of it", async () => {
  const [first, second] = await employees(2);
  if (!first || !second) throw new Error("Nobody has a refresher open");
  const manager = await browser.open();
  await enterAs(product, manager, await personOf(product.deps.db, "manager"));
  const code = await slipFor(manager, first);
  const nextCode = await slipFor(manager, second);

  const tablet = await browser.open(phone);
  const { context, page } = tablet;
  await page.clock.install({ time: product.clock.now() });
  await shareDevice(tablet);
  expect(await page.locator("html").getAttribute("data-shared")).toBe("");
  const button = await page.locator('button[value="pin"]').boundingBox();
  expect(button?.height).toBeGreaterThanOrEqual(48);

  // The first time: by the code, as it is read from paper.
  await page.getByRole("link", { name: access.toCode.link }).click();
  await page.getByLabel(access.number, { exact: true }).fill(first.number);
  await page.getByLabel(access.code).fill(code.toLowerCase().replace("-", " "));
  await page.locator('button[value="code"]').click();
  await page.getByRole("heading", { name: access.choose.title }).waitFor();
  tablet.expectFault(/status of 422/);
  for (const [weak, said] of [
    [first.number.padStart(6, "0"), access.faults["own-number"]],
    [pin, null],
  ] as const) {
    await page.getByLabel(access.choose.pin, { exact: true }).fill(weak);
    await page.getByLabel(access.choose.pinAgain).fill(weak);
    await page.locator('button[value="choose"]').click();
    if (said !== null) await page.getByRole("alert").getByText(said).waitFor();
  }
  await page.waitForURL(`${product.origin}/`);
  await page.locator("main h1").getByText(first.name).waitFor();

  // A question of a refresher, and somebody who is not quite gone.
  await page.goto(`${product.origin}/modules/${moduleId}/refresher/question`);
  const form = page.locator("form.KnowledgeCheck:has(button)").first();
  await hydrated(page);
  await answer(form, await askedIn(form, await readKeys(product.deps.db, moduleId, "sv")), "right");
  await page.locator(".Feedback").waitFor();
  await page.clock.fastForward(105_000);
  await page.getByRole("dialog").waitFor();
  expect(await page.getByRole("timer").textContent()).toMatch(/om \d+ sekunder/);
  await page.getByRole("button", { name: sv.shell.stillThere.stay }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect((await kept(tablet)).storage).toEqual({});

  // Now they go.
  await page.clock.fastForward(121_000);
  await page.waitForURL("**/sign-in?left");
  await page.getByText(access.notices.left.title).waitFor();
  await hydrated(page);
  expect(await kept(tablet)).toEqual({ cookies: ["repris_device"], storage: {} });

  // The back button leads to no page of theirs.
  for (let back = 0; back < 3; back += 1) {
    await page.goBack();
    await page.waitForURL(/\/sign-in/);
    const text = (await page.locator("body").textContent()) ?? "";
    expect(text).not.toContain(first.name);
    expect(text).not.toContain(first.family);
  }
  const session = await product.deps.db.read
    .selectFrom("session")
    .select("ended_at")
    .where("person_id", "=", first.id)
    .where("shared", "=", 1)
    .execute();
  expect(session.every((row) => row.ended_at !== null)).toBe(true);

  // The next one comes with a slip of their own, and finds their own training.
  await page.goto(`${product.origin}/sign-in?way=code`);
  await hydrated(page);
  await page.getByLabel(access.number, { exact: true }).fill(second.number);
  await page.getByLabel(access.code).fill(nextCode);
  await page.locator('button[value="code"]').click();
  await page.getByLabel(access.choose.pin, { exact: true }).fill(pin);
  await page.getByLabel(access.choose.pinAgain).fill(pin);
  await page.locator('button[value="choose"]').click();
  await page.waitForURL(`${product.origin}/`);
  const text = (await page.locator("body").textContent()) ?? "";
  expect(text).toContain(second.name);
  expect(text).not.toContain(first.family);
  expect((await context.cookies()).every((cookie) => cookie.name !== "repris_parked")).toBe(true);

  // By the button as well, nothing is left.
  await page.locator(".AccountMenu summary").click();
  await page.getByRole("button", { name: sv.shell.signOut }).click();
  await page.waitForURL("**/sign-in");
  await hydrated(page);
  expect(await kept(tablet)).toEqual({ cookies: ["repris_device"], storage: {} });
  await signInByPin(page, first);
});

async function givePin(employee: Employee): Promise<void> {
  const pin_hash = await hashPassword(pin);
  const row = { person_id: employee.id, pin_hash, changed_at: product.clock.now().toISOString() };
  await product.deps.db.write.insertInto("pin").values(row).execute();
}

it("works without script, where the server alone signs out", async () => {
  const first = (await employees(3))[2];
  if (!first) throw new Error("Nobody has a refresher open");
  await givePin(first);
  const tablet = await browser.open({ ...phone, javaScriptEnabled: false });
  const { page } = tablet;
  await enterAs(product, tablet, await personOf(product.deps.db, "manager"));
  await page.goto(`${product.origin}/settings/shared-device`);
  await page.getByLabel(access.device.label).fill("Terminalen");
  await page.getByRole("button", { name: access.device.begin }).click();
  await page.waitForURL("**/sign-in");
  await signInByPin(page, first);
  expect(await page.content()).toMatch(/<noscript><meta http-equiv="refresh" content="185;url=\/sign-in\?left"/);
  product.clock.passSeconds(185);
  await page.reload();
  await page.getByText(access.notices.left.title).waitFor();
});
