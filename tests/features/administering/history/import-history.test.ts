import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { confirmHistory } from "#app/administering/history/decide-history.server";
import { addDays, civilDate, parsePeriod } from "#app/domain/calendar";
import type { Actor } from "#app/domain/permissions";
import type { Policy } from "#app/domain/policy";
import { type ImportedCompletion, recordCompletions, withdrawImported } from "#app/ledger/completions";
import { recordPeople } from "#app/ledger/people";
import { rebuild } from "#app/ledger/rebuild";
import { record, recordRevision } from "#app/ledger/record";
import { createLog } from "#app/platform/log";
import type { Connections } from "#db/connect";
import { FakeClock } from "#tests/support/clock";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { countFaults, spanFaults } from "#tests/support/naive";
import { apply, type BringDeps, bring, check, importOf, linesOf, undo, weigh, workAll } from "./bringing";

const today = civilDate("2026-11-24");
const now = new Date(`${today}T09:00:00Z`);
const joined = civilDate("2024-03-01");
const period = parsePeriod;

const policies: Record<string, Policy> = {
  hlr: { refresh: { every: period("P2Y"), spread: period("P14D") } },
  brand: { refresh: { every: period("P1Y"), weak: { below: 0.8, every: period("P6M") } } },
  sekretess: {},
  extra: { refresh: { every: period("P1Y") } },
};
const modules = Object.keys(policies);

/** Six people, of whom everything but `extra` is required from today on. */
async function house(): Promise<{ db: Connections; people: readonly string[] }> {
  const db = await freshDatabase();
  const { people } = await createCompany(db, { people: 6, at: now });
  for (const [id, policy] of Object.entries(policies)) {
    const audience = id === "extra" ? {} : { audience: { everyone: true } as const };
    await createModule(db, { id, policy, ...audience, from: today, at: now });
  }
  await db.write.transaction().execute((tx) =>
    recordPeople(
      tx,
      { at: now, by: null },
      people.map((personId, place) => ({
        type: "joins" as const,
        personId,
        departmentId: ["shops-north", "shops-south", "office"][place % 3] ?? "office",
        from: joined,
      })),
    ),
  );
  return { db, people };
}

async function derived({ read }: Connections) {
  const changed = (rows: { n: number }[]) => rows.filter(({ n }) => n !== 0);
  return {
    standings: await read.selectFrom("standing").selectAll().orderBy("person_id").orderBy("module_id").execute(),
    spans: await read
      .selectFrom("standing_span")
      .selectAll()
      .orderBy("person_id")
      .orderBy("module_id")
      .orderBy("from_on")
      .execute(),
    due: changed(await read.selectFrom("due_count").selectAll().orderBy("department_id").orderBy("due_on").execute()),
    completions: changed(
      await read
        .selectFrom("completion_count")
        .selectAll()
        .orderBy("department_id")
        .orderBy("month")
        .orderBy("kind")
        .orderBy("module_id")
        .execute(),
    ),
  };
}

async function differences(db: Connections): Promise<number> {
  const report = await rebuild(db, now);
  return report.differing + Object.values(report.counts).reduce((sum, n) => sum + n, 0);
}

const completion = fc.record({
  person: fc.integer({ min: 0, max: 5 }),
  module: fc.integer({ min: 0, max: 3 }),
  ago: fc.integer({ min: 0, max: 1500 }),
  score: fc.constantFrom(null, 0.6, 0.9),
  lasts: fc.option(fc.integer({ min: 0, max: 900 })),
});

function meant(
  people: readonly string[],
  drawn: readonly (typeof completion extends fc.Arbitrary<infer T> ? T : never)[],
) {
  return drawn.map(({ ago, lasts, module, person, score }): ImportedCompletion => {
    const on = addDays(today, -ago);
    return {
      personId: people[person] ?? "",
      moduleId: modules[module] ?? "",
      on,
      score,
      expires: lasts === null ? null : addDays(on, lasts),
    };
  });
}

