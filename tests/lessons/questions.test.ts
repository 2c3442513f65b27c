import { describe, expect, it } from "vitest";
import { checkLesson } from "#app/lessons/check-lesson";
import { lessonContext, lessonOf, linesBefore, question } from "#tests/support/lessons";

function found(body: string, more = {}) {
  const { problems } = checkLesson(lessonOf(body), lessonContext(more));
  return problems.map(({ code, line, column }) => [code, line - linesBefore, column]);
}
const check = (inside: string, attributes = "") => `<Check id="a"${attributes}>\n${inside}\n</Check>`;

describe("refused questions", () => {
  it.each([
    [
      "without a right answer",
      check("Q\n\n<Choice>A</Choice>\n<Choice>B</Choice>"),
      [["question-without-right-answer", 1, 1]],
    ],
    [
      "whose right answer is not right",
      check("Q\n\n<Choice right={false}>A</Choice>\n<Choice>B</Choice>"),
      [["question-without-right-answer", 1, 1]],
    ],
    [
      "in words without an accepted answer",
      check("Q\n\n<Choice>A</Choice>", ' kind="text"'),
      [["question-without-right-answer", 1, 1]],
    ],
    [
      "with two right answers to choose one of",
      check("Q\n\n<Choice right>A</Choice>\n<Choice right>B</Choice>"),
      [["question-choices", 5, 1]],
    ],
    ["with one choice", check("Q\n\n<Choice right>A</Choice>"), [["question-choices", 1, 1]]],
    ["with one thing to put in order", check("Q\n\n<Choice>A</Choice>", ' kind="order"'), [["question-choices", 1, 1]]],
    [
      "of order with a right choice",
      check("Q\n\n<Choice right>A</Choice>\n<Choice>B</Choice>", ' kind="order"'),
      [["question-choices", 4, 1]],
    ],
    [
      "with the same choice twice",
      check("Q\n\n<Choice right>A b</Choice>\n<Choice>*a* B</Choice>"),
      [["question-choices", 5, 1]],
    ],
    ["that ask nothing", check("<Choice right>A</Choice>\n<Choice>B</Choice>"), [["question-prompt", 1, 1]]],
    [
      "that begin with a list",
      check("- Q\n\n<Choice right>A</Choice>\n<Choice>B</Choice>"),
      [["question-prompt", 2, 1]],
    ],
    [
      "with text after the choices",
      check("Q\n\n<Choice right>A</Choice>\n<Choice>B</Choice>\n\nText"),
      [["content-misplaced", 7, 1]],
    ],
    [
      "with an empty choice",
      check("Q\n\n<Choice right>A</Choice>\n<Choice></Choice>"),
      [
        ["choice-content", 5, 1],
        ["content-misplaced", 5, 1],
      ],
    ],
    [
      "with a choice of two paragraphs",
      check("Q\n\n<Choice right>A</Choice>\n<Choice>\n\nB\n\nC\n\n</Choice>"),
      [["choice-content", 9, 1]],
    ],
    [
      "with two explanations",
      check("Q\n\n<Choice right>A</Choice>\n<Choice>B</Choice>\n<Feedback>1</Feedback>\n<Feedback>2</Feedback>"),
      [["content-misplaced", 7, 1]],
    ],
    [
      "without id",
      "<Check>\nQ\n\n<Choice right>A</Choice>\n<Choice>B</Choice>\n</Check>",
      [["attribute-missing", 1, 1]],
    ],
    [
      "with an id in capitals",
      '<Check id="A b">\nQ\n\n<Choice right>A</Choice>\n<Choice>B</Choice>\n</Check>',
      [["id", 1, 8]],
    ],
    [
      "of an unknown kind",
      check("Q\n\n<Choice right>A</Choice>\n<Choice>B</Choice>", ' kind="single"'),
      [["attribute-value", 1, 15]],
    ],
    [
      "with a heading",
      check("Q\n\n## H\n\n<Choice right>A</Choice>\n<Choice>B</Choice>"),
      [["content-misplaced", 4, 1]],
    ],
    [
      "with a remark",
      check("Q\n\n<Callout>x</Callout>\n\n<Choice right>A</Choice>\n<Choice>B</Choice>"),
      [["place", 4, 1]],
    ],
    [
      "with a component of the course",
      check("Q <Week />\n\n<Choice right>A</Choice>\n<Choice>B</Choice>"),
      [["place", 2, 3]],
    ],
    ["with an id that is used already", `${question("a")}\n${question("a")}`, [["question-id-repeated", 8, 1]]],
    [
      "with an id named constructor twice",
      `${question("constructor")}\n${question("constructor")}`,
      [["question-id-repeated", 8, 1]],
    ],
  ] as const)("%s", (_, body, expected) => expect(found(body, { components: ["Week"] })).toEqual(expected));

  it("as statements and reflections with an id used already", () => {
    const confirm = '<Confirm id="a">x</Confirm>';
    expect(found(`${confirm}\n\n${confirm}\n\n<Reflect id="a" prompt="x" />`)).toEqual([["id-repeated", 3, 1]]);
  });
  it("as a file of questions without any", () => {
    expect(found("Text", { purpose: "questions" })).toEqual([["questions-missing", 1 - linesBefore, 1]]);
  });
  it("as a refresher that asks nothing", () => {
    const { problems } = checkLesson(lessonOf("Text"), lessonContext({ purpose: "refresher" }));
    expect(problems).toMatchObject([{ code: "questions-missing", severity: "error" }]);
  });
});

