import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  audienceOf,
  deepest,
  editRule,
  emptyRule,
  isGroup,
  type RulePart,
  RuleTooLarge,
  readRule,
  root,
  ruleOf,
} from "#app/administering/requirements/rule-form";
import type { Audience } from "#app/domain/audience";
import { civilDate, parsePeriod } from "#app/domain/calendar";
import { shorteningFaults } from "#app/domain/requirement";
import { simplified } from "#app/words/audience-told";
import { audiences } from "#tests/support/changing-company";

/** A rule as the fields that its form would send. */
function fieldsOf(rule: RulePart, place = root): FormData {
  const form = new FormData();
  const write = (part: RulePart, at: string) => {
    if (part.not) form.append(`not:${at}`, "yes");
    if (isGroup(part)) {
      if (at !== root) form.append(`item:${at}`, "group");
      form.append(`group:${at}`, part.kind);
      for (const [index, each] of part.parts.entries()) write(each, `${at}.${index}`);
      return;
    }
    form.append(`item:${at}`, part.kind);
    for (const value of part.values) form.append(`value:${at}`, value);
    if (part.below) form.append(`below:${at}`, "yes");
    form.append(`below:${at}`, "no");
    if (part.deputies) form.append(`deputies:${at}`, "yes");
    form.append(`from:${at}`, part.from);
    form.append(`until:${at}`, part.until);
  };
  write(rule, place);
  return form;
}

const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};

/** What an audience says, without what need not be said: `below` is so unless it is not. */
function plain(audience: Audience): unknown {
  const without = (key: string, value: unknown) =>
    (key === "below" && value === true) || (key === "deputies" && value === false) ? undefined : value;
  return JSON.parse(JSON.stringify(simplified(audience), without));
}

function depthOf(part: RulePart): number {
  return isGroup(part) ? 1 + Math.max(0, ...part.parts.map(depthOf)) : 0;
}

describe("the form of a rule", () => {
  it("means the same after it was shown, sent and read", () => {
    let compared = 0;
    fc.assert(
      fc.property(audiences, (audience) => {
        const rule = ruleOf(audience);
        fc.pre(depthOf(rule) <= deepest);
        compared += 1;
        const read = audienceOf(readRule(fieldsOf(rule))) ?? { everyone: true as const };
        expect(plain(read)).toEqual(plain(audience));
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it("takes what was picked and not yet added, each value once", () => {
    const sent = form({ "item:r.0": "department", "value:r.0": "a", "pick:r.0": "b", "below:r.0": "no" });
    sent.append("value:r.0", "a");
    expect(audienceOf(readRule(sent))).toEqual({ department: ["a", "b"], below: false });
  });

  it("adds, removes and drops at the place that is asked for", () => {
    const one = editRule(emptyRule, "condition r", form({ "add:r": "role" }));
    expect(one).toMatchObject({ focus: "r.0", said: "condition-added", rule: { parts: [{ kind: "role" }] } });
    const two = editRule(one?.rule ?? emptyRule, "group r", form({}));
    const three = editRule(two?.rule ?? emptyRule, "condition r.1", form({ "add:r.1": "site" }));
    expect(three).toMatchObject({ focus: "r.1.0", rule: { parts: [{ kind: "role" }, { parts: [{ kind: "site" }] }] } });
    const four = editRule(three?.rule ?? emptyRule, "remove r.0", form({}));
    expect(four).toMatchObject({ focus: "r", said: "removed", rule: { parts: [{ parts: [{ kind: "site" }] }] } });
    const valued = readRule(form({ "item:r.0": "title", "value:r.0": "Vd", "pick:r.0": "Chef" }));
    expect(audienceOf(editRule(valued, "drop r.0 0", form({}))?.rule ?? emptyRule)).toEqual({ title: ["Chef"] });
  });

  it.each(["", "try", "save", "condition", "remove x", "remove r.", "drop r.a 1", "condition r/0", "shout r"])(
    "does nothing for %j",
    (asked) => {
      expect(editRule(emptyRule, asked, form({}))).toBeNull();
    },
  );

  it("refuses what goes too deep or on too long", () => {
    const deep = form({ [`item:r${".0".repeat(50)}`]: "group" });
    expect(() => readRule(deep)).toThrow(RuleTooLarge);
    const long = new FormData();
    for (let at = 0; at < 300; at += 1) long.append(`item:r.${at}`, "role");
    expect(() => readRule(long)).toThrow(RuleTooLarge);
    let rule = emptyRule;
    let place = root;
    for (let depth = 0; depth < deepest; depth += 1) {
      const edit = editRule(rule, `group ${place}`, form({}));
      rule = edit?.rule ?? emptyRule;
      place = edit?.focus ?? "";
    }
    expect(depthOf(rule)).toBe(deepest + 1);
    expect(editRule(rule, `group ${place}`, form({}))).toBeNull();
  });

  it("leaves out what says nothing yet", () => {
    expect(audienceOf(readRule(form({ "item:r.0": "role", "item:r.1": "group", "item:r.2": "employed" })))).toBeNull();
    const whole: Audience = { employed: { from: civilDate("2026-01-01") } };
    expect(audienceOf(readRule(form({ "item:r.0": "employed", "from:r.0": "2026-01-01" })))).toEqual(whole);
  });
});

describe("a requirement that asks for less time", () => {
  const yearly = { due: parsePeriod("P30D"), refresh: { every: parsePeriod("P1Y"), window: parsePeriod("P30D") } };
  const weak = { refresh: { ...yearly.refresh, weak: { below: 0.8, every: parsePeriod("P6M") } } };
  const fixed = { refresh: { anchor: "calendar" as const, on: ["03-31"] } };
  it.each([
    ["nothing", yearly, null, null, []],
    ["both shorter", yearly, "P14D", "P6M", []],
    ["the same time", yearly, "P30D", "P12M", ["due-not-shorter", "every-not-shorter"]],
    ["more time than the default", {}, "P31D", null, ["due-not-shorter"]],
    ["no refreshers", {}, null, "P6M", ["every-without-refresher"]],
    ["fixed days", fixed, null, "P6M", ["every-on-fixed-days"]],
    ["no longer than the window", yearly, null, "P30D", ["every-refused"]],
    ["less than after a weak score", weak, null, "P5M", ["every-refused"]],
  ] as const)("%s", (_name, policy, due, every, faults) => {
    const asked = { due: due === null ? null : parsePeriod(due), every: every === null ? null : parsePeriod(every) };
    expect(shorteningFaults(policy, asked)).toEqual(faults);
  });
});
