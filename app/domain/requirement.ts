/** Requirements and how they change: a later version begins where the one before it ends, and nothing is edited. */
import type { Audience } from "./audience";
import { addDays, addPeriod, type CivilDate, civilDate, compareDates, type Period } from "./calendar";
import { DomainError } from "./errors";
import type { Parsed } from "./faults";
import { POLICY_DEFAULTS, type Policy, parsePolicy } from "./policy";

/** The people of an audience must hold a module, from a day to another; `to` is the last, null: without end. */
export interface Requirement {
  readonly id: string;
  readonly moduleId: string;
  readonly audience: Audience;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  /** Shorter than the module's own; null: the module's own. */
  readonly due: Period | null;
  readonly every: Period | null;
  /** The version before this one. */
  readonly replaces: string | null;
}

export type RequirementChange =
  | { readonly type: "records"; readonly requirement: Requirement }
  /** From the day on which `by` begins it holds instead, to the end of the one before. */
  | { readonly type: "replaces"; readonly id: string; readonly by: Omit<Requirement, "to" | "replaces"> }
  /** `to` is the last day. */
  | { readonly type: "ends"; readonly id: string; readonly to: CivilDate }
  /** As if it had never been: the version before it, if it was ended for this one, goes on. */
  | { readonly type: "withdraws"; readonly id: string };

function inForce(requirements: readonly Requirement[], id: string): Requirement {
  const found = requirements.find((each) => each.id === id);
  if (!found) throw new DomainError("not-found", `No requirement ${id} is in force`);
  if (requirements.some((each) => each.replaces === id)) {
    throw new DomainError("conflict", `The requirement ${id} has a later version`);
  }
  return found;
}

/**
 * The requirements in force once a change is made.
 *
 * @param requirements those in force, ended ones too
 * @throws DomainError not-found for one that is not among them, conflict for one that has a later version or has ended,
 *   invalid for one that would end before it begins, or begin before the version before it was to end
 */
export function afterChange(requirements: readonly Requirement[], change: RequirementChange): Requirement[] {
  switch (change.type) {
    case "records":
      return [...requirements, change.requirement];
    case "replaces": {
      const { by } = change;
      const old = inForce(requirements, change.id);
      if (old.to !== null && compareDates(old.to, by.from) < 0) {
        throw new DomainError("conflict", `The requirement ${old.id} ends before ${by.from}`);
      }
      if (old.replaces !== null && compareDates(by.from, old.from) < 0) {
        throw new DomainError("invalid", `The version before ${old.id} holds until ${old.from}`);
      }
      const others = requirements.filter((each) => each !== old);
      // A version of which not one day is left never was.
      if (compareDates(by.from, old.from) <= 0) return [...others, { ...by, to: old.to, replaces: old.replaces }];
      return [...others, { ...old, to: addDays(by.from, -1) }, { ...by, to: old.to, replaces: old.id }];
    }
    case "ends": {
      const old = inForce(requirements, change.id);
      if (compareDates(change.to, old.from) < 0) {
        throw new DomainError("invalid", `The requirement ${old.id} would end before it begins`);
      }
      return requirements.map((each) => (each === old ? { ...old, to: change.to } : each));
    }
    case "withdraws": {
      const old = inForce(requirements, change.id);
      return requirements
        .filter((each) => each !== old)
        .map((each) => (each.id === old.replaces ? { ...each, to: old.to } : each));
    }
  }
}

/** What differs between requirements before and after a change. */
export interface RequirementDifference {
  readonly recorded: readonly Requirement[];
  readonly ended: readonly { readonly id: string; readonly to: CivilDate | null }[];
  readonly withdrawn: readonly string[];
  /** Every requirement whose assignments have to follow. */
  readonly touched: readonly string[];
}

export function requirementDifference(
  before: readonly Requirement[],
  after: readonly Requirement[],
): RequirementDifference {
  const known = new Map(before.map((each) => [each.id, each]));
  const left = new Set(after.map(({ id }) => id));
  const recorded = after.filter(({ id }) => !known.has(id));
  const ended = after.flatMap(({ id, to }) => (known.has(id) && known.get(id)?.to !== to ? [{ id, to }] : []));
  const withdrawn = before.flatMap(({ id }) => (left.has(id) ? [] : [id]));
  const touched = [...recorded.map(({ id }) => id), ...ended.map(({ id }) => id), ...withdrawn];
  return { recorded, ended, withdrawn, touched };
}

/** Why a requirement may not ask for a shorter period than the module. */
export type ShorteningFault =
  | "due-not-shorter"
  | "every-not-shorter"
  /** The module never comes back. */
  | "every-without-refresher"
  /** The module comes back on fixed days. */
  | "every-on-fixed-days"
  /** The policy that would come of it is refused (see `parsePolicy`). */
  | "every-refused";

const someDay = civilDate("2025-01-01");

function isShorter(a: Period, b: Period): boolean {
  return compareDates(addPeriod(someDay, a), addPeriod(someDay, b)) < 0;
}

/** What speaks against shortening the periods of a policy (rule 12, and the rules by which a policy is refused). */
export function shorteningFaults(
  policy: Policy,
  { due, every }: Pick<Requirement, "due" | "every">,
): readonly ShorteningFault[] {
  const faults: ShorteningFault[] = [];
  if (due !== null && !isShorter(due, policy.due ?? POLICY_DEFAULTS.due)) faults.push("due-not-shorter");
  if (every === null) return faults;
  const { refresh } = policy;
  if (refresh === undefined) return [...faults, "every-without-refresher"];
  if (refresh.anchor === "calendar") return [...faults, "every-on-fixed-days"];
  if (!isShorter(every, refresh.every)) return [...faults, "every-not-shorter"];
  const wanted: Parsed<Policy> = parsePolicy({ ...policy, refresh: { ...refresh, every } });
  return wanted.ok ? faults : [...faults, "every-refused"];
}
