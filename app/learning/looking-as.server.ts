import { can } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import { type DepartmentNode, findDepartments } from "#db/queries/overview";
import type { SignedIn } from "#db/queries/people";
import type { LessonView } from "./lesson-view";

/** As which department somebody looks at a lesson; `line`: it and all above it, null where they look as themself. */
export interface LookingAs {
  readonly preview: LessonView["preview"];
  readonly line: readonly string[] | null;
}

/** What whoever may preview the module can look as, and what they chose; nothing for anybody else. */
export async function lookAs(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  wanted: { readonly courseId: string; readonly as: string | null; readonly language: Language },
): Promise<LookingAs> {
  if (!can(reader, "preview-module", { kind: "module", courseId: wanted.courseId }))
    return { preview: null, line: null };
  const nodes = await findDepartments(deps.db.read);
  const open = nodes.filter((node) => node.closedOn === null);
  const chosen = open.find((node) => node.id === wanted.as);
  const nameOf = (node: DepartmentNode) => inLanguage(node.name, wanted.language);
  return {
    preview: {
      departments: inTree(open).map((node) => ({
        id: node.id,
        name: nameOf(node),
        depth: lineOf(nodes, node).length - 1,
        isShown: node === chosen,
      })),
      as: chosen ? nameOf(chosen) : null,
    },
    line: chosen ? lineOf(nodes, chosen) : null,
  };
}

/** Each department before those under it. */
function inTree(nodes: readonly DepartmentNode[], parentId: string | null = null): DepartmentNode[] {
  return nodes.filter((node) => node.parentId === parentId).flatMap((node) => [node, ...inTree(nodes, node.id)]);
}

/** A department and all above it, nearest first. */
function lineOf(nodes: readonly DepartmentNode[], node: DepartmentNode): string[] {
  const above = nodes.find((other) => other.id === node.parentId);
  return [node.id, ...(above ? lineOf(nodes, above) : [])];
}
