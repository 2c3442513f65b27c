import { describe, expect, it } from "vitest";
import {
  angleOf,
  arcPath,
  dayOfYear,
  daysInYear,
  loadBar,
  monthMark,
  pinPath,
  pointAt,
  ringRadius,
  ringShape,
  sweepBetween,
} from "#app/ui/year-wheel-geometry";

describe("a day on the wheel", () => {
  it.each([
    ["2026-01-01", 0],
    ["2026-02-28", 58],
    ["2026-03-01", 59],
    ["2026-12-31", 364],
    ["2028-02-29", 59],
    ["2028-03-01", 60],
    ["2028-12-31", 365],
  ])("%s is day %i counted from 0", (date, day) => {
    expect(dayOfYear(date)).toBe(day);
  });

  it.each([
    [2026, 365],
    [2028, 366],
    [2100, 365],
    [2000, 366],
  ])("%i has %i days", (year, days) => {
    expect(daysInYear(year)).toBe(days);
  });

  it("begins the year at twelve o'clock and never reaches a whole turn within it", () => {
    expect(angleOf("2026-01-01")).toBe(0);
    expect(angleOf("2026-12-31")).toBeCloseTo((364 / 365) * 360, 10);
    expect(angleOf("2028-12-31")).toBeCloseTo((365 / 366) * 360, 10);
    expect(angleOf("2028-12-31")).toBeLessThan(360);
  });

  it("divides by the days of its own year", () => {
    expect(angleOf("2026-07-02")).toBeCloseTo((182 / 365) * 360, 10);
    expect(angleOf("2028-07-02")).toBeCloseTo((183 / 366) * 360, 10);
  });

  it("stands where the clock says", () => {
    expect(pointAt(0, 100)).toEqual({ x: 260, y: 160 });
    expect(pointAt(90, 100)).toEqual({ x: 360, y: 260 });
    expect(pointAt(180, 100)).toEqual({ x: 260, y: 360 });
    expect(pointAt(270, 100)).toEqual({ x: 160, y: 260 });
  });
});

describe("a sweep between two days", () => {
  it("goes on over New Year", () => {
    expect(sweepBetween("2026-12-31", "2027-01-01")).toBeCloseTo(360 / 365, 10);
    expect(sweepBetween("2026-11-24", "2027-02-02")).toBeCloseTo(360 - (327 / 365) * 360 + (32 / 365) * 360, 10);
  });

  it("is a whole turn to the same day a year on, also from a leap year's first day", () => {
    expect(sweepBetween("2026-05-14", "2027-05-14")).toBe(360);
    expect(sweepBetween("2028-01-01", "2029-01-01")).toBe(360);
  });

  it("counts several turns, and backwards", () => {
    expect(sweepBetween("2024-01-01", "2027-01-01")).toBe(1080);
    expect(sweepBetween("2027-01-01", "2026-01-01")).toBe(-360);
  });
});

describe("an arc", () => {
  it("takes the long way round only beyond half a turn", () => {
    expect(arcPath(100, 0, 90)).toBe("M260 160A100 100 0 0 1 360 260");
    expect(arcPath(100, 0, 180)).toBe("M260 160A100 100 0 0 1 260 360");
    expect(arcPath(100, 0, 270)).toBe("M260 160A100 100 0 1 1 160 260");
  });

  it("is drawn as two halves when it is a whole turn", () => {
    expect(arcPath(100, 90, 360)).toBe("M360 260A100 100 0 0 1 160 260A100 100 0 0 1 360 260");
  });
});

