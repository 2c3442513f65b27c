/** From rows of the database to the facts that the pure core reads: for one person and one module. */
import { type AssignmentEvent, assignedChanges } from "#app/domain/audience";
import { addPeriod, type CivilDate, civilDate, compareDates, type Period } from "#app/domain/calendar";
import type { Change, Fact } from "#app/domain/facts";
import type { Policy } from "#app/domain/policy";

/** What is the same for everybody who has a module. */
export interface ModuleFacts {
  /** The policy it began with, and its changes by day, oldest first. */
  readonly policies: readonly { readonly on: CivilDate; readonly policy: Policy }[];
  readonly revisions: readonly {
    readonly number: number;
    readonly on: CivilDate;
    readonly change: Change;
    readonly within: Period | null;
  }[];
  /** Requirements that shorten a period, by id. */
  readonly shortenings: ReadonlyMap<string, { readonly due: Period | null; readonly every: Period | null }>;
}

/** What was recorded about one person and one module, withdrawn facts left out. */
export interface PersonalFacts {
  readonly events: readonly AssignmentEvent[];
  readonly completions: readonly {
    readonly on: CivilDate;
    readonly kind: "module" | "refresher" | "imported";
    readonly revision: number;
    readonly score: number | null;
    readonly expires: CivilDate | null;
  }[];
  readonly absences: readonly {
    readonly kind: "leave" | "exemption";
    readonly from: CivilDate;
    readonly until: CivilDate | null;
  }[];
  readonly extensions: readonly { readonly on: CivilDate; readonly due: CivilDate }[];
}

/** The policy and the facts, as `standing` takes them. */
export interface Assembled {
  readonly policy: Policy;
  readonly facts: readonly Fact[];
  /** Whether anybody ever required it of this person, on or before any day. */
  readonly firstAssignedOn: CivilDate | null;
}

const someDay = civilDate("2025-01-01");

function shorter(a: Period, b: Period): Period {
  return compareDates(addPeriod(someDay, a), addPeriod(someDay, b)) <= 0 ? a : b;
}

/** Policies with shorter periods, by those periods: one object for each lets the core prepare it once. */
const shorterPolicies = new WeakMap<Policy, Map<string, Policy>>();
/** What was worked out for the requirements of a module, by the ids of those in force. */
const workedOut = new WeakMap<ModuleFacts["shortenings"], WeakMap<Policy, Map<string, Policy>>>();

function within<Key extends object, Value>(map: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** A policy with the shortest `due` and `every` of the requirements in force (rule 12). */
function shortened(policy: Policy, requirements: readonly string[], module: ModuleFacts): Policy {
  if (module.shortenings.size === 0) return policy;
  const known = within(
    within(workedOut, module.shortenings, () => new WeakMap<Policy, Map<string, Policy>>()),
    policy,
    () => new Map<string, Policy>(),
  );
  const ids = requirements.join();
  let found = known.get(ids);
  if (found === undefined) {
    found = shortenedBy(policy, requirements, module);
    known.set(ids, found);
  }
  return found;
}

function shortenedBy(policy: Policy, requirements: readonly string[], module: ModuleFacts): Policy {
  let due = policy.due;
  let refresh = policy.refresh;
  for (const id of requirements) {
    const shortening = module.shortenings.get(id);
    if (!shortening) continue;
    if (shortening.due) due = due ? shorter(due, shortening.due) : shortening.due;
    if (shortening.every && refresh && refresh.anchor !== "calendar") {
      refresh = { ...refresh, every: shorter(refresh.every, shortening.every) };
    }
  }
  if (due === policy.due && refresh === policy.refresh) return policy;
  const made = { ...policy, ...(due ? { due } : {}), ...(refresh ? { refresh } : {}) };
  const all = within(shorterPolicies, policy, () => new Map<string, Policy>());
  const text = JSON.stringify(made);
  const known = all.get(text);
  if (known === undefined) all.set(text, made);
  return known ?? made;
}

/** Puts together what the pure core needs. */
export function assemble(module: ModuleFacts, personal: PersonalFacts): Assembled {
  const facts: Fact[] = [];
  const changes = assignedChanges(personal.events);
  let assigned = false;
  let firstAssignedOn: CivilDate | null = null;
  for (const change of changes) {
    if (change.assigned === assigned) continue;
    assigned = change.assigned;
    if (assigned) firstAssignedOn ??= change.on;
    facts.push({ type: assigned ? "assigned" : "unassigned", on: change.on });
  }
  const policy = policies(module, changes, facts);
  for (const revision of module.revisions) {
    // The first revision changes nothing that anybody knew.
    if (revision.number <= 1) continue;
    facts.push({
      type: "revised",
      on: revision.on,
      revision: revision.number,
      change: revision.change,
      ...(revision.within ? { within: revision.within } : {}),
    });
  }
  for (const completion of personal.completions) {
    facts.push({
      type: "completed",
      on: completion.on,
      revision: completion.revision,
      ...(completion.score === null ? {} : { score: completion.score }),
      ...(completion.expires === null ? {} : { expires: completion.expires }),
    });
  }
  for (const absence of personal.absences) {
    facts.push({ type: absence.kind === "leave" ? "leave" : "exempted", from: absence.from, until: absence.until });
  }
  for (const extension of personal.extensions) facts.push({ type: "extended", on: extension.on, due: extension.due });
  return { policy, facts, firstAssignedOn };
}

const noPolicy: Policy = {};

/** Adds the changes of policy to the facts and gives the one that held before them. */
function policies(module: ModuleFacts, changes: ReturnType<typeof assignedChanges>, facts: Fact[]): Policy {
  const own = module.policies;
  const initial = own[0]?.policy ?? noPolicy;
  if (own.length <= 1 && module.shortenings.size === 0) return initial;
  const days = new Set<CivilDate>();
  for (const change of own.slice(1)) days.add(change.on);
  if (module.shortenings.size > 0) for (const change of changes) days.add(change.on);
  const first = changes[0];
  let present = shortened(initial, first?.requirements ?? [], module);
  const beginning = present;
  for (const day of [...days].sort(compareDates)) {
    let policy = initial;
    for (const change of own.slice(1)) if (compareDates(change.on, day) <= 0) policy = change.policy;
    let requirements = first?.requirements ?? [];
    for (const change of changes) if (compareDates(change.on, day) <= 0) requirements = change.requirements;
    const effective = shortened(policy, requirements, module);
    if (effective === present || JSON.stringify(effective) === JSON.stringify(present)) continue;
    facts.push({ type: "policy", on: day, policy: effective });
    present = effective;
  }
  return beginning;
}
