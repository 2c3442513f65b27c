import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choiceOrder, drawFromBank, drawQuestions, shuffle } from "#app/domain/draw";
import {
  foldAnswer,
  type GradingKey,
  gradeAnswer,
  isResponseTo,
  LONGEST_TEXT_ANSWER,
  marksOf,
  passes,
  type QuestionKind,
  type Response,
  score,
} from "#app/domain/grading";

function key(kind: QuestionKind, right: readonly boolean[], texts: readonly string[] = []): GradingKey {
  return {
    id: "q",
    kind,
    choices: right.map((isRight, index) => ({ id: "abcdef"[index] ?? "", text: texts[index] ?? "", right: isRight })),
  };
}
const choose = (...choices: string[]): Response => ({ type: "choices", choices });
const say = (text: string): Response => ({ type: "text", text });
const dontKnow: Response = { type: "dont-know" };

describe("one right choice", () => {
  const question = key("one", [false, true, false]);
  it.each([
    [choose("b"), true],
    [choose("a"), false],
    [choose("a", "b"), false],
    [choose(), false],
    [choose("z"), false],
    [say("b"), false],
    [dontKnow, false],
  ])("%j is right: %s", (response, right) => expect(gradeAnswer(question, response)).toEqual({ right }));
});

describe("many right choices", () => {
  const question = key("many", [true, false, true]);
  it.each([
    [choose("a", "c"), true],
    [choose("c", "a"), true],
    [choose("a"), false],
    [choose("a", "b", "c"), false],
    [choose("a", "a", "c"), false],
    [choose("a", "c", "z"), false],
    [dontKnow, false],
  ])("%j is right: %s", (response, right) => expect(gradeAnswer(question, response)).toEqual({ right }));
});

describe("choices to put in order", () => {
  const question = key("order", [false, false, false]);
  it.each([
    [choose("a", "b", "c"), true],
    [choose("b", "a", "c"), false],
    [choose("a", "b"), false],
    [choose("a", "b", "b"), false],
    [dontKnow, false],
  ])("%j is right: %s", (response, right) => expect(gradeAnswer(question, response)).toEqual({ right }));
});

describe("an answer in words", () => {
  const question = key("text", [true, true, false], ["Två timmar", "2 h", "en dag"]);
  it.each([
    ["två timmar", true],
    ["  TVÅ \u00a0 timmar\n", true],
    ["tva\u030a timmar", true],
    ["2 H", true],
    ["2h", false],
    ["en dag", false],
    ["", false],
    ["   ", false],
  ])("%j is right: %s", (text, right) => expect(gradeAnswer(question, say(text))).toEqual({ right }));

  it("is not graded when it is longer than an answer may be", () => {
    const long = key("text", [true], ["a".repeat(LONGEST_TEXT_ANSWER + 1)]);
    expect(gradeAnswer(long, say("a".repeat(LONGEST_TEXT_ANSWER + 1))).right).toBe(false);
    expect(isResponseTo(long, say("a".repeat(LONGEST_TEXT_ANSWER)))).toBe(true);
  });
  it("cannot be a choice", () => expect(isResponseTo(question, choose("a"))).toBe(false));
  it("folds to the same text again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => foldAnswer(foldAnswer(text)) === foldAnswer(text)),
    );
  });
});

describe("the names of choices", () => {
  it.each(["__proto__", "constructor", "toString"])("may be %s", (id) => {
    const odd: GradingKey = {
      id,
      kind: "one",
      choices: [
        { id, text: id, right: true },
        { id: "x", text: "x", right: false },
      ],
    };
    expect(gradeAnswer(odd, choose(id)).right).toBe(true);
    expect(gradeAnswer(odd, choose("x")).right).toBe(false);
    expect(marksOf(odd, choose("x")).get(id)).toBe("missed");
  });
  it("that were never offered are not right", () => {
    expect(gradeAnswer(key("one", [true, false]), choose("__proto__")).right).toBe(false);
  });
});

describe("marks", () => {
  it("say what was rightly chosen, wrongly chosen and missed", () => {
    expect([...marksOf(key("many", [true, true, false, false]), choose("a", "c"))]).toEqual([
      ["a", "right"],
      ["b", "missed"],
      ["c", "wrong"],
    ]);
  });
  it("say what stands where it should", () => {
    expect([...marksOf(key("order", [false, false, false]), choose("b", "a", "c"))]).toEqual([
      ["a", "wrong"],
      ["b", "wrong"],
      ["c", "right"],
    ]);
  });
  it("show the right choice to somebody who did not know", () => {
    expect([...marksOf(key("one", [false, true]), dontKnow)]).toEqual([["b", "missed"]]);
  });
});

