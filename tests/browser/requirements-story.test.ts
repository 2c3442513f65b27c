/** HR writes a rule by keyboard, tries it, saves it, sees it take effect, and ends it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { tick } from "#app/ledger/tick";
import { personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, patience, watchedBrowser } from "#tests/support/watched-browser";

let product: Product;
const browser = watchedBrowser();

beforeAll(async () => {
  product = await startProduct();
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

const moduleId = "kampanj-och-markning";

/** Somebody in a shop who works there for good, and does not have the module. */
async function somebodyInAShop(): Promise<string> {
  const { db } = product.deps;
  const row = await db.read
    .selectFrom("membership")
    .innerJoin("employment", "employment.person_id", "membership.person_id")
    .leftJoin("credential", "credential.person_id", "membership.person_id")
    .select("membership.person_id")
    .where("membership.department_id", "=", "butik-umea")
    .where("membership.to_on", "is", null)
    .where("employment.kind", "=", "employee")
    .where("employment.to_on", "is", null)
    .where("employment.from_on", "<", "2026-06-01")
    .where("credential.person_id", "is", null)
    .where("membership.person_id", "not in", (eb) =>
      eb.selectFrom("standing").select("person_id").where("module_id", "=", moduleId),
    )
    .where("membership.person_id", "not in", (eb) => eb.selectFrom("absence").select("person_id"))
    .orderBy("membership.person_id")
    .executeTakeFirstOrThrow();
  return row.person_id;
}

it("a rule is written by keyboard, tried, saved, followed, and ended", async () => {
  const { db } = product.deps;
  const person = await somebodyInAShop();
  const hr = await personOf(db, "trainer2");
  const at = product.clock.now().toISOString();
  const grant = { id: "01J0000000000000000000HR00", person_id: hr, role: "hr" as const, department_id: null };
  await db.write
    .insertInto("role_grant")
    .values({
      ...grant,
      course_id: null,
      deputy: 0,
      from_on: "2026-01-01",
      to_on: null,
      recorded_at: at,
      recorded_by: null,
    })
    .execute();
  const desk = await browser.open();
  await enterAs(product, desk, hr);
  const { page } = desk;
  const { keyboard } = page;

  /** Goes on by the Tab key to what a test knows by its name. */
  const tabTo = async (selector: string) => {
    const target = page.locator(selector).first();
    await target.waitFor();
    for (let presses = 0; presses < 120; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`The Tab key does not come to ${selector}`);
  };
  const pressEnter = async (selector: string) => {
    await tabTo(selector);
    await keyboard.press("Enter");
  };
  /** Chooses in a list that has the focus by typing what stands there. */
  const choose = async (selector: string, typed: string, value: string) => {
    await tabTo(selector);
    await keyboard.type(typed);
    await expect.poll(() => page.locator(selector).inputValue(), { timeout: patience }).toBe(value);
  };
  const focused = (id: string) =>
    expect.poll(() => page.evaluate(() => document.activeElement?.id), { timeout: patience }).toBe(id);

  await page.goto(`${product.origin}/admin/requirements`);
  await hydrated(page);
  await pressEnter('a[href="/admin/requirements/new"]');
  await page.waitForURL("**/admin/requirements/new");
  await hydrated(page);
  await choose('select[name="module"]', "Kampanj", moduleId);
  await choose('select[name="add:r"]', "avd", "department");
  await pressEnter('button[value="condition r"]');
  await focused("r.0");
  await choose('select[name="pick:r.0"]', "Butik", "butik");
  await pressEnter('button[value="value r.0"]');
  await page.getByRole("button", { name: "Ta bort Butik" }).waitFor();
  await focused("r.0");
  await choose('select[name="add:r"]', "anställningsf", "employment");
  await pressEnter('button[value="condition r"]');
  await focused("r.1");
  await choose('select[name="not:r.1"]', "stämmer i", "yes");
  await tabTo('input[name="value:r.1"][value="temporary"]');
  await keyboard.press("Space");
  await pressEnter('button.Button[value="try"]');
  await focused("trial");
  await page.getByText("Kravet gäller alla i Butik med det som ligger under, utom tillfälligt anställda.").waitFor();
  const trial = ((await page.locator(".Trial .Summary").textContent()) ?? "").trim();
  expect(trial).toMatch(/^\d+ personer får modulen, ungefär \d+ timmar sammanlagt\./);
  expect(trial).toContain("Inga datum kommer tidigare, ingen blir försenad.");
  const asked = Number(/^(\d+) personer/.exec(trial)?.[1]);

  // Saved: the page shows how far it has come, until it is there.
  await pressEnter('button.Button[value="save"]');
  await page.waitForURL(/requirements\/[0-9A-Z]{26}\?done=saved/);
  await page.getByText("Kravet är sparat.").waitFor();
  await page.getByText("Kravet får genomslag").waitFor({ state: "detached", timeout: 60_000 });
  const newly = await db.read
    .selectFrom("standing")
    .select("person_id")
    .where("module_id", "=", moduleId)
    .where("voluntary", "=", 0)
    .where("since_on", "=", "2026-11-24")
    .execute();
  expect(newly).toHaveLength(asked);

  // Whom it asks finds it among their own.
  const learner = await browser.open();
  await enterAs(product, learner, person);
  await learner.page.goto(product.origin);
  await learner.page.locator(`a[href^="/modules/${moduleId}"]`).first().waitFor();

  // And the overview counts it.
  const due = await db.read
    .selectFrom("standing_count")
    .select(["assigned", "on_leave", "exempt"])
    .where("department_id", "=", "butik")
    .where("module_id", "=", moduleId)
    .where("counted_on", "<=", "2026-11-24")
    .orderBy("counted_on", "desc")
    .executeTakeFirstOrThrow();
  expect(due.assigned + due.on_leave + due.exempt).toBe(asked);

  // Ended, after seeing what that does.
  await page.bringToFront();
  await pressEnter('button.Button[value="try-end"]');
  await focused("trial");
  expect(await page.locator(".Trial .Summary").textContent()).toMatch(/\d+ personer slipper modulen/);
  await pressEnter('button.Button[value="end"]');
  await page.waitForURL(/done=ended/);
  await page.getByText("Kravet får genomslag").waitFor({ state: "detached", timeout: 60_000 });
  product.clock.passDays(1);
  await tick(db, product.clock.now());
  await learner.page.goto(product.origin);
  await hydrated(learner.page);
  expect(await learner.page.locator(`a[href^="/modules/${moduleId}"]`).count()).toBe(0);
}, 300_000);
