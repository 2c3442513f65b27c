import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { peopleWith, personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

let product: Product;

beforeAll(async () => {
  product = await startProduct();
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

async function signedIn(account: string): Promise<Visitor> {
  const visitor = new Visitor(product.origin);
  await visitor.signIn(account);
  return visitor;
}

/** The heading and the title of a page, and whether it is Swedish. */
async function page(visitor: Visitor, path: string) {
  const response = await visitor.get(path);
  const html = await response.text();
  const inside = (pattern: RegExp) => pattern.exec(html)?.[1]?.replace(/<[^>]+>/g, "") ?? "";
  return {
    status: response.status,
    title: inside(/<title>(.*?)<\/title>/),
    heading: inside(/<h1[^>]*>(.*?)<\/h1>/s),
    language: inside(/<html lang="(\w+)"/),
    html,
  };
}

describe("the overview", () => {
  it("is the company's for who leads it, and the department's for who leads that", async () => {
    const company = await page(await signedIn("manager"), "/overview");
    expect(company).toMatchObject({ status: 200, heading: "Läget", title: "Läget · Fjällnäs Friluft AB · Repris" });
    expect(company.html).toContain("Kundservice");
    const butik = await page(await signedIn("manager.butik"), "/overview");
    expect(butik).toMatchObject({ status: 200, title: "Läget · Butik · Repris" });
    expect(butik.html).not.toContain("Kundservice");
  });

  it.each(["employee", "trainer", "admin"])("is closed to %s, on a page in their language", async (account) => {
    const refused = await page(await signedIn(account), "/overview");
    expect(refused.status).toBe(403);
    expect(refused.heading).not.toBe("");
    expect(refused.html).toContain('href="/"');
  });

  it("is open to the auditor", async () => {
    expect((await page(await signedIn("auditor"), "/overview")).status).toBe(200);
  });

  it("sends whoever is not signed in to sign in, and back", async () => {
    const response = await new Visitor(product.origin).get("/overview?state=overdue");
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent("/overview?state=overdue")}`);
  });

  it.each([
    ["/overview?scope=kundservice", 403],
    ["/overview?department=kundservice", 403],
    ["/overview?scope=nowhere", 404],
    ["/overview?module=nothing", 404],
    ["/overview?scope=butik-umea&sort=person&order=descending&page=99999", 200],
    ["/overview?state=everything&sort=size&page=-3&q=%25%27%22", 200],
  ])("answers what is foreign, unknown or malformed: %s", async (path, status) => {
    expect((await page(await signedIn("manager.butik"), path)).status).toBe(status);
  });
});

describe("a person's page", () => {
  it("opens for their manager, is closed to others, and is noted", async () => {
    const { db } = product.deps;
    const employee = await personOf(db, "employee");
    const path = `/people/${employee}`;
    const shown = await page(await signedIn("manager"), path);
    expect(shown.status).toBe(200);
    expect(shown.title).toBe(`${shown.heading} · Repris`);
    for (const account of ["manager.butik", "trainer", "admin"]) {
      expect((await page(await signedIn(account), path)).status).toBe(403);
    }
    const seen = await db.read
      .selectFrom("audit_event")
      .select(["actor_id", "detail"])
      .where("action", "=", "read-person")
      .where("subject_id", "=", employee)
      .execute();
    expect(seen).toEqual([{ actor_id: await personOf(db, "manager"), detail: "{}" }]);
  });

  it.each(["/people/nobody", "/people/01J00000000000000000000000"])("is not there: %s", async (path) => {
    const visitor = await signedIn("manager");
    expect((await page(visitor, path)).status).toBe(404);
  });

  it("tells in the reader's language, and nothing of how well somebody did", async () => {
    const { db } = product.deps;
    const [personId = ""] = await peopleWith(db, "svara-kunder", "current");
    const auditor = await signedIn("auditor");
    await auditor.post("/settings/language", { language: "en" });
    const shown = await page(auditor, `/people/${personId}`);
    expect(shown).toMatchObject({ status: 200, language: "en" });
    expect(shown.html).toContain("Module by module");
    const rows = await db.read
      .selectFrom("completion")
      .select("score")
      .where("person_id", "=", personId)
      .where("score", "is not", null)
      .execute();
    const scores = rows.map(({ score }) => String(score)).filter((score) => score.length > 3);
    for (const score of scores) expect(shown.html).not.toContain(score);
    expect(shown.html).not.toMatch(/weak-score|answer_key|furthest|"every":"P/);
  });
});
