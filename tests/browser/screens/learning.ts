/** What learners see: their training, lessons and refreshers, in every state that they can come into. */
import type { Page } from "playwright-core";
import { ulid } from "ulid";
import type { StandingState } from "#app/domain/standing";
import { answer, answerLesson, answerRefresher, askedIn, endAttempt, readKeys } from "#tests/support/answering";
import { beginnersOf, peopleStandingOnlyIn, peopleWith } from "#tests/support/people";
import type { Product } from "#tests/support/product";
import type { Area, Language } from "#tests/support/screens";
import type { WatchedPage } from "#tests/support/watched-browser";

/** Somebody who has just come and belongs to no department yet. */
async function unplaced({ clock, deps: { db } }: Product): Promise<string> {
  const id = ulid(clock.now().getTime());
  const at = clock.now().toISOString();
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

const strategin = ["/modules/strategin/01-allas-sak", "/modules/strategin/02-konton-roller-matt"] as const;
const crisis = "/modules/krislage/01-den-forsta-halvtimmen";
const refresherOf = (moduleId: string, step = "") => `/modules/${moduleId}/refresher${step}`;

export const screens: Area = (stage) => {
  const { at } = stage;
  const db = () => stage.product.deps.db;
  const keysOf = (moduleId: string) => readKeys(db(), moduleId, "sv");
  const beginner = (moduleId: string) => () => stage.another(beginnersOf(db(), moduleId));
  const refresher = (moduleId: string) => () => stage.another(peopleWith(db(), moduleId, "refresher-open"));
  const standingOnlyIn =
    (...states: StandingState[]) =>
    () =>
      stage.another(peopleStandingOnlyIn(db(), ...states));

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
      await answer(form, await askedIn(form, await readKeys(db(), moduleId, language)), how);
      await form.locator(".Feedback").waitFor();
      stage.product.clock.passSeconds(20);
    };
  }

  return [
    { name: "my training, a refresher due", who: stage.account("employee"), path: "/" },
    {
      name: "my training, much to do",
      who: standingOnlyIn("current", "lapsed", "refresher-open", "refresher-overdue"),
      path: "/",
    },
    { name: "my training, nothing due", who: standingOnlyIn("current"), path: "/" },
    { name: "my training, the first day", who: standingOnlyIn("assigned"), path: "/" },
    { name: "my training, away", who: standingOnlyIn("on-leave"), path: "/" },
    { name: "my training, some exempt", who: standingOnlyIn("current", "exempt"), path: "/" },
    { name: "my training, nothing required", who: () => unplaced(stage.product), path: "/" },
    {
      name: "my training, the menu open and the network gone",
      who: stage.account("employee"),
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
    {
      name: "a lesson, not begun",
      who: beginner("svara-kunder"),
      path: "/modules/svara-kunder",
      route: "/modules/:module/:lesson",
    },
    {
      name: "a lesson with an order, not begun",
      who: beginner("krislage"),
      path: crisis,
      route: "/modules/:module/:lesson",
    },
    { name: "a lesson to confirm", who: beginner("strategin"), path: strategin[1], route: "/modules/:module/:lesson" },
    {
      name: "a lesson with something to think about",
      who: beginner("svara-kunder"),
      path: "/modules/svara-kunder/02-orden-i-svaret",
      route: "/modules/:module/:lesson",
    },
    {
      name: "a lesson, answered wrong",
      who: beginner("krislage"),
      path: crisis,
      route: "/modules/:module/:lesson",
      before: async ({ context }) => answerLesson(context.request, at(crisis), await keysOf("krislage"), "wrong"),
    },
    {
      name: "a lesson, everything answered",
      who: beginner("strategin"),
      path: strategin[1],
      route: "/modules/:module/:lesson",
      before: async ({ context }) => {
        for (const path of strategin) await answerLesson(context.request, at(path), await keysOf("strategin"));
      },
    },
    {
      name: "a lesson, failed",
      who: beginner("strategin"),
      path: strategin[1],
      route: "/modules/:module/:lesson",
      before: attempted("dont-know"),
    },
    {
      name: "a lesson, completed",
      who: beginner("strategin"),
      path: strategin[1],
      route: "/modules/:module/:lesson",
      before: attempted("right"),
    },
    {
      name: "a lesson that is held, with a refresher due",
      who: refresher("svara-kunder"),
      path: "/modules/svara-kunder",
      route: "/modules/:module/:lesson",
    },
    {
      name: "a refresher with a change",
      who: refresher("svara-kunder"),
      path: refresherOf("svara-kunder"),
      route: "/modules/:module/refresher",
    },
    {
      name: "a refresher without one",
      who: refresher("bilder-och-dataskydd"),
      path: refresherOf("bilder-och-dataskydd"),
      route: "/modules/:module/refresher",
    },
    {
      name: "a refresher's question",
      who: refresher("svara-kunder"),
      path: refresherOf("svara-kunder", "/question"),
      route: "/modules/:module/refresher/question",
    },
    {
      name: "a refresher's question with nothing chosen",
      who: refresher("svara-kunder"),
      path: refresherOf("svara-kunder", "/question"),
      route: "/modules/:module/refresher/question",
      reach: async (page) => {
        await page.locator('button[value="answer"]').click();
        await page.getByRole("alert").waitFor();
      },
    },
    {
      name: "a refresher's question, wrong",
      who: refresher("krislage"),
      path: refresherOf("krislage", "/question"),
      route: "/modules/:module/refresher/question",
      reach: answering("krislage", "wrong"),
    },
    {
      name: "a refresher's question, right",
      who: refresher("krislage"),
      path: refresherOf("krislage", "/question"),
      route: "/modules/:module/refresher/question",
      reach: answering("krislage", "right"),
    },
    {
      name: "a refresher's result",
      who: refresher("svara-kunder"),
      path: refresherOf("svara-kunder", "/result"),
      route: "/modules/:module/refresher/result",
      before: async ({ context }) =>
        answerRefresher(
          context.request,
          at(refresherOf("svara-kunder", "/question")),
          await keysOf("svara-kunder"),
          (place) => (place === 0 ? "wrong" : "right"),
        ),
    },
    {
      name: "a module that there is not",
      who: stage.account("employee"),
      path: "/modules/nothing",
      route: "/modules/:module",
      fault: /status of 404/,
    },
    {
      name: "a page that does not come",
      who: stage.account("employee"),
      path: "/",
      // The address that it leads to, which does not come.
      route: "/modules/:module/refresher",
      reach: async (page) => {
        await page.route(/\.data(\?|$)/, (route) => route.abort());
        await page.locator("main .Button").first().click();
        await page.locator(".Empty h1").waitFor();
      },
      fault: /net::ERR_FAILED/,
    },
  ];
};
