import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { countAllAnswers, countAnswers, recountAnswers } from "#app/authoring/insights/count-answers.server";
import type { Connections } from "#db/connect";
import { attempt, beginning, completion, counted, createAsking, keyOf, publish } from "./asking";

const minute = 60_000;
const day = 24 * 60 * minute;
const later = (ms: number) => new Date(beginning.getTime() + ms);

let open: Connections[] = [];
afterEach(async () => {
  for (const db of open) await db.close();
  open = [];
});

async function asking() {
  const { db, people } = await createAsking();
  open.push(db);
  await publish(db, "module", 1, (language) => ["a", "b", "c"].map((id) => keyOf(id, language)));
  return { db, people, someone: people[0] ?? "" };
}

const items = (db: Connections, check: string) =>
  db.read.selectFrom("item_count").selectAll().where("check_id", "=", check).where("month", "=", "").execute();

describe("counting answers", () => {
  it("counts the first answer of each question of a finished attempt, against the rest of it", async () => {
    const { db, someone } = await asking();
    await attempt(db, { personId: someone, at: later(0), kind: "refresher", chosen: { a: 0, b: 2, c: 0 } });
    expect(await countAllAnswers(db, later(0))).toBe(1);
    expect(await items(db, "a")).toMatchObject([
      {
        answers: 1,
        right_answers: 1,
        compared: 1,
        compared_right: 1,
        rest: 5000,
        rest_of_right: 5000,
        rest_squares: 25e6,
      },
    ]);
    expect(await items(db, "b")).toMatchObject([
      { answers: 1, right_answers: 0, compared: 1, compared_right: 0, rest: 10_000, rest_of_right: 0 },
    ]);
    expect(await db.read.selectFrom("item_wrong_count").selectAll().execute()).toEqual([
      { module_id: "module", check_id: "b", revision: 1, mistake: "chosen:2", chosen: 1, compared: 1, rest: 10_000 },
    ]);
    const months = await db.read.selectFrom("item_count").select("month").distinct().orderBy("month").execute();
    expect(months.map(({ month }) => month)).toEqual(["", "2025-01"]);
  });

  it("leaves out what is open, what was left behind, and what is only confirmed", async () => {
    const { db, people } = await asking();
    await attempt(db, { personId: people[0] ?? "", at: null, chosen: { a: 1 } });
    await attempt(db, { personId: people[1] ?? "", at: later(0), left: true, chosen: { a: 1 } });
    await attempt(db, { personId: people[2] ?? "", at: later(0), chosen: {} });
    expect(await countAllAnswers(db, later(0))).toBe(2);
    const { items, retention, wrong } = await counted(db);
    expect([items, wrong, retention]).toEqual([[], [], []]);
  });

  it("counts an attempt once, however often it is asked to, and by two at once", async () => {
    const { db, people } = await asking();
    for (const personId of people) await attempt(db, { personId, at: later(0), chosen: { a: 1, b: 0 } });
    await Promise.all([countAllAnswers(db, later(0)), countAllAnswers(db, later(0))]);
    await countAllAnswers(db, later(0));
    expect(await items(db, "a")).toMatchObject([{ answers: people.length, right_answers: 0 }]);
  });

  it("waits with what has hardly been finished", async () => {
    const { db, someone } = await asking();
    await attempt(db, { personId: someone, at: later(0), chosen: { a: 0 } });
    expect(await countAnswers({ db }, later(30_000))).toBe(0);
    expect(await countAnswers({ db }, later(minute))).toBe(1);
  });

  it("counts what is remembered from the completion that was known before the refresher", async () => {
    const { db, someone } = await asking();
    const at = later(100 * day);
    await completion(db, { personId: someone, on: "2025-01-01", recordedAt: later(0) });
    await completion(db, {
      personId: someone,
      on: "2025-03-01",
      recordedAt: later(60 * day),
      withdrawnAt: later(61 * day),
    });
    await completion(db, { personId: someone, on: "2025-03-10", recordedAt: later(101 * day) });
    await attempt(db, { personId: someone, at, kind: "refresher", chosen: { a: 0, b: 1 } });
    await countAllAnswers(db, at);
    expect(await db.read.selectFrom("retention_count").selectAll().execute()).toEqual([
      { module_id: "module", month: "2025-04", span: 5, refreshers: 1, answers: 2, right_answers: 1, days: 200 },
    ]);
  });

  it("holds the same after any story of attempts, counted as they come or all over again", async () => {
    const story = fc.array(
      fc.record({
        person: fc.nat(19),
        // Several are finished in the same instant.
        hours: fc.nat(40),
        number: fc.constantFrom(1, 2),
        kind: fc.constantFrom("module" as const, "refresher" as const),
        language: fc.constantFrom("sv", "en"),
        chosen: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.nat(2)),
        left: fc.boolean(),
        counts: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const { db, people } = await asking();
        await publish(db, "module", 2, (language) => [
          keyOf("a", language, { promptHtml: "New" }),
          keyOf("b", language),
        ]);
        const inTurn = [...steps].sort((a, b) => a.hours - b.hours);
        for (const personId of people) await completion(db, { personId, on: "2024-11-01", recordedAt: beginning });
        for (const [place, { counts, hours, person, ...step }] of inTurn.entries()) {
          const at = later(hours * 10 * day);
          await attempt(db, { ...step, personId: people[person] ?? "", at });
          // Counting comes after the minute that everything waits.
          if (counts && inTurn[place + 1]?.hours !== hours) await countAnswers({ db }, new Date(at.getTime() + minute));
        }
        const end = later(500 * day);
        await countAnswers({ db }, end);
        const grown = await counted(db);
        await recountAnswers(db, end);
        expect(grown).toEqual(await counted(db));
        expect(grown.items.length).toBe(await naiveItems(db));
        await db.close();
        open = open.filter((each) => each !== db);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

/** Checks the totals against the answers themselves, one by one; gives how many rows there must be. */
async function naiveItems(db: Connections): Promise<number> {
  const answers = await db.read
    .selectFrom("answer")
    .innerJoin("attempt", "attempt.id", "answer.attempt_id")
    .innerJoin("revision", "revision.id", "attempt.revision_id")
    .select(["check_id", "correct", "revision.number", "finished_at"])
    .where("answer.ordinal", "=", 1)
    .where("statement", "is", null)
    .where("score", "is not", null)
    .execute();
  const keys = new Set<string>();
  for (const { check_id, finished_at, number } of answers) {
    for (const month of ["", finished_at?.slice(0, 7)]) keys.add(`${check_id} ${number} ${month}`);
  }
  const rows = await db.read.selectFrom("item_count").selectAll().execute();
  for (const row of rows) {
    const own = answers.filter(
      ({ check_id, finished_at, number }) =>
        check_id === row.check_id && number === row.revision && (finished_at ?? "").startsWith(row.month),
    );
    expect([row.answers, row.right_answers]).toEqual([own.length, own.filter(({ correct }) => correct === 1).length]);
  }
  return keys.size;
}
