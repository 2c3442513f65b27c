import { describe, expect, it } from "vitest";
import { checkLesson } from "#app/lessons/check-lesson";
import type { ProblemCode } from "#app/lessons/problem";
import { lessonContext, lessonOf, linesBefore, question } from "#tests/support/lessons";

/** What is written, the codes with the line and column of the body where they are reported, and part of what is said. */
type Case = readonly [
  title: string,
  body: string,
  found: readonly (readonly [ProblemCode, number, number])[],
  says: string,
];

function found(body: string, more = {}) {
  const { problems } = checkLesson(lessonOf(body), lessonContext(more));
  return { problems, places: problems.map(({ code, line, column }) => [code, line - linesBefore, column]) };
}

const code: readonly Case[] = [
  ["an import", 'import fs from "fs"\n\nText.', [["import", 1, 1]], "<Figure>"],
  ["an import of data", 'Text.\n\nimport data from "/etc/passwd.json"', [["import", 3, 1]], "import nothing"],
  [
    "several imports in one block",
    'import a from "a"\nimport b from "b"',
    [
      ["import", 1, 1],
      ["import", 2, 1],
    ],
    "",
  ],
  ["an export", "export const x = 1", [["export", 1, 1]], "front matter"],
  ["a default export", "export default () => null", [["export", 1, 1]], "front matter"],
  ["a broken import", "import x from 'y", [["import", 1, 15]], "no import"],
  ["an expression in a sentence", "Now {1 + 1} things.", [["expression", 1, 5]], "\\{"],
  [
    "an expression on a line of its own",
    "{globalThis.process.exit()}",
    [["expression", 1, 1]],
    "{globalThis.process.exit()}",
  ],
  ["an expression that is a template", "{`text`}", [["expression", 1, 1]], "text itself"],
  ["an expression that is a pattern", "{/x/}", [["expression", 1, 1]], "text itself"],
  ["an expression that is null", "{null}", [["expression", 1, 1]], "text itself"],
  ["a negative number", "{-1}", [["expression", 1, 1]], "text itself"],
  ["a comment in braces", "Text {/* secret */} more.", [["expression", 1, 6]], "comments"],
  ["an expression that does not parse", "Text {a b}", [["expression", 1, 8]], "\\{"],
  ["a brace that is not closed", "Text {", [["expression", 1, 7]], "\\{"],
  [
    "an attribute expression",
    '<Callout kind={"tip" + ""}>x</Callout>',
    [["attribute-expression", 1, 10]],
    'kind="..."',
  ],
  [
    "a function for an attribute",
    "<Callout title={() => 1}>x</Callout>",
    [["attribute-expression", 1, 10]],
    'title="..."',
  ],
  ["an element for an attribute", "<Callout title={<b />}>x</Callout>", [["attribute-expression", 1, 10]], "title"],
  ["a spread", "<Callout {...props}>x</Callout>", [["spread", 1, 10]], "Write each attribute"],
  ["an event handler", '<Callout title="a"\n  onClick="alert(1)">x</Callout>', [["handler", 2, 3]], "never run code"],
  ["an event handler in lower case", '<Callout onmouseover="x">x</Callout>', [["handler", 1, 10]], "Remove"],
  ["an inline style", '<Callout style="color: red">x</Callout>', [["inline-style", 1, 10]], "look belongs"],
  ["a class", '<Callout className="x">x</Callout>', [["inline-style", 1, 10]], "look belongs"],
  ["inner HTML", '<Callout dangerouslySetInnerHTML="x">x</Callout>', [["attribute-unknown", 1, 10]], "Remove"],
  ["an HTML comment", "Text <!-- x -->", [["element", 1, 7]], "comments"],
];

