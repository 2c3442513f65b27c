/** From what is recorded of somebody to what a file says of them: which changes lead there. Pure, and none the second time. */
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import type { Employment, Stretch } from "#app/ledger/careers";
import type { NewPerson, PersonChange } from "#app/ledger/people";
import type { PeopleAction } from "./people-problem";

/** What a file says of somebody, places and manager found. What is missing stays as it is. */
export interface Wanted {
  /** From which day it holds. */
  readonly start: CivilDate;
  readonly employedFrom?: CivilDate;
  /** Null: none. */
  readonly lastDay?: CivilDate | null;
  readonly person: Partial<Omit<NewPerson, "id" | "zone">>;
  readonly employment: Partial<Employment>;
  readonly departmentId?: string;
}

/** What is recorded of somebody: in force, oldest first. */
export interface CurrentPerson {
  readonly id: string;
  readonly employeeNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly language: string;
  readonly employments: readonly Stretch<Employment>[];
  readonly memberships: readonly Stretch<string>[];
}

/** What becomes of somebody. */
export interface PersonPlan {
  readonly action: Extract<PeopleAction, "joins" | "rehires" | "moves" | "changes" | "leaves" | "stays" | "past">;
  readonly changes: readonly PersonChange[];
}

function holdsOn({ from, to }: Stretch<unknown>, on: CivilDate): boolean {
  return compareDates(from, on) <= 0 && (to === null || compareDates(on, to) <= 0);
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return compareDates(a, b) >= 0 ? a : b;
}

function described(current: CurrentPerson, wanted: Wanted["person"]): Partial<Omit<NewPerson, "id">> {
  const set: Record<string, string | null> = {};
  const keys = ["employeeNumber", "givenName", "familyName", "email", "language"] as const;
  for (const key of keys) {
    const value = wanted[key];
    if (value !== undefined && value !== current[key]) set[key] = value;
  }
  return set;
}

function complete(value: Partial<Employment>): Employment | null {
  const { entityId, siteId, kind = "employee", title = "", managerId = null } = value;
  return entityId === undefined || siteId === undefined ? null : { entityId, siteId, kind, title, managerId };
}

function same(a: Employment, b: Employment): boolean {
  return (
    a.entityId === b.entityId &&
    a.siteId === b.siteId &&
    a.kind === b.kind &&
    a.title === b.title &&
    a.managerId === b.managerId
  );
}

/** The last day of all rows; null: one has no end, undefined: there is none. */
function lastEnd(rows: readonly Stretch<unknown>[]): CivilDate | null | undefined {
  let end: CivilDate | null | undefined;
  for (const { to } of rows) {
    if (to === null) return null;
    if (end === undefined || end === null || compareDates(to, end) > 0) end = to;
  }
  return end;
}

/** Whether a change takes somebody's address away. */
export function removesAddress(change: PersonChange): boolean {
  return change.type === "described" && change.set.email === null;
}

/** Somebody who begins, or begins again: employed since the file says so, a member from the day it takes effect. */
function beginning(current: CurrentPerson, wanted: Wanted): PersonChange[] {
  const { employedFrom, start, departmentId, lastDay } = wanted;
  const before = current.employments.at(-1);
  const ended = lastEnd(current.employments);
  const isNewer = employedFrom !== undefined && (!ended || compareDates(employedFrom, ended) > 0);
  const from = isNewer ? employedFrom : start;
  const value = complete({ ...before?.value, ...wanted.employment });
  if (value === null) return [];
  const personId = current.id;
  const changes: PersonChange[] = [{ type: "employed", personId, from, ...value }];
  const department = departmentId ?? current.memberships.at(-1)?.value;
  // Nobody is late with what was asked before they were brought in: their membership begins now.
  if (department !== undefined) {
    changes.push({ type: "joins", personId, departmentId: department, from: later(start, from) });
  }
  if (lastDay) changes.push({ type: "leaves", personId, to: lastDay });
  return changes;
}

/** What changes of somebody who is employed on the day. */
function going(current: CurrentPerson, employment: Stretch<Employment>, wanted: Wanted): PersonChange[] {
  const { start, departmentId, lastDay } = wanted;
  const personId = current.id;
  const changes: PersonChange[] = [];
  const value: Employment = { ...employment.value, ...wanted.employment };
  if (!same(value, employment.value)) changes.push({ type: "employed", personId, from: start, ...value });
  const membership = current.memberships.find((row) => holdsOn(row, start));
  if (departmentId !== undefined && membership?.value !== departmentId) {
    changes.push({ type: "joins", personId, departmentId, from: start });
  }
  if (lastDay === undefined) return changes;
  const end = lastEnd(current.employments) ?? null;
  if (end === lastDay) return changes;
  if (end !== null && (lastDay === null || compareDates(end, lastDay) < 0)) changes.push({ type: "stays", personId });
  if (lastDay !== null) changes.push({ type: "leaves", personId, to: lastDay });
  return changes;
}

/** What has to change for somebody who is known. */
export function changesOf(current: CurrentPerson, wanted: Wanted): PersonPlan {
  const { start, lastDay } = wanted;
  const set = described(current, wanted.person);
  const first: PersonChange[] = Object.keys(set).length > 0 ? [{ type: "described", personId: current.id, set }] : [];
  const end = lastEnd(current.employments);
  if (lastDay && compareDates(lastDay, start) < 0) {
    const isOpen = end === null || (end !== undefined && compareDates(end, lastDay) > 0);
    if (!isOpen) return { action: first.length > 0 ? "changes" : "stays", changes: first };
    return { action: "leaves", changes: [...first, { type: "leaves", personId: current.id, to: lastDay }] };
  }
  const employment = current.employments.find((row) => holdsOn(row, start));
  if (!employment) {
    const changes = beginning(current, wanted);
    const hasWorked = current.employments.some(({ from }) => compareDates(from, start) < 0);
    return { action: hasWorked ? "rehires" : "joins", changes: [...first, ...changes] };
  }
  const changes = [...first, ...going(current, employment, wanted)];
  const has = (type: PersonChange["type"]) => changes.some((change) => change.type === type);
  const action = has("leaves") ? "leaves" : has("joins") ? "moves" : changes.length > 0 ? "changes" : "stays";
  return { action, changes };
}

/** Somebody whom nobody knew; they are known by `id` from then on. */
export function newcomer(id: string, wanted: Wanted & { readonly person: Omit<NewPerson, "id" | "zone"> }): PersonPlan {
  const current: CurrentPerson = { id, ...wanted.person, employments: [], memberships: [] };
  if (wanted.lastDay && compareDates(wanted.lastDay, wanted.start) < 0) return { action: "past", changes: [] };
  const person: NewPerson = { id, ...wanted.person, zone: null };
  return { action: "joins", changes: [{ type: "created", person }, ...beginning(current, wanted)] };
}

/** Somebody of whom a file that lists everybody says nothing: their last day is the day before it takes effect. */
export function leaver(current: CurrentPerson, start: CivilDate): PersonPlan {
  const to = addDays(start, -1);
  const end = lastEnd(current.employments);
  const isOpen = end === null || (end !== undefined && compareDates(end, to) > 0);
  if (!isOpen) return { action: "stays", changes: [] };
  return { action: "leaves", changes: [{ type: "leaves", personId: current.id, to }] };
}
