/** Texts of GIFT questions as trees of Markdown. */
import type { TextFormat } from "gift-pegjs";
import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import { withAddresses } from "../paste/addresses";
import { nothingLeft } from "../paste/clean-tree";
import { dialectText, inlineText, wordsOf } from "../paste/dialect-text";
import { htmlTree } from "../paste/html-to-dialect";
import { markdownTree } from "../paste/markdown-to-dialect";
import { visible } from "../paste/visible-text";

/** Why a text cannot be carried over. */
export class TextLeft extends Error {
  readonly reason: "picture" | "too-long";

  constructor(reason: TextLeft["reason"]) {
    super(reason);
    this.reason = reason;
  }
}

/** Characters of an answer or of feedback at most, as they are written. */
const longestInline = 1_500;
const longestPrompt = 4_000;

function blocksOf({ format, text }: TextFormat): RootContent[] {
  if (/!\[[^\]]*\]\(|<img\b|@@PLUGINFILE@@/i.test(text) && (format === "html" || format === "markdown")) {
    throw new TextLeft("picture");
  }
  if (format === "html") return htmlTree(text, "question", nothingLeft()).children;
  if (format === "markdown") return markdownTree(text, "question", nothingLeft()).children;
  const plain = visible(text).replace(/\s+/g, " ").trim();
  return plain === "" ? [] : [{ type: "paragraph", children: withAddresses(plain) }];
}

/** Blocks in one sentence: paragraphs as they are, everything else by its words. */
function inOneSentence(blocks: readonly RootContent[]): PhrasingContent[] {
  const parts = blocks.map((block): PhrasingContent[] =>
    block.type === "paragraph" ? block.children : withAddresses(wordsOf(block).trim()),
  );
  return parts.flatMap((part, index) => (index === 0 ? part : [{ type: "text", value: " " }, ...part]));
}

/**
 * An answer or feedback, on one line; empty where it says nothing.
 *
 * @throws TextLeft
 */
export function answerText(text: TextFormat): string {
  const written = inlineText(inOneSentence(blocksOf(text)));
  if (written.length > longestInline) throw new TextLeft("too-long");
  return written;
}

/** The words of an answer, as the checker compares them. */
export function answerWords(text: TextFormat): string {
  return wordsOf({ type: "root", children: inOneSentence(blocksOf(text)) }).trim();
}

/**
 * What is asked: a paragraph, and whatever follows it; empty where it says nothing.
 *
 * @throws TextLeft
 */
export function promptText(text: TextFormat): string {
  const blocks = blocksOf(text);
  const [first] = blocks;
  const opening: Paragraph | undefined =
    first === undefined || first.type === "paragraph"
      ? undefined
      : { type: "paragraph", children: withAddresses(wordsOf(first).trim()) };
  const children = opening ? [opening, ...blocks.slice(1)] : blocks;
  const written = dialectText({ type: "root", children });
  if (written.length > longestPrompt) throw new TextLeft("too-long");
  return written;
}
