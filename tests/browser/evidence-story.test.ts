import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sv } from "#app/words/areas/evidence-sv";
import { sv as history } from "#app/words/areas/history-sv";
import { sv as imports } from "#app/words/areas/imports-sv";
import { sv as words } from "#app/words/sv";
import { jpeg } from "#tests/support/documents";
import { personOf, standingOf } from "#tests/support/people";
import { demonstrationDay, type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, patience, type WatchedPage, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
const moduleId = "krislage";
const lost = /Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|FAILED)/;

let product: Product;
let learner: { readonly id: string; readonly name: string };
let hr: string;
let title: string;
const folder = mkdtempSync(join(tmpdir(), "repris-evidence-"));
const photo = join(folder, "intyg.jpg");
const page = join(folder, "intyg.pdf");

beforeAll(async () => {
  product = await startProduct();
  writeFileSync(photo, jpeg());
  writeFileSync(page, "<!doctype html><script>alert(1)</script>");
  const { db } = product.deps;
  await db.write.updateTable("person").set({ language: "sv" }).execute();
  const row = await db.read
    .selectFrom("standing")
    .innerJoin("person", "person.id", "standing.person_id")
    .leftJoin("credential", "credential.person_id", "person.id")
    .select(["person.id", "given_name", "family_name"])
    .where("module_id", "=", moduleId)
    .where("state", "in", ["refresher-open", "refresher-overdue", "lapsed", "assigned", "overdue"])
    .where("standing.voluntary", "=", 0)
    .where("credential.person_id", "is", null)
    .orderBy("person.id")
    .executeTakeFirstOrThrow();
  learner = { id: row.id, name: `${row.given_name} ${row.family_name}` };
  const module = await db.read
    .selectFrom("module")
    .select("title")
    .where("id", "=", moduleId)
    .executeTakeFirstOrThrow();
  title = (JSON.parse(module.title) as { sv: string }).sv;
  hr = await personOf(db, "trainer2");
  await db.write
    .insertInto("role_grant")
    .values({
      id: "01J00000000000000000000HR0",
      person_id: hr,
      role: "hr",
      department_id: null,
      course_id: null,
      deputy: 0,
      from_on: "2026-01-01",
      to_on: null,
      recorded_at: "2026-01-01T08:00:00.000Z",
      recorded_by: null,
    })
    .execute();
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

describe("a certificate from elsewhere", () => {
  it("is sent by phone, approved by the manager, and both see the new day and the reason", async () => {
    const before = await standingOf(product.deps.db, learner.id, moduleId, demonstrationDay);
    expect(before.validUntil ?? "").not.toBe("2028-05-02");
    const phone = await openAs(learner.id, `/modules/${moduleId}/evidence`, true);
    // What was wrong is said, and what was typed is kept, the file too.
    phone.expectFault(/status of 422/);
    await phone.page.getByLabel(sv.fields.issuer).fill("Myndigheten för beredskap");
    await phone.page.locator('input[name="number"]').fill("K-2026-118");
    await phone.page.locator('input[name="completedOn"]').fill("2026-11-20");
    await phone.page.locator('input[name="expiresOn"]').fill("2026-11-01");
    await phone.page.locator('input[name="file"]').setInputFiles(photo);
    await phone.page.getByRole("button", { name: sv.send.submit }).click();
    await phone.page.getByRole("alert").waitFor();
    await expect.poll(() => phone.page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
    expect(await phone.page.getByRole("alert").textContent()).toContain(sv.problems.expiresOn["before-completed"]);
    expect(await phone.page.getByText(sv.fields.kept("intyg.jpg")).count()).toBe(1);
    expect(await phone.page.locator('input[name="number"]').inputValue()).toBe("K-2026-118");
    // Without a network nothing is lost either.
    phone.expectFault(lost);
    await phone.page.locator('input[name="expiresOn"]').fill("2027-03-31");
    await phone.context.setOffline(true);
    await phone.page.getByRole("button", { name: sv.send.submit }).click();
    await phone.page.getByText(sv.problems.notSent.title).waitFor();
    await phone.context.setOffline(false);
    await phone.page.getByRole("button", { name: sv.send.submit }).click();
    await phone.page.waitForURL(/\/evidence\?done=sent/);
    await phone.page.getByText(sv.own.received.title).waitFor();
    await phone.page.goto(at("/"));
    await phone.page.locator("#evidence").getByText(words.home.evidence.title, { exact: true }).waitFor();

    const manager = await openAs(await personOf(product.deps.db, "manager"), "/overview");
    await manager.page.getByRole("link", { name: words.overview.evidence(1) }).click();
    await manager.page.getByRole("link", { name: learner.name }).click();
    await manager.page.getByRole("heading", { level: 1, name: title }).waitFor();
    const [download] = await Promise.all([
      manager.page.waitForEvent("download"),
      manager.page.getByRole("link", { name: /intyg\.jpg/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("intyg.jpg");
    expect(await manager.page.locator(".Effect").textContent()).toMatch(/2027/);
    // Another window has the same page open.
    const late = await manager.context.newPage();
    await late.goto(manager.page.url());
    await hydrated(late);
    await manager.page.getByRole("button", { name: sv.one.approve, exact: true }).click();
    await manager.page.getByText(sv.one.done.approved.text).waitFor();
    const approveLate = late.getByRole("button", { name: sv.one.approve, exact: true });
    await approveLate.click();
    await late.getByText(sv.one.tooLate.title).waitFor();
    await approveLate.waitFor({ state: "detached" });
    await late.close();
    await manager.page.goto(at(`/people/${learner.id}`));
    expect(await manager.page.locator("#main").textContent()).toMatch(
      /utfärdat beviset låter det gälla till 31 mars 2027/,
    );

    const after = await standingOf(product.deps.db, learner.id, moduleId, demonstrationDay);
    expect(after).toMatchObject({ state: "current", validUntil: "2027-03-31" });
    await phone.page.goto(at("/"));
    await hydrated(phone.page);
    expect(await phone.page.locator("#main").textContent()).toMatch(
      /utfärdat beviset låter det gälla till 31 mars 2027/,
    );
    await phone.page.goto(at("/notices"));
    expect(await phone.page.locator("#main").textContent()).toContain(title);
  }, 300_000);

  it("is refused for what it is, not for what it is called", async () => {
    const sender = await openAs(learner.id, `/modules/${moduleId}/evidence`);
    sender.expectFault(/status of 422/);
    await sender.page.getByLabel(sv.fields.issuer).fill("Röda Korset");
    await sender.page.locator('input[name="completedOn"]').fill("2026-11-20");
    await sender.page.locator('input[name="file"]').setInputFiles(page);
    await sender.page.getByRole("button", { name: sv.send.submit }).click();
    await sender.page.getByRole("alert").waitFor();
    expect(await sender.page.getByRole("alert").textContent()).toContain(sv.problems.file.unknown);
  });

  it("is withdrawn when its approval was wrong, with the reason for whoever it is about", async () => {
    const row = await product.deps.db.read
      .selectFrom("external_evidence")
      .select("id")
      .where("state", "=", "approved")
      .executeTakeFirstOrThrow();
    const decider = await openAs(hr, `/evidence/${row.id}`);
    await decider.page.getByText(sv.one.withdrawTitle).click();
    await decider.page.locator('textarea[name="why"]').fill("Kursen gällde något annat.");
    await decider.page.getByRole("button", { name: sv.one.withdraw }).click();
    await decider.page.getByText(sv.one.done.withdrawn.text).waitFor();
    const person = await openAs(learner.id, `/evidence/${row.id}`);
    expect(await person.page.locator("#main").textContent()).toContain("Kursen gällde något annat.");
    const after = await standingOf(product.deps.db, learner.id, moduleId, demonstrationDay);
    expect(after.validUntil).not.toBe("2027-03-31");
  });
});

describe("history from the old system", () => {
  it("is brought by HR: five hundred rows, with names that nobody knew, and all of it taken back", async () => {
    const { db } = product.deps;
    const before = await db.read.selectFrom("standing").select(["person_id", "module_id", "state"]).execute();
    const people = await db.read.selectFrom("person").select("employee_number").orderBy("id").limit(249).execute();
    const lines = people.flatMap(({ employee_number: number }, place) => [
      `${number};Krisberedskap bas;2026-0${1 + (place % 9)}-14;0,9;`,
      `${number};Truckkort;2025-03-14;;`,
    ]);
    // What was completed here on the same day is known already, and not brought in again.
    const own = await db.read
      .selectFrom("completion")
      .innerJoin("person", "person.id", "completion.person_id")
      .select(["employee_number", "completed_on"])
      .where("module_id", "=", moduleId)
      .execute();
    const done = new Set(own.map((row) => `${row.employee_number} ${row.completed_on}`));
    const fresh = people.filter(
      ({ employee_number: number }, place) => !done.has(`${number} 2026-0${1 + (place % 9)}-14`),
    ).length;
    expect(fresh).toBeGreaterThan(240);
    const file = join(folder, "historik.csv");
    const text = [
      "Anställningsnr;Kurs;Genomförd;Resultat;Gäller till",
      ...lines,
      "999999;Truckkort;2025-03-14;;",
      `${people[0]?.employee_number};Krisberedskap bas;2026-02-31;;`,
    ];
    writeFileSync(file, `${text.join("\r\n")}\r\n`);

    const { page: shown } = await openAs(hr, "/admin/imports/history");
    await shown.locator('input[name="file"]').setInputFiles(file);
    await shown.getByRole("button", { name: history.upload.send }).click();
    await shown.waitForURL(/\/admin\/imports\/history\/\w{26}/);
    await shown.getByRole("button", { name: history.mapping.submit }).click({ timeout: patience });
    // Names that mean nothing here are asked for.
    await shown.getByRole("heading", { name: history.names.title }).waitFor();
    await shown.getByLabel("Krisberedskap bas").selectOption(moduleId);
    await shown.getByLabel("Truckkort").selectOption("-");
    await shown.getByRole("button", { name: history.names.submit }).click();
    await shown.getByRole("button", { name: history.confirm.button }).waitFor();
    const said = (await shown.locator("#main").textContent()) ?? "";
    expect(said).toContain(history.dayOne.title);
    expect(said).toContain("999999");
    await shown.getByRole("button", { name: history.confirm.button }).click();
    await shown.getByRole("button", { name: history.undo.weigh }).waitFor();
    const recorded = await db.read
      .selectFrom("completion")
      .select((eb) => eb.fn.countAll().as("n"))
      .where("import_id", "is not", null)
      .executeTakeFirstOrThrow();
    expect(Number(recorded.n)).toBe(fresh);
    await shown.getByRole("button", { name: history.undo.weigh }).click();
    await shown.locator('textarea[name="why"]').fill("Fel fil.");
    await shown.getByRole("button", { name: history.undo.button }).click();
    await shown.getByText(history.undo.done).waitFor();
    expect(await db.read.selectFrom("standing").select(["person_id", "module_id", "state"]).execute()).toEqual(before);
    await shown.goto(at("/admin/imports"));
    expect(await shown.locator("#main").textContent()).toContain(imports.states["taken-back"]);
  }, 300_000);
});
