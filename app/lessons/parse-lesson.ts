import { createProcessor } from "@mdx-js/mdx";
import remarkGfm from "remark-gfm";
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
    report(deep, "too-deep", `This is nested more than ${deepest} levels deep. Write it flatter.`);
    return undefined;
  }
  return tree;
}

function fits(body: string, report: Report): boolean {
  if (body.length > largestSource) {
    report(
      { line: 1, column: 1 },
      "too-large",
      `The file is longer than ${largestSource} characters. Split it into several lessons.`,
    );
    return false;
  }
  let good = true;
  let block = 0;
  const rows = body.split(/\r\n|\n|\r/);
  for (const [index, row] of rows.entries()) {
    const line = index + 1;
    if (row.length > longestLine) {
      report(
        { line, column: longestLine + 1 },
        "too-long-line",
        `The line is longer than ${longestLine} characters. Break it.`,
      );
      good = false;
    }
    const quotes = /^[\s>]*/.exec(row.slice(0, 400))?.[0].replace(/\s/g, "").length ?? 0;
    if (quotes > deepestQuote) {
      report(
        { line, column: 1 },
        "too-deep",
        `Quotations are nested more than ${deepestQuote} levels deep. Write it flatter.`,
      );
      good = false;
    }
    block = row.trim() === "" ? 0 : block + row.length + 1;
    if (block > longestBlock && block - row.length - 1 <= longestBlock && row.length <= longestLine) {
      report(
        { line, column: 1 },
        "too-long-block",
        `More than ${longestBlock} characters without an empty line. Write one here.`,
      );
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
    report({ line: 1, column: 1 }, "too-deep", "The file is nested too deep to be read. Write it flatter.");
    return;
  }
  if (!isSyntaxFault(fault)) {
    // The parser lost its own thread, as it does where a component begins in a heading and ends nowhere.
    const message = "The file cannot be read. Look for a component that is opened in one block and not closed in it.";
    report({ line: 1, column: 1 }, "syntax", message);
    return;
  }
  const opened = /\((\d+):(\d+)-\d+:\d+\)/.exec(fault.message);
  const place: Place =
    fault.line !== undefined
      ? { line: fault.line, column: fault.column ?? 1 }
      : { line: Number(opened?.[1] ?? 1), column: Number(opened?.[2] ?? 1) };
  if (fault.source?.endsWith("mdxjs-esm")) {
    report(place, "import", "Lessons hold no import and no export. If the sentence begins with the word, rephrase it.");
  } else if (fault.source?.endsWith("mdx-expression") || fault.ruleId === "acorn") {
    report(place, "expression", "Lessons hold no { } expressions. Write \\{ where a brace is meant.");
  } else if (fault.message.includes("`!`")) {
    report(place, "element", "Lessons hold no HTML comments. Leave the remark out.");
  } else if (fault.ruleId === "end-tag-mismatch") {
    const name = /`<\/?([^>`]*)>`/.exec(fault.message)?.[1] ?? "";
    const message = !fault.message.startsWith("Expected a closing tag")
      ? `</${name}> closes something else than what is open${opened ? `, which was opened on line ${opened[1]}` : ""}. Write the closing tags in the opposite order of the opening ones.`
      : fault.message.includes("before the end of")
        ? `<${name}> is not closed before its paragraph, list or quotation ends. Write <${name}> and </${name}> on lines of their own, with an empty line after and before.`
        : `<${name}> is not closed. Write </${name}>.`;
    report(place, "syntax", message);
  } else if (fault.ruleId === "unexpected-closing-slash") {
    report(place, "syntax", "A closing tag without an opening one. Remove it, or write the opening tag before it.");
  } else if (fault.ruleId === "unexpected-character" && fault.message.includes("before name")) {
    report(
      place,
      "syntax",
      "This < begins no component. Write \\< where the sign is meant, and addresses as [text](address).",
    );
  } else {
    report(place, "syntax", `This cannot be read: ${fault.message}. Write \\< and \\{ where the signs are meant.`);
  }
}
