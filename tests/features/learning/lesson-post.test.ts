import { describe, expect, it } from "vitest";
import type { Response } from "#app/domain/grading";
import { answerPost, confirmPost, type Fields, fieldOf, reflectPost, subjectOf } from "#app/learning/lesson-post";
import { readResponse } from "#app/lessons/read-response";

function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const choices = ["a", "b", "c"].map((id) => ({ id }));

describe("an answer on its way", () => {
  it.each([
    ["one", { type: "choices", choices: ["b"] }],
    ["many", { type: "choices", choices: ["a", "c"] }],
    ["order", { type: "choices", choices: ["c", "a", "b"] }],
    ["text", { type: "text", text: "två timmar" }],
    ["one", { type: "dont-know" }],
    ["order", { type: "dont-know" }],
  ] as const)("of kind %s is read as what it was: %o", (kind, response) => {
    const order = kind === "order" ? choices.map(({ id }) => id) : [];
    const fields = answerPost("attempt1", "question1", order, response as Response);
    const asked = { kind, choices: kind === "text" ? [] : choices };
    expect(readResponse(formOf(fields), asked)).toEqual(response);
    expect(fieldOf(fields, "check")).toBe("question1");
    expect(fieldOf(fields, "attempt")).toBe("attempt1");
    expect(fieldOf(fields, "intent")).toBe(response.type === "dont-know" ? "dont-know" : "answer");
  });
});

describe("what a post is about", () => {
  it("is the question, the statement or the reflection", () => {
    expect(subjectOf(answerPost("a", "q", [], { type: "dont-know" }))).toBe("check:q");
    expect(subjectOf(answerPost("a", "q", [], { type: "text", text: "x" }))).toBe("check:q");
    expect(subjectOf(confirmPost("a", "s"))).toBe("confirmation:s");
    expect(subjectOf(reflectPost("a", "r", "x", true))).toBe("reflection:r");
  });

  it("is nothing that is kept, for other forms", () => {
    expect(subjectOf([["intent", "complete"]])).toBeNull();
    expect(subjectOf([["intent", "toString"]])).toBeNull();
    expect(subjectOf([["check", "q"]])).toBeNull();
    expect(subjectOf([["intent", "answer"]])).toBeNull();
  });

  it("shares a reflection only where it says so", () => {
    expect(fieldOf(reflectPost("a", "r", "x", true), "share")).toBe("yes");
    expect(fieldOf(reflectPost("a", "r", "x", false), "share")).toBeNull();
  });
});
