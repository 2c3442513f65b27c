import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, type CivilDate } from "#app/domain/calendar";
import { everyNudge, type NudgeQuery } from "#app/managing/nudge-query";
import type { OverviewView, ShareCounts } from "#app/managing/overview-view";
import { readOverview } from "#app/managing/read-overview.server";
import type { SignedIn } from "#db/queries/people";
import {
  beginning,
  modules,
  type NaiveStanding,
  naiveStandings,
  now,
  subtrees,
  type TrainedCompany,
  today,
  trainedCompany,
  withheld,
} from "./company";

let company: TrainedCompany;
let head: SignedIn;
let standings: NaiveStanding[];

const reading = { language: "sv", now, today };
const overview = (reader: SignedIn, query: Partial<NudgeQuery> = {}) =>
  readOverview(company, reader, reading, { ...everyNudge, ...query });

beforeAll(async () => {
  company = await trainedCompany();
  head = await company.grant(company.people[0] ?? "", "manager", null);
  standings = await naiveStandings(company.db, company.people, today);
}, 300_000);

afterAll(async () => {
  await company.db.close();
});

/** Counted one by one. */
function counted(of: (each: NaiveStanding) => boolean, among = standings): ShareCounts | null {
  const these = among.filter(of);
  if (these.length === 0) return null;
  const due = these.filter(({ standing }) => standing.state !== "exempt" && standing.state !== "on-leave");
  return {
    required: due.length,
    valid: due.filter(({ standing }) => standing.valid).length,
    overdue: due.filter(({ standing }) => ["overdue", "refresher-overdue", "lapsed"].includes(standing.state)).length,
  };
}

const isIn = (departmentId: string) => (each: NaiveStanding) =>
  subtrees[departmentId]?.includes(each.departmentId) ?? false;

function expectCounts(view: OverviewView, scope: string): void {
  const inScope = isIn(scope);
  for (const [column, module] of view.matrix.modules.entries()) {
    const isOf = (each: NaiveStanding) => each.moduleId === module.id;
    expect(view.matrix.total.cells[column]).toEqual(counted((each) => inScope(each) && isOf(each)));
    for (const row of view.matrix.rows) {
      const inRow = isIn(row.department.id);
      expect(row.cells[column]).toEqual(counted((each) => inRow(each) && isOf(each)));
    }
  }
  for (const row of view.matrix.rows) {
    expect(row.total).toEqual(counted(isIn(row.department.id)) ?? { required: 0, valid: 0, overdue: 0 });
  }
  const of = (...states: string[]) => standings.filter((each) => inScope(each) && states.includes(each.standing.state));
  const dueBy = (days: number) =>
    of("assigned", "refresher-open").filter(({ standing }) => (standing.dueOn ?? "9999") <= addDays(today, days))
      .length;
  expect(view.counts).toEqual({
    ...counted(inScope),
    exempt: of("exempt").length,
    onLeave: of("on-leave").length,
    dueWithin7: dueBy(7),
    dueWithin30: dueBy(30),
  });
}

