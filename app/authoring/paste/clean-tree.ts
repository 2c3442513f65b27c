/** Brings a tree of Markdown from elsewhere into what lessons hold. */
import type { Definition, Heading, ListItem, PhrasingContent, Root, RootContent, TableRow } from "mdast";
import { addressOf, withAddresses } from "./addresses";
import { wordsOf } from "./dialect-text";
import type { Left } from "./pasted";
import { visible } from "./visible-text";

export const nothingLeft = (): Left => ({ pictures: 0, links: 0, changes: 0, end: null });

/** Where the text will stand: in a lesson, or in a question, which holds no headings, rules and footnotes. */
export type Destination = "lesson" | "question";

type Node = RootContent | PhrasingContent;
interface Parent {
  readonly children: readonly Node[];
}

/** Deeper than anybody writes; what lies deeper is kept as words. */
const deepest = 24;
const longestHeading = 200;
/** A mark around more than this is no emphasis. */
const longestMark = 4_000;

function definitionsOf(tree: Parent): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const step = (node: Node) => {
    if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if ("children" in node) for (const child of node.children) step(child);
  };
  for (const child of tree.children) step(child);
  return definitions;
}

interface Place {
  readonly depth: number;
  /** In a link: no links, and no addresses that become one. */
  readonly link: boolean;
  /** In a heading or a cell: one line. */
  readonly oneLine: boolean;
  readonly marks: ReadonlySet<string>;
}

/** Takes white space out of the ends of a mark: between stars it would be no mark. */
function aroundMark(node: Extract<PhrasingContent, { type: "strong" | "emphasis" | "delete" }>): PhrasingContent[] {
  const words = wordsOf(node);
  if (words.trim() === "") return words === "" ? [] : [{ type: "text", value: " " }];
  const children = [...node.children];
  const [before, after] = [/^\s/.test(words), /\s$/.test(words)];
  const trim = (index: number, cut: (text: string) => string) => {
    const child = children.at(index);
    if (child?.type !== "text") return;
    children[index < 0 ? children.length - 1 : index] = { ...child, value: cut(child.value) };
  };
  trim(0, (text) => text.trimStart());
  trim(-1, (text) => text.trimEnd());
  return [
    ...(before ? [{ type: "text", value: " " } as const] : []),
    { ...node, children: children.filter((child) => child.type !== "text" || child.value !== "") },
    ...(after ? [{ type: "text", value: " " } as const] : []),
  ];
}

/** Texts beside one another are one text. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const list: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = list.at(-1);
    if (last?.type === "text" && node.type === "text") {
      list[list.length - 1] = { type: "text", value: (last.value + node.value).replace(/ {2,}/g, " ") };
    } else list.push(node);
  }
  return list;
}

const isPhrasing = (node: Node): node is PhrasingContent =>
  /^(?:text|emphasis|strong|delete|link|inlineCode|break|footnoteReference|image|imageReference|linkReference|html)$/.test(
    node.type,
  );

/** @param htmlIn gives what a piece of HTML in Markdown holds */
export function cleanTree(
  tree: Root,
  destination: Destination,
  left: Left,
  htmlIn: (html: string) => readonly RootContent[],
): Root {
  const definitions = definitionsOf(tree);
  const cleaner = new Cleaner(destination, left, definitions, htmlIn);
  const children = cleaner.blocks(tree.children, { depth: 0, link: false, oneLine: false, marks: new Set() });
  return { type: "root", children: destination === "lesson" ? withHeadingsInOrder(children) : children };
}

class Cleaner {
  readonly #destination: Destination;
  readonly #left: Left;
  readonly #definitions: ReadonlyMap<string, Definition>;
  readonly #htmlIn: (html: string) => readonly RootContent[];

  constructor(
    destination: Destination,
    left: Left,
    definitions: ReadonlyMap<string, Definition>,
    htmlIn: (html: string) => readonly RootContent[],
  ) {
    this.#destination = destination;
    this.#left = left;
    this.#definitions = definitions;
    this.#htmlIn = htmlIn;
  }

