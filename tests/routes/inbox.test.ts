import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { en } from "#app/words/areas/imports-en";
import { sv } from "#app/words/areas/imports-sv";
import { temporaryFolder } from "#tests/support/database";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

const folder = join(temporaryFolder(), "inbox");
const head = "Anställningsnummer;Namn;Avdelning;Befattning;Arbetsplats\n";
let product: Product;
let admin: Visitor;

beforeAll(async () => {
  product = await startProduct({ inbox: folder });
  admin = new Visitor(product.origin);
  await admin.signIn("admin");
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

const lay = (name: string, content: string) => writeFileSync(join(folder, name), content);
const page = async () => await (await admin.get("/admin/imports")).text();
const pickUp = async (name: string, kind = "people", visitor = admin) =>
  await visitor.post("/admin/imports", { name, kind });
const imports = async () => await product.deps.db.read.selectFrom("import").select(["id", "kind"]).execute();
const keptFiles = async () =>
  await product.deps.db.read.selectFrom("stored_file").select(["id", "hash"]).orderBy("id").execute();

describe("the folder that other systems lay files in", () => {
  it("lists what can be brought in, and nothing else", async () => {
    expect(await page()).toContain(sv.inbox.none);
    lay("folk.csv", head);
    lay("vakt.sh", "echo");
    writeFileSync(join(folder, "..", "outside.csv"), head);
    symlinkSync(join(folder, "..", "outside.csv"), join(folder, "link.csv"));
    mkdirSync(join(folder, "folder.csv"));
    const html = await page();
    expect(html).toContain("folk.csv");
    for (const name of ["vakt.sh", "link.csv", "folder.csv"]) expect(html).not.toContain(name);
  });

  it("gives a file up once: its import begins and waits for a yes, and the file lies with those picked up", async () => {
    lay("folk på väg.csv", `${head}X9001;Ny Person;Butik;Säljare;Stockholm\n`);
    const people = await product.deps.db.read.selectFrom("person").select("id").execute();
    const response = await pickUp("folk på väg.csv");
    const [id = ""] = /people\/(\w+)/.exec(response.headers.get("location") ?? "")?.slice(1) ?? [];
    expect(response.status).toBe(302);
    expect(readdirSync(folder)).toEqual(["picked-up"]);
    expect(readdirSync(join(folder, "picked-up"))).toEqual([`${id}-folk på väg.csv`]);
    for (;;) {
      const { db } = product.deps;
      const row = await db.read.selectFrom("import").select("state").where("id", "=", id).executeTakeFirstOrThrow();
      if (row.state !== "reading") {
        expect(row.state).toBe("mapping");
        break;
      }
      await wait(20);
    }
    expect(await product.deps.db.read.selectFrom("person").select("id").execute()).toEqual(people);
  });

  it("picked up at once in two windows is one import", async () => {
    lay("tva.csv", `${head}X9002;Annan Person;Butik;Säljare;Stockholm\n`);
    const before = (await imports()).length;
    const answers = await Promise.all([pickUp("tva.csv"), pickUp("tva.csv")]);
    expect((await imports()).length).toBe(before + 1);
    // The second came to the same import, or found that the file had gone.
    for (const answer of answers) expect([302, 422]).toContain(answer.status);
    expect(existsSync(join(folder, "tva.csv"))).toBe(false);
  });

  it.each([
    ["gone", "borta.csv", () => {}],
    ["empty", "tom.csv", () => lay("tom.csv", "")],
    ["too-large", "stor.csv", () => lay("stor.csv", "x".repeat(50_000_001))],
    ["unreadable", "link.csv", () => symlinkSync("/etc/hostname", join(folder, "link.csv"))],
  ] satisfies [keyof typeof sv.inbox.problems, string, () => void][])(
    "says what is wrong when a file is %s, and keeps nothing",
    async (problem, name, prepare) => {
      prepare();
      const before = [await imports(), await keptFiles()];
      const response = await pickUp(name);
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain(sv.inbox.notTaken(name));
      expect(html).toContain(sv.inbox.problems[problem]);
      expect([await imports(), await keptFiles()]).toEqual(before);
    },
  );

  it.each(["../demo.db", "..", "picked-up/x.csv", "/etc/passwd", "a\0.csv", "vakt.sh", ""])(
    "does not reach outside: %j",
    async (name) => {
      const before = await imports();
      expect((await pickUp(name)).status).toBe(400);
      expect(await imports()).toEqual(before);
    },
  );

  it("takes a file of history as such", async () => {
    lay("historik.csv", "Person;Kurs;Datum\n1;x;2025-01-01\n");
    const response = await pickUp("historik.csv", "history");
    expect(response.headers.get("location")).toMatch(/^\/admin\/imports\/history\/\w+/);
  });

  it("is closed to whoever may not bring anything in", async () => {
    lay("folk.csv", head);
    for (const account of ["employee", "manager", "auditor"]) {
      const visitor = new Visitor(product.origin);
      await visitor.signIn(account);
      expect((await pickUp("folk.csv", "people", visitor)).status).toBe(403);
    }
    expect(readdirSync(folder)).toEqual(["folk.csv"]);
  });

  it("that is not there is said to be closed, in the reader's language", async () => {
    rmSync(folder, { recursive: true });
    expect(await page()).toContain(sv.inbox.closed);
    expect(en.inbox.closed).not.toBe(sv.inbox.closed);
  });

  it("keeps a file that cannot be moved; the import is the same", async () => {
    lay("fast.csv", `${head}X9003;Tredje Person;Butik;Säljare;Stockholm\n`);
    // Where the folder for what was picked up should be, something else is.
    lay("picked-up", "");
    const first = await pickUp("fast.csv");
    const second = await pickUp("fast.csv");
    expect(second.headers.get("location")).toBe(`${first.headers.get("location")}?known`);
    expect(existsSync(join(folder, "fast.csv"))).toBe(true);
  });
});
