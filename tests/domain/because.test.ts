/** Reasons: what each answer gives as its ground, and that reasons and dates never contradict one another. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate } from "#app/domain/calendar";
import type { Fact } from "#app/domain/facts";
import type { Reason, ReasonCode } from "#app/domain/reasons";
import { standing } from "#app/domain/standing";
import { stories } from "./generators";
import { patience, runs } from "./runs";
import { assigned, completed, edited, exempted, extended, leave, policy, revised, unassigned } from "./told";

const year = { runway: "P14D", refresh: { every: "P1Y", window: "P30D", grace: "P14D" } };
const done = [assigned("2025-01-01"), completed("2025-01-31")];
const ground: Reason = {
  code: "refresh-due",
  on: day("2025-01-31"),
  due: day("2026-01-31"),
  every: policyEvery("P1Y"),
};

function day(text: string) {
  return civilDate(text);
}

function policyEvery(text: string) {
  const refresh = policy({ refresh: { every: text } }).refresh;
  if (refresh === undefined || refresh.anchor === "calendar") throw new Error("no interval");
  return refresh.every;
}

function because(written: object, facts: readonly Fact[], today: string, spreadDays = 0): readonly Reason[] {
  return standing(policy(written), facts, civilDate(today), { spreadDays }).because;
}

describe("the reasons of a standing", patience, () => {
  it("explain a changed module in one sentence: completed, refreshed once a year, changed, so due", () => {
    const facts = [assigned("2026-01-01"), completed("2026-03-03"), revised("2026-11-03", 2, "major", "P28D")];
    expect(because(year, facts, "2026-11-10")).toEqual([
      { code: "refresh-due", on: "2026-03-03", due: "2027-03-03", every: "P1Y" },
      { code: "major-revision", on: "2026-11-03", revision: 2, from: "2026-11-03", due: "2026-12-01" },
    ]);
  });

  const rows: [string, object, Fact[], string, Reason[]][] = [
    ["never required", year, [], "2026-01-01", [{ code: "never-assigned", on: null }]],
    [
      "no longer required",
      year,
      [...done, unassigned("2025-06-01")],
      "2026-01-01",
      [{ code: "unassigned", on: day("2025-06-01") }],
    ],
    [
      "assigned",
      year,
      [assigned("2025-01-01")],
      "2025-01-01",
      [{ code: "assigned", on: day("2025-01-01"), due: day("2025-01-31") }],
    ],
    [
      "starting over",
      year,
      [...done, unassigned("2026-02-10"), assigned("2026-04-01")],
      "2026-04-01",
      [{ code: "starting-over", on: day("2026-04-01"), due: day("2026-05-01") }],
    ],
    ["for ever", {}, done, "2025-06-01", [{ code: "never-ages", on: day("2025-01-31") }]],
    ["an interval", year, done, "2025-06-01", [ground]],
    [
      "weak, without the score",
      { refresh: { every: "P1Y", weak: { below: 0.8, every: "P6M" } } },
      [assigned("2025-01-01"), completed("2025-01-31", { score: 0.5 })],
      "2025-02-01",
      [{ code: "weak-score", on: day("2025-01-31"), due: day("2025-07-31"), every: policyEvery("P6M") }],
    ],
    [
      "a kept day",
      { refresh: { anchor: "keep", every: "P6M" } },
      [...done, completed("2025-07-20")],
      "2025-07-20",
      [
        {
          code: "keep-day",
          on: day("2025-07-20"),
          anchor: day("2025-01-31"),
          due: day("2026-01-31"),
          every: policyEvery("P6M"),
        },
      ],
    ],
    [
      "a fixed day",
      { refresh: { anchor: "calendar", on: ["09-30"] } },
      done,
      "2025-02-01",
      [{ code: "calendar-day", on: day("2025-01-31"), due: day("2025-09-30") }],
    ],
    [
      "the issuer's date instead of the interval",
      year,
      [assigned("2025-01-01"), completed("2025-01-31", { expires: "2025-06-30" })],
      "2025-02-01",
      [{ code: "issuer-expiry", on: day("2025-01-31"), expires: day("2025-06-30"), due: day("2025-06-30") }],
    ],
    [
      "the issuer's date beside the interval, where it cuts the grace",
      year,
      [assigned("2025-01-01"), completed("2025-01-31", { expires: "2026-02-05" })],
      "2025-02-01",
      [ground, { code: "issuer-expiry", on: day("2025-01-31"), expires: day("2026-02-05"), due: null }],
    ],
    [
      "a weak refresher that gave no later day",
      { refresh: { every: "P1Y", weak: { below: 0.8, every: "P6M" } } },
      [...done, completed("2025-06-10", { score: 0.5 })],
      "2025-07-01",
      [
        { ...ground, byResult: true },
        { code: "renewed", on: day("2025-06-10"), every: policyEvery("P6M") },
      ],
    ],
    [
      "a refresher on a kept day that gave no later day",
      { refresh: { anchor: "keep", every: "P6M" } },
      [...done, completed("2025-02-10")],
      "2025-02-10",
      [
        {
          code: "keep-day",
          on: day("2025-01-31"),
          anchor: day("2025-01-31"),
          due: day("2025-07-31"),
          every: policyEvery("P6M"),
        },
        { code: "renewed", on: day("2025-02-10"), every: null },
      ],
    ],
    [
      "a major revision that only opens the refresher sooner",
      year,
      [...done, revised("2025-12-20", 2, "major", "P60D")],
      "2025-12-21",
      [ground, { code: "major-revision", on: day("2025-12-20"), revision: 2, from: day("2025-12-20"), due: null }],
    ],
    [
      "a critical revision",
      year,
      [...done, revised("2025-06-10", 2, "critical")],
      "2025-06-10",
      [
        ground,
        { code: "lapsed", on: day("2025-06-09"), due: null },
        {
          code: "critical-revision",
          on: day("2025-06-10"),
          revision: 2,
          due: day("2025-07-10"),
          validUntil: day("2025-06-09"),
        },
      ],
    ],
    [
      "a critical revision before the first completion",
      year,
      [assigned("2025-01-01"), revised("2025-01-25", 2, "critical")],
      "2025-01-25",
      [
        { code: "assigned", on: day("2025-01-01"), due: day("2025-01-31") },
        { code: "critical-revision", on: day("2025-01-25"), revision: 2, due: day("2025-02-08"), validUntil: null },
      ],
    ],
    [
      "an extension",
      year,
      [...done, extended("2026-01-20", "2026-03-01")],
      "2026-01-20",
      [ground, { code: "extended", on: day("2026-01-20"), due: day("2026-03-01") }],
    ],
    [
      "an extension that moved nothing is no reason",
      year,
      [...done, extended("2026-01-20", "2026-01-21")],
      "2026-01-20",
      [ground],
    ],
    [
      "a return",
      year,
      [...done, unassigned("2025-12-01"), assigned("2026-02-10")],
      "2026-02-10",
      [ground, { code: "returned", on: day("2026-02-10"), due: day("2026-02-24") }],
    ],
    [
      "an edit that gave time",
      year,
      [...done, edited("2026-01-25", { ...year, refresh: { ...year.refresh, every: "P6M" } })],
      "2026-01-25",
      [
        { ...ground, due: day("2025-07-31"), every: policyEvery("P6M") },
        { code: "policy-changed", on: day("2026-01-25"), due: day("2026-01-31"), validUntil: null },
      ],
    ],
    [
      "an edit that left grace",
      year,
      [...done, edited("2026-02-05", { ...year, refresh: { ...year.refresh, grace: "P0D" } })],
      "2026-02-05",
      [
        ground,
        { code: "grace", on: day("2026-01-31"), validUntil: day("2026-02-14") },
        { code: "policy-changed", on: day("2026-02-05"), due: null, validUntil: day("2026-02-14") },
      ],
    ],
    [
      "an edit that gave time and left grace, as one reason",
      year,
      [...done, edited("2026-01-25", { ...year, refresh: { ...year.refresh, every: "P6M", grace: "P0D" } })],
      "2026-01-25",
      [
        { ...ground, due: day("2025-07-31"), every: policyEvery("P6M") },
        { code: "policy-changed", on: day("2026-01-25"), due: day("2026-01-31"), validUntil: day("2026-02-08") },
      ],
    ],
    [
      "each of two extensions of one day that moved the due date",
      year,
      [...done, extended("2026-01-20", "2026-04-01"), extended("2026-01-20", "2026-03-01")],
      "2026-01-20",
      [
        ground,
        { code: "extended", on: day("2026-01-20"), due: day("2026-03-01") },
        { code: "extended", on: day("2026-01-20"), due: day("2026-04-01") },
      ],
    ],
    [
      "leave, and that it moved the due date",
      year,
      [...done, leave("2026-01-28", "2026-02-03")],
      "2026-01-28",
      [
        ground,
        { code: "absence", on: day("2026-01-28"), until: day("2026-02-03"), due: day("2026-02-10"), validUntil: null },
        { code: "on-leave", on: day("2026-01-28"), until: day("2026-02-03") },
      ],
    ],
    [
      "of two leaves the one that lasts longer",
      year,
      [...done, leave("2025-06-01", "2025-06-10"), leave("2025-06-05", "2025-06-20")],
      "2025-06-06",
      [ground, { code: "on-leave", on: day("2025-06-05"), until: day("2025-06-20") }],
    ],
    [
      "an exemption without end",
      year,
      [...done, exempted("2025-03-01", null)],
      "2025-03-01",
      [
        ground,
        { code: "absence", on: day("2025-03-01"), until: null, due: null, validUntil: null },
        { code: "exempt", on: day("2025-03-01"), until: null },
      ],
    ],
    [
      "the grace",
      year,
      done,
      "2026-02-03",
      [ground, { code: "grace", on: day("2026-01-31"), validUntil: day("2026-02-14") }],
    ],
    [
      "the end of validity",
      year,
      done,
      "2026-02-15",
      [ground, { code: "lapsed", on: day("2026-02-14"), due: day("2026-01-31") }],
    ],
    [
      "an absence that moved the end of validity, after it ended",
      year,
      [...done, leave("2026-02-10", "2026-02-12")],
      "2026-03-15",
      [
        ground,
        { code: "absence", on: day("2026-02-10"), until: day("2026-02-12"), due: null, validUntil: day("2026-02-15") },
        { code: "lapsed", on: day("2026-02-15"), due: null },
      ],
    ],
  ];

  it.each(rows)("%s", (_sentence, written, facts, today, expected) => {
    expect(because(written, facts, today)).toEqual(expected);
  });

  it("tell of spread", () => {
    expect(because({ refresh: { every: "P1Y", spread: "P21D" } }, done, "2025-06-01", 10)).toEqual([
      ground,
      { code: "spread", on: "2025-01-31", days: 10, due: "2026-01-21" },
    ]);
  });
});

const GROUNDS: ReadonlySet<ReasonCode> = new Set([
  "never-assigned",
  "unassigned",
  "assigned",
  "starting-over",
  "never-ages",
  "refresh-due",
  "weak-score",
  "keep-day",
  "calendar-day",
]);

describe("reasons", patience, () => {
  it("are there for every answer, oldest first, with one ground, in the words of its state", () => {
    fc.assert(
      fc.property(stories, ({ policy: one, facts, today, spreadDays }) => {
        const answer = standing(one, facts, today, { spreadDays });
        const days = answer.because.map(({ on }) => on ?? "");
        expect(days).toEqual([...days].sort());
        const codes = answer.because.map(({ code }) => code);
        const grounds = answer.because.filter(
          (reason) => GROUNDS.has(reason.code) || (reason.code === "issuer-expiry" && reason.due !== null),
        );
        expect(grounds).toHaveLength(1);
        expect(codes.includes("lapsed")).toBe(answer.state === "lapsed");
        expect(codes.includes("grace")).toBe(answer.state === "refresher-overdue");
        expect(codes.includes("exempt")).toBe(answer.state === "exempt");
        expect(codes.includes("on-leave")).toBe(answer.state === "on-leave");
        expect(JSON.stringify(answer.because)).not.toContain('score":');
      }),
      runs,
    );
  });

  it("give the due date that is shown", () => {
    fc.assert(
      fc.property(stories, ({ policy: one, facts, today, spreadDays }) => {
        const { dueOn, because: reasons } = standing(one, facts, today, { spreadDays });
        if (dueOn === null) return;
        expect(reasons.some((reason) => "due" in reason && reason.due === dueOn)).toBe(true);
      }),
      runs,
    );
  });
});
