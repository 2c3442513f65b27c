import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Audience,
  type Career,
  type Circumstances,
  circumstances,
  impliedEvents,
  isInAudience,
} from "#app/domain/audience";
import { addDays, type CivilDate, civilDate, compareDates } from "#app/domain/calendar";

const day = civilDate;

const her: Circumstances = {
  departments: ["malmo", "shops", "company"],
  employment: {
    entity: "ab",
    site: "malmo-site",
    country: "SE",
    kind: "temporary",
    title: "Säljare",
    manager: "anna",
    since: day("2026-03-01"),
  },
  roles: ["manager"],
  responsibilities: [
    { id: "crisis", deputy: true },
    { id: "channel", deputy: false },
  ],
};

describe("whether somebody belongs to an audience", () => {
  const belongs: readonly (readonly [string, Audience, boolean])[] = [
    ["everyone", { everyone: true }, true],
    ["a department above", { departments: ["shops"] }, true],
    ["a department beside", { departments: ["office"] }, false],
    ["a department with what lies under it", { department: ["shops"] }, true],
    ["the very department above", { department: ["shops"], below: false }, false],
    ["the very department", { department: ["malmo"], below: false }, true],
    ["a role", { role: ["trainer", "manager"] }, true],
    ["another role", { role: ["auditor"] }, false],
    ["a title, capitals and accents aside", { title: ["SALJARE"] }, true],
    ["part of a title", { title: ["sälj"] }, false],
    ["a site", { site: ["malmo-site"] }, true],
    ["a country", { country: ["NO", "SE"] }, true],
    ["an entity", { entity: ["as"] }, false],
    ["a kind of employment", { employment: ["temporary"] }, true],
    ["employed from a day, on that day", { employed: { from: day("2026-03-01") } }, true],
    ["employed from a later day", { employed: { from: day("2026-03-02") } }, false],
    ["employed until a day, on that day", { employed: { until: day("2026-03-01") } }, true],
    ["employed until an earlier day", { employed: { until: day("2026-02-28") } }, false],
    ["employed between", { employed: { from: day("2026-01-01"), until: day("2026-12-31") } }, true],
    ["a manager", { manager: ["anna"] }, true],
    ["a responsibility", { responsibility: ["channel"] }, true],
    ["a responsibility that she stands in for", { responsibility: ["crisis"] }, false],
    ["a responsibility or standing in for it", { responsibility: ["crisis"], deputies: true }, true],
    ["all of two", { all: [{ country: ["SE"] }, { role: ["manager"] }] }, true],
    ["all of two, one not", { all: [{ country: ["SE"] }, { role: ["hr"] }] }, false],
    ["any of two", { any: [{ country: ["NO"] }, { role: ["manager"] }] }, true],
    ["any of none", { any: [] }, false],
    ["all of none", { all: [] }, true],
    ["not", { not: { employment: ["temporary"] } }, false],
    ["not, nested", { all: [{ everyone: true }, { not: { any: [{ site: ["x"] }, { title: ["chef"] }] } }] }, true],
  ];
  it.each(belongs)("%s", (_name, audience, expected) => {
    expect(isInAudience(audience, her)).toBe(expected);
  });

  it("without an employment no condition on it is met, and its negation is", () => {
    const unemployed = { ...her, employment: null };
    expect(isInAudience({ country: ["SE"] }, unemployed)).toBe(false);
    expect(isInAudience({ not: { country: ["SE"] } }, unemployed)).toBe(true);
    expect(isInAudience({ employed: {} }, unemployed)).toBe(false);
  });
});

const beginning = day("2026-01-01");
const daySpan = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 20 })))
  .map(([from, length]) => ({
    from: addDays(beginning, from),
    to: length === null ? null : addDays(beginning, from + length),
  }));

function dated<Value>(values: fc.Arbitrary<Value>) {
  return fc.tuple(daySpan, values).map(([span, value]) => ({ ...span, value }));
}

/** Spans one after another, without overlap. */
function inARow<Value>(values: fc.Arbitrary<Value>) {
  return fc
    .array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 4 }), values), { maxLength: 4 })
    .map((parts) => {
      let at = 0;
      return parts.map(([length, gap, value]) => {
        const from = addDays(beginning, at + gap);
        at += gap + length;
        return { from, to: addDays(beginning, at - 1), value };
      });
    });
}

