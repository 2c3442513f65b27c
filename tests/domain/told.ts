/** Golden rows: what happened, a day, and what must be said of it. Each row is told by a sentence. */
import { expect, it } from "vitest";
import { civilDate, parsePeriod } from "#app/domain/calendar";
import type { Change, Fact } from "#app/domain/facts";
import { type Policy, parsePolicy } from "#app/domain/policy";
import { type Standing, standing } from "#app/domain/standing";

/** A policy as it is written down; the rules must accept it. */
export function policy(written: object): Policy {
  const parsed = parsePolicy(written);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

export const assigned = (on: string): Fact => ({ type: "assigned", on: civilDate(on) });
export const unassigned = (on: string): Fact => ({ type: "unassigned", on: civilDate(on) });

export function completed(on: string, more: { revision?: number; score?: number; expires?: string } = {}): Fact {
  return {
    type: "completed",
    on: civilDate(on),
    revision: more.revision ?? 1,
    ...(more.score === undefined ? {} : { score: more.score }),
    ...(more.expires === undefined ? {} : { expires: civilDate(more.expires) }),
  };
}

export function revised(on: string, revision: number, change: Change, within?: string): Fact {
  return {
    type: "revised",
    on: civilDate(on),
    revision,
    change,
    ...(within === undefined ? {} : { within: parsePeriod(within) }),
  };
}

const days = (from: string, until: string | null) => ({
  from: civilDate(from),
  until: until === null ? null : civilDate(until),
});

export const leave = (from: string, until: string | null): Fact => ({ type: "leave", ...days(from, until) });
export const exempted = (from: string, until: string | null): Fact => ({ type: "exempted", ...days(from, until) });
export const extended = (on: string, due: string): Fact => ({
  type: "extended",
  on: civilDate(on),
  due: civilDate(due),
});
export const edited = (on: string, written: object): Fact => ({
  type: "policy",
  on: civilDate(on),
  policy: policy(written),
});

/** The sentence, the facts, the day, and what is expected of the standing (only what the row is about). */
export type Row = readonly [
  sentence: string,
  facts: readonly Fact[],
  today: string,
  expected: Partial<Record<keyof Standing, unknown>>,
];

/** One test a row, all under one policy. */
export function told(written: object, rows: readonly Row[], spreadDays = 0): void {
  for (const [sentence, facts, today, expected] of rows) {
    it(sentence, () => {
      expect(standing(policy(written), facts, civilDate(today), { spreadDays })).toMatchObject(expected);
    });
  }
}
