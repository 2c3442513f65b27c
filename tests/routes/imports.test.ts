import { request as httpRequest } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";
import { workbook } from "#tests/support/workbook";

let product: Product;
let admin: Visitor;

beforeAll(async () => {
  product = await startProduct();
  admin = new Visitor(product.origin);
  await admin.signIn("admin");
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

const cookiesOf = (visitor: Visitor) => [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");

/** Sends a file as the upload page does. */
async function upload(visitor: Visitor, bytes: Uint8Array | string, headers: Record<string, string> = {}) {
  const form = new FormData();
  form.append("file", new Blob([typeof bytes === "string" ? bytes : new Uint8Array(bytes)]), "../folk.csv");
  return await fetch(`${product.origin}/admin/imports/people`, {
    method: "POST",
    redirect: "manual",
    headers: { Accept: "text/html", Origin: product.origin, Cookie: cookiesOf(visitor), ...headers },
    body: form,
  });
}

/** Waits until an import has come to a state. */
async function reach(id: string, state: string): Promise<void> {
  for (;;) {
    const { db } = product.deps;
    const row = await db.read.selectFrom("import").select("state").where("id", "=", id).executeTakeFirstOrThrow();
    if (row.state === state) return;
    await wait(20);
  }
}

const idOf = (response: Response) => /people\/(\w+)/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
const text = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const head = "Anställningsnummer;Namn;Avdelning;Befattning;Arbetsplats\n";

describe("a file that is brought", () => {
  it.each(["employee", "manager", "trainer", "auditor"])(
    "is refused from %s, and so are the pages",
    async (account) => {
      const visitor = new Visitor(product.origin);
      await visitor.signIn(account);
      expect((await visitor.get("/admin/imports/people")).status).toBe(403);
      expect((await visitor.get("/admin/imports")).status).toBe(403);
      expect((await upload(visitor, head)).status).toBe(403);
    },
  );

  it("is refused from elsewhere, and from whoever is not signed in", async () => {
    expect((await upload(admin, head, { Origin: "http://elsewhere.example" })).status).toBe(403);
    const response = await upload(new Visitor(product.origin), head);
    expect([response.status, response.headers.get("location")]).toEqual([
      302,
      `/sign-in?next=${encodeURIComponent("/admin/imports/people")}`,
    ]);
  });

  it("says what is wrong when it is none, empty, a picture or cut off", async () => {
    expect((await upload(admin, "")).status).toBe(422);
    for (const [bytes, says] of [
      [Buffer.from("89504e470d0a1a0a0000", "hex"), "Filen är en bild, inte CSV eller Excel (XLSX)."],
      ['Nr;Namn\n1;"Åsa\n2;Bo\n', "det som börjar på rad 2 har inget slut"],
    ] as const) {
      const begun = await upload(admin, bytes);
      expect(begun.status).toBe(302);
      await reach(idOf(begun), "failed");
      const page = await admin.get(begun.headers.get("location") ?? "");
      expect(text(await page.text())).toContain(says);
    }
  });

  it("of 200 MB is answered without being kept", async () => {
    const before = await product.deps.db.read.selectFrom("stored_file").select("id").execute();
    const memory = process.memoryUsage().rss;
    const boundary = "----part";
    const beginning = Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="big.csv"\r\nContent-Type: text/csv\r\n\r\n`,
    );
    const end = Buffer.from(`\r\n--${boundary}--\r\n`);
    const piece = Buffer.alloc(1_000_000, 97);
    const pieces = 200;
    const status = await new Promise<number>((done, fail) => {
      const sent = httpRequest(
        `${product.origin}/admin/imports/people`,
        {
          method: "POST",
          headers: {
            Accept: "text/html",
            Origin: product.origin,
            Cookie: cookiesOf(admin),
            "Content-Type": `multipart/form-data; boundary=${boundary}`,
            "Content-Length": beginning.length + end.length + pieces * piece.length,
          },
        },
        (response) => {
          response.resume();
          response.on("end", () => done(response.statusCode ?? 0));
        },
      );
      sent.on("error", fail);
      sent.write(beginning);
      let left = pieces;
      const more = () => {
        while (left > 0) {
          left -= 1;
          if (!sent.write(piece)) return void sent.once("drain", more);
        }
        sent.end(end);
      };
      more();
    });
    expect(status).toBe(413);
    expect(process.memoryUsage().rss - memory).toBeLessThan(120_000_000);
    expect(await product.deps.db.read.selectFrom("stored_file").select("id").execute()).toEqual(before);
  }, 300_000);
});

describe("an import", () => {
  it("goes from its columns to being applied and taken back, without script", async () => {
    const site = await product.deps.db.read.selectFrom("site").select("name").executeTakeFirstOrThrow();
    const rows = [
      ["900001", "Åsa Öberg", "Butik Umeå", "Säljare", site.name],
      ["900002", "Ingen Alls", "Finns inte", "=1+1", site.name],
    ];
    const begun = await upload(
      admin,
      workbook([["Anställningsnummer", "Namn", "Avdelning", "Befattning", "Arbetsplats"], ...rows]),
    );
    const id = idOf(begun);
    const path = `/admin/imports/people/${id}`;
    await reach(id, "mapping");
    const mapping = text(await (await admin.get(path)).text());
    expect(mapping).toContain("Excel, bladet ”Personal”");
    expect(mapping).toContain("Butik Umeå Finns inte");

    const columns = {
      "column.0": "",
      "column.1": "fullName",
      "column.2": "department",
      "column.3": "title",
      "column.4": "site",
    };
    const from = "2026-11-24";
    const refused = await admin.post(path, { intent: "columns", ...columns, everybody: "all", from });
    expect(refused.status).toBe(422);
    expect(text(await refused.text())).toContain("Välj vilken kolumn som är anställningsnumret.");
    const taken = await admin.post(path, {
      intent: "columns",
      ...columns,
      "column.0": "number",
      everybody: "some",
      from,
    });
    expect(taken.status).toBe(302);
    await reach(id, "ready");
    const undecided = text(await (await admin.get(path)).text());
    expect(undecided).toContain("Namn som Repris inte känner");
    expect((await admin.post(path, { intent: "confirm" })).status).toBe(422);
    await admin.post(path, { intent: "places", "departments.0": "refuse" });
    await reach(id, "ready");
    const ready = text(await (await admin.get(path)).text());
    expect(ready).toContain("Filen gör att 1 person börjar.");
    expect(ready).toContain("1 rad lämnas utanför.");

    const csv = await admin.get(`${path}/left-out.csv`);
    expect(csv.headers.get("content-type")).toContain("text/csv");
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split("\r\n");
    expect(lines[0]).toContain("Anställningsnummer;Namn;Avdelning;Befattning;Arbetsplats;Rad;Kolumn;Skäl");
    // A formula comes back as text, and the reason is there to read.
    expect(lines[1]).toContain("900002;Ingen Alls;Finns inte;'=1+1;");
    expect(lines[1]).toContain(";3;Avdelning;");

    expect((await admin.post(path, { intent: "confirm" })).status).toBe(302);
    await reach(id, "applied");
    expect(text(await (await admin.get(path)).text())).toContain("Filen är inläst");
    const again = await admin.post(path, { intent: "confirm" });
    expect(again.headers.get("location")).toBe(`${path}?gone-on`);
    expect(text(await (await admin.get(`${path}?gone-on`)).text())).toContain("hade redan gått vidare");

    const undo = text(await (await admin.get(`${path}?undo`)).text());
    expect(undo).toContain("1 person som började eller kom tillbaka tas ur företaget igen");
    expect((await admin.post(path, { intent: "take-back", why: " " })).status).toBe(422);
    expect((await admin.post(path, { intent: "take-back", why: "Fel fil" })).status).toBe(302);
    await reach(id, "taken-back");
    expect(text(await (await admin.get(path)).text())).toContain("Inläsningen är tillbakatagen");
    const list = text(await (await admin.get("/admin/imports")).text());
    expect(list).toContain("Tillbakatagen");
    expect(list).not.toContain("../");
  });

  it("of people that changes nothing offers nothing to apply, and says so", async () => {
    const id = idOf(await upload(admin, `${head}900003;Ingen Plats;Finns inte;Säljare;Finns inte\n`));
    const path = `/admin/imports/people/${id}`;
    await reach(id, "mapping");
    const columns = ["number", "fullName", "department", "title", "site"].map((field, place): [string, string] => [
      `column.${place}`,
      field,
    ]);
    const more: [string, string][] = [
      ["intent", "columns"],
      ["everybody", "some"],
      ["from", "2026-11-24"],
    ];
    await admin.post(path, [...more, ...columns]);
    await reach(id, "ready");
    await admin.post(path, { intent: "places", "departments.0": "refuse", "sites.0": "refuse" });
    await reach(id, "ready");
    const html = await (await admin.get(path)).text();
    expect(text(html)).toContain("1 rad lämnas utanför.");
    expect(html).not.toContain('value="confirm"');
    expect(html).toContain('value="discard"');
    expect((await admin.post(path, { intent: "confirm" })).status).toBe(422);
  });

  it("of people refuses a new site in a zone that there is not, and an entity in no country, with all that was typed", async () => {
    const form = "Nr;Namn;Avdelning;Arbetsplats;Bolag\n900004;Ny Plats;Finns inte;Ny plats;Nytt bolag\n";
    const id = idOf(await upload(admin, form));
    const path = `/admin/imports/people/${id}`;
    await reach(id, "mapping");
    const columns = ["number", "fullName", "department", "site", "entity"].map((field, place): [string, string] => [
      `column.${place}`,
      field,
    ]);
    await admin.post(path, [["intent", "columns"], ["everybody", "some"], ["from", "2026-11-24"], ...columns]);
    await reach(id, "ready");
    const sent = { intent: "places", "departments.0": "refuse", "sites.0": "new", "entities.0": "new" };
    const refused = await admin.post(path, { ...sent, zone: "Mars/X", country: "Q1" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(text(html)).toContain("Mars/X är ingen tidszon. Skriv till exempel Europe/Stockholm.");
    expect(text(html)).toContain("Q1 är ingen landskod. Skriv två bokstäver, till exempel SE.");
    expect(html).toContain('value="Mars/X"');
    expect(html).toContain('<option value="refuse" selected="">');
    expect((await admin.post(path, { ...sent, country: "SE", "site-entity": "nothing" })).status).toBe(422);
    const row = await product.deps.db.read.selectFrom("import").selectAll().where("id", "=", id).executeTakeFirst();
    expect([row?.state, JSON.parse(row?.options ?? "{}").places.newSites]).toEqual(["ready", []]);
    expect((await admin.post(path, { ...sent, zone: "UTC", country: "no" })).status).toBe(302);
    await reach(id, "ready");
  });

  it("of completions that brings nothing offers nothing to bring in, and says how many rows are left out", async () => {
    const form = new FormData();
    form.append("file", new Blob(["Person;Kurs;Datum\n990001;Svara kunder;2026-01-10\n"]), "historik.csv");
    const begun = await fetch(`${product.origin}/admin/imports/history`, {
      method: "POST",
      redirect: "manual",
      headers: { Accept: "text/html", Origin: product.origin, Cookie: cookiesOf(admin) },
      body: form,
    });
    const path = begun.headers.get("location") ?? "";
    const id = path.split("/").at(-1) ?? "";
    await reach(id, "mapping");
    await admin.post(path, { intent: "columns", "column.0": "person", "column.1": "module", "column.2": "date" });
    await reach(id, "ready");
    const html = await (await admin.get(path)).text();
    expect(text(html)).toContain("Filen ger inget nytt.");
    expect(text(html)).toContain("1 rad lämnas utanför, var och en med sitt skäl nedan.");
    expect(html).not.toContain('value="confirm"');
    expect(html).toContain('value="discard"');
    expect((await admin.post(path, { intent: "confirm" })).status).toBe(422);
  });

  it.each([
    ["/admin/imports/nothing", 404],
    ["/admin/imports/people/nothing", 404],
    ["/admin/imports/people/nothing/left-out.csv", 404],
    ["/admin/imports?page=-4", 200],
    ["/admin/imports?page=zzz", 200],
  ])("answers what is unknown or malformed: %s", async (path, status) => {
    expect((await admin.get(path)).status).toBe(status);
  });
});
