/** What an author could try, and every place in which it could be tried: each attack stands in each place. */
import type { ProblemCode } from "#app/lessons/problem";

/** Set by an attack that runs. */
export const mark = "repris_attacked";
const run = `globalThis.${mark}=1`;

export interface Attack {
  readonly title: string;
  readonly source: string;
  readonly code: ProblemCode;
  /** Where in `source` it is reported, from 0. */
  readonly at: number;
  /** It is a link, which Markdown does not read in the text of another. */
  readonly isLink: boolean;
}

export interface Place {
  readonly title: string;
  /** `•` stands for the attack. */
  readonly template: string;
  readonly isLink: boolean;
}

function attack(title: string, source: string, code: ProblemCode, at = 0, isLink = false): Attack {
  return { title, source, code, at, isLink };
}

const expressions: readonly Attack[] = [
  attack("an assignment", `{${run}}`, "expression"),
  attack("a function that calls itself", `{(() => {${run}})()}`, "expression"),
  attack("a template", `{\`\${${run}}\`}`, "expression"),
  attack("a constructor of functions", `{new Function("${run}")()}`, "expression"),
  attack("a constructor reached through a text", `{"a"["constructor"]["constructor"]("${run}")()}`, "expression"),
  attack("an import as an expression", '{import("node:fs")}', "expression"),
  attack("a value of the process", "{process.env.HOME}", "expression"),
  attack("a comment", "{/* x */}", "expression"),
  attack("an element in an expression", "{<b />}", "expression"),
  attack("a list", "{[1]}", "expression"),
  attack("an object with a prototype", "{({__proto__: null})}", "expression"),
  attack("a tagged template", "{String.raw`x`}", "expression"),
  attack("a regular expression that never ends", '{/(a+)+$/.test("aaaa!")}', "expression"),
  attack("a name that escapes", "{\\u0067lobalThis}", "expression"),
];

const elements: readonly Attack[] = [
  ...[
    "b",
    "form",
    "details",
    "dialog",
    "math",
    "marquee",
    "object",
    "script",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "button",
    "noscript",
    "constructor",
  ].map((name) => attack(`<${name}>`, `<${name}>x</${name}>`, "element")),
  ...["embed", "input", "link", "meta", "base", "img", "iframe", "video", "audio", "source"].map((name) =>
    attack(`<${name}>`, `<${name} />`, "element"),
  ),
  attack("a picture that fails", `<img src="x" onerror="${run}" />`, "handler", 13),
  attack("a drawing that loads", `<svg onload="${run}" />`, "handler", 5),
  attack("a field that takes the focus", `<input autofocus onfocus="${run}" />`, "handler", 17),
  attack("a handler in capitals", `<b ONCLICK="${run}">x</b>`, "handler", 3),
  attack("a handler in braces", `<b onClick={() => {${run}}}>x</b>`, "element"),
  attack("a link in HTML", '<a href="javascript:x">x</a>', "element"),
  attack("an element of one's own", "<x-y>z</x-y>", "element"),
  attack("a name with a space of names", "<svg:script>x</svg:script>", "element"),
  attack("a member", "<React.Fragment>x</React.Fragment>", "component-unknown"),
  attack("a member of the prototype", "<Object.prototype />", "component-unknown"),
  attack("the prototype", "<__proto__ />", "component-unknown"),
  attack("an element named toString", "<toString />", "element"),
  attack("a component named Constructor", "<Constructor />", "component-unknown"),
  attack("a component spelt with a Cyrillic letter", "<Сallout>x</Сallout>", "component-unknown"),
  attack("a component spelt with a Greek letter", "<Τerm>x</Τerm>", "component-unknown"),
  attack("a fragment", "<>x</>", "fragment"),
];

const attributes: readonly Attack[] = [
  attack("an attribute that is code", `<Term def={${run}}>x</Term>`, "attribute-expression", 6),
  attack("an attribute that is a function", `<Term def={() => {${run}}}>x</Term>`, "attribute-expression", 6),
  attack("an attribute that is an element", "<Term def={<b />}>x</Term>", "attribute-expression", 6),
  attack("a spread", "<Term {...globalThis}>x</Term>", "spread", 6),
  attack("a spread that runs", `<Term {...(${run})}>x</Term>`, "spread", 6),
  ...["onClick", "onclick", "onMouseOver", "onpointerrawupdate", "ONLOAD"].map((name) =>
    attack(`the handler ${name}`, `<Term def="d" ${name}="${run}">x</Term>`, "handler", 14),
  ),
  ...["style", "class", "className"].map((name) =>
    attack(`the attribute ${name}`, `<Term def="d" ${name}="x">y</Term>`, "inline-style", 14),
  ),
  ...[
    "dangerouslySetInnerHTML",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "ref",
    "key",
    "is",
    "href",
    "xlink:href",
    "srcDoc",
    "children",
    "slot",
  ].map((name) => attack(`the attribute ${name}`, `<Term def="d" ${name}="x">y</Term>`, "attribute-unknown", 14)),
];

