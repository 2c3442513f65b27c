import { describe, expect, it } from "vitest";
import { civilDate, parsePeriod } from "#app/domain/calendar";
import type { Policy } from "#app/domain/policy";
import { spreadDays, spreadFor } from "#app/domain/spread";
import { standing } from "#app/domain/standing";

const policy: Policy = { refresh: { every: parsePeriod("P1Y"), spread: parsePeriod("P21D") } };
const people = Array.from({ length: 22_000 }, (_, n) => `person-${n}`);

describe("spreading load", () => {
  it("moves a cycle by the same number of days for ever", () => {
    expect([1, 2, 3, 4].map((cycle) => spreadDays(policy, "anna", "fire-safety", cycle))).toEqual([3, 18, 20, 18]);
  });

  it("uses every day from none to the whole spread about equally often", () => {
    const counts = new Map<number, number>();
    for (const person of people) {
      const days = spreadDays(policy, person, "fire-safety", 1);
      counts.set(days, (counts.get(days) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 22 }, (_, n) => n));
    // 1,000 expected of each; chi-squared with 21 degrees of freedom is below 46.8 in 999 of 1,000 even spreads.
    const chiSquared = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(46.8);
  });

  it("moves the next cycle, and another module, independently", () => {
    const same = (a: string, one: number, b: string, two: number): number =>
      people.filter((person) => spreadDays(policy, person, a, one) === spreadDays(policy, person, b, two)).length;
    // Chance is 1 in 22.
    for (const n of [same("fire-safety", 1, "fire-safety", 2), same("fire-safety", 1, "fire-safetz", 1)]) {
      expect(n).toBeGreaterThan(850);
      expect(n).toBeLessThan(1150);
    }
  });

  it("is nothing where the policy spreads nothing", () => {
    const plain: Policy[] = [
      {},
      { refresh: { every: parsePeriod("P1Y") } },
      { refresh: { anchor: "calendar", on: ["03-31"] } },
      { refresh: { every: parsePeriod("P1Y"), spread: parsePeriod("P0D") } },
    ];
    expect(plain.map((one) => spreadDays(one, "anna", "fire-safety", 1))).toEqual([0, 0, 0, 0]);
  });

  it("follows the policy in force and the cycle, when asked by the standing", () => {
    const asked: unknown[] = [];
    const shorter: Policy = { refresh: { every: parsePeriod("P1Y"), spread: parsePeriod("P3D") } };
    standing(
      policy,
      [
        { type: "assigned", on: civilDate("2025-01-01") },
        { type: "completed", on: civilDate("2025-01-10"), revision: 1 },
        { type: "policy", on: civilDate("2025-02-01"), policy: shorter },
        { type: "completed", on: civilDate("2026-01-10"), revision: 1 },
      ],
      civilDate("2026-01-11"),
      {
        spreadDays: (cycle, inForce) => {
          asked.push([cycle, inForce === policy ? "first" : "second"]);
          return 0;
        },
      },
    );
    expect(asked).toEqual([
      [1, "first"],
      [1, "second"],
      [2, "second"],
    ]);
    expect(spreadFor("anna", "fire-safety")(2, policy)).toBe(spreadDays(policy, "anna", "fire-safety", 2));
  });
});
