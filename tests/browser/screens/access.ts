/** Coming in by number, slips and posters, shared devices, and the first run. */
import type { Page } from "playwright-core";
import { makeSetupKey } from "#app/accounts/setup/setup-key.server";
import { makeCodes } from "#app/managing/slips/make-codes.server";
import { dayIn } from "#app/platform/clock";
import { beginSharedDevice } from "#app/platform/shared-device";
import { findSignedIn } from "#db/queries/people";
import { peopleWith, personOf } from "#tests/support/people";
import type { Area, Stage } from "#tests/support/screens";
import type { WatchedPage } from "#tests/support/watched-browser";

async function addCookie({ product }: Stage, { context }: WatchedPage, cookie: string): Promise<void> {
  const [pair = ""] = cookie.split(";");
  const at = pair.indexOf("=");
  await context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url: product.origin }]);
}

async function share(stage: Stage, device: WatchedPage): Promise<void> {
  const by = await personOf(stage.product.deps.db, "manager");
  await addCookie(stage, device, await beginSharedDevice(stage.product.deps, { label: "Surfplattan i kassan", by }));
}

/** Somebody's number with a code that was just made for them. */
async function numberAndCode({ product }: Stage): Promise<{ number: string; code: string }> {
  const { db } = product.deps;
  const reader = await findSignedIn(db.read, await personOf(db, "admin"), dayIn("UTC", product.clock.now()));
  const id = await personOf(db, "employee");
  const row = await db.read
    .selectFrom("person")
    .select("employee_number")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  if (!reader) throw new Error("Nobody administers");
  product.clock.passSeconds(1);
  const { codes } = await makeCodes(product.deps, reader, [id]);
  return { number: row.employee_number, code: codes[id] ?? "" };
}

/** Fills in a form and sends it by the button of this value. */
async function send(page: Page, fields: Record<string, string>, button: string): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`input[name="${name}"]`).fill(value);
  await page.locator(`button[value="${button}"]`).click();
}

/** An empty house: nobody administers it, and the device has the key to setting it up. */
async function emptied(stage: Stage, device: WatchedPage): Promise<void> {
  const { deps } = stage.product;
  await deps.db.write
    .updateTable("role_grant")
    .set({ withdrawn_at: "2026-11-24T00:00:00.000Z", withdrawn_why: "test" })
    .where("role", "=", "administrator")
    .execute();
  await addCookie(stage, device, `repris_setup=${await makeSetupKey(deps)}`);
}

export const screens: Area = (stage) => {
  const db = () => stage.product.deps.db;
  const employee = async () => (await peopleWith(db(), "svara-kunder", "refresher-open"))[0] ?? "";
  return [
    { name: "sign in by number", who: stage.nobody, path: "/sign-in?way=number" },
    { name: "sign in by code", who: stage.nobody, path: "/sign-in?way=code" },
    {
      name: "sign in by number, refused",
      who: stage.nobody,
      path: "/sign-in?way=number",
      reach: async (page) => {
        await send(page, { number: "99887766", secret: "111213" }, "pin");
        await page.getByRole("alert").waitFor();
      },
      fault: /status of (422|429)/,
    },
    {
      name: "a code that is right, and a PIN that is too easy",
      who: stage.nobody,
      path: "/sign-in?way=code",
      reach: async (page) => {
        const { code, number } = await numberAndCode(stage);
        await send(page, { number, secret: code }, "code");
        await page.locator(".FirstTime").waitFor();
        await send(page, { pin: "123456", "pin-again": "123456" }, "choose");
        await page.getByRole("alert").waitFor();
      },
      fault: /status of 422/,
    },
    {
      name: "sign in on a shared device, after somebody left",
      who: stage.nobody,
      path: "/sign-in?left",
      beforeEach: (device) => share(stage, device),
    },
    {
      name: "on a shared device, asked whether one is there",
      who: stage.account("employee"),
      path: "/",
      beforeEach: (device) => share(stage, device),
      reach: async (page) => {
        await page.evaluate(() => document.querySelector("dialog")?.showModal());
        await page.getByRole("dialog").waitFor();
      },
    },
    { name: "one's own way of signing in", who: stage.account("employee"), path: "/settings/access" },
    {
      name: "one's own way of signing in, refused",
      who: stage.account("employee"),
      path: "/settings/access",
      reach: async (page) => {
        await page.locator("main form button").first().click();
        await page.locator(".Error").first().waitFor();
      },
      fault: /status of 422/,
    },
    {
      name: "shared devices",
      who: stage.account("manager"),
      path: "/settings/shared-device",
      before: async () => {
        const by = await personOf(db(), "manager");
        await beginSharedDevice(stage.product.deps, { label: "Datorn i pausrummet", by });
      },
    },
    {
      name: "a person's slip, with a code",
      who: stage.account("manager"),
      path: async () => `/people/${await employee()}/slip`,
      route: "/people/:personId/slip",
      reach: async (page) => {
        await page.locator("main form button").click();
        await page.locator(".SlipCode").waitFor();
      },
    },
    {
      name: "the slips of a department",
      who: stage.account("manager"),
      path: "/people/slips?department=hr&who=without",
    },
    { name: "slips, nobody left", who: stage.account("manager"), path: "/people/slips?department=hr&page=99" },
    { name: "posters", who: stage.account("manager"), path: "/posters" },
    { name: "a poster", who: stage.account("manager"), path: "/posters/krislage", route: "/posters/:module" },
    { name: "first run, the company", who: stage.account("admin"), path: "/admin/first-run/company" },
    {
      name: "first run, people with faults",
      who: stage.account("admin"),
      path: "/admin/first-run/people",
      reach: async (page) => {
        await page.locator('input[name="name"]').first().fill("Cia");
        await page.locator("main form button").first().click();
        await page.locator(".Error").first().waitFor();
      },
      fault: /status of 422/,
    },
    { name: "first run, the course", who: stage.account("admin"), path: "/admin/first-run/course" },
    {
      name: "first run, the requirement, under way",
      who: stage.account("admin"),
      path: "/admin/first-run/requirement?module=krislage",
    },
    {
      name: "first run, nothing chosen",
      who: stage.account("admin"),
      path: "/admin/first-run/requirement",
    },
    // From here on nobody administers: these come last.
    {
      name: "setting up, the company",
      who: stage.nobody,
      path: "/setup?step=company",
      beforeEach: (device) => emptied(stage, device),
      reach: async (page) => {
        await page.locator('input[name="name"]').fill("");
        await page.locator('button[value="company"]').click();
        await page.getByRole("alert").waitFor();
      },
      fault: /status of 422/,
    },
    {
      name: "setting up, the account",
      who: stage.nobody,
      path: "/setup?step=account",
      beforeEach: (device) => emptied(stage, device),
      reach: async (page) => {
        await page.locator('button[value="account"]').click();
        await page.getByRole("alert").waitFor();
      },
      fault: /status of 422/,
    },
    {
      name: "sign in, where nothing is set up",
      who: stage.nobody,
      path: "/sign-in",
      beforeEach: (device) => emptied(stage, device),
    },
  ];
};