describe("a ring", () => {
  it("narrows by 22 from 184", () => {
    expect([0, 1, 2, 3, 4, 5].map(ringRadius)).toEqual([184, 162, 140, 118, 96, 74]);
  });

  it("is solid from the completion to today and tinted on to the due date, over New Year", () => {
    const ring = ringShape({ from: "2026-09-09", due: "2027-03-09" }, "2026-11-24", 4);
    const now = pointAt(angleOf("2026-11-24"), 96);
    const completed = pointAt(angleOf("2026-09-09"), 96);
    const due = pointAt(angleOf("2027-03-09"), 96);
    expect(ring.past).toBe(`M${completed.x} ${completed.y}A96 96 0 0 1 ${now.x} ${now.y}`);
    expect(ring.ahead).toBe(`M${now.x} ${now.y}A96 96 0 0 1 ${due.x} ${due.y}`);
    expect(ring.pin).toEqual(due);
  });

  it("has no solid part before the first completion", () => {
    const ring = ringShape({ from: null, due: "2026-12-08" }, "2026-11-24", 0);
    expect(ring.past).toBeNull();
    expect(ring.ahead).not.toBeNull();
  });

  it("has nothing ahead on and after the due date, and keeps its pin there", () => {
    for (const due of ["2026-11-24", "2026-10-27"]) {
      const ring = ringShape({ from: "2026-04-27", due }, "2026-11-24", 0);
      expect(ring.ahead).toBeNull();
      expect(ring.past).not.toBeNull();
      expect(ring.pin).toEqual(pointAt(angleOf(due), 184));
    }
  });

  it("shortens what has been when completion and due date lie more than a year apart", () => {
    const today = "2026-11-24";
    const ring = ringShape({ from: "2025-06-01", due: "2027-06-01" }, today, 0);
    const now = angleOf(today);
    const ahead = sweepBetween(today, "2027-06-01");
    expect(ring.ahead).toBe(arcPath(184, now, ahead));
    expect(ring.past).toBe(arcPath(184, now - (360 - ahead), 360 - ahead));
  });

  it("is tinted all round when the due date is more than a year away", () => {
    const ring = ringShape({ from: "2026-10-01", due: "2029-10-01" }, "2026-11-24", 0);
    expect(ring.past).toBeNull();
    expect(ring.ahead).toBe(arcPath(184, angleOf("2026-11-24"), 360));
    expect(ring.pin).toEqual(pointAt(angleOf("2029-10-01"), 184));
  });

  it("draws a validity of exactly one year as one closed turn", () => {
    const ring = ringShape({ from: "2026-02-02", due: "2027-02-02" }, "2026-11-24", 2);
    const end = pointAt(angleOf("2027-02-02"), 140);
    expect(ring.past?.startsWith(`M${end.x} ${end.y}`)).toBe(true);
    expect(ring.ahead?.endsWith(`${end.x} ${end.y}`)).toBe(true);
  });

  it("ignores a completion that lies ahead of the day shown", () => {
    expect(ringShape({ from: "2026-12-01", due: "2027-03-01" }, "2026-11-24", 0).past).toBeNull();
  });
});

describe("pins, months and loads", () => {
  it("draws a diamond and a triangle around their point", () => {
    expect(pinPath("diamond", { x: 100, y: 100 })).toBe("M100 87l13 13-13 13-13-13z");
    expect(pinPath("triangle", { x: 100, y: 100 })).toBe("M100 85l15 25h-30z");
  });

  it("puts the name of a month in its middle and a tick at its beginning", () => {
    expect(monthMark(1)).toEqual({ label: pointAt(15, 228), tick: "M260 60L260 54" });
    expect(monthMark(4)).toEqual({ label: pointAt(105, 228), tick: "M460 260L466 260" });
  });

  it("makes a bar as long as its share of the largest, from a common zero", () => {
    const outer = (path: string) => Number(/A([\d.]+) /.exec(path)?.[1]);
    expect(outer(loadBar(2, 124, 124).path)).toBe(168);
    expect(outer(loadBar(1, 62, 124).path)).toBe(121);
    expect(outer(loadBar(7, 0, 124).path)).toBe(74);
    expect(outer(loadBar(7, 0, 0).path)).toBe(74);
  });
});
