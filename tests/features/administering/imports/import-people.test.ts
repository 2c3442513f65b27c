import { beforeEach, describe, expect, it } from "vitest";
import { confirmPeople, discardPeople, takeBackPeople } from "#app/administering/imports/decide-people.server";
import { takePeopleDecision } from "#app/administering/imports/take-people-decision.server";
import { leftOutCsv } from "#app/administering/imports/write-left-out.server";
import { civilDate } from "#app/domain/calendar";
import type { Actor } from "#app/domain/permissions";
import { parsePolicy } from "#app/domain/policy";
import { recordPeople } from "#app/ledger/people";
import { rebuild } from "#app/ledger/rebuild";
import { recordGrant } from "#app/ledger/roles";
import { tick } from "#app/ledger/tick";
import { createLog } from "#app/platform/log";
import { findLastingAdministrators } from "#db/queries/directory-person";
import { FakeClock } from "#tests/support/clock";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { apply, bring, check, type ImportDeps, importOf, linesOf, makePlaces, undo, workAll } from "./importing";

const today = civilDate("2026-11-23");
const head = "Anställningsnummer;Namn;E-post;Avdelning;Befattning;Chef;Anställd från;Sista anställningsdag\n";

let deps: ImportDeps & { readonly clock: FakeClock };
let hr: Actor;
/** By employee number: 1000 to 1009, in `shops-north` but for 1009, who leads `office`. */
let people: readonly string[];

beforeEach(async () => {
  const db = await freshDatabase();
  const clock = new FakeClock("2026-11-23T09:00:00Z");
  deps = { db, clock, log: createLog("silent"), wake: () => {} };
  const company = await createCompany(db, { people: 10, at: new Date("2026-01-01T11:00:00Z") });
  people = company.people;
  hr = { personId: people[9] ?? "", grants: [{ role: "hr", departmentId: null, courseId: null }] };
  const policy = parsePolicy({ due: "P30D", refresh: { every: "P1Y", window: "P30D" } });
  if (!policy.ok) throw new Error("no policy");
  const at = new Date("2026-01-01T11:00:00Z");
  const from = civilDate("2026-01-01");
  await createModule(db, { id: "alpha", policy: policy.value, audience: { everyone: true }, from, at });
  await createModule(db, { id: "beta", policy: policy.value, audience: { departments: ["office"] }, from, at });
  await db.write.transaction().execute((tx) =>
    recordPeople(
      tx,
      { at, by: null },
      people.map((personId, index) => ({
        type: "joins" as const,
        personId,
        departmentId: index === 9 ? "office" : "shops-north",
        from: civilDate("2026-06-01"),
      })),
    ),
  );
  await tick(db, clock.now());
});

/** Counts by day, without the days on which they stay the same. */
function steps(rows: { department_id: string; counted_on: string; n: number }[]) {
  return rows.filter((row, place) => {
    const before = rows[place - 1];
    return row.n !== (before?.department_id === row.department_id ? before.n : 0);
  });
}

/** Everything derived, everybody's rows in force and what is said of them. */
async function everything() {
  const { read } = deps.db;
  const inForce = <Row extends { withdrawn_at: string | null }>(rows: Row[]) =>
    rows.filter((row) => row.withdrawn_at === null);
  return {
    standings: await read.selectFrom("standing").selectAll().orderBy("person_id").orderBy("module_id").execute(),
    spans: await read.selectFrom("standing_span").selectAll().execute(),
    employments: inForce(await read.selectFrom("employment").selectAll().orderBy("id").execute()),
    memberships: inForce(await read.selectFrom("membership").selectAll().orderBy("id").execute()),
    headcount: steps(
      await read.selectFrom("headcount").selectAll().orderBy("department_id").orderBy("counted_on").execute(),
    ),
  };
}

async function differences() {
  const report = await rebuild(deps.db, deps.clock.now());
  return report.differing + Object.values(report.counts).reduce((sum, n) => sum + n, 0);
}

