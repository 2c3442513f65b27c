/** Whom a requirement obliges, and when: from circumstances and requirements to assignment events. */
import { addDays, type CivilDate, compareDates } from "./calendar";
import { folded } from "./folded";

/** What `module.yaml` can say: everyone who works here, or the people of some departments with what lies under them. */
export type ContentAudience = { readonly everyone: true } | { readonly departments: readonly string[] };

/** The roles that a rule can name; everyone who works here is an employee besides. */
export type AudienceRole = "manager" | "trainer" | "hr" | "administrator" | "auditor";

export type AudienceEmployment = "employee" | "temporary" | "contractor";

/** One thing that a rule asks of somebody on a day. Lists are alternatives: one of them is enough. */
export type Condition =
  /** Belongs to one of these departments; with `below` false to the very department, else also to what lies under it. */
  | { readonly department: readonly string[]; readonly below?: boolean }
  | { readonly role: readonly AudienceRole[] }
  /** What they are employed as, capitals and accents aside. */
  | { readonly title: readonly string[] }
  | { readonly site: readonly string[] }
  /** ISO 3166-1 alpha-2 codes of the site, or else of its entity. */
  | { readonly country: readonly string[] }
  | { readonly entity: readonly string[] }
  | { readonly employment: readonly AudienceEmployment[] }
  /** Their employment, changes of it aside, began on one of these days or between them. */
  | { readonly employed: { readonly from?: CivilDate; readonly until?: CivilDate } }
  /** Reports to one of these people. */
  | { readonly manager: readonly string[] }
  /** Holds one of these responsibilities; with `deputies` also who stands in. */
  | { readonly responsibility: readonly string[]; readonly deputies?: boolean };

/** Whom a requirement obliges: a rule of conditions. */
export type Audience =
  | ContentAudience
  | Condition
  | { readonly all: readonly Audience[] }
  | { readonly any: readonly Audience[] }
  | { readonly not: Audience };

/** Somebody's employment on a day. */
export interface EmploymentCircumstances {
  readonly entity: string;
  readonly site: string;
  readonly country: string;
  readonly kind: AudienceEmployment;
  readonly title: string;
  readonly manager: string | null;
  /** First day of it, changes of it aside. */
  readonly since: CivilDate;
}

/** What a rule can ask about somebody on a day on which they belong to a department. */
export interface Circumstances {
  /** The department and all above it, nearest first. */
  readonly departments: readonly string[];
  readonly employment: EmploymentCircumstances | null;
  readonly roles: readonly AudienceRole[];
  readonly responsibilities: readonly { readonly id: string; readonly deputy: boolean }[];
}