const careers: fc.Arbitrary<Career> = fc.record({
  memberships: inARow(
    fc.constantFrom(["malmo", "shops", "company"], ["lund", "shops", "company"], ["office", "company"]),
  ),
  employments: inARow(
    fc.record({
      entity: fc.constantFrom("ab", "as"),
      site: fc.constantFrom("one", "two"),
      country: fc.constantFrom("SE", "NO"),
      kind: fc.constantFrom("employee", "temporary"),
      title: fc.constantFrom("Säljare", "Chef"),
      manager: fc.constantFrom("anna", null),
    }),
  ),
  roles: fc.array(dated(fc.constantFrom("manager", "trainer")), { maxLength: 3 }),
  responsibilities: fc.array(dated(fc.record({ id: fc.constantFrom("crisis", "channel"), deputy: fc.boolean() })), {
    maxLength: 3,
  }),
});

const conditions: fc.Arbitrary<Audience> = fc.oneof(
  fc.constant<Audience>({ everyone: true }),
  fc.constantFrom<Audience>({ departments: ["shops"] }, { department: ["malmo"], below: false }),
  fc.constantFrom<Audience>({ role: ["manager"] }, { title: ["chef"] }, { site: ["one"] }, { country: ["SE"] }),
  fc.constantFrom<Audience>({ entity: ["ab"] }, { employment: ["temporary"] }, { manager: ["anna"] }),
  fc.constantFrom<Audience>({ responsibility: ["crisis"] }, { responsibility: ["crisis"], deputies: true }),
  fc.integer({ min: 0, max: 30 }).map<Audience>((n) => ({ employed: { from: addDays(beginning, n) } })),
);
const audiences: fc.Arbitrary<Audience> = fc.letrec<{ audience: Audience }>((tie) => ({
  audience: fc.oneof(
    { maxDepth: 2 },
    conditions,
    fc.array(tie("audience"), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("audience"), { maxLength: 3 }).map((any) => ({ any })),
    tie("audience").map((not) => ({ not })),
  ),
})).audience;

const holds = ({ from, to }: { from: CivilDate; to: CivilDate | null }, on: CivilDate) =>
  compareDates(from, on) <= 0 && (to === null || compareDates(on, to) <= 0);

/** First day of employment, counting backwards a day at a time while employed. */
function naiveSince(career: Career, on: CivilDate): CivilDate {
  let since = on;
  while (career.employments.some((one) => holds(one, addDays(since, -1)))) since = addDays(since, -1);
  return since;
}

/** What holds on one day, looked up anew for that day. */
function naiveOn(career: Career, on: CivilDate): Circumstances | null {
  const membership = career.memberships.find((one) => holds(one, on));
  if (!membership) return null;
  const employment = career.employments.find((one) => holds(one, on));
  return {
    departments: membership.value,
    employment: employment ? { ...employment.value, since: naiveSince(career, on) } : null,
    roles: career.roles.filter((one) => holds(one, on)).map((one) => one.value),
    responsibilities: career.responsibilities.filter((one) => holds(one, on)).map((one) => one.value),
  };
}

describe("circumstances and what they imply", () => {
  it("say of each day what is recorded for it", () => {
    fc.assert(
      fc.property(careers, (career) => {
        const spans = circumstances(career);
        for (let n = -1; n < 70; n += 1) {
          const on = addDays(beginning, n);
          const found = spans.filter((span) => holds(span, on));
          const expected = naiveOn(career, on);
          expect(found).toHaveLength(expected === null ? 0 : 1);
          if (expected !== null) expect(found[0]).toMatchObject(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("oblige somebody on exactly the days on which they belong to the audience while it is required", () => {
    fc.assert(
      fc.property(careers, audiences, daySpan, (career, audience, time) => {
        const events = impliedEvents(circumstances(career), [{ id: "r", audience, ...time }]);
        let obliged = false;
        for (let n = -1; n < 70; n += 1) {
          const on = addDays(beginning, n);
          for (const event of events.filter((each) => each.on === on)) {
            // Neither begins what goes on, nor ends what does not.
            expect(obliged).toBe(event.event === "ends");
            obliged = event.event === "begins";
          }
          const now = naiveOn(career, on);
          expect(obliged).toBe(now !== null && holds(time, on) && isInAudience(audience, now));
        }
      }),
      { numRuns: 300 },
    );
  });
});
