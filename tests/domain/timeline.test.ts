/** History, outlook, forecast: other ways of asking the same function, so they may never say anything else than it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, civilDate, compareDates, daysBetween, parsePeriod } from "#app/domain/calendar";
import { type Fact, factDate } from "#app/domain/facts";
import { dueByMonth, forecast, lastDayOfForecast } from "#app/domain/forecast";
import { type StandingState, standing } from "#app/domain/standing";
import { history, outlook, sameSpan, sameStanding, timeline } from "#app/domain/timeline";
import { known, type Story, stories } from "./generators";
import { patience, RUNS } from "./runs";

/** Each of these stories is asked on hundreds of days. */
const runs = { numRuns: Math.ceil(RUNS / 4) };

const LATE: ReadonlySet<StandingState> = new Set(["overdue", "refresher-overdue", "lapsed"]);

const first = (facts: readonly Fact[]): CivilDate | undefined => facts.map(factDate).sort(compareDates)[0];

describe("history", patience, () => {
  it("says of every day what the standing of that day is, from the first fact to today", () => {
    fc.assert(
      fc.property(stories, ({ policy, facts, today, spreadDays }) => {
        const spans = history(policy, facts, today, { spreadDays });
        const begins = first(known(facts, today));
        expect(spans[0]?.from).toBe(begins);
        expect(spans.at(-1)?.to ?? null).toBeNull();
        for (const [index, { from, to, ...span }] of spans.entries()) {
          if (index > 0) expect(from).toBe(addDays(spans[index - 1]?.to ?? today, 1));
          for (let day = from; day <= (to ?? today); day = addDays(day, 1)) {
            const { nextChangeOn: _, because: __, ...answer } = standing(policy, facts, day, { spreadDays });
            expect({ day, ...span }).toEqual({ day, ...answer });
          }
        }
      }),
      runs,
    );
  });

  it("never has two spans in a row that are the same", () => {
    fc.assert(
      fc.property(stories, ({ policy, facts, today, spreadDays }) => {
        const spans = history(policy, facts, today, { spreadDays }).map(({ from: _, to: __, ...span }) => span);
        for (const [index, span] of spans.entries()) if (index > 0) expect(span).not.toEqual(spans[index - 1]);
      }),
      runs,
    );
  });

  it("is empty where nothing has happened yet", () => {
    expect(history({}, [{ type: "assigned", on: civilDate("2026-01-02") }], civilDate("2026-01-01"))).toEqual([]);
  });
});

describe("timeline", patience, () => {
  it("is the history and, but for reasons, the outlook", () => {
    fc.assert(
      fc.property(stories, ({ policy, facts, today, spreadDays }) => {
        const { spans, ahead } = timeline(policy, facts, today, { spreadDays });
        expect(spans).toEqual(history(policy, facts, today, { spreadDays }));
        const shown = outlook(policy, facts, today, { spreadDays });
        const kept = shown.filter((one, at) => {
          const before = shown[at - 1];
          return before === undefined || !sameSpan(before, one);
        });
        expect(ahead).toEqual(kept.map(({ nextChangeOn: _, because: __, ...one }) => one));
      }),
      runs,
    );
  });

  it("begins today where nothing has happened yet", () => {
    const day = civilDate("2026-01-01");
    const { spans, ahead } = timeline({}, [{ type: "assigned", on: civilDate("2026-01-02") }], day);
    expect(spans).toEqual([]);
    expect(ahead.map(({ on, state }) => [on, state])).toEqual([
      ["2026-01-01", "not-required"],
      ["2026-01-02", "assigned"],
      ["2026-02-02", "overdue"],
    ]);
  });
});