async function problems(lines: string, options: { everybody?: boolean } = {}) {
  const before = await everything();
  const id = await bring(deps, hr, head + lines);
  await check(deps, hr, id, { from: today, ...options });
  expect(await everything()).toEqual(before);
  return (await linesOf(deps, id)).map(({ line, action, problems: own }) => ({
    line,
    action,
    codes: own.map(({ code }) => code),
    ...(own[0]?.lines ? { lines: own[0].lines } : {}),
    ...(own[0]?.known ? { known: own[0].known } : {}),
  }));
}

describe("a file of people", () => {
  it("says who joins, moves, changes, leaves and stays, and what is asked of whom, and does it once confirmed", async () => {
    const id = await bring(
      deps,
      hr,
      `${head}1000;Person0 Test;person0@test.example;shops-north;Tester;;2020-01-01;\n` +
        "1001;Person1 Test;person1@test.example;office;Tester;;2020-01-01;\n" +
        "1002;Person2 Ny;person2@test.example;company / shops / shops-north;Butikschef;1009;2020-01-01;\n" +
        "1003;Person3 Test;person3@test.example;shops-north;Tester;;2020-01-01;2026-12-31\n" +
        "2000;Öberg, Åsa;asa@test.example;office;Säljare;2001;2015-03-01;\n" +
        "2001;Bo Ek;;office;Chef;1009;2027-02-01;\n" +
        "2002;Cia Gran;;office;Chef;;2010-01-01;2020-01-01\n",
    );
    await check(deps, hr, id, { from: today });
    const before = await importOf(deps, id);
    expect(before.state).toBe("ready");
    expect(before.summary).toMatchObject({
      rows: 7,
      employed: 10,
      counts: { stays: 1, moves: 1, changes: 1, leaves: 1, joins: 2, past: 1 },
      // Beta of whoever comes to the office; alpha of whoever is new.
      asked: { people: 3, tasks: 5, minutes: 25 },
    });
    expect(await apply(deps, hr, id)).toEqual({ kind: "applying" });
    expect((await importOf(deps, id)).state).toBe("applied");

    const asa = await deps.db.read
      .selectFrom("person")
      .innerJoin("employment", "employment.person_id", "person.id")
      .innerJoin("membership", "membership.person_id", "person.id")
      .innerJoin("person as manager", "manager.id", "employment.manager_id")
      .select([
        "person.given_name",
        "employment.from_on",
        "membership.from_on as member_from",
        "manager.employee_number as manager",
      ])
      .where("person.employee_number", "=", "2000")
      .execute();
    // Employed for years, asked from now on: nobody is late on the first day.
    expect(asa).toEqual([{ given_name: "Åsa", from_on: "2015-03-01", member_from: today, manager: "2001" }]);
    const late = await deps.db.read
      .selectFrom("standing")
      .innerJoin("person", "person.id", "standing.person_id")
      .select("state")
      .where("employee_number", ">=", "2000")
      .where("state", "in", ["overdue", "lapsed", "refresher-overdue"])
      .execute();
    expect(late).toEqual([]);
    expect(await differences()).toBe(0);
  });

  it("changes nothing the second time, and says so", async () => {
    const text = `${head}1000;Person0 Test;person0@test.example;office;Säljare;1009;2020-01-01;\n2000;Åsa Öberg;;office;;1000;2026-01-01;\n`;
    const first = await bring(deps, hr, text);
    await check(deps, hr, first, { from: today });
    await apply(deps, hr, first);
    const after = await everything();
    for (const from of [today, "2026-12-24"]) {
      const again = await bring(deps, hr, text);
      await check(deps, hr, again, { from });
      expect((await importOf(deps, again)).summary.counts).toEqual({ stays: 2 });
      expect(await apply(deps, hr, again)).toEqual({ kind: "nothing" });
      await discardPeople(deps, hr, again);
    }
    expect(await everything()).toEqual(after);
  });

  it("ends the employments of whoever it does not name when it lists everybody, and asks twice when they are many", async () => {
    const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => `${1000 + n};Person${n} Test;;shops-north;Tester;;;\n`).join("");
    const id = await bring(deps, hr, head + rows);
    await check(deps, hr, id, { everybody: true, from: "2026-12-01" });
    const { summary } = await importOf(deps, id);
    expect(summary.counts.leaves).toBe(2);
    expect(await confirmPeople(deps, hr, id, "")).toEqual({ kind: "type-number", leaves: 2 });
    expect(await confirmPeople(deps, hr, id, "3")).toEqual({ kind: "type-number", leaves: 2 });
    expect(await apply(deps, hr, id, "2")).toEqual({ kind: "applying" });
    const ended = await deps.db.read
      .selectFrom("employment")
      .select(["person_id", "to_on"])
      .where("to_on", "is not", null)
      .orderBy("person_id")
      .execute();
    expect(ended).toEqual([people[8], people[9]].sort().map((person) => ({ person_id: person, to_on: "2026-11-30" })));
    deps.clock.set("2026-12-02T09:00:00Z");
    await tick(deps.db, deps.clock.now());
    expect(await differences()).toBe(0);
  });

  describe("with administrators", () => {
    const grant = async (personId: string) => {
      const everywhere = { departmentId: null, courseId: null, deputy: false } as const;
      const from = civilDate("2026-01-01");
      await deps.db.write
        .transaction()
        .execute((tx) =>
          recordGrant(
            tx,
            { at: deps.clock.now(), by: null },
            { personId, role: "administrator", ...everywhere, from, to: null },
          ),
        );
    };
    const lasting = () => findLastingAdministrators(deps.db.read, "2026-12-31", {});
    const eight = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => `${1000 + n};Person${n} Test;;shops-north;Tester;;;\n`).join("");

    it("keeps those whom a list of everybody does not name, and says so", async () => {
      await grant(people[9] ?? "");
      const id = await bring(deps, hr, head + eight);
      await check(deps, hr, id, { everybody: true, from: today });
      const { summary } = await importOf(deps, id);
      expect(summary.counts.leaves).toBe(1);
      expect(summary.kept).toBe(1);
      await apply(deps, hr, id, "");
      expect(await lasting()).toEqual([people[9]]);
    });

    it("keeps who came to administer after the file was worked out", async () => {
      const id = await bring(deps, hr, head + eight);
      await check(deps, hr, id, { everybody: true, from: today });
      expect((await importOf(deps, id)).summary.counts.leaves).toBe(2);
      expect(await confirmPeople(deps, hr, id, "2")).toEqual({ kind: "applying" });
      await grant(people[8] ?? "");
      await workAll(deps);
      expect(await lasting()).toEqual([people[8]]);
      expect((await importOf(deps, id)).summary.leftOut).toBe(1);
    });

    it("refuses the rows that would end the last of them, and takes the row of one of two", async () => {
      await grant(people[8] ?? "");
      const rows = "1008;Person8 Test;person8@test.example;office;Tester;;;2026-12-31\n";
      expect(await problems(rows)).toEqual([{ line: 2, action: "refused", codes: ["last-administrator"] }]);
      await grant(people[9] ?? "");
      expect(await problems(rows)).toEqual([{ line: 2, action: "leaves", codes: [] }]);
    });
  });

  it("brings back whoever left, employed anew from the day", async () => {
    const personId = people[4] ?? "";
    const recording = { at: deps.clock.now(), by: null };
    const to = civilDate("2026-08-31");
    await deps.db.write.transaction().execute((tx) => recordPeople(tx, recording, [{ type: "leaves", personId, to }]));
    const id = await bring(deps, hr, `${head}1004;Person4 Test;;office;Tester;;2020-01-01;\n`);
    await check(deps, hr, id, { from: today });
    expect((await importOf(deps, id)).summary.counts).toEqual({ rehires: 1 });
    await apply(deps, hr, id);
    const rows = await deps.db.read
      .selectFrom("employment")
      .select(["from_on", "to_on"])
      .where("person_id", "=", personId)
      .orderBy("from_on")
      .execute();
    expect(rows).toEqual([
      { from_on: "2020-01-01", to_on: "2026-08-31" },
      { from_on: today, to_on: null },
    ]);
    expect(await differences()).toBe(0);
  });

  it("makes a department whose name has a stroke in it as one, or as one under the other, and says which", async () => {
    const id = await bring(deps, hr, "Nr;Namn;Avdelning\n2000;Åsa Öberg;HR/Lön\n2001;Bo Ek;Drift / IT\n");
    await check(deps, hr, id, { from: today });
    const form = new FormData();
    form.set("intent", "places");
    const { unknown } = (await importOf(deps, id)).summary;
    for (const [place, { text }] of unknown.departments.entries()) {
      form.set(`departments.${place}`, text === "HR/Lön" ? "whole" : "new");
    }
    await expect(takePeopleDecision(deps, hr, id, form)).rejects.toMatchObject({ status: 302 });
    await workAll(deps);
    expect((await importOf(deps, id)).summary.counts).toEqual({ joins: 2 });
    await apply(deps, hr, id);
    const homes = await deps.db.read
      .selectFrom("membership")
      .innerJoin("person", "person.id", "membership.person_id")
      .innerJoin("department", "department.id", "membership.department_id")
      .leftJoin("department as above", "above.id", "department.parent_id")
      .select(["department.name", "above.name as under"])
      .where("employee_number", ">=", "2000")
      .orderBy("employee_number")
      .execute();
    const swedish = (name: string | null) => (name === null ? null : (JSON.parse(name) as { sv: string }).sv);
    expect(homes.map(({ name, under }) => [swedish(name), swedish(under)])).toEqual([
      ["HR/Lön", null],
      ["IT", "Drift"],
    ]);
    const again = await bring(deps, hr, "Nr;Namn;Avdelning\n2000;Åsa Öberg;HR/Lön\n");
    await check(deps, hr, again, { from: today });
    expect((await importOf(deps, again)).summary.counts).toEqual({ stays: 1 });
  });

  it("makes places that nobody knew once that was decided, and leaves out rows of those that were refused", async () => {
    const text =
      "Nr;Namn;Avdelning;Arbetsplats;Bolag\n2000;Åsa Öberg;shops / Kassa / Kväll;Luleå;Testbolaget Norr AB\n2001;Bo Ek;office;Luleå;Testbolaget Norr AB\n";
    const id = await bring(deps, hr, text);
    await check(deps, hr, id, { from: today });
    const { summary } = await importOf(deps, id);
    expect(summary.counts).toEqual({ undecided: 2 });
    expect(summary.unknown).toEqual({
      departments: [{ text: "shops / Kassa / Kväll", rows: 1 }],
      sites: [{ text: "Luleå", rows: 2 }],
      entities: [{ text: "Testbolaget Norr AB", rows: 2 }],
    });
    expect(await confirmPeople(deps, hr, id, "")).toEqual({ kind: "undecided" });
    await makePlaces(deps, hr, id);
    expect((await importOf(deps, id)).summary.counts).toEqual({ joins: 2 });
    await apply(deps, hr, id);
    const line = await deps.db.read
      .selectFrom("membership")
      .innerJoin("person", "person.id", "membership.person_id")
      .innerJoin("department_ancestor", "department_ancestor.department_id", "membership.department_id")
      .innerJoin("department", "department.id", "ancestor_id")
      .select("department.name")
      .where("employee_number", "=", "2000")
      .orderBy("depth")
      .execute();
    expect(line.map((row) => JSON.parse(row.name).sv)).toEqual(["Kväll", "Kassa", "shops", "company"]);
    const site = await deps.db.read.selectFrom("site").selectAll().where("name", "=", "Luleå").execute();
    expect(site).toMatchObject([{ zone: "Europe/Stockholm" }]);
    await undo(deps, hr, id);
    const open = await deps.db.read.selectFrom("department").select("id").where("closed_on", "is", null).execute();
    expect(open).toHaveLength(5);
    const closed = await deps.db.read
      .selectFrom("entity")
      .select("closed_on")
      .where("name", "like", "%Norr%")
      .execute();
    expect(closed).toEqual([{ closed_on: today }]);
  });
});

