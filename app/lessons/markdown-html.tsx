import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Figure } from "./components/figure";
import { Term } from "./components/term";
import { type LessonNode, textOf } from "./tree";

/**
 * Prepared Markdown as HTML: the parts of a question, which are kept apart from the lesson and shown one at a time.
 * Every element is made here by name and every text escaped by React; there is no way for markup to come through.
 */
export function markdownHtml(nodes: readonly LessonNode[]): string {
  return renderToStaticMarkup(nodes.map(toElement));
}

const plain: ReadonlyMap<string, string> = new Map([
  ["blockquote", "blockquote"],
  ["break", "br"],
  ["delete", "del"],
  ["emphasis", "em"],
  ["paragraph", "p"],
  ["strong", "strong"],
  ["thematicBreak", "hr"],
]);

function toElement(node: LessonNode, key: number): ReactNode {
  const children = () => (node.children ?? []).map(toElement);
  const tag = plain.get(node.type);
  if (tag) return node.children ? createElement(tag, { key }, ...children()) : createElement(tag, { key });
  const properties = (node.data?.hProperties ?? {}) as Record<string, string | number>;
  switch (node.type) {
    case "text":
      return node.value;
    case "inlineCode":
      return <code key={key}>{node.value}</code>;
    case "code":
      return (
        <pre key={key}>
          <code>{node.value}</code>
        </pre>
      );
    case "link":
      return (
        <a key={key} {...properties} href={node.url} title={node.title ?? undefined}>
          {children()}
        </a>
      );
    case "image":
      return <img key={key} {...properties} src={node.url} alt={node.alt ?? ""} title={node.title ?? undefined} />;
    case "list":
      return node.ordered ? (
        <ol key={key} start={node.start && node.start !== 1 ? node.start : undefined}>
          {children()}
        </ol>
      ) : (
        <ul key={key}>{children()}</ul>
      );
    case "listItem":
      return <li key={key}>{node.spread ? children() : tight(node)}</li>;
    case "table":
      return <HtmlTable key={key} table={node} />;
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      return component(node, key, children);
    default:
      throw new Error(`a question cannot hold ${node.type}`);
  }
}

/** The items of a tight list are not paragraphs. */
function tight(item: LessonNode): ReactNode[] {
  return (item.children ?? []).map((child, index) =>
    child.type === "paragraph" ? (
      <Fragment key={placeKey(index)}>{(child.children ?? []).map(toElement)}</Fragment>
    ) : (
      toElement(child, index)
    ),
  );
}

function placeKey(index: number): string {
  return `${index}`;
}

function HtmlTable({ table }: { table: LessonNode }) {
  const [head, ...rows] = table.children ?? [];
  const cells = (row: LessonNode | undefined, tag: "th" | "td") =>
    (row?.children ?? []).map((cell, column) => {
      const side = (cell.data?.hProperties as { dataAlign?: string } | undefined)?.dataAlign;
      return createElement(tag, { key: placeKey(column), "data-align": side }, ...(cell.children ?? []).map(toElement));
    });
  return (
    <table>
      <thead>
        <tr>{cells(head, "th")}</tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={placeKey(index)}>{cells(row, "td")}</tr>
        ))}
      </tbody>
    </table>
  );
}

function component(node: LessonNode, key: number, children: () => ReactNode): ReactNode {
  const text = (name: string) => textOf(node, name) ?? "";
  if (node.name === "Term") {
    return (
      <Term key={key} id={text("id")} def={text("def")}>
        {children()}
      </Term>
    );
  }
  if (node.name === "Figure") {
    return (
      <Figure
        key={key}
        src={text("src")}
        alt={text("alt")}
        width={text("width")}
        height={text("height")}
        srcSet={textOf(node, "srcSet")}
        sizes={textOf(node, "sizes")}
        caption={textOf(node, "caption")}
      />
    );
  }
  throw new Error(`a question cannot hold ${node.name}`);
}
