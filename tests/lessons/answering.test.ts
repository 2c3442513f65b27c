import { describe, expect, it } from "vitest";
import { choiceOrder } from "#app/domain/draw";
import type { QuestionKind, Response } from "#app/domain/grading";
import { checkState } from "#app/lessons/check-state";
import type { QuestionKey } from "#app/lessons/question";
import { readResponse } from "#app/lessons/read-response";

const key = (kind: QuestionKind, right: readonly boolean[]): QuestionKey => ({
  id: "q",
  kind,
  promptText: "Prompt",
  promptHtml: "Prompt",
  choices: right.map((isRight, index) => ({
    id: `id-${"dacb"[index]}`,
    text: `text ${index}`,
    html: `html ${index}`,
    right: isRight,
    feedbackHtml: `<p>because ${index}</p>`,
  })),
  feedbackHtml: "<p>general</p>",
});
const asked = (question: QuestionKey) => ({ slot: "s", order: choiceOrder(question, "attempt"), number: 1, of: 3 });
const state = (question: QuestionKey, response: Response | null) => checkState(question, asked(question), response);
const choose = (...choices: string[]): Response => ({ type: "choices", choices });

describe("before the answer a page knows", () => {
  it.each(["one", "many", "order", "text"] as const)("nothing that tells it, of kind %s", (kind) => {
    const question = key(kind, [true, false, false, true]);
    const sent = JSON.stringify(state(question, null));
    for (const secret of ["because", "general", 'right":true', '"right",', "wrong"]) expect(sent).not.toContain(secret);
    if (kind === "text") expect(sent).not.toContain("text 0");
  });
  it("not the right order: no attempt shows it, and what is shown does not follow from it", () => {
    const question = key("order", [true, true, true, true]);
    const source = question.choices.map(({ id }) => id);
    const first = new Set<string | undefined>();
    for (let attempt = 0; attempt < 60; attempt++) {
      const order = choiceOrder(question, `attempt ${attempt}`);
      expect(order).not.toEqual(source);
      first.add(order[0]);
    }
    expect(first.size).toBe(4);
  });
});

describe("after the answer a page knows", () => {
  it("why the choice was right", () => {
    expect(state(key("one", [false, true]), choose("id-a"))).toMatchObject({
      state: "right",
      marks: { "id-a": "right" },
      choiceFeedback: [{ choice: null, html: "<p>because 1</p>" }],
      feedbackHtml: "<p>general</p>",
    });
  });
  it("why it was wrong, and what is right, in that order", () => {
    expect(state(key("one", [true, false]), choose("id-a"))).toMatchObject({
      state: "wrong",
      marks: { "id-a": "wrong", "id-d": "missed" },
      choiceFeedback: [
        { choice: "html 1", html: "<p>because 1</p>" },
        { choice: "html 0", html: "<p>because 0</p>" },
      ],
    });
  });
  it("the right order", () => {
    expect(state(key("order", [true, true, true]), choose("id-a", "id-d", "id-c"))).toMatchObject({
      state: "wrong",
      rightOrder: ["id-d", "id-a", "id-c"],
      marks: { "id-d": "wrong", "id-a": "wrong", "id-c": "right" },
    });
  });
  it("the first of the words that are accepted, when others were written", () => {
    const question = key("text", [true, false, true]);
    expect(state(question, { type: "text", text: "TEXT  1" })).toMatchObject({
      state: "wrong",
      accepted: ["text 0"],
      choiceFeedback: [{ html: "<p>because 1</p>" }],
    });
    expect(state(question, { type: "text", text: "Text 0" })).toMatchObject({
      state: "right",
      accepted: [],
      choiceFeedback: [{ html: "<p>because 0</p>" }],
    });
  });
  it("what is right, when the reader did not know", () => {
    expect(state(key("one", [true, false]), { type: "dont-know" })).toMatchObject({
      state: "wrong",
      marks: { "id-d": "missed" },
    });
  });
});

describe("a posted form", () => {
  const form = (...fields: [string, string][]) => {
    const data = new FormData();
    for (const [name, value] of fields) data.append(name, value);
    return data;
  };
  const question = (kind: QuestionKind) => ({ kind, choices: [{ id: "a" }, { id: "b" }, { id: "__proto__" }] });

  it.each([
    ["one", [["answer", "b"]], choose("b")],
    ["one", [["answer", "__proto__"]], choose("__proto__")],
    ["one", [], "nothing-chosen"],
    [
      "one",
      [
        ["answer", "a"],
        ["answer", "b"],
      ],
      "not-an-answer",
    ],
    ["one", [["answer", "constructor"]], "not-an-answer"],
    ["one", [["intent", "dont-know"]], { type: "dont-know" }],
    [
      "one",
      [
        ["intent", "dont-know"],
        ["answer", "a"],
      ],
      { type: "dont-know" },
    ],
    [
      "many",
      [
        ["answer", "b"],
        ["answer", "a"],
      ],
      choose("b", "a"),
    ],
    [
      "many",
      [
        ["answer", "a"],
        ["answer", "a"],
      ],
      "not-an-answer",
    ],
    [
      "order",
      [
        ["place.a", "2"],
        ["place.b", "3"],
        ["place.__proto__", "1"],
      ],
      choose("__proto__", "a", "b"),
    ],
    [
      "order",
      [
        ["place.a", "1"],
        ["place.b", "1"],
        ["place.__proto__", "2"],
      ],
      "places-repeat",
    ],
    [
      "order",
      [
        ["place.a", "1"],
        ["place.b", "2"],
      ],
      "not-an-answer",
    ],
    [
      "order",
      [
        ["place.a", "1"],
        ["place.b", "2"],
        ["place.__proto__", "4"],
      ],
      "not-an-answer",
    ],
    [
      "order",
      [
        ["place.a", "1"],
        ["place.b", "2"],
        ["place.__proto__", "x"],
      ],
      "not-an-answer",
    ],
    ["text", [["answer", "  två timmar "]], { type: "text", text: "två timmar" }],
    ["text", [["answer", "   "]], "nothing-written"],
    ["text", [["answer", "x".repeat(501)]], "not-an-answer"],
  ] as [QuestionKind, [string, string][], unknown][])("of kind %s with %j is %j", (kind, fields, expected) => {
    expect(readResponse(form(...fields), question(kind))).toEqual(expected);
  });
  it("with a file instead of words holds nothing", () => {
    const data = new FormData();
    data.append("answer", new Blob(["x"]));
    expect(readResponse(data, question("text"))).toBe("nothing-written");
  });
});
