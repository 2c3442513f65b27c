import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Page } from "playwright-core";
import { ulid } from "ulid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import routes from "#app/routes";
import { beyond, broken, focusFaults, headingFaults } from "#tests/support/accessibility";
import { answer, answerLesson, answerRefresher, askedIn, endAttempt, readKeys } from "#tests/support/answering";
import { beginnersOf, peopleWith, personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, lessonReady, type WatchedPage, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product?.stop(100);
});

type Language = "sv" | "en";

interface Screen {
  readonly name: string;
  /** Who reads it; null: nobody is signed in. */
  readonly who: () => Promise<string | null>;
  readonly path: string | ((person: string | null) => string);
  /** What happened before, once. */
  readonly before?: (device: WatchedPage, person: string) => Promise<void>;
  /** What is done on the page to come to the state that is meant; ends when it is there. */
  readonly reach?: (page: Page, language: Language) => Promise<void>;
  /** What the browser's console says of a page that is refused. */
  readonly fault?: RegExp;
}

const at = (path: string) => `${product.origin}${path}`;
const account = (name: string) => () => personOf(product.deps.db, name);
const nobody = async () => null;

const taken = new Set<string>();
/** Somebody who was not used for another screen. */
async function another(candidates: Promise<string[]>): Promise<string> {
  const person = (await candidates).find((each) => !taken.has(each));
  if (person === undefined) throw new Error("Nobody is left who stands like that");
  taken.add(person);
  return person;
}
const beginner = (moduleId: string) => () => another(beginnersOf(product.deps.db, moduleId));
const refresher = (moduleId: string) => () => another(peopleWith(product.deps.db, moduleId, "refresher-open"));

/** Somebody whose standings are all in these states, and in each of them. */
function standingOnlyIn(...states: string[]) {
  return async () => {
    const rows = await product.deps.db.read
      .selectFrom("standing")
      .leftJoin("credential", "credential.person_id", "standing.person_id")
      .select(["standing.person_id", "state"])
      .where("credential.person_id", "is", null)
      .orderBy("standing.person_id")
      .execute();
    const held = new Map<string, Set<string>>();
    for (const row of rows) held.set(row.person_id, (held.get(row.person_id) ?? new Set()).add(row.state));
    const found = [...held].filter(([, own]) => own.size === states.length && states.every((state) => own.has(state)));
    return await another(Promise.resolve(found.map(([person]) => person)));
  };
}

/** Somebody who has just come and belongs to no department yet. */
async function unplaced(): Promise<string> {
  const id = ulid(product.clock.now().getTime());
  const at = product.clock.now().toISOString();
  const { db } = product.deps;
  const site = await db.read.selectFrom("site").selectAll().executeTakeFirstOrThrow();
  await db.write
    .insertInto("person")
    .values({
      id,
      employee_number: "9999",
      given_name: "Nils",
      family_name: "Ny",
      email: null,
      language: "sv",
      zone: null,
      search_key: "nils ny 9999",
      sort_key: "ny nils",
      created_at: at,
    })
    .execute();
  await db.write
    .insertInto("employment")
    .values({
      id: ulid(),
      person_id: id,
      entity_id: site.entity_id,
      site_id: site.id,
      kind: "temporary",
      title: "Vikarie",
      manager_id: null,
      from_on: "2026-11-24",
      to_on: null,
      recorded_at: at,
      recorded_by: null,
    })
    .execute();
  return id;
}

const keysOf = (moduleId: string) => readKeys(product.deps.db, moduleId, "sv");
const strategin = ["/modules/strategin/01-allas-sak", "/modules/strategin/02-konton-roller-matt"] as const;
const crisis = "/modules/krislage/01-den-forsta-halvtimmen";
const refresherOf = (moduleId: string, step = "") => `/modules/${moduleId}/refresher${step}`;

/** Answers both lessons of the strategy and ends the attempt. */
function attempted(how: "right" | "dont-know") {
  return async ({ context }: WatchedPage) => {
    for (const path of strategin) await answerLesson(context.request, at(path), await keysOf("strategin"), how);
    await endAttempt(context.request, at(strategin[1]));
  };
}

/** Answers the question that is shown; each language answers another one, since the first answer stands. */
function answering(moduleId: string, how: "right" | "wrong") {
  return async (page: Page, language: Language) => {
    const form = page.locator("form.KnowledgeCheck");
    await answer(form, await askedIn(form, await readKeys(product.deps.db, moduleId, language)), how);
    await form.locator(".Feedback").waitFor();
    product.clock.passSeconds(20);
  };
}

