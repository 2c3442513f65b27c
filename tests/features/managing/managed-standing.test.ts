import { describe, expect, it } from "vitest";
import { civilDate, parsePeriod } from "#app/domain/calendar";
import type { Reason } from "#app/domain/reasons";
import type { Standing } from "#app/domain/standing";
import { forManager } from "#app/managing/managed-standing";

const standing = (because: readonly Reason[]): Standing => ({
  state: "current",
  valid: true,
  task: "none",
  cycle: 2,
  opensOn: civilDate("2026-12-02"),
  dueOn: civilDate("2027-01-01"),
  validUntil: civilDate("2027-01-15"),
  nextChangeOn: civilDate("2026-12-02"),
  because,
});

const on = civilDate("2026-07-01");
const due = civilDate("2027-01-01");

describe("a standing as a manager has it", () => {
  it("is the same after a weak result as after a strong one with the same days", () => {
    const weak = forManager(standing([{ code: "weak-score", on, due, every: parsePeriod("P6M") }]));
    const strong = forManager(standing([{ code: "refresh-due", on, due, every: parsePeriod("P1Y"), byResult: true }]));
    expect(weak).toEqual(strong);
    expect(JSON.stringify(weak)).not.toMatch(/weak|P6M|score/);
  });

  it("holds the interval where the result has no part in it", () => {
    const reason: Reason = { code: "refresh-due", on, due, every: parsePeriod("P9M") };
    expect(forManager(standing([reason])).because).toEqual([reason]);
  });

  it("does not hold the interval of a weak result that gave no later day", () => {
    const ground: Reason = { code: "refresh-due", on, due, every: parsePeriod("P6M"), byResult: true };
    const managed = forManager(standing([ground, { code: "renewed", on: due, every: parsePeriod("P3M") }]));
    expect(JSON.stringify(managed)).not.toMatch(/P3M|P6M/);
  });

  it("holds every other reason as it is", () => {
    const kept: Reason = { code: "keep-day", on, anchor: on, due, every: parsePeriod("P6M") };
    const revised: Reason = { code: "major-revision", on, revision: 3, from: on, due };
    const managed = forManager(standing([kept, revised]));
    expect(managed.because).toEqual([kept, revised]);
    expect(managed).toMatchObject({ state: "current", dueOn: due, cycle: 2 });
  });
});
