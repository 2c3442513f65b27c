import { describe, expect, it } from "vitest";
import { civilDate, dayNumber } from "#app/domain/calendar";
import type { StandingState } from "#app/domain/standing";
import { laneOf, placeOf, stretchesOf } from "#app/managing/lane";
import type { StandingSpan } from "#app/managing/person-view";

const today = civilDate("2026-11-16");
const lane = laneOf(today);

function place(date: string): number {
  return placeOf(lane, dayNumber(civilDate(date)));
}

function span(from: string, to: string | null, state: StandingState): StandingSpan {
  return { from: civilDate(from), to: to === null ? null : civilDate(to), state };
}

function standing(state: StandingState, opens: string | null, due: string | null, until: string | null) {
  const date = (text: string | null) => (text === null ? null : civilDate(text));
  return {
    state,
    valid: ["current", "refresher-open", "refresher-overdue"].includes(state),
    opensOn: date(opens),
    dueOn: date(due),
    validUntil: date(until),
    nextChangeOn: null,
  };
}

describe("a lane", () => {
  it("shows twelve months, the last one that of today", () => {
    expect(lane.months).toEqual([12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(laneOf(civilDate("2027-01-31")).months).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1]);
    expect(laneOf(civilDate("2026-12-01")).months).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it("gives every month the same width and holds all else at its ends", () => {
    expect(place("2025-12-01")).toBe(0);
    expect(place("2026-06-01")).toBe(50);
    expect(place("2026-11-16")).toBeCloseTo(100 - 100 / 24, 6);
    expect(place("2020-01-01")).toBe(0);
    expect(place("2030-01-01")).toBe(100);
  });

  it("draws what was until the end of today and what comes after it, without a seam", () => {
    const stretches = stretchesOf(
      lane,
      [
        span("2025-06-01", "2026-02-28", "current"),
        span("2026-03-01", "2026-05-31", "on-leave"),
        span("2026-06-01", null, "current"),
      ],
      standing("current", "2027-05-01", "2027-06-01", "2027-06-15"),
      today,
    );
    expect(stretches.map(({ kind, isAhead }) => [kind, isAhead])).toEqual([
      ["valid", false],
      ["away", false],
      ["valid", false],
      ["valid", true],
    ]);
    expect(stretches[0]?.from).toBe(0);
    expect(stretches[0]?.to).toBe(place("2026-03-01"));
    expect(stretches[2]?.to).toBe(place("2026-11-17"));
    expect(stretches[3]).toMatchObject({ from: place("2026-11-17"), to: 100 });
  });

  it("does not draw a span that lies wholly before it, nor one that has not begun", () => {
    expect(
      stretchesOf(
        lane,
        [span("2024-01-01", "2025-11-30", "current"), span("2026-12-01", null, "on-leave")],
        standing("not-required", null, null, null),
        today,
      ),
    ).toEqual([]);
  });

  it("opens, is late and ends on the standing's own days", () => {
    const stretches = stretchesOf(lane, [], standing("current", "2026-11-20", "2026-11-24", "2026-11-27"), today);
    expect(stretches).toEqual([
      { kind: "valid", isAhead: true, from: place("2026-11-17"), to: place("2026-11-20") },
      { kind: "open", isAhead: true, from: place("2026-11-20"), to: place("2026-11-25") },
      { kind: "late", isAhead: true, from: place("2026-11-25"), to: place("2026-11-28") },
    ]);
  });

  it("promises nothing after a validity that has ended or was never there", () => {
    expect(stretchesOf(lane, [], standing("overdue", "2026-10-01", "2026-11-01", null), today)).toEqual([]);
    expect(stretchesOf(lane, [], standing("lapsed", "2026-10-01", "2026-12-01", "2026-11-10"), today)).toEqual([]);
  });

  it("shows what is still owed until its day", () => {
    expect(stretchesOf(lane, [], standing("assigned", "2026-11-01", "2026-11-20", null), today)).toEqual([
      { kind: "owed", isAhead: true, from: place("2026-11-17"), to: place("2026-11-21") },
    ]);
  });

  it("ends an exemption ahead where the standing next changes", () => {
    const exempt = { ...standing("exempt", null, null, null), nextChangeOn: civilDate("2026-11-21") };
    expect(stretchesOf(lane, [], exempt, today)).toEqual([
      { kind: "exempt", isAhead: true, from: place("2026-11-17"), to: place("2026-11-21") },
    ]);
  });
});
