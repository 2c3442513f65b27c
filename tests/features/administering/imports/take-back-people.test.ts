import { beforeEach, describe, expect, it } from "vitest";
import { readPeopleImport } from "#app/administering/imports/read-people-import.server";
import { civilDate } from "#app/domain/calendar";
import type { Actor } from "#app/domain/permissions";
import { type PersonChange, recordPeople } from "#app/ledger/people";
import { rebuild } from "#app/ledger/rebuild";
import { createLog } from "#app/platform/log";
import { FakeClock } from "#tests/support/clock";
import { createCompany } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { apply, bring, check, type ImportDeps, undo } from "./importing";

const today = civilDate("2026-11-23");
const head = "Anställningsnummer;Namn;E-post;Avdelning;Befattning;Chef;Anställd från;Sista anställningsdag\n";

let deps: ImportDeps & { readonly clock: FakeClock };
let hr: Actor;
/** By employee number: 1000 to 1009, all in `shops-north`. */
let people: readonly string[];

beforeEach(async () => {
  const db = await freshDatabase();
  deps = { db, clock: new FakeClock("2026-11-23T09:00:00Z"), log: createLog("silent"), wake: () => {} };
  people = (await createCompany(db, { people: 10, at: new Date("2026-01-01T11:00:00Z") })).people;
  hr = { personId: people[9] ?? "", grants: [{ role: "hr", departmentId: null, courseId: null }] };
  const from = civilDate("2026-06-01");
  await byHand(people.map((personId) => ({ type: "joins", personId, departmentId: "shops-north", from })));
});

async function byHand(changes: readonly PersonChange[]): Promise<void> {
  const recording = { at: deps.clock.now(), by: null };
  await deps.db.write.transaction().execute((tx) => recordPeople(tx, recording, changes));
}

function person(n: number): string {
  return people[n] ?? "";
}

