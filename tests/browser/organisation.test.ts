import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, patience, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product?.stop(100);
});

const at = (path: string) => `${product.origin}${path}`;

async function hrPerson(): Promise<string> {
  const row = await product.deps.db.read
    .selectFrom("role_grant")
    .select("person_id")
    .where("role", "=", "hr")
    .executeTakeFirstOrThrow();
  return row.person_id;
}

/** Opens what a button stands in, fills it and sends it. */
async function send(page: Page, intent: string, fields: Record<string, string>): Promise<void> {
  const form = page.locator(`form:has(button[value="${intent}"])`);
  if (!(await form.isVisible())) await page.locator(`details:has(button[value="${intent}"]) > summary`).click();
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`);
    if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
  await form.locator(`button[value="${intent}"]`).click();
}

/** How many people a department has, as the tree shows it. */
async function inTree(page: Page, name: string): Promise<number> {
  await page.goto(at("/admin/departments"));
  const row = page.locator(".DepartmentTree li > div", { has: page.getByRole("link", { name, exact: true }) });
  return Number.parseInt((await row.locator("[data-num]").textContent()) ?? "", 10);
}

describe("HR", () => {
  it("creates a department and moves somebody there from a day; their training follows", async () => {
    const device = await browser.open();
    const { page } = device;
    await enterAs(product, device, await hrPerson());
    await page.goto(at("/admin/departments"));
    await hydrated(page);
    await send(page, "create", { sv: "Kundtorget", en: "Customer desk", parent: "marknad" });
    await page.getByRole("heading", { level: 1, name: "Kundtorget" }).waitFor();
    await page.getByText("Klart. Det finns nu.").waitFor();

    const employee = await personOf(product.deps.db, "employee");
    const modules = async () => {
      const rows = await product.deps.db.read
        .selectFrom("assignment")
        .select(["module_id", "event", "happened_on"])
        .where("person_id", "=", employee)
        .where("happened_on", "=", "2026-11-30")
        .where("withdrawn_at", "is", null)
        .execute();
      return rows.map((row) => `${row.module_id} ${row.event}`);
    };
    expect(await modules()).toEqual([]);
    await page.goto(at("/admin/people"));
    await hydrated(page);
    await page.getByRole("searchbox").fill("leila haddad");
    await page.getByRole("button", { name: "Visa", exact: true }).click();
    await page.getByRole("link", { name: "Leila Haddad" }).click();
    await page.getByRole("heading", { level: 1, name: "Leila Haddad" }).waitFor();
    const row = await product.deps.db.read
      .selectFrom("department")
      .select("id")
      .where("name", "like", "%Kundtorget%")
      .executeTakeFirstOrThrow();
    await send(page, "move", { department: row.id, from: "2026-11-30" });
    await page.getByText("utbildningen följer med").waitFor();
    await page.getByText("Bytte avdelning till Kundtorget från 30 nov 2026").waitFor();
    // Marketing has to take these two, customer service has not.
    expect((await modules()).sort()).toEqual(["arbetsgivarvarumarket begins", "kampanj-och-markning begins"]);
  });

  it("is told beside each field, and above, what keeps somebody from being taken in; what was typed stays", async () => {
    const device = await browser.open();
    const { page } = device;
    device.expectFault(/status of 422/);
    await enterAs(product, device, await hrPerson());
    await page.goto(at("/admin/people/new"));
    await hydrated(page);
    await send(page, "create", { given: "Nora", number: "2096", manager: "Ingen Alls" });
    const summary = page.getByRole("alert");
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await summary.textContent()).toContain("Anställningsnummer: Numret tillhör redan Leila Haddad.");
    expect(await page.locator('[name="given"]').inputValue()).toBe("Nora");
    expect(await page.locator('[name="number"]').getAttribute("aria-invalid")).toBe("true");
    await summary.getByRole("link", { name: /^Efternamn/ }).click();
    expect(await page.locator('[name="family"]').evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("is offered people while a name is typed", async () => {
    const device = await browser.open();
    const { page } = device;
    await enterAs(product, device, await hrPerson());
    await page.goto(at("/admin/people/new"));
    await hydrated(page);
    await page.locator('[name="manager"]').pressSequentially("haddad");
    await expect
      .poll(() => page.locator('datalist option[value="2096"]').count(), { timeout: patience })
      .toBeGreaterThan(0);
  });
});

describe("an administrator", () => {
  it("moves a department; its people and figures move with it, and the job is looked after", async () => {
    const device = await browser.open();
    const { page } = device;
    await enterAs(product, device, await personOf(product.deps.db, "admin"));
    const butik = await inTree(page, "Butik");
    const umea = await inTree(page, "Kundservice Umeå");
    await page.getByRole("link", { name: "Kundservice Umeå", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Kundservice Umeå" }).waitFor();
    await hydrated(page);
    await send(page, "move", { parent: "butik", on: "2026-11-20" });
    await page.getByText("Flyttades till Butik från 20 nov 2026").waitFor();
    expect(await inTree(page, "Butik")).toBe(butik + umea);

    const manager = await browser.open();
    await enterAs(product, manager, await personOf(product.deps.db, "manager.butik"));
    await manager.page.goto(at("/overview"));
    const cell = manager.page.locator(".Matrix tbody th", { hasText: "Kundservice Umeå" });
    await cell.waitFor();
    expect(await cell.textContent()).toContain(String(umea));
  });

  it("merges a department, sees it finish, and finds it closed", async () => {
    const device = await browser.open();
    const { page } = device;
    await enterAs(product, device, await personOf(product.deps.db, "admin"));
    const together = (await inTree(page, "Kampanj")) + (await inTree(page, "Innehåll"));
    await page.getByRole("link", { name: "Kampanj", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Kampanj" }).waitFor();
    await hydrated(page);
    await send(page, "merge", { into: "marknad-innehall", on: "2026-11-24" });
    await page.getByText("Avdelningen slogs ihop med Innehåll från 24 nov 2026.").waitFor();
    expect(await inTree(page, "Innehåll")).toBe(together);
    await page.getByText("En avslutad avdelning").click();
    await page.getByRole("link", { name: "Kampanj", exact: true }).waitFor();
  });

  it("does all of it without script", async () => {
    const device = await browser.open({ javaScriptEnabled: false });
    const { page } = device;
    await enterAs(product, device, await personOf(product.deps.db, "admin"));
    await page.goto(at("/admin/departments/butik-umea"));
    await page.locator('details:has(button[value="rename"]) > summary').click();
    await page.locator('form:has(button[value="rename"]) [name="sv"]').fill("Butik Norr");
    await page.locator('button[value="rename"]').click();
    await page.getByRole("heading", { level: 1, name: "Butik Norr" }).waitFor();
    await page.goto(at("/admin/roles"));
    await page.getByRole("link", { name: "Avsluta för Khaled Fares" }).click();
    await page.locator('[name="last"]').fill("2026-12-31");
    await page.locator('button[value="end"]').click();
    await page.getByText("Klart. Det slutar den valda dagen.").waitFor();
  });
});
