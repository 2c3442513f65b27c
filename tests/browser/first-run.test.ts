/** From an empty database to a company with people and a requirement, by the address that `npm start` prints. */
import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { afterEach, expect, it } from "vitest";
import { sv as access } from "#app/words/areas/access-sv";
import { sv as setup } from "#app/words/areas/setup-sv";
import { connect } from "#db/connect";
import { temporaryFolder } from "#tests/support/database";
import { freePort } from "#tests/support/product";
import { hydrated, patience, type WatchedPage, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
const started: ChildProcess[] = [];

afterEach(async () => {
  // The pages before the product: one that is still loading must not find it gone.
  await browser.closeAll();
  for (const child of started.splice(0)) {
    const closed = new Promise((done) => child.once("close", done));
    child.kill("SIGTERM");
    await closed;
  }
});

/** Starts the product as an operator does; gives the address that it prints, and all that it says. */
async function start(): Promise<{ origin: string; address: string; database: string; said: () => string }> {
  const database = join(temporaryFolder(), "repris.db");
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", "app/commands/start.ts"], {
    cwd: resolve("."),
    env: { ...process.env, NODE_ENV: "production", DATABASE: database, PORT: String(port), LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const address = () => /http:\/\/\S+\/setup\?key=\S+/.exec(said)?.[0] ?? null;
  await expect.poll(address, { timeout: 3 * patience }).not.toBeNull();
  return { origin: `http://127.0.0.1:${port}`, address: address() ?? "", database, said: () => said };
}

async function account(page: WatchedPage["page"]): Promise<void> {
  await hydrated(page);
  await page.getByLabel(setup.account.name, { exact: true }).fill("Anna Alm");
  await page.getByLabel(setup.account.email).fill("anna@bageriet.example");
  await page.getByLabel(setup.account.password, { exact: true }).fill("en lång hemlighet");
  await page.getByLabel(setup.account.again).fill("en lång hemlighet");
  await page.getByRole("button", { name: setup.account.submit }).click();
  await page.waitForURL("**/admin/first-run/people");
  await hydrated(page);
}

/** What the checklist says of each thing. */
async function checklist(page: WatchedPage["page"]): Promise<string[]> {
  const rows = page.locator(".Checklist > li");
  await rows.first().waitFor({ state: "attached" });
  return await rows.evaluateAll((all) =>
    all.map((row) => `${row.querySelector("a")?.textContent}: ${row.querySelector(".Status")?.textContent}`),
  );
}

it("leads an administrator to a company with three people and a requirement", async () => {
  const { address, database, origin, said } = await start();
  const opened = await browser.open({ locale: "sv-SE" });
  const { context, page } = opened;
  await page.goto(`${origin}/`);
  await page.getByText(access.empty.title).waitFor();
  opened.expectFault(/status of 404/);
  expect((await page.goto(`${origin}/setup`))?.status()).toBe(404);

  await page.goto(address);
  await hydrated(page);
  expect(page.url()).toBe(`${origin}/setup`);
  opened.expectFault(/status of 422/);
  await page.getByRole("button", { name: setup.save }).click();
  await page.getByText(setup.company.nameMissing).waitFor();
  await page.getByLabel(setup.company.name).fill("Bageriet AB");
  await page.getByRole("button", { name: setup.save }).click();
  await page.getByRole("heading", { name: setup.account.title }).waitFor();
  await account(page);
  expect((await context.cookies()).map((cookie) => cookie.name)).not.toContain("repris_setup");

  const people = [
    ["Bo Berg", "101", "", "Bageri"],
    ["Cia Ek", "102", "cia@bageriet.example", "bageri"],
    ["Dan Falk", "103", "", "Kafé"],
  ] as const;
  for (const [place, row] of people.entries()) {
    for (const [column, name] of (["name", "number", "email", "department"] as const).entries()) {
      await page
        .locator(`input[name="${name}"]`)
        .nth(place)
        .fill(row[column] ?? "");
    }
  }
  await page.getByRole("button", { name: setup.save }).click();
  await page.waitForURL("**/admin/first-run/course");
  await hydrated(page);
  for (const box of await page.locator('input[name="module"]').all()) await box.uncheck();
  await page.getByLabel(/När det blåser/).check();
  await page.getByRole("button", { name: setup.course.next }).click();
  await page.waitForURL("**/admin/first-run/requirement?module=krislage");
  await hydrated(page);
  await page.getByRole("button", { name: setup.requirement.submit }).click();
  await page.waitForURL("**/admin?ready");
  await page.getByText(setup.checklist.ready).waitFor();

  const db = connect(database);
  try {
    const assigned = () =>
      db.read
        .selectFrom("standing")
        .innerJoin("person", "person.id", "standing.person_id")
        .select(["employee_number", "module_id", "state"])
        .where("state", "!=", "not-required")
        .orderBy("employee_number")
        .execute();
    await expect
      .poll(assigned, { timeout: patience })
      .toEqual(
        ["101", "102", "103"].map((number) => ({ employee_number: number, module_id: "krislage", state: "assigned" })),
      );
  } finally {
    await db.close();
  }
  await page.reload();
  const { done, toDo, steps } = setup.checklist;
  expect(await checklist(page)).toEqual([
    `${steps.company.title}: ${done}`,
    `${steps.people.title}: ${done}`,
    `${steps.course.title}: ${done}`,
    `${steps.requirement.title}: ${done}`,
    `${steps.access.title}: ${toDo}`,
  ]);
  // The key is of no use any more, and was never in the log.
  await context.clearCookies();
  await page.goto(address);
  await page.waitForURL("**/sign-in");
  const log = said()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  expect(log.length).toBeGreaterThan(5);
  expect(log.join("\n")).not.toContain(new URL(address).searchParams.get("key"));
});

it("lets every step be skipped and found again", async () => {
  const { address, origin } = await start();
  const { page } = await browser.open({ locale: "sv-SE" });
  await page.goto(address);
  await hydrated(page);
  await page.getByRole("button", { name: setup.skip }).click();
  await page.getByRole("heading", { name: setup.account.title }).waitFor();
  // The account can wait too: the address works until then.
  await page.goto(address);
  await hydrated(page);
  await page.getByRole("button", { name: setup.skip }).click();
  await account(page);
  for (const path of ["/admin/first-run/course", "/admin/first-run/requirement", "/admin?ready"]) {
    await page.getByRole("link", { name: setup.skip }).click();
    await page.waitForURL(`${origin}${path}`);
    await hydrated(page);
  }
  const { done, steps, toDo } = setup.checklist;
  expect(await checklist(page)).toEqual([
    `${steps.company.title}: ${toDo}`,
    `${steps.people.title}: ${toDo}`,
    `${steps.course.title}: ${done}`,
    `${steps.requirement.title}: ${toDo}`,
    `${steps.access.title}: ${toDo}`,
  ]);
  // Found again.
  await page.locator(".Checklist").getByRole("link", { name: steps.company.title }).click();
  await page.getByLabel(setup.company.name).fill("Bageriet AB");
  await page.getByRole("button", { name: setup.company.submit, exact: true }).click();
  await page.waitForURL(`${origin}/admin`);
  expect((await checklist(page))[0]).toBe(`${steps.company.title}: ${done}`);
  await page.locator(".Checklist").getByRole("link", { name: steps.requirement.title }).click();
  await page.getByRole("link", { name: setup.requirement.toCourse }).waitFor();
});
