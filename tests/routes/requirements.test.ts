import { ulid } from "ulid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasOpenJob } from "#db/queries/work";
import { personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

let product: Product;

beforeAll(async () => {
  product = await startProduct();
  const { db } = product.deps;
  const grant = {
    id: ulid(),
    person_id: await personOf(db, "trainer2"),
    role: "hr" as const,
    department_id: null,
    course_id: null,
    deputy: 0,
    from_on: "2026-01-01",
    to_on: null,
    recorded_at: "2026-01-01T00:00:00.000Z",
    recorded_by: null,
  };
  await db.write.insertInto("role_grant").values(grant).execute();
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

const today = "2026-11-24";
const path = "/admin/requirements";

/** The demonstration has nobody in HR: the second trainer is for these tests. */
const accountOf: Readonly<Record<string, string>> = { hr: "trainer2" };

async function signedIn(account: string): Promise<Visitor> {
  const visitor = new Visitor(product.origin);
  await visitor.signIn(accountOf[account] ?? account);
  return visitor;
}

/** Tags and double spaces aside, what a page says. */
function saidOn(html: string): string {
  return html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, " ");
}

/** The hidden id of a new form. */
async function newId(visitor: Visitor, from = `${path}/new`): Promise<string> {
  const html = await (await visitor.get(from)).text();
  return /name="id" value="([^"]+)"/.exec(html)?.[1] ?? "";
}

type Fields = readonly (readonly [string, string])[];

const managers: Fields = [
  ["group:r", "all"],
  ["item:r.0", "department"],
  ["value:r.0", "butik"],
  ["below:r.0", "yes"],
  ["item:r.1", "employment"],
  ["not:r.1", "yes"],
  ["value:r.1", "temporary"],
];

