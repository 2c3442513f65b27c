/** Whom a requirement obliges, and when: from memberships and requirements to assignment events. */
import { addDays, type CivilDate, compareDates } from "./calendar";

/** Everyone who works here, or the people of some departments with what lies under them. */
export type Audience = { readonly everyone: true } | { readonly departments: readonly string[] };

/** A person's time in a department; `to` is the last day, null: without end. */
export interface MembershipSpan {
  /** The department and all above it. */
  readonly departments: readonly string[];
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

/** Whether a department, given with all above it, belongs to an audience. */
export function isInAudience(audience: Audience, departments: readonly string[]): boolean {
  if ("everyone" in audience) return true;
  return audience.departments.some((id) => departments.includes(id));
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
 * The events that a person's memberships and the requirements imply, also for days to come. Moving between departments
 * of one audience ends nothing: only a day outside it does.
 */
export function impliedEvents(
  memberships: readonly MembershipSpan[],
  requirements: readonly RequirementSpan[],
): AssignmentEvent[] {
  const inOrder = [...memberships].sort((a, b) => compareDates(a.from, b.from));
  const events: AssignmentEvent[] = [];
  for (const requirement of requirements) {
    const spans: { from: CivilDate; to: CivilDate | null }[] = [];
    for (const membership of inOrder) {
      if (!isInAudience(requirement.audience, membership.departments)) continue;
      const from = later(membership.from, requirement.from);
      const to = earlierEnd(membership.to, requirement.to);
      if (to !== null && compareDates(to, from) < 0) continue;
      const last = spans.at(-1);
      if (last && (last.to === null || compareDates(addDays(last.to, 1), from) >= 0)) {
        last.to = last.to === null || to === null ? null : later(last.to, to);
      } else {
        spans.push({ from, to });
      }
    }
    for (const span of spans) {
      events.push({ requirementId: requirement.id, event: "begins", on: span.from });
      if (span.to !== null) events.push({ requirementId: requirement.id, event: "ends", on: addDays(span.to, 1) });
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
