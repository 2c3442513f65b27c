import { describe, expect, it } from "vitest";
import { checkLesson } from "#app/lessons/check-lesson";
import type { LessonContext } from "#app/lessons/lesson-context";
import type { Problem } from "#app/lessons/problem";
import { edited } from "#app/lessons/source-text";
import { lessonContext, lessonOf, question } from "#tests/support/lessons";
import { attacks, places } from "./attacks/corpus";

const check = (source: string, more: Partial<LessonContext> = {}) => checkLesson(source, lessonContext(more)).problems;

/** What a problem is about, wherever it stands. */
const about = ({ code, said }: Problem) =>
  JSON.stringify([code, said.key, said.key === "questionIdTwice" ? null : said.parameters]);

/** Problems that are there after an edit and were not before; and whether the problem itself is still there. */
function afterEdit(source: string, problem: Problem, more: Partial<LessonContext> = {}) {
  if (!problem.edit) throw new Error("no edit");
  const before = check(source, more).map(about);
  before.splice(before.indexOf(about(problem)), 1);
  const text = edited(source, problem.edit);
  const added: string[] = [];
  for (const one of check(text, more).map(about)) {
    const at = before.indexOf(one);
    if (at < 0) added.push(one);
    else before.splice(at, 1);
  }
  return { text, added, gone: before };
}

const repaired = (body: string, more: Partial<LessonContext> = {}) => {
  const source = lessonOf(body);
  const problem = check(source, more).find(({ edit }) => edit);
  if (!problem) return "no edit";
  const { text, added, gone } = afterEdit(source, problem, more);
  expect([...added, ...gone]).toEqual([]);
  return text.slice(lessonOf("").length);
};

