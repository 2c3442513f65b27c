import { join } from "node:path";
import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import { isDomainError } from "#app/domain/errors";
import type { RequirementChange } from "#app/domain/requirement";
import { endRequirement, recordRequirement, replaceRequirement, withdrawRequirement } from "#app/ledger/requirements";
import { tick } from "#app/ledger/tick";
import { type Trial, type TriedStanding, tryRequirement } from "#app/ledger/trial";
import { type Connections, connect } from "#db/connect";
import { actions, audiences, ChangingCompany, moduleId, noon, shorterPeriods } from "#tests/support/changing-company";
import { temporaryFolder } from "#tests/support/database";
import { meetsOn, readWorld } from "#tests/support/naive-requirements";

const steps = fc.array(fc.record({ days: fc.nat({ max: 12 }), action: actions }), { minLength: 2, maxLength: 14 });
const changes = fc.record({
  type: fc.constantFrom("records" as const, "replaces" as const, "ends" as const, "withdraws" as const),
  which: fc.nat(),
  audience: audiences,
  shift: fc.integer({ min: -15, max: 30 }),
  shorter: fc.boolean(),
});

/** Where everybody stands who has to hold the module. */
async function standings(db: Connections): Promise<Map<string, TriedStanding>> {
  const rows = await db.read
    .selectFrom("standing")
    .selectAll()
    .where("module_id", "=", moduleId)
    .where("voluntary", "=", 0)
    .where("state", "<>", "not-required")
    .execute();
  return new Map(
    rows.map((row) => [
      row.person_id,
      { state: row.state, task: row.task, dueOn: row.due_on } as unknown as TriedStanding,
    ]),
  );
}

/** Everybody for whom something differs between two states of the company. */
function differences(before: Map<string, TriedStanding>, after: Map<string, TriedStanding>) {
  const people = [...new Set([...before.keys(), ...after.keys()])].sort();
  return people
    .map((personId) => ({
      personId,
      before: before.get(personId) ?? null,
      after: after.get(personId) ?? null,
    }))
    .filter(({ before: was, after: is }) => JSON.stringify(was) !== JSON.stringify(is));
}

describe("a requirement that is tried", () => {
  it("says of everybody what is so once it is saved", async () => {
    const met = { tried: 0, newly: 0, leaves: 0, earlier: 0, later: 0 };
    await fc.assert(
      fc.asyncProperty(steps, changes, async (story, wanted) => {
        const company = await ChangingCompany.begin();
        const { db } = company;
        try {
          for (const { days, action } of story) {
            await company.passDays(days);
            await company.act(action);
          }
          const { today, recording } = company;
          const from = addDays(today, wanted.shift);
          const present = await company.changeable();
          const old = present[wanted.which % Math.max(1, present.length)];
          if (wanted.type !== "records" && !old) return;
          const id = old?.id ?? "";
          const seen = { to: (old?.to_on ?? null) as CivilDate | null };
          const made = { id: "tried", audience: wanted.audience, from, ...shorterPeriods(wanted.shorter) };
          const change: RequirementChange = {
            records: { type: "records" as const, requirement: { ...made, moduleId, to: null, replaces: null } },
            replaces: { type: "replaces" as const, id, by: { ...made, moduleId } },
            ends: { type: "ends" as const, id, to: from },
            withdraws: { type: "withdraws" as const, id },
          }[wanted.type];
          const first = { records: from, replaces: from, ends: addDays(from, 1), withdraws: today }[wanted.type];
          const on = compareDates(first, today) > 0 ? first : today;

          let trial: Trial;
          let refused = false;
          try {
            trial = await tryRequirement(db.read, moduleId, change, on);
          } catch (error) {
            // What cannot be tried cannot be saved either.
            expect(isDomainError(error)).toBe(true);
            refused = true;
            trial = { on, present: 0, obliged: new Map(), changed: [] };
          }
          const copy = join(temporaryFolder(), "before.db");
          await sql`vacuum into ${copy}`.execute(db.write);
          const without = connect(copy);
          await tick(without, noon(on));
          const before = await standings(without);
          await without.close();

          try {
            const touched = await company.write(async (tx) => {
              switch (change.type) {
                case "records":
                  return await recordRequirement(tx, recording, change.requirement);
                case "replaces":
                  return await replaceRequirement(tx, recording, { id, seen, by: made });
                case "ends":
                  return await endRequirement(tx, recording, { id, seen, to: change.to });
                case "withdraws":
                  return await withdrawRequirement(tx, recording, { id, seen, why: "a mistake" });
              }
            });
            await company.follow({ name: "assign-everyone", payload: { requirements: touched } });
            met.tried += 1;
          } catch (error) {
            if (!isDomainError(error)) throw error;
          }
          await tick(db, noon(on));
          const after = await standings(db);
          const told = trial.changed.map(({ departmentId: _, ...rest }) => rest);
          expect(told).toEqual(differences(before, after));
          for (const { before: was, after: is } of told) {
            if (was === null) met.newly += 1;
            else if (is === null) met.leaves += 1;
            else if (was.dueOn !== null && is.dueOn !== null) {
              if (compareDates(is.dueOn, was.dueOn) < 0) met.earlier += 1;
              else if (compareDates(is.dueOn, was.dueOn) > 0) met.later += 1;
            }
          }

          const world = await readWorld(db);
          const holding = world.requirements.filter(
            (row) =>
              (row.id === "tried" || (change.type === "ends" && row.id === id)) &&
              row.from_on <= on &&
              (row.to_on === null || on <= row.to_on),
          );
          if (change.type === "withdraws" || refused) return;
          const obliged = company.people.filter((person) =>
            holding.some((row) => meetsOn(world, JSON.parse(row.audience), person, on)),
          );
          expect([...trial.obliged.values()].reduce((sum, n) => sum + n, 0)).toBe(obliged.length);
        } finally {
          await db.close();
        }
      }),
      { numRuns: Number(process.env.REPRIS_RUNS ?? 80) },
    );
    // Few stories need not hold every kind of change; many do.
    const kinds = process.env.REPRIS_RUNS ? Object.values(met) : [met.tried, met.newly + met.leaves];
    for (const count of kinds) expect(count).toBeGreaterThan(0);
  }, 300_000);

  it("writes nothing, and lets others have their turn", async () => {
    const company = await ChangingCompany.begin();
    const { db } = company;
    const size = async () => JSON.stringify(await readWorld(db));
    const before = await size();
    let turns = 0;
    let isOver = false;
    const take = () => {
      turns += 1;
      if (!isOver) setImmediate(take);
    };
    setImmediate(take);
    const requirement = {
      id: "new",
      moduleId,
      audience: { everyone: true } as const,
      from: company.today,
      to: null,
      due: null,
      every: null,
      replaces: null,
    };
    const trial = await tryRequirement(db.read, moduleId, { type: "records", requirement }, company.today);
    isOver = true;
    expect(trial.changed).toHaveLength(company.people.length);
    expect(turns).toBeGreaterThan(0);
    expect(await size()).toBe(before);
    await db.close();
  });
});
