import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToDialect } from "#app/authoring/paste/html-to-dialect";
import { markdownToDialect } from "#app/authoring/paste/markdown-to-dialect";
import { checkLesson } from "#app/lessons/check-lesson";
import { lessonContext, lessonOf } from "#tests/support/lessons";

/** What the checker holds against a text that stands alone in a lesson. */
function problemsOf(markdown: string) {
  return checkLesson(lessonOf(`\n${markdown}\n`), lessonContext()).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

const names =
  "p div h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tr td th a b strong em i s del ins span font br hr img script style svg o:p Check Choice q sub dl dt dd input x-y template math".split(
    " ",
  );
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "import x from 'y'",
    "export default 1",
    "{1+1}",
    "}{",
    "<Check id='a'>",
    "</Check>",
    "# not a heading",
    "- dash",
    "1. one",
    "> quote",
    "| a | b |",
    "|---|",
    "---",
    "***",
    "```js",
    "`tick",
    "http://example.com/a",
    "https://user:secret@example.com",
    "https://example.com/a_b*c",
    "www.example.com",
    "xmpp:a@b.se",
    "mailto:a@b.se",
    "a@b.se",
    "[x]: javascript:alert(1)",
    "[a](b)",
    "![a](b)",
    "[^1]: note",
    "[^1]",
    "~~struck~~",
    "*a_b*",
    "\\",
    "&lt;b&gt;",
    "&#123;x}",
    "&amp;lt;",
    "\u00a0",
    "   ",
    "\n\n",
    "\n    indented",
    "[ ] task",
    "name@example.com.",
    "mailto:x@y.z",
    "=====",
  ),
);
const attributes = fc.constantFrom(
  "",
  ' href="https://example.org/a?b={c}&d=<e>"',
  ' href="javascript:alert(1)"',
  ' href="http://example.org"',
  ' href="mailto:a@b.se"',
  " href='../x'",
  ' style="mso-list:l0 level1 lfo1"',
  ' style="mso-list:l0 level3 lfo1"',
  ' style="mso-list:Ignore"',
  ' style="font-weight:700;font-style:italic;text-decoration:line-through"',
  ' class="MsoListParagraph"',
  ' class="MsoHeading2"',
  ' class="msoDel"',
  ' start="7"',
  ' colspan="3"',
  " onclick='x' style=\"x",
  " / = > ",
);
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...names), attributes).map(([name, rest]) => `<${name}${rest}>`) },
  { weight: 3, arbitrary: fc.constantFrom(...names).map((name) => `</${name}>`) },
  { weight: 5, arbitrary: words },
  {
    weight: 1,
    arbitrary: fc.constantFrom("<!-- x -->", "<!--[if gte mso 9]><xml>", "<![if !supportLists]>", "<![endif]>", "<!--"),
  },
);
const anyHtml = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

describe("whatever is pasted", () => {
  it("as HTML becomes text that the checker takes", () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const { markdown } = htmlToDialect(html);
        expect(problemsOf(markdown), markdown).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it("as Markdown becomes text that the checker takes", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, words, fc.constant("\n")), { maxLength: 50 }), (pieces) => {
        const { markdown } = markdownToDialect(pieces.join(""));
        expect(problemsOf(markdown), markdown).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });
});
