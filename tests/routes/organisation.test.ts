import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rebuild } from "#app/ledger/rebuild";
import { beginSession } from "#app/platform/sessions";
import { personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

let product: Product;
let admin: Visitor;
let hr: Visitor;
let auditor: Visitor;

beforeAll(async () => {
  product = await startProduct();
  admin = await signedIn("admin");
  auditor = await signedIn("auditor");
  const row = await product.deps.db.read
    .selectFrom("role_grant")
    .select("person_id")
    .where("role", "=", "hr")
    .executeTakeFirstOrThrow();
  hr = await visiting(row.person_id);
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

async function signedIn(account: string): Promise<Visitor> {
  const visitor = new Visitor(product.origin);
  await visitor.signIn(account);
  return visitor;
}

/** Somebody with a session, as if they had signed in. */
async function visiting(personId: string): Promise<Visitor> {
  const visitor = new Visitor(product.origin);
  const [pair = ""] = (await beginSession(product.deps, personId)).split(";");
  const at = pair.indexOf("=");
  visitor.setCookie(pair.slice(0, at), pair.slice(at + 1));
  return visitor;
}

const read = () => product.deps.db.read;
const today = "2026-11-24";

async function idOf(table: "site" | "entity" | "responsibility"): Promise<string> {
  return (await read().selectFrom(table).select("id").orderBy("id").executeTakeFirstOrThrow()).id;
}

async function headcount(departmentId: string, on = today): Promise<number> {
  const row = await read()
    .selectFrom("headcount")
    .select("n")
    .where("department_id", "=", departmentId)
    .where("counted_on", "<=", on)
    .orderBy("counted_on", "desc")
    .executeTakeFirst();
  return row?.n ?? 0;
}

async function nothingDiffers(): Promise<void> {
  const report = await rebuild(product.deps.db, product.clock.now());
  const counts = { standing_count: 0, due_count: 0, load_count: 0, completion_count: 0, headcount: 0 };
  expect(report).toMatchObject({ differing: 0, counts });
}

const paths = [
  "/admin/people",
  "/admin/people/new",
  "/admin/departments",
  "/admin/departments/butik",
  "/admin/places",
  "/admin/roles",
];

describe("the pages of the organisation", () => {
  it.each(paths)("are open to those who look after it, and to nobody else: %s", async (path) => {
    for (const visitor of [admin, hr]) expect((await visitor.get(path)).status).toBe(200);
    expect((await auditor.get(path)).status).toBe(path === "/admin/people/new" ? 403 : 200);
    for (const account of ["employee", "manager"]) {
      expect((await (await signedIn(account)).get(path)).status).toBe(403);
    }
    expect((await new Visitor(product.origin).get(path)).status).toBe(302);
  });

  it("show an auditor everything and let them change nothing", async () => {
    const html = await (await auditor.get("/admin/departments/butik")).text();
    expect(html).toContain("Butik");
    expect(html).not.toContain('value="move"');
    for (const [path, fields] of [
      ["/admin/departments", { intent: "create", sv: "A", en: "A" }],
      ["/admin/departments/butik", { intent: "close", on: today }],
      ["/admin/people/new", { intent: "create" }],
      ["/admin/places", { intent: "create-entity", name: "A", country: "SE" }],
      ["/admin/roles", { intent: "give" }],
    ] as const) {
      expect((await auditor.post(path, fields)).status).toBe(403);
    }
  });

  it("lets HR change people and departments, and give no roles", async () => {
    const response = await hr.post("/admin/roles", { intent: "give", person: "2096", role: "auditor", from: today });
    expect(response.status).toBe(403);
  });

  it.each([
    "/admin/people/nobody",
    "/admin/departments/nowhere",
    "/admin/places/sites/nowhere",
    "/admin/places/entities/nothing",
  ])("are not there for what is not there: %s", async (path) => {
    expect((await admin.get(path)).status).toBe(404);
    expect((await admin.post(path, { intent: "change" })).status).toBe(404);
  });

  it("refuse forms that are none of theirs", async () => {
    const person = await personOf(product.deps.db, "employee");
    for (const path of ["/admin/departments/butik", `/admin/people/${person}`, "/admin/roles", "/admin/places"]) {
      expect((await admin.post(path, { intent: "explode" })).status).toBe(400);
    }
    expect((await admin.post("/admin/roles", { intent: "end", id: "nothing", last: today })).status).toBe(404);
    expect((await admin.post("/admin/roles", { intent: "toString" })).status).toBe(400);
  });
});

/** What a refused form says. */
async function refusal(response: Response): Promise<string> {
  expect(response.status).toBe(422);
  return await response.text();
}

describe("departments", () => {
  it("are created and moved; what is counted goes with them, and history tells it", async () => {
    const made = await hr.post("/admin/departments", { intent: "create", sv: "Lager", en: "Stores", parent: "butik" });
    const path = new URL(made.headers.get("location") ?? "", product.origin).pathname;
    expect(made.status).toBe(302);
    const butik = await headcount("butik");
    const umea = await headcount("kundservice-umea");
    const moved = await admin.post("/admin/departments/kundservice-umea", {
      intent: "move",
      parent: path.split("/").at(-1) ?? "",
      on: "2026-11-10",
    });
    expect(moved.status).toBe(302);
    expect(await headcount("butik")).toBe(butik + umea);
    await product.runner.round();
    await nothingDiffers();
    const html = await (await admin.get("/admin/departments/kundservice-umea")).text();
    expect(html).toContain("Flyttades till Lager från 10 nov 2026");
    const back = { intent: "move", parent: "kundservice", on: "2026-11-10" };
    expect((await admin.post("/admin/departments/kundservice-umea", back)).status).toBe(302);
    expect(await headcount("butik")).toBe(butik);
    expect((await admin.post(path, { intent: "close", on: today })).status).toBe(302);
    await product.runner.round();
    await nothingDiffers();
  });

  it("say what keeps them from being changed, and keep what was typed", async () => {
    const post = async (path: string, fields: Record<string, string>) =>
      await refusal(await admin.post(`/admin/departments${path}`, fields));
    expect(await post("", { intent: "create", sv: "Skickat", en: "" })).toContain('value="Skickat"');
    expect(await post("/butik", { intent: "move", parent: "butik-umea", on: today })).toContain("ligger under den");
    expect(await post("/butik", { intent: "move", parent: "nowhere", on: today })).toContain("finns inte längre");
    expect(await post("/butik", { intent: "move", parent: "salj", on: "2027-02-01" })).toContain("tidigare dag");
    expect(await post("/butik", { intent: "move", parent: "salj", on: "2026-02-31" })).toContain("är inget datum");
    expect(await post("/butik", { intent: "merge", into: "butik", on: today })).toContain("ligger under den");
    const closing = await post("/butik", { intent: "close", on: today });
    expect(closing).toContain("fem avdelningar");
    expect(closing).toContain("Butik Umeå");
  });

  it("are tried before they are moved or merged: whom it makes late at once is said, and has to be meant", async () => {
    const late = async () => {
      const states = ["overdue", "refresher-overdue", "lapsed"] as const;
      const rows = await read().selectFrom("standing").select("person_id").where("state", "in", states).execute();
      return rows.length;
    };
    const before = await late();
    const path = "/admin/departments/butik-stockholm";
    const move = { intent: "move", parent: "salj", on: "2026-09-01" };
    const html = await refusal(await admin.post(path, move));
    const [, said = "", of = ""] = /name="confirmed" value="(\d+) (\d+)"/.exec(html) ?? [];
    expect(Number(said)).toBeGreaterThan(0);
    expect(Number(of)).toBeGreaterThanOrEqual(Number(said));
    expect(html).toContain("försenade på en gång. Bekräfta att det är meningen");
    await product.runner.round();
    expect(await late()).toBe(before);
    // What was confirmed is another number.
    expect((await admin.post(path, { ...move, confirmed: "1 1" })).status).toBe(422);
    const merge = { intent: "merge", into: "salj", on: "1990-01-01" };
    expect(await refusal(await admin.post(path, merge))).toContain('name="confirmed"');
    expect((await admin.post(path, { ...move, confirmed: `${said} ${of}` })).status).toBe(302);
    await product.runner.round();
    expect(await late()).toBeGreaterThanOrEqual(before + Number(said));
    await nothingDiffers();
    const back = { intent: "move", parent: "butik", on: "2026-09-01" };
    const again = await admin.post(path, back);
    const confirmed =
      again.status === 422 ? (/name="confirmed" value="([^"]+)"/.exec(await again.text())?.[1] ?? "") : "";
    if (again.status === 422) expect((await admin.post(path, { ...back, confirmed })).status).toBe(302);
    await product.runner.round();
    expect(await late()).toBe(before);
    await nothingDiffers();
  });

  it("are merged by a job: people, what lies under, and what is counted", async () => {
    const before = (await headcount("marknad-innehall")) + (await headcount("marknad-kampanj"));
    const fields = { intent: "merge", into: "marknad-innehall", on: today };
    const { person_id: moved } = await read()
      .selectFrom("membership")
      .select("person_id")
      .where("department_id", "=", "marknad-kampanj")
      .where("withdrawn_at", "is", null)
      .where("to_on", "is", null)
      .executeTakeFirstOrThrow();
    expect((await admin.post("/admin/departments/marknad-kampanj", fields)).status).toBe(302);
    await product.runner.round();
    expect(await headcount("marknad-innehall")).toBe(before);
    expect(await headcount("marknad-kampanj")).toBe(0);
    const html = await (await admin.get("/admin/departments/marknad-kampanj")).text();
    expect(html).toContain("slogs ihop med Innehåll");
    // What nobody did on their own page is there too.
    const page = await (await admin.get(`/admin/people/${moved}`)).text();
    expect(page.match(/Bytte avdelning till Innehåll från 24 nov 2026/g)).toHaveLength(1);
    expect(html).not.toContain('value="move"');
    await nothingDiffers();
    expect((await admin.post("/admin/departments/marknad-kampanj", { ...fields, into: "salj" })).status).toBe(422);
  });
});

describe("people", () => {
  const newcomer = async () => ({
    intent: "create",
    given: "Nora",
    family: "Nystedt",
    number: "7001",
    email: "",
    language: "sv",
    site: await idOf("site"),
    title: "Butikssäljare",
    kind: "employee",
    manager: "",
    department: "butik-umea",
    from: today,
  });

  it("are not made late at once without its being meant: somebody new, and where they go", async () => {
    const earlier = { ...(await newcomer()), number: "7003", department: "kundservice-umea", from: "2026-06-01" };
    const known = async () =>
      await read().selectFrom("person").select("id").where("employee_number", "=", "7003").execute();
    const confirmed = (html: string) => /name="confirmed" value="(\d+)"/.exec(html)?.[1] ?? "";
    const asked = await refusal(await admin.post("/admin/people/new", earlier));
    expect(asked).toContain("på en gång. Bekräfta att det är meningen, eller välj en senare dag.");
    expect(await known()).toEqual([]);
    const made = await admin.post("/admin/people/new", { ...earlier, confirmed: confirmed(asked) });
    expect(made.status).toBe(302);
    const personId = (await known())[0]?.id ?? "";
    const path = `/admin/people/${personId}`;
    const memberships = () =>
      read().selectFrom("membership").selectAll().where("person_id", "=", personId).orderBy("id").execute();
    const standings = () => read().selectFrom("standing").selectAll().where("person_id", "=", personId).execute();
    const late = async () => (await standings()).filter(({ state }) => state === "overdue").length;
    const before = [await memberships(), await standings()];
    const lateBefore = await late();
    const move = { intent: "move", department: "salj", from: "2026-09-01" };
    const html = await refusal(await admin.post(path, move));
    expect(html).toContain("Personen blir försenad med");
    expect([await memberships(), await standings()]).toEqual(before);
    expect((await admin.post(path, { ...move, confirmed: confirmed(html) })).status).toBe(302);
    // Of what the first department asked, some is asked no more.
    const now = new Set((await standings()).filter(({ state }) => state === "overdue").map((row) => row.module_id));
    const then = new Set((before[1] as Awaited<ReturnType<typeof standings>>).map((row) => row.module_id));
    expect(lateBefore).toBeGreaterThan(0);
    expect([...now].filter((id) => !then.has(id))).toHaveLength(Number(confirmed(html)));
  });

  it("say when a move is yet to come; and whoever has left is no manager any more", async () => {
    const fields = { ...(await newcomer()), number: "7004", given: "Greger", family: "Slutsson" };
    const made = await admin.post("/admin/people/new", fields);
    const path = new URL(made.headers.get("location") ?? "", product.origin).pathname;
    const later = await admin.post(path, { intent: "move", department: "kundservice-umea", from: "2026-12-15" });
    expect(later.headers.get("location")).toContain("done=planned");
    expect(await (await admin.get(`${path}?done=planned`)).text()).toContain("Flytten är planerad");
    const give = { intent: "give", person: "7004", role: "manager", department: "butik-umea", from: today };
    expect((await admin.post("/admin/roles", give)).status).toBe(302);
    const shown = async () =>
      await Promise.all(
        ["/admin/departments/butik-umea", "/admin/departments", "/admin/roles"].map(async (page) =>
          (await (await admin.get(page)).text()).includes("Greger Slutsson"),
        ),
      );
    expect(await shown()).toEqual([true, true, true]);
    expect((await admin.post(path, { intent: "end", last: "2026-11-23" })).status).toBe(422);
    expect((await admin.post(path, { intent: "end", last: today })).status).toBe(302);
    await product.deps.db.write
      .updateTable("employment")
      .set({ from_on: "2026-11-01", to_on: "2026-11-23" })
      .where("person_id", "=", path.split("/").at(-1) ?? "")
      .execute();
    expect(await shown()).toEqual([false, false, false]);
  });

  it("are taken in, moved, ended and taken in again; training follows, and their sessions end", async () => {
    const made = await hr.post("/admin/people/new", await newcomer());
    expect(made.status).toBe(302);
    const path = new URL(made.headers.get("location") ?? "", product.origin).pathname;
    const personId = path.split("/").at(-1) ?? "";
    const assigned = async () =>
      (await read().selectFrom("standing").select("module_id").where("person_id", "=", personId).execute()).length;
    expect(await assigned()).toBeGreaterThan(0);
    const visitor = await visiting(personId);
    expect((await visitor.get("/")).status).toBe(200);
    expect((await hr.post(path, { intent: "move", department: "kundservice-umea", from: "2026-12-01" })).status).toBe(
      302,
    );
    expect((await hr.post(path, { intent: "end", last: today })).status).toBe(302);
    // The last day is theirs; the day after is not.
    expect((await visitor.get("/")).status).toBe(200);
    product.clock.passSeconds(18 * 3600);
    const later = await visiting(personId);
    expect((await later.get("/")).status).toBe(302);
    const left = await (await (await signedIn("admin")).get(path)).text();
    expect(left).toContain("Slutade 24 nov 2026");
    const again = { ...(await newcomer()), intent: "rehire", from: "2026-12-01" };
    const again2 = await (await signedIn("admin")).post(path, again);
    expect(again2.status).toBe(302);
    await product.runner.round();
    await nothingDiffers();
    const rows = await read().selectFrom("employment").select("to_on").where("person_id", "=", personId).execute();
    expect(rows.map((row) => row.to_on).sort()).toEqual([today, null]);
    admin = await signedIn("admin");
    hr = await signedIn("admin");
  });

  it("name the field of what is taken or not there", async () => {
    const post = async (change: Record<string, string>) =>
      await refusal(await admin.post("/admin/people/new", { ...(await newcomer()), number: "7002", ...change }));
    expect(await post({ number: "2096" })).toContain("Numret tillhör redan Leila Haddad");
    expect(await post({ email: "EMPLOYEE@fjallnas.example" })).toContain("Adressen tillhör redan Leila Haddad");
    expect(await post({ email: "nothing" })).toContain("ingen e-postadress");
    expect(await post({ manager: "nobody at all" })).toContain("Ingen här heter");
    expect(await post({ from: "2026-02-31" })).toContain("är inget datum");
    expect(await post({ site: "nowhere" })).toContain("finns inte längre");
    expect(await post({ department: "marknad-kampanj" })).toContain("är avslutad");
    expect(await post({ given: "" })).toContain("Fyll i det här");
    const employee = await personOf(product.deps.db, "employee");
    const self = { ...(await newcomer()), intent: "employ", manager: "Haddad Leila" };
    expect(await refusal(await admin.post(`/admin/people/${employee}`, self))).toContain("sin egen chef");
  });

  it("are found by name, number and address, and narrowed", async () => {
    const list = async (query: string) => await (await admin.get(`/admin/people?${query}`)).text();
    for (const query of ["q=haddad+leila", "q=2096", "q=employee@fjallnas"]) {
      const html = await list(query);
      expect(html).toContain("Leila Haddad");
      expect(html).toContain("En person passar");
    }
    expect(await list("department=kundservice&q=haddad")).toContain("Leila Haddad");
    expect(await list("department=butik&q=haddad")).not.toContain("Leila Haddad");
    expect(await list("department=nowhere")).toContain("Ingen att visa");
    expect(await list("q=%25_%27&page=99999&sort=size&state=gone")).toContain("Ingen att visa");
    const suggested = await admin.get("/admin/people/suggest?q=hadd");
    expect(await suggested.text()).toContain("Leila Haddad, Kundservice Umeå");
  });
});

describe("entities and sites", () => {
  it("have holidays by year, pasted and copied", async () => {
    const site = `/admin/places/sites/${await idOf("site")}`;
    const days = "2026-12-24 Julafton\n\n2026-12-31, Nyårsafton\n";
    const seenOf = (html: string) =>
      (/name="seen" value="([^"]*)"/.exec(html)?.[1] ?? "none").replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
    const seenIn = async (year: number) => seenOf(await (await admin.get(`${site}?year=${year}`)).text());
    const holidays = { intent: "holidays", year: "2026", seen: await seenIn(2026) };
    expect((await admin.post(site, { ...holidays, days })).status).toBe(302);
    // In another window there is still what was there before.
    const late = await refusal(await admin.post(site, { ...holidays, days: "2026-06-19 Midsommarafton" }));
    expect(late).toContain("Någon annan har ändrat dagarna");
    expect(late).toContain("2026-12-24 Julafton");
    expect(seenOf(late)).toBe("2026-12-24 Julafton\n2026-12-31 Nyårsafton");
    holidays.seen = seenOf(late);
    const twice = "2026-12-24 Julafton\n2026-12-24 Jul\n";
    expect(await refusal(await admin.post(site, { ...holidays, days: twice }))).toContain(
      "24 dec 2026 står två gånger",
    );
    const next = { ...holidays, year: "2027", seen: await seenIn(2027), days: "" };
    expect((await admin.post(site, next)).status).toBe(302);
    expect((await admin.post(site, { intent: "copy-holidays", year: "2027" })).status).toBe(302);
    const html = await (await admin.get(`${site}?year=2027`)).text();
    expect(html).toContain("2027-12-24 Julafton\n2027-12-31 Nyårsafton");
    for (const wrong of ["2026-02-31 Aldrig", "2027-01-01 Fel år", "Julafton"]) {
      expect(await refusal(await admin.post(site, { ...holidays, days: wrong }))).toContain("Det går inte att läsa");
    }
    expect((await admin.post(site, { ...holidays, year: "1066", days: "" })).status).toBe(400);
  });

  it("keep their people; another zone is another today for them", async () => {
    const id = await idOf("site");
    const path = `/admin/places/sites/${id}`;
    expect(await refusal(await admin.post(path, { intent: "close", on: "2026-11-24" }))).toContain("Här finns kvar");
    const site = await read().selectFrom("site").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const change = { intent: "change", name: site.name, entity: site.entity_id, zone: "Asia/Tokyo", country: "JP" };
    for (const wrong of [{ zone: "Europe/Nowhere" }, { country: "Japan" }, { entity: "nothing" }]) {
      expect((await admin.post(path, { ...change, ...wrong })).status).toBe(422);
    }
    expect((await admin.post(path, change)).status).toBe(302);
    await product.runner.round();
    await nothingDiffers();
    const zones = await read().selectFrom("standing").select("zone").distinct().execute();
    expect(zones.map((row) => row.zone)).toContain("Asia/Tokyo");
  });

  it("take those who work there along to another entity, from today", async () => {
    const id = await idOf("site");
    const path = `/admin/places/sites/${id}`;
    const site = await read().selectFrom("site").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const made = { intent: "create-entity", name: "Fjällnäs Drift AB", country: "SE" };
    expect((await admin.post("/admin/places", made)).status).toBe(302);
    const entity = await read()
      .selectFrom("entity")
      .select("id")
      .where("name", "=", made.name)
      .executeTakeFirstOrThrow();
    const employed = async () => {
      const rows = await read()
        .selectFrom("employment")
        .select(["person_id", "entity_id", "from_on"])
        .where("site_id", "=", id)
        .where("withdrawn_at", "is", null)
        .where("to_on", "is", null)
        .execute();
      return rows.sort((a, b) => (a.person_id < b.person_id ? -1 : 1));
    };
    const before = await employed();
    const change = { intent: "change", name: site.name, zone: site.zone, country: site.country ?? "" };
    expect((await admin.post(path, { ...change, entity: entity.id })).status).toBe(302);
    await product.runner.round();
    const after = await employed();
    expect(after.map((row) => row.person_id)).toEqual(before.map((row) => row.person_id));
    expect(new Set(after.map((row) => row.entity_id))).toEqual(new Set([entity.id]));
    expect(before.length).toBeGreaterThan(20);
    expect((await admin.post(path, { ...change, entity: site.entity_id })).status).toBe(302);
    await product.runner.round();
    expect((await employed()).map((row) => row.entity_id)).toEqual(before.map((row) => row.entity_id));
  });

  it("are added, and closed when empty", async () => {
    const made = { intent: "create-entity", name: "Fjällnäs AS", country: "no" };
    expect((await admin.post("/admin/places", made)).status).toBe(302);
    const entity = await read()
      .selectFrom("entity")
      .selectAll()
      .where("name", "=", "Fjällnäs AS")
      .executeTakeFirstOrThrow();
    expect(entity.country).toBe("NO");
    const site = { intent: "create-site", name: "Oslo", entity: entity.id, zone: "Europe/Oslo", country: "" };
    const oslo = new URL((await admin.post("/admin/places", site)).headers.get("location") ?? "", product.origin)
      .pathname;
    for (const name of ["Oslo", " OSLO "]) {
      expect(await refusal(await admin.post("/admin/places", { ...site, name }))).toContain("finns redan här");
    }
    expect(await refusal(await admin.post("/admin/places", { ...made, name: "Fjällnäs as" }))).toContain("finns redan");
    expect((await admin.post(oslo, { ...site, intent: "change", zone: "UTC" })).status).toBe(302);
    const closing = { intent: "close", on: "2026-11-24" };
    expect(await refusal(await admin.post(`/admin/places/entities/${entity.id}`, closing))).toContain("Oslo");
    expect((await admin.post(oslo, closing)).status).toBe(302);
    expect((await admin.post(`/admin/places/entities/${entity.id}`, closing)).status).toBe(302);
  });
});

describe("roles and responsibilities", () => {
  it("are given and ended by the day, and the last administrator stays", async () => {
    const grant = await read()
      .selectFrom("role_grant")
      .selectAll()
      .where("role", "=", "administrator")
      .executeTakeFirstOrThrow();
    const end = { intent: "end", id: grant.id, last: "2026-11-25" };
    expect(await refusal(await admin.post("/admin/roles", end))).toContain("minst en administratör");
    const own = `/admin/people/${grant.person_id}`;
    expect(await refusal(await admin.post(own, { intent: "end", last: "2026-11-25" }))).toContain(
      "minst en administratör",
    );
    const give = { intent: "give", person: "2096", role: "administrator", from: "2026-11-25" };
    expect((await admin.post("/admin/roles", give)).status).toBe(302);
    expect(await refusal(await admin.post("/admin/roles", give))).toContain("har det redan");
    expect((await (await signedIn("employee")).get("/admin")).status).toBe(200);
    expect((await admin.post("/admin/roles", end)).status).toBe(302);
  });

  it("let a deputy manage from the day until the last", async () => {
    const fields = { intent: "give", person: "2096", role: "manager", department: "salj", deputy: "on" };
    const days = { from: "2026-11-25", to: "2026-11-24" };
    expect(await refusal(await admin.post("/admin/roles", { ...fields, ...days }))).toContain("Det börjar");
    expect((await admin.post("/admin/roles", { ...fields, from: "2026-11-25", to: "2026-12-01" })).status).toBe(302);
    const html = await (await admin.get("/admin/departments/salj")).text();
    expect(html).toContain("ersättare");
  });

  it("have holders and those who stand in", async () => {
    const id = await idOf("responsibility");
    const hold = { intent: "hold", id, person: "2096", deputy: "on", from: "2026-11-25" };
    expect((await admin.post("/admin/roles", hold)).status).toBe(302);
    expect(
      await refusal(await admin.post("/admin/roles", { intent: "close-responsibility", id, on: "2026-11-25" })),
    ).toContain("Leila Haddad");
    const holding = await read()
      .selectFrom("holding")
      .selectAll()
      .where("person_id", "=", await personOf(product.deps.db, "employee"))
      .executeTakeFirstOrThrow();
    expect(
      (await admin.post("/admin/roles", { intent: "end-holding", id: holding.id, last: "2026-11-30" })).status,
    ).toBe(302);
    const made = { intent: "create-responsibility", sv: "Brandskydd", en: "Fire safety" };
    expect((await admin.post("/admin/roles", made)).status).toBe(302);
    expect(await (await admin.get("/admin/roles")).text()).toContain("Brandskydd");
    await nothingDiffers();
  });
});
