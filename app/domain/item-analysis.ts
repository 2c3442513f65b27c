/**
 * Item analysis: how hard a question is, whether it tells those who know from those who do not, and which wrong answer
 * draws people. Everything is worked out of sums that can be added, so that answers can be counted as they come.
 *
 * Only the first answer of an attempt counts. The rest of an attempt is the share right of its other questions, kept as
 * a whole number of parts in ten thousand: whole numbers add up to the same in any order.
 */
import { type Interval, wilsonInterval } from "./interval";

/** What a rest is counted in: 10,000 parts are all right. */
export const restParts = 10_000;

/** Below so many answers nothing is said of a question. */
export const fewestAnswers = 10;

/**
 * Share right at the first answer that a question should have: our own choice. Below, most people did not learn it;
 * above, it asks what everybody knows. The pass mark of 0.8 lies well inside.
 */
export const goodDifficulty = { low: 0.4, high: 0.9 } as const;

/** From here on a question tells people apart (Ebel & Frisbie 1991: below 0.2 it is poor, to be rewritten or dropped). */
export const goodDiscrimination = 0.2;

/** A wrong choice that fewer than this share choose draws nobody (Haladyna & Downing 1993). */
export const drawingShare = 0.05;

/** Those who chose a wrong choice are compared with those who were right once they are so many. */
export const fewestChoosers = 30;

/** Sums over the first answers to a question; those of two sets of answers add up to those of both. */
export interface ItemSums {
  readonly answers: number;
  readonly right: number;
  /** Answers of attempts that asked something else as well. */
  readonly compared: number;
  /** The right ones among them. */
  readonly comparedRight: number;
  /** Sum of the rests. */
  readonly rest: number;
  /** Sum of the rests of those who were right. */
  readonly restOfRight: number;
  /** Sum of the squares of the rests. */
  readonly restSquares: number;
}

export const noAnswers: ItemSums = {
  answers: 0,
  right: 0,
  compared: 0,
  comparedRight: 0,
  rest: 0,
  restOfRight: 0,
  restSquares: 0,
};

/**
 * The rest of each question of an attempt; null where it was the only one.
 *
 * @param right whether each first answer was right
 */
export function restsOf(right: readonly boolean[]): (number | null)[] {
  const sum = right.filter(Boolean).length;
  const others = right.length - 1;
  return right.map((one) => (others === 0 ? null : Math.round(((sum - (one ? 1 : 0)) / others) * restParts)));
}

/** The sums of one answer. */
export function sumsOfAnswer(right: boolean, rest: number | null): ItemSums {
  const x = right ? 1 : 0;
  if (rest === null) return { ...noAnswers, answers: 1, right: x };
  return {
    answers: 1,
    right: x,
    compared: 1,
    comparedRight: x,
    rest,
    restOfRight: x * rest,
    restSquares: rest * rest,
  };
}

export function addSums(a: ItemSums, b: ItemSums): ItemSums {
  return {
    answers: a.answers + b.answers,
    right: a.right + b.right,
    compared: a.compared + b.compared,
    comparedRight: a.comparedRight + b.comparedRight,
    rest: a.rest + b.rest,
    restOfRight: a.restOfRight + b.restOfRight,
    restSquares: a.restSquares + b.restSquares,
  };
}

/** The share of first answers that were right, 0 to 1; null without answers. */
export function difficultyOf(sums: ItemSums): number | null {
  return sums.answers === 0 ? null : sums.right / sums.answers;
}

/** Variances below this are rounding. */
const smallest = 1e-6;

/**
 * The corrected point-biserial correlation of a question with the rest of its attempts (Henrysson 1963): Pearson's r of
 * right (1) or wrong (0) and the share right of the attempt's other questions. −1 to 1; null where everybody answered
 * alike or every rest is the same.
 */
export function discriminationOf(sums: ItemSums): number | null {
  const n = sums.compared;
  if (n === 0) return null;
  const x = sums.comparedRight / n;
  const y = sums.rest / n;
  const varianceX = x * (1 - x);
  const varianceY = sums.restSquares / n - y * y;
  if (varianceX < smallest || varianceY < smallest) return null;
  const r = (sums.restOfRight / n - x * y) / Math.sqrt(varianceX * varianceY);
  return Math.max(-1, Math.min(1, r));
}

