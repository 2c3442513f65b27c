/** Gathers what the projection of some keys needs, in a few queries whatever their number. */
import { type CivilDate, compareDates, parsePeriod } from "#app/domain/calendar";
import type { Parsed } from "#app/domain/faults";
import { type Policy, parsePolicy } from "#app/domain/policy";
import type { Reader } from "#db/connect";
import { type FactRows, loadFacts, loadModuleFacts } from "#db/queries/facts";
import { findOrganisation } from "#db/queries/organisation";
import type { ModuleFacts, PersonalFacts } from "./assemble";

/** One person's standing with one module. */
export interface Key {
  readonly personId: string;
  readonly moduleId: string;
}

/** Where somebody belonged, oldest first; a gap has no entry. */
export interface Belonging {
  readonly departmentId: string;
  readonly from: CivilDate;
  /** The last day; null: without end. */
  readonly to: CivilDate | null;
}

/** What is known of a person besides facts about modules. */
export interface PersonContext {
  readonly belongings: readonly Belonging[];
  /** The zone by day: from this day on, oldest first. The first holds for all days before it too. */
  readonly zones: readonly { readonly from: CivilDate | null; readonly zone: string }[];
}

export interface Gathered {
  module(moduleId: string): ModuleFacts;
  personal(key: Key): PersonalFacts;
  person(personId: string): PersonContext;
}

/** Items by key, in the order in which they come. */
export function group<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = groups.get(key);
    if (list) list.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Texts of policies repeat for everybody; one object for each text lets the core prepare it once. */
const parsedPolicies = new Map<string, Policy>();

/** A policy kept as JSON by us. */
export function readPolicy(text: string): Policy {
  const known = parsedPolicies.get(text);
  if (known) return known;
  const parsed: Parsed<Policy> = parsePolicy(JSON.parse(text));
  if (!parsed.ok)
    throw new Error(`A stored policy is not one: ${parsed.faults.map((fault) => fault.message).join("; ")}`);
  parsedPolicies.set(text, parsed.value);
  return parsed.value;
}

function day(text: string): CivilDate {
  // Written by us from a checked date: not checked again for each of millions.
  return text as CivilDate;
}

function dayOrNull(text: string | null): CivilDate | null {
  return text === null ? null : day(text);
}

const nothing: readonly never[] = [];

function contextOf(personId: string, grouped: Grouped, organisationZone: string): PersonContext {
  const own = grouped.zones.get(personId)?.[0]?.zone ?? null;
  const employments = grouped.employments.get(personId) ?? nothing;
  const zones: { from: CivilDate | null; zone: string }[] = [];
  if (own !== null) zones.push({ from: null, zone: own });
  else {
    for (const employment of employments) {
      if (zones.at(-1)?.zone !== employment.zone) {
        zones.push({ from: zones.length === 0 ? null : day(employment.from_on), zone: employment.zone });
      }
    }
    if (zones.length === 0) zones.push({ from: null, zone: organisationZone });
  }
  const belongings = (grouped.memberships.get(personId) ?? nothing).map((membership) => ({
    departmentId: membership.department_id,
    from: day(membership.from_on),
    to: dayOrNull(membership.to_on),
  }));
  return { belongings, zones };
}

interface Grouped {
  readonly zones: Map<string, FactRows["zones"][number][]>;
  readonly employments: Map<string, FactRows["employments"][number][]>;
  readonly memberships: Map<string, FactRows["memberships"][number][]>;
}

const keyText = (personId: string, moduleId: string) => `${personId}\n${moduleId}`;

