import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkLesson } from "#app/lessons/check-lesson";
import { largestSource } from "#app/lessons/parse-lesson";
import { lessonContext, lessonOf } from "#tests/support/lessons";

const codes = (body: string) => checkLesson(lessonOf(body), lessonContext()).problems.map(({ code }) => code);

describe("sources that could bring a parser down", () => {
  it.each([
    ["a file that is too large", "word\n\n".repeat(largestSource / 5), "too-large"],
    ["a line that is too long", "word ".repeat(2_000), "too-long-line"],
    ["a block that is too long", "word word word\n".repeat(2_000), "too-long-block"],
    ["quotations in quotations", `${">".repeat(2_000)} text`, "too-deep"],
    ["quotations with spaces", `${"> ".repeat(2_000)} text`, "too-deep"],
    ["lists in lists", Array.from({ length: 70 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"), "too-deep"],
    ["lists in one line", `${"- ".repeat(2_000)}a`, "too-deep"],
    ["components in components", `${"<Callout>\n".repeat(400)}x\n${"</Callout>\n".repeat(400)}`, "too-deep"],
    ["components that are not closed", "<Callout>".repeat(500), "syntax"],
    ["braces", "{".repeat(4_000), "expression"],
  ] as const)("%s is a problem and no crash", (_, body, code) => expect(codes(body)).toContain(code));

  it.each([
    ["brackets", "[".repeat(4_000)],
    ["pictures that never come", "![".repeat(2_000)],
    ["stars", "*a **a ".repeat(600)],
    ["stars and underlines", "*_".repeat(1_000)],
    ["back ticks", Array.from({ length: 90 }, (_, count) => "`".repeat(count)).join(" ")],
    ["footnotes that never come", "[^a".repeat(1_500)],
  ])("%s are text", (_, body) => expect(Array.isArray(codes(body))).toBe(true));

  it("whatever is written, nothing is thrown and every problem has a place in the file", () => {
    const piece = fc.constantFrom(
      "<Callout>",
      "</Callout>",
      '<Check id="a">',
      "</Check>",
      "<Choice right>",
      "</Choice>",
      "<Feedback>",
      "</Feedback>",
      "<Term def='x'>",
      "</Term>",
      "{",
      "}",
      "{3}",
      "[a](",
      ")",
      "![",
      "]",
      "\n",
      "\n\n",
      "- ",
      "> ",
      "## ",
      "*",
      "**",
      "`",
      "text",
      "<",
      ">",
      "import ",
      "|",
      "[^1]",
      "---",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = lessonOf(pieces.join(""));
        const lines = source.split("\n");
        for (const { line, column, message } of checkLesson(source, lessonContext()).problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
          expect(message).not.toContain("undefined");
        }
      }),
      { numRuns: 400 },
    );
  });
});