const addresses: readonly Attack[] = [
  ["a script", "javascript:alert"],
  ["a script in capitals", "JaVaScRiPt:alert"],
  ["a script by number", "&#106;avascript:alert"],
  ["a script by hexadecimal number", "&#x6A;avascript:alert"],
  ["a script by name", "javascript&colon;alert"],
  ["a script with an escaped colon", "javascript\\:alert"],
  ["a script of another language", "vbscript:alert"],
  ["data", "data:text/html,x"],
  ["data in base 64", "data:text/html;base64,PHNjcmlwdD4="],
  ["a file", "file:///etc/passwd"],
  ["a blob", "blob:https://example.org/x"],
  ["a view of the source", "view-source:https://example.org"],
  ["an address without encryption", "http://example.org"],
  ["an address of whatever the page has", "//example.org"],
  ["a user name", "https://us:er@example.org"],
  ["a path on this site", "/sign-out"],
  ["a scheme without a host", "ftp:x"],
  ["a socket", "ws://example.org"],
].flatMap(([title = "", url = ""]) => [
  attack(`a link to ${title}`, `[a](${url})`, "url", 0, true),
  attack(`a picture of ${title}`, `![a](${url})`, "url", 0, true),
]);
const addressesIn: readonly Attack[] = [
  attack("a script with a tab in it", "[a](<java&#9;script:alert>)", "url", 0, true),
  attack("a script with a line in it", "[a](<java&#10;script:alert>)", "url", 0, true),
  attack("a script after a control character", "[a](<&#1;javascript:alert>)", "url", 0, true),
  attack("an address by itself", "http://example.org", "url", 0, true),
];

export const attacks: readonly Attack[] = [...expressions, ...elements, ...attributes, ...addresses, ...addressesIn];

const place = (title: string, template: string, isLink = false): Place => ({ title, template, isLink });

export const places: readonly Place[] = [
  place("in a sentence", "Text • more."),
  place("after a line break", "Text  \n• more."),
  place("after letters of two units", "😀 é • more."),
  place("in a list", "- one\n- two • more"),
  place("in a list in a list", "1. one\n   - two • more"),
  place("in a task", "- [ ] do • now"),
  place("in a quotation", "> said • so"),
  place("in a quotation in a list", "- > said • so"),
  place("in a heading", "## About • it"),
  place("in a table", "| a | b |\n|---|---|\n| 1 | two • x |"),
  place("in the head of a table", "| a • x | b |\n|---|---|\n| 1 | 2 |"),
  place("in bold", "Some **bold • text** here."),
  place("in what is struck", "Some ~~old • text~~ here."),
  place("in the text of a link", "[see • here](02-speed)", true),
  place("in a footnote", "Text.[^1]\n\n[^1]: Note • here."),
  place("in a remark", "<Callout>\nText • more.\n</Callout>"),
  place("in a department's passage", '<ForDepartment only="butik">\nText • more.\n</ForDepartment>'),
  place("in a reason", '<Why for="butik">\nText • more.\n</Why>'),
  place("in a transcript", '<Video src="media/answering.mp4" title="t">\nText • more.\n</Video>'),
  place("in a step", '<Steps>\n<Step title="a">\nText • more.\n</Step>\n</Steps>'),
  place("in a comparison", "<Compare>\n<Good>\nText • more.\n</Good>\n<Bad>\nx\n</Bad>\n</Compare>"),
  place("in a changed passage", '<Changed since="1">\nText • more.\n</Changed>'),
  place("in a statement", '<Confirm id="c">\nI follow • this.\n</Confirm>'),
  place("in a question", '<Check id="q">\nWhat • now?\n\n<Choice right>Yes</Choice>\n<Choice>No</Choice>\n</Check>'),
  place("in an answer", '<Check id="q">\nWhat?\n\n<Choice right>Yes • so</Choice>\n<Choice>No</Choice>\n</Check>'),
  place(
    "in what is said of an answer",
    '<Check id="q">\nWhat?\n\n<Choice right>Yes<Feedback>So • it is.</Feedback></Choice>\n<Choice>No</Choice>\n</Check>',
  ),
];

/** What stands for itself: the whole file, with the line and column in it. */
export interface WholeFile {
  readonly title: string;
  readonly source: string;
  readonly code: ProblemCode;
  readonly line: number;
  readonly column: number;
}

const file = (title: string, source: string, code: ProblemCode, line: number, column: number): WholeFile => ({
  title,
  source,
  code,
  line,
  column,
});
const head = "---\ntitle: x\n---\n";