describe("refreshers and files of questions", () => {
  const three = ["a", "b", "c"].map((id) => question(id)).join("\n");
  const department = `<ForDepartment only="butik">\n\n${question("d")}\n</ForDepartment>\n`;
  it.each([
    [
      "an opening with a list and a picture",
      "refresher",
      `Text with a <Term def="x">term</Term>.\n\n- a\n\n![x](media/thread.png)\n\n${three}`,
      [],
    ],
    ["questions of a department", "refresher", `${three}\n${department}`, []],
    ["text after the first question", "refresher", `${three}\nText`, [["content-misplaced", 22, 1]]],
    ["a remark in the opening", "refresher", `<Callout>x</Callout>\n\n${three}`, [["content-misplaced", 1, 1]]],
    ["a heading in the opening", "refresher", `## H\n\n${three}`, [["content-misplaced", 1, 1]]],
    [
      "text of a department",
      "refresher",
      `${three}\n<ForDepartment only="butik">Text</ForDepartment>`,
      [["content-misplaced", 22, 29]],
    ],
    ["text in a file of questions", "questions", `Text\n\n${question("a")}`, [["content-misplaced", 1, 1]]],
    ["questions alone", "questions", `${question("a")}\n${department}`, []],
  ] as const)("%s", (_, purpose, body, expected) => expect(found(body, { purpose })).toEqual(expected));
  it("a refresher of two questions is said to be short", () => {
    const { problems } = checkLesson(
      lessonOf(`${question("a")}\n${question("b")}`),
      lessonContext({ purpose: "refresher" }),
    );
    expect(problems).toMatchObject([{ code: "questions-missing", severity: "warning" }]);
  });
});

describe("a question", () => {
  it("is read the same however it is laid out", () => {
    const inline = check(
      "Q *now*?\n<Choice right>A<Feedback>Because</Feedback></Choice>\n<Choice>B</Choice>\n<Feedback>In all</Feedback>",
    );
    const block = check(
      "\nQ *now*?\n\n<Choice right>\n\nA\n\n<Feedback>\n\nBecause\n\n</Feedback>\n\n</Choice>\n\n<Choice>\nB\n</Choice>\n\n<Feedback>\nIn all\n</Feedback>\n",
    );
    const read = (body: string) => {
      const { questions, problems } = checkLesson(lessonOf(body), lessonContext());
      expect(problems).toEqual([]);
      return JSON.stringify(questions, (key, value) =>
        ["position", "line", "column"].includes(key) ? undefined : value,
      );
    };
    expect(read(block)).toBe(read(inline));
  });
  it("may ask for what follows its first paragraph", () => {
    const { questions, problems } = checkLesson(
      lessonOf(
        check(
          'Q\n\n- one\n- two\n\n<Figure src="media/thread.png" alt="x" />\n\n<Choice right>A</Choice>\n<Choice>B</Choice>',
        ),
      ),
      lessonContext(),
    );
    expect(problems).toEqual([]);
    expect(questions[0]?.detail.map(({ type }) => type)).toEqual(["list", "mdxJsxFlowElement"]);
  });
  it("in words may foresee a wrong answer", () => {
    expect(
      found(
        check(
          "Q\n\n<Choice right>two hours</Choice>\n<Choice>a day<Feedback>That was before.</Feedback></Choice>",
          ' kind="text"',
        ),
      ),
    ).toEqual([]);
  });
});