describe("a score", () => {
  it("is the share of what was asked", () => {
    expect(
      score(
        new Map([
          ["a", true],
          ["b", false],
          ["c", true],
        ]),
        ["a", "b", "c", "d"],
      ),
    ).toBe(0.5);
  });
  it("does not count answers to what was not asked", () => expect(score(new Map([["x", true]]), ["a"])).toBe(0));
  it("is whole when nothing was asked", () => expect(score(new Map(), [])).toBe(1));
  it.each([
    [0.8, 0.8, true],
    [0.1 + 0.7, 0.8, true],
    [0.79, 0.8, false],
    [0, null, true],
  ])("%d passes %s: %s", (reached, mark, passed) => expect(passes(reached, mark)).toBe(passed));
});

describe("shuffling", () => {
  const items = ["a", "b", "c", "d", "e"];
  it("is decided by the seed", () => expect(shuffle(items, "one")).toEqual(shuffle(items, "one")));
  it("keeps everything", () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.string(), (list, seed) => {
        expect(shuffle(list, seed).sort()).toEqual([...list].sort());
      }),
    );
  });
  it("gives every order about as often as any other", () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 6000; n++) {
      const order = shuffle(["a", "b", "c"], `seed ${n}`).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
  it("never shows a question of order already solved", () => {
    const question = key("order", [false, false]);
    for (let n = 0; n < 50; n++) expect(choiceOrder(question, `${n}`)).toEqual(["b", "a"]);
  });
  it("does not depend on the order of the source", () => {
    const question = key("one", [true, false, false]);
    const turned = { ...question, choices: [...question.choices].reverse() };
    expect(choiceOrder(question, "s")).toEqual(choiceOrder(turned, "s"));
  });
});

describe("drawing questions for an attempt", () => {
  const own = [{ id: "q1", objective: "time" }, { id: "q2", objective: "tone" }, { id: "q3" }];
  const bank = [{ id: "b1", objective: "time" }, { id: "b2", objective: "time" }, { id: "b3" }];
  const ids = (drawn: readonly { question: { id: string } }[]) => drawn.map(({ question }) => question.id);

  it("asks the lessons' own the first time", () =>
    expect(ids(drawQuestions(own, bank, 1, new Map(), "s"))).toEqual(["q1", "q2", "q3"]));
  it("asks others the second time, where there are any", () => {
    const drawn = drawQuestions(
      own,
      bank,
      2,
      new Map([
        ["q1", 1],
        ["q2", 1],
        ["q3", 1],
      ]),
      "s",
    );
    expect(["b1", "b2"]).toContain(drawn[0]?.question.id);
    expect(ids(drawn).slice(1)).toEqual(["q2", "b3"]);
    expect(drawn.map(({ slot }) => slot)).toEqual(["q1", "q2", "q3"]);
  });
  it("comes back to the one asked longest ago", () => {
    const drawn = drawQuestions(
      own,
      bank,
      3,
      new Map([
        ["q1", 1],
        ["b1", 2],
        ["b2", 2],
        ["q3", 1],
        ["b3", 1],
      ]),
      "s",
    );
    expect(ids(drawn)[0]).toBe("q1");
  });
  it("never asks one question twice", () => {
    const twice = [
      { id: "q1", objective: "time" },
      { id: "q2", objective: "time" },
      { id: "q3", objective: "time" },
    ];
    fc.assert(
      fc.property(
        fc.string(),
        fc.dictionary(fc.constantFrom("q1", "q2", "q3", "b1", "b2"), fc.nat(3)),
        (seed, asked) => {
          const drawn = ids(drawQuestions(twice, [...bank, ...twice], 2, new Map(Object.entries(asked)), seed));
          expect(new Set(drawn).size).toBe(3);
        },
      ),
    );
  });
  it("draws a refresher with what was asked least, one of each objective first", () => {
    const drawn = drawFromBank([...own, ...bank], 3, new Map([["b3", 4]]), "s").map(({ id }) => id);
    expect(drawn).toHaveLength(3);
    expect(drawn).toEqual(expect.arrayContaining(["q2", "q3"]));
    expect(drawn).not.toContain("b3");
  });
});
