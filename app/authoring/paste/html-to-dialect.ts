/** Text from a word processor or a page of the web, as clean text of the dialect. */
import type { Root, RootContent } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import { unified } from "unified";
import { cleanTree, type Destination, type Left, nothingLeft } from "./clean-tree";
import { dialectText } from "./dialect-text";
import { saidInElements } from "./office-html";
import { tidyHtml } from "./tidy-html";

/** What became of a text: Markdown of the dialect, and what was not carried over. */
export interface Converted {
  readonly markdown: string;
  readonly left: Left;
}

/** Characters of HTML at most, styles and all; and of what is left of it once it is tidied. */
export const longestHtml = 900_000;
const longestTidied = 100_000;

const reader = unified().use(rehypeParse, { fragment: true }).freeze();
const turner = unified().use(rehypeRemark, { document: true }).freeze();

function markdownOf(html: string, left: Left): RootContent[] {
  const tidied = tidyHtml(html.slice(0, longestHtml));
  if (html.length > longestHtml || tidied.length > longestTidied) left.cut = true;
  const tree = reader.parse(tidied.slice(0, longestTidied));
  saidInElements(tree, left);
  return turner.runSync(tree).children;
}

/** HTML as a tree of Markdown that lessons can hold. */
export function htmlTree(html: string, destination: Destination, left: Left): Root {
  return cleanTree({ type: "root", children: markdownOf(html, left) }, destination, left, () => []);
}

/** The blocks of a piece of HTML that stands in Markdown. */
export function blocksOfHtml(html: string, left: Left): readonly RootContent[] {
  return markdownOf(html, left);
}

/**
 * Turns pasted HTML into text of the dialect. Everything that could run, every style and every element without a
 * counterpart is gone; pictures, links that lead nowhere outside, and struck text are counted.
 *
 * @param html what is longer than `longestHtml` is cut off
 */
export function htmlToDialect(html: string): Converted {
  const left = nothingLeft();
  return { markdown: dialectText(htmlTree(html, "lesson", left)), left };
}