/** Circumstances that hold from a day to another; `to` is the last day, null: without end. */
export interface CircumstanceSpan extends Circumstances {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** A requirement's time; `to` is the last day, null: without end. */
export interface RequirementSpan {
  readonly id: string;
  readonly audience: Audience;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** A requirement begins or ceases to oblige a person on a day. */
export interface AssignmentEvent {
  readonly requirementId: string | null;
  readonly event: "begins" | "ends";
  readonly on: CivilDate;
}

/** Whether a department, given with all above it, belongs to what `module.yaml` says. */
export function isForDepartments(audience: ContentAudience, departments: readonly string[]): boolean {
  return "everyone" in audience || audience.departments.some((id) => departments.includes(id));
}

/** Whether somebody in these circumstances belongs to an audience. */
export function isInAudience(audience: Audience, now: Circumstances): boolean {
  if ("everyone" in audience || "departments" in audience) return isForDepartments(audience, now.departments);
  if ("all" in audience) return audience.all.every((part) => isInAudience(part, now));
  if ("any" in audience) return audience.any.some((part) => isInAudience(part, now));
  if ("not" in audience) return !isInAudience(audience.not, now);
  return meets(audience, now);
}

function meets(condition: Condition, { departments, employment, roles, responsibilities }: Circumstances): boolean {
  if ("department" in condition) {
    if (condition.below === false) return condition.department.includes(departments[0] ?? "");
    return condition.department.some((id) => departments.includes(id));
  }
  if ("role" in condition) return condition.role.some((role) => roles.includes(role));
  if ("responsibility" in condition) {
    return responsibilities.some(
      ({ id, deputy }) => condition.responsibility.includes(id) && (!deputy || condition.deputies === true),
    );
  }
  if (employment === null) return false;
  if ("title" in condition) return condition.title.some((title) => folded(title) === folded(employment.title));
  if ("site" in condition) return condition.site.includes(employment.site);
  if ("country" in condition) return condition.country.includes(employment.country);
  if ("entity" in condition) return condition.entity.includes(employment.entity);
  if ("employment" in condition) return condition.employment.includes(employment.kind);
  if ("manager" in condition) return employment.manager !== null && condition.manager.includes(employment.manager);
  const { from, until } = condition.employed;
  return (
    (from === undefined || compareDates(employment.since, from) >= 0) &&
    (until === undefined || compareDates(employment.since, until) <= 0)
  );
}

/** Something that holds from a day to another; `to` is the last day, null: without end. */
export interface Dated<Value> {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly value: Value;
}

/** What is recorded of where somebody works, as what, and what they answer for. */
export interface Career {
  /** Departments with all above them, nearest first; at most one on a day. */
  readonly memberships: readonly Dated<readonly string[]>[];
  readonly employments: readonly Dated<Omit<EmploymentCircumstances, "since">>[];
  readonly roles: readonly Dated<AudienceRole>[];
  readonly responsibilities: readonly Dated<{ readonly id: string; readonly deputy: boolean }>[];
}

function holdsOn({ from, to }: Dated<unknown>, on: CivilDate): boolean {
  return compareDates(from, on) <= 0 && (to === null || compareDates(on, to) <= 0);
}

/** First day of the unbroken row of employments that ends with this one. */
function sinceOf(employments: Career["employments"], one: Career["employments"][number]): CivilDate {
  let since = one.from;
  for (let found = true; found; ) {
    found = false;
    for (const { from, to } of employments) {
      if (compareDates(from, since) < 0 && (to === null || compareDates(addDays(to, 1), since) >= 0)) {
        since = from;
        found = true;
      }
    }
  }
  return since;
}

/** Somebody's circumstances by day, oldest first: only of days on which they belong to a department. */
export function circumstances(career: Career): CircumstanceSpan[] {
  const spans: CircumstanceSpan[] = [];
  const rest = [...career.employments, ...career.roles, ...career.responsibilities];
  for (const membership of [...career.memberships].sort((a, b) => compareDates(a.from, b.from))) {
    const starts = new Set<CivilDate>([membership.from]);
    for (const { from, to } of rest) {
      for (const day of to === null ? [from] : [from, addDays(to, 1)]) {
        if (compareDates(day, membership.from) > 0 && holdsOn(membership, day)) starts.add(day);
      }
    }
    const days = [...starts].sort(compareDates);
    for (const [index, from] of days.entries()) {
      const next = days[index + 1];
      const employment = career.employments.findLast((one) => holdsOn(one, from));
      spans.push({
        from,
        to: next === undefined ? membership.to : addDays(next, -1),
        departments: membership.value,
        employment: employment ? { ...employment.value, since: sinceOf(career.employments, employment) } : null,
        roles: career.roles.filter((one) => holdsOn(one, from)).map((one) => one.value),
        responsibilities: career.responsibilities.filter((one) => holdsOn(one, from)).map((one) => one.value),
      });
    }
  }
  return spans;
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return compareDates(a, b) >= 0 ? a : b;
}

function earlierEnd(a: CivilDate | null, b: CivilDate | null): CivilDate | null {
  if (a === null) return b;
  if (b === null) return a;
  return compareDates(a, b) <= 0 ? a : b;
}

/**
 * The events that somebody's circumstances and the requirements imply, also for days to come. A change within an audience
 * ends nothing: only a day outside it does.
 *
 * @param spans oldest first, as `circumstances` gives them
 */
export function impliedEvents(
  spans: readonly CircumstanceSpan[],
  requirements: readonly RequirementSpan[],
): AssignmentEvent[] {
  const events: AssignmentEvent[] = [];
  for (const requirement of requirements) {
    const obliged: { from: CivilDate; to: CivilDate | null }[] = [];
    for (const span of spans) {
      if (!isInAudience(requirement.audience, span)) continue;
      const from = later(span.from, requirement.from);
      const to = earlierEnd(span.to, requirement.to);
      if (to !== null && compareDates(to, from) < 0) continue;
      const last = obliged.at(-1);
      if (last && (last.to === null || compareDates(addDays(last.to, 1), from) >= 0)) {
        last.to = last.to === null || to === null ? null : later(last.to, to);
      } else {
        obliged.push({ from, to });
      }
    }
    for (const { from, to } of obliged) {
      events.push({ requirementId: requirement.id, event: "begins", on: from });
      if (to !== null) events.push({ requirementId: requirement.id, event: "ends", on: addDays(to, 1) });
    }
  }
  return events;
}

/** From which days on somebody is assigned or not, whatever the number of requirements behind it (rule 12). */
export function assignedChanges(
  events: readonly AssignmentEvent[],
): { readonly on: CivilDate; readonly assigned: boolean; readonly requirements: readonly string[] }[] {
  const days = [...new Set(events.map((event) => event.on))].sort(compareDates);
  const active = new Map<string, number>();
  const changes: { on: CivilDate; assigned: boolean; requirements: string[] }[] = [];
  for (const on of days) {
    for (const event of events) {
      if (event.on !== on) continue;
      const key = event.requirementId ?? "";
      const count = (active.get(key) ?? 0) + (event.event === "begins" ? 1 : -1);
      if (count > 0) active.set(key, count);
      else active.delete(key);
    }
    changes.push({ on, assigned: active.size > 0, requirements: [...active.keys()].filter((key) => key !== "") });
  }
  return changes;
}