/** 95 % interval of a correlation by Fisher's z; null from fewer than four pairs. */
export function correlationInterval(r: number, pairs: number): Interval | null {
  if (pairs < 4) return null;
  const z = Math.atanh(Math.max(-0.999999, Math.min(0.999999, r)));
  const reach = 1.96 / Math.sqrt(pairs - 3);
  return { low: Math.tanh(z - reach), high: Math.tanh(z + reach) };
}

/** How often a wrong choice was made, by whom. */
export interface WrongChoice {
  readonly chosen: number;
  /** Those of them whose attempts asked something else as well. */
  readonly compared: number;
  /** Sum of their rests. */
  readonly rest: number;
}

/** What is wrong with a question, the gravest first. */
export const itemFlags = ["reversed", "misleading-choice", "tells-nobody-apart", "too-hard", "too-easy"] as const;
export type ItemFlag = (typeof itemFlags)[number];

/** `unsure`: a figure lies outside its good range, but so few answers may lie there by chance. */
export type ItemVerdict = "too-few" | ItemFlag | "unsure" | "works";

export interface ItemJudgement {
  readonly verdict: ItemVerdict;
  readonly flags: readonly ItemFlag[];
  /** 0 to 1; null below the fewest answers. */
  readonly difficulty: number | null;
  /** −1 to 1; null below the fewest answers, or where it cannot be told. */
  readonly discrimination: number | null;
}

/**
 * What is to be said of a question. A figure is held against its good range by its 95 % interval: only what lies wholly
 * outside is flagged, so that ten answers seldom condemn a question and a thousand do.
 *
 * - `too-easy`, `too-hard`: the share right lies outside `goodDifficulty`. Of a question that nearly everybody answers
 *   right nothing else is said: hardly anybody is left to be told apart.
 * - `tells-nobody-apart`: discrimination lies below `goodDiscrimination`; `reversed` when it lies below 0, which is what
 *   a wrong key looks like.
 * - `misleading-choice`: a wrong choice is made at least as often as the question is answered right, or those who make
 *   it do as well in the rest as those who were right.
 *
 * @param wrong the wrong choice that was made most often; null when there is none
 */
export function judgeItem(sums: ItemSums, wrong: WrongChoice | null): ItemJudgement {
  const difficulty = difficultyOf(sums);
  if (difficulty === null || sums.answers < fewestAnswers) {
    return { verdict: "too-few", flags: [], difficulty: null, discrimination: null };
  }
  const discrimination = sums.compared < fewestAnswers ? null : discriminationOf(sums);
  const share = wilsonInterval(sums.right, sums.answers);
  const correlation = discrimination === null ? null : correlationInterval(discrimination, sums.compared);
  const found = new Set<ItemFlag>();
  if (share.low > goodDifficulty.high) found.add("too-easy");
  else {
    if (share.high < goodDifficulty.low) found.add("too-hard");
    if (misleads(sums, wrong)) found.add("misleading-choice");
    if (discrimination !== null && correlation !== null && correlation.high < goodDiscrimination) {
      found.add(correlation.high < 0 ? "reversed" : "tells-nobody-apart");
    }
  }
  const flags = itemFlags.filter((flag) => found.has(flag));
  const inside = isGoodDifficulty(difficulty) && (discrimination === null || isGoodDiscrimination(discrimination));
  return { verdict: flags[0] ?? (inside ? "works" : "unsure"), flags, difficulty, discrimination };
}

export function isGoodDifficulty(difficulty: number): boolean {
  return difficulty >= goodDifficulty.low && difficulty <= goodDifficulty.high;
}

export function isGoodDiscrimination(discrimination: number): boolean {
  return discrimination >= goodDiscrimination;
}

function misleads(sums: ItemSums, wrong: WrongChoice | null): boolean {
  if (wrong === null || wrong.chosen < fewestAnswers) return false;
  if (wrong.chosen >= sums.right) return true;
  if (wrong.chosen / sums.answers < drawingShare || wrong.compared < fewestChoosers) return false;
  if (sums.comparedRight < fewestChoosers) return false;
  return wrong.rest / wrong.compared >= sums.restOfRight / sums.comparedRight;
}