/** Everything the projection of `keys` reads. `asKnownAt` (UTC ISO): as it was known then. */
export async function gather(db: Reader, keys: readonly Key[], asKnownAt?: string): Promise<Gathered> {
  const people = [...new Set(keys.map((key) => key.personId))];
  const modules = [...new Set(keys.map((key) => key.moduleId))];
  const rows = await loadFacts(db, people, modules, asKnownAt);
  const moduleRows = await loadModuleFacts(db, modules, asKnownAt);
  const organisation = await findOrganisation(db);
  const organisationZone = organisation?.zone ?? "UTC";

  const byKey = <Item extends { person_id: string; module_id: string }>(items: readonly Item[]) =>
    group(items, (item) => keyText(item.person_id, item.module_id));
  const assignments = byKey(rows.assignments);
  const completions = byKey(rows.completions);
  const extensions = byKey(rows.extensions);
  const byPerson = <Item extends { person_id: string }>(items: readonly Item[]) =>
    group(items, (item) => item.person_id);
  const absences = byPerson(rows.absences);
  const grouped: Grouped = {
    zones: byPerson(rows.zones),
    employments: byPerson(rows.employments),
    memberships: byPerson(rows.memberships),
  };
  const policies = group(moduleRows.policies, (row) => row.module_id);
  const revisions = group(moduleRows.revisions, (row) => row.module_id);
  const shortenings = group(moduleRows.shortenings, (row) => row.module_id);

  const moduleFacts = new Map<string, ModuleFacts>(
    modules.map((moduleId) => [
      moduleId,
      {
        policies: (policies.get(moduleId) ?? nothing).map((row) => ({
          on: day(row.changed_on),
          policy: readPolicy(row.policy),
        })),
        revisions: (revisions.get(moduleId) ?? nothing).map((row) => ({
          number: row.number,
          on: day(row.published_on),
          change: row.change,
          within: row.within === null ? null : parsePeriod(row.within),
        })),
        shortenings: new Map(
          (shortenings.get(moduleId) ?? nothing).map((row) => [
            row.id,
            {
              due: row.due === null ? null : parsePeriod(row.due),
              every: row.every === null ? null : parsePeriod(row.every),
            },
          ]),
        ),
      },
    ]),
  );
  const contexts = new Map<string, PersonContext>();

  return {
    module(moduleId) {
      const facts = moduleFacts.get(moduleId);
      if (!facts) throw new Error(`The module ${moduleId} was not gathered`);
      return facts;
    },
    personal({ personId, moduleId }) {
      const key = keyText(personId, moduleId);
      return {
        events: (assignments.get(key) ?? nothing).map((row) => ({
          requirementId: row.requirement_id,
          event: row.event,
          on: day(row.happened_on),
        })),
        completions: (completions.get(key) ?? nothing).map((row) => ({
          on: day(row.completed_on),
          kind: row.kind,
          revision: row.revision,
          score: row.score,
          expires: dayOrNull(row.expires_on),
        })),
        absences: (absences.get(personId) ?? nothing)
          .filter((row) => row.module_id === null || row.module_id === moduleId)
          .map((row) => ({ kind: row.kind, from: day(row.from_on), until: dayOrNull(row.until_on) })),
        extensions: (extensions.get(key) ?? nothing).map((row) => ({ on: day(row.given_on), due: day(row.due_on) })),
      };
    },
    person(personId) {
      let context = contexts.get(personId);
      if (!context) {
        context = contextOf(personId, grouped, organisationZone);
        contexts.set(personId, context);
      }
      return context;
    },
  };
}

/** The department of somebody on a day: the membership of that day, or the last before it, or the first ever. */
export function departmentOn(context: PersonContext, on: CivilDate): string | null {
  return departmentBy(context, on) ?? context.belongings[0]?.departmentId ?? null;
}

/** The department that somebody belonged to on a day or last before it; null before the first. */
export function departmentBy(context: PersonContext, on: CivilDate): string | null {
  let found: string | null = null;
  for (const belonging of context.belongings) {
    if (compareDates(belonging.from, on) <= 0) found = belonging.departmentId;
  }
  return found;
}

/** The IANA zone in which somebody's days are reckoned on a day. */
export function zoneOn(context: PersonContext, on: CivilDate): string {
  let found = context.zones[0]?.zone ?? "UTC";
  for (const entry of context.zones) if (entry.from === null || compareDates(entry.from, on) <= 0) found = entry.zone;
  return found;
}

/** A department's or zone's change still to come, as the first day of it; null: none. */
export function nextContextChange(context: PersonContext, today: CivilDate): CivilDate | null {
  let next: CivilDate | null = null;
  const consider = (on: CivilDate | null) => {
    if (on !== null && compareDates(on, today) > 0 && (next === null || compareDates(on, next) < 0)) next = on;
  };
  for (const belonging of context.belongings) consider(belonging.from);
  for (const entry of context.zones) consider(entry.from);
  return next;
}
