/**
 * A rule about people while somebody writes it: a tree of conditions and groups, as fields of a form that works without
 * script. A place in the tree is a path (`r`, `r.0`, `r.0.2`), and its fields are `item:r.0`, `value:r.0` and so on.
 */
import type { Audience, AudienceEmployment, AudienceRole, Condition } from "#app/domain/audience";
import { type CivilDate, isCivilDate } from "#app/domain/calendar";

export const conditionKinds = [
  "department",
  "role",
  "title",
  "site",
  "country",
  "entity",
  "employment",
  "employed",
  "manager",
  "responsibility",
] as const;
export type ConditionKind = (typeof conditionKinds)[number];

export interface ConditionPart {
  readonly kind: ConditionKind;
  readonly not: boolean;
  readonly values: readonly string[];
  /** Of a department: with what lies under it. */
  readonly below: boolean;
  /** Of a responsibility: also who stands in. */
  readonly deputies: boolean;
  readonly from: string;
  readonly until: string;
  /** Of a person: what is searched for. */
  readonly search: string;
}

export interface GroupPart {
  readonly kind: "all" | "any";
  readonly not: boolean;
  readonly parts: readonly RulePart[];
}

export type RulePart = ConditionPart | GroupPart;

export const root = "r";

/** Groups within groups within groups: so deep a rule can be made here. */
export const deepest = 4;
/** More than anybody writes. */
const mostParts = 200;

export function isGroup(part: RulePart): part is GroupPart {
  return part.kind === "all" || part.kind === "any";
}

export function emptyCondition(kind: ConditionKind): ConditionPart {
  return { kind, not: false, values: [], below: true, deputies: false, from: "", until: "", search: "" };
}

export const emptyRule: GroupPart = { kind: "all", not: false, parts: [] };

/** A rule that goes deeper, or has more parts, than a form can hold. */
export class RuleTooLarge extends Error {
  override readonly name = "RuleTooLarge";
}

const path = /^r(?:\.\d{1,3})+$/;

/**
 * The rule that a form holds, with what was picked and not yet added.
 *
 * @throws RuleTooLarge
 */
export function readRule(form: FormData): GroupPart {
  const places = [...form.keys()].flatMap((name) => (name.startsWith("item:") ? [name.slice("item:".length)] : []));
  if (places.length > mostParts) throw new RuleTooLarge("too many parts");
  if (places.some((place) => place.split(".").length - 1 > deepest + 1)) throw new RuleTooLarge("too deep");
  const known = new Set(places.filter((place) => path.test(place)));
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const group = (place: string): GroupPart => {
    const below = [...known].filter(
      (each) => each.startsWith(`${place}.`) && !each.slice(place.length + 1).includes("."),
    );
    below.sort((a, b) => Number(a.slice(a.lastIndexOf(".") + 1)) - Number(b.slice(b.lastIndexOf(".") + 1)));
    return {
      kind: text(`group:${place}`) === "any" ? "any" : "all",
      not: text(`not:${place}`) === "yes",
      parts: below.flatMap((each): RulePart[] => {
        const item = text(`item:${each}`);
        if (item === "group") return [group(each)];
        const kind = conditionKinds.find((candidate) => candidate === item);
        return kind === undefined ? [] : [condition(each, kind)];
      }),
    };
  };
  const condition = (place: string, kind: ConditionKind): ConditionPart => {
    const all = [...form.getAll(`value:${place}`), ...form.getAll(`pick:${place}`)];
    const values = all.flatMap((value) => (typeof value === "string" && value.trim() !== "" ? [value.trim()] : []));
    return {
      kind,
      not: text(`not:${place}`) === "yes",
      values: [...new Set(values)].slice(0, 1000),
      below: text(`below:${place}`) !== "no",
      deputies: text(`deputies:${place}`) === "yes",
      from: text(`from:${place}`),
      until: text(`until:${place}`),
      search: text(`search:${place}`).slice(0, 100),
    };
  };
  return group(root);
}

function changeAt(rule: GroupPart, place: string, change: (part: RulePart) => RulePart | null): GroupPart {
  const steps = place.split(".").slice(1).map(Number);
  const walk = (part: RulePart, left: readonly number[]): RulePart | null => {
    const [step, ...rest] = left;
    if (step === undefined) return change(part);
    if (!isGroup(part)) return part;
    return {
      ...part,
      parts: part.parts.flatMap((each, at) => {
        const kept = at === step ? walk(each, rest) : each;
        return kept === null ? [] : [kept];
      }),
    };
  };
  const changed = walk(rule, steps);
  return changed !== null && isGroup(changed) ? changed : emptyRule;
}

/** What a button of the form does to its rule: a word, a place, and for a value which one. */
export interface RuleEdit {
  readonly rule: GroupPart;
  /** The place that has the focus afterwards. */
  readonly focus: string;
  readonly said: "condition-added" | "group-added" | "removed" | "value-added" | "value-removed" | "searched";
}