const screens: readonly Screen[] = [
  { name: "sign in", who: nobody, path: "/sign-in" },
  {
    name: "sign in, refused",
    who: nobody,
    path: "/sign-in",
    reach: async (page) => {
      await page.locator('input[name="email"]').fill("nobody@fjallnas.example");
      await page.locator('input[name="password"]').fill("wrong");
      await page.locator('button[value="sign-in"]').click();
      await page.getByRole("alert").waitFor();
    },
    fault: /status of 422/,
  },
  {
    name: "sign in, with nothing written",
    who: nobody,
    path: "/sign-in?next=%2F&kept=1",
    reach: async (page) => {
      await page.locator('button[value="sign-in"]').click();
      await page.locator(".Error, [aria-invalid]").first().waitFor();
    },
    fault: /status of 422/,
  },
  { name: "my training, a refresher due", who: account("employee"), path: "/" },
  {
    name: "my training, much to do",
    who: standingOnlyIn("current", "lapsed", "refresher-open", "refresher-overdue"),
    path: "/",
  },
  { name: "my training, nothing due", who: standingOnlyIn("current"), path: "/" },
  { name: "my training, the first day", who: standingOnlyIn("assigned"), path: "/" },
  { name: "my training, away", who: standingOnlyIn("on-leave"), path: "/" },
  { name: "my training, some exempt", who: standingOnlyIn("current", "exempt"), path: "/" },
  { name: "my training, nothing required", who: unplaced, path: "/" },
  {
    name: "my training, the menu open and the network gone",
    who: account("employee"),
    path: "/",
    reach: async (page) => {
      await page.locator(".AccountMenu summary").click();
      await page.evaluate(() => {
        Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
        dispatchEvent(new Event("offline"));
      });
      await page.locator(".OfflineNotice .Notice").waitFor();
    },
  },
  { name: "a lesson, not begun", who: beginner("svara-kunder"), path: "/modules/svara-kunder" },
  { name: "a lesson with an order, not begun", who: beginner("krislage"), path: crisis },
  { name: "a lesson to confirm", who: beginner("strategin"), path: strategin[1] },
  {
    name: "a lesson with something to think about",
    who: beginner("svara-kunder"),
    path: "/modules/svara-kunder/02-orden-i-svaret",
  },
  {
    name: "a lesson, answered wrong",
    who: beginner("krislage"),
    path: crisis,
    before: async ({ context }) => answerLesson(context.request, at(crisis), await keysOf("krislage"), "wrong"),
  },
  {
    name: "a lesson, everything answered",
    who: beginner("strategin"),
    path: strategin[1],
    before: async ({ context }) => {
      for (const path of strategin) await answerLesson(context.request, at(path), await keysOf("strategin"));
    },
  },
  { name: "a lesson, failed", who: beginner("strategin"), path: strategin[1], before: attempted("dont-know") },
  { name: "a lesson, completed", who: beginner("strategin"), path: strategin[1], before: attempted("right") },
  {
    name: "a lesson that is held, with a refresher due",
    who: refresher("svara-kunder"),
    path: "/modules/svara-kunder",
  },
  { name: "a refresher with a change", who: refresher("svara-kunder"), path: refresherOf("svara-kunder") },
  {
    name: "a refresher without one",
    who: refresher("bilder-och-dataskydd"),
    path: refresherOf("bilder-och-dataskydd"),
  },
  { name: "a refresher's question", who: refresher("svara-kunder"), path: refresherOf("svara-kunder", "/question") },
  {
    name: "a refresher's question with nothing chosen",
    who: refresher("svara-kunder"),
    path: refresherOf("svara-kunder", "/question"),
    reach: async (page) => {
      await page.locator('button[value="answer"]').click();
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "a refresher's question, wrong",
    who: refresher("krislage"),
    path: refresherOf("krislage", "/question"),
    reach: answering("krislage", "wrong"),
  },
  {
    name: "a refresher's question, right",
    who: refresher("krislage"),
    path: refresherOf("krislage", "/question"),
    reach: answering("krislage", "right"),
  },
  {
    name: "a refresher's result",
    who: refresher("svara-kunder"),
    path: refresherOf("svara-kunder", "/result"),
    before: async ({ context }) =>
      answerRefresher(
        context.request,
        at(refresherOf("svara-kunder", "/question")),
        await keysOf("svara-kunder"),
        (place) => (place === 0 ? "wrong" : "right"),
      ),
  },
  { name: "the overview", who: account("manager"), path: "/overview" },
  { name: "the overview of some departments", who: account("manager.butik"), path: "/overview" },
  { name: "the overview, nobody found", who: account("manager"), path: "/overview?q=zzzzzz" },
  { name: "a person", who: account("manager"), path: () => `/people/${someone.employee}` },
  { name: "a person who is away", who: account("manager"), path: () => `/people/${someone.away}` },
  { name: "a person who is exempt", who: account("manager"), path: () => `/people/${someone.exempt}` },
  { name: "what is not for its reader", who: account("employee"), path: "/overview", fault: /status of 403/ },
  { name: "an address that leads nowhere", who: account("employee"), path: "/nowhere", fault: /status of 404/ },
  { name: "an address that leads nowhere, to nobody", who: nobody, path: "/nowhere", fault: /status of 404/ },
  { name: "a module that there is not", who: account("employee"), path: "/modules/nothing", fault: /status of 404/ },
  {
    name: "a page that does not come",
    who: account("employee"),
    path: "/",
    reach: async (page) => {
      await page.route(/\.data(\?|$)/, (route) => route.abort());
      await page.locator("main .Button").first().click();
      await page.locator(".Empty h1").waitFor();
    },
    fault: /net::ERR_FAILED/,
  },
  {
    name: "handing in what waited",
    who: account("employee"),
    path: "/resume",
    // What is handed in leads on at once; held back, the page can be looked at.
    reach: async (page) => void (await page.locator("main form").waitFor()),
  },
];

const someone = { employee: "", away: "", exempt: "" };
beforeAll(async () => {
  someone.employee = await personOf(product.deps.db, "employee");
  someone.away = await standingOnlyIn("on-leave")();
  someone.exempt = (await peopleWith(product.deps.db, "kampanj-och-markning", "exempt"))[0] ?? someone.employee;
});

/** Where pages were looked at, as the router of the page names it. */
const covered = new Set<string>();

async function matched(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const router = Reflect.get(window, "__remixRouter") as {
      state: { matches: { route: { path?: string; index?: boolean } }[] };
    };
    const last = router.state.matches.at(-1)?.route;
    return last?.index ? "/" : (last?.path ?? "");
  });
}

