import type { CivilDate } from "#app/domain/calendar";
import { can, company, mustBeAble } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import { findGrants } from "#db/queries/directory";
import { findDepartments, findHeadcounts } from "#db/queries/overview";
import type { SignedIn } from "#db/queries/people";
import { type Branch, branches, departmentOptions, isOpen } from "../department-options.server";
import type { DepartmentBranch, DepartmentsView } from "./departments-view";

/** The tree of departments with who leads them and how many are in them today. */
export async function readDepartments(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  visit: { readonly language: Language; readonly today: CivilDate },
): Promise<DepartmentsView> {
  mustBeAble(reader, "see-directory", company);
  const db = deps.db.read;
  const { language, today } = visit;
  const nodes = await findDepartments(db);
  const ids = nodes.map((node) => node.id);
  const heads = await findHeadcounts(db, ids, today);
  const managers = new Map<string, string[]>();
  for (const grant of await findGrants(db, { on: today, role: "manager", working: true })) {
    if (grant.department_id === null || grant.deputy === 1 || grant.from_on > today) continue;
    const name = `${grant.given_name} ${grant.family_name}`;
    managers.set(grant.department_id, [...(managers.get(grant.department_id) ?? []), name]);
  }
  const shown = ({ node, name, children }: Branch): DepartmentBranch => ({
    id: node.id,
    name,
    people: heads.get(node.id) ?? 0,
    managers: managers.get(node.id) ?? [],
    children: children.map(shown),
  });
  const rows = await db
    .selectFrom("department")
    .select(["id", "merged_into"])
    .where("closed_on", "is not", null)
    .execute();
  const mergedInto = new Map(rows.map((row) => [row.id, row.merged_into]));
  const nameOf = (id: string | null | undefined) => {
    const found = nodes.find((node) => node.id === id);
    return found ? inLanguage(found.name, language) : null;
  };
  const tree = branches(nodes, language, isOpen);
  return {
    tree: tree.map(shown),
    open: nodes.filter(isOpen).length,
    people: tree.reduce((sum, { node }) => sum + (heads.get(node.id) ?? 0), 0),
    closed: nodes
      .filter((node) => !isOpen(node))
      .map((node) => ({
        id: node.id,
        name: inLanguage(node.name, language),
        closedOn: node.closedOn ?? "",
        mergedInto: nameOf(mergedInto.get(node.id)),
      })),
    places: await departmentOptions(db, language),
    canChange: can(reader, "manage-organisation", company),
  };
}
