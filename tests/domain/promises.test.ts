/**
 * What the rules promise to people, for any policy and any history, when one thing more happens.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addPeriod, type CivilDate, compareDates, type Period } from "#app/domain/calendar";
import { type Assigned, type Exempted, type Fact, factDate, type Leave } from "#app/domain/facts";
import { POLICY_DEFAULTS } from "#app/domain/policy";
import type { ReasonCode } from "#app/domain/reasons";
import { type Standing, standing } from "#app/domain/standing";
import { completions, edits, exemptions, followedBy, leaves, type NextStory, revisions, stories } from "./generators";
import { patience, runs } from "./runs";

const HORIZON = 120;

/** The standings of a day with and without what came last. */
function compare({ policy, facts, next, spreadDays }: NextStory<Fact>, day: CivilDate): [Standing, Standing] {
  return [standing(policy, [...facts, next], day, { spreadDays }), standing(policy, facts, day, { spreadDays })];
}

/** Past the due date, or no longer valid, and not away. */
function isLate({ state }: Standing): boolean {
  return state === "overdue" || state === "refresher-overdue" || state === "lapsed";
}

/** The first due period and the runway in force before what came last. */
function resolved({ policy, facts }: NextStory<Fact>): { due: Period; runway: Period } {
  let inForce = policy;
  for (const fact of [...facts].sort((a, b) => (factDate(a) < factDate(b) ? -1 : 1))) {
    if (fact.type === "policy") inForce = fact.policy;
  }
  return { due: inForce.due ?? POLICY_DEFAULTS.due, runway: inForce.runway ?? POLICY_DEFAULTS.runway };
}

/** Reasons by which a due date was pushed back for this cycle only. */
const GIVEN_TIME: ReadonlySet<ReasonCode> = new Set(["extended", "returned", "policy-changed"]);

/** None is later than any date. */
const orNever = (date: CivilDate | null): string => date ?? "9999-99-99";

function* daysFrom(first: CivilDate, count: number): Generator<CivilDate> {
  for (let n = 0; n < count; n += 1) yield addDays(first, n);
}

describe("nobody becomes late sooner than the runway after", patience, () => {
  const assignments = fc.constant((on: CivilDate): Assigned => ({ type: "assigned", on }));

  /** Whoever was not late without it may not be late with it, until the runway has passed. */
  function holdsFor(story: NextStory<Fact>, least = addPeriod(story.on, resolved(story).runway)): void {
    for (const day of daysFrom(story.on, HORIZON)) {
      if (day > least) return;
      const [after, before] = compare(story, day);
      expect({ day, state: after.state, late: isLate(after) && !isLate(before) }).toMatchObject({ late: false });
    }
  }

  it("a major revision", () => {
    fc.assert(
      fc.property(followedBy(revisions(["major"])), (story) => holdsFor(story)),
      runs,
    );
  });

  it("an edit of the policy", () => {
    fc.assert(
      fc.property(followedBy(edits), (story) => holdsFor(story)),
      runs,
    );
  });

  it("a critical revision, though it ends validity at once (rule 6)", () => {
    fc.assert(
      fc.property(followedBy(revisions(["critical"])), (story) => {
        const runwayEnds = addPeriod(story.on, resolved(story).runway);
        const [after, before] = compare(story, story.on);
        if (before.state === "not-required" || !before.valid) return;
        expect(after.valid).toBe(false);
        expect(orNever(after.dueOn) >= runwayEnds).toBe(true);
      }),
      runs,
    );
  });

  // Rule 1 counts from the assignment by `due` alone, so where `due` is shorter than the runway it is `due` that holds.
  // A gap shorter than the runway is an absence (rule 9), about which there is a promise of its own. An issuer's date
  // ends validity whatever else happens (rule 11).
  it("an assignment, or the first due date where that is sooner", () => {
    fc.assert(
      fc.property(followedBy(assignments), (story) => {
        const [after, before] = compare(story, story.on);
        const { due, runway } = resolved(story);
        const wasAwayBriefly = before.because.some(
          ({ code, on }) => code === "unassigned" && on !== null && story.on < addPeriod(on, runway),
        );
        if (before.state !== "not-required" || wasAwayBriefly) return;
        if (after.because.some(({ code }) => code === "issuer-expiry")) return;
        const [first] = [addPeriod(story.on, due), addPeriod(story.on, runway)].sort(compareDates);
        holdsFor(story, first);
      }),
      runs,
    );
  });
});

describe("a completion", patience, () => {
  // What the rules themselves give up: extensions, returns and edits end with their cycle (rule 2), so a due date that
  // they pushed back may come before it again; evidence with an issuer's own date is never valid beyond it (rule 11);
  // and what was owed by somebody who holds nothing valid is no cycle's due date.
  it("never brings a due date or the end of validity forward", () => {
    fc.assert(
      fc.property(followedBy(completions), (story) => {
        const [after, before] = compare(story, story.on);
        const pushedBack = before.because.some(({ code }) => GIVEN_TIME.has(code));
        if (!before.valid || pushedBack) return;
        expect(orNever(after.dueOn) >= orNever(before.dueOn)).toBe(true);
        if (story.next.expires !== undefined) return;
        expect(orNever(after.validUntil) >= orNever(before.validUntil)).toBe(true);
      }),
      runs,
    );
  });

  // Evidence whose issuer's date has passed already, or passes within the spread, is the exception: it is of no use
  // (rule 11). And time that was given for the old cycle ends with it (rule 2), while a major revision keeps its day
  // when it is the old one that was done once more (rule 6).
  it("never makes a standing worse", () => {
    fc.assert(
      fc.property(followedBy(completions), (story) => {
        const [after, before] = compare(story, story.on);
        const { expires } = story.next;
        if (expires !== undefined && expires < addDays(story.on, story.spreadDays)) return;
        if (before.because.some(({ code }) => GIVEN_TIME.has(code))) return;
        expect(after.valid || !before.valid).toBe(true);
        expect(!isLate(after) || isLate(before)).toBe(true);
      }),
      runs,
    );
  });
});

describe("an absence", patience, () => {
  it("never makes anybody late", () => {
    fc.assert(
      fc.property(followedBy<Leave | Exempted>(fc.oneof(leaves, exemptions)), (story) => {
        for (const day of daysFrom(story.on, HORIZON)) {
          const [after, before] = compare(story, day);
          expect({ day, late: isLate(after) && !isLate(before) }).toEqual({ day, late: false });
        }
      }),
      runs,
    );
  });
});

describe("a validity that has ended", patience, () => {
  // Nothing else brings it back or moves its last day; whoever starts over (rule 9) has none at all.
  it("stays ended on the same day, but for a completion or an edit of the policy", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { policy, facts, today, spreadDays } = story;
        const now = standing(policy, facts, today, { spreadDays });
        if (now.valid || now.validUntil === null) return;
        const others = facts.filter(
          (fact) => factDate(fact) <= today || (fact.type !== "completed" && fact.type !== "policy"),
        );
        for (const day of daysFrom(today, HORIZON)) {
          const then = standing(policy, others, day, { spreadDays });
          expect(then.valid).toBe(false);
          expect([now.validUntil, null]).toContain(then.validUntil);
        }
      }),
      runs,
    );
  });
});
