import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf } from "#app/managing/trend-columns";
import { shareAxis } from "#app/managing/trend-scale";

describe("the axis of shares", () => {
  it.each([
    [
      [0.78, 0.89],
      [0.7, 0.8, 0.9, 1],
    ],
    [[0.97], [0.9, 0.95, 1]],
    [[], [0.9, 0.95, 1]],
    [[0], [0, 0.25, 0.5, 0.75, 1]],
    [[0.6], [0.6, 0.7, 0.8, 0.9, 1]],
    [[0.59], [0.4, 0.6, 0.8, 1]],
  ])("of %j has lines at %j", (shares, ticks) => expect(shareAxis(shares).ticks).toEqual(ticks));

  it("holds every share, ends at 1 and has at most five lines", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (shares) => {
        const { low, ticks } = shareAxis(shares);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(Math.min(1, ...shares) + 1e-9);
        expect(ticks[0]).toBe(low);
        expect(ticks.at(-1)).toBe(1);
        expect(ticks.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe("the months of the chart", () => {
  const trend = [
    { month: "2026-10", share: null, completed: 0 },
    { month: "2026-11", share: 0.9, completed: 7 },
  ];
  const ahead = ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06"].map(
    (month, due) => ({ month, due }),
  );

  it("are those that have been, and six after the present one", () => {
    const columns = columnsOf(trend, ahead);
    expect(columns.map(({ month }) => month)).toEqual([
      "2026-10",
      "2026-11",
      "2026-12",
      "2027-01",
      "2027-02",
      "2027-03",
      "2027-04",
      "2027-05",
    ]);
    expect(columns[1]).toEqual({ month: "2026-11", share: 0.9, completed: 7, due: null });
    expect(columns[2]).toEqual({ month: "2026-12", share: null, completed: null, due: 1 });
  });
});
