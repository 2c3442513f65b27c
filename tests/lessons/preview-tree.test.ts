import { describe, expect, it } from "vitest";
import { checkLesson } from "#app/lessons/check-lesson";
import { previewTree } from "#app/lessons/preview-tree";
import type { LessonNode } from "#app/lessons/tree";
import { lessonContext, lessonOf, linesBefore } from "#tests/support/lessons";

/** What is shown of a lesson, block by block: a notice by the lines and codes of its problems. */
function shownOf(body: string): string[] {
  const check = checkLesson(lessonOf(body), lessonContext());
  const tree = previewTree(check, { title: "hidden", say: ({ line, code }) => `${line - linesBefore} ${code}` });
  const textOf = (node: LessonNode): string => (node.value ?? "") + (node.children ?? []).map(textOf).join(" ");
  return (tree?.children ?? []).map((node) => `${node.name ?? node.type}: ${textOf(node)}`);
}

describe("a lesson that is being written", () => {
  it("is shown but for the blocks that have an error, which say what is wrong", () => {
    expect(shownOf("Before.\n\nSome <b>bold</b>.\n\nAfter.")).toEqual([
      "paragraph: Before.",
      "Callout: 3 element",
      "paragraph: After.",
    ]);
  });

  it("hides what has an address by a reference that is refused, wherever that is defined", () => {
    expect(shownOf("See [this][a] now.\n\nAnd this.\n\n[a]: javascript:alert")).toEqual([
      "Callout: 5 url",
      "paragraph: And this.",
    ]);
    expect(shownOf("> [this][a]\n>\n> [a]: file:///etc/passwd\n\nSee [that][a].\n\nAnd this.")).toEqual([
      "Callout: 3 url",
      "Callout: 3 url",
      "paragraph: And this.",
    ]);
  });

  it("says what is wrong with what is no block at all", () => {
    expect(shownOf("Before.\n\n[b]: data:text/html,x\n\nAfter.")).toEqual([
      "paragraph: Before.",
      "Callout: 3 url",
      "paragraph: After.",
    ]);
  });
});
