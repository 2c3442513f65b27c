/** Worked cases, random in their facts, with the answer expected in everything but the reasons. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { civilDate } from "#app/domain/calendar";
import { parseFacts } from "#app/domain/facts";
import { parsePolicy } from "#app/domain/policy";
import { standing } from "#app/domain/standing";

interface WorkedCase {
  policy: unknown;
  facts: unknown;
  today: string;
  spreadDays?: number;
  expect: object;
}

const cases: WorkedCase[] = JSON.parse(readFileSync(new URL("standing-cases.json", import.meta.url), "utf8"));

describe("worked cases", () => {
  it("are 300", () => {
    expect(cases).toHaveLength(300);
  });

  it.each(cases.map((worked, index) => ({ index, worked })))("case $index", ({ worked }) => {
    const policy = parsePolicy(worked.policy);
    const facts = parseFacts(worked.facts);
    if (!policy.ok || !facts.ok) throw new Error(JSON.stringify([policy, facts]));
    const { because, ...answer } = standing(policy.value, facts.value, civilDate(worked.today), {
      spreadDays: worked.spreadDays ?? 0,
    });
    expect(answer).toEqual(worked.expect);
    expect(because.length).toBeGreaterThan(0);
  });
});
