import type { Place } from "./problem";

/**
 * A node of a lesson's syntax tree: mdast with MDX, as far as the dialect looks at it. One loose shape instead of a
 * union, because the first thing that is done to a tree is to refuse every node type that is not expected.
 */
export interface LessonNode {
  type: string;
  position?: { start: Place; end: Place } | undefined;
  children?: LessonNode[];
  /** Text of leaves; source of expressions. */
  value?: string;
  /** Component or element; null is a fragment. */
  name?: string | null;
  attributes?: LessonAttribute[];
  depth?: number;
  url?: string;
  title?: string | null;
  alt?: string | null;
  identifier?: string;
  label?: string | null;
  ordered?: boolean | null;
  start?: number | null;
  spread?: boolean | null;
  checked?: boolean | null;
  lang?: string | null;
  meta?: string | null;
  align?: (string | null)[] | null;
  data?: Record<string, unknown>;
}

export interface LessonAttribute {
  type: string;
  name?: string;
  value?: string | null | { type: string; value: string; data?: Record<string, unknown> };
  position?: { start: Place; end: Place } | undefined;
  data?: Record<string, unknown>;
}

/** The Markdown that lessons are made of once every link carries its own address. */
export const compiledMarkdown: ReadonlySet<string> = new Set([
  "blockquote",
  "break",
  "code",
  "delete",
  "emphasis",
  "footnoteDefinition",
  "footnoteReference",
  "heading",
  "image",
  "inlineCode",
  "link",
  "list",
  "listItem",
  "paragraph",
  "root",
  "strong",
  "table",
  "tableCell",
  "tableRow",
  "text",
  "thematicBreak",
]);

/** Where a node begins; a node without a place (made by us) is said to stand at the beginning of the file. */
export function placeOf(node: { position?: { start: Place } | undefined }): Place {
  return node.position
    ? { line: node.position.start.line, column: node.position.start.column }
    : { line: 1, column: 1 };
}

export function isComponent(node: LessonNode): boolean {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** Whether a node is a component of this name. */
export function isNamed(node: LessonNode, name: string): boolean {
  return isComponent(node) && node.name === name;
}

/** An attribute of a component as it stands in the tree. */
export function attributeNode(node: LessonNode, name: string): LessonAttribute | undefined {
  return node.attributes?.find((attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === name);
}

/** A literal attribute of a component after normalisation: text, or true where only the name is written. */
export function attributeOf(node: LessonNode, name: string): string | true | undefined {
  const found = attributeNode(node, name);
  if (!found) return undefined;
  return typeof found.value === "string" ? found.value : true;
}

/** As `attributeOf`, for attributes that are text: an attribute without a value is absent. */
export function textOf(node: LessonNode, name: string): string | undefined {
  const value = attributeOf(node, name);
  return typeof value === "string" ? value : undefined;
}

/** Every id that is written in a tree. */
export function idsOf(tree: LessonNode): ReadonlySet<string> {
  const ids = new Set<string>();
  walk(tree, (node) => {
    const id = textOf(node, "id");
    if (id !== undefined) ids.add(id);
  });
  return ids;
}

/** Calls `visit` for the node and all below it, in reading order. */
export function walk(node: LessonNode, visit: (node: LessonNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

/** The words of a node as a reader sees them: text and code, with spaces between blocks. Line ends become spaces. */
export function plainText(node: LessonNode): string {
  const parts: string[] = [];
  const inline = new Set(["text", "emphasis", "strong", "delete", "link", "inlineCode", "mdxJsxTextElement"]);
  const step = (current: LessonNode) => {
    if (current.type === "text" || current.type === "inlineCode" || current.type === "code")
      parts.push(current.value ?? "");
    else if (current.type === "image") parts.push(current.alt ?? "");
    else if (current.type === "break") parts.push(" ");
    for (const child of current.children ?? []) step(child);
    if (!inline.has(current.type)) parts.push(" ");
  };
  step(node);
  return parts.join("").replace(/\s+/gu, " ").trim();
}