describe("the overview", () => {
  it("counts what counting people one by one gives, for the company and each department", async () => {
    const view = await overview(head);
    expect(view.scope).toMatchObject({ isCompany: true, name: "Testbolaget", choices: [] });
    expect(view.matrix.modules.map((module) => module.id)).toEqual([...modules].sort());
    expect(view.matrix.rows.map((row) => row.department.id)).toEqual(["shops", "office"]);
    expectCounts(view, "company");
    // The company lived through everything that there is to count.
    expect(view.counts.overdue).toBeGreaterThan(3);
    expect(view.counts.valid).toBeGreaterThan(20);
    expect(view.counts.exempt).toBeGreaterThan(0);
    expect(view.counts.onLeave).toBeGreaterThan(0);
    expect(view.counts.dueWithin30).toBeGreaterThan(0);
  });

  it.each(["company", "shops", "shops-north", "office"])("does so within %s", async (scopeId) => {
    const view = await overview(head, { scopeId });
    expect(view.scope.isCompany).toBe(false);
    expectCounts(view, scopeId);
    const working = await company.db.read
      .selectFrom("membership")
      .select("department_id")
      .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
      .execute();
    expect(view.scope.headcount).toBe(working.filter((row) => subtrees[scopeId]?.includes(row.department_id)).length);
  });

  it("says of a module that nobody here has to take it, also where somebody took it", async () => {
    const view = await overview(head);
    const office = view.matrix.rows.find((row) => row.department.id === "office");
    const column = view.matrix.modules.findIndex((module) => module.id === "gamma");
    const shops = view.matrix.rows.find((row) => row.department.id === "shops");
    expect(shops?.cells[column]).toBeNull();
    expect(office?.cells[column]).not.toBeNull();
    const { volunteer } = company;
    const stored = await company.db.read
      .selectFrom("standing")
      .select(["voluntary", "state"])
      .where("person_id", "=", volunteer)
      .where("module_id", "=", "beta")
      .executeTakeFirst();
    expect(stored?.voluntary).toBe(1);
    // Theirs has run out long ago, and is in no count and no list.
    expect(stored?.state).toBe("lapsed");
    const officeOnly = await overview(head, { scopeId: "office" });
    const movers = counted((each) => isIn("office")(each) && each.moduleId === "beta");
    const beta = officeOnly.matrix.modules.findIndex((module) => module.id === "beta");
    expect(officeOnly.matrix.total.cells[beta] ?? null).toEqual(movers);
    const list = await overview(head, { moduleId: "beta" });
    expect(list.nudges.rows.map((row) => row.person.id)).not.toContain(volunteer);
  });

  it("shows twelve months of shares as they were on the last day of each", async () => {
    const view = await overview(head);
    expect(view.trend).toHaveLength(12);
    expect(view.trend.at(-1)?.month).toBe("2026-11");
    for (const { month, share } of view.trend) {
      const last = month === "2026-11" ? today : (lastDays[month] as CivilDate);
      const then = counted(() => true, await naiveStandings(company.db, company.people, last));
      expect(share).toBe(then === null ? null : then.valid / then.required);
    }
  });

  it("leaves out months before anything was required", async () => {
    const early = addDays(beginning, 70);
    const view = await readOverview(
      company,
      head,
      { ...reading, today: early, now: new Date(`${early}T11:00:00Z`) },
      everyNudge,
    );
    expect(view.trend.map(({ month }) => month)).toEqual(["2025-06", "2025-07", "2025-08"]);
  });

  it("counts refreshers that somebody had to take, in the month they were completed", async () => {
    const view = await overview(head);
    const rows = await company.db.read
      .selectFrom("completion")
      .innerJoin("standing", (join) =>
        join
          .onRef("standing.person_id", "=", "completion.person_id")
          .onRef("standing.module_id", "=", "completion.module_id"),
      )
      .select(["completion.kind", "completion.completed_on", "standing.voluntary"])
      .execute();
    const refreshers = rows.filter((row) => row.kind === "refresher" && row.voluntary === 0);
    expect(refreshers.length).toBeGreaterThan(10);
    expect(rows.some((row) => row.kind === "refresher" && row.voluntary === 1)).toBe(true);
    for (const { month, completed } of view.trend) {
      expect(completed).toBe(refreshers.filter((row) => row.completed_on.startsWith(month)).length);
    }
  });

  it("foresees at least the refreshers that are due already, month by month", async () => {
    const view = await overview(head);
    expect(view.ahead).toHaveLength(12);
    expect(view.ahead[0]?.month).toBe("2026-11");
    for (const { month, due } of view.ahead) {
      const present = standings.filter(
        ({ standing }) =>
          (standing.state === "current" || standing.state === "refresher-open") && standing.dueOn?.startsWith(month),
      );
      expect(due).toBeGreaterThanOrEqual(present.length);
    }
    const [, next] = view.ahead;
    expect(view.nextMonth).toMatchObject({ month: "2026-12", refreshers: next?.due });
    // Each refresher of this company takes three minutes.
    expect(view.nextMonth.minutes).toBe((next?.due ?? 0) * 3);
  });
});