describe("one step repairs", () => {
  it.each([
    [
      "a department",
      '<ForDepartment only="kundservice butikk">x</ForDepartment>',
      '<ForDepartment only="kundservice butik">x</ForDepartment>',
    ],
    ["a department in single quotes", "<Why for='butikk'>x</Why>", "<Why for='butik'>x</Why>"],
    ["a kind", '<Callout kind="tipp">x</Callout>', '<Callout kind="tip">x</Callout>'],
    ["an attribute", '<Callout titel="x">x</Callout>', '<Callout title="x">x</Callout>'],
    ["a component and its end", "<Calout>\nx\n</Calout>", "<Callout>\nx\n</Callout>"],
    [
      "a component without end",
      '<Figur src="media/thread.png" alt="a" />',
      '<Figure src="media/thread.png" alt="a" />',
    ],
    ["a component in a list", "- a\n\n  <Calout>\n  x\n  </Calout>", "- a\n\n  <Callout>\n  x\n  </Callout>"],
    ["a picture", '<Figure src="media/thred.png" alt="a" />', '<Figure src="media/thread.png" alt="a" />'],
    ["a picture in Markdown", "![a](media/thred.png)", "![a](media/thread.png)"],
    ["a lesson", "[02-sped](02-sped)", "[02-sped](02-speed)"],
    ["a module", "[a](../sellin/01-help)", "[a](../selling/01-help)"],
    ["an anchor", "## Publiken\n\n[a](#publikn)", "## Publiken\n\n[a](#publiken)"],
    ["an address without encryption", "[a](http://example.org)", "[a](https://example.org)"],
    ["such an address by itself", "See http://example.org now", "See https://example.org now"],
    ["an address that begins with www", "See www.example.org now", "See https://www.example.org now"],
    ["an address without scheme", "[a](//example.org)", "[a](https://example.org)"],
    ["a heading of the first level", "# Title", "## Title"],
    ["a level left out", "## A\n\n#### B", "## A\n\n### B"],
    ["a passage that would be new for ever", '<Changed since="3">x</Changed>', '<Changed since="2">x</Changed>'],
    ["bold", "Some <b>bold words</b>, here.", "Some **bold words**, here."],
    ["emphasis", "Some <em>å</em>.", "Some *å*."],
    ["what is struck", "Some <s>text</s>.", "Some ~~text~~."],
    ["code", "Some <code>x</code>.", "Some `x`."],
    ["an import", 'import a from "a"\nimport b from "b"\n\nText.', 'import b from "b"\n\nText.'],
    ["an import at the end", 'Text.\n\nimport a from "a"', "Text.\n\n"],
    ["an export of several lines", "export const a = {\n  b: 1,\n}\n\nText.", "\nText."],
    ["a handler", '<Callout title="a" onClick={() => 1}>x</Callout>', '<Callout title="a">x</Callout>'],
    [
      "a style on a line of its own",
      '<Callout\n  style="x"\n  title="a">x</Callout>',
      '<Callout\n  title="a">x</Callout>',
    ],
    ["a key", '<Callout key="a">x</Callout>', "<Callout>x</Callout>"],
    ["a remark in a sentence", "Text {/* secret */} more.", "Text more."],
    ["a remark on a line of its own", "Text.\n\n{/* secret */}\n\nMore.", "Text.\n\n\nMore."],
    [
      "a confirmation's id",
      '<Confirm id="a">x</Confirm>\n\n<Confirm id="a">y</Confirm>',
      '<Confirm id="a">x</Confirm>\n\n<Confirm id="a-2">y</Confirm>',
    ],
    [
      "a question's id",
      `${question("a")}\n${question("a")}`,
      `${question("a")}\n${question("a").replace('"a"', '"a-2"')}`,
    ],
    [
      "a question's id whose like is taken",
      `${question("a")}\n${question("a")}\n${question("a-2")}`,
      `${question("a")}\n${question("a").replace('"a"', '"a-3"')}\n${question("a-2")}`,
    ],
    [
      "a right choice where the order is the answer",
      '<Check id="a" kind="order">\nQ\n\n<Choice right>A</Choice>\n<Choice>B</Choice>\n</Check>',
      '<Check id="a" kind="order">\nQ\n\n<Choice>A</Choice>\n<Choice>B</Choice>\n</Check>',
    ],
  ])("%s", (_, body, wanted) => expect(repaired(body)).toBe(wanted));

  it("is not offered where it would not be enough, or only a person knows", () => {
    expect(repaired("## A\n\n#### B\n\n##### C")).toBe("no edit");
    expect(repaired("Title\n=====")).toBe("no edit");
    expect(repaired('<Changed since="1">x</Changed>', { revision: 1 })).toBe("no edit");
    expect(repaired("Some <b>*bold*</b>.")).toBe("no edit");
    expect(repaired('<Callout titel="x" title="y">x</Callout>')).toBe("no edit");
    expect(repaired('<Chek kind="one">x</Chek>')).toBe("no edit");
    expect(repaired('<ForDepartment only="butikk butikk">x</ForDepartment>')).toBe("no edit");
    expect(repaired("<Chart>x</Chart>")).toBe("no edit");
  });

  it("makes room for what only a person can say", () => {
    const source = lessonOf('<Figure src="media/thread.png" />');
    const [problem] = check(source);
    const { text, added } = afterEdit(source, problem as Problem);
    expect(text).toBe(lessonOf('<Figure src="media/thread.png" alt="" />'));
    expect(added).toEqual([JSON.stringify(["alt-missing", "saysNothing", { name: "alt" }])]);
  });

  it("whatever is attacked, wherever: an edit takes its problem away and adds none", () => {
    let edits = 0;
    const faults: string[] = [];
    for (const place of places) {
      for (const attack of attacks) {
        const source = lessonOf(place.template.replace("•", () => attack.source));
        for (const problem of check(source)) {
          if (!problem.edit || problem.code === "alt-missing") continue;
          edits++;
          const { added, text } = afterEdit(source, problem);
          if (added.length > 0) faults.push(`${about(problem)}\n${source}\n->\n${text}\n${added.join("\n")}`);
        }
      }
    }
    expect(faults.slice(0, 6).join("\n\n")).toBe("");
    expect(edits).toBeGreaterThan(300);
  });
});
