import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestQuestion } from "#app/authoring/gift/gift-blocks";
import { giftToChecks, questionFile, questionsAtMost, readGift } from "#app/authoring/gift/gift-to-checks";
import { checkLesson } from "#app/lessons/check-lesson";
import { lessonContext } from "#tests/support/lessons";

const words = { yes: "Sant", no: "Falskt" };
const read = (source: string, taken: readonly string[] = []) => readGift(source, { taken: new Set(taken), words });

function checked(sources: readonly { readonly source: string }[]) {
  const file = questionFile("Frågor", sources);
  return checkLesson(file, lessonContext({ purpose: "questions" }));
}

async function one(source: string): Promise<string> {
  const { carried, left } = await read(source);
  expect(left).toEqual([]);
  return carried[0]?.source ?? "";
}

async function reasonOf(source: string): Promise<string | undefined> {
  const { carried, left } = await read(source);
  expect(carried).toEqual([]);
  return left[0]?.reason;
}

describe("a question in GIFT", () => {
  it("with one right answer becomes one of kind one, with its feedback", async () => {
    expect(
      await one("::Vem skrev?:: Vem skrev boken? {=Selma#Just det. ~August#Nej, han skrev andra. ####1906.}"),
    ).toBe(
      `<Check id="q-vem-skrev">
Vem skrev boken?

<Choice right>Selma<Feedback>Just det.</Feedback></Choice>
<Choice>August<Feedback>Nej, han skrev andra.</Feedback></Choice>
<Feedback>1906.</Feedback>
</Check>`,
    );
  });

  it("with weights that make a whole becomes one of kind many", async () => {
    const { carried } = await read("Vilka? {~%50%a ~%50%b ~%-100%c}");
    expect(carried[0]).toMatchObject({ kind: "many", notes: ["all-or-nothing"], choices: 3 });
    expect(carried[0]?.source.match(/<Choice right>/g)).toHaveLength(2);
    const thirds = await read("Vilka? {~%33.333%a ~%33.333%b ~%33.333%c ~%-50%d}");
    expect(thirds.carried[0]?.kind).toBe("many");
  });

  it("that is true or false has both as choices; the first feedback is for whoever was wrong", async () => {
    expect(await one("Solen går upp i väster. {F#Nej, i öster.#Rätt.}")).toBe(
      `<Check id="q-solen-gar-upp-i-vaster">
Solen går upp i väster.

<Choice>Sant<Feedback>Nej, i öster.</Feedback></Choice>
<Choice right>Falskt<Feedback>Rätt.</Feedback></Choice>
</Check>`,
    );
  });

  it("with a short answer or an exact number becomes one of kind text", async () => {
    const { carried } = await read(
      "Huvudstad? {=Stockholm =%0%Göteborg#Näst störst. =%0%*#Gissa igen.}\n\nHur mycket? {#2.5}",
    );
    expect(carried.map(({ kind, notes }) => [kind, notes])).toEqual([
      ["text", ["catch-all"]],
      ["text", ["comma"]],
    ]);
    expect(carried[0]?.source).toContain("<Choice>Göteborg<Feedback>Näst störst.</Feedback></Choice>");
    expect(carried[1]?.source).toContain("<Choice right>2,5</Choice>");
  });

  it("that matches things to 1, 2, 3 becomes one of order", async () => {
    const source = await one("I vilken ordning? {=Stäng -> 3 =Öppna -> 1 =Räkna -> 2}");
    expect(source).toContain('kind="order"');
    expect(source.match(/<Choice>(.*?)<\/Choice>/g)).toEqual([
      "<Choice>Öppna</Choice>",
      "<Choice>Räkna</Choice>",
      "<Choice>Stäng</Choice>",
    ]);
  });

  it("with HTML or Markdown has what it says, and a gap stays a gap", async () => {
    expect(await one("[html]<p>Vad <b>nu</b>?</p><ul><li>så</li></ul> {=<p>ja</p> ~nej}")).toContain(
      "Vad **nu**?\n\n- så\n\n<Choice right>ja</Choice>",
    );
    expect(await one("[markdown]Vad *nu*? {=ja ~nej}")).toContain("Vad *nu*?");
    expect(await one("Två plus {=två ~tre} är fyra.")).toContain("Två plus \\_\\_\\_\\_\\_ är fyra.");
  });

  it("holds its signs as signs", async () => {
    const source = await one("Vad gör <b>, \\{x\\} och *y*? {=<Choice right> ~import}");
    expect(checked([{ source }]).questions[0]?.choices.map(({ text }) => text)).toEqual(["<Choice right>", "import"]);
  });
});

