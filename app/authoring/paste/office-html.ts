/** What Word, Outlook and Google Docs say in styles and classes, said in elements. */
import type { Element, ElementContent, Root, RootContent } from "hast";
import type { Left } from "./pasted";

type Node = RootContent | ElementContent;

const styleOf = (node: Element) => String(node.properties.style ?? "").toLowerCase();
const classOf = (node: Element) => {
  const names = node.properties.className;
  return Array.isArray(names) ? names.join(" ") : "";
};

/** Of a list that is written as paragraphs: how deep, and whether it counts. */
interface ListMark {
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
}

const marks = new WeakMap<Element, ListMark>();

function element(tagName: string, children: ElementContent[], properties: Element["properties"] = {}): Element {
  return { type: "element", tagName, properties, children };
}

function textOf(node: Node): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** What was struck with changes tracked, comments, and what nobody sees. */
function isLeftOut(node: Element, left: Left): boolean {
  const [style, names] = [styleOf(node), classOf(node)];
  const isStruck =
    /\bmsoDel\b/i.test(names) ||
    (node.tagName === "del" && ("cite" in node.properties || "dateTime" in node.properties));
  const isComment = /\bMsoCommentReference\b|\bmsocom/i.test(names) || /mso-element:\s*comment/.test(style);
  if (isStruck || isComment) {
    left.changes += 1;
    return true;
  }
  return /display:\s*none|mso-hide:\s*all/.test(style);
}

const isIgnored = (node: Node): boolean => node.type === "element" && /mso-list:\s*ignore/.test(styleOf(node));

/** Takes the bullet or the number of a list's paragraph out of it, and gives it. */
function takeMarker(node: Element): string {
  let marker = "";
  const inside = (from: Element) => {
    from.children = from.children.filter((child) => {
      if (isIgnored(child)) {
        marker += textOf(child);
        return false;
      }
      if (child.type === "element") inside(child);
      return true;
    });
  };
  inside(node);
  return marker.trim();
}

function readListMark(node: Element): void {
  const level = /mso-list:\s*\S+\s+level(\d)/.exec(styleOf(node))?.[1];
  if (level === undefined && !/\bMsoListParagraph/.test(classOf(node))) return;
  const marker = takeMarker(node);
  const counted = /^\(?(\d{1,6}|[a-z]{1,4})[.)]/i.exec(marker)?.[1];
  if (marker === "" && level === undefined) return;
  const start = Number(counted);
  marks.set(node, {
    level: Number(level ?? 1),
    ordered: counted !== undefined,
    start: Number.isNaN(start) ? 1 : start,
  });
}

function withHeading(node: Element): Element {
  const level =
    /\bMso(?:Heading|Rubrik)(\d)\b/i.exec(classOf(node))?.[1] ??
    /mso-outline-level:\s*([1-6])\b/.exec(styleOf(node))?.[1];
  if (/\bMsoTitle\b/.test(classOf(node))) return { ...node, tagName: "h1" };
  return level !== undefined && Number(level) >= 1 && Number(level) <= 6 ? { ...node, tagName: `h${level}` } : node;
}

/** Bold, italic and struck text, as styles say it. */
function withMarks(node: Element): ElementContent[] {
  const style = styleOf(node);
  const weight = /font-weight:\s*([a-z0-9]+)/.exec(style)?.[1] ?? "";
  const isPlain = /^(?:normal|[1-5]00)$/.test(weight) && (node.tagName === "b" || node.tagName === "strong");
  if (node.tagName !== "span" && !isPlain) return [node];
  let children = node.children;
  if (children.length === 0) return [];
  if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) children = [element("strong", children)];
  if (/font-style:\s*(?:italic|oblique)/.test(style)) children = [element("em", children)];
  if (/text-decoration[a-z-]*:[^;]*line-through/.test(style)) children = [element("s", children)];
  return children;
}

/** Paragraphs that are a list, as one: `ul` and `ol` inside one another by their levels. */
function listOf(paragraphs: readonly Element[]): Element[] {
  const lists: Element[] = [];
  const open: { readonly list: Element; readonly level: number }[] = [];
  for (const paragraph of paragraphs) {
    const mark = marks.get(paragraph) ?? { level: 1, ordered: false, start: 1 };
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > mark.level) open.pop();
    const tagName = mark.ordered ? "ol" : "ul";
    let current = open.at(-1);
    if (current && current.level === mark.level && current.list.tagName !== tagName) {
      open.pop();
      current = undefined;
    }
    if (!current || current.level < mark.level) {
      const above = open.at(-1);
      const list = element(tagName, [], mark.ordered && mark.start !== 1 ? { start: mark.start } : {});
      const item = above?.list.children.at(-1);
      if (item?.type === "element") item.children.push(list);
      else lists.push(list);
      current = { list, level: mark.level };
      open.push(current);
    }
    current.list.children.push(element("li", paragraph.children));
  }
  return lists;
}

/** Lists in place of the paragraphs beside one another that are written as one. */
function withLists(children: readonly Node[]): Node[] {
  const result: Node[] = [];
  let run: Element[] = [];
  const close = () => {
    result.push(...listOf(run));
    run = [];
  };
  for (const child of children) {
    if (child.type === "element" && marks.has(child)) run.push(child);
    else if (run.length === 0 || child.type !== "text" || child.value.trim() !== "") {
      close();
      result.push(child);
    }
  }
  close();
  return result;
}

/** Paragraphs of a cell, which is one line, with a break between them. */
function inOneLine(children: readonly Node[]): Node[] {
  return children.flatMap((child) =>
    child.type === "element" && /^(?:p|div|h[1-6])$/.test(child.tagName)
      ? [...inOneLine(child.children), element("br", [])]
      : [child],
  );
}

/** A list that stands directly in a list, as some write it, belongs to the item before it. */
function inItems(children: readonly Node[]): Node[] {
  const items: Node[] = [];
  for (const child of children) {
    const item = items.findLast((each) => each.type === "element");
    const isList = child.type === "element" && (child.tagName === "ul" || child.tagName === "ol");
    if (isList && item?.type === "element") item.children.push(child);
    else items.push(child);
  }
  return items;
}

const arranged: Readonly<Record<string, (children: readonly Node[]) => Node[]>> = {
  td: inOneLine,
  th: inOneLine,
  ul: inItems,
  ol: inItems,
};

/** Changes a tree of tidied HTML in place. */
export function saidInElements(root: Root, left: Left): void {
  const inside = (children: readonly Node[]): Node[] =>
    withLists(
      children.flatMap((child): Node[] => {
        if (child.type !== "element") return child.type === "text" ? [child] : [];
        if (isLeftOut(child, left)) return [];
        if (child.tagName === "p") readListMark(child);
        const node = child.tagName === "p" && !marks.has(child) ? withHeading(child) : child;
        const children = inside(node.children);
        node.children = (arranged[node.tagName]?.(children) ?? children) as ElementContent[];
        return withMarks(node);
      }),
    );
  root.children = inside(root.children) as RootContent[];
}
