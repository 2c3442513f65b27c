import { describe, expect, it } from "vitest";
import { answerField, placeField, readAnswer } from "#app/learning/read-answer";

const choices = ["a", "b", "c"];

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("a posted answer", () => {
  it("is one choice, and only one of the question's own", () => {
    expect(readAnswer(form([answerField, "b"]), "one", choices)).toEqual({ kind: "answer", values: ["b"] });
    expect(readAnswer(form([answerField, "b"], [answerField, "c"]), "one", choices)).toEqual({
      kind: "answer",
      values: ["b"],
    });
    expect(readAnswer(form([answerField, "z"]), "one", choices)).toEqual({ kind: "problem", problem: "nothingChosen" });
  });

  it("is several choices in the question's order, none twice", () => {
    const posted = form([answerField, "c"], [answerField, "a"], [answerField, "a"], [answerField, "z"]);
    expect(readAnswer(posted, "many", choices)).toEqual({ kind: "answer", values: ["a", "c"] });
  });

  it("asks for a choice when there is none", () => {
    expect(readAnswer(form(), "one", choices)).toEqual({ kind: "problem", problem: "nothingChosen" });
    expect(readAnswer(form(), "many", choices)).toEqual({ kind: "problem", problem: "nothingChosen" });
  });

  it("is an order by the places given", () => {
    const posted = form([placeField("a"), "3"], [placeField("b"), "1"], [placeField("c"), "2"]);
    expect(readAnswer(posted, "order", choices)).toEqual({ kind: "answer", values: ["b", "c", "a"] });
  });

  it.each([
    ["a place taken twice", ["1", "1", "2"]],
    ["a place out of range", ["1", "2", "4"]],
    ["no number", ["1", "2", "x"]],
    ["a half place", ["1", "2", "2.5"]],
  ])("is no order with %s", (_, places) => {
    const posted = form(...choices.map((choice, n): [string, string] => [placeField(choice), places[n] ?? ""]));
    expect(readAnswer(posted, "order", choices)).toEqual({ kind: "problem", problem: "placesRepeat" });
  });

  it("is no order when a place is missing", () => {
    expect(readAnswer(form([placeField("a"), "1"]), "order", choices)).toEqual({
      kind: "problem",
      problem: "placesRepeat",
    });
  });

  it("is what was written, without the space around it", () => {
    expect(readAnswer(form([answerField, "  två timmar "]), "text", [])).toEqual({
      kind: "answer",
      values: ["två timmar"],
    });
    expect(readAnswer(form([answerField, "   "]), "text", [])).toEqual({ kind: "problem", problem: "nothingWritten" });
  });

  it("may be that one does not know, whatever else is chosen", () => {
    const posted = form(["intent", "dont-know"], [answerField, "a"]);
    expect(readAnswer(posted, "one", choices)).toEqual({ kind: "unknown" });
  });

  it("ignores a file in the place of a choice", () => {
    const posted = new FormData();
    posted.append(answerField, new Blob(["a"]), "a");
    expect(readAnswer(posted, "one", choices)).toEqual({ kind: "problem", problem: "nothingChosen" });
  });
});
