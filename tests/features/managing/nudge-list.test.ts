import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#app/domain/calendar";
import { readTodoPage } from "#app/managing/nudge-page.server";
import { everyNudge, type NudgeQuery, nudgeSorts, nudgeStates } from "#app/managing/nudge-query";
import { searchTodo } from "#app/managing/nudge-search.server";
import type { NudgeRow } from "#app/managing/overview-view";
import { readOverview } from "#app/managing/read-overview.server";
import type { SignedIn } from "#db/queries/people";
import { type Slice, type TodoFilter, type TodoKey, todoByDue, todoStates } from "#db/queries/todo";
import {
  modules,
  type NaiveStanding,
  naiveStandings,
  now,
  subtrees,
  type TrainedCompany,
  today,
  trainedCompany,
} from "./company";

let company: TrainedCompany;
let head: SignedIn;
let todo: NaiveStanding[];

beforeAll(async () => {
  company = await trainedCompany(48);
  head = await company.grant(company.people[0] ?? "", "manager", null);
  todo = (await naiveStandings(company.db, company.people, today)).filter(({ standing }) => standing.task !== "none");
}, 300_000);

afterAll(async () => {
  await company.db.close();
});

const list = async (query: Partial<NudgeQuery>) =>
  (await readOverview(company, head, { language: "sv", now, today }, { ...everyNudge, ...query })).nudges;

const keyOf = (row: NudgeRow) => `${row.person.id} ${row.module.id}`;
const keysOf = (some: readonly NaiveStanding[]) => some.map((each) => `${each.personId} ${each.moduleId}`).sort();

/** All pages of a list, one after the other. */
async function allPages(query: Partial<NudgeQuery>) {
  const rows: NudgeRow[] = [];
  const first = await list(query);
  for (let page = 1; page <= Math.ceil(first.total / first.pageSize); page += 1) {
    rows.push(...(await list({ ...query, page })).rows);
  }
  return { first, rows };
}

const late = ["overdue", "refresher-overdue", "lapsed"];

function matching(query: Partial<NudgeQuery>): NaiveStanding[] {
  return todo.filter(({ departmentId, moduleId, standing }) => {
    if (query.departmentId && !subtrees[query.departmentId]?.includes(departmentId)) return false;
    if (query.moduleId && moduleId !== query.moduleId) return false;
    const isLate = late.includes(standing.state);
    const dueBy = (days: number) => (standing.dueOn ?? "") <= addDays(today, days) && !isLate;
    return { all: true, overdue: isLate, week: dueBy(7), month: dueBy(30) }[query.state ?? "all"];
  });
}

describe("the list of who needs a nudge", () => {
  it("has more than a page of them to speak of", () => {
    expect(todo.length).toBeGreaterThan(55);
    for (const state of nudgeStates) expect(matching({ state }).length).toBeGreaterThan(0);
  });

  it.each(
    nudgeSorts.flatMap((sort) => [
      { sort, order: "ascending" as const },
      { sort, order: "descending" as const },
    ]),
  )("shows everybody exactly once over all pages: $sort, $order", async (query) => {
    const { first, rows } = await allPages(query);
    expect(first.total).toBe(todo.length);
    expect(first.reach).toBe(todo.length);
    expect(rows.map(keyOf).sort()).toEqual(keysOf(todo));
  });

  it("is in the order asked for, the same each time", async () => {
    const by = async (sort: NudgeQuery["sort"], order: NudgeQuery["order"]) => (await allPages({ sort, order })).rows;
    const due = (await by("due", "ascending")).map((row) => row.standing.dueOn ?? "");
    expect(due).toEqual([...due].sort());
    const titles = (await by("module", "ascending")).map((row) => row.module.title);
    expect(titles).toEqual([...titles].sort());
    const names = (await by("person", "ascending")).map((row) => row.person.name);
    expect(names[0]).toBe("Björn Åkesson");
    expect(names.at(-1)).toMatch(/Test$/);
    for (const sort of nudgeSorts) {
      const up = (await by(sort, "ascending")).map(keyOf);
      expect((await by(sort, "ascending")).map(keyOf)).toEqual(up);
      expect((await by(sort, "descending")).map(keyOf)).toEqual(up.reverse());
    }
  });

  const filters = nudgeStates.flatMap((state) =>
    [null, "shops", "office"].flatMap((departmentId) =>
      [null, "alpha", "beta"].map((moduleId) => ({ state, departmentId, moduleId })),
    ),
  );
  it.each(filters)("holds who matches the filter, and says how many: %j", async (query) => {
    const { first, rows } = await allPages(query);
    const expected = matching(query);
    expect(rows.map(keyOf).sort()).toEqual(keysOf(expected));
    expect(first.total).toBe(expected.length);
  });

  it("shows the last page to whoever asks for one beyond it", async () => {
    const beyond = await list({ page: 4000 });
    expect(beyond.query.page).toBe(Math.ceil(todo.length / beyond.pageSize));
    expect(beyond.rows.length).toBeGreaterThan(0);
    const empty = await list({ search: "nobody-at-all", page: 3 });
    expect(empty).toMatchObject({ rows: [], total: 0, query: { page: 1 } });
  });

  it("says how somebody stands, with the reason, as it would be worked out for that person alone", async () => {
    const { rows } = await allPages({});
    for (const row of rows) {
      const own = todo.find((each) => `${each.personId} ${each.moduleId}` === keyOf(row));
      expect(row.standing).toMatchObject({
        state: own?.standing.state,
        dueOn: own?.standing.dueOn,
        valid: own?.standing.valid,
      });
      expect(row.person.department).toBe(own?.departmentId);
      expect(row.standing.because.length).toBeGreaterThan(0);
    }
  });
});