const names: readonly Case[] = [
  ["an unknown component", "<Chart>x</Chart>", [["component-unknown", 1, 1]], "The components are"],
  [
    "a misspelt component",
    '<ForDepartement only="butik">x</ForDepartement>',
    [["component-unknown", 1, 1]],
    "Did you mean ForDepartment?",
  ],
  ["a component of a later version", '<Person responsibility="crisis" />', [["component-later", 1, 1]], "Until then"],
  ["examples, of a later version", 'Text.\n\n<ShareExample prompt="x" />', [["component-later", 3, 1]], "Until then"],
  ["a member of something", "<React.Fragment>x</React.Fragment>", [["component-unknown", 1, 1]], "React.Fragment"],
  ["a component named constructor", "<Constructor />", [["component-unknown", 1, 1]], "Constructor"],
  ["an element named constructor", "<constructor />", [["element", 1, 1]], "<constructor>"],
  ["an element named __proto__", "<__proto__ />", [["component-unknown", 1, 1]], "__proto__"],
  ["a fragment", "<>x</>", [["fragment", 1, 1]], "content alone"],
  ["bold in HTML", "Some <b>bold</b> text.", [["element", 1, 6]], "**bold**"],
  ["a script", "<script>alert(1)</script>", [["element", 1, 1]], "never run code"],
  ["a frame", '<iframe src="https://example.org" />', [["element", 1, 1]], "link"],
  [
    "an element with a handler",
    '<p onClick="x">x</p>',
    [
      ["element", 1, 1],
      ["handler", 1, 4],
    ],
    "",
  ],
  [
    "an element with a style",
    '<div style="x">x</div>',
    [
      ["element", 1, 1],
      ["inline-style", 1, 6],
    ],
    "",
  ],
  ["an undeclared attribute", '<Callout colour="red">x</Callout>', [["attribute-unknown", 1, 10]], "kind, title"],
  ["a misspelt attribute", '<Callout titel="x">x</Callout>', [["attribute-unknown", 1, 10]], "Did you mean title?"],
  [
    "an attribute named constructor",
    '<Callout constructor="x">x</Callout>',
    [["attribute-unknown", 1, 10]],
    "constructor",
  ],
  ["an attribute named __proto__", '<Callout __proto__="x">x</Callout>', [["attribute-unknown", 1, 10]], "__proto__"],
  [
    "a value that is not one of those",
    '<Callout kind="tipp">x</Callout>',
    [["attribute-value", 1, 10]],
    "Did you mean tip?",
  ],
  ["an attribute written twice", '<Callout title="a" title="b">x</Callout>', [["attribute-value", 1, 20]], "once"],
  ["an attribute that says nothing", '<Callout title="">x</Callout>', [["attribute-value", 1, 10]], 'title="..."'],
  ["a term without definition", "A <Term>word</Term> here.", [["attribute-missing", 1, 3]], "def"],
  [
    "a department that is unknown",
    '<ForDepartment only="kundservice butikk">x</ForDepartment>',
    [["department-unknown", 1, 16]],
    "Did you mean butik?",
  ],
  [
    "a department named __proto__",
    '<ForDepartment only="__proto__">x</ForDepartment>',
    [["department-unknown", 1, 16]],
    "__proto__",
  ],
  ["a department named toString", '<Why for="toString">x</Why>', [["department-unknown", 1, 6]], "toString"],
  [
    "both only and except",
    '<ForDepartment only="butik" except="kundservice">x</ForDepartment>',
    [["attribute-missing", 1, 1]],
    "one of only and except",
  ],
  [
    "neither only nor except",
    "<ForDepartment>x</ForDepartment>",
    [["attribute-missing", 1, 1]],
    "one of only and except",
  ],
  [
    "business value for two departments",
    '<Why for="butik kundservice">x</Why>',
    [["attribute-value", 1, 6]],
    "one department",
  ],
  [
    "a revision that is no number",
    '<Changed since="June">x</Changed>',
    [["attribute-value", 1, 10]],
    "number of a revision",
  ],
];

