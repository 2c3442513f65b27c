/**
 * Whoever adds up by hand the days and periods that a sentence names arrives at the date that it tells. The sentence is
 * told in words that can be read back: what a catalogue would say becomes a mark with its figures.
 */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { standing } from "#app/domain/standing";
import { forManager } from "#app/managing/managed-standing";
import { catalogues } from "#app/words/catalogues";
import { explain, type Telling } from "#app/words/explanation";
import { formatsFor } from "#app/words/format";
import type { Interval } from "#app/words/interval";
import type { Words } from "#app/words/words";
import { stories } from "#tests/domain/generators";
import { patience, runs } from "#tests/domain/runs";

/** What a sentence says, as marks in the order of the sentence. */
type Mark =
  | { readonly says: "begun"; readonly on: string }
  | { readonly says: "within"; readonly days: number }
  | { readonly says: "every"; readonly every: Interval; readonly from: string | null }
  | { readonly says: "earlier"; readonly days: number }
  | { readonly says: "counted"; readonly from: string; readonly days: number }
  | { readonly says: "by"; readonly day: string }
  | { readonly says: "the day before"; readonly day: string }
  | { readonly says: "not told" }
  | { readonly says: "due"; readonly due: string; readonly until: string | null; readonly alone: boolean }
  | { readonly says: "valid"; readonly until: string; readonly alone: boolean }
  | {
      readonly says: "ran out";
      readonly due: string;
      readonly grace: number;
      readonly until: string;
      readonly alone: boolean;
    };

const mark = (one: Mark) => `${JSON.stringify(one)}\n`;
const begun = (on: string) => mark({ says: "begun", on });
const counted = (from: string, days: number) => mark({ says: "counted", from, days });
const dueBy = (due: string, until: string | null, alone: boolean) => mark({ says: "due", due, until, alone });
const endings = (alone: boolean): Words["explanation"]["so"] => ({
  next: (due) => dueBy(due, null, alone),
  endless: "",
  noLastDay: "",
  finishBy: (due) => dueBy(due, null, alone),
  shouldHaveFinished: (due) => dueBy(due, null, alone),
  refreshBy: (due) => dueBy(due, null, alone),
  shouldHaveRefreshed: (due, until) => dueBy(due, until, alone),
  ranOut: (due, grace, until) => mark({ says: "ran out", due, grace, until, alone }),
  wasValid: (until) => mark({ says: "valid", until, alone }),
});
const explanation: Words["explanation"] = {
  ...catalogues.en.explanation,
  completed: begun,
  completedAgain: begun,
  assigned: begun,
  startingOver: begun,
  within: (days) => mark({ says: "within", days }),
  repeated: (every) => mark({ says: "every", every, from: null }),
  weak: (every) => mark({ says: "every", every, from: null }),
  keptDay: (every, from) => mark({ says: "every", every, from }),
  fixedDays: mark({ says: "not told" }),
  issuer: (day) => mark({ says: "by", day }),
  spread: (days) => mark({ says: "earlier", days }),
  changed: (day, from, days) => counted(from ?? day, days ?? Number.NaN),
  changedCritically: (day, days) => (days === null ? mark({ says: "the day before", day }) : counted(day, days)),
  extended: () => mark({ says: "not told" }),
  returned: (day, days) => counted(day, days),
  policyChanged: () => mark({ says: "not told" }),
  paused: (_since, until, days) => (until === null ? "" : counted(until, days)),
  list: (clauses) => clauses.join(""),
  so: endings(false),
  alone: endings(true),
};
const words: Words = { ...catalogues.en, explanation };
const format = { ...formatsFor("en"), dayAndMonth: (day: string) => day };

function read(sentence: string): Mark[] {
  return [...sentence.matchAll(/\{.*\}$/gm)].map(([text]) => JSON.parse(text) as Mark);
}

const plus = (day: string, period: Interval, times = 1) => {
  const { years, months, weeks, days } = period;
  const added = { years: years * times, months: months * times, weeks: weeks * times, days: days * times };
  return Temporal.PlainDate.from(day).add(added, { overflow: "constrain" }).toString();
};
const whole = (count: number): Interval => ({ years: 0, months: 0, weeks: 0, days: count });

/** The days that each thing said gives by itself, the end of validity `until` among them; null: whatever was given. */
function sums(marks: readonly Mark[], told: string, until: string | null): (string | null)[] {
  const start = marks.findLast((one) => one.says === "begun");
  const on = start?.says === "begun" ? start.on : "";
  const spread = marks.reduce((sum, one) => sum + (one.says === "earlier" ? one.days : 0), 0);
  return marks.flatMap((one): (string | null)[] => {
    switch (one.says) {
      case "within":
        return [plus(on, whole(one.days))];
      case "every": {
        const times = Array.from({ length: one.from === null ? 1 : 80 }, (_, at) =>
          plus(plus(one.from ?? on, one.every, at + 1), whole(-spread)),
        );
        return [times.find((day) => day >= told) ?? times.at(-1) ?? ""];
      }
      case "counted":
        return [plus(one.from, whole(one.days))];
      case "by":
        // What moves a due date earlier moves no validity.
        return [one.day === until ? until : plus(one.day, whole(-spread))];
      case "the day before":
        return [plus(one.day, whole(-1))];
      case "not told":
        return [null];
      default:
        return [];
    }
  });
}

function faultsIn(marks: readonly Mark[]): string[] {
  return marks.flatMap((end): string[] => {
    if (end.says !== "due" && end.says !== "valid" && end.says !== "ran out") return [];
    const told = end.says === "valid" ? end.until : end.due;
    // A refresher that is late has two days in its sentence: each thing said gives the one or the other.
    const until = end.says === "due" ? end.until : null;
    const given = sums(marks, told, until);
    const days = [told, until];
    return [
      end.says === "ran out" && plus(end.due, whole(end.grace)) !== end.until ? "the grace" : "",
      given.some((day) => day !== null && !days.includes(day)) ? `${JSON.stringify(given)} for ${told}` : "",
      end.alone !== (given.length === 0) ? "the wrong ending" : "",
      end.says === "due" && end.alone ? "no reason" : "",
    ].filter(Boolean);
  });
}

describe("the days and periods of a sentence", patience, () => {
  it("add up to the date that it tells, to the person", () => {
    fc.assert(
      fc.property(stories, ({ policy, facts, today, spreadDays }) => {
        const telling: Telling = { words, format, today, voice: "you" };
        expect(faultsIn(read(explain(standing(policy, facts, today, { spreadDays }), telling)))).toEqual([]);
      }),
      runs,
    );
  });

  it("add up to the date that it tells, about the person, wherever the interval may be told", () => {
    fc.assert(
      fc.property(stories, ({ policy, facts, today, spreadDays }) => {
        const telling: Telling = { words, format, today, voice: "they" };
        const managed = forManager(standing(policy, facts, today, { spreadDays }));
        const faults = faultsIn(read(explain(managed, telling)));
        const hidden = managed.because.some((reason) => reason.code === "refresh-due" && reason.every === null);
        expect(faults.filter((fault) => !hidden || fault !== "no reason")).toEqual([]);
      }),
      runs,
    );
  });
});