  /** What may stand on lines of its own; words that stand between blocks become paragraphs. */
  blocks(nodes: readonly Node[], place: Place): RootContent[] {
    const blocks: RootContent[] = [];
    let run: PhrasingContent[] = [];
    const close = () => {
      const children = this.sentence(run, place);
      run = [];
      if (children.length > 0) blocks.push({ type: "paragraph", children });
    };
    for (const node of nodes) {
      if (isPhrasing(node) && node.type !== "html") run.push(node);
      else {
        close();
        blocks.push(...this.#block(node, place));
      }
    }
    close();
    return blocks;
  }

  #block(node: Node, place: Place): RootContent[] {
    const deeper = { ...place, depth: place.depth + 1 };
    if (place.depth > deepest) {
      const value = visible(wordsOf(node)).trim();
      return value === "" ? [] : [{ type: "paragraph", children: withAddresses(value) }];
    }
    switch (node.type) {
      case "paragraph": {
        const children = this.sentence(node.children, place);
        return children.length === 0 ? [] : [{ type: "paragraph", children }];
      }
      case "heading":
        return this.#heading(node, place);
      case "blockquote": {
        const children = this.blocks(node.children, deeper);
        return children.length === 0 ? [] : [{ type: "blockquote", children: children as never }];
      }
      case "list": {
        // A link around a list comes as links around its items.
        const items = (node.children as Node[]).flatMap((item): ListItem[] => {
          const own = item.type === "listItem" ? item : undefined;
          const children = this.blocks(own?.children ?? [item], deeper);
          if (children.length === 0) return [];
          const spread = children.filter(({ type }) => type !== "list").length > 1;
          return [{ type: "listItem", checked: own?.checked ?? null, spread, children: children as never }];
        });
        const spread = items.some((item) => item.spread);
        const start = Math.min(Math.max(Math.trunc(node.start ?? 1), 0), 99_999_999);
        return items.length === 0
          ? []
          : [{ type: "list", ordered: node.ordered === true, start, spread, children: items }];
      }
      case "code": {
        const lang = node.lang && /^[a-z0-9+#-]{1,20}$/i.test(node.lang) ? node.lang : null;
        const value = visible(node.value);
        return value.trim() === "" ? [] : [{ type: "code", lang, meta: null, value }];
      }
      case "table": {
        const inCell = { ...deeper, oneLine: true };
        const rows = node.children.map(
          (row): TableRow => ({
            type: "tableRow",
            children: row.children.map((cell) => ({
              type: "tableCell",
              children: this.sentence("children" in cell ? cell.children : [cell], inCell),
            })),
          }),
        );
        const written = rows.findIndex((row) => row.children.some((cell) => cell.children.length > 0));
        return written < 0 ? [] : [{ type: "table", align: node.align ?? null, children: rows.slice(written) }];
      }
      case "thematicBreak":
        return this.#destination === "lesson" ? [{ type: "thematicBreak" }] : [];
      case "footnoteDefinition": {
        const children = this.blocks(node.children, deeper);
        if (children.length === 0) children.push({ type: "paragraph", children: [{ type: "text", value: "…" }] });
        return this.#destination === "lesson" ? [{ ...node, children: children as never }] : children;
      }
      case "html":
        return this.blocks(this.#htmlIn(node.value), deeper);
      default:
        return "children" in node && node.type !== ("definition" as string)
          ? this.blocks(node.children as Node[], deeper)
          : [];
    }
  }

  #heading(node: Heading, place: Place): RootContent[] {
    const children = this.sentence(node.children, { ...place, oneLine: true });
    if (children.length === 0) return [];
    const isPlain = place.depth > 0 || this.#destination === "question" || wordsOf(node).length > longestHeading;
    if (!isPlain) return [{ type: "heading", depth: node.depth, children }];
    const inner = this.sentence(node.children, { ...place, oneLine: true, marks: new Set(["strong"]) });
    return [{ type: "paragraph", children: [{ type: "strong", children: inner }] }];
  }

  /** Words that belong together, without white space at their ends; empty where they say nothing. */
  sentence(nodes: readonly Node[], place: Place): PhrasingContent[] {
    const children = joined(nodes.flatMap((node) => this.#phrasing(node, place)));
    while (children[0] && isBlank(children[0])) children.shift();
    for (let last = children.at(-1); last && isBlank(last); last = children.at(-1)) children.pop();
    const [first] = children;
    if (first?.type === "text") children[0] = { ...first, value: first.value.trimStart() };
    const last = children.at(-1);
    if (last?.type === "text") children[children.length - 1] = { ...last, value: last.value.trimEnd() };
    return children;
  }

  #phrasing(node: Node, place: Place): PhrasingContent[] {
    const deeper = { ...place, depth: place.depth + 1 };
    const inside = (at: Place = deeper): PhrasingContent[] =>
      "children" in node ? joined((node.children as Node[]).flatMap((child) => this.#phrasing(child, at))) : [];
    if (place.depth > deepest + 8) return [{ type: "text", value: visible(wordsOf(node)) }];
    switch (node.type) {
      case "text": {
        const text = visible(node.value).replace(place.oneLine ? /\s+/g : /[ \t]+/g, " ");
        return place.link ? [{ type: "text", value: text }] : withAddresses(text);
      }
      case "inlineCode": {
        const value = visible(node.value).replace(/\s+/g, " ");
        return value.trim() === "" ? [] : [{ type: "inlineCode", value }];
      }
      case "strong":
      case "emphasis":
      case "delete": {
        if (place.marks.has(node.type)) return inside();
        const children = inside({ ...deeper, marks: new Set([...place.marks, node.type]) });
        const mark = { ...node, children };
        return wordsOf(mark).length > longestMark ? children : aroundMark(mark);
      }
      case "link":
        return this.#link(node.url, node, place, deeper);
      case "linkReference":
        return this.#link(this.#definitions.get(node.identifier)?.url ?? "", node, place, deeper);
      case "image":
      case "imageReference":
        this.#left.pictures += 1;
        return [];
      case "break":
        return [place.oneLine ? { type: "text", value: " " } : { type: "break" }];
      case "footnoteReference":
        return this.#destination === "lesson" && !place.link ? [{ ...node }] : [];
      case "html":
        return [];
      default:
        return inside();
    }
  }

  #link(url: string, node: Parent, place: Place, deeper: Place): PhrasingContent[] {
    if (place.link) return node.children.flatMap((child) => this.#phrasing(child, deeper));
    const address = addressOf(url);
    const children = node.children.flatMap((child) =>
      this.#phrasing(child, address === undefined ? deeper : { ...deeper, link: true }),
    );
    if (address === undefined) {
      if (url !== "") this.#left.links += 1;
      return children;
    }
    const words = wordsOf({ type: "root", children });
    if (words.trim() === "") return [];
    return [{ type: "link", url: address, children: joined(children) }];
  }
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === "break" || (node.type === "text" && node.value.trim() === "");
}

/** The first heading is of level 2, and none goes down more than one level at a time. */
function withHeadingsInOrder(blocks: readonly RootContent[]): RootContent[] {
  const first = blocks.find((block) => block.type === "heading");
  if (!first) return [...blocks];
  let last = 1;
  return blocks.map((block) => {
    if (block.type !== "heading") return block;
    const wanted = Math.max(2, block.depth - first.depth + 2);
    last = Math.min(wanted, last + 1, 6);
    return { ...block, depth: last as Heading["depth"] };
  });
}
