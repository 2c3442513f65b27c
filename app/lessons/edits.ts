/** The repairs that one step makes. Each is given only where the source is written as plainly as the step needs. */
import type { Edit, Place } from "./problem";
import { placeAfter, type SourceText, type Span } from "./source-text";
import type { LessonAttribute, LessonNode } from "./tree";

type Placed = { readonly position?: { readonly start: Place; readonly end: Place } | undefined };

/** Where a node or an attribute stands; undefined for what the product made itself. */
export function spanOf(node: Placed): Span | undefined {
  return node.position && { from: node.position.start, to: node.position.end };
}

/** A longer element is not written anew to change its name. */
const longestElement = 10_000;

const partOfWord = /[\p{L}\p{N}_.-]/u;
const letter = /[\p{L}\p{N}]/u;

/**
 * Another word in place of one that stands exactly once in a span.
 *
 * @param after looks only at what follows the last one of these
 */
export function replaceWord(
  source: SourceText,
  span: Span | undefined,
  word: string,
  insert: string,
  after = "",
): Edit | undefined {
  if (!span || word === "") return undefined;
  const text = source.between(span);
  const begin = after === "" ? 0 : text.lastIndexOf(after);
  if (begin < 0) return undefined;
  const found: number[] = [];
  for (let at = text.indexOf(word, begin); at >= 0; at = text.indexOf(word, at + word.length)) found.push(at);
  const [at] = found;
  if (at === undefined || found.length > 1) return undefined;
  if (letter.test(word[0] ?? "") && partOfWord.test(text.slice(0, at).slice(-1))) return undefined;
  if (partOfWord.test(text.charAt(at + word.length))) return undefined;
  const from = placeAfter(span.from, text.slice(0, at));
  return { from, to: placeAfter(from, word), insert };
}

/** Another word in the value of an attribute. */
export function replaceInAttribute(
  source: SourceText,
  attribute: LessonAttribute | undefined,
  word: string,
  insert: string,
): Edit | undefined {
  const span = attribute && spanOf(attribute);
  const text = span ? source.between(span) : "";
  const value = /=\s*(["'])/.exec(text);
  if (!span || !value) return undefined;
  return replaceWord(source, { from: placeAfter(span.from, text.slice(0, value.index)), to: span.to }, word, insert);
}

/** Another name for an attribute. */
export function renameAttribute(source: SourceText, attribute: LessonAttribute, name: string): Edit | undefined {
  const span = spanOf(attribute);
  const old = attribute.name ?? "";
  if (!span || !source.between(span).startsWith(old)) return undefined;
  return { from: span.from, to: placeAfter(span.from, old), insert: name };
}

/** Nothing in place of an attribute and the space before it. */
export function removeAttribute(source: SourceText, attribute: LessonAttribute | undefined): Edit | undefined {
  const span = attribute && spanOf(attribute);
  if (!span) return undefined;
  const before = source.row(span.from.line).slice(0, span.from.column - 1);
  const kept = before.trimEnd();
  if (kept !== "") return { from: { line: span.from.line, column: kept.length + 1 }, to: span.to, insert: "" };
  return { ...(source.wholeLines(span) ?? span), insert: "" };
}

/** An attribute at the end of an opening tag. */
export function addAttribute(source: SourceText, node: LessonNode, written: string): Edit | undefined {
  const last = node.attributes?.at(-1);
  const span = spanOf(last ?? node);
  if (!span) return undefined;
  const at = last ? span.to : placeAfter(span.from, `<${node.name}`);
  if (!last && source.between({ from: span.from, to: at }) !== `<${node.name}`) return undefined;
  return { from: at, to: at, insert: ` ${written}` };
}

/** Another name for an element, where it begins and where it ends. */
export function renameElement(source: SourceText, node: LessonNode, name: string): Edit | undefined {
  const span = spanOf(node);
  const old = node.name ?? "";
  const text = span ? source.between(span) : "";
  if (!span || !text.startsWith(`<${old}`) || text.length > longestElement) return undefined;
  const from = placeAfter(span.from, "<");
  if (text.endsWith("/>")) return { from, to: placeAfter(from, old), insert: name };
  if (!text.endsWith(`</${old}>`)) return undefined;
  return {
    from,
    to: { line: span.to.line, column: span.to.column - 1 },
    insert: `${name}${text.slice(old.length + 1, -old.length - 1)}${name}`,
  };
}

/** Nothing in place of something that fills its lines, and of the lines. */
export function removeLines(source: SourceText, span: Span | undefined): Edit | undefined {
  const lines = span && source.wholeLines(span);
  return lines && { ...lines, insert: "" };
}

/** Nothing in place of something in a sentence, with the space before it. */
export function removeFromSentence(source: SourceText, span: Span | undefined): Edit | undefined {
  if (!span) return undefined;
  const before = source.row(span.from.line).slice(0, span.from.column - 1);
  if (!/[\p{L}\p{N}]/u.test(before) || before.includes("|")) return undefined;
  return { from: { line: span.from.line, column: before.trimEnd().length + 1 }, to: span.to, insert: "" };
}

const marks = new Map([
  ["b", "**"],
  ["strong", "**"],
  ["i", "*"],
  ["em", "*"],
  ["del", "~~"],
  ["s", "~~"],
  ["code", "`"],
]);

/** Markdown in place of an HTML element around plain words. */
export function writeMarkdown(source: SourceText, node: LessonNode): Edit | undefined {
  const span = spanOf(node);
  const mark = marks.get(node.name ?? "");
  if (!span || mark === undefined || node.type !== "mdxJsxTextElement" || node.attributes?.length) return undefined;
  const words = /^<\w+>([\p{L}\p{N}](?:[\p{L}\p{N} ,.!?'’%–-]*[\p{L}\p{N}])?)<\/\w+>$/u.exec(source.between(span))?.[1];
  const sides = [
    source
      .row(span.from.line)
      .slice(0, span.from.column - 1)
      .slice(-1),
    source.row(span.to.line).slice(span.to.column - 1, span.to.column),
  ];
  if (words === undefined || sides.some((side) => /[*_~`\\]/.test(side))) return undefined;
  return { ...span, insert: `${mark}${words}${mark}` };
}

/** Another id in the opening tag that begins at a place. */
export function replaceId(source: SourceText, place: Place, id: string, insert: string): Edit | undefined {
  const tag = source.between({ from: place, to: { line: place.line + 9, column: 1 } });
  const before = /^<\w+\s(?:[^>]*\s)?id=["']/.exec(tag)?.[0];
  if (before === undefined || !/^["']/.test(tag.slice(before.length + id.length))) return undefined;
  if (!tag.startsWith(id, before.length)) return undefined;
  const from = placeAfter(place, before);
  return { from, to: placeAfter(from, id), insert };
}

/** An id like another that nobody uses yet; undefined where it would be too long. */
export function freeId(id: string, used: { has(id: string): boolean }): string | undefined {
  let number = 2;
  while (used.has(`${id}-${number}`)) number++;
  const free = `${id}-${number}`;
  return free.length <= 64 ? free : undefined;
}
