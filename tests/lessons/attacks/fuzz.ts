/**
 * Documents from a grammar of MDX, most of them broken on purpose, through the checker and what follows it. Run as a
 * process of its own, whose memory has a limit: `fuzz.ts <documents> <seed>`. Prints what it saw as JSON.
 */
import fc from "fast-check";
import { checkLesson } from "#app/lessons/check-lesson";
import { dialect } from "#app/lessons/dialect";
import { prepareLesson } from "#app/lessons/prepare-lesson";
import { hasErrors } from "#app/lessons/problem";
import { questionKey } from "#app/lessons/question-key";
import { vocabulary } from "#app/lessons/vocabulary";
import { lessonContext, lessonOf } from "#tests/support/lessons";
import { attacks, mark } from "./corpus";

const components = [...vocabulary.keys(), "Chart", "constructor", "b", "script", "React.Fragment", ""];
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "word",
      "two words",
      "Åsa",
      "👩‍👩‍👧",
      "1",
      "a_b_c",
      "kundservice",
      "butik",
      "media/thread.png",
      "media/answering.mp4",
      "media/answering.vtt",
      "media/checklist.pdf",
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);
const value = fc.oneof(
  word.map((text) => `="${text.replaceAll('"', "")}"`),
  word.map((text) => `='${text.replaceAll("'", "")}'`),
  word.map((text) => `={${text}}`),
  fc.constantFrom("", "={1}", "={true}", '={"x"}', "={{}}", "={() => 1}", "={<b />}", "="),
);
const attributeName = fc.constantFrom(
  "id",
  "kind",
  "title",
  "only",
  "except",
  "for",
  "since",
  "def",
  "src",
  "alt",
  "label",
  "captions",
  "poster",
  "right",
  "objective",
  "prompt",
  "onClick",
  "style",
  "__proto__",
  "constructor",
  "xlink:href",
  "{...x}",
);
const attributes = fc
  .array(fc.tuple(attributeName, value), { maxLength: 3 })
  .map((all) => all.map(([name, text]) => ` ${name}${name.startsWith("{") ? "" : text}`).join(""));
const address = fc.oneof(
  fc.constantFrom(
    "02-speed",
    "#a",
    "https://example.org",
    "javascript:x",
    "data:,x",
    "../selling/01-help",
    "",
    "<a b>",
  ),
  word,
);

const { document } = fc.letrec<{ inline: string; block: string; document: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.constantFrom("`code`", "\\", "&amp;", "&#0;", "  \n", "\\{", "[^1]", "<!--", "{1}", "{"),
    fc.constantFrom(...attacks.map(({ source }) => source)),
    fc
      .tuple(fc.constantFrom("*", "**", "~~", "_", "`"), tie("inline"))
      .map(([sign, inner]) => `${sign}${inner}${sign}`),
    fc.tuple(fc.constantFrom("", "!"), tie("inline"), address).map(([sign, text, to]) => `${sign}[${text}](${to})`),
    fc
      .tuple(fc.constantFrom(...components), attributes, tie("inline"))
      .map(([name, given, inner]) => `<${name}${given}>${inner}</${name}>`),
    fc.tuple(fc.constantFrom(...components), attributes).map(([name, given]) => `<${name}${given} />`),
    fc.tuple(tie("inline"), tie("inline")).map(([a, b]) => `${a} ${b}`),
  ),
  block: fc.oneof(
    { maxDepth: 4 },
    tie("inline"),
    fc.tuple(fc.constantFrom("# ", "## ", "### ", "> ", "- ", "1. ", "- [ ] "), tie("inline")).map(([a, b]) => a + b),
    tie("block").map((inner) => inner.replace(/^/gm, "> ")),
    tie("block").map((inner) => `- ${inner.replaceAll("\n", "\n  ")}`),
    fc.tuple(tie("inline"), tie("inline")).map(([a, b]) => `| ${a} | b |\n|---|:-:|\n| ${b} |`),
    fc
      .tuple(fc.constantFrom(...components), attributes, fc.array(tie("block"), { maxLength: 3 }))
      .map(([name, given, inner]) => `<${name}${given}>\n${inner.join("\n\n")}\n</${name}>`),
    fc
      .tuple(tie("inline"), tie("inline"), fc.constantFrom("", " right"))
      .map(([prompt, choice, right]) => `<Check id="q">\n${prompt}\n\n<Choice${right}>${choice}</Choice>\n</Check>`),
    fc.tuple(word, address).map(([name, to]) => `[${name}]: ${to}`),
    fc.constantFrom(
      "---",
      "```js\nx\n```",
      "~~~",
      'import x from "y"',
      "export const x = 1",
      "[^1]: note",
      "{1}",
      "    x",
    ),
  ),
  document: fc.array(tie("block"), { maxLength: 8 }).map((blocks) => blocks.join("\n\n")),
}));

/** A slip of the hand anywhere: something left out, doubled, or put in. */
const slip = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(12),
  fc.constantFrom("cut", "double", "put", "end"),
  fc.constantFrom("{", "}", "<", ">", "/", '"', "\n", "\t", "`", "\0", "\u2028", "\ud800", "=", "|", "---\n"),
);
const typed = fc.tuple(document, fc.array(slip, { maxLength: 3 })).map(([text, slips]) => {
  let now = text;
  for (const [place, length, how, sign] of slips) {
    const at = Math.floor(place * now.length);
    const some = now.slice(at, at + length);
    if (how === "end") now = now.slice(0, at);
    else
      now =
        now.slice(0, at) + (how === "cut" ? "" : how === "double" ? some + some : sign + some) + now.slice(at + length);
  }
  return now;
});

const [documents = "100", seed = "1"] = process.argv.slice(2);
let checked = 0;
let passed = 0;
fc.assert(
  fc.property(typed, (body) => {
    checked += 1;
    const source = lessonOf(body);
    const context = lessonContext();
    const result = checkLesson(source, context);
    // A carriage return alone ends a line in Markdown.
    const lines = source.split(/\r\n?|\n/);
    for (const { line, column, message } of result.problems) {
      const length = lines[line - 1]?.length;
      if (length === undefined || column < 1 || column > length + 1)
        throw new Error(`No such place: ${line}:${column}`);
      if (message.includes("undefined")) throw new Error(message);
    }
    if (hasErrors(result.problems) || !result.tree) return;
    passed += 1;
    const tree = JSON.stringify(dialect(prepareLesson(result.tree, context), [])()());
    if (/"type":"mdx(jsEsm|FlowExpression|TextExpression)"|"mdxJsxExpressionAttribute"/.test(tree)) {
      throw new Error("Code is left in the tree");
    }
    for (const question of result.questions) questionKey(question, context);
  }),
  { numRuns: Number(documents), seed: Number(seed) },
);
if (Object.hasOwn(globalThis, mark)) throw new Error("Something has run");
console.log(JSON.stringify({ checked, passed, megabytes: Math.round(process.memoryUsage.rss() / 1_000_000) }));