const links: readonly Case[] = [
  ["a script for an address", "[a](javascript:alert)", [["url", 1, 1]], "javascript:"],
  ["the same in capitals", "Go [a](JaVaScRiPt:alert)", [["url", 1, 4]], "not allowed"],
  ["the same by character references", "[a](&#106;avascript:alert)", [["url", 1, 1]], "not allowed"],
  ["the same with a tab in it", "[a](<java&#9;script:alert>)", [["url", 1, 1]], "control characters"],
  ["the same in a definition", "[a][b]\n\n[b]: javascript:alert", [["url", 3, 1]], "not allowed"],
  [
    "the same in a definition that two links use",
    "[a][b] [c][b]\n\n[b]: javascript:alert",
    [["url", 3, 1]],
    "not allowed",
  ],
  ["the same in a definition that nothing uses", "Text.\n\n[b]: javascript:alert", [["url", 3, 1]], "not allowed"],
  ["the same for a picture", "![a](javascript:alert)", [["url", 1, 1]], "not allowed"],
  ["the same for a picture by reference", "![a][b]\n\n[b]: data:image/png;base64,AA", [["url", 3, 1]], "not allowed"],
  ["the same for a figure", '<Figure src="javascript:alert" alt="a" />', [["url", 1, 9]], "not allowed"],
  ["data", "[a](data:text/html,x)", [["url", 1, 1]], "data:"],
  ["an address without encryption", "[a](http://example.org)", [["url", 1, 1]], "https://example.org"],
  ["such an address by itself", "See http://example.org now", [["url", 1, 5]], "https://example.org"],
  ["an address that begins with www", "See www.example.org now", [["url", 1, 5]], "https://www.example.org"],
  ["an address of whatever the page has", "[a](//example.org)", [["url", 1, 1]], "https://example.org"],
  ["backslashes", "[a](https:\\\\example.org)", [["url", 1, 1]], "backslashes"],
  ["a user name in an address", "[a](https://x@example.org)", [["url", 1, 1]], "user names"],
  ["an address on this site", "[a](/logout)", [["url", 1, 1]], "module's folder"],
  ["a path out of the course", "[a](../../other/module/01-x)", [["url", 1, 1]], "no path in the course"],
  ["a link that leads nowhere", "[a]()", [["link-empty", 1, 1]], "nowhere"],
  ["a link without text", "[](https://example.org)", [["link-empty", 1, 1]], "no text"],
  ["a lesson that does not exist", "[a](02-sped)", [["link-target", 1, 1]], "Did you mean 02-speed?"],
  ["a module that does not exist", "[a](../sellin/01-help)", [["link-target", 1, 1]], "Did you mean selling?"],
  ["a lesson that another module lacks", "[a](../selling/01-tone)", [["link-target", 1, 1]], "01-help"],
  ["a lesson by reference", "[a][b]\n\n[b]: 09-none", [["link-target", 3, 1]], "no lesson 09-none"],
  ["a lesson named constructor", "[a](../constructor/01-x)", [["link-target", 1, 1]], "no module constructor"],
  ["a link to a picture", "[a](media/thread.png)", [["url", 1, 1]], "<Figure"],
  ["a picture from elsewhere", "![a](https://example.org/a.png)", [["picture-elsewhere", 1, 1]], "media folder"],
  ["a picture that is not there", "![a](media/thred.png)", [["media-missing", 1, 1]], "Did you mean media/thread.png?"],
  [
    "a figure that is not there",
    '<Figure src="media/none.png" alt="a" />',
    [["media-missing", 1, 9]],
    "no media/none.png",
  ],
  ["a link to a document", "[a](media/checklist.pdf)", [["url", 1, 1]], "<Attachment"],
  ["a video shown as a picture", "![a](media/answering.mp4)", [["media-kind", 1, 1]], "<Video src"],
  [
    "a figure of a video",
    '<Figure src="media/answering.mp4" alt="a" />',
    [["media-kind", 1, 9]],
    "src takes a picture",
  ],
  ["a video of a picture", '<Video src="media/thread.png" title="a">b</Video>', [["media-kind", 1, 8]], "<Figure src"],
  [
    "captions that are none",
    '<Video src="media/answering.mp4" title="a" captions="media/checklist.pdf" />',
    [["media-kind", 1, 44]],
    "captions takes captions, and media/checklist.pdf is a document",
  ],
  ["a document that is none", '<Attachment src="media/thread.png" title="a" />', [["media-kind", 1, 13]], "a document"],
  [
    "a video that is not there",
    '<Video src="media/answring.mp4" title="a">b</Video>',
    [["media-missing", 1, 8]],
    "Did you mean media/answering.mp4?",
  ],
  [
    "a video without captions and without transcript",
    'Text.\n\n<Video src="media/answering.mp4" title="a" />',
    [["captions-missing", 3, 1]],
    "whoever cannot hear it gets nothing",
  ],
  [
    "a video whose transcript is empty",
    '<Video src="media/answering.mp4" title="a">\n\n</Video>',
    [["captions-missing", 1, 1]],
    'captions="media/name.vtt"',
  ],
  [
    "a video without title",
    '<Video src="media/answering.mp4" captions="media/answering.vtt" />',
    [["attribute-missing", 1, 1]],
    "Video needs title",
  ],
  ["a picture without alt", "![](media/thread.png)", [["alt-missing", 1, 1]], "![what"],
  ["a figure without alt", '<Figure src="media/thread.png" />', [["alt-missing", 1, 1]], "alt="],
  ["a figure whose alt is empty", '<Figure src="media/thread.png" alt="" />', [["alt-missing", 1, 32]], "alt="],
];

