/** Markdown from elsewhere, as clean text of the dialect. */
import { createProcessor } from "@mdx-js/mdx";
import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import { cleanTree, type Destination, nothingLeft } from "./clean-tree";
import { dialectText } from "./dialect-text";
import { blocksOfHtml } from "./html-to-dialect";
import { type Converted, type Left, longestMarkdown } from "./pasted";
import { firstWords } from "./visible-text";

/** Parsing takes time by the square of a block and by the depth of quotations: both are kept small. */
const longestLine = 2_000;
const longestBlock = 8_000;
const deepestMarks = 8;

const parser = createProcessor({ format: "md", remarkPlugins: [remarkGfm] });

/** Front matter of any kind, which belongs to the file that the text came from. */
const frontMatter = /^\uFEFF?(---|\+\+\+|;;;)[^\n]*\n[\s\S]*?\n\1[ \t]*(?:\n|$)/;

/** Marks of lists and quotations that begin a line: as many as somebody means. */
function withFewMarks(line: string): string {
  const beginning = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/.exec(line)?.[0] ?? "";
  const marks = beginning.match(/[ \t]*(?:>|[-+*]|\d{1,9}[.)])/g) ?? [];
  if (marks.length <= deepestMarks && beginning.length <= 200) return line;
  return `${marks
    .slice(0, deepestMarks)
    .map((mark) => `${mark.slice(-20)} `)
    .join("")}${line.slice(beginning.length)}`;
}

/** The same text in lines and blocks of a size that is read in an instant. */
function inSmallBlocks(markdown: string): string {
  let block = 0;
  const lines: string[] = [];
  for (const whole of markdown.replace(/\r\n?/g, "\n").split("\n")) {
    const line = withFewMarks(whole);
    for (let at = 0; at === 0 || at < line.length; at += longestLine) {
      const part = line.slice(at, at + longestLine);
      if (block + part.length > longestBlock) {
        lines.push("");
        block = 0;
      }
      lines.push(part);
      block = part.trim() === "" ? 0 : block + part.length + 1;
    }
  }
  return lines.join("\n");
}

/** Markdown as a tree that lessons can hold. */
export function markdownTree(markdown: string, destination: Destination, left: Left): Root {
  left.end ??= firstWords(markdown.slice(longestMarkdown));
  const text = inSmallBlocks(markdown.slice(0, longestMarkdown).replace(frontMatter, ""));
  const tree = parser.parse(text) as Root;
  return cleanTree(tree, destination, left, (html) => blocksOfHtml(html, left));
}

/**
 * Turns plain Markdown into text of the dialect: front matter is taken off, HTML becomes what it says in Markdown, and
 * signs that mean something to MDX are escaped.
 *
 * @param markdown what is longer than `longestMarkdown` is cut off
 */
export function markdownToDialect(markdown: string): Converted {
  const left = nothingLeft();
  return { markdown: dialectText(markdownTree(markdown, "lesson", left)), left };
}
