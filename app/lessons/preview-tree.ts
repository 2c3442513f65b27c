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

type ByPlace = ReadonlyMap<string, readonly Problem[]>;

const placeText = ({ line, column }: { readonly line: number; readonly column: number }) => `${line}:${column}`;

function grouped(errors: readonly Problem[]): ByPlace {
  const found = new Map<string, Problem[]>();
  for (const problem of errors) found.set(placeText(problem), [...(found.get(placeText(problem)) ?? []), problem]);
  return found;
}

/** Errors in definitions, written elsewhere, of addresses that a block has by reference. */
function referredIn(node: LessonNode, errors: ByPlace): readonly Problem[] {
  const definition = node.data?.definition as { readonly line: number; readonly column: number } | undefined;
  const own = definition ? (errors.get(placeText(definition)) ?? []) : [];
  const inside = (node.children ?? []).flatMap((child) => referredIn(child, errors));
  return [...own, ...inside];
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
  const byPlace = grouped(errors);
  const said = new Set<string>();
  let next = 0;
  /** In reading order, those before a line. */
  const until = (line: number) => {
    const from = next;
    while ((errors[next]?.line ?? Number.POSITIVE_INFINITY) < line) next += 1;
    return errors.slice(from, next);
  };
  // One that several passages refer to is found once for each.
  const keyOf = (problem: Problem) => `${placeText(problem)} ${problem.code}`;
  const sayAll = (problems: readonly Problem[]) => {
    const once = [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
    for (const key of once.map(keyOf)) said.add(key);
    if (once.length > 0) children.push(notice(words.title, once, words.say));
  };
  const sayRest = (problems: readonly Problem[]) => sayAll(problems.filter((problem) => !said.has(keyOf(problem))));
  for (const child of check.tree.children ?? []) {
    const { start, end } = child.position ?? {};
    if (start) sayRest(until(start.line));
    const wrong = [...(end ? until(end.line + 1) : []), ...referredIn(child, byPlace)];
    if (wrong.length > 0) sayAll(wrong);
    else children.push(withLines(child));
  }
  sayRest(until(Number.POSITIVE_INFINITY));
  return { ...check.tree, children };
}