const structure: readonly Case[] = [
  ["a heading of the first level", "# Title", [["heading-order", 1, 1]], "front matter"],
  ["an underlined heading of the first level", "Title\n=====", [["heading-order", 1, 1]], "front matter"],
  ["a level left out", "## A\n\n#### B", [["heading-order", 3, 1]], "Write ###"],
  ["a first heading that is too deep", "### A", [["heading-order", 1, 1]], "Write ##"],
  ["a heading without words", "##\n\nText", [["heading-empty", 1, 1]], "no words"],
  ["a heading in a remark", "<Callout>\n## A\n</Callout>", [["content-misplaced", 2, 1]], "bold"],
  [
    "a video in a question",
    question("a").replace("What now, a?", 'What now?\n\n<Video src="media/answering.mp4" title="t">x</Video>'),
    [["place", 4, 1]],
    "cannot stand in a question",
  ],
  [
    "a video in a transcript",
    '<Video src="media/answering.mp4" title="a">\n<Video src="media/answering.mp4" title="b">x</Video>\n</Video>',
    [["place", 2, 1]],
    "cannot stand here",
  ],
  [
    "content in an attachment",
    '<Attachment src="media/checklist.pdf" title="a">x</Attachment>',
    [["content-misplaced", 1, 49]],
    "holds nothing",
  ],
  ["a block in a heading", "## A <Callout>x</Callout>", [["place", 1, 6]], "lines of its own"],
  ["a term on lines of its own", '<Term def="a">\nword\n</Term>', [["place", 1, 1]], "same line"],
  ["a step by itself", "<Step>x</Step>", [["place", 1, 1]], "Steps"],
  ["text between steps", "<Steps>\n<Step>x</Step>\n\ntext\n</Steps>", [["content-misplaced", 4, 1]], "only <Step>"],
  ["a good one by itself", "<Good>x</Good>", [["place", 1, 1]], "Compare"],
  ["a choice by itself", "<Choice>x</Choice>", [["place", 1, 1]], "Check"],
  [
    "a question in a remark",
    `<Callout>\n${question("a")}</Callout>`,
    [["place", 2, 1]],
    "in the lesson itself or in ForDepartment",
  ],
  ["a question in a list", `- ${question("a").replaceAll("\n", "\n  ")}`, [["place", 1, 3]], "in the lesson itself"],
  [
    "a department in a department",
    '<ForDepartment only="butik">\n<ForDepartment only="kundservice">x</ForDepartment>\n</ForDepartment>',
    [["place", 2, 1]],
    "cannot stand here",
  ],
  ["an empty remark", "<Callout></Callout>", [["content-misplaced", 1, 1]], "empty"],
  [
    "content in a figure",
    '<Figure src="media/thread.png" alt="a">x</Figure>',
    [["content-misplaced", 1, 40]],
    "holds nothing",
  ],
  ["a component that is not closed", "<Callout>\n\nText", [["syntax", 1, 1]], "</Callout>"],
  ["a component closed too early", "<Callout>a\n\nb</Callout>", [["syntax", 1, 1]], "lines of their own"],
  ["components closed crosswise", "<Callout>\n<Steps>\n</Callout>\n</Steps>", [["syntax", 3, 1]], "opposite order"],
  ["a closing tag alone", "</Callout>", [["syntax", 1, 2]], "opening"],
  ["a sign that begins nothing", "a <5 b", [["syntax", 1, 4]], "\\<"],
  ["an address in angle brackets", "<https://example.org>", [["syntax", 1, 8]], "Write"],
];

