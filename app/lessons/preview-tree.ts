/** A lesson while it is written: what is whole is shown, and in place of what is not stands a notice. */
import type { LessonCheck } from "./check-lesson";
import type { Problem } from "./problem";
import type { LessonNode } from "./tree";

/** Nodes that show where they stand in the source, so that a preview can follow the cursor. */
const placed = new Set(["paragraph", "heading", "list", "listItem", "table", "blockquote", "code"]);

function withLines(node: LessonNode): LessonNode {
  const children = node.children?.map(withLines);
  const line = node.position?.start.line;
  const own = { ...node, ...(children ? { children } : {}) };
  if (line === undefined || !placed.has(node.type)) return own;
  const properties = { ...(node.data?.hProperties as object | undefined), dataLine: line };
  return { ...own, data: { ...node.data, hProperties: properties } };
}

function notice(title: string, problems: readonly Problem[], say: (problem: Problem) => string): LessonNode {
  return {
    type: "mdxJsxFlowElement",
    name: "Callout",
    attributes: [
      { type: "mdxJsxAttribute", name: "kind", value: "warning" },
      { type: "mdxJsxAttribute", name: "title", value: title },
    ],
    children: problems.map((problem) => ({
      type: "paragraph",
      data: { hProperties: { dataLine: problem.line } },
      children: [{ type: "text", value: say(problem) }],
    })),
  };
}

/**
 * The tree of a checked lesson in which every block with an error is replaced by a notice. Blocks carry their lines as
 * `data-line`.
 *
 * @param words what a notice is called, and how it says a problem
 * @returns undefined when the source could not be parsed at all
 */
export function previewTree(
  check: LessonCheck,
  words: { readonly title: string; say(problem: Problem): string },
): LessonNode | undefined {
  if (!check.tree) return undefined;
  const errors = check.problems.filter(({ severity }) => severity === "error");
  const children: LessonNode[] = [];
  let said = 0;
  const sayUntil = (line: number) => {
    const before: Problem[] = [];
    for (let next = errors[said]; next && next.line < line; next = errors[said]) {
      before.push(next);
      said += 1;
    }
    if (before.length > 0) children.push(notice(words.title, before, words.say));
  };
  for (const child of check.tree.children ?? []) {
    const { start, end } = child.position ?? {};
    if (start && end) {
      sayUntil(start.line);
      const inside = errors[said];
      if (inside && inside.line <= end.line) {
        sayUntil(end.line + 1);
        continue;
      }
    }
    children.push(withLines(child));
  }
  sayUntil(Number.POSITIVE_INFINITY);
  return { ...check.tree, children };
}