describe("a search in it", () => {
  const found = async (search: string, query: Partial<NudgeQuery> = {}) =>
    (await allPages({ ...query, search })).rows.map(keyOf).sort();
  const bjorn = () => keysOf(todo.filter((each) => each.personId === company.people[4]));

  it.each(["Björn", "bjorn", "ÅKESSON", "åkesson  björn", "1004"])(
    "finds people by part of name or number: %s",
    async (search) => {
      expect(bjorn().length).toBeGreaterThan(0);
      expect(await found(search)).toEqual(bjorn());
    },
  );

  it("finds modules by their title, and both together in any order", async () => {
    expect(await found("alpha")).toEqual(keysOf(todo.filter((each) => each.moduleId === "alpha")));
    const both = bjorn().filter((key) => key.endsWith(" alpha"));
    expect(await found("alpha björn")).toEqual(both);
    expect(await found("björn alpha", { moduleId: "beta" })).toEqual([]);
  });

  it.each(["%", "_", "\\", "björn%", "'", '"; --'])("takes signs as they are: %s", async (search) => {
    expect(await found(search)).toEqual([]);
  });
});

describe("a list too long to be sorted", () => {
  const orders = nudgeSorts.flatMap((sort) => [
    { sort, order: "ascending" as const },
    { sort, order: "descending" as const },
  ]);
  const everything: TodoFilter = {
    states: todoStates,
    due: null,
    moduleId: null,
    under: null,
    people: null,
    words: [],
  };
  const shops = { departmentId: "shops", subtree: subtrees.shops ?? [] };
  const filters: TodoFilter[] = [
    everything,
    { ...everything, under: shops },
    {
      ...everything,
      under: { ...shops, subtree: [...shops.subtree, ...Array.from({ length: 99 }, (_, n) => `empty ${n}`)] },
    },
    { ...everything, moduleId: "alpha", under: shops },
    { ...everything, states: ["assigned", "refresher-open"], due: { from: today, to: addDays(today, 30) } },
    { ...everything, words: [{ word: "person1", modules: ["beta"], people: null }] },
    { ...everything, words: [{ word: "bjorn", modules: ["beta"], people: [] }] },
  ];
  const page = async (
    filter: TodoFilter,
    isLong: boolean,
    query: (typeof orders)[number],
    offset: number,
    limit: number,
  ) => {
    const slice: Slice = { order: query.order, offset, limit };
    const keys = await readTodoPage(company.db.read, { filter, isLong, sort: query.sort, slice, modules });
    return keys.map((key: TodoKey) => `${key.personId} ${key.moduleId} ${key.departmentId}`);
  };

  it.each(orders)("is gone through in the same order as a short one: $sort, $order", async (query) => {
    for (const filter of filters) {
      const short = await page(filter, false, query, 0, 1000);
      expect(short.length).toBeGreaterThan(0);
      expect(await page(filter, true, query, 0, 1000)).toEqual(short);
      const paged: string[] = [];
      for (let offset = 0; offset < short.length; offset += 7)
        paged.push(...(await page(filter, true, query, offset, 7)));
      expect(paged).toEqual(short);
    }
  });

  it.each(["björn", "person1", "person alpha", "alpha", "beta björn", "test", "nobody"])(
    "is searched with the same result: %s",
    async (search) => {
      const titled = modules.map((id) => ({ id, title: id }));
      const byDue = { sort: "due", order: "ascending" } as const;
      const results = [];
      for (const size of [todo.length, 1_000_000]) {
        const searched = await searchTodo(company.db.read, everything, size, search, titled);
        results.push({
          total: searched.total,
          isMore: searched.isMore,
          keys: await page(searched.filter, searched.isLong, byDue, 0, 1000),
        });
      }
      expect(results[1]).toEqual(results[0]);
    },
  );

  it.each([
    ["the company", everything],
    ["a department", { ...everything, under: shops }],
    ["a module", { ...everything, moduleId: "alpha" }],
  ])("is read from an index in its order, for %s", async (_, filter) => {
    for (const order of ["ascending", "descending"] as const) {
      const query = todoByDue(company.db.read, filter, { order, offset: 0, limit: 25 }).compile();
      const parameters = query.parameters.map((value) => sql.lit(value));
      const [first = "", ...rest] = query.sql.split("?");
      const text = rest.reduce(
        (so, part, at) => sql`${so}${parameters[at]}${sql.raw(part)}`,
        sql`explain query plan ${sql.raw(first)}`,
      );
      const { rows } = await sql<{ detail: string }>`${text}`.execute(company.db.read);
      const plan = rows.map((row) => row.detail).join("\n");
      expect(plan).toContain("USING COVERING INDEX standing_todo");
      expect(plan).not.toContain("TEMP B-TREE");
      expect(plan).not.toMatch(/SCAN (standing|person|department_ancestor)/);
    }
  });

  it("is on one page where it is to be printed", async () => {
    const paged = await list({});
    expect(paged).toMatchObject({ printable: true, total: todo.length });
    const whole = await list({ whole: true });
    expect(whole.printable).toBe(false);
    expect(whole.rows.map(keyOf).sort()).toEqual(keysOf(todo));
  });
});
