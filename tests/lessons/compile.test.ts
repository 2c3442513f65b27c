import { afterAll, describe, expect, it } from "vitest";
import { type Bundler, createBundler } from "#app/lessons/bundler";
import { checkLesson } from "#app/lessons/check-lesson";
import { type CompiledLesson, compileLesson, LessonRefused } from "#app/lessons/compile-lesson";
import { toBrowserModule } from "#app/lessons/lesson-module";
import { formatProblem } from "#app/lessons/problem";
import { fullBody, secrets } from "#tests/support/full-lesson";
import { lessonContext, lessonOf, question } from "#tests/support/lessons";

const bundler: Bundler = createBundler();
afterAll(() => bundler.close());
const compile = (body: string, more: Parameters<typeof lessonContext>[0] = {}) =>
  compileLesson(lessonOf(body), lessonContext(more), bundler);

describe("a compiled lesson", () => {
  it("holds no answer, no explanation and no choice in a single byte of what a browser gets", async () => {
    const { code, key, text, outline } = await compile(fullBody);
    const sent = [code, toBrowserModule(code), text, JSON.stringify(outline)].join("\n");
    for (const secret of secrets) {
      expect(fullBody.includes(secret)).toBe(true);
      expect(JSON.stringify(key)).toContain(secret);
      expect(sent).not.toContain(secret);
    }
    for (const choice of ["Första", "valet", "Alfa", "Beta", "Gamma", "Delta", "Yes", "No,"])
      expect(code).not.toContain(choice);
    for (const { choices } of key) for (const { id } of choices) expect(sent).not.toContain(id);
    expect(code).not.toMatch(/right|many|objective/);
  });
  it("is the same, hash and all, whenever and wherever it is compiled", async () => {
    const other = createBundler();
    try {
      const [one, two] = await Promise.all([
        compile(fullBody),
        compileLesson(lessonOf(fullBody), lessonContext(), other),
      ]);
      expect(two).toEqual(one);
      expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    } finally {
      await other.close();
    }
  });
  it("has another hash when a word has changed, and none other when only an answer has", async () => {
    const hash = async (body: string) => (await compile(body)).hash;
    const body = `Text.\n\n${question("a")}`;
    expect(await hash(body.replace("Text.", "Test."))).not.toBe(await hash(body));
    expect(await hash(body.replace("Because.", "Thus."))).toBe(await hash(body));
  });
  it("carries no inline style", async () => {
    const { code } = await compile(fullBody);
    expect(code).not.toContain("style");
    expect(code).toContain('"data-align":"end"');
  });
  it("points at this product's addresses", async () => {
    const { code } = await compile(fullBody);
    for (const address of [
      '"/modules/answering/02-speed"',
      '"/modules/selling/01-help#ton"',
      '"#tonen-f%C3%B6rst"',
      '"https://example.org/?a=1&b=2"',
      `"/media/${"f".repeat(64)}.png"`,
    ]) {
      expect(code).toContain(address);
    }
    expect(code).toMatch(/width:"?640"?/);
    expect(code).toContain(`/media/${"f".repeat(64)}-480.webp 480w, /media/${"f".repeat(64)}.png 640w`);
  });
  it("names the files of a video and what they are called, in its own language", async () => {
    const { code, text } = await compile(fullBody);
    for (const part of [
      `/media/${"e".repeat(64)}.mp4`,
      `/media/${"d".repeat(64)}.vtt`,
      `/media/${"c".repeat(64)}.pdf`,
      "Textning",
      "checklist.pdf",
      "PDF, 340 kB",
    ]) {
      expect(code).toContain(part);
    }
    expect(code).not.toContain("media/answering");
    expect(text).toContain("Åsa läser högt.");
    expect((await compile(fullBody, { language: "en" })).code).toContain("Read what is said and shown");
  });
  it("names departments and footnotes in its own language", async () => {
    const sv = await compile(fullBody);
    const en = await compile(fullBody, { language: "en" });
    expect(sv.code).toContain("Så gör vi i Butik och Kundservice");
    expect(sv.code).toContain("Fotnoter");
    expect(en.code).toContain("How we do it in Stores and Customer service");
    expect(en.code).toContain("For everyone but Stores");
    expect(en.code).toContain("Footnotes");
  });
  it("rounds its minutes up", async () => expect((await compile("Text.")).minutes).toBe(1));
});

