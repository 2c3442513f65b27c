import type { LessonContext } from "./lesson-context";
import { audienceOf, type PassageAudience } from "./passage-audience";
import { isNamed, type LessonNode, placeOf, plainText, textOf } from "./tree";

/** A heading of a lesson. */
export interface OutlineEntry {
  /** Anchor of the heading, unique on its page. */
  readonly id: string;
  /** 2 to 6. */
  readonly depth: number;
  readonly text: string;
  /** Line of the source, for editors. */
  readonly line: number;
  /** Who sees it, where that is not everybody. */
  readonly audience?: PassageAudience;
}

/** Anchors that the page around a lesson uses for itself. */
const reserved = ["main", "toc", "footnote-label"];

/** Words a minute, silent reading of prose on a screen; the slower half of adults. */
const wordsPerMinute = 200;
/** Minutes to read, weigh and answer one question, beyond its words. */
const minutesPerQuestion = 0.25;

/**
 * Headings in order, with the anchors that are also written into the tree (`data.hProperties.id`).
 * An anchor is the heading's words in lower case with hyphens; letters of every alphabet stay.
 */
export function outlineOf(tree: LessonNode): OutlineEntry[] {
  const taken = new Set<string>(reserved);
  const outline: OutlineEntry[] = [];
  const step = (node: LessonNode, audience: PassageAudience | undefined) => {
    if (isNamed(node, "Check")) return;
    if (node.type === "heading") {
      const text = plainText(node);
      const id = freeAnchor(text, taken);
      node.data = { ...node.data, hProperties: { id } };
      outline.push({ id, depth: node.depth ?? 2, text, line: placeOf(node).line, ...(audience ? { audience } : {}) });
      return;
    }
    const inner = audienceOf(node) ?? audience;
    for (const child of node.children ?? []) step(child, inner);
  };
  step(tree, undefined);
  return outline;
}

function freeAnchor(text: string, taken: Set<string>): string {
  const plain =
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replace(/[\s-]+/gu, "-")
      .replace(/^-+|-+$/g, "") || "del";
  let id = plain;
  for (let n = 1; taken.has(id); n++) id = `${plain}-${n}`;
  taken.add(id);
  return id;
}

/**
 * The plain text of a lesson, for search. Questions are left out: what is found must not give answers away.
 */
export function searchTextOf(tree: LessonNode): string {
  const parts: string[] = [];
  for (const child of tree.children ?? []) collectText(child, parts);
  return parts.join("\n");
}

function collectText(node: LessonNode, parts: string[]): void {
  if (isNamed(node, "Check")) return;
  if (node.type === "mdxJsxFlowElement") {
    for (const attribute of node.attributes ?? []) {
      if (
        ["title", "label", "caption", "alt", "prompt"].includes(attribute.name ?? "") &&
        typeof attribute.value === "string"
      ) {
        parts.push(attribute.value);
      }
    }
    for (const child of node.children ?? []) collectText(child, parts);
    return;
  }
  const text = plainText(node);
  if (text) parts.push(text);
}

/**
 * Minutes to read a lesson and answer its questions, for whoever has most to read: passages for departments count
 * only for those they are meant for.
 *
 * A video takes as long as it is, and its transcript stands for it.
 *
 * @returns not rounded
 */
export function minutesOf(tree: LessonNode, media: LessonContext["media"] = new Map()): number {
  const everybody = { words: 0, questions: 0, seconds: 0 };
  const passages: ({ audience: PassageAudience } & typeof everybody)[] = [];
  const step = (node: LessonNode, audience: PassageAudience | undefined) => {
    const stated = audienceOf(node);
    const inner = stated ?? audience;
    let target = everybody;
    if (inner) {
      const passage = { audience: inner, words: 0, questions: 0, seconds: 0 };
      passages.push(passage);
      target = passage;
    }
    if (isNamed(node, "Check")) {
      target.questions++;
      target.words += countWords(withoutFeedback(node));
    } else if (isNamed(node, "Video")) {
      target.seconds += media.get(textOf(node, "src") ?? "")?.seconds ?? 0;
    } else if (node.type === "mdxJsxFlowElement" || node.type === "root") {
      for (const child of node.children ?? []) step(child, inner);
    } else target.words += countWords(node);
  };
  step(tree, undefined);

  const named = new Set(passages.flatMap(({ audience }) => ("only" in audience ? audience.only : audience.except)));
  const minutes = (department: string | undefined) => {
    let { words, questions, seconds } = everybody;
    for (const passage of passages) {
      const { audience } = passage;
      const meant =
        "only" in audience
          ? department !== undefined && audience.only.includes(department)
          : department === undefined || !audience.except.includes(department);
      if (!meant) continue;
      words += passage.words;
      questions += passage.questions;
      seconds += passage.seconds;
    }
    return words / wordsPerMinute + questions * minutesPerQuestion + seconds / 60;
  };
  return Math.max(...[undefined, ...named].map(minutes));
}

function withoutFeedback(node: LessonNode): LessonNode {
  const children = (node.children ?? []).filter((child) => !isNamed(child, "Feedback")).map(withoutFeedback);
  return node.children ? { ...node, children } : node;
}

function countWords(node: LessonNode): number {
  return plainText(node).match(/[\p{L}\p{N}]+(?:[-'’.,:][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