describe.each([
  ["code", code],
  ["names", names],
  ["links and pictures", links],
  ["structure", structure],
] as const)("refused: %s", (_, cases) => {
  it.each(cases)("%s", (_title, body, expected, says) => {
    const { places, problems } = found(body);
    expect(places).toEqual(expected);
    expect(problems.map(({ message }) => message).join("\n")).toContain(says);
    expect(problems.every(({ severity }) => severity === "error")).toBe(true);
  });
});

describe("said without refusing the lesson", () => {
  it.each([
    [
      "an anchor that no heading has",
      "## Publiken\n\n[a](#publikn)",
      [["anchor-unknown", 3, 1]],
      "Did you mean publiken?",
    ],
    [
      "a passage that would be new for ever",
      '<Changed since="3">x</Changed>',
      [["since", 1, 1]],
      "newest revision is 3",
    ],
  ] as const)("%s", (_, body, expected, says) => {
    const { places, problems } = found(body);
    expect(places).toEqual(expected);
    expect(problems[0]).toMatchObject({ severity: "warning", message: expect.stringContaining(says) });
  });
});

describe("time", () => {
  const words = (count: number) => Array.from({ length: count }, () => "ord").join(" ");
  it("may exceed what is stated by half", () => expect(found(words(600), { minutes: 2 }).places).toEqual([]));
  it("may not exceed it by more", () => {
    const { problems } = found(words(602), { minutes: 2 });
    expect(problems).toMatchObject([{ code: "minutes", line: 1, column: 1, severity: "error", fix: "4" }]);
    expect(problems[0]?.message).toContain("minutes: 4");
  });
  it("counts a video by its length, and not the transcript that stands for it", () => {
    const video = (inside: string) => `<Video src="media/answering.mp4" title="a">\n\n${inside}\n\n</Video>`;
    expect(checkLesson(lessonOf(video(words(500))), lessonContext()).minutes).toBe(1.5);
  });
  it("counts a department's passage only for that department", () => {
    const passage = (id: string) => `<ForDepartment only="${id}">\n${words(200)}\n</ForDepartment>\n\n`;
    const body = `${words(200)}\n\n${passage("butik")}${passage("kundservice")}`;
    expect(checkLesson(lessonOf(body), lessonContext()).minutes).toBe(2);
  });
});

describe("suggestions", () => {
  it("are given apart, for tools that can put them in place", () => {
    expect(found('<ForDepartment only="butikk">x</ForDepartment>').problems[0]?.fix).toBe("butik");
    expect(found("<Calout>x</Calout>").problems[0]?.fix).toBe("Callout");
  });
});
