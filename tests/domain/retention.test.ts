import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mistakesIn, mistakeText, readMistake } from "#app/domain/mistakes";
import {
  judgeRetention,
  neverRising,
  type RetentionSums,
  retentionCurve,
  retentionSpan,
  retentionSpans,
} from "#app/domain/retention";
import { runs } from "./runs";

/** Refreshers of one question each around a day. */
function around(day: number, refreshers: number, share: number): RetentionSums {
  const right = Math.round(refreshers * share);
  return { span: retentionSpan(day), refreshers, answers: refreshers, right, days: day * refreshers };
}

describe("what is remembered", () => {
  it("lies in the span that begins no later", () => {
    fc.assert(
      fc.property(fc.nat(5000), (days) => {
        const span = retentionSpan(days);
        expect(retentionSpans[span]).toBeLessThanOrEqual(days);
        expect(retentionSpans[span + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(days);
      }),
      runs,
    );
  });

  it("is a curve that never rises, keeps the mean, and is the points themselves where they never rise", () => {
    const given = fc.array(
      fc.record({ value: fc.double({ min: 0, max: 1, noNaN: true }), weight: fc.integer({ min: 1, max: 99 }) }),
    );
    fc.assert(
      fc.property(given, (points) => {
        const fitted = neverRising(points);
        expect(fitted).toHaveLength(points.length);
        for (const [place, value] of fitted.entries()) {
          if (place > 0) expect(value).toBeLessThanOrEqual((fitted[place - 1] ?? 0) + 1e-12);
        }
        const sum = (values: readonly number[]) =>
          values.reduce((total, value, place) => total + value * (points[place]?.weight ?? 0), 0);
        expect(sum(fitted)).toBeCloseTo(sum(points.map(({ value }) => value)), 6);
        const falling = [...points].sort((a, b) => b.value - a.value);
        expect(neverRising(falling)).toEqual(falling.map(({ value }) => value));
      }),
      runs,
    );
  });

  it("leaves out spans with too few refreshers, however many questions each asked, and says so where none is left", () => {
    expect(retentionCurve([around(20, 9, 1), around(100, 10, 0.9)]).map(({ day }) => day)).toEqual([100]);
    const few = { ...around(20, 9, 1), answers: 90, right: 90, days: 1800 };
    expect(judgeRetention(retentionCurve([few]), 180)).toEqual({ kind: "too-few" });
  });

  it("falls below the target between two points", () => {
    const points = retentionCurve([around(50, 400, 0.9), around(100, 400, 0.7)]);
    expect(judgeRetention(points, 180)).toEqual({ kind: "falls", day: 75, already: false, inTime: false });
    expect(judgeRetention(points, 75)).toMatchObject({ kind: "falls", inTime: true });
    expect(judgeRetention(points, null)).toMatchObject({ kind: "falls", inTime: false });
  });

  it("is below from the first that anybody was asked", () => {
    const points = retentionCurve([around(170, 400, 0.7)]);
    expect(judgeRetention(points, 180)).toEqual({ kind: "falls", day: 170, already: true, inTime: false });
  });

  it("is below from where that is certain, when the first points may be chance", () => {
    const points = retentionCurve([around(20, 20, 0.75), around(340, 400, 0.7)]);
    expect(judgeRetention(points, 365)).toEqual({ kind: "falls", day: 340, already: false, inTime: false });
  });

  it("cannot be told where the interval holds the target", () => {
    const points = retentionCurve([around(50, 400, 0.9), around(100, 12, 0.75)]);
    expect(judgeRetention(points, 180)).toEqual({ kind: "unsure", day: 100 });
  });

  it("holds once somebody has waited nearly the whole interval, and is too early to judge before", () => {
    const points = retentionCurve([around(50, 400, 0.95), around(170, 400, 0.9)]);
    expect(judgeRetention(points, 180)).toEqual({ kind: "holds", day: 170 });
    expect(judgeRetention(points, 365)).toEqual({ kind: "too-early", day: 170 });
    expect(judgeRetention(points, null)).toEqual({ kind: "holds", day: 170 });
  });
});

describe("what was wrong in an answer", () => {
  it("is the choice, of several also what was left out, and in an order the first that stands wrong", () => {
    const choices = (...places: number[]) => ({ type: "choices", places }) as const;
    expect(mistakesIn("one", [false, true], choices(0))).toEqual([{ type: "chosen", place: 0 }]);
    expect(mistakesIn("many", [true, true, false, false], choices(0, 2))).toEqual([
      { type: "chosen", place: 2 },
      { type: "missed", place: 1 },
    ]);
    expect(mistakesIn("order", [true, true, true], choices(0, 2, 1))).toEqual([{ type: "put", place: 2, at: 1 }]);
    expect(mistakesIn("text", [true, false], { type: "words", place: 1 })).toEqual([{ type: "chosen", place: 1 }]);
    expect(mistakesIn("text", [true], { type: "words", place: null })).toEqual([{ type: "other-words" }]);
    expect(mistakesIn("one", [true, false], { type: "dont-know" })).toEqual([{ type: "dont-know" }]);
  });

  it("is read as it was kept", () => {
    const place = fc.nat(20);
    const mistake = fc.oneof(
      fc.constantFrom({ type: "dont-know" } as const, { type: "other-words" } as const),
      fc.record({ type: fc.constantFrom("chosen" as const, "missed" as const), place }),
      fc.record({ type: fc.constant("put" as const), place, at: place }),
    );
    fc.assert(
      fc.property(mistake, (one) => {
        expect(readMistake(mistakeText(one))).toEqual(one);
      }),
      runs,
    );
  });
});
