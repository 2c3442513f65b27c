import { describe, expect, it } from "vitest";
import { checkLesson } from "#app/lessons/check-lesson";
import { lessonContext, lessonOf, question } from "#tests/support/lessons";

const check = (body: string, more = {}) => checkLesson(lessonOf(body), lessonContext(more));

describe("allowed", () => {
  it.each([
    ["prose", "Text with *emphasis*, **strength**, ~~struck~~ words, `code` and a  \nbreak."],
    ["headings in order", "## A\n\n### B\n\n#### C\n\n## D"],
    ["lists", "- a\n  - b\n\n1. c\n2. d"],
    ["a task list", "- [x] done\n- [ ] open"],
    ["a table with alignment", "| a | b |\n|---|--:|\n| c | d |"],
    ["a footnote", "Text.[^1]\n\n[^1]: The note."],
    ["a quotation", "> Said."],
    ["a block of code", "```js\nimport x from 'y'; {1 + 1}\n```"],
    ["a rule", "a\n\n---\n\nb"],
    ["a word that looks like code", "export means selling abroad"].map((text) =>
      text.replace("export means", "We export, which means"),
    ) as [string, string],
    ["escaped signs", "\\{not an expression\\} and \\<not a tag>"],
    ["a sign between spaces", "a < b and b > a"],
    [
      "links",
      "[a](https://example.org/a?b=c#d) [b](mailto:a@b.se) [c](tel:+4660184000) [d](02-speed) [e](../selling/01-help#x) [f](../selling) [g](./02-speed.sv.mdx)",
    ],
    ["a link by reference", '[a][b]\n\n[b]: https://example.org "Title"'],
    ["an address by itself", "See https://example.org and a@b.se."],
    ["an anchor", "## Svara, flytta eller lyfta\n\n[a](#svara-flytta-eller-lyfta)"],
    ["a picture", "![A thread](media/thread.png)"],
    ["a figure", '<Figure src="media/thread.png" alt="A thread" caption="From May" />'],
    ["literals", '{3} {"text"} {true}'],
    ["literal attributes", '<Callout kind={"tip"} title="x">x</Callout>\n\n<Changed since={2}>x</Changed>'],
    [
      "every kind of remark",
      ["note", "tip", "legal", "warning"].map((kind) => `<Callout kind="${kind}">x</Callout>`).join("\n\n"),
    ],
    ["a remark around blocks", "<Callout>\n\n- a\n\n  b\n\n</Callout>"],
    ["departments with spaces and commas", '<ForDepartment only="butik, kundservice butik-umea">x</ForDepartment>'],
    ["all but a department", '<ForDepartment except="butik">\n## A heading\n</ForDepartment>'],
    ["a department named constructor", '<ForDepartment only="constructor">x</ForDepartment>'],
    ["business value", '<Why for="butik">x</Why>'],
    ["steps", '<Steps title="a">\n<Step title="b">c</Step>\n\n<Step>\n\nd\n\ne\n\n</Step>\n</Steps>'],
    ["steps on one line", "<Steps><Step>a</Step><Step>b</Step></Steps>"],
    ["good and bad", '<Compare label="x">\n<Good label="y">a</Good>\n<Bad>b</Bad>\n</Compare>'],
    ["new words in a sentence", 'Now <Changed since="2">two hours</Changed> and not four.'],
    ["a new passage with a heading", '<Changed since="1">\n\n## A\n\nText.\n\n</Changed>'],
    ["a statement to confirm", '<Confirm id="strategy">I have **read** it.</Confirm>'],
    ["something to think about", '<Reflect id="own" prompt="When did you last?" />'],
    ["a term", 'A <Term def="Everybody who reads.">public</Term> answer.'],
    ["a question", question("a")],
    ["a question named constructor", question("constructor")],
    ["a question of a department", `<ForDepartment only="butik">\n\n${question("a")}\n</ForDepartment>`],
    ["components of the course", '<Week days={5} title="x" />\n\nSee <Week /> here.'],
  ] as [string, string][])("%s", (_, body) => {
    expect(check(body, { components: ["Week"] }).problems).toEqual([]);
  });

  it("front matter with everything in it", () => {
    const source =
      "---\ntitle: Svara\nsummary: Kort.\nobjectives:\n  - { id: two-hours, text: Svara inom två timmar }\n---\nText.";
    const { problems, frontMatter } = checkLesson(source, lessonContext());
    expect(problems).toEqual([]);
    expect(frontMatter).toEqual({
      title: "Svara",
      summary: "Kort.",
      objectives: [{ id: "two-hours", text: "Svara inom två timmar" }],
    });
  });
  it("Windows line ends and a byte order mark, with the same places", () => {
    const body = "Text.\n\n<Chart />";
    const windows = `\uFEFF${lessonOf(body).replaceAll("\n", "\r\n")}`;
    expect(checkLesson(windows, lessonContext()).problems).toEqual(check(body).problems);
  });
});

describe("what is known of a lesson", () => {
  it("is its headings, with anchors that are unique on the page", () => {
    const { outline } = check(
      '## Main\n\n## Två saker!\n\n### Två saker\n\n<ForDepartment only="butik">\n## I butik\n</ForDepartment>',
    );
    expect(outline).toEqual([
      { id: "main-1", depth: 2, text: "Main", line: 4 },
      { id: "två-saker", depth: 2, text: "Två saker!", line: 6 },
      { id: "två-saker-1", depth: 3, text: "Två saker", line: 8 },
      { id: "i-butik", depth: 2, text: "I butik", line: 11, audience: { only: ["butik"] } },
    ]);
  });
  it("is its text without its questions", () => {
    const { text } = check(`## One\n\nTwo *three*.\n\n<Callout title="Four">Five</Callout>\n\n${question("six")}`);
    expect(text).toBe("One\nTwo three.\nFour\nFive");
  });
  it("is what is asked, confirmed and reflected on, and of whom", () => {
    const lesson = check(
      `<ForDepartment except="butik">\n\n${question("a", ' objective="o"')}\n<Confirm id="b">I *will*.</Confirm>\n\n</ForDepartment>\n\n<Reflect id="c" prompt="Why?" />`,
    );
    expect(lesson.questions).toMatchObject([
      { id: "a", kind: "one", objective: "o", audience: { except: ["butik"] }, line: 6, column: 1 },
    ]);
    expect(lesson.confirmations).toMatchObject([{ id: "b", text: "I will.", audience: { except: ["butik"] } }]);
    expect(lesson.reflections).toMatchObject([{ id: "c", prompt: "Why?" }]);
  });
});