describe("a lesson with errors", () => {
  it("is not compiled, and says why", async () => {
    const refused = compile("Text {1 + 1}");
    await expect(refused).rejects.toBeInstanceOf(LessonRefused);
    await expect(refused).rejects.toMatchObject({ problems: [{ code: "expression", line: 4, column: 6 }] });
  });
  it("with only warnings is compiled", async () => {
    expect((await compile("## A\n\n[x](#b)")).code).toContain("#b");
  });
  it("may have been checked before", async () => {
    const context = lessonContext();
    const check = checkLesson(lessonOf("Text."), context);
    expect((await compileLesson(check, context, bundler)).hash).toBe((await compile("Text.")).hash);
  });
});

describe("the key", () => {
  const keys = async () => new Map((await compile(fullBody)).key.map((key) => [key.id, key]));

  it("has all there is to know of each question", async () => {
    const many = (await keys()).get("only-here");
    expect(many).toMatchObject({
      kind: "many",
      objective: "time",
      audience: { only: ["butik", "kundservice"] },
      promptText: "Vilka två? en ledtråd ord och länk",
      promptHtml: "Vilka två?",
      choices: [
        { text: "Första valet", html: "Första <em>valet</em>", right: true, feedbackHtml: "<p>SECRET-BECAUSE</p>" },
        { text: "Andra valet", right: false },
        { text: "Tredje valet", right: true },
      ],
      feedbackHtml: "<p>SECRET-GENERAL</p>",
    });
    expect(many?.detailHtml).toContain('<a href="/modules/answering/02-speed">länk</a>');
    expect(many?.detailHtml).toContain(
      '<span class="Definition" role="tooltip" id="term.only-here.detail.1">förklaring</span>',
    );
  });
  it("keeps the right order of a question of order", async () => {
    expect((await keys()).get("ordered")?.choices.map(({ text }) => text)).toEqual(["Alfa", "Beta", "Gamma", "Delta"]);
  });
  it("names choices by what they say, not by where they stand", async () => {
    const ordered = (choices: readonly string[]) =>
      compile(
        `<Check id="a" kind="order">\nQ\n\n${choices.map((choice) => `<Choice>${choice}</Choice>`).join("\n")}\n</Check>`,
      );
    const ids = (lesson: CompiledLesson) => new Map(lesson.key[0]?.choices.map(({ id, text }) => [text, id]));
    const [one, two] = await Promise.all([ordered(["A", "B", "C"]), ordered(["C", "B", "A"])]);
    expect(ids(two)).toEqual(new Map([...ids(one)].reverse()));
    for (const id of ids(one).values()) expect(id).toMatch(/^[0-9a-f]{16}$/);
  });
  it("marks what people wrote as text, never as HTML", async () => {
    const { key } = await compile(
      '<Check id="a">\nIs `<b>` & \\<script> "safe"?\n\n<Choice right>1 \\< 2</Choice>\n<Choice>`<img onerror>`</Choice>\n</Check>',
    );
    expect(key[0]?.promptHtml).toBe("Is <code>&lt;b&gt;</code> &amp; &lt;script&gt; &quot;safe&quot;?");
    expect(key[0]?.choices.map(({ html }) => html)).toEqual(["1 &lt; 2", "<code>&lt;img onerror&gt;</code>"]);
  });
  it("can hold all the Markdown that a question may", async () => {
    const { key } = await compile(
      `<Check id="a">\nQ\n\n> quote\n\n1. a\n2. b\n\n   c\n\n|a|b|\n|-|:-:|\n|c|d|\n\n\`\`\`\ncode\n\`\`\`\n\n![x](media/thread.png) ~~y~~\\\nz\n\n<Choice right>A</Choice>\n<Choice>B</Choice>\n</Check>`,
    );
    expect(key[0]?.detailHtml).toBe(
      "<blockquote><p>quote</p></blockquote>" +
        "<ol><li>a</li><li><p>b</p><p>c</p></li></ol>" +
        '<table><thead><tr><th>a</th><th data-align="center">b</th></tr></thead><tbody><tr><td>c</td><td data-align="center">d</td></tr></tbody></table>' +
        "<pre><code>code</code></pre>" +
        `<p><img width="640" height="480" srcSet="/media/${"f".repeat(64)}-480.webp 480w, /media/${"f".repeat(64)}.png 640w" sizes="(min-width: 40rem) 38rem, 100vw" loading="lazy" decoding="async" src="/media/${"f".repeat(64)}.png" alt="x"/> <del>y</del><br/>z</p>`,
    );
  });
});

