import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const pages = ["/insights", "/insights/svara-kunder"];

describe("insights", () => {
  it("are there for a trainer and an auditor, with a way to them", async () => {
    for (const account of ["trainer", "auditor"]) {
      const visitor = await signedIn(account);
      expect(await (await visitor.get("/")).text()).toContain('href="/insights"');
      for (const page of pages) {
        const response = await visitor.get(page);
        expect([response.status, account, page]).toEqual([200, account, page]);
        const html = await response.text();
        expect(html).not.toMatch(/<[^>]+ style=/);
        expect(html).toContain('role="img"');
      }
    }
  });

  it.each(["employee", "manager", "admin"])("are closed to %s", async (account) => {
    const visitor = await signedIn(account);
    for (const page of pages) expect((await visitor.get(page)).status, page).toBe(403);
    expect(await (await visitor.get("/")).text()).not.toContain('href="/insights"');
  });

  it("ask whoever is not signed in to do so, and know no module of another name", async () => {
    for (const page of pages) {
      const response = await new Visitor(product.origin).get(page);
      expect([response.status, response.headers.get("location")]).toEqual([302, expect.stringContaining("/sign-in")]);
    }
    expect((await (await signedIn("auditor")).get("/insights/nothing")).status).toBe(404);
  });

  it("show the twelve months that end with this one, with every month in its place", async () => {
    const html = await (await (await signedIn("trainer")).get("/insights/svara-kunder")).text();
    const charts = [...html.matchAll(/<figure class="InsightChart MonthChart">([\s\S]*?)<\/figure>/g)].map(
      ([, chart = ""]) => chart,
    );
    expect(charts.length).toBeGreaterThan(1);
    for (const chart of charts) {
      const axis = [...chart.matchAll(/<text[^>]*text-anchor="middle">([^<]+)</g)].map(([, month]) => month);
      expect(axis).toEqual("Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov".split(" "));
      const places = [...chart.matchAll(/<circle[^>]* cx="([^"]+)"/g)].map(([, x]) => Number(x));
      expect(places.length).toBeGreaterThan(0);
      for (const x of places) expect(x > 34 && x < 470, String(x)).toBe(true);
      const [, label = ""] = /aria-label="([^"]+)"/.exec(chart) ?? [];
      expect(label).not.toContain("November 2025");
    }
  });

  it("show the demonstration's questions from its own answers, and lead only a trainer to the studio", async () => {
    const trainer = await signedIn("trainer");
    const html = await (await trainer.get("/insights?of=module:svara-kunder")).text();
    expect(html).toContain("/insights/svara-kunder#question-");
    expect(html).toContain("/studio/svara-kunder");
    const auditor = await signedIn("auditor");
    for (const page of ["/insights?of=module:svara-kunder", "/insights/svara-kunder"]) {
      const [main = ""] = /<main[\s\S]*<\/main>/.exec(await (await auditor.get(page)).text()) ?? [];
      expect(main).not.toBe("");
      expect(main).not.toContain("/studio");
    }
  });

  it("are brought up to date by what goes on by itself", async () => {
    const { db } = product.deps;
    const { attempt_id: last } = await db.read.selectFrom("insight_progress").selectAll().executeTakeFirstOrThrow();
    expect(last).not.toBe("");
    const template = await db.read.selectFrom("attempt").selectAll().where("id", "=", last).executeTakeFirstOrThrow();
    const answers = await db.read.selectFrom("answer").selectAll().where("attempt_id", "=", last).execute();
    const at = product.clock.now().toISOString();
    await db.write
      .insertInto("attempt")
      .values({ ...template, id: "one-more", finished_at: at })
      .execute();
    await db.write
      .insertInto("answer")
      .values(answers.map((answer) => ({ ...answer, attempt_id: "one-more" })))
      .execute();
    const answersOf = async () =>
      (
        await db.read
          .selectFrom("item_count")
          .select((eb) => eb.fn.sum<number>("answers").as("answers"))
          .where("module_id", "=", template.module_id)
          .where("month", "=", "")
          .executeTakeFirstOrThrow()
      ).answers;
    const before = await answersOf();
    product.clock.set(new Date(product.clock.now().getTime() + 120_000).toISOString());
    await product.runner.round();
    expect(await answersOf()).toBe(before + (JSON.parse(template.asked) as unknown[]).length);
  });
});
