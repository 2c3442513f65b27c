import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sv } from "#app/words/areas/imports-sv";
import { personOf } from "#tests/support/people";
import { demonstrationDay, type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, patience, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
const folder = mkdtempSync(join(tmpdir(), "repris-people-"));
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product?.stop(100);
  rmSync(folder, { recursive: true, force: true });
});

const joiners = 30;
const heading = "Anställningsnummer;Namn;Avdelning;Befattning;Anställd från;Arbetsplats";
const lines = (extra: readonly string[]) => `${[heading, ...extra].join("\r\n")}\r\n`;

/** People who are new, one in a department that nobody knows, one who moves, and rows that cannot be taken. */
async function fileOfPeople(): Promise<string> {
  const { db } = product.deps;
  const moving = await db.read
    .selectFrom("person")
    .innerJoin("membership", "membership.person_id", "person.id")
    .innerJoin("employment", "employment.person_id", "person.id")
    .select(["employee_number", "given_name", "family_name"])
    .where("membership.to_on", "is", null)
    .where("employment.to_on", "is", null)
    .where("membership.department_id", "=", "kundservice")
    .orderBy("person.id")
    .executeTakeFirstOrThrow();
  const site = await db.read.selectFrom("site").select("name").orderBy("id").executeTakeFirstOrThrow();
  const newcomers = Array.from(
    { length: joiners },
    (_, place) =>
      `${88_000 + place};Nykomling Åsberg${place};${place === 0 ? "Pop-up Norr" : "Butik"};Säljare;2014-05-06;${site.name}`,
  );
  return lines([
    ...newcomers,
    `${moving.employee_number};${moving.given_name} ${moving.family_name};Butik;Säljare;;`,
    `88900;Ingen Dag;Butik;Säljare;2026-02-31;${site.name}`,
    `88901;Den Ena;Butik;Säljare;;${site.name}`,
    `88901;Den Andra;Butik;Säljare;;${site.name}`,
  ]);
}

describe("people from a file", () => {
  it("come in seen before anything is done, are asked from their first day, and are taken back as a whole", async () => {
    const { db } = product.deps;
    const standings = () =>
      db.read.selectFrom("standing").select(["person_id", "module_id", "state", "due_on"]).execute();
    const before = await standings();
    const file = join(folder, "medarbetare.csv");
    // As a spreadsheet of older days writes it.
    writeFileSync(file, Buffer.from(await fileOfPeople(), "latin1"));

    const { page, context } = await browser.open({ locale: "sv-SE", acceptDownloads: true });
    await enterAs(product, { context } as never, await personOf(db, "admin"));
    await page.goto(`${product.origin}/admin/imports/people`);
    await hydrated(page);
    await page.locator('input[name="file"]').setInputFiles(file);
    await page.getByRole("button", { name: sv.upload.send }).click();
    await page.waitForURL(/\/admin\/imports\/people\/\w{26}/);
    await page.getByRole("heading", { name: sv.mapping.title }).waitFor({ timeout: patience });
    // The columns were guessed from their headings.
    const chosen = await page
      .locator('select[name^="column."]')
      .evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value));
    expect(chosen).toEqual(["number", "fullName", "department", "title", "employedFrom", "site"]);
    await page.locator('input[name="from"]').fill(demonstrationDay);
    await page.getByRole("button", { name: sv.mapping.submit }).click();

    // A name that nobody knows is asked about.
    await page.getByRole("heading", { name: sv.places.title }).waitFor({ timeout: patience });
    expect(await page.locator("#main").textContent()).toContain("Pop-up Norr");
    await page.getByRole("button", { name: sv.places.submit }).click();
    await page.getByRole("button", { name: sv.confirm.button }).waitFor({ timeout: patience });
    const said = (await page.locator("#main").textContent()) ?? "";
    expect(said).toContain(sv.sentence.joins(String(joiners), false));
    expect(said).toContain(sv.sentence.moves("1", true));
    expect(said).toContain(sv.sentence.leftOut("3", false));
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: sv.rowsList.download }).click(),
    ]);
    const stream = await download.createReadStream();
    let leftOut = "";
    for await (const piece of stream) leftOut += piece;
    expect(leftOut).toContain(sv.problems["no-such-day"]);
    expect(leftOut).toContain(sv.problems["number-twice"]);
    // Nothing has happened yet.
    expect(await standings()).toEqual(before);

    await page.getByRole("button", { name: sv.confirm.button }).click();
    await page.getByText(sv.applied.title).waitFor({ timeout: patience });
    const newcomers = await db.read
      .selectFrom("standing")
      .innerJoin("person", "person.id", "standing.person_id")
      .select(["state", "due_on", "standing.person_id"])
      .where("employee_number", "like", "880%")
      .execute();
    expect(new Set(newcomers.map((row) => row.person_id)).size).toBe(joiners);
    // Employed for twelve years, and late with nothing.
    expect(new Set(newcomers.map((row) => row.state))).toEqual(new Set(["assigned"]));

    await page.getByRole("link", { name: sv.undo.link }).click();
    await page.getByRole("heading", { name: sv.undo.title }).waitFor();
    expect(await page.locator("#main").textContent()).toContain(sv.undo.effects.leave(String(joiners), false));
    expect(await page.locator("#main").textContent()).toContain(sv.undo.effects.move("1", true));
    await page.locator('textarea[name="why"]').fill("Fel fil.");
    await page.getByRole("button", { name: sv.undo.button }).click();
    await page.getByText(sv.undo.done).waitFor({ timeout: patience });
    const required = (rows: Awaited<ReturnType<typeof standings>>) =>
      rows.filter((row) => row.state !== "not-required").map((row) => JSON.stringify(row));
    expect(required(await standings()).sort()).toEqual(required(before).sort());
  }, 300_000);
});