describe("outlook", patience, () => {
  it("says of every later day what the standing of that day will be, and begins a new one only on a change", () => {
    fc.assert(
      fc.property(stories, ({ policy, facts, today, spreadDays }) => {
        const ahead = outlook(policy, facts, today, { spreadDays });
        expect(ahead[0]?.on).toBe(today);
        let at = 0;
        for (let day = today; day < addDays(today, 250); day = addDays(day, 1)) {
          if (ahead[at + 1]?.on === day) {
            at += 1;
            const [before, now] = [ahead[at - 1], ahead[at]];
            expect(before && now && sameStanding(before, now)).toBe(false);
          }
          const { on: _, ...expected } = ahead[at] ?? { on: day };
          expect({ day, ...standing(policy, facts, day, { spreadDays }) }).toEqual({ day, ...expected });
        }
      }),
      { numRuns: Math.ceil(RUNS / 8) },
    );
  });

  it("counts leave that is planned, which nextChangeOn of today does not", () => {
    const facts: Fact[] = [
      { type: "assigned", on: civilDate("2026-01-01") },
      { type: "leave", from: civilDate("2026-01-10"), until: civilDate("2026-01-12") },
    ];
    const ahead = outlook({}, facts, civilDate("2026-01-02"));
    expect(ahead.map(({ on, state, nextChangeOn }) => [on, state, nextChangeOn])).toEqual([
      ["2026-01-02", "assigned", "2026-02-01"],
      ["2026-01-10", "on-leave", "2026-01-13"],
      ["2026-01-13", "assigned", "2026-02-01"],
      ["2026-02-01", "overdue", null],
    ]);
  });
});

describe("forecast", patience, () => {
  it("names the due dates one after another, and leaves nobody late who does everything on its day", () => {
    fc.assert(
      fc.property(stories, ({ policy, facts: recorded, today, spreadDays }) => {
        let facts = known(recorded, today);
        const begin = standing(policy, facts, today, { spreadDays });
        // Whoever is late today does it today, which is no due date of the forecast: begin where nothing is late.
        const hasLapsed = begin.validUntil !== null && !begin.valid;
        if (begin.dueOn === null || begin.dueOn < today || hasLapsed) return;
        // An issuer's date can end validity before a due date that was moved (rule 11).
        if (begin.because.some(({ code }) => code === "issuer-expiry")) return;
        const newest = facts.reduce((n, fact) => ("revision" in fact ? Math.max(n, fact.revision) : n), 0);
        for (const { on } of forecast(policy, facts, today, { spreadDays })) {
          expect(standing(policy, facts, on, { spreadDays }).dueOn).toBe(on);
          facts = [...facts, { type: "completed", on, revision: newest }];
        }
        const last = lastDayOfForecast(today);
        for (const { from, to, state } of history(policy, facts, last, { spreadDays })) {
          const stillOn = (to ?? last) >= today;
          expect({ from, late: stillOn && LATE.has(state) }).toEqual({ from, late: false });
        }
      }),
      runs,
    );
  });

  const story: Story = {
    policy: { refresh: { every: parsePeriod("P4M") } },
    facts: [
      { type: "assigned", on: civilDate("2026-01-10") },
      { type: "unassigned", on: civilDate("2026-12-01") },
    ],
    today: civilDate("2026-01-15"),
    spreadDays: 0,
  };

  it("begins with the module, goes on with its refreshers, and stops with the assignment", () => {
    expect(forecast(story.policy, story.facts, story.today)).toEqual([
      { on: "2026-02-09", task: "module" },
      { on: "2026-06-09", task: "refresher" },
      { on: "2026-10-09", task: "refresher" },
    ]);
  });

  it("takes what is late as done today, and counts it in no month", () => {
    expect(forecast(story.policy, story.facts, civilDate("2026-03-01"))).toEqual([
      { on: "2026-07-01", task: "refresher" },
      { on: "2026-11-01", task: "refresher" },
    ]);
  });

  it("is of twelve calendar months, this one first", () => {
    const due = forecast(story.policy, story.facts, story.today);
    const months = dueByMonth([...due, ...due, { on: civilDate("2027-03-01"), task: "module" }], story.today);
    expect(months.map(({ month }) => month)).toEqual([
      "2026-01",
      "2026-02",
      "2026-03",
      "2026-04",
      "2026-05",
      "2026-06",
      "2026-07",
      "2026-08",
      "2026-09",
      "2026-10",
      "2026-11",
      "2026-12",
    ]);
    expect(months.filter(({ module, refresher }) => module + refresher > 0)).toEqual([
      { month: "2026-02", module: 2, refresher: 0 },
      { month: "2026-06", module: 0, refresher: 2 },
      { month: "2026-10", module: 0, refresher: 2 },
    ]);
    expect(daysBetween(story.today, lastDayOfForecast(story.today))).toBe(350);
  });
});
