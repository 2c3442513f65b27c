import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

const address = "/studio/courses/sociala-medier-i-arbetet";
let product: Product;

beforeAll(async () => {
  product = await startProduct();
  const { db } = product.deps;
  const person = await personOf(db, "trainer2");
  await db.write
    .updateTable("role_grant")
    .set({ course_id: "trygg-pa-natet" })
    .where("person_id", "=", person)
    .where("role", "=", "trainer")
    .execute();
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

async function signedIn(account: string): Promise<Visitor> {
  const visitor = new Visitor(product.origin);
  await visitor.signIn(account);
  return visitor;
}

describe("the page of a course", () => {
  it("is for those who may author it, to see and to change", async () => {
    for (const account of ["trainer2", "employee", "admin"]) {
      const visitor = await signedIn(account);
      expect([account, (await visitor.get(address)).status]).toEqual([account, 403]);
      for (const intent of ["save", "add", "remove", "up", "archive", "restore", "nothing"]) {
        expect([account, intent, (await visitor.post(address, { intent })).status]).toEqual([account, intent, 403]);
      }
    }
    const trainer = await signedIn("trainer");
    expect((await trainer.get(address)).status).toBe(200);
    expect((await trainer.get("/studio/courses/none")).status).toBe(404);
    expect((await trainer.post(address, { intent: "nothing" })).status).toBe(400);
  });

  it("keeps what was typed where it is not taken, and says what to do", async () => {
    const trainer = await signedIn("trainer");
    const titles = { "title.sv": "Ny titel", "summary.sv": "Ny text", owner: "ingen adress" };
    const saved = await trainer.post(address, { intent: "save", ...titles });
    expect(saved.status).toBe(422);
    const html = await saved.text();
    for (const typed of Object.values(titles)) expect(html).toContain(typed);
    expect(html).toContain('aria-invalid="true"');
    const added = await trainer.post(address, { intent: "add", email: "who@elsewhere.example" });
    expect(added.status).toBe(422);
    expect(await added.text()).toContain("who@elsewhere.example");
  });

  it("adds a reviewer and leads back to where they stand", async () => {
    const trainer = await signedIn("trainer");
    const done = await trainer.post(address, { intent: "add", email: "auditor@fjallnas.example" });
    expect(done.headers.get("location")).toBe(`${address}?saved#board`);
    expect(await (await trainer.get(address)).text()).toContain("auditor@fjallnas.example");
  });
});

describe("the files of a module", () => {
  it("come in the reader's language before their translations", async () => {
    const { db } = product.deps;
    const trainer = await signedIn("trainer");
    const person = await personOf(db, "trainer");
    for (const language of ["sv", "en"] as const) {
      await db.write.updateTable("person").set({ language }).where("id", "=", person).execute();
      const html = await (await trainer.get("/studio/krislage/contents")).text();
      const shown = [...html.matchAll(/href="[^"]*file=(01-[a-z-]+)\.(sv|en)\.mdx"/g)].map(([, , of]) => of);
      expect(shown.slice(0, 2)).toEqual(language === "sv" ? ["sv", "en"] : ["en", "sv"]);
    }
  });
});
