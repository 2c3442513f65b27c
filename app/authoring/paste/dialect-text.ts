/** Writes Markdown trees as text of the dialect: what means something to MDX is escaped where it is only a sign. */
import type { PhrasingContent, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify, { type Options } from "remark-stringify";
import { unified } from "unified";

/** The form of a paragraph that would begin with a module's code: one space before it makes it text. */
const paragraph: NonNullable<NonNullable<Options["handlers"]>["paragraph"]> = (node, _parent, state, info) => {
  const leave = state.enter("paragraph");
  const leavePhrasing = state.enter("phrasing");
  const text = state.containerPhrasing(node, info);
  leavePhrasing();
  leave();
  return /^(?:import|export)(?=\s|$)/.test(text) ? ` ${text}` : text;
};

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: "-",
    emphasis: "*",
    fences: true,
    listItemIndent: "one",
    resourceLink: true,
    rule: "*",
    handlers: { paragraph },
    unsafe: [
      { character: "{", inConstruct: "phrasing" },
      { character: "}", inConstruct: "phrasing" },
      { character: "<", inConstruct: "phrasing" },
    ],
  })
  .freeze();

/** What the checker takes at most, with room to spare: one line, one block without an empty line, quotations. */
const longestLine = 4_000;
const longestBlock = 15_000;
const deepestQuote = 10;
/** Where long text is broken into lines. */
const lineLength = 1_000;

function written(children: readonly RootContent[]): string {
  return writer.stringify({ type: "root", children: [...children] }).trimEnd();
}

function fits(text: string): boolean {
  let block = 0;
  for (const line of text.split("\n")) {
    const quotes = /^[\s>]*/.exec(line)?.[0].replace(/\s/g, "").length ?? 0;
    block = line.trim() === "" ? 0 : block + line.length + 1;
    if (line.length > longestLine || block > longestBlock || quotes > deepestQuote) return false;
  }
  return true;
}

/** The words of a node, with spaces between its parts. */
export function wordsOf(node: { type: string; value?: string; children?: readonly unknown[] }): string {
  if (node.type === "break") return " ";
  if (typeof node.value === "string") return node.value;
  const inline = /^(?:text|emphasis|strong|delete|link|inlineCode)$/;
  const parts = (node.children ?? []).map((child) => {
    const inner = child as { type: string };
    return inline.test(inner.type) ? wordsOf(inner) : ` ${wordsOf(inner)} `;
  });
  return parts.join("").replace(/\s+/g, " ");
}

/** Words in lines of at most `lineLength`; a word that is longer still is cut. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    for (let at = 0; at < word.length; at += lineLength) {
      const part = word.slice(at, at + lineLength);
      if (line !== "" && line.length + part.length >= lineLength) {
        lines.push(line);
        line = "";
      }
      line = line === "" ? part : `${line} ${part}`;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** A block that is too long or too deep to be read, as plain paragraphs of its words. */
function asParagraphs(block: RootContent): RootContent[] {
  return linesOf(wordsOf(block)).map((line) => ({ type: "paragraph", children: [{ type: "text", value: line }] }));
}

/** Text whose lines are short enough to be read and edited. */
function inLines(block: RootContent): RootContent {
  if (block.type !== "paragraph" || wordsOf(block).length <= longestLine / 4) return block;
  const children: PhrasingContent[] = block.children.map((child) =>
    child.type === "text" && child.value.length > lineLength
      ? {
          ...child,
          value: `${/^\s/.test(child.value) ? " " : ""}${linesOf(child.value).join("\n")}${/\s$/.test(child.value) ? " " : ""}`,
        }
      : child,
  );
  return { ...block, children };
}

/** A tree that lessons can hold, as text; what is too long or too deep to be read is written as plain paragraphs. */
export function dialectText(tree: Root): string {
  const children = tree.children.flatMap((block) => {
    const whole = inLines(block);
    return fits(written([whole])) ? [whole] : asParagraphs(block);
  });
  return written(children);
}

/** Words in the middle of a line, where no sign begins a list or a heading. */
export function inlineText(children: readonly PhrasingContent[]): string {
  const before = "a ";
  return written([{ type: "paragraph", children: [{ type: "text", value: before }, ...children] }])
    .slice(before.length)
    .replace(/\\?\n/g, " ")
    .trim();
}
