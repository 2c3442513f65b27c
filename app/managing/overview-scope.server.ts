import { DomainError } from "#app/domain/errors";
import { type Actor, can, departmentScope } from "#app/domain/permissions";
import type { DepartmentTree } from "./department-tree.server";

/** What an overview is about, and what else its reader could ask for. */
export interface ChosenScope {
  /** Null: the whole company. */
  readonly departmentId: string | null;
  /** The departments whose counts make up the scope: they hold all that lies under them. */
  readonly counted: readonly string[];
  /** The departments at the top of what the reader manages, where there are several. */
  readonly choices: readonly string[];
}

/**
 * The part of the company that somebody sees: what they asked for, or where the department lies that they filter by, or
 * the first of what they manage.
 *
 * @throws DomainError forbidden for whoever manages nothing, or not this; not-found for a department that is not there
 */
export function chooseScope(
  actor: Actor,
  tree: DepartmentTree,
  asked: { readonly scopeId: string | null; readonly departmentId: string | null },
): ChosenScope {
  const managed = departmentScope(actor, "see-overview");
  if (managed?.length === 0) throw new DomainError("forbidden", "Only managers see an overview");
  const allowed = (id: string) => can(actor, "see-overview", { kind: "department", departments: tree.above(id) });
  for (const id of [asked.scopeId, asked.departmentId]) {
    if (id === null) continue;
    if (!tree.find(id)) throw new DomainError("not-found", `There is no department ${id}`);
    if (!allowed(id)) throw new DomainError("forbidden", `The department ${id} is not theirs to see`);
  }
  const tops = managed === null ? [] : topsOf(managed, tree);
  const departmentId = asked.scopeId ?? topFor(tops, tree, asked.departmentId);
  if (managed !== null && departmentId === null) throw new DomainError("forbidden", "What they manage is no more");
  if (departmentId !== null && asked.departmentId !== null && !tree.above(asked.departmentId).includes(departmentId)) {
    throw new DomainError("not-found", `${asked.departmentId} is no part of ${departmentId}`);
  }
  return {
    departmentId,
    counted: departmentId === null ? tree.under(null).map((node) => node.id) : [departmentId],
    choices: tops.length > 1 ? tops : [],
  };
}

/** Departments without repetition and without those that lie under another of them. */
function topsOf(managed: readonly string[], tree: DepartmentTree): string[] {
  return [...new Set(managed)].filter((id) => {
    const [self, ...above] = tree.above(id);
    return self !== undefined && !above.some((department) => managed.includes(department));
  });
}

function topFor(tops: readonly string[], tree: DepartmentTree, departmentId: string | null): string | null {
  const above = departmentId === null ? [] : tree.above(departmentId);
  return tops.find((top) => above.includes(top)) ?? tops[0] ?? null;
}
