import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CivilDate, daysBetween } from "#app/domain/calendar";
import type { QuestionKey } from "#app/lessons/question";
import { answer, answerRefresher, askedIn, plainText, readKeys } from "#tests/support/answering";
import { personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { type Received, type RecordingProxy, startRecordingProxy } from "#tests/support/recording-proxy";
import { enterAs, hydrated, lessonReady, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
let product: Product;
let proxy: RecordingProxy;
let keys: readonly QuestionKey[];

beforeAll(async () => {
  product = await startProduct();
  proxy = await startRecordingProxy();
  const bundles = await product.deps.db.read.selectFrom("lesson_bundle").select("answer_key").execute();
  keys = bundles.flatMap((row) => JSON.parse(row.answer_key) as QuestionKey[]);
});
afterAll(async () => {
  await proxy?.close();
  await product?.stop(100);
});

const languages = ["sv", "en"] as const;
const today = () => product.clock.now().toISOString().slice(0, 10) as CivilDate;

/** What a text says, however it was written down: escapes of strings and of HTML undone, only letters and digits left. */
function folded(text: string): string {
  const unescaped = text
    .replace(/\\\\/g, "\\")
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\x([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, " ");
  return plainText(unescaped)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The explanations of a question, each long enough to be found nowhere else. */
function explanationsOf(key: QuestionKey): string[] {
  const all = [key.feedbackHtml, ...key.choices.map((choice) => choice.feedbackHtml)];
  return all.flatMap((html) => (html === undefined ? [] : [folded(html).slice(0, 60)]));
}

/** Which of some questions are explained in what was received. */
function explained(received: readonly Received[], questions: readonly QuestionKey[]): string[] {
  const bytes = folded(received.map(({ text }) => text).join("\n"));
  return questions.flatMap((key) =>
    explanationsOf(key).flatMap((text) => (bytes.includes(text) ? [`${key.id}: ${text}`] : [])),
  );
}

/** Everything in the data of the page that was loaded, as `path: value`, however deep. */
async function loaded(page: Page): Promise<string[]> {
  const data = await page.evaluate(() => {
    const router = Reflect.get(window, "__remixRouter") as { state: { loaderData: unknown } };
    return JSON.stringify(router.state.loaderData);
  });
  const leaves: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value !== "object" || value === null) leaves.push(`${path}: ${String(value)}`);
    else for (const [name, part] of Object.entries(value)) walk(part, path === "" ? name : `${path}.${name}`);
  };
  walk(JSON.parse(data), "");
  return leaves;
}

/** Whatever in the page's data marks something as right, or accepts an answer. */
const marking = (leaves: readonly string[]) =>
  leaves.filter((leaf) => /\.(right|rightOrder|accepted|marks|choiceFeedback|feedbackHtml)\b(?!: null$)/.test(leaf));

async function device(person: string) {
  const opened = await browser.open({ proxy: { server: proxy.address } });
  await enterAs(product, opened, person);
  return opened;
}

async function speak(person: string, language: string): Promise<void> {
  await product.deps.db.write.updateTable("person").set({ language }).where("id", "=", person).execute();
}

/** Names of the refresher units of each module's newest revision, in order. */
async function refresherUnits(): Promise<Map<string, string[]>> {
  const rows = await product.deps.db.read
    .selectFrom("lesson_source")
    .innerJoin("revision", "revision.id", "lesson_source.revision_id")
    .select(["module_id", "number", "name"])
    .where("kind", "=", "refresher")
    .where("language", "=", "sv")
    .orderBy("number")
    .orderBy("position")
    .execute();
  const newest = new Map(rows.map((row) => [row.module_id, row.number]));
  const units = new Map<string, string[]>();
  for (const { module_id, number, name } of rows) {
    if (number === newest.get(module_id)) units.set(module_id, [...(units.get(module_id) ?? []), name]);
  }
  return units;
}

/** Everybody who has a refresher before them, with how many of that module they have passed. */
async function refreshersAhead() {
  const rows = await product.deps.db.read
    .selectFrom("standing")
    .select(["person_id", "module_id", "task", "opens_on"])
    .select((eb) =>
      eb
        .selectFrom("attempt")
        .select((count) => count.fn.countAll<number>().as("passed"))
        .whereRef("attempt.person_id", "=", "standing.person_id")
        .whereRef("attempt.module_id", "=", "standing.module_id")
        .where("attempt.kind", "=", "refresher")
        .where("attempt.passed", "=", 1)
        .as("passed"),
    )
    .where("opens_on", "is not", null)
    .where("state", "in", ["current", "refresher-open", "refresher-overdue"])
    .orderBy("person_id")
    .execute();
  return rows.map((row) => ({
    person: row.person_id,
    moduleId: row.module_id,
    task: row.task,
    opensOn: row.opens_on ?? "",
    passed: Number(row.passed),
  }));
}

it("looks for explanations that are long enough to be found nowhere else", () => {
  const all = keys.flatMap(explanationsOf);
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter((text) => text.length < 20)).toEqual([]);
  // What is looked for would be found in whichever way the server may write it.
  const html = keys.find(({ choices }) => choices.some(({ feedbackHtml }) => /&|<em>|”|"/.test(feedbackHtml ?? "")));
  const said = html?.choices.map(({ feedbackHtml }) => feedbackHtml).join(" ") ?? "";
  for (const written of [said, JSON.stringify(said), JSON.stringify(JSON.stringify(said))]) {
    const script = written.replaceAll("<", "\\u003c");
    for (const text of html ? explanationsOf(html) : []) expect(folded(script)).toContain(text);
  }
});

describe("before an answer", () => {
  it("no lesson, in either language, brings anything of one with it", async () => {
    const { db } = product.deps;
    const newcomer = await db.read
      .selectFrom("standing")
      .select("person_id")
      .where("state", "=", "assigned")
      .where("person_id", "not in", db.read.selectFrom("completion").select("person_id"))
      .executeTakeFirstOrThrow();
    const person = newcomer.person_id;
    const lessons = await db.read
      .selectFrom("lesson_source")
      .innerJoin("revision", "revision.id", "lesson_source.revision_id")
      .select(["module_id", "name"])
      .where("kind", "=", "lesson")
      .where("language", "=", "sv")
      .distinct()
      .execute();
    expect(lessons.length).toBeGreaterThan(8);
    const { page } = await device(person);
    proxy.take();
    const received: Received[] = [];
    const asked = new Set<string>();
    for (const language of languages) {
      await speak(person, language);
      for (const { module_id, name } of lessons) {
        await page.goto(`${product.origin}/modules/${module_id}/${name}`);
        await lessonReady(page);
        for (const id of await page.locator('form.KnowledgeCheck input[name="check"]').all())
          asked.add(await id.inputValue());
        expect(marking(await loaded(page)), `${module_id}/${name} in ${language}`).toEqual([]);
        received.push(...proxy.take());
      }
    }
    expect(asked.size).toBeGreaterThan(20);
    // Documents, data, scripts, styles and the lessons' own modules were all seen.
    const modules = received.filter(({ url }) => url.startsWith("/lessons/"));
    expect(modules).toHaveLength(lessons.length * languages.length);
    for (const { body } of modules) expect(body).not.toMatch(/\bright\b\s*:/);
    expect(received.filter(({ url }) => url.endsWith(".js")).length).toBeGreaterThan(modules.length + 3);
    expect(explained(received, keys)).toEqual([]);
  });

  it("no refresher, of any unit in either language, brings anything of one; and then only that one's", async () => {
    const { db } = product.deps;
    const unitsOf = await refresherUnits();
    const missing = new Set([...unitsOf].flatMap(([moduleId, names]) => names.map((name) => `${moduleId} ${name}`)));
    expect(missing.size).toBeGreaterThan(10);
    const opened = await browser.open({ proxy: { server: proxy.address } });
    const { page } = opened;
    const elsewhere = await browser.open();
    proxy.take();
    const received: Received[] = [];

    async function read(person: string, moduleId: string): Promise<void> {
      await enterAs(product, opened, person);
      for (const language of languages) {
        await speak(person, language);
        await page.goto(`${product.origin}/modules/${moduleId}/refresher`);
        await hydrated(page);
        received.push(...proxy.take());
        expect(marking(await loaded(page))).toEqual([]);
        await page.locator('button[value="start"]').click();
        await page.waitForURL("**/refresher/question");
        const form = page.locator("form.KnowledgeCheck");
        await form.waitFor();
        expect(marking(await loaded(page))).toEqual([]);
        received.push(...proxy.take());
        if (language !== "en") continue;
        expect(explained(received.splice(0), keys)).toEqual([]);
        // One answer, a wrong one: what comes is about that question, and nothing about those that are still to come.
        const byId = await readKeys(db, moduleId, language);
        const key = await askedIn(form, byId);
        await answer(form, key, "wrong");
        await form.locator(".Feedback").waitFor();
        const after = proxy.take();
        expect(explained(after, [key])).not.toEqual([]);
        const others = keys.filter(({ id }) => id !== key.id);
        expect(explained(after, others)).toEqual([]);
        const { unit } = await db.read
          .selectFrom("attempt")
          .select("unit")
          .where("person_id", "=", person)
          .where("module_id", "=", moduleId)
          .where("finished_at", "is", null)
          .executeTakeFirstOrThrow();
        missing.delete(`${moduleId} ${unit}`);
        // Whoever passes has the next unit before them when the next refresher comes.
        await enterAs(product, elsewhere, person);
        await answerRefresher(
          elsewhere.context.request,
          `${product.origin}/modules/${moduleId}/refresher/question`,
          byId,
        );
      }
    }

    // Units take turns: whoever has passed as many as a unit needs has it before them, today or when days have passed.
    for (let jumps = 0; missing.size > 0 && jumps < 12; jumps += 1) {
      const wanted = (await refreshersAhead()).filter(({ moduleId, passed }) => {
        const names = unitsOf.get(moduleId) ?? [];
        return missing.has(`${moduleId} ${names[passed % names.length]}`);
      });
      const ready = wanted.find(({ task }) => task === "refresher");
      if (ready) {
        await read(ready.person, ready.moduleId);
        jumps -= 1;
        continue;
      }
      const soonest = wanted.map(({ opensOn }) => opensOn).filter((day) => day > today());
      product.clock.passDays(daysBetween(today(), soonest.sort()[0] as CivilDate));
      await product.runner.round();
    }
    expect([...missing]).toEqual([]);
  });

  it("in a lesson brings nothing of the other questions when one is answered", async () => {
    const { db } = product.deps;
    const moduleId = "krislage";
    const { person_id: person } = await db.read
      .selectFrom("standing")
      .select("person_id")
      .where("module_id", "=", moduleId)
      .where("task", "=", "module")
      .where("person_id", "not in", db.read.selectFrom("attempt").select("person_id").where("module_id", "=", moduleId))
      .executeTakeFirstOrThrow();
    await speak(person, "sv");
    const byId = await readKeys(db, moduleId, "sv");
    const { page } = await device(person);
    await page.goto(`${product.origin}/modules/${moduleId}/01-den-forsta-halvtimmen`);
    await lessonReady(page);
    proxy.take();
    const forms = page.locator("article form.KnowledgeCheck");
    const answered: string[] = [];
    for (let place = 0; place < (await forms.count()); place += 1) {
      const form = forms.nth(place);
      const key = await askedIn(form, byId);
      answered.push(key.id);
      await answer(form, key, place % 2 === 0 ? "wrong" : "dont-know");
      await form.locator(".Feedback").waitFor();
      const received = proxy.take();
      expect(explained(received, [key])).not.toEqual([]);
      expect(
        explained(
          received,
          keys.filter(({ id }) => !answered.includes(id)),
        ),
      ).toEqual([]);
      // Of a choice that was rightly left alone nothing is said either.
      if (key.kind !== "one") continue;
      const wrong = key.choices.filter((choice) => !choice.right);
      const chosen = place % 2 === 0 ? wrong.slice(0, 1) : [];
      const unsaid = wrong.filter((choice) => !chosen.includes(choice));
      const bytes = folded(received.map(({ text }) => text).join("\n"));
      for (const { feedbackHtml } of unsaid) expect(bytes).not.toContain(folded(feedbackHtml ?? "").slice(0, 60));
    }
    expect(answered.length).toBeGreaterThan(1);
  });
});

describe("a manager's pages", () => {
  const ours = (received: readonly Received[]) =>
    received.filter(({ url }) => /^\/(overview|people)/.test(url)).map(({ body }) => body);

  it("bring nothing of answers, results, reading or why somebody is away", async () => {
    const { db } = product.deps;
    const { page } = await device(await personOf(db, "manager"));
    const absent = await db.read
      .selectFrom("absence")
      .innerJoin("attempt", "attempt.person_id", "absence.person_id")
      .select(["absence.person_id", "absence.kind"])
      .where("absence.until_on", ">=", "2026-06-01")
      .where("attempt.passed", "=", 0)
      .distinct()
      .orderBy("absence.person_id")
      .execute();
    const watched = new Set([
      await personOf(db, "employee"),
      ...["leave", "exemption"].flatMap((kind) => absent.find((row) => row.kind === kind)?.person_id ?? []),
    ]);
    expect(watched.size).toBe(3);
    for (const language of languages) {
      await speak(await personOf(db, "manager"), language);
      proxy.take();
      await page.goto(`${product.origin}/overview`);
      await hydrated(page);
      const leaves = await loaded(page);
      const bytes = ours(proxy.take());
      for (const person of watched) {
        // Once as a document and once as the data of a page that is here already.
        await page.goto(`${product.origin}/people/${person}?events=all`);
        await hydrated(page);
        leaves.push(...(await loaded(page)).map((leaf) => `${person}.${leaf}`));
        await page.locator(".Crumbs a").first().click();
        await page.waitForURL("**/overview");
        await page.goBack();
        await page.waitForURL("**/people/*");
        await page.locator(".Timeline").waitFor();
        bytes.push(...ours(proxy.take()));
      }
      expect(bytes.length).toBeGreaterThan(watched.size * 2);
      const names = [...new Set(leaves.flatMap((leaf) => leaf.slice(0, leaf.indexOf(": ")).split(".")))];
      const told = /score|answer|correct|attempt|furthest|reading|section|reason|weak|kind$|statement|reflection/i;
      expect(names.filter((name) => told.test(name) && name !== "hasEarlierEvents")).toEqual([]);
      // Where a weak result shortens the interval, it would tell how the last one was.
      const of = (pattern: RegExp) => leaves.flatMap((leaf) => pattern.exec(leaf)?.[1] ?? []);
      const byResult = new Set(of(/^(.*)\.(?:id|moduleId|module\.id): svara-kunder$/));
      expect(byResult.size).toBeGreaterThan(0);
      expect(of(/^(.*)\.standing\..*\.every: (?!null$)/).filter((path) => byResult.has(path))).toEqual([]);
      const all = bytes.join("\n");
      expect(all).not.toContain("weak-score");
      expect(all).not.toMatch(
        /sjuk|föräldra|\bvab\b|semester|tjänstledig|ledighet|\bsick|parental|vacation|maternity/i,
      );
      const given = await db.read
        .selectFrom("answer")
        .innerJoin("attempt", "attempt.id", "answer.attempt_id")
        .select("check_id")
        .where("person_id", "in", [...watched])
        .distinct()
        .execute();
      expect(given.length).toBeGreaterThan(10);
      for (const { check_id } of given) expect(all).not.toContain(check_id);
      const reasons = await db.read
        .selectFrom("absence")
        .select("reason")
        .where("person_id", "in", [...watched])
        .where("reason", "is not", null)
        .execute();
      for (const { reason } of reasons) expect(folded(all)).not.toContain(folded(reason ?? ""));
    }
  });
});
