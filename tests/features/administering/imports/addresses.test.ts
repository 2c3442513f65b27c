import { beforeEach, describe, expect, it } from "vitest";
import { confirmPeople } from "#app/administering/imports/decide-people.server";
import { readPeopleImport } from "#app/administering/imports/read-people-import.server";
import { takePerson } from "#app/administering/people/change-person.server";
import { civilDate } from "#app/domain/calendar";
import type { Actor } from "#app/domain/permissions";
import { recordPeople } from "#app/ledger/people";
import { recordGrant } from "#app/ledger/roles";
import type { Deps } from "#app/platform/deps";
import { createLog } from "#app/platform/log";
import type { SignedIn } from "#db/queries/people";
import { FakeClock } from "#tests/support/clock";
import { createCompany } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { workbook } from "#tests/support/workbook";
import { apply, bring, check, type ImportDeps, importOf, linesOf, workAll } from "./importing";

const today = civilDate("2026-11-23");
const head = ["Anställningsnummer", "Namn", "E-post", "Avdelning"];

let deps: ImportDeps & { readonly clock: FakeClock };
let hr: Actor;
let people: readonly string[];

beforeEach(async () => {
  const db = await freshDatabase();
  deps = { db, clock: new FakeClock("2026-11-23T09:00:00Z"), log: createLog("silent"), wake: () => {} };
  people = (await createCompany(db, { people: 4, at: new Date("2026-01-01T11:00:00Z") })).people;
  hr = { personId: people[3] ?? "", grants: [{ role: "hr", departmentId: null, courseId: null }] };
  const recording = { at: deps.clock.now(), by: null };
  const from = civilDate("2026-06-01");
  await db.write.transaction().execute((tx) =>
    recordPeople(
      tx,
      recording,
      people.map((personId) => ({ type: "joins" as const, personId, departmentId: "shops-north", from })),
    ),
  );
});

async function administrator(n: number): Promise<void> {
  const everywhere = { departmentId: null, courseId: null, deputy: false } as const;
  const grant = { personId: people[n] ?? "", role: "administrator", ...everywhere } as const;
  const recording = { at: deps.clock.now(), by: null };
  await deps.db.write
    .transaction()
    .execute((tx) => recordGrant(tx, recording, { ...grant, from: civilDate("2026-01-01"), to: null }));
}

async function checked(...rows: string[][]): Promise<string> {
  const id = await bring(deps, hr, workbook([head, ...rows]));
  await check(deps, hr, id, { from: today });
  return id;
}

async function addressOf(n: number): Promise<string | null> {
  const row = await deps.db.read
    .selectFrom("person")
    .select("email")
    .where("id", "=", people[n] ?? "")
    .executeTakeFirst();
  return row?.email ?? null;
}

describe("an empty cell of a column of addresses", () => {
  it("takes the address away, and that is said by row and in the summary before anything is done", async () => {
    const id = await checked(
      ["1000", "Person0 Test", "person0@test.example", "shops-north"],
      ["1001", "Person1 Test", "", "shops-north"],
      ["1002", "Person2 Test", "", "office"],
      ["2000", "Åsa Ek", "", "office"],
    );
    const said = [{ column: 2, code: "email-removed" }];
    expect(await linesOf(deps, id)).toMatchObject([
      { action: "stays", problems: [] },
      { action: "changes", problems: [{ ...said[0], value: "person1@test.example" }] },
      { action: "moves", problems: said },
      { action: "joins", problems: [] },
    ]);
    expect((await importOf(deps, id)).summary).toMatchObject({ addressesRemoved: 2 });
    const visit = { language: "sv", today } as const;
    const view = await readPeopleImport(deps, hr, visit, id, { show: "changes", page: 1, undo: false });
    expect(view.summary).toMatchObject({ addressesRemoved: 2 });
    expect(view.list?.rows).toMatchObject([{ problems: [{ heading: "E-post", code: "email-removed" }] }]);
    await apply(deps, hr, id);
    expect([await addressOf(0), await addressOf(1)]).toEqual(["person0@test.example", null]);
  });

  it("is refused for the last administrator who has an address, and taken for one of two", async () => {
    await administrator(0);
    const row = ["1000", "Person0 Test", "", "shops-north"];
    const refused = await checked(row);
    expect(await linesOf(deps, refused)).toMatchObject([
      { action: "refused", problems: [{ column: 2, code: "last-address" }] },
    ]);
    expect(await confirmPeople(deps, hr, refused, "")).toEqual({ kind: "nothing" });
    // The other one has no address: one cannot stand in for the other.
    await administrator(1);
    await deps.db.write
      .updateTable("person")
      .set({ email: null })
      .where("id", "=", people[1] ?? "")
      .execute();
    expect(await linesOf(deps, await checked(row))).toMatchObject([{ action: "refused" }]);
    await administrator(2);
    expect(await linesOf(deps, await checked(row))).toMatchObject([{ action: "changes" }]);
  });

  it("is refused where one row takes the address and the other ends the employment of the two who have one", async () => {
    await administrator(0);
    await administrator(1);
    await administrator(2);
    await deps.db.write
      .updateTable("person")
      .set({ email: null })
      .where("id", "=", people[2] ?? "")
      .execute();
    const id = await bring(
      deps,
      hr,
      workbook([
        [...head, "Sista anställningsdag"],
        ["1000", "Person0 Test", "", "shops-north", ""],
        ["1001", "Person1 Test", "person1@test.example", "shops-north", "2026-12-31"],
      ]),
    );
    await check(deps, hr, id, { from: today });
    expect(await linesOf(deps, id)).toMatchObject([
      { action: "refused", problems: [{ code: "last-address" }] },
      { action: "refused", problems: [{ code: "last-administrator" }] },
    ]);
  });

  it("leaves the address of whoever came to be the last administrator after the file was worked out", async () => {
    const id = await checked(["1000", "Person0 Test", "", "shops-north"]);
    expect(await confirmPeople(deps, hr, id, "")).toEqual({ kind: "applying" });
    await administrator(0);
    await workAll(deps);
    expect(await importOf(deps, id)).toMatchObject({ state: "applied", summary: { leftOut: 1 } });
    expect(await addressOf(0)).toBe("person0@test.example");
  });
});

describe("the page of a person", () => {
  async function describe(n: number, email: string) {
    const form = new FormData();
    const said = { intent: "describe", number: `100${n}`, given: `Person${n}`, family: "Test", language: "sv", email };
    for (const [name, value] of Object.entries(said)) form.set(name, value);
    const reader = { ...hr, language: "sv" } as unknown as SignedIn;
    return await takePerson(
      { deps: deps as unknown as Deps, reader, visit: { now: deps.clock.now(), today } },
      people[n] ?? "",
      form,
    );
  }

  it("does not take the address of the last administrator who has one", async () => {
    await administrator(0);
    expect(await describe(0, "")).toMatchObject({ refused: { problems: [{ field: "email", code: "last-address" }] } });
    expect(await describe(1, "")).toHaveProperty("to");
    expect(await describe(0, "other@test.example")).toHaveProperty("to");
    await administrator(2);
    expect(await describe(0, "")).toHaveProperty("to");
  });
});
