import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDemonstration } from "#app/demo/build-demonstration";
import { instantIn } from "#app/demo/instants";
import { addDays, type CivilDate, civilDate, compareDates } from "#app/domain/calendar";
import { gradeAnswer, score } from "#app/domain/grading";
import { spreadFor } from "#app/domain/spread";
import { standing } from "#app/domain/standing";
import { readResponseText } from "#app/learning/response-text";
import { rebuild } from "#app/ledger/rebuild";
import { tick } from "#app/ledger/tick";
import type { Connections } from "#db/connect";
import { freshDatabase } from "#tests/support/database";
import { countFaults, departmentOf, factsOf } from "#tests/support/naive";
import { contentForTests, questionsOfTests } from "./demo-content";

const lastDay = civilDate("2026-11-24");
const now = instantIn("Europe/Stockholm", lastDay, 9 * 60);
const minutes = 60_000;

async function build(): Promise<Connections> {
  const db = await freshDatabase();
  await buildDemonstration({ db }, { seed: "a company", lastDay, content: contentForTests() });
  return db;
}

/** Every row of every table, in an order of its own. */
async function dump(db: Connections): Promise<Map<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'kysely%' and name not like 'sqlite%'
    order by name`.execute(db.read);
  const dumped = new Map<string, string[]>();
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db.read);
    dumped.set(name, rows.map((row) => JSON.stringify(row)).sort());
  }
  return dumped;
}

describe("the demonstration company", () => {
  let db: Connections;
  beforeAll(async () => {
    db = await build();
  }, 5 * minutes);
  afterAll(() => db.close());

  it(
    "is the same to the byte for the same seed and last day",
    async () => {
      const again = await build();
      const [first, second] = [await dump(db), await dump(again)];
      await again.close();
      expect([...second.keys()]).toEqual([...first.keys()]);
      for (const [table, rows] of first) expect(second.get(table), table).toEqual(rows);
      for (const table of ["person", "standing", "standing_span", "attempt", "answer", "completion", "credential"]) {
        expect(first.get(table)?.length, table).toBeGreaterThan(0);
      }
    },
    5 * minutes,
  );

  it("has a session in a room that was signed off, and one to come for which people wait", async () => {
    const sessions = await db.read.selectFrom("classroom_session").selectAll().orderBy("starts_at").execute();
    expect(sessions.map((row) => row.signed_off_at !== null)).toEqual([true, false]);
    const [was, ahead] = sessions;
    expect(was && was.ends_at < now.toISOString() && ahead && ahead.starts_at > now.toISOString()).toBe(true);
    const bookings = await db.read.selectFrom("booking").selectAll().orderBy("id").execute();
    const of = (id: string | undefined) => bookings.filter((row) => row.session_id === id);
    expect(of(was?.id).filter((row) => row.attended === 0).length).toBe(1);
    expect(of(ahead?.id).map((row) => row.state)).toEqual([
      "booked",
      "booked",
      "booked",
      "booked",
      "waiting",
      "waiting",
    ]);
    // Whoever was missed has a place in the next one, and was told of both.
    const [missed] = of(was?.id).filter((row) => row.attended === 0);
    expect(of(ahead?.id).some((row) => row.person_id === missed?.person_id)).toBe(true);
    const told = await db.read
      .selectFrom("notification")
      .select(["kind", "path"])
      .where("person_id", "=", missed?.person_id ?? "")
      .orderBy("id")
      .execute();
    expect(told).toEqual([
      { kind: "session-place", path: `/sessions/${was?.id}` },
      { kind: "session-missed", path: `/sessions/${was?.id}` },
      { kind: "session-place", path: `/sessions/${ahead?.id}` },
    ]);
  });

  it("refuses a database that holds a company already", async () => {
    const again = buildDemonstration({ db }, { seed: "another", lastDay, content: contentForTests() });
    await expect(again).rejects.toThrow("already holds Fjällnäs Friluft AB");
  });

  it(
    "stores what the pure function says of sixty people on sampled days",
    async () => {
      const people = await db.read.selectFrom("person").select("id").orderBy("sort_key").execute();
      const step = Math.floor(people.length / 60);
      const faults: string[] = [];
      let compared = 0;
      for (let at = 0; at < 60; at += 1) {
        const personId = people[at * step]?.id ?? "";
        const spans = await db.read.selectFrom("standing_span").selectAll().where("person_id", "=", personId).execute();
        for (const moduleId of new Set(spans.map((span) => span.module_id))) {
          const { policy, facts } = await factsOf(db, personId, moduleId);
          const own = spans.filter((span) => span.module_id === moduleId);
          // Sampled, and the days around every change.
          const days = new Set<CivilDate>();
          for (let ago = 0; ago <= 540; ago += 9) days.add(addDays(lastDay, -ago));
          for (const span of own) for (const by of [-1, 0]) days.add(addDays(span.from_on as CivilDate, by));
          for (const day of days) {
            const expected = standing(policy, facts, day, { spreadDays: spreadFor(personId, moduleId) });
            const [held] = own.filter((span) => span.from_on <= day && (span.to_on === null || span.to_on > day));
            const stored = held ? `${held.state} ${held.task} ${held.valid}` : "not-required none 0";
            const said = `${expected.state} ${expected.task} ${expected.valid ? 1 : 0}`;
            if (stored !== said) faults.push(`${personId} ${moduleId} ${day}: stored ${stored}, facts say ${said}`);
            if (held && held.department_id !== (await departmentOf(db, personId, day))) {
              faults.push(`${personId} ${moduleId} ${day}: in ${held.department_id}`);
            }
            compared += 1;
          }
        }
      }
      expect(faults).toEqual([]);
      expect(compared).toBeGreaterThan(10_000);
    },
    2 * minutes,
  );

  it(
    "counts on sampled days what the spans hold",
    async () => {
      for (let ago = 0; ago <= 540; ago += 45) expect(await countFaults(db, addDays(lastDay, -ago))).toEqual([]);
    },
    2 * minutes,
  );

  it("has scores that are those of its answers", async () => {
    const keys = questionsOfTests();
    const attempts = await db.read.selectFrom("attempt").selectAll().execute();
    const answers = await db.read.selectFrom("answer").selectAll().execute();
    const byAttempt = new Map<string, typeof answers>();
    for (const answer of answers) {
      const list = byAttempt.get(answer.attempt_id);
      if (list) list.push(answer);
      else byAttempt.set(answer.attempt_id, [answer]);
    }
    for (const attempt of attempts) {
      const first = new Map<string, boolean>();
      for (const answer of byAttempt.get(attempt.id) ?? []) {
        if (answer.statement !== null) continue;
        const key = keys.get(answer.check_id);
        if (!key) throw new Error(`Nothing asks ${answer.check_id}`);
        const { right } = gradeAnswer(key, readResponseText(key, answer.response));
        expect(answer.correct).toBe(right ? 1 : 0);
        if (answer.ordinal === 1) first.set(answer.check_id, right);
      }
      const asked = (JSON.parse(attempt.asked) as { id: string }[]).map(({ id }) => id);
      expect(attempt.score).toBe(score(first, asked));
      expect(attempt.passed).toBe(attempt.kind === "refresher" || (attempt.score ?? 0) >= 0.8 ? 1 : 0);
    }
    expect(attempts.some((attempt) => attempt.passed === 0)).toBe(true);
    expect(attempts.some((attempt) => attempt.ordinal === 2 && attempt.passed === 1)).toBe(true);
  });

  it("has no more evidence than attempts that were passed", async () => {
    const passed = await db.read.selectFrom("attempt").select("id").where("passed", "=", 1).execute();
    const completions = await db.read.selectFrom("completion").selectAll().execute();
    const attempted = completions.flatMap((row) => row.attempt_id ?? []);
    expect(attempted.sort()).toEqual(passed.map((row) => row.id).sort());
    for (const row of completions) {
      expect(compareDates(row.completed_on as CivilDate, lastDay)).toBeLessThan(0);
      if (row.attempt_id !== null) expect(row.recorded_at).toBe(row.completed_at);
    }
    // What has no attempt behind it was signed off in a room.
    const signed = await db.read.selectFrom("booking").select("completion_id").where("attended", "=", 1).execute();
    const without = completions.flatMap((row) => (row.attempt_id === null ? [row.id] : []));
    expect(without.sort()).toEqual(signed.map((row) => row.completion_id).sort());
    expect(without.length).toBeGreaterThan(3);
  });

  it("records nothing after the last day has begun", async () => {
    const midnight = instantIn("Europe/Stockholm", lastDay, 0).toISOString();
    for (const [table, rows] of await dump(db)) {
      for (const row of rows) {
        const found = JSON.parse(row) as Record<string, unknown>;
        for (const [column, value] of Object.entries(found)) {
          // When a session is held is no record of anything.
          const ahead = table === "classroom_session" && /^(starts|ends)_at$/.test(column);
          if (column.endsWith("_at") && typeof value === "string" && !ahead)
            expect(value <= midnight, `${table} ${row}`).toBe(true);
        }
      }
    }
  });

  it(
    "is left as it is by a tick and a rebuild on the last day",
    async () => {
      const before = await dump(db);
      expect(await tick(db, now)).toMatchObject({ passed: 0, replayed: 0 });
      const report = await rebuild(db, now);
      expect(report.standings).toBeGreaterThan(1000);
      expect(report.differing).toBe(0);
      for (const differing of Object.values(report.counts)) expect(differing).toBe(0);
      expect(await dump(db)).toEqual(before);
    },
    2 * minutes,
  );
});
