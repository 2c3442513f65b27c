/** What must hold for any policy and any history. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate } from "#app/domain/calendar";
import type { Fact } from "#app/domain/facts";
import { type Standing, standing } from "#app/domain/standing";
import { FIRST, known, type Story, stories } from "./generators";
import { patience, runs } from "./runs";

const HORIZON = 150;

function at({ policy, facts, spreadDays }: Story, day: CivilDate, among: readonly Fact[] = facts): Standing {
  return standing(policy, among, day, { spreadDays });
}

describe("a standing", patience, () => {
  it("is the same in whatever order the facts are given", () => {
    fc.assert(
      fc.property(
        stories.chain((story) =>
          fc.record({
            story: fc.constant(story),
            shuffled: fc.shuffledSubarray([...story.facts], { minLength: story.facts.length }),
          }),
        ),
        ({ story, shuffled }) => {
          expect(at(story, story.today, shuffled)).toEqual(at(story, story.today));
        },
      ),
      runs,
    );
  });

  it("of a day is the same computed later, when more has happened", () => {
    fc.assert(
      fc.property(stories, (story) => {
        expect(at(story, story.today)).toEqual(at(story, story.today, known(story.facts, story.today)));
      }),
      runs,
    );
  });

  it("changes state or task on nextChangeOn and on no day before it, or never, if nothing new happens", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const facts = known(story.facts, story.today);
        const now = at(story, story.today, facts);
        for (let n = 1; n <= HORIZON; n += 1) {
          const day = addDays(story.today, n);
          const then = at(story, day, facts);
          const changed = then.state !== now.state || then.task !== now.task;
          expect({ day, changed }).toEqual({ day, changed: day === now.nextChangeOn });
          if (changed) return;
        }
        expect(now.nextChangeOn === null || now.nextChangeOn > addDays(story.today, HORIZON)).toBe(true);
      }),
      runs,
    );
  });

  it("is not changed by minor revisions", () => {
    const minors = fc.array(
      fc.record({ day: fc.integer({ min: -10, max: 400 }), revision: fc.integer({ min: 0, max: 9 }) }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(stories, minors, (story, added) => {
        const more = added.map(
          ({ day, revision }): Fact => ({ type: "revised", on: addDays(FIRST, day), revision, change: "minor" }),
        );
        expect(at(story, story.today, [...story.facts, ...more])).toEqual(at(story, story.today));
      }),
      runs,
    );
  });
});
