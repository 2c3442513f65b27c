/** The open departments as a tree and as a list to choose from. */
import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { type DepartmentNode, findDepartments } from "#db/queries/overview";
import type { Option } from "./fields";

/** A department with those under it, in the company's order. */
export interface Branch {
  readonly node: DepartmentNode;
  readonly name: string;
  readonly depth: number;
  readonly children: readonly Branch[];
}

/** The departments under `parentId` (null: all) that `isShown`, as a tree. */
export function branches(
  nodes: readonly DepartmentNode[],
  language: Language,
  isShown: (node: DepartmentNode) => boolean,
  parentId: string | null = null,
  depth = 0,
): Branch[] {
  return nodes
    .filter((node) => node.parentId === parentId && isShown(node))
    .map((node) => ({
      node,
      name: inLanguage(node.name, language),
      depth,
      children: branches(nodes, language, isShown, node.id, depth + 1),
    }));
}

function flat(tree: readonly Branch[]): Branch[] {
  return tree.flatMap((branch) => [branch, ...flat(branch.children)]);
}

/** Whether a department is there for people and departments to come into. */
export function isOpen(node: DepartmentNode): boolean {
  return node.closedOn === null;
}

/** Open departments to choose from, without those in `except` and what lies under them. */
export async function departmentOptions(
  db: Reader,
  language: Language,
  except: readonly string[] = [],
): Promise<Option[]> {
  const nodes = await findDepartments(db);
  const tree = branches(nodes, language, (node) => isOpen(node) && !except.includes(node.id));
  return flat(tree).map(({ node, name, depth }) => ({ value: node.id, label: name, depth }));
}