describe("what cannot be taken", () => {
  it.each<[string, string, { line: number; action: string; codes: string[]; lines?: number[]; known?: string }[]]>([
    [
      "two people of one number",
      "2000;Åsa Ek;;office;;;;\n2000;Bo Ek;;office;;;;\n",
      [
        { line: 2, action: "conflict", codes: ["number-twice"], lines: [2, 3] },
        { line: 3, action: "conflict", codes: ["number-twice"], lines: [2, 3] },
      ],
    ],
    [
      "one address for two",
      "2000;Åsa Ek;a@x.example;office;;;;\n2001;Bo Ek;A@x.example;office;;;;\n",
      [
        { line: 2, action: "conflict", codes: ["email-twice"], lines: [2, 3] },
        { line: 3, action: "conflict", codes: ["email-twice"], lines: [2, 3] },
      ],
    ],
    [
      "somebody else's address",
      "2000;Åsa Ek;person3@test.example;office;;;;\n",
      [{ line: 2, action: "conflict", codes: ["email-taken"], known: "1003" }],
    ],
    [
      "zeros in front that were lost or added",
      "01003;Person3 Test;;office;;;;\n",
      [{ line: 2, action: "conflict", codes: ["number-nearly"], known: "1003" }],
    ],
    [
      "a department that is its own parent",
      "2000;Åsa Ek;;Kassa / kassa;;;;\n",
      [{ line: 2, action: "refused", codes: ["department-own-parent"] }],
    ],
    [
      "a manager who does not exist, or who is the person themself",
      "2000;Åsa Ek;;office;;4711;;\n2001;Bo Ek;;office;;2001;;\n2002;Cia Ek;c@x.example;office;;c@x.example;;\n",
      [
        { line: 2, action: "refused", codes: ["manager-unknown"] },
        { line: 3, action: "refused", codes: ["manager-self"] },
        { line: 4, action: "refused", codes: ["manager-self"] },
      ],
    ],
    [
      "managers in a circle, and nobody around it",
      "2000;Åsa Ek;;office;;2001;;\n2001;Bo Ek;;office;;2002;;\n2002;Cia Ek;;office;;2000;;\n2003;Dan Ek;;office;;1009;;\n",
      [
        { line: 2, action: "refused", codes: ["manager-circle"], lines: [2, 3, 4] },
        { line: 3, action: "refused", codes: ["manager-circle"], lines: [2, 3, 4] },
        { line: 4, action: "refused", codes: ["manager-circle"], lines: [2, 3, 4] },
        { line: 5, action: "joins", codes: [] },
      ],
    ],
    [
      "31 February, and an end before the beginning",
      "2000;Åsa Ek;;office;;;2026-02-31;\n2001;Bo Ek;;office;;;2026-03-01;2026-02-28\n",
      [
        { line: 2, action: "refused", codes: ["no-such-day"] },
        { line: 3, action: "refused", codes: ["ends-before-start"] },
      ],
    ],
    [
      "nobody: no number, no name",
      ";Åsa Ek;;office;;;;\n2001;;;office;;;;\n",
      [
        { line: 2, action: "refused", codes: ["number-missing"] },
        { line: 3, action: "refused", codes: ["name-missing"] },
      ],
    ],
    [
      "faults of a spreadsheet",
      "2000;Åsa Ek;;#N/A;#SAKNAS!;;;\n#REF!;Bo Ek;;office;;;;\n1003;#NAMN?;#DIV/0!;office;;#VÄRDEFEL!;#NUM!;#N/A\n",
      [
        { line: 2, action: "refused", codes: ["cell-error", "cell-error"] },
        { line: 3, action: "refused", codes: ["cell-error"] },
        {
          line: 4,
          action: "refused",
          codes: ["cell-error", "cell-error", "cell-error", "cell-error", "cell-error"],
        },
      ],
    ],
    [
      "numbers that are none: a truth, a part, below zero",
      "TRUE;Åsa Ek;;office;;;;\n5004.5;Bo Ek;;office;;;;\n-5;Cia Ek;;office;;;;\nA-17;Dan Ek;;office;;;;\n",
      [
        { line: 2, action: "refused", codes: ["number-malformed"] },
        { line: 3, action: "refused", codes: ["number-malformed"] },
        { line: 4, action: "refused", codes: ["number-malformed"] },
        { line: 5, action: "joins", codes: [] },
      ],
    ],
    [
      "formulas",
      '"=HYPERLINK(""http://x"")";=1+1;=cmd|calc;office;;;=TODAY();\n',
      [{ line: 2, action: "refused", codes: ["name-formula", "email-malformed", "not-a-date"] }],
    ],
    [
      "a row with too few or too many cells",
      "2000;Åsa Ek\n2001;Bo;Ek;office;;;;;;x\n",
      [
        { line: 2, action: "refused", codes: ["row-short", "department-missing"] },
        { line: 3, action: "refused", codes: ["row-long", "email-malformed"] },
      ],
    ],
  ])("%s, and nothing changes", async (_what, lines, expected) => {
    const found = await problems(lines);
    expect(found.map(({ line, action, codes, ...more }) => ({ line, action, codes, ...more }))).toEqual(expected);
  });

  it("keeps nobody out because of a manager's own row, but leaves the manager open", async () => {
    const id = await bring(deps, hr, `${head}2000;Åsa Ek;;office;;2001;;\n2001;Bo Ek;nonsense;office;;;;\n`);
    await check(deps, hr, id, { from: today });
    expect(await linesOf(deps, id)).toMatchObject([
      { action: "joins", problems: [{ code: "manager-left-out", lines: [3] }] },
      { action: "refused" },
    ]);
    expect(await apply(deps, hr, id)).toEqual({ kind: "applying" });
  });

  it("ends no employment because of a mistake in somebody's row", async () => {
    const rows = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(
      (n) => `${1000 + n};Person${n} Test;${n === 3 ? "x" : ""};office;;;;\n`,
    );
    const found = await problems(rows.join(""), { everybody: true });
    expect(found.filter(({ action }) => action === "leaves")).toEqual([]);
  });

  it("says of somebody whose first day was still to come that they begin, and not that they come back", async () => {
    const ahead = `${head}2000;Åsa Öberg;;office;;;2027-03-01;\n`;
    const id = await bring(deps, hr, ahead);
    await check(deps, hr, id, { from: today });
    expect(await apply(deps, hr, id, "")).toEqual({ kind: "applying" });
    const earlier = await bring(deps, hr, ahead.replace("2027-03-01", "2026-12-01"));
    await check(deps, hr, earlier, { from: today });
    expect((await importOf(deps, earlier)).summary.counts).toEqual({ joins: 1 });
  });

  it("gives the rows that it cannot take back with the separator of the file, whoever reads it", async () => {
    const id = await bring(deps, hr, `${head}2000;Åsa Öberg;x;office;;;;\n`);
    await check(deps, hr, id, { from: today });
    for (const language of ["sv", "en"] as const) {
      const csv = await new Response(await leftOutCsv(deps, hr, language, id)).text();
      expect(csv).toContain("Anställningsnummer;Namn;");
      expect(csv).toContain("2000;Åsa Öberg;x;office;");
    }
  });

  it("is for whoever manages people", async () => {
    const manager: Actor = {
      personId: people[0] ?? "",
      grants: [{ role: "manager", departmentId: "shops", courseId: null }],
    };
    await expect(bring(deps, manager, `${head}1;A B;;office;;;;\n`)).rejects.toMatchObject({ code: "forbidden" });
    const id = await bring(deps, hr, `${head}1;A B;;office;;;;\n`);
    await expect(confirmPeople(deps, manager, id, "")).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeBackPeople(deps, manager, id, "x")).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeBackPeople(deps, hr, id, " ")).rejects.toMatchObject({ code: "invalid" });
    await expect(takeBackPeople(deps, hr, id, "x")).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("two windows, and a company that goes on", () => {
  const rows = `${head}2000;Åsa Öberg;;office;;;;\n`;

  it("are one import for the same file while it is under way", async () => {
    const [first, second] = await Promise.all([bring(deps, hr, rows), bring(deps, hr, rows)]);
    expect(second).toBe(first);
    const files = await deps.db.read.selectFrom("stored_file").select("id").execute();
    expect(files).toHaveLength(1);
    await check(deps, hr, first, { from: today });
    const confirmed = await Promise.allSettled([
      confirmPeople(deps, hr, first, ""),
      confirmPeople(deps, hr, first, ""),
    ]);
    expect(confirmed.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await workAll(deps);
    const known = await deps.db.read.selectFrom("person").select("id").where("employee_number", "=", "2000").execute();
    expect(known).toHaveLength(1);
  });

  it("apply one import at a time", async () => {
    const first = await bring(deps, hr, rows);
    await check(deps, hr, first, { from: today });
    const second = await bring(deps, hr, `${head}2001;Bo Ek;;office;;;;\n`);
    await check(deps, hr, second, { from: today });
    await confirmPeople(deps, hr, first, "");
    expect(await confirmPeople(deps, hr, second, "")).toEqual({ kind: "other", id: first });
    await workAll(deps);
    // The company is another by now: it is worked out again before anything is done.
    expect(await confirmPeople(deps, hr, second, "")).toEqual({ kind: "changed" });
    await workAll(deps);
    expect(await apply(deps, hr, second)).toEqual({ kind: "applying" });
    expect((await importOf(deps, second)).state).toBe("applied");
  });

  it("leave out what changed between confirming and applying", async () => {
    const id = await bring(deps, hr, `${head}2000;Åsa Öberg;asa@x.example;office;;;;\n1000;Person0 Test;;office;;;;\n`);
    await check(deps, hr, id, { from: today });
    await confirmPeople(deps, hr, id, "");
    await deps.db.write
      .updateTable("person")
      .set({ email: "asa@x.example" })
      .where("employee_number", "=", "1005")
      .execute();
    await workAll(deps);
    expect(await importOf(deps, id)).toMatchObject({ state: "applied", summary: { leftOut: 1 } });
    expect((await linesOf(deps, id)).map(({ action }) => action)).toEqual(["conflict", "moves"]);
  });
});

describe("taking back", () => {
  it("leaves everybody as they were, with all that was derived", async () => {
    const before = await everything();
    const id = await bring(
      deps,
      hr,
      `${head}1001;Person1 Annat;annan@test.example;office;Säljare;1009;;\n1002;Person2 Test;person2@test.example;shops-north;Tester;;;2026-12-31\n` +
        "2000;Åsa Öberg;;office;;1001;2019-01-01;\n",
    );
    await check(deps, hr, id, { everybody: true, from: today });
    await apply(deps, hr, id, String((await importOf(deps, id)).summary.counts.leaves));
    expect(await everything()).not.toEqual(before);
    expect(await undo(deps, hr, id)).toEqual({ kind: "taking-back" });
    expect((await importOf(deps, id)).state).toBe("taken-back");
    expect(await everything()).toEqual(before);
    const described = await deps.db.read
      .selectFrom("person")
      .select(["family_name", "email"])
      .where("employee_number", "=", "1001")
      .execute();
    expect(described).toEqual([{ family_name: "Test", email: "person1@test.example" }]);
    expect(await differences()).toBe(0);
  });

  it("and bringing the same again does it again", async () => {
    const text = `${head}2000;Åsa Öberg;;office;;;2019-01-01;\n`;
    const first = await bring(deps, hr, text);
    await check(deps, hr, first, { from: today });
    await apply(deps, hr, first);
    const done = (await everything()).standings;
    await undo(deps, hr, first);
    const again = await bring(deps, hr, text);
    await check(deps, hr, again, { from: today });
    expect((await importOf(deps, again)).summary.counts).toEqual({ joins: 1 });
    await apply(deps, hr, again);
    expect((await everything()).standings).toEqual(done);
    expect(await differences()).toBe(0);
  });

  it("keeps what somebody changed since", async () => {
    const id = await bring(deps, hr, `${head}1001;Person1 Test;person1@test.example;office;Tester;;;\n`);
    await check(deps, hr, id, { from: today });
    await apply(deps, hr, id);
    const personId = people[1] ?? "";
    deps.clock.set("2026-12-24T09:00:00Z");
    const recording = { at: deps.clock.now(), by: null };
    const moved = { type: "joins" as const, personId, departmentId: "shops-south", from: civilDate("2026-12-24") };
    await deps.db.write.transaction().execute((tx) => recordPeople(tx, recording, [moved]));
    await undo(deps, hr, id);
    const rows = await deps.db.read
      .selectFrom("membership")
      .select(["department_id", "from_on", "to_on"])
      .where("person_id", "=", personId)
      .where("withdrawn_at", "is", null)
      .orderBy("from_on")
      .execute();
    expect(rows.at(-1)).toEqual({ department_id: "shops-south", from_on: "2026-12-24", to_on: null });
    expect(rows[0]?.department_id).toBe("shops-north");
    expect(await differences()).toBe(0);
  });
});
