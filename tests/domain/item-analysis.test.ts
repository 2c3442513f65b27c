import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "#app/domain/interval";
import {
  addSums,
  correlationInterval,
  difficultyOf,
  discriminationOf,
  fewestAnswers,
  judgeItem,
  noAnswers,
  restsOf,
  sumsOfAnswer,
} from "#app/domain/item-analysis";
import { runs } from "./runs";

/** Attempts as they were: for each question asked whether its first answer was right. */
const attempts = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 60 });

/** The sums of the first question over some attempts. */
function sumsOf(some: readonly (readonly boolean[])[]) {
  return some.map((right) => sumsOfAnswer(right[0] === true, restsOf(right)[0] ?? null)).reduce(addSums, noAnswers);
}

/** Pearson's r, straight from its definition. */
function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const across = xs.reduce((sum, each, place) => sum + (each - x) * ((ys[place] ?? 0) - y), 0);
  const spread = (values: readonly number[], middle: number) =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0));
  const under = spread(xs, x) * spread(ys, y);
  return under < 1e-9 ? null : across / under;
}

function naive(some: readonly (readonly boolean[])[]): number | null {
  const compared = some.filter((right) => right.length > 1);
  if (compared.length === 0) return null;
  return correlation(
    compared.map((right) => (right[0] ? 1 : 0)),
    compared.map((right) => right.slice(1).filter(Boolean).length / (right.length - 1)),
  );
}

describe("the analysis of a question", () => {
  it("gives what the raw answers give", () => {
    fc.assert(
      fc.property(attempts, (some) => {
        const sums = sumsOf(some);
        expect(sums.answers).toBe(some.length);
        expect(difficultyOf(sums)).toBeCloseTo(some.filter(([first]) => first).length / some.length, 12);
        const expected = naive(some);
        const found = discriminationOf(sums);
        if (expected === null) expect(found).toBeNull();
        // A rest is kept in ten thousandths.
        else expect(found).toBeCloseTo(expected, 3);
      }),
      runs,
    );
  });

  it("adds up to the same however the answers are split and ordered", () => {
    fc.assert(
      fc.property(attempts, fc.array(fc.nat(60)), (some, cuts) => {
        const ends = [...new Set(cuts.filter((cut) => cut < some.length))].sort((a, b) => a - b);
        const parts = [0, ...ends].map((from, place) => sumsOf(some.slice(from, ends[place] ?? some.length)));
        expect(parts.reverse().reduce(addSums, noAnswers)).toEqual(sumsOf(some));
        expect(sumsOf([...some].reverse())).toEqual(sumsOf(some));
      }),
      runs,
    );
  });

  it("leaves the question itself out of the rest", () => {
    expect(restsOf([true, false, false])).toEqual([0, 5000, 5000]);
    expect(restsOf([true, true, false])).toEqual([5000, 5000, 10_000]);
    expect(restsOf([true])).toEqual([null]);
    // By chance alone a question goes with a sum that holds it; without it, it does not.
    const every = Array.from({ length: 32 }, (_, bits) => [0, 1, 2, 3, 4].map((bit) => ((bits >> bit) & 1) === 1));
    expect(discriminationOf(sumsOf(every))).toBeCloseTo(0, 12);
  });

  it("cannot tell where everybody answered alike, or all the rest is the same", () => {
    expect(discriminationOf(noAnswers)).toBeNull();
    expect(difficultyOf(noAnswers)).toBeNull();
    expect(discriminationOf(sumsOf(Array(20).fill([true, false])))).toBeNull();
    expect(discriminationOf(sumsOf([...Array(9).fill([true, true]), [false, true]]))).toBeNull();
    expect(discriminationOf(sumsOf(Array(20).fill([true])))).toBeNull();
  });

  it("holds the interval of a correlation as tables have it", () => {
    const interval = correlationInterval(0.5, 28);
    expect(interval?.low).toBeCloseTo(0.156, 3);
    expect(interval?.high).toBeCloseTo(0.736, 3);
    expect(correlationInterval(0.5, 3)).toBeNull();
  });
});

/** Some who know the subject and some who do not; `right` of each group have the question right. */
function groups(size: number, strong: number, weak: number) {
  const some: boolean[][] = [];
  for (let place = 0; place < size; place += 1) {
    some.push([place < strong * size, true, true, place % 4 !== 0]);
    some.push([place < weak * size, false, place % 2 === 0, false]);
  }
  return sumsOf(some);
}

describe("what is said of a question", () => {
  it("is nothing below ten answers", () => {
    for (let answers = 0; answers < fewestAnswers; answers += 1) {
      const judged = judgeItem(sumsOf(Array(answers).fill([false, true])), null);
      expect(judged).toEqual({ verdict: "too-few", flags: [], difficulty: null, discrimination: null });
    }
    expect(judgeItem(sumsOf(Array(fewestAnswers).fill([true, true])), null).difficulty).toBe(1);
  });

  it("is that it works, is too easy, too hard, weak or reversed", () => {
    expect(judgeItem(groups(100, 0.9, 0.5), null).verdict).toBe("works");
    expect(judgeItem(groups(100, 1, 0.95), null)).toMatchObject({ verdict: "too-easy", flags: ["too-easy"] });
    expect(judgeItem(groups(100, 0.4, 0.05), null)).toMatchObject({ verdict: "too-hard", flags: ["too-hard"] });
    expect(judgeItem(groups(200, 0.6, 0.6), null)).toMatchObject({ verdict: "tells-nobody-apart" });
    expect(judgeItem(groups(100, 0.4, 0.8), null)).toMatchObject({ verdict: "reversed", flags: ["reversed"] });
  });

  it("is not said for sure while it may be chance", () => {
    expect(judgeItem(groups(10, 0.6, 0.6), null)).toMatchObject({ verdict: "unsure", flags: [] });
    expect(judgeItem(sumsOf(Array(12).fill([true, true])), null)).toMatchObject({ verdict: "unsure", flags: [] });
  });

  it("is that a choice misleads, when it draws more than the right one, or those who know", () => {
    const sums = groups(100, 0.8, 0.2);
    const mean = sums.rest / sums.compared;
    const flagsFor = (chosen: number, rest: number) =>
      judgeItem(sums, { chosen, compared: chosen, rest: chosen * rest }).flags;
    expect(flagsFor(sums.right, mean / 2)).toContain("misleading-choice");
    expect(flagsFor(60, sums.restOfRight / sums.comparedRight)).toContain("misleading-choice");
    expect(flagsFor(60, mean / 2)).toEqual([]);
    expect(flagsFor(29, 10_000)).toEqual([]);
    expect(flagsFor(9, 10_000)).toEqual([]);
  });
});

describe("Wilson's interval", () => {
  it("is the one of the textbooks", () => {
    const { high, low } = wilsonInterval(8, 10);
    expect(low).toBeCloseTo(0.49, 2);
    expect(high).toBeCloseTo(0.943, 3);
    expect(wilsonInterval(0, 10).low).toBe(0);
    expect(wilsonInterval(10, 10).high).toBe(1);
  });

  it("holds the share, and narrows with more answers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (total, some) => {
        const count = Math.min(some, total);
        const { high, low } = wilsonInterval(count, total);
        expect(low).toBeLessThanOrEqual(count / total + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / total - 1e-12);
        const more = wilsonInterval(count * 4, total * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
      runs,
    );
  });
});