describe("many completions at once", () => {
  it("are the same in any order and in any batches as one after another, and gone when they are taken back", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(completion, { minLength: 1, maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 }),
        fc.integer(),
        async (drawn, sizes, seed) => {
          const [one, many] = [await house(), await house()];
          const before = await derived(many.db);
          expect(await derived(one.db)).toEqual(before);
          for (const each of meant(one.people, drawn)) {
            await one.db.write.transaction().execute((tx) =>
              record(tx, { at: now, by: null }, [
                {
                  type: "completion",
                  personId: each.personId,
                  moduleId: each.moduleId,
                  attemptId: null,
                  kind: "imported",
                  revision: 0,
                  contentHash: null,
                  language: null,
                  score: each.score,
                  on: each.on,
                  completedAt: new Date(`${each.on}T12:00:00Z`),
                  ...(each.expires === null ? {} : { expires: each.expires }),
                },
              ]),
            );
          }
          const shuffled = meant(many.people, drawn)
            .map((each, place) => ({ each, key: Math.sin(seed + place * 7919) }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each);
          for (let start = 0, turn = 0; start < shuffled.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            await many.db.write
              .transaction()
              .execute((tx) =>
                recordCompletions(tx, { at: now, by: null }, "import", shuffled.slice(start, start + size)),
              );
            start += size;
          }
          expect(await derived(many.db)).toEqual(await derived(one.db));
          for (const personId of many.people) {
            for (const moduleId of modules) {
              expect(await spanFaults(many.db, personId, moduleId, addDays(today, -30), today)).toEqual([]);
            }
          }
          expect(await countFaults(many.db, today)).toEqual([]);
          expect(await differences(many.db)).toBe(0);
          await many.db.write
            .transaction()
            .execute((tx) => withdrawImported(tx, { at: now, by: null }, "import", many.people, "Fel fil."));
          expect(await derived(many.db)).toEqual(before);
          expect(await differences(many.db)).toBe(0);
          await one.db.close();
          await many.db.close();
        },
      ),
      { numRuns: 12 },
    );
  }, 300_000);
});

let deps: BringDeps & { readonly clock: FakeClock };
let people: readonly string[];
let hr: Actor;

beforeEach(async () => {
  const made = await house();
  people = made.people;
  deps = { db: made.db, clock: new FakeClock(now.toISOString()), log: createLog("silent"), wake: () => {} };
  hr = { personId: people[5] ?? "", grants: [{ role: "hr", departmentId: null, courseId: null }] };
});

const head = "Anställningsnummer;Kurs;Genomförd;Resultat;Gäller till\n";

async function standing(place: number, moduleId: string) {
  return await deps.db.read
    .selectFrom("standing")
    .select(["state", "valid", "task", "due_on", "valid_until", "cycle", "voluntary"])
    .where("person_id", "=", people[place] ?? "")
    .where("module_id", "=", moduleId)
    .executeTakeFirst();
}