export const wholeFiles: readonly WholeFile[] = [
  ...["js", "javascript", "JS", "json", "json5", "toml", "coffee", "cson", "ts", "eval", "yaml"].map((engine) =>
    file(
      `front matter for ${engine}`,
      `---${engine}\n{ title: (${run}, "x") }\n---\nText.`,
      "front-matter-language",
      1,
      4,
    ),
  ),
  file("front matter between pluses", `+++\ntitle = "x"\n+++\nText.`, "front-matter-language", 1, 1),
  ...["!!js/function", "!!js/regexp", "!!js/undefined", "!!python/object/apply:os.system", "!x"].map((tag) =>
    file(`front matter with the tag ${tag}`, `---\ntitle: ${tag} "x"\n---\nText.`, "yaml", 2, 8),
  ),
  file("front matter with an alias", "---\ntitle: &a x\nsummary: *a\n---\nText.", "yaml", 3, 10),
  file(
    "aliases of aliases of aliases",
    `---\ntitle: &a x\nobjectives: [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n---\nText.`,
    "yaml",
    3,
    14,
  ),
  file("a field named __proto__", "---\ntitle: x\n__proto__: { a: 1 }\n---\nText.", "schema", 3, 1),
  file("a field named constructor", "---\ntitle: x\nconstructor: y\n---\nText.", "schema", 3, 1),
  file("an import", `${head}import fs from "fs"\n`, "import", 4, 1),
  file("an import for its effect", `${head}import "node:child_process"\n`, "import", 4, 1),
  file("an import after text", `${head}Text.\n\nimport fs from "fs"\n`, "import", 6, 1),
  file("an export", `${head}export const x = (${run})\n`, "export", 4, 1),
  file("an export of everything", `${head}export * from "node:fs"\n`, "export", 4, 1),
  file("a layout", `${head}export default ({ children }) => (${run})\n`, "export", 4, 1),
  file("a static property", `${head}export class X { static y = (${run}) }\n`, "export", 4, 1),
  file("a definition", `${head}[a][b]\n\n[b]: javascript:alert`, "url", 6, 1),
  file("a definition that nothing uses", `${head}Text.\n\n[b]: data:text/html,x`, "url", 6, 1),
  file("a definition in a quotation", `${head}> [a][b]\n>\n> [b]: javascript:alert`, "url", 6, 3),
  file("a definition in a list", `${head}- [a][b]\n\n  [b]: vbscript:alert`, "url", 6, 3),
  file("a picture by reference", `${head}![a][b]\n\n[b]: file:///etc/passwd`, "url", 6, 1),
  file("a figure of a script", `${head}<Figure src="javascript:x" alt="a" />`, "url", 4, 9),
  file(
    "a figure from elsewhere",
    `${head}<Figure src="https://example.org/a.png" alt="a" />`,
    "picture-elsewhere",
    4,
    9,
  ),
  file("a figure out of the folder", `${head}<Figure src="media/../../x.png" alt="a" />`, "url", 4, 9),
  file("a video of a script", `${head}<Video src="javascript:x" title="a">b</Video>`, "url", 4, 8),
  file("a video of data", `${head}<Video src="data:video/mp4;base64,AA" title="a">b</Video>`, "url", 4, 8),
  file(
    "a video from elsewhere",
    `${head}<Video src="https://example.org/a.mp4" title="a">b</Video>`,
    "media-elsewhere",
    4,
    8,
  ),
  file(
    "captions from elsewhere",
    `${head}<Video src="media/answering.mp4" title="a" captions="https://example.org/a.vtt" />`,
    "media-elsewhere",
    4,
    44,
  ),
  file(
    "a poster that runs",
    `${head}<Video src="media/answering.mp4" title="a" poster="javascript:x">b</Video>`,
    "url",
    4,
    44,
  ),
  file(
    "a video that starts by itself",
    `${head}<Video src="media/answering.mp4" title="a" autoPlay>b</Video>`,
    "attribute-unknown",
    4,
    44,
  ),
  file(
    "a video with a handler",
    `${head}<Video src="media/answering.mp4" title="a" onplay="${run}">b</Video>`,
    "handler",
    4,
    44,
  ),
  file(
    "a set of sources",
    `${head}<Figure src="media/thread.png" alt="a" srcSet="https://example.org/a.png" />`,
    "attribute-unknown",
    4,
    40,
  ),
  file(
    "a document from elsewhere",
    `${head}<Attachment src="https://example.org/a.pdf" title="a" />`,
    "media-elsewhere",
    4,
    13,
  ),
  file("a document out of the folder", `${head}<Attachment src="media/../../../etc/passwd" title="a" />`, "url", 4, 13),
  file("a document that is a script", `${head}<Attachment src="javascript:x" title="a" />`, "url", 4, 13),
  file(
    "a document under another name",
    `${head}<Attachment src="media/checklist.pdf" title="a" download="x.exe" />`,
    "attribute-unknown",
    4,
    49,
  ),
  file("a comment in HTML", `${head}Text <!-- x -->`, "element", 4, 7),
  file("a document type", `${head}<!DOCTYPE html>`, "element", 4, 2),
  file("a processing instruction", `${head}<?php x ?>`, "syntax", 4, 2),
  file("a section of characters", `${head}<![CDATA[ x ]]>`, "element", 4, 2),
  file("a component that is not closed", `${head}<Callout>\n\nText`, "syntax", 4, 1),
  file("an expression that is not closed", `${head}{(${run}`, "expression", 4, `{(${run}`.length + 1),
];
