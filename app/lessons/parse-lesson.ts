import { createProcessor } from "@mdx-js/mdx";
import remarkGfm from "remark-gfm";
import { say } from "#app/words/areas/problems";
import type { Place, Report } from "./problem";
import type { LessonNode } from "./tree";

/** Larger than any lesson that somebody would sit through, and small enough to parse in an instant. */
export const largestSource = 200_000;
const longestLine = 5_000;
/** Parsing takes time by the square of a block, not of the file. */
const longestBlock = 20_000;
const deepest = 60;
const deepestQuote = 12;

const processor = createProcessor({ remarkPlugins: [remarkGfm] });

/**
 * Parses a lesson's body into a syntax tree without running anything in it.
 *
 * @param body the source with blank lines where its front matter was
 * @returns undefined when the source is too large, too deep or not MDX; that has been reported
 */
export function parseLesson(body: string, report: Report): LessonNode | undefined {
  if (!fits(body, report)) return undefined;
  let tree: LessonNode;
  try {
    tree = processor.parse(body) as LessonNode;
  } catch (fault) {
    reportSyntax(fault, report);
    return undefined;
  }
  const deep = tooDeep(tree);
  if (deep) {
    report(deep, "too-deep", say("tooDeep", { most: deepest }));
    return undefined;
  }
  return tree;
}

function fits(body: string, report: Report): boolean {
  if (body.length > largestSource) {
    report({ line: 1, column: 1 }, "too-large", say("tooLong", { most: largestSource }));
    return false;
  }
  let good = true;
  let block = 0;
  const rows = body.split(/\r\n|\n|\r/);
  for (const [index, row] of rows.entries()) {
    const line = index + 1;
    if (row.length > longestLine) {
      report({ line, column: longestLine + 1 }, "too-long-line", say("lineTooLong", { most: longestLine }));
      good = false;
    }
    const quotes = /^[\s>]*/.exec(row.slice(0, 400))?.[0].replace(/\s/g, "").length ?? 0;
    if (quotes > deepestQuote) {
      report({ line, column: 1 }, "too-deep", say("quotesTooDeep", { most: deepestQuote }));
      good = false;
    }
    block = row.trim() === "" ? 0 : block + row.length + 1;
    if (block > longestBlock && block - row.length - 1 <= longestBlock && row.length <= longestLine) {
      report({ line, column: 1 }, "too-long-block", say("blockTooLong", { most: longestBlock }));
      good = false;
    }
  }
  return good;
}

/** Walks without recursion: the tree may be deeper than the stack. */
function tooDeep(tree: LessonNode): Place | undefined {
  const open: { node: LessonNode; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let current = open.pop(); current; current = open.pop()) {
    const { node, depth } = current;
    if (depth > deepest) return node.position?.start ?? { line: 1, column: 1 };
    for (const child of node.children ?? []) open.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

interface SyntaxFault {
  readonly message: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly source?: string | undefined;
  readonly ruleId?: string | undefined;
}

function isSyntaxFault(fault: unknown): fault is SyntaxFault {
  return fault instanceof Error && "ruleId" in fault;
}

/** Says what the parser stumbled over in the words of somebody who writes lessons. */
function reportSyntax(fault: unknown, report: Report): void {
  if (fault instanceof RangeError) {
    report({ line: 1, column: 1 }, "too-deep", say("tooDeepToRead"));
    return;
  }
  if (!isSyntaxFault(fault)) {
    // The parser lost its own thread, as it does where a component begins in a heading and ends nowhere.
    report({ line: 1, column: 1 }, "syntax", say("lostThread"));
    return;
  }
  const opened = /\((\d+):(\d+)-\d+:\d+\)/.exec(fault.message);
  const place: Place =
    fault.line !== undefined
      ? { line: fault.line, column: fault.column ?? 1 }
      : { line: Number(opened?.[1] ?? 1), column: Number(opened?.[2] ?? 1) };
  if (fault.source?.endsWith("mdxjs-esm")) {
    report(place, "import", say("moduleCodeInSentence"));
  } else if (fault.source?.endsWith("mdx-expression") || fault.ruleId === "acorn") {
    report(place, "expression", say("expressionUnread"));
  } else if (fault.message.includes("`!`")) {
    report(place, "element", say("htmlComment"));
  } else if (fault.ruleId === "end-tag-mismatch") {
    const name = /`<\/?([^>`]*)>`/.exec(fault.message)?.[1] ?? "";
    const said = !fault.message.startsWith("Expected a closing tag")
      ? say("closesOther", { name, line: opened?.[1] })
      : fault.message.includes("before the end of")
        ? say("notClosedInBlock", { name })
        : say("notClosed", { name });
    report(place, "syntax", said);
  } else if (fault.ruleId === "unexpected-closing-slash") {
    report(place, "syntax", say("closingWithoutOpening"));
  } else if (fault.ruleId === "unexpected-character" && fault.message.includes("before name")) {
    report(place, "syntax", say("bareSign"));
  } else {
    report(place, "syntax", say("unread", { fault: fault.message }));
  }
}