describe("a file of completions", () => {
  it("is worked out without doing anything, done once confirmed, and taken back whole", async () => {
    const before = await derived(deps.db);
    const id = await bring(
      deps,
      hr,
      `${head}1000;hlr;2025-06-01;0,9;\n` +
        "1001;hlr;2023-01-15;;\n" +
        "1002;brand;2026-09-01;70 %;\n" +
        "person3@test.example;sekretess;2019-02-03;Godkänd;\n" +
        "1004;brand;2026-10-01;;2027-01-31\n" +
        "1005;extra;2026-08-01;;\n",
    );
    const worked = await check(deps, hr, id);
    expect(worked.state).toBe("ready");
    expect(worked.summary).toMatchObject({
      rows: 6,
      counts: { records: 6 },
      people: 6,
      modules: 4,
      first: "2019-02-03",
      last: "2026-10-01",
      dayOne: {
        required: 5,
        valid: { before: 0, after: 4 },
        anew: { before: 5, after: 1 },
        late: { before: 0, after: 0 },
        before: { assigned: 5, none: 1 },
        after: { current: 4, assigned: 1, voluntary: 1 },
      },
    });
    expect(await derived(deps.db)).toEqual(before);

    expect(await apply(deps, hr, id)).toBe("applying");
    const applied = await importOf(deps, id);
    expect(applied).toMatchObject({ state: "applied", summary: { recorded: 6 } });
    const rows = await deps.db.read.selectFrom("completion").selectAll().orderBy("completed_on").execute();
    expect(rows.every((row) => row.kind === "imported" && row.revision === 0 && row.import_id === id)).toBe(true);
    expect(rows.map(({ score }) => score)).toEqual([null, null, 0.9, null, 0.7, null]);
    expect(await differences(deps.db)).toBe(0);

    expect(await weigh(deps, hr, id)).toMatchObject({
      completions: 6,
      people: 6,
      dayOne: { valid: { before: 4, after: 0 }, anew: { before: 1, after: 5 } },
    });
    expect(await undo(deps, hr, id)).toBe("taking-back");
    expect((await importOf(deps, id)).state).toBe("taken-back");
    expect(await derived(deps.db)).toEqual(before);
    expect(await differences(deps.db)).toBe(0);
    const kept = await deps.db.read.selectFrom("completion").select("withdrawn_why").execute();
    expect(kept).toEqual(Array(6).fill({ withdrawn_why: "Fel fil." }));
  });

  it("lets day one show the truth: who was trained is not late, by rule 9, whatever was then", async () => {
    const id = await bring(
      deps,
      hr,
      `${head}` +
        // Valid for a year to come.
        "1000;brand;2026-10-01;0,95;\n" +
        // Valid for days only: nobody is late for what began today.
        "1001;brand;2025-11-30;;\n" +
        // Ended long ago: begins anew, with the time that a new requirement gives.
        "1002;brand;2023-05-01;;\n" +
        // The issuer's own last day is the earlier.
        "1003;brand;2026-10-01;;2027-02-01\n" +
        // A weak score comes back sooner.
        "1004;brand;2026-10-01;0,5;\n" +
        // The later of two counts.
        "1005;brand;2024-01-10;;\n1005;brand;2026-03-01;;\n",
    );
    await check(deps, hr, id);
    await apply(deps, hr, id);
    const golden = [];
    for (let place = 0; place < 6; place += 1) {
      const { state, due_on, valid_until } = (await standing(place, "brand")) ?? {};
      golden.push([state, due_on, valid_until]);
    }
    expect(golden).toEqual([
      ["current", "2027-10-01", "2027-10-15"],
      ["refresher-open", "2026-12-08", "2026-12-22"],
      ["assigned", "2026-12-24", null],
      ["refresher-open", "2027-02-01", "2027-02-01"].map((value, place) => (place === 0 ? "current" : value)),
      ["current", "2027-04-01", "2027-04-15"],
      ["current", "2027-03-01", "2027-03-15"],
    ]);
    const late = await deps.db.read
      .selectFrom("standing")
      .select("person_id")
      .where("state", "in", ["overdue", "lapsed", "refresher-overdue"])
      .execute();
    expect(late).toEqual([]);
  });

  it("tells of how many requirements a change of the module is still asked, which nothing from elsewhere covers", async () => {
    const change = async (moduleId: string, number: number, kind: "minor" | "major" | "critical", on: string) => {
      await deps.db.write.transaction().execute((tx) =>
        recordRevision(
          tx,
          { at: now, by: null },
          {
            id: `${moduleId} ${number}`,
            moduleId,
            number,
            change: kind,
            within: null,
            note: "{}",
            contentHash: `${moduleId} ${number}`,
            on: civilDate(on),
          },
        ),
      );
    };
    await change("hlr", 1, "minor", "2026-01-10");
    await change("hlr", 2, "major", "2026-06-10");
    await change("brand", 2, "critical", "2026-06-10");
    await change("sekretess", 2, "minor", "2026-06-10");
    const id = await bring(
      deps,
      hr,
      `${head}` +
        // Before the change, and after it.
        "1000;hlr;2026-02-01;;\n1001;hlr;2026-09-01;;\n" +
        // What was learnt elsewhere after a critical change does not count at all.
        "1002;brand;2026-09-01;;\n" +
        "1003;sekretess;2026-02-01;;\n" +
        // Ran out long ago: it is to be done anew, whatever was changed.
        "1004;hlr;2020-02-01;;\n",
    );
    const { summary } = await check(deps, hr, id);
    expect(summary.dayOne).toMatchObject({
      required: 5,
      changed: 3,
      before: { assigned: 5 },
      after: { assigned: 4, current: 1 },
    });
  });

  it("says of every row what becomes of it, and why", async () => {
    const id = await bring(
      deps,
      hr,
      `${head}1000;hlr;2025-06-01;;\n` +
        "1000;HLR;2025-06-01;0,9;\n" +
        "9999;hlr;2025-06-01;;\n" +
        ";hlr;2025-06-01;;\n" +
        "1001;hlr;2025-02-31;;\n" +
        "1001;hlr;2027-06-01;;\n" +
        "1001;hlr;;Underkänd;\n" +
        "1001;hlr;2025-06-01;utmärkt;\n" +
        "1001;hlr;2025-06-01;;2025-01-01\n" +
        "1001;Truckkort A;2025-06-01;;\n" +
        "1001;hlr\n" +
        "1001;=cmd|'/c calc'!A0;2025-06-01;;\n" +
        // Before somebody came here: trained elsewhere.
        "1002;hlr;2010-06-01;;\n" +
        "001003;hlr;2025-06-01;;\n",
    );
    await check(deps, hr, id);
    expect(await linesOf(deps, id)).toEqual([
      "2 records",
      "3 twice",
      "4 unknown-person person-unknown",
      "5 refused person-missing",
      "6 refused date-no-such-day",
      "7 ahead date-ahead",
      "8 not-passed not-passed",
      "9 refused score-unreadable",
      "10 refused expires-before",
      "11 undecided module-unknown",
      "12 refused row-short date-missing",
      "13 undecided module-unknown",
      "14 records",
      "15 unknown-person person-nearly",
    ]);
    expect(await confirmHistory(deps, hr, id)).toBe("undecided");
  });

  it("has names of other systems decided once: guessed, chosen, left out, and remembered", async () => {
    const lines = "1000;HLR för alla 2024;2025-06-01;;\n1001;Truckkort;2025-06-01;;\n1002;hlr;2025-06-01;;\n";
    const id = await bring(deps, hr, head + lines);
    const worked = await check(deps, hr, id);
    expect(worked.summary.names).toEqual([
      { name: "HLR för alla 2024", rows: 1, chosen: "hlr", isDecided: false },
      { name: "Truckkort", rows: 1, chosen: null, isDecided: false },
      { name: "hlr", rows: 1, chosen: "hlr", isDecided: true },
    ]);
    const chosen = await check(deps, hr, id, { modules: { "HLR för alla 2024": "hlr", Truckkort: "-" } });
    expect(chosen.summary.counts).toEqual({ records: 2, "left-out": 1 });
    expect(await apply(deps, hr, id)).toBe("applying");
    // The next file with these names asks no more.
    const next = await bring(deps, hr, head + lines.replaceAll("2025-06", "2025-07"));
    expect((await check(deps, hr, next)).summary.counts).toEqual({ records: 2, "left-out": 1 });
  });

  it("is nothing new a second time, nor in two windows at once", async () => {
    const text = `${head}1000;hlr;2025-06-01;;2026-12-31\n1001;hlr;2025-06-01;;\n`;
    const [one, two] = [await bring(deps, hr, text), await bring(deps, hr, text)];
    // The same content while the first is under way is that import.
    expect(two).toBe(one);
    const other = await bring(deps, hr, `${text}\n`);
    await check(deps, hr, one);
    await check(deps, hr, other);
    expect(await confirmHistory(deps, hr, one)).toBe("applying");
    expect(await confirmHistory(deps, hr, other)).toBe("other");
    await workAll(deps);
    expect(await apply(deps, hr, other)).toBe("applying");
    expect((await importOf(deps, other)).summary.recorded).toBe(0);
    const third = await bring(deps, hr, `${text}1002;hlr;2025-06-01;;\n`);
    expect((await check(deps, hr, third)).summary.counts).toEqual({ known: 2, records: 1 });
    // The same day with a last day that was not known is something new.
    const fourth = await bring(deps, hr, `${head}1001;hlr;2025-06-01;;2026-11-30\n1000;hlr;2025-06-01;;\n`);
    expect((await check(deps, hr, fourth)).summary.counts).toEqual({ known: 1, records: 1 });
  });

  it("says once it is applied what it brought, where another file of the same was faster", async () => {
    const rows = "1000;hlr;2025-06-01;;\n1001;hlr;2025-06-02;;\n";
    const first = await bring(deps, hr, `${head}${rows}`);
    await check(deps, hr, first);
    const second = await bring(deps, hr, `${head}${rows}1002;brand;2026-09-01;;\n1000;hlr;2025-06-01;;\n`);
    await check(deps, hr, second);
    expect((await importOf(deps, second)).summary).toMatchObject({ people: 3, counts: { records: 3, twice: 1 } });
    await apply(deps, hr, first);
    await apply(deps, hr, second);
    const { summary } = await importOf(deps, second);
    expect(summary).toMatchObject({ recorded: 1, people: 1, counts: { records: 1, known: 2, twice: 1 } });
    expect(await linesOf(deps, second)).toEqual(["2 known", "3 known", "4 records", "5 twice"]);
  });

  it("takes whoever has no day in the report of one course for not having finished", async () => {
    const id = await bring(deps, hr, "ID number,Name,Course complete\n1000,A,2026-05-02\n1001,B,\n1002,C,\n");
    expect((await check(deps, hr, id, { wholeFile: "hlr" })).summary.counts).toEqual({ records: 1, "not-passed": 2 });
    expect(await linesOf(deps, id)).toEqual(["2 records", "3 not-passed not-passed", "4 not-passed not-passed"]);
  });

  it("goes on after a stop, wherever it was, and records nothing twice", async () => {
    const lines = people.flatMap((_, place) =>
      modules.flatMap((module) =>
        Array.from({ length: 40 }, (_, ago) => `${1000 + place};${module};${addDays(today, -1 - ago * 9)};;\n`),
      ),
    );
    const id = await bring(deps, hr, head + lines.join(""));
    await check(deps, hr, id);
    await confirmHistory(deps, hr, id);
    for (let kills = 0; kills < 20 && (await importOf(deps, id)).state === "applying"; kills += 1) {
      await workAll(deps, 1 + (kills % 2));
    }
    expect(await importOf(deps, id)).toMatchObject({ state: "applied", summary: { recorded: lines.length } });
    expect(await differences(deps.db)).toBe(0);
  });

  it("is of one module where no column says which, as Moodle writes it", async () => {
    const text =
      'ID,Name,"Email address","Course complete"\n4,"Person Ett",person1@test.example,"12/05/2026, 10:12"\n5,"Person Två",person2@test.example,\n';
    const id = await bring(deps, hr, text, "completion.csv");
    expect((await check(deps, hr, id)).faults).toEqual(["module"]);
    const worked = await check(deps, hr, id, { wholeFile: "hlr" });
    expect(worked.summary.counts).toEqual({ records: 1, "not-passed": 1 });
    await apply(deps, hr, id);
    expect(await standing(1, "hlr")).toMatchObject({ state: "current" });
  });

  it("reads bare figures of a hundred where one exceeds 1, also when that row is left out", async () => {
    const id = await bring(deps, hr, `${head}1000;hlr;2025-06-01;1;\n9999;hlr;2025-06-01;85;\n`);
    expect((await check(deps, hr, id)).summary.scale).toBe("share");
    const other = await bring(
      deps,
      hr,
      `${head}1000;hlr;2025-06-01;1;\n1001;hlr;2025-06-01;85;\n1001;hlr;2025-06-01;90;\n`,
    );
    expect((await check(deps, hr, other)).summary.scale).toBe("hundred");
    await apply(deps, hr, other);
    const rows = await deps.db.read.selectFrom("completion").select("score").orderBy("score").execute();
    expect(rows.map(({ score }) => score)).toEqual([0.01, 0.85]);
  });

  it("is for those who may", async () => {
    const trainer: Actor = {
      personId: people[0] ?? "",
      grants: [{ role: "trainer", departmentId: null, courseId: null }],
    };
    const id = await bring(deps, hr, `${head}1000;hlr;2025-06-01;;\n`);
    await expect(check(deps, trainer, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(confirmHistory(deps, trainer, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(confirmHistory(deps, hr, id)).rejects.toMatchObject({ code: "conflict" });
    await expect(confirmHistory(deps, hr, "nothing")).rejects.toMatchObject({ code: "not-found" });
  });
});
