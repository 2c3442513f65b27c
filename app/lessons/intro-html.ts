import type { LessonContext } from "./lesson-context";
import { markdownHtml } from "./markdown-html";
import { prepareLesson } from "./prepare-lesson";
import { isNamed, type LessonNode } from "./tree";

/** What stands before the first question of a refresher, as HTML; null when nothing does. */
export function introHtml(tree: LessonNode, context: LessonContext): string | null {
  const children = tree.children ?? [];
  const first = children.findIndex((node) => isNamed(node, "Check"));
  const before = (first === -1 ? children : children.slice(0, first)).filter((node) => node.type !== "yaml");
  if (before.length === 0) return null;
  const prepared = prepareLesson({ type: "root", children: before }, context, "term.intro");
  return markdownHtml(prepared.children ?? []);
}
