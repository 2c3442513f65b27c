import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDemonstration } from "#app/demo/build-demonstration";
import { contentFromCourses } from "#app/demo/content-from-courses";
import { demonstrationPassword, knownAccounts } from "#app/demo/known-accounts";
import { addDays, type CivilDate, civilDate, daysBetween } from "#app/domain/calendar";
import { createBundler } from "#app/lessons/bundler";
import { isPassword } from "#app/platform/passwords";
import type { Connections } from "#db/connect";
import type { Row } from "#db/schema";
import { freshDatabase } from "#tests/support/database";

const minutes = 60_000;
const sizes = { hr: 18, kundservice: 42, salj: 61, marknad: 24, butik: 96, ledning: 9 };

/** The company's own courses, on two days on which it may be started; the second a leap day. */
describe.each(["2026-11-24", "2028-02-29"])("the demonstration on %s", (day) => {
  const lastDay = civilDate(day);
  let db: Connections;
  let standings: (Row<"standing"> & { readonly top: string })[];

  beforeAll(async () => {
    const bundler = createBundler();
    try {
      const content = await contentFromCourses("courses", bundler);
      db = await freshDatabase();
      await buildDemonstration({ db }, { seed: "fjallnas", lastDay, content });
    } finally {
      await bundler.close();
    }
    const rows = await db.read
      .selectFrom("standing")
      .innerJoin("department_ancestor", "department_ancestor.department_id", "standing.department_id")
      .innerJoin("department", "department.id", "department_ancestor.ancestor_id")
      .selectAll("standing")
      .select("department.id as top")
      .where("department.parent_id", "is", null)
      .where("voluntary", "=", 0)
      .where("state", "<>", "not-required")
      .execute();
    standings = rows;
  }, 10 * minutes);
  afterAll(() => db.close());

  const present = (rows: typeof standings) => rows.filter((row) => row.state !== "exempt" && row.state !== "on-leave");
  const validShare = (rows: typeof standings) =>
    present(rows).filter((row) => row.valid === 1).length / present(rows).length;
  const isLate = (row: Row<"standing">) => ["overdue", "lapsed", "refresher-overdue"].includes(row.state);

  async function standingsOf(email: string) {
    const person = await db.read.selectFrom("person").select("id").where("email", "=", email).executeTakeFirstOrThrow();
    return standings.filter((row) => row.person_id === person.id);
  }

  it("employs 250 people in six departments", async () => {
    const rows = await db.read
      .selectFrom("membership")
      .innerJoin("department_ancestor", "department_ancestor.department_id", "membership.department_id")
      .select(["person_id", "ancestor_id"])
      .where("from_on", "<=", lastDay)
      .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", lastDay)]))
      .execute();
    const counted = Object.fromEntries(
      Object.keys(sizes).map((id) => [id, rows.filter((row) => row.ancestor_id === id).length]),
    );
    expect(counted).toEqual(sizes);
    expect(new Set(rows.map((row) => row.person_id)).size).toBe(250);
    const people = await db.read.selectFrom("person").selectAll().execute();
    expect(new Set(people.map((person) => `${person.given_name} ${person.family_name}`)).size).toBe(people.length);
    expect(people.filter((person) => person.email === null)).toHaveLength(12);
    expect(Math.min(...people.map((person) => Number(person.employee_number)))).toBe(2001);
  });

  it("stands as told: most of it valid, the crisis module weakest, in the stores", () => {
    expect(validShare(standings)).toBeGreaterThan(0.85);
    expect(validShare(standings)).toBeLessThan(0.92);
    const crisis = standings.filter((row) => row.module_id === "krislage" && row.top === "butik");
    expect(validShare(crisis)).toBeGreaterThan(0.65);
    expect(validShare(crisis)).toBeLessThan(0.76);
    expect(crisis.filter(isLate).length).toBeGreaterThanOrEqual(15);
    expect(crisis.filter(isLate).length).toBeLessThanOrEqual(24);
    // Of every department and module, none of ten people or more is weaker.
    for (const top of Object.keys(sizes)) {
      for (const moduleId of new Set(standings.map((row) => row.module_id))) {
        const cell = standings.filter((row) => row.top === top && row.module_id === moduleId);
        if (present(cell).length < 20 || (top === "butik" && moduleId === "krislage")) continue;
        expect(validShare(cell), `${top} ${moduleId}`).toBeGreaterThan(validShare(crisis));
      }
    }
  });

  it("has somebody in every state, and something due today and within the week", () => {
    const states = new Set(standings.map((row) => row.state));
    for (const state of ["assigned", "overdue", "lapsed", "current", "refresher-open", "refresher-overdue", "exempt"]) {
      expect(states, state).toContain(state);
    }
    expect(standings.filter((row) => row.state === "on-leave").length).toBeGreaterThan(10);
    const open = standings.filter((row) => row.task !== "none" && row.due_on !== null);
    expect(open.filter((row) => row.due_on === lastDay).length).toBeGreaterThanOrEqual(1);
    const week = open.filter(
      (row) => row.due_on !== null && row.due_on >= lastDay && row.due_on <= addDays(lastDay, 7),
    );
    expect(week.length).toBeGreaterThan(30);
  });

  it("gives the employee one refresher, because of a change three weeks ago, and one module soon", async () => {
    const own = await standingsOf("employee@fjallnas.example");
    const doing = own.filter((row) => row.task !== "none");
    expect(doing).toHaveLength(1);
    const [open] = doing;
    expect(open).toMatchObject({ module_id: "svara-kunder", state: "refresher-open", opens_on: addDays(lastDay, -23) });
    expect(daysBetween(lastDay, open?.due_on as CivilDate)).toBe(7);
    const current = own.filter((row) => row.state === "current");
    expect(current.length).toBe(own.length - 1);
    const soon = current.filter((row) => daysBetween(lastDay, row.opens_on as CivilDate) <= 30);
    expect(soon).toHaveLength(1);
    const last = await db.read
      .selectFrom("completion")
      .select((eb) => eb.fn.max("completed_on").as("on"))
      .where("person_id", "=", open?.person_id ?? "")
      .where("module_id", "=", "svara-kunder")
      .executeTakeFirstOrThrow();
    expect(daysBetween(last.on as CivilDate, lastDay)).toBeGreaterThan(60);
  });

  it("gives each manager a refresher to do, and nobody known anything late", async () => {
    for (const email of ["manager@fjallnas.example", "manager.butik@fjallnas.example"]) {
      const states = (await standingsOf(email)).map((row) => row.state);
      expect(states, email).toContain("refresher-open");
    }
    for (const { email } of knownAccounts) {
      const own = await standingsOf(email);
      expect(own.length, email).toBeGreaterThan(2);
      expect(
        own.filter((row) => !["current", "refresher-open"].includes(row.state)),
        email,
      ).toEqual([]);
    }
  });

  it("lets every known account in with the one password, with its role", async () => {
    const rows = await db.read
      .selectFrom("credential")
      .innerJoin("person", "person.id", "credential.person_id")
      .select(["person.id", "email", "password_hash"])
      .execute();
    expect(rows.map((row) => row.email).sort()).toEqual(knownAccounts.map((account) => account.email).sort());
    const [first] = rows;
    expect(await isPassword(first?.password_hash ?? "", demonstrationPassword)).toBe(true);
    const grants = await db.read.selectFrom("role_grant").selectAll().execute();
    const granted = (email: string) => {
      const person = rows.find((row) => row.email === email);
      return grants.filter((grant) => grant.person_id === person?.id).map((grant) => [grant.role, grant.department_id]);
    };
    expect(granted("employee@fjallnas.example")).toEqual([]);
    expect(granted("manager@fjallnas.example")).toEqual([["manager", null]]);
    expect(granted("manager.butik@fjallnas.example")).toEqual([["manager", "butik"]]);
    expect(granted("trainer@fjallnas.example")).toEqual([["trainer", null]]);
    expect(granted("trainer2@fjallnas.example")).toEqual([["trainer", null]]);
    expect(granted("auditor@fjallnas.example")).toEqual([["auditor", null]]);
    expect(granted("admin@fjallnas.example")).toEqual([["administrator", null]]);
    // Every department and sub-unit has somebody who manages it.
    const departments = await db.read.selectFrom("department").select("id").execute();
    const managed = new Set(grants.filter((grant) => grant.role === "manager").map((grant) => grant.department_id));
    for (const { id } of departments) if (id !== "ledning") expect(managed, id).toContain(id);
  });

  it("has those of whom it tells: new, moved, away over a due date, exempt, away now, about to leave", async () => {
    const called = async (given: string, family: string) => {
      const person = await db.read
        .selectFrom("person")
        .select("id")
        .where("given_name", "=", given)
        .where("family_name", "=", family)
        .executeTakeFirstOrThrow();
      return { id: person.id, standings: standings.filter((row) => row.person_id === person.id) };
    };
    const nour = await called("Nour", "Khalil");
    expect(nour.standings.length).toBeGreaterThan(2);
    for (const row of nour.standings) {
      expect(row.state).toBe("assigned");
      expect(daysBetween(row.opens_on as CivilDate, lastDay)).toBeLessThan(7);
    }
    const katarzyna = await called("Katarzyna", "Nowak");
    for (const row of katarzyna.standings) expect(row.state).toBe("on-leave");
    const maja = await called("Maja", "Öhrn");
    expect(maja.standings.filter((row) => row.state === "exempt")).toHaveLength(1);
    const ebba = await called("Ebba", "Lund");
    expect(ebba.standings.filter((row) => row.due_on === lastDay && row.state === "assigned").length).toBeGreaterThan(
      0,
    );
    const emil = await called("Emil", "Sjögren");
    const departments = await db.read
      .selectFrom("membership")
      .select("department_id")
      .where("person_id", "=", emil.id)
      .orderBy("from_on")
      .execute();
    expect(departments.map((row) => row.department_id)).toEqual(["butik-umea", "kundservice-umea"]);
    // His leave moved the due date that fell into it to a fortnight after his return.
    const bjorn = await called("Björn", "Åkesson");
    const crisis = bjorn.standings.find((row) => row.module_id === "krislage");
    expect(crisis).toMatchObject({ state: "lapsed", due_on: addDays(lastDay, -20) });
  });
});