/** Opens a device in a language on which the reader of a screen is signed in. */
async function deviceFor(screen: Screen, person: string | null): Promise<WatchedPage> {
  const device = await browser.open({ reducedMotion: "reduce", colorScheme: "light" });
  if (screen.fault) device.expectFault(screen.fault);
  if (person !== null) await enterAs(product, device, person);
  if (person !== null) {
    await product.deps.db.write.updateTable("person").set({ language: "sv" }).where("id", "=", person).execute();
    await screen.before?.(device, person);
  }
  return device;
}

async function show(device: WatchedPage, screen: Screen, person: string | null, language: Language): Promise<void> {
  const { context, page } = device;
  await context.addCookies([{ name: "repris_language", value: language, url: product.origin }]);
  if (person !== null) {
    await product.deps.db.write.updateTable("person").set({ language }).where("id", "=", person).execute();
  }
  if (screen.path === "/resume") await parkAnswer(device);
  await page.goto(at(typeof screen.path === "string" ? screen.path : screen.path(person)));
  await hydrated(page);
  if ((await page.locator('[id="lesson.article"]').count()) > 0) await lessonReady(page);
  await screen.reach?.(page, language);
  expect(await page.locator("html").getAttribute("lang")).toBe(language);
  covered.add(await matched(page));
}

/** Sends a form after the session has ended, so that it waits to be handed in; what is sent from then on is held back. */
async function parkAnswer({ context, page }: WatchedPage): Promise<void> {
  const person = await personOf(product.deps.db, "employee");
  const { db } = product.deps;
  await db.write
    .updateTable("session")
    .set({ expires_at: "2026-11-23T00:00:00.000Z" })
    .where("person_id", "=", person)
    .execute();
  const path = at(refresherOf("svara-kunder", "/question"));
  const data = new URLSearchParams({ intent: "answer", check: "x", attempt: "x", answer: "x" }).toString();
  const headers = { Origin: product.origin, "Content-Type": "application/x-www-form-urlencoded" };
  await context.request.post(path, { headers, data, maxRedirects: 0 });
  await enterAs(product, { context } as WatchedPage, person);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.route(
    (url) => url.pathname.startsWith("/modules/"),
    (route) => (route.request().method() === "POST" ? undefined : route.fallback()),
  );
}

describe("every screen, in both languages, light and dark, wide and narrow", () => {
  it.each(screens)("$name", async (screen) => {
    const person = await screen.who();
    const device = await deviceFor(screen, person);
    const { page } = device;
    const faults: string[] = [];
    const note = (where: string, found: readonly string[]) => faults.push(...found.map((each) => `${where}: ${each}`));
    // Every two of language, theme and width come together.
    for (const { language, themes } of [
      { language: "sv", themes: ["light", "dark"] },
      { language: "en", themes: ["dark", "light"] },
    ] as const) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.emulateMedia({ colorScheme: themes[0] });
      await show(device, screen, person, language);
      note(`${language}, wide, ${themes[0]}`, await broken(page));
      note(`${language}, wide`, await headingFaults(page));
      await page.emulateMedia({ colorScheme: themes[1] });
      await page.setViewportSize({ width: 390, height: 844 });
      note(`${language}, narrow, ${themes[1]}`, await broken(page));
      note(`${language}, narrow`, await beyond(page));
      if (language === "sv") {
        const { faults: unseen, stops } = await focusFaults(page);
        note(`${stops} stops of the Tab key, narrow`, unseen);
        expect(stops).toBeGreaterThan(0);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      note(`${language}, narrowest`, await beyond(page));
    }
    expect(faults).toEqual([]);
  });

  it("leaves out none of the table of addresses", () => {
    const flat = (entries: readonly RouteConfigEntry[]): RouteConfigEntry[] =>
      entries.flatMap((entry) => [entry, ...flat(entry.children ?? [])]);
    const pages = flat(routes).filter(({ file, index, path }) => {
      const source = readFileSync(resolve("app", file), "utf8");
      return (path !== undefined || index) && /^export default /m.test(source);
    });
    expect(pages.length).toBeGreaterThan(8);
    expect([...covered].sort()).toEqual(expect.arrayContaining(pages.map(({ path }) => path ?? "/").sort()));
  });
});
