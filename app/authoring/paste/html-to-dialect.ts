/** Text from a word processor or a page of the web, as clean text of the dialect. */
import type { Root, RootContent } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import { unified } from "unified";
import { cleanTree, type Destination, nothingLeft } from "./clean-tree";
import { dialectText, wordsOf } from "./dialect-text";
import { saidInElements } from "./office-html";
import { type Converted, type Left, longestHtml } from "./pasted";
import { tidyHtml } from "./tidy-html";
import { firstWords } from "./visible-text";

/** Characters at most of what is left of HTML once it is tidied. */
const longestTidied = 100_000;
/** So far before its limit a long text is cut between two blocks. */
const cutWithin = 5_000;

const reader = unified().use(rehypeParse, { fragment: true }).freeze();
const turner = unified().use(rehypeRemark, { document: true }).freeze();

const blockStart = /<(?:p|h[1-6]|ul|ol|li|table|tr|blockquote|pre|div)[ >]/g;

/** The beginning of tidied HTML that is taken in, and the rest: between two blocks, or else between two words. */
function atBlock(tidied: string): readonly [string, string] {
  if (tidied.length <= longestTidied) return [tidied, ""];
  const from = longestTidied - cutWithin;
  const end = tidied.slice(from, longestTidied);
  const block = [...end.matchAll(blockStart)].at(-1)?.index;
  const tag = end.lastIndexOf("<");
  const between = tag > end.lastIndexOf(">") ? tag : end.lastIndexOf(" ") + 1;
  const at = from + (block ?? (between > 0 ? between : cutWithin));
  return [tidied.slice(0, at), tidied.slice(at)];
}

/** The first words of a piece of tidied HTML; null where it says nothing. */
function firstWordsOf(tidied: string): string | null {
  return tidied === ""
    ? null
    : firstWords(wordsOf(turner.runSync(reader.parse(tidied.slice(0, 10_000).replace(/<[^>]*$/, "")))));
}

function markdownOf(html: string, left: Left): RootContent[] {
  const tidied = tidyHtml(html.slice(0, longestHtml));
  const [taken, rest] = atBlock(tidied);
  left.end ??= firstWordsOf(rest) ?? firstWordsOf(tidyHtml(html.slice(longestHtml, longestHtml + 10_000)));
  const tree = reader.parse(taken);
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
 * counterpart is gone; pictures, links that lead nowhere outside, and struck text are counted; of what is longer than is taken in, the first words are told.
 *
 * @param html what is longer than `longestHtml` is cut off
 */
export function htmlToDialect(html: string): Converted {
  const left = nothingLeft();
  return { markdown: dialectText(htmlTree(html, "lesson", left)), left };
}
