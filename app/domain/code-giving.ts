/** Who may make a code with which somebody else comes in. */
import { type Actor, can, type Grant } from "./permissions";

/** Somebody who is to get a code, with the roles they hold or will hold. */
export interface CodeReceiver {
  readonly personId: string;
  /** Their department and all above it, nearest first. */
  readonly departments: readonly string[];
  readonly grants: readonly {
    readonly role: Grant["role"];
    /** A manager's department and all above it; null: the whole company. */
    readonly departments: readonly string[] | null;
  }[];
}

/**
 * Whether an actor may make a code for somebody. Whoever makes one could use it: so nobody makes one for themselves, and
 * never one that opens more than they can do already. Administrators may for everybody else, HR for everybody but
 * administrators, managers for those of their departments who are no more than managers within them.
 */
export function mayGiveCode(actor: Actor, receiver: CodeReceiver): boolean {
  const { departments, grants, personId } = receiver;
  if (actor.personId === personId) return false;
  if (!can(actor, "print-slips", { kind: "person", personId, departments })) return false;
  const is = (role: Grant["role"]) => actor.grants.some((grant) => grant.role === role);
  if (is("administrator")) return true;
  if (is("hr")) return grants.every(({ role }) => role !== "administrator");
  return grants.every(
    (grant) =>
      grant.role === "manager" && can(actor, "print-slips", { kind: "department", departments: grant.departments }),
  );
}