const lastDays: Record<string, string> = {
  "2025-12": "2025-12-31",
  "2026-01": "2026-01-31",
  "2026-02": "2026-02-28",
  "2026-03": "2026-03-31",
  "2026-04": "2026-04-30",
  "2026-05": "2026-05-31",
  "2026-06": "2026-06-30",
  "2026-07": "2026-07-31",
  "2026-08": "2026-08-31",
  "2026-09": "2026-09-30",
  "2026-10": "2026-10-31",
};

describe("whoever looks", () => {
  it("sees the department they manage and what lies under it, and nothing else", async () => {
    const manager = await company.grant(company.people[1] ?? "", "manager", "shops");
    const view = await overview(manager);
    expect(view.scope).toMatchObject({ name: "shops", isCompany: false });
    expect(view.matrix.rows.map((row) => row.department.id)).toEqual(["shops-north", "shops-south"]);
    expectCounts(view, "shops");
    expect(view.nudges.departments.map(({ id }) => id)).toEqual(["shops", "shops-north", "shops-south"]);
    const people = await Promise.all(view.nudges.rows.map(({ person }) => company.signedIn(person.id)));
    for (const person of people) expect(person.departments).toContain("shops");
    expectCounts(await overview(manager, { scopeId: "shops-south" }), "shops-south");
  });

  it("is shown one of several departments at a time, the one that was asked for or filtered by", async () => {
    const personId = company.people[6] ?? "";
    await company.grant(personId, "manager", "shops-north");
    await company.grant(personId, "manager", "shops-north");
    const manager = await company.grant(personId, "manager", "office");
    const first = await overview(manager);
    expect(first.scope.choices).toEqual([
      { id: "shops-north", name: "shops-north", isShown: true },
      { id: "office", name: "office", isShown: false },
    ]);
    expect(first.nudges.query.scopeId).toBe("shops-north");
    expectCounts(await overview(manager, { scopeId: "office" }), "office");
    const filtered = await overview(manager, { departmentId: "office" });
    expect(filtered.scope.name).toBe("office");
    await expect(overview(manager, { scopeId: "shops-north", departmentId: "office" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("is let in as auditor, and not as employee, trainer or administrator", async () => {
    const [, , , , , , , , , , auditor = "", trainer = "", administrator = "", employee = ""] = company.people;
    expect((await overview(await company.grant(auditor, "auditor", null))).scope.isCompany).toBe(true);
    const others = [
      await company.grant(trainer, "trainer", null),
      await company.grant(administrator, "administrator", null),
      await company.signedIn(employee),
    ];
    for (const reader of others) await expect(overview(reader)).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([{ scopeId: "office" }, { departmentId: "office" }, { scopeId: "company" }])(
    "is refused another's department: %j",
    async (query) => {
      const manager = await company.grant(company.people[14] ?? "", "manager", "shops");
      await expect(overview(manager, query)).rejects.toMatchObject({ code: "forbidden" });
    },
  );

  it.each([{ scopeId: "nowhere" }, { departmentId: "nowhere" }, { moduleId: "nothing" }])(
    "is told that there is no such thing: %j",
    async (query) => {
      await expect(overview(head, query)).rejects.toMatchObject({ code: "not-found" });
    },
  );
});

describe("what is sent", () => {
  it("holds no score, no answer, no reason of an absence and nothing of a weak result", async () => {
    const text = JSON.stringify([await overview(head), await overview(head, { sort: "person" })]);
    expect(text.length).toBeGreaterThan(5000);
    expect(text).not.toMatch(withheld);
  });
});
