import { type Actor, can, company } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { findBeginnings, findCompany } from "#db/queries/first-run";
import { stepPaths } from "./steps";

export interface ChecklistItem {
  readonly id: "company" | "people" | "course" | "requirement" | "access";
  readonly done: boolean;
  readonly path: string;
}

/** What a company is called whose name is still to be said. */
const unnamed = "Repris";

/** How far the company has come, found by looking at what is there; empty for who cannot change it. */
export async function readChecklist(deps: Pick<Deps, "db">, actor: Actor): Promise<ChecklistItem[]> {
  if (!can(actor, "manage-organisation", company)) return [];
  const beginnings = await findBeginnings(deps.db.read);
  const known = await findCompany(deps.db.read);
  return [
    { id: "company", done: known !== null && known.name !== unnamed, path: stepPaths.company },
    { id: "people", done: beginnings.people, path: stepPaths.people },
    { id: "course", done: beginnings.modules, path: stepPaths.course },
    { id: "requirement", done: beginnings.assignments, path: stepPaths.requirement },
    { id: "access", done: beginnings.access, path: "/people/slips?who=without" },
  ];
}
