import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, civilDate, parsePeriod } from "#app/domain/calendar";
import type { Fact } from "#app/domain/facts";
import { dueByMonth, forecast } from "#app/domain/forecast";
import { type Policy, parsePolicy } from "#app/domain/policy";
import { standing } from "#app/domain/standing";
import { type Owed, refreshersAhead } from "#app/managing/load-ahead";

const today = civilDate("2026-11-22");
const months = (load: ReadonlyMap<string, number>) => Object.fromEntries([...load].filter(([, n]) => n > 0));

function policy(value: unknown): Policy {
  const parsed = parsePolicy(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

const halfYearly = policy({ refresh: { every: "P6M" } });
const quarterly = policy({ refresh: { anchor: "keep", every: "P3M" } });
const fixed = policy({ refresh: { anchor: "calendar", on: ["03-31", "09-30"] } });
const leap = policy({ refresh: { anchor: "calendar", on: ["02-29"] } });

describe("refreshers in the coming year", () => {
  it("come back after they are done on time", () => {
    const owed: Owed[] = [
      { kind: "refresher", month: "2026-11", n: 5 },
      { kind: "refresher", month: "2027-02", n: 2 },
    ];
    expect(months(refreshersAhead(halfYearly, owed, today))).toEqual({
      "2026-11": 5,
      "2027-02": 2,
      "2027-05": 5,
      "2027-08": 2,
    });
    expect(months(refreshersAhead(quarterly, owed.slice(0, 1), today))).toEqual({
      "2026-11": 5,
      "2027-02": 5,
      "2027-05": 5,
      "2027-08": 5,
    });
  });

  it("follow modules that are to be done, which are none themselves", () => {
    const owed: Owed[] = [{ kind: "module", month: "2026-12", n: 3 }];
    expect(months(refreshersAhead(halfYearly, owed, today))).toEqual({ "2027-06": 3 });
  });

  it("follow what is late as if it were done today", () => {
    const owed: Owed[] = [{ kind: "late", month: "2026-11", n: 4 }];
    expect(months(refreshersAhead(halfYearly, owed, today))).toEqual({ "2027-05": 4 });
  });

  it("fall on fixed days that are far enough away", () => {
    const owed: Owed[] = [
      { kind: "refresher", month: "2027-03", n: 7 },
      // Done in January, 31 March is too near.
      { kind: "module", month: "2027-01", n: 1 },
      { kind: "late", month: "2026-11", n: 2 },
    ];
    expect(months(refreshersAhead(fixed, owed, today))).toEqual({ "2027-03": 9, "2027-09": 10 });
    expect(months(refreshersAhead(leap, owed.slice(2), today))).toEqual({ "2027-02": 2 });
  });

  it("are none for a module that never comes back, and none beyond the year", () => {
    const owed: Owed[] = [
      { kind: "module", month: "2026-12", n: 3 },
      { kind: "refresher", month: "2028-01", n: 3 },
    ];
    expect(months(refreshersAhead({}, owed, today))).toEqual({});
    expect(months(refreshersAhead(halfYearly, owed.slice(1), today))).toEqual({});
  });

  it("are what the rules foresee for people without anything special, added up", () => {
    const every = fc.constantFrom("P3M", "P4M", "P6M", "P9M", "P1Y");
    const person = fc.record({ assignedAgo: fc.integer({ min: 0, max: 29 }), completedAgo: fc.option(fc.nat(80)) });
    fc.assert(
      fc.property(
        every,
        fc.constantFrom("completion", "keep"),
        fc.array(person, { maxLength: 12 }),
        (period, anchor, people) => {
          const rules = policy({ refresh: { anchor, every: period } });
          const owed: Owed[] = [];
          const due = people.flatMap(({ assignedAgo, completedAgo }) => {
            const assigned = { type: "assigned", on: addDays(today, -assignedAgo) } as const;
            const facts: Fact[] =
              completedAgo === null
                ? [assigned]
                : [{ type: "assigned", on: addDays(today, -completedAgo) }, completion(addDays(today, -completedAgo))];
            const now = standing(rules, facts, today);
            const kind = now.state === "assigned" ? "module" : "refresher";
            owed.push({ kind, month: (now.dueOn ?? today).slice(0, 7), n: 1 });
            return forecast(rules, facts, today);
          });
          const expected = dueByMonth(due, today).map(({ month, refresher }) => [month, refresher]);
          expect([...refreshersAhead(rules, owed, today)]).toEqual(expected);
        },
      ),
    );
  });

  it("are counted in months of whatever length", () => {
    const owed: Owed[] = [{ kind: "refresher", month: "2027-01", n: 1 }];
    const monthly = { refresh: { every: parsePeriod("P1M"), window: parsePeriod("P7D") } };
    expect(Object.values(months(refreshersAhead(monthly, owed, today)))).toEqual(Array(10).fill(1));
  });
});

function completion(on: CivilDate): Fact {
  return { type: "completed", on, revision: 1 };
}
