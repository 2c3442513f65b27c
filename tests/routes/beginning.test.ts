import { ulid } from "ulid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDraftFiles, findOpenDraft } from "#db/queries/drafts";
import { personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

let product: Product;

/** Somebody who writes in one course (null: in all). */
async function makeTrainer(account: string, courseId: string | null): Promise<void> {
  const { db } = product.deps;
  const personId = await personOf(db, account);
  await db.write.updateTable("person").set({ language: "sv" }).where("id", "=", personId).execute();
  await db.write.deleteFrom("role_grant").where("person_id", "=", personId).execute();
  const grant = {
    id: ulid(),
    person_id: personId,
    role: "trainer" as const,
    department_id: null,
    course_id: courseId,
    deputy: 0,
    from_on: "2026-01-01",
    to_on: null,
    recorded_at: "2026-01-01T00:00:00.000Z",
    recorded_by: null,
  };
  await db.write.insertInto("role_grant").values(grant).execute();
}

beforeAll(async () => {
  product = await startProduct();
  await makeTrainer("trainer", null);
  await makeTrainer("trainer2", "trygg-pa-natet");
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

async function signedIn(account: string): Promise<Visitor> {
  const visitor = new Visitor(product.origin);
  await visitor.signIn(account);
  return visitor;
}

/** What the form of a new module is known by. */
async function formOf(visitor: Visitor): Promise<string> {
  const html = await (await visitor.get("/studio/new")).text();
  const [, draft = ""] = /name="draft"[^>]* value="([0-9A-Z]{26})"/.exec(html) ?? [];
  expect(draft).not.toBe("");
  return draft;
}

async function filesOf(moduleId: string): Promise<Map<string, string | null>> {
  const { read } = product.deps.db;
  const draft = await findOpenDraft(read, moduleId);
  return new Map((draft ? await findDraftFiles(read, draft.id) : []).map(({ path, text }) => [path, text]));
}

describe("a new module", () => {
  const typed = { course: "", "course-title-sv": "Kassan", "title-sv": "Stänga på kvällen", template: "procedure" };

  it("begins with its course, from a template, under an id made of the title", async () => {
    const trainer = await signedIn("trainer");
    expect((await trainer.get("/studio/new")).status).toBe(200);
    const response = await trainer.post("/studio/new", typed);
    expect(response.headers.get("location")).toBe("/studio/stanga-pa-kvallen");
    expect([...(await filesOf("stanga-pa-kvallen")).keys()].sort()).toEqual([
      "01-step-by-step.sv.mdx",
      "refreshers/01-again.sv.mdx",
    ]);
    const course = await product.deps.db.read
      .selectFrom("course")
      .selectAll()
      .where("id", "=", "kassan")
      .executeTakeFirstOrThrow();
    expect(course.owner).toBe("trainer@fjallnas.example");
    expect((await trainer.get("/studio/stanga-pa-kvallen")).status).toBe(200);
    const again = await trainer.post("/studio/new", { ...typed, course: "kassan" });
    expect(again.headers.get("location")).toBe("/studio/stanga-pa-kvallen-2");
  });

  it("is begun once from one form, also by presses that come at once", async () => {
    const trainer = await signedIn("trainer");
    const draft = await formOf(trainer);
    expect(draft).not.toBe(await formOf(trainer));
    const form = { ...typed, draft, "course-title-sv": "Lagret", "title-sv": "Ta emot varor" };
    const answers = await Promise.all([1, 2, 3].map(() => trainer.post("/studio/new", form)));
    answers.push(await trainer.post("/studio/new", form));
    expect(answers.map((answer) => answer.headers.get("location"))).toEqual(Array(4).fill("/studio/ta-emot-varor"));
    const { read } = product.deps.db;
    const like = async (table: "course" | "draft", column: "id" | "module_id", start: string) =>
      await read.selectFrom(table).select(column).where(column, "like", `${start}%`).execute();
    expect(await like("course", "id", "lagret")).toHaveLength(1);
    expect(await like("draft", "module_id", "ta-emot-varor")).toHaveLength(1);
    const audited = await read
      .selectFrom("audit_event")
      .select("subject_id")
      .where("action", "=", "created-course")
      .where("subject_id", "like", "lagret%")
      .execute();
    expect(audited).toHaveLength(1);
  });

  it("is begun by another's press of the same form as their own", async () => {
    const draft = await formOf(await signedIn("trainer"));
    const form = { ...typed, draft, course: "trygg-pa-natet", "title-sv": "Samma blankett" };
    const accounts = ["trainer", "trainer2"];
    const answers = await Promise.all(
      accounts.map(async (account) => await (await signedIn(account)).post("/studio/new", form)),
    );
    const modules = answers.map((answer) => answer.headers.get("location")).sort();
    expect(modules).toEqual(["/studio/samma-blankett", "/studio/samma-blankett-2"]);
  });

  it("is begun anew from a form whose module was discarded since", async () => {
    const trainer = await signedIn("trainer");
    const draft = await formOf(trainer);
    const form = { ...typed, draft, course: "trygg-pa-natet", "title-sv": "Ångrad" };
    expect((await trainer.post("/studio/new", form)).headers.get("location")).toBe("/studio/angrad");
    await trainer.post("/studio/angrad", { intent: "discard" });
    const again = await trainer.post("/studio/new", form);
    expect((await trainer.get(again.headers.get("location") ?? "")).status).toBe(200);
  });

  it("is not begun from a form with faults, and what was typed is shown again", async () => {
    const trainer = await signedIn("trainer");
    const response = await trainer.post("/studio/new", {
      ...typed,
      "course-title-sv": "",
      "title-en": "Closing <time>",
      id: "Fel Id",
    });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain("Skriv vad kursen heter.");
    expect(html).toContain("Ta små bokstäver a till z");
    expect(html).toContain('value="Stänga på kvällen"');
    expect(html).toContain('value="Closing &lt;time&gt;"');
    const taken = await trainer.post("/studio/new", { ...typed, course: "trygg-pa-natet", id: "krislage" });
    expect(taken.status).toBe(422);
    expect(await taken.text()).toContain("Det finns redan en modul med det id:t.");
    const own = await trainer.post("/studio/new", { ...typed, course: "trygg-pa-natet", id: "new" });
    expect(own.status).toBe(422);
  });

  it("loses what nobody sees of its title, wherever in the studio that is typed", async () => {
    const trainer = await signedIn("trainer");
    const title = "Packa\u0000 upp\u0007 \u202evaror";
    const begun = await trainer.post("/studio/new", { ...typed, "course-title-sv": title, "title-sv": title });
    expect(begun.headers.get("location")).toBe("/studio/packa-upp-varor");
    const { read } = product.deps.db;
    const draft = await findOpenDraft(read, "packa-upp-varor");
    expect(JSON.parse(draft?.fields ?? "{}").title).toEqual({ sv: "Packa upp varor" });
    const course = await read
      .selectFrom("course")
      .select("title")
      .where("id", "=", draft?.course_id ?? "")
      .execute();
    expect(course).toEqual([{ title: JSON.stringify({ sv: "Packa upp varor" }) }]);
    const added = await trainer.post("/studio/packa-upp-varor/contents", {
      intent: "add",
      kind: "lesson",
      title: "Packa\u0000 upp\u001b",
      language: "sv",
    });
    expect(added.headers.get("location")).toMatch(/packa-upp/);
    const gift = "Rätt? {T}";
    const brought = { gift, title: "Frå\u0000gor\u0081 om varor", language: "sv", intent: "add" };
    expect((await trainer.post("/studio/packa-upp-varor/gift", brought)).status).toBe(302);
    const files = await filesOf("packa-upp-varor");
    expect([...files.values()].join("")).not.toMatch(/(?!\n)\p{Cc}|\\u00/u);
    expect(files.get("questions/fragor-om-varor.sv.mdx")).toContain('title: "Frågor om varor"');
    const only = await trainer.post("/studio/new", { ...typed, "title-sv": "\u0000\u0001" });
    expect(only.status).toBe(422);
  });

  it("is begun by those who write in its course, and a course by those who write in all", async () => {
    const other = await signedIn("trainer2");
    const refused = await other.post("/studio/new", typed);
    expect(refused.status).toBe(422);
    const elsewhere = await other.post("/studio/new", { ...typed, course: "sociala-medier-i-arbetet" });
    expect(elsewhere.status).toBe(422);
    const own = await other.post("/studio/new", { ...typed, "title-sv": "Egen", course: "trygg-pa-natet" });
    expect(own.headers.get("location")).toBe("/studio/egen");
    const employee = await signedIn("employee");
    expect((await employee.get("/studio/new")).status).toBe(403);
    expect((await employee.post("/studio/new", typed)).status).toBe(403);
  });
});

describe("questions from GIFT", () => {
  const path = "/studio/krislage/gift";
  const gift =
    "::Först:: Vad gör du först? {=Ringer ~Väntar#Då hinner det spridas.}\n\nBerätta. {}\n\n::Sist:: Klart? {T}";
  const typed = { gift, title: "Fler frågor", language: "sv" };

  it("are tried without changing anything", async () => {
    const trainer = await signedIn("trainer");
    expect((await trainer.get(path)).status).toBe(200);
    const response = await trainer.post(path, { ...typed, intent: "try" });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain("Det blir två frågor. En sak följer inte med.");
    expect(html).toContain("Rad 3");
    expect(html).toContain("Ett fritt svar går inte att rätta.");
    expect(html).toContain("::Först:: Vad gör du först?");
    expect(await findOpenDraft(product.deps.db.read, "krislage")).toBeUndefined();
  });

  it("are added as a file of the question bank; the same in another language with the same ids", async () => {
    const trainer = await signedIn("trainer");
    const added = await trainer.post(path, { ...typed, intent: "add" });
    expect(added.headers.get("location")).toBe("/studio/krislage?file=questions%2Ffler-fragor.sv.mdx");
    const english = "What do you do first? {=Call ~Wait}\n\nDone? {T}";
    await trainer.post(path, { ...typed, gift: english, language: "en", intent: "add" });
    const files = await filesOf("krislage");
    const ids = (file: string) => [...(files.get(file) ?? "").matchAll(/<Check id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids("questions/fler-fragor.sv.mdx")).toEqual(["q-forst", "q-sist"]);
    expect(ids("questions/fler-fragor.en.mdx")).toEqual(["q-forst", "q-sist"]);
    expect(files.get("questions/fler-fragor.en.mdx")).toContain("<Choice right>True</Choice>");
    const again = await trainer.post(path, { ...typed, intent: "add" });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("Det finns redan frågor med det namnet");
  });

  it("are refused where they are not those of the other language, or nothing is left of them", async () => {
    const trainer = await signedIn("trainer");
    await trainer.post(path, { ...typed, title: "Ensam", intent: "add" });
    const other = await trainer.post(path, {
      ...typed,
      title: "Ensam",
      gift: "A? {=b ~c}",
      language: "en",
      intent: "add",
    });
    expect(other.status).toBe(422);
    expect(await other.text()).toContain("de här är inte samma frågor");
    const nothing = await trainer.post(path, { ...typed, title: "Inget", gift: "Berätta. {}", intent: "add" });
    expect(nothing.status).toBe(422);
    expect((await filesOf("krislage")).has("questions/inget.sv.mdx")).toBe(false);
  });

  it("are not lost where reading them takes too long", async () => {
    const trainer = await signedIn("trainer");
    const hostile = Array.from({ length: 18 }, () => `[html]${"<a href>".repeat(950)}{=a ~b}`).join("\n\n");
    const answer = await trainer.post("/studio/krislage/gift", {
      ...typed,
      title: "Tungt",
      gift: hostile,
      intent: "add",
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Det tog för lång tid att läsa frågorna och avbröts.");
    expect(page.match(/&lt;a href&gt;/g)?.length).toBeGreaterThan(17_000);
    expect((await filesOf("krislage")).has("questions/tungt.sv.mdx")).toBe(false);
  });

  it("are for those who write in the course", async () => {
    const other = await signedIn("trainer2");
    expect((await other.get("/studio/svara-kunder/gift")).status).toBe(403);
    expect((await other.post("/studio/svara-kunder/gift", { ...typed, intent: "add" })).status).toBe(403);
    expect(await findOpenDraft(product.deps.db.read, "svara-kunder")).toBeUndefined();
  });
});

describe("what is pasted", () => {
  it("comes back in the dialect, with what was left", async () => {
    const trainer = await signedIn("trainer");
    const response = await trainer.post("/studio/paste", { html: "<h1>Hej</h1><p>{du}<img src=x></p>" });
    expect(response.headers.get("content-type")).toContain("application/json");
    const nothing = { pictures: 0, links: 0, changes: 0, end: null };
    expect(await response.json()).toEqual({
      kind: "converted",
      markdown: "## Hej\n\n\\{du\\}",
      left: { ...nothing, pictures: 1 },
    });
    const markdown = await trainer.post("/studio/paste", { markdown: "---\na: b\n---\n# Hej" });
    expect(await markdown.json()).toEqual({ kind: "converted", markdown: "## Hej", left: nothing });
  });

  it("is not converted where that takes too long, and others are served meanwhile", async () => {
    const trainer = await signedIn("trainer");
    const answer = trainer.post("/studio/paste", { markdown: "a\n===\n".repeat(9_999) });
    let isAnswered = false;
    void answer.then(() => {
      isAnswered = true;
    });
    // Longer than sending takes, and shorter than the limit.
    for (let count = 0; count < 20; count += 1) expect((await trainer.get("/studio")).status).toBe(200);
    expect(isAnswered).toBe(false);
    expect(await (await answer).json()).toEqual({ kind: "stopped", why: "timeout" });
  });

  it("is refused from others, and where it is too much", async () => {
    expect((await new Visitor(product.origin).post("/studio/paste", { html: "<p>a" })).status).toBe(401);
    expect((await (await signedIn("employee")).post("/studio/paste", { html: "<p>a" })).status).toBe(403);
    const trainer = await signedIn("trainer");
    expect((await trainer.post("/studio/paste", { html: "a".repeat(910_000) })).status).toBe(400);
    expect((await trainer.post("/studio/paste", { html: "a".repeat(1_100_000) })).status).toBe(413);
  });
});