/** What is in force of somebody, as `department from to` and `employed from to`, the oldest first. */
async function careerOf(personId: string): Promise<{ employed: string[]; departments: string[] }> {
  const { read } = deps.db;
  const employments = await read
    .selectFrom("employment")
    .select(["title", "from_on", "to_on"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .orderBy("from_on")
    .execute();
  const memberships = await read
    .selectFrom("membership")
    .select(["department_id", "from_on", "to_on"])
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .orderBy("from_on")
    .execute();
  return {
    employed: employments.map((row) => `${row.title} ${row.from_on} ${row.to_on}`),
    departments: memberships.map((row) => `${row.department_id} ${row.from_on} ${row.to_on}`),
  };
}

async function applied(lines: string, options: { everybody?: boolean; typed?: string } = {}): Promise<string> {
  const id = await bring(deps, hr, head + lines);
  await check(deps, hr, id, { from: today, everybody: options.everybody ?? false });
  expect(await apply(deps, hr, id, options.typed ?? "")).toEqual({ kind: "applying" });
  return id;
}

async function viewOf(id: string) {
  const visit = { language: "sv", today } as const;
  return await readPeopleImport(deps, hr, visit, id, { show: null, page: 1, undo: true });
}

/** Takes an import back; what was foretold of it, and who was left as they are. */
async function takenBack(id: string) {
  const foretold = (await viewOf(id)).undo;
  await undo(deps, hr, id);
  const report = await rebuild(deps.db, deps.clock.now());
  expect(report.differing).toBe(0);
  return { foretold, left: (await viewOf(id)).left };
}

describe("taking an import of people back", () => {
  it("leaves those as they are who were moved on since, from today or from a later day, and names them", async () => {
    const id = await applied(
      "1001;Person1 Test;;shops-south;Tester;;;\n1002;Person2 Test;;shops-south;Tester;;;\n1003;Person3 Test;;shops-south;Tester;;;\n",
    );
    deps.clock.set("2026-11-24T09:00:00Z");
    const later = civilDate("2026-12-10");
    await byHand([
      { type: "joins", personId: person(1), departmentId: "office", from: today },
      { type: "joins", personId: person(2), departmentId: "office", from: later },
    ]);
    const before = [await careerOf(person(1)), await careerOf(person(2))];
    const { foretold, left } = await takenBack(id);
    expect([await careerOf(person(1)), await careerOf(person(2))]).toEqual(before);
    expect((await careerOf(person(3))).departments).toEqual(["shops-north 2026-06-01 null"]);
    const names = [
      { id: person(1), name: "Person1 Test", number: "1001" },
      { id: person(2), name: "Person2 Test", number: "1002" },
    ];
    expect(foretold).toMatchObject({ move: 1, left: { total: 2, people: names } });
    expect(left).toEqual({ total: 2, people: names });
  });

  it("leaves somebody as they are whom a list of everybody ended and who was employed anew since", async () => {
    const rows = people.map((_, n) => (n === 4 ? "" : `${1000 + n};Person${n} Test;;shops-north;Tester;;;\n`));
    const id = await applied(rows.join(""), { everybody: true, typed: "1" });
    const ended = await careerOf(person(4));
    expect(ended.departments).toEqual(["shops-north 2026-06-01 2026-11-22"]);
    const [employment] = await deps.db.read
      .selectFrom("employment")
      .select(["entity_id", "site_id"])
      .where("person_id", "=", person(4))
      .execute();
    const from = civilDate("2026-12-01");
    const place = { entityId: employment?.entity_id ?? "", siteId: employment?.site_id ?? "" };
    await byHand([
      { type: "employed", personId: person(4), from, ...place, kind: "employee", title: "Anew", managerId: null },
      { type: "joins", personId: person(4), departmentId: "office", from },
    ]);
    const before = await careerOf(person(4));
    const { foretold, left } = await takenBack(id);
    expect(await careerOf(person(4))).toEqual(before);
    expect(foretold).toMatchObject({ back: 0, left: { total: 1 } });
    expect(left?.people).toMatchObject([{ number: "1004" }]);
  });

  it("leaves whoever it brought in and who has since been given a last day", async () => {
    const id = await applied("2000;Åsa Ek;;office;Säljare;;2026-12-01;\n2001;Bo Ek;;office;Säljare;;2026-12-01;\n");
    const asa = await deps.db.read
      .selectFrom("person")
      .select("id")
      .where("employee_number", "=", "2000")
      .executeTakeFirstOrThrow();
    await byHand([{ type: "leaves", personId: asa.id, to: civilDate("2027-01-31") }]);
    const before = await careerOf(asa.id);
    const { foretold } = await takenBack(id);
    expect(await careerOf(asa.id)).toEqual(before);
    expect(foretold).toMatchObject({ leave: 1, left: { total: 1 } });
  });

  it("leaves whom a later import moved on, until that one is taken back first", async () => {
    const first = await applied("1001;Person1 Test;;shops-south;Tester;;;\n");
    const second = await applied("1001;Person1 Test;;office;Tester;;;\n");
    const moved = await careerOf(person(1));
    expect((await viewOf(first)).undo).toMatchObject({ move: 0, left: { total: 1 } });
    await undo(deps, hr, second);
    expect((await careerOf(person(1))).departments).not.toEqual(moved.departments);
    const { foretold, left } = await takenBack(first);
    expect(foretold).toMatchObject({ move: 1, left: { total: 0 } });
    expect(left).toBeNull();
    expect((await careerOf(person(1))).departments).toEqual(["shops-north 2026-06-01 null"]);
  });

  it("takes the department back of somebody whose title alone was changed since", async () => {
    const id = await applied("1001;Person1 Test;;shops-south;Tester;;;\n");
    const [employment] = await deps.db.read
      .selectFrom("employment")
      .select(["entity_id", "site_id"])
      .where("person_id", "=", person(1))
      .execute();
    const place = { entityId: employment?.entity_id ?? "", siteId: employment?.site_id ?? "" };
    await byHand([
      { type: "employed", personId: person(1), from: today, ...place, kind: "employee", title: "X", managerId: null },
    ]);
    const { employed } = await careerOf(person(1));
    await takenBack(id);
    expect(await careerOf(person(1))).toEqual({ employed, departments: ["shops-north 2026-06-01 null"] });
  });
});