describe("what is not carried over", () => {
  it.each([
    ["essay", "Berätta. {}"],
    ["description", "Bara en text."],
    ["category", "$CATEGORY: a/b"],
    ["matching", "Para ihop {=a -> b =c -> d}"],
    ["numerical-range", "Hur långt? {#3:0.5}"],
    ["numerical-range", "När? {#1900..1910}"],
    ["partial-weights", "Vilken? {=a ~%50%b ~c}"],
    ["several-right", "Vilken? {=a =b ~c}"],
    ["no-right-answer", "Vilken? {~a ~b}"],
    ["wildcard", "Vad? {=*holm}"],
    ["same-choices", "Vad? {=A ~a}"],
    ["picture", '[html]Vad? <img src\\="x"> {=a ~b}'],
    ["picture", "[markdown]Vad? ![x](y.png) {=a ~b}"],
    ["too-long", `Vad? {=a ~${"b".repeat(longestQuestion)}}`],
    ["syntax", "Vad? {=a ~b"],
    ["no-question", "{=a ~b}"],
  ])("%s: %.40s", async (reason, source) => {
    expect(await reasonOf(source)).toBe(reason);
  });

  it("is said with its line, and does not stop the others", async () => {
    const { carried, left } = await read(
      "// [id:en-fraga]\n// remark\n\n::A:: Ett? {=a ~b}\r\n\r\n$CATEGORY: x\nTvå?\n{=a ~b\n\n\n::A:: Tre? {=a ~b}",
    );
    expect(carried.map(({ id, line }) => [id, line])).toEqual([
      ["q-en-fraga", 4],
      ["q-a", 11],
    ]);
    expect(left.map(({ reason, line, column }) => [reason, line, column])).toEqual([
      ["category", 6, null],
      ["syntax", 8, 7],
    ]);
  });

  it("is what would be too many", async () => {
    const { carried, left } = await read(
      Array.from({ length: questionsAtMost + 2 }, () => "Vad? {=a ~b}").join("\n\n"),
    );
    expect(carried).toHaveLength(questionsAtMost);
    expect(left.map(({ reason }) => reason)).toEqual(["too-many", "too-many"]);
  });
});

describe("ids", () => {
  it("are of the title, without repeating any", async () => {
    const { carried } = await read("::Å:: x? {=a ~b}\n\n::Å:: y? {=a ~b}", ["q-a"]);
    expect(carried.map(({ id }) => id)).toEqual(["q-a-2", "q-a-3"]);
  });
});

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom(
    "Vad gäller?",
    "<Check id='x'>",
    "</Choice>",
    "{1+1}",
    "*a* _b_ `c`",
    "http://a.example",
    "https://a:b@c.example",
    "import x from 'y'",
    "- a",
    "# b",
    "| a |",
    "&lt;script&gt;",
    "[a](javascript:b)",
    "![a](b)",
    "[^1]",
    "~~~",
    "1. x",
    "<p>a</p><p>b</p>",
    "<ul><li>x</ul>",
    "<h1>x</h1>",
    "<table><tr><td>x",
    "***",
    "> q",
    "\\n\\n---",
    "a@b.example",
  ),
);
const escaped = (raw: string) => raw.replace(/[~=#{}\\:]/g, (sign) => `\\${sign}`).replace(/[\r\n]+/g, " ");
const format = fc.constantFrom("", "[html]", "[markdown]", "[plain]");
const say = fc.tuple(format, text, text).map(([form, a, b]) => `${form}${escaped(`${a} ${b}`)}`);
const feedback = fc.oneof(
  fc.constant(""),
  say.map((said) => `#${said}`),
);
const choice = fc
  .tuple(fc.constantFrom("=", "~", "~%50%", "~%-50%", "=%0%"), say, feedback)
  .map((parts) => parts.join(""));
const answers = fc.oneof(
  fc.array(choice, { maxLength: 5 }).map((all) => all.join(" ")),
  fc.tuple(fc.constantFrom("T", "F", "TRUE"), feedback, feedback).map((parts) => parts.join("")),
  fc.tuple(say, say).map(([a, b]) => `=${a} -> 1 =${b} -> 2`),
  fc.constantFrom("#3", "#-2.50", "#=1.5#a =2", ""),
);
const question = fc
  .tuple(
    fc.oneof(
      fc.constant(""),
      text.map((title) => `::${escaped(title)}::`),
    ),
    say,
    answers,
    fc.oneof(fc.constant(""), say),
  )
  .map(([title, stem, inner, after]) => `${title} ${stem} {${inner}} ${after}`);

describe("whatever a file holds", () => {
  it("each question that is carried over is taken by the checker, all of them together, and none is refused late", () => {
    let carriedInAll = 0;
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 5 }), (questions) => {
        const all = [...giftToChecks(questions.join("\n\n"), { taken: new Set(["q-question"]), words })];
        const carried = all.flatMap((each) => ("source" in each ? [each] : []));
        carriedInAll += carried.length;
        expect(all.flatMap((each) => ("reason" in each && each.reason === "refused" ? [each.said] : []))).toEqual([]);
        if (carried.length > 0) expect(checked(carried).problems).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(carriedInAll).toBeGreaterThan(500);
  });

  it("it is read to its end", async () => {
    const raw = fc.array(
      fc.oneof(text, fc.constantFrom("{", "}", "=", "~", "#", "::", "->", "\n", "\n\n", "//", "%", "$CATEGORY:")),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(raw, (pieces) => {
        const all = [...giftToChecks(pieces.join(" "), { taken: new Set(), words })];
        expect(all.filter((each) => "reason" in each && each.reason === "refused")).toEqual([]);
      }),
      { numRuns: 300 },
    );
    const size = longestQuestion - 20;
    for (const sign of ["{", "=", "~", "#", "::", "\\", "->", "%", "{=", "=%", "####", "a#", "[html]", "//", " \t"]) {
      const hostile = sign.repeat(size / sign.length);
      for (const source of [hostile, `a ${hostile}`, `a {${hostile}`, `a {=${hostile}}`, `::${hostile}`]) {
        expect((await read(source)).carried.length).toBeLessThanOrEqual(1);
      }
    }
  });
});
