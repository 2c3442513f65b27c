import type { DepartmentNode } from "#db/queries/overview";

/** The departments of the company as a tree, in the order in which the company lists them. */
export class DepartmentTree {
  readonly #byId: ReadonlyMap<string, DepartmentNode>;
  readonly #under = new Map<string | null, DepartmentNode[]>();

  constructor(nodes: readonly DepartmentNode[]) {
    this.#byId = new Map(nodes.map((node) => [node.id, node]));
    for (const node of nodes) {
      const siblings = this.#under.get(node.parentId);
      if (siblings) siblings.push(node);
      else this.#under.set(node.parentId, [node]);
    }
  }

  find(id: string): DepartmentNode | undefined {
    return this.#byId.get(id);
  }

  /** Those directly under a department; null: those at the top. */
  under(id: string | null): readonly DepartmentNode[] {
    return this.#under.get(id) ?? [];
  }

  /** A department (null: the company, which is none itself) and all under it, each followed by what lies under it. */
  subtree(id: string | null): DepartmentNode[] {
    const self = id === null ? undefined : this.find(id);
    return [...(self ? [self] : []), ...this.under(id).flatMap((node) => this.subtree(node.id))];
  }

  /** A department and all above it, nearest first; empty for one that is not there. */
  above(id: string): string[] {
    const line: string[] = [];
    for (let node = this.find(id); node; node = node.parentId === null ? undefined : this.find(node.parentId)) {
      line.push(node.id);
    }
    return line;
  }
}
