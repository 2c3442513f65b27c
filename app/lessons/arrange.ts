import { say } from "#app/words/areas/problems";
import type { Report } from "./problem";
import { type LessonNode, placeOf } from "./tree";
import { vocabulary } from "./vocabulary";

const phrasing = new Set([
  "break",
  "delete",
  "emphasis",
  "footnoteReference",
  "image",
  "imageReference",
  "inlineCode",
  "link",
  "linkReference",
  "mdxJsxTextElement",
  "strong",
  "text",
]);

export function isPhrasing(node: LessonNode): boolean {
  return phrasing.has(node.type);
}

/**
 * Brings the many ways in which one thing can be written into one: blocks stand beside paragraphs and not in them,
 * what is written in a component on one line is a paragraph in it, and links and pictures carry their address
 * themselves instead of naming a definition.
 *
 * @param own names of the course's own components; alone in a paragraph they are blocks, otherwise part of the sentence
 */
export function arrange(tree: LessonNode, own: ReadonlySet<string>, report: Report): LessonNode {
  return withBlocks(withAddresses(tree, report), own);
}

function withBlocks(tree: LessonNode, own: ReadonlySet<string>): LessonNode {
  const isBlock = (node: LessonNode, alone: boolean): boolean => {
    if (node.type !== "mdxJsxTextElement") return false;
    const name = node.name ?? "";
    const stands = vocabulary.get(name)?.stands ?? (own.has(name) ? "either" : "inline");
    return stands === "block" || (stands === "either" && alone);
  };
  const blank = (node: LessonNode) => node.type === "text" && (node.value ?? "").trim() === "";

  /** Runs of phrasing become paragraphs; blocks between them stay for themselves. */
  const intoBlocks = (children: readonly LessonNode[]): LessonNode[] => {
    const blocks: LessonNode[] = [];
    let run: LessonNode[] = [];
    const close = () => {
      const sentence = trimmed(run);
      run = [];
      if (sentence.length) blocks.push({ type: "paragraph", children: sentence, position: spanOf(sentence) });
    };
    const alone = children.filter((child) => !blank(child)).length === 1;
    for (const child of children) {
      if (isBlock(child, alone)) {
        close();
        blocks.push(block({ ...child, type: "mdxJsxFlowElement" }));
      } else run.push(child);
    }
    close();
    return blocks;
  };

  const block = (node: LessonNode): LessonNode => {
    const children = node.children;
    if (!children) return node;
    if (
      node.type === "mdxJsxFlowElement" ||
      node.type === "root" ||
      node.type === "blockquote" ||
      node.type === "listItem" ||
      node.type === "footnoteDefinition"
    ) {
      const arranged: LessonNode[] = [];
      let run: LessonNode[] = [];
      const close = () => {
        arranged.push(...intoBlocks(run));
        run = [];
      };
      for (const child of children) {
        if (isPhrasing(child)) run.push(child);
        else {
          close();
          if (child.type === "paragraph") {
            const own = child.children ?? [];
            const alone = own.filter((inner) => !blank(inner)).length === 1;
            if (own.some((inner) => isBlock(inner, alone))) arranged.push(...intoBlocks(own));
            else arranged.push(child);
          } else arranged.push(block(child));
        }
      }
      close();
      return { ...node, children: arranged };
    }
    return { ...node, children: children.map(block) };
  };

  return block(tree);
}

/** Without the white space at the ends of a sentence that stood between components. */
function trimmed(run: readonly LessonNode[]): LessonNode[] {
  const rest = [...run];
  const cut = (index: number, trim: (text: string) => string) => {
    for (let node = rest.at(index); node?.type === "text"; node = rest.at(index)) {
      const value = trim(node.value ?? "");
      if (value) {
        rest[index < 0 ? rest.length - 1 : 0] = { ...node, value };
        return;
      }
      rest.splice(index, 1);
    }
  };
  cut(0, (text) => text.trimStart());
  cut(-1, (text) => text.trimEnd());
  return rest;
}

function spanOf(nodes: readonly LessonNode[]): LessonNode["position"] {
  const first = nodes[0]?.position;
  const last = nodes.at(-1)?.position;
  return first && last ? { start: first.start, end: last.end } : undefined;
}

/** Replaces `[text][label]` by the link itself and drops the definitions, of which the first one of a label counts. */
function withAddresses(tree: LessonNode, report: Report): LessonNode {
  const definitions = new Map<string, LessonNode>();
  const collect = (node: LessonNode) => {
    if (node.type === "definition" && node.identifier !== undefined && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
    for (const child of node.children ?? []) collect(child);
  };
  collect(tree);

  const used = new Set<LessonNode>();
  const resolve = (node: LessonNode): LessonNode[] => {
    if (node.type === "definition") return [];
    const children = node.children?.flatMap(resolve);
    if (node.type !== "linkReference" && node.type !== "imageReference")
      return [children ? { ...node, children } : node];
    const definition = definitions.get(node.identifier ?? "");
    if (!definition) {
      report(placeOf(node), "reference-unknown", say("referenceUnknown", { label: node.label ?? "" }));
      return children ?? [];
    }
    used.add(definition);
    const address = {
      url: definition.url ?? "",
      title: definition.title ?? null,
      position: node.position,
      data: { definition: placeOf(definition) },
    };
    return node.type === "linkReference"
      ? [{ type: "link", ...address, children: children ?? [] }]
      : [{ type: "image", ...address, alt: node.alt ?? null }];
  };
  const [resolved] = resolve(tree);
  // A definition that nothing uses is checked all the same: somebody may use it tomorrow.
  const unused = [...definitions.values()].filter((definition) => !used.has(definition));
  return { ...(resolved ?? tree), data: { unused } };
}

/** Definitions that no link uses; left by `arrange` on the tree's root. */
export function unusedDefinitions(tree: LessonNode): readonly LessonNode[] {
  const unused = tree.data?.unused;
  return Array.isArray(unused) ? (unused as LessonNode[]) : [];
}

/** Where the address of a link or picture is written: its own place, or that of its definition. */
export function placeOfAddress(node: LessonNode): { line: number; column: number } {
  const definition = node.data?.definition;
  return typeof definition === "object" && definition !== null
    ? (definition as { line: number; column: number })
    : placeOf(node);
}