/** Does what a button (`condition r`, `group r.0`, `remove r.1`, `value r.1`, `drop r.1 3`, `search r.1`) asks; else null. */
export function editRule(rule: GroupPart, asked: string, form: FormData): RuleEdit | null {
  const [word = "", place = "", which = ""] = asked.split(" ");
  if (place !== root && !path.test(place)) return null;
  const last = (changed: GroupPart) => {
    let length = 0;
    changeAt(changed, place, (part) => {
      length = isGroup(part) ? part.parts.length : 0;
      return part;
    });
    return `${place}.${Math.max(0, length - 1)}`;
  };
  const add = (part: RulePart) =>
    changeAt(rule, place, (group) => (isGroup(group) ? { ...group, parts: [...group.parts, part] } : group));
  switch (word) {
    case "condition": {
      const wanted = form.get(`add:${place}`);
      const kind = conditionKinds.find((candidate) => candidate === wanted) ?? "department";
      const changed = add(emptyCondition(kind));
      return { rule: changed, focus: last(changed), said: "condition-added" };
    }
    case "group": {
      if (place.split(".").length > deepest) return null;
      const changed = add({ kind: "any", not: false, parts: [] });
      return { rule: changed, focus: last(changed), said: "group-added" };
    }
    case "remove":
      return {
        rule: changeAt(rule, place, (part) => (place === root ? part : null)),
        focus: place.slice(0, place.lastIndexOf(".")) || root,
        said: "removed",
      };
    // What was picked is read as a value already.
    case "value":
      return { rule, focus: place, said: "value-added" };
    case "drop": {
      const changed = changeAt(rule, place, (part) =>
        isGroup(part) ? part : { ...part, values: part.values.filter((_, at) => at !== Number(which)) },
      );
      return { rule: changed, focus: place, said: "value-removed" };
    }
    case "search":
      return { rule, focus: place, said: "searched" };
    default:
      return null;
  }
}

function conditionOf({ kind, values, below, deputies, from, until }: ConditionPart): Condition {
  switch (kind) {
    case "department":
      return below ? { department: values } : { department: values, below: false };
    case "role":
      return { role: values as AudienceRole[] };
    case "employment":
      return { employment: values as AudienceEmployment[] };
    case "employed":
      return {
        employed: {
          ...(isCivilDate(from) ? { from: from as CivilDate } : {}),
          ...(isCivilDate(until) ? { until: until as CivilDate } : {}),
        },
      };
    case "responsibility":
      return deputies ? { responsibility: values, deputies: true } : { responsibility: values };
    case "title":
      return { title: values };
    case "site":
      return { site: values };
    case "country":
      return { country: values };
    case "entity":
      return { entity: values };
    case "manager":
      return { manager: values };
  }
}

/** Whether something is chosen in a condition. */
function isComplete({ kind, values, from, until }: ConditionPart): boolean {
  return kind === "employed" ? from !== "" || until !== "" : values.length > 0;
}

/** The audience that a rule means; what says nothing yet is left out: conditions of nothing, groups without parts. */
export function audienceOf(rule: RulePart): Audience | null {
  if (!isGroup(rule)) {
    if (!isComplete(rule)) return null;
    return rule.not ? { not: conditionOf(rule) } : conditionOf(rule);
  }
  const parts = rule.parts.flatMap((part) => audienceOf(part) ?? []);
  const [first] = parts;
  // The opposite of a group that says nothing is nobody.
  if (first === undefined) return rule.not && rule.parts.length === 0 ? { any: [] } : null;
  const whole: Audience = parts.length === 1 ? first : rule.kind === "all" ? { all: parts } : { any: parts };
  return rule.not ? { not: whole } : whole;
}

/** An audience as a rule that can be changed. */
export function ruleOf(audience: Audience): GroupPart {
  const part = partOf(audience);
  if (part === null) return emptyRule;
  return isGroup(part) && !part.not ? part : { kind: "all", not: false, parts: [part] };
}

const nobody: GroupPart = { ...emptyRule, not: true };

/** Null: everybody. */
function partOf(audience: Audience): RulePart | null {
  if ("everyone" in audience) return null;
  if ("departments" in audience) return { ...emptyCondition("department"), values: audience.departments };
  if ("not" in audience) {
    const part = partOf(audience.not);
    if (part === null) return nobody;
    return part === nobody ? null : { ...part, not: !part.not };
  }
  if ("all" in audience) return groupOf("all", audience.all);
  if ("any" in audience) return groupOf("any", audience.any);
  if ("employed" in audience) {
    const { from = "", until = "" } = audience.employed;
    return { ...emptyCondition("employed"), from, until };
  }
  if ("department" in audience) {
    return { ...emptyCondition("department"), values: audience.department, below: audience.below !== false };
  }
  if ("responsibility" in audience) {
    const { responsibility: values, deputies = false } = audience;
    return { ...emptyCondition("responsibility"), values, deputies };
  }
  for (const kind of conditionKinds) {
    if (kind in audience) {
      const values = (audience as Readonly<Record<string, readonly string[]>>)[kind] ?? [];
      return { ...emptyCondition(kind), values };
    }
  }
  return null;
}

/** A group without the parts that say nothing in it; one that decides it alone stands for it. */
function groupOf(kind: GroupPart["kind"], audiences: readonly Audience[]): RulePart | null {
  const [neutral, decisive] = kind === "all" ? [null, nobody] : [nobody, null];
  const all = audiences.map(partOf);
  if (all.includes(decisive)) return decisive;
  const parts = all.flatMap((part) => (part === neutral || part === null ? [] : [part]));
  return parts.length === 0 ? neutral : { kind, not: false, parts };
}