async function count(table: "requirement" | "job" | "audit_event"): Promise<number> {
  const row = await product.deps.db.read
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Waits until the runner has had assignments follow. */
async function settle(): Promise<void> {
  await expect.poll(() => hasOpenJob(product.deps.db.read), { timeout: 60_000 }).toBe(false);
}

describe("requirements", () => {
  it.each(["employee", "manager", "trainer", "auditor"])("are closed to %s", async (account) => {
    const visitor = await signedIn(account);
    for (const address of [path, `${path}/new`, `${path}/nothing`, `${path}/nothing/edit`]) {
      expect((await visitor.get(address)).status).toBe(403);
    }
    expect((await visitor.post(`${path}/new`, [["do", "save"]])).status).toBe(403);
  });

  it("are not there under another id", async () => {
    const hr = await signedIn("hr");
    for (const address of [`${path}/nothing`, `${path}/nothing/edit`]) {
      expect((await hr.get(address)).status).toBe(404);
      expect((await hr.post(address, [["do", "save"]])).status).toBe(404);
    }
    expect((await hr.get(`${path}?page=x`)).status).toBe(200);
  });

  it("are listed by module, each in a sentence", async () => {
    const said = saidOn(await (await (await signedIn("hr")).get(path)).text());
    expect(said).toContain("Krav");
    expect(said).toMatch(/Alla\. Från .{6,20} · \d+ personer i dag/);
  });

  it("keep what was typed while conditions come and go", async () => {
    const hr = await signedIn("hr");
    const added = await hr.post(`${path}/new`, [
      ...managers,
      ["note", "Efter revisionen"],
      ["add:r", "role"],
      ["do", "condition r"],
    ]);
    expect(added.status).toBe(200);
    const html = await added.text();
    expect(html).toContain('name="item:r.2" value="role"');
    expect(html).toContain("Efter revisionen");
    expect(saidOn(html)).toContain("Kravet gäller alla i Butik med det som ligger under, utom tillfälligt anställda.");
    const removed = await (await hr.post(`${path}/new`, [...managers, ["do", "remove r.1"]])).text();
    expect(saidOn(removed)).toContain("Kravet gäller alla i Butik med det som ligger under.");
    const nested = await (await hr.post(`${path}/new`, [...managers, ["do", "group r"]])).text();
    expect(nested).toContain('name="item:r.2" value="group"');
    const searched = await hr.post(`${path}/new`, [
      ["item:r.0", "manager"],
      ["search:r.0", "Mikko Leht"],
      ["do", "search r.0"],
    ]);
    expect(saidOn(await searched.text())).toContain("Mikko Lehtonen");
  });

  it("are tried without anything being written", async () => {
    const hr = await signedIn("hr");
    const before = [await count("requirement"), await count("job")];
    const tried = await hr.post(`${path}/new`, [...managers, ["module", "krislage"], ["from", today], ["do", "try"]]);
    expect(tried.status).toBe(200);
    const said = saidOn(await tried.text());
    expect(said).toMatch(/Vad som händer/);
    expect(said).toMatch(/(Ingen|\d+ personer|En person) får modulen/);
    expect(said).toContain("ingen blir försenad");
    expect([await count("requirement"), await count("job")]).toEqual(before);
  });

  const faults: readonly (readonly [string, Fields, string])[] = [
    ["no module", [["from", today]], "Välj vilken modul"],
    [
      "an unknown module",
      [
        ["module", "nothing"],
        ["from", today],
      ],
      "Välj vilken modul",
    ],
    [
      "no day",
      [
        ["module", "krislage"],
        ["from", ""],
      ],
      "Skriv ett datum som finns",
    ],
    [
      "31 February",
      [
        ["module", "krislage"],
        ["from", "2026-02-31"],
      ],
      "Skriv ett datum som finns",
    ],
    [
      "a day far ahead",
      [
        ["module", "krislage"],
        ["from", "2099-01-01"],
      ],
      "inom tre år",
    ],
    [
      "a condition of nothing",
      [
        ["module", "krislage"],
        ["from", today],
        ["item:r.0", "role"],
      ],
      "Välj minst ett",
    ],
    [
      "an unknown department",
      [
        ["module", "krislage"],
        ["from", today],
        ["item:r.0", "department"],
        ["value:r.0", "nowhere"],
      ],
      "finns inte längre",
    ],
    [
      "an unknown person",
      [
        ["module", "krislage"],
        ["from", today],
        ["item:r.0", "manager"],
        ["value:r.0", "nobody"],
      ],
      "finns inte längre",
    ],
    [
      "an unknown role",
      [
        ["module", "krislage"],
        ["from", today],
        ["item:r.0", "role"],
        ["value:r.0", "king"],
      ],
      "finns inte längre",
    ],
    [
      "days the wrong way round",
      [
        ["module", "krislage"],
        ["from", today],
        ["item:r.0", "employed"],
        ["from:r.0", "2026-05-01"],
        ["until:r.0", "2026-04-01"],
      ],
      "före det tidigaste",
    ],
    [
      "a longer time",
      [
        ["module", "krislage"],
        ["from", today],
        ["due", "900"],
        ["due-unit", "D"],
      ],
      "inte kortare",
    ],
    [
      "half a week",
      [
        ["module", "krislage"],
        ["from", today],
        ["due", "0.5"],
        ["due-unit", "W"],
      ],
      "helt tal",
    ],
    [
      "refreshers at once",
      [
        ["module", "svara-kunder"],
        ["from", today],
        ["every", "1"],
        ["every-unit", "D"],
      ],
      "lämnar ingen plats",
    ],
    [
      "a long note",
      [
        ["module", "krislage"],
        ["from", today],
        ["note", "x".repeat(501)],
      ],
      "högst 500 tecken",
    ],
  ];
  it.each(faults)("are refused with %s", async (_name, fields, says) => {
    const before = await count("requirement");
    const refused = await (await signedIn("hr")).post(`${path}/new`, [...fields, ["do", "save"]]);
    expect(refused.status).toBe(422);
    const said = saidOn(await refused.text());
    expect(said).toContain("Inget är sparat.");
    expect(said).toContain(says);
    expect(await count("requirement")).toBe(before);
  });

  it("are refused when they are deeper or larger than a form can hold", async () => {
    const hr = await signedIn("hr");
    const deep: [string, string][] = [];
    for (let place = "r.0", depth = 0; depth < 50; depth += 1, place += ".0") deep.push([`item:${place}`, "group"]);
    const tooDeep = await hr.post(`${path}/new`, [...deep, ["do", "save"]]);
    expect(tooDeep.status).toBe(422);
    expect(saidOn(await tooDeep.text())).toContain("Regeln är större");
    const large = await hr.post(`${path}/new`, [
      ["note", "x".repeat(1_000_000)],
      ["do", "save"],
    ]);
    expect(large.status).toBe(413);
    expect(saidOn(await large.text())).toContain("för mycket på en gång");
    const wrong = await hr.post(`${path}/new`, [["do", "save"]], {
      Origin: product.origin,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "text/plain",
    });
    expect(wrong.status).toBe(400);
  });

  it("are saved only once more where they are for nobody, or for everybody", async () => {
    const hr = await signedIn("hr");
    const before = await count("requirement");
    const nobody: Fields = [
      ["id", await newId(hr)],
      ["module", "krislage"],
      ["from", today],
      ["item:r.0", "title"],
      ["value:r.0", "Kung"],
    ];
    const asked = await hr.post(`${path}/new`, [...nobody, ["do", "save"]]);
    expect(asked.status).toBe(422);
    expect(saidOn(await asked.text())).toContain("Kravet gäller ingen den dagen det börjar.");
    const everybody: Fields = [
      ["id", await newId(hr)],
      ["module", "krislage"],
      ["from", today],
    ];
    const twice = await hr.post(`${path}/new`, [...everybody, ["do", "save"]]);
    expect(twice.status).toBe(422);
    expect(saidOn(await twice.text())).toMatch(/Kravet gäller alla \d+ som arbetar här/);
    expect(await count("requirement")).toBe(before);
    const saved = await hr.post(`${path}/new`, [...nobody, ["confirmed", "nobody"], ["do", "save"]]);
    expect(saved.status).toBe(302);
    expect(await count("requirement")).toBe(before + 1);
    await settle();
  });

  it("are saved, followed by assignments, changed, ended and taken back", async () => {
    const hr = await signedIn("hr");
    const { db } = product.deps;
    const id = await newId(hr);
    const fields: Fields = [...managers, ["id", id], ["module", "krislage"], ["from", today], ["do", "save"]];
    const saved = await hr.post(`${path}/new`, fields);
    expect(saved.status).toBe(302);
    expect(saved.headers.get("location")).toBe(`${path}/${id}?done=saved`);
    // The same form once more, from another window.
    const again = await hr.post(`${path}/new`, fields);
    expect([again.status, again.headers.get("location")]).toEqual([302, `${path}/${id}`]);
    await settle();
    const obliged = async (on: string) => {
      const events = await db.read
        .selectFrom("assignment")
        .select("event")
        .where("requirement_id", "=", id)
        .where("withdrawn_at", "is", null)
        .where("happened_on", "<=", on)
        .execute();
      const begun = events.filter(({ event }) => event === "begins").length;
      return 2 * begun - events.length;
    };
    const people = await obliged(today);
    expect(people).toBeGreaterThan(5);
    const shown = saidOn(await (await hr.get(`${path}/${id}`)).text());
    expect(shown).toContain(`${people} personer i dag`);
    const audit = await db.read.selectFrom("audit_event").selectAll().where("subject_id", "=", id).execute();
    expect(audit.map((row) => [row.action, row.actor_id])).toEqual([
      ["recorded-requirement", await personOf(db, "trainer2")],
    ]);
    expect(JSON.parse(audit[0]?.detail ?? "{}")).toMatchObject({ module: "krislage", people });

    // Two administrators change it at once: the second is told.
    const [first, second] = [await newId(hr, `${path}/${id}/edit`), await newId(hr, `${path}/${id}/edit`)];
    const version = (formId: string, unit: string): Fields => [
      ["id", formId],
      ["seen", ""],
      ["from", "2026-12-01"],
      ["item:r.0", "department"],
      ["value:r.0", unit],
      ["do", "save"],
    ];
    expect((await hr.post(`${path}/${id}/edit`, version(first, "butik"))).status).toBe(302);
    const late = await (await signedIn("admin")).post(`${path}/${id}/edit`, version(second, "kundservice"));
    expect(late.status).toBe(409);
    expect(saidOn(await late.text())).toContain("Någon annan har ändrat kravet");
    const old = await db.read.selectFrom("requirement").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    expect(old.to_on).toBe("2026-11-30");
    // The one with a later version cannot be ended any more.
    const closed = await hr.post(`${path}/${id}`, [
      ["kind", "end"],
      ["last", today],
      ["seen", "2026-11-30"],
      ["do", "end"],
    ]);
    expect(closed.status).toBe(409);

    // Taking back the later version shows what it does first, and lets the one before go on.
    const back = `${path}/${first}`;
    const asked = await hr.post(back, [
      ["why", ""],
      ["do", "try-withdraw"],
    ]);
    expect(asked.status).toBe(422);
    const effect = await hr.post(back, [
      ["why", "Fel avdelning"],
      ["do", "try-withdraw"],
    ]);
    expect(effect.status).toBe(200);
    expect(saidOn(await effect.text())).toContain("Vad som händer");
    const done = await hr.post(back, [
      ["why", "Fel avdelning"],
      ["seen", ""],
      ["do", "withdraw"],
    ]);
    expect(done.status).toBe(302);
    expect(saidOn(await (await hr.get(back)).text())).toContain("Tillbakataget");
    const restored = await db.read.selectFrom("requirement").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    expect(restored.to_on).toBeNull();

    // Ended.
    const early = await hr.post(`${path}/${id}`, [
      ["last", "2026-11-01"],
      ["do", "try-end"],
    ]);
    expect(early.status).toBe(422);
    const ending = await hr.post(`${path}/${id}`, [
      ["last", today],
      ["do", "try-end"],
    ]);
    expect(saidOn(await ending.text())).toMatch(/(slipper modulen|Ingenting ändras)/);
    expect(
      (
        await hr.post(`${path}/${id}`, [
          ["last", today],
          ["seen", ""],
          ["do", "end"],
        ])
      ).status,
    ).toBe(302);
    await settle();
    expect(await obliged(today)).toBe(people);
    expect(await obliged("2026-11-25")).toBe(0);
  });

  it("say nothing of standings to whoever may not see them", async () => {
    const rule: Fields = [
      ["item:r.0", "department"],
      ["value:r.0", "butik"],
      ["module", "svara-kunder"],
      ["from", "2026-01-01"],
      ["every", "3"],
      ["every-unit", "M"],
    ];
    const told = async (account: string) =>
      saidOn(await (await (await signedIn(account)).post(`${path}/new`, [...rule, ["do", "try"]])).text());
    expect(await told("hr")).toMatch(/klart senast/);
    expect(await told("admin")).not.toMatch(/klart senast/);
  });
});