describe("components of the course", () => {
  const file = (name: string, source: string) => ({ name, path: `courses/c/components/${name}`, source });
  const week = file(
    "Week.tsx",
    'import { useState } from "react";\nimport { days } from "./days";\nexport function Week(props: { first: string }) {\n  const [first] = useState<string>(props.first);\n  return <p className="Week">{[first, ...days].join(" ")}</p>;\n}\n',
  );
  const days = file("days.ts", 'export const days: readonly string[] = ["tisdag", "onsdag"];\n');
  const withWeek = (components: Parameters<typeof compileLesson>[3], body = '<Week first="måndag" />') =>
    compileLesson(lessonOf(body), lessonContext({ components: ["Week"] }), bundler, components);

  it("are bundled with what they import", async () => {
    const { code } = await withWeek([week, days]);
    expect(code).toContain("tisdag");
    expect(code).not.toContain("useState<string>");
  });
  it("are left out of lessons that do not use them", async () => {
    expect((await withWeek([week, days], "Text.")).code).toBe((await compile("Text.")).code);
  });
  it.each([
    [
      "a file of this machine",
      'import data from "/etc/hostname.json";\nexport const Week = () => data;',
      "/etc/hostname.json",
    ],
    [
      "a file outside",
      'import data from "../../../package.json";\nexport const Week = () => data.name;',
      "package.json",
    ],
    [
      "a module of Node",
      'import fs from "node:fs";\nexport const Week = () => fs.readFileSync("/etc/hostname", "utf8");',
      "node:fs",
    ],
    ["a package", 'import { ulid } from "ulid";\nexport const Week = () => ulid();', "ulid"],
    [
      "a file by require",
      'const data = require("/etc/hostname.json");\nexport const Week = () => data;',
      "/etc/hostname.json",
    ],
    [
      "a file by import()",
      'const load = () => import("/etc/hostname.json");\nexport const Week = () => String(load());',
      "/etc/hostname.json",
    ],
  ])("cannot import %s", async (_, source, named) => {
    const refused = withWeek([file("Week.tsx", source)]);
    await expect(refused).rejects.toMatchObject({
      problems: [
        { code: "component-broken", path: "courses/c/components/Week.tsx", message: expect.stringContaining(named) },
      ],
    });
  });
  it("that do not parse are named with line and column", async () => {
    const refused = withWeek([file("Week.tsx", "export function Week() {\n  return <p>;\n}\n")]);
    const error = await refused.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LessonRefused);
    expect((error as LessonRefused).problems.map(formatProblem)[0]).toMatch(
      /^courses\/c\/components\/Week\.tsx:\d+:\d+ The component cannot be bundled: /,
    );
  });
  it("must be exported under the name of their file", async () => {
    await expect(withWeek([file("Week.tsx", "export function Month() { return null; }")])).rejects.toBeInstanceOf(
      LessonRefused,
    );
  });
});
