import { describe, expect, it } from "vitest";
import { checkLesson } from "#app/lessons/check-lesson";
import { lessonContext } from "#tests/support/lessons";

const places = (source: string) =>
  checkLesson(source, lessonContext()).problems.map(({ code, line, column }) => [code, line, column]);

describe("front matter", () => {
  it.each([
    "---js",
    "---javascript",
    "---JS",
    "--- js",
    "---js ",
    "---json",
    "---toml",
    "---coffee",
    "---yaml",
    "----",
  ])("that begins with %j is refused and never run", (fence) => {
    const touched = `touched${Math.random()}`.replace(".", "");
    const source = `${fence}\n{ title: (globalThis.${touched} = 1, "x") }\n---\nText.`;
    expect(places(source)).toEqual([["front-matter-language", 1, 4]]);
    expect(Object.hasOwn(globalThis, touched)).toBe(false);
  });
  it.each([
    ["in TOML", '+++\ntitle = "x"\n+++\nText.', [["front-matter-language", 1, 1]]],
    ["that is missing", "Text.", [["front-matter", 1, 1]]],
    ["after an empty line", "\n---\ntitle: x\n---\nText.", [["front-matter", 1, 1]]],
    ["that is not closed", "---\ntitle: x\n\nText.", [["front-matter", 1, 1]]],
    ["that is empty", "---\n---\nText.", [["front-matter", 1, 1]]],
    ["without title", "---\nsummary: x\n---\nText.", [["schema", 2, 1]]],
    ["with an empty title", '---\ntitle: ""\n---\nText.', [["schema", 2, 8]]],
    ["with a control character in its title", '---\ntitle: "a\\0b"\n---\nText.', [["schema", 2, 8]]],
    ["with one that nobody sees in its summary", "---\ntitle: x\nsummary: a\u202eb\n---\nText.", [["schema", 3, 10]]],
    ["with a title that is a number", "---\ntitle: 1\n---\nText.", [["schema", 2, 8]]],
    ["with an unknown field", "---\ntitle: x\nauthor: y\n---\nText.", [["schema", 3, 1]]],
    ["with a field named __proto__", "---\ntitle: x\n__proto__: { a: 1 }\n---\nText.", [["schema", 3, 1]]],
    ["with a field named constructor", "---\ntitle: x\nconstructor: y\n---\nText.", [["schema", 3, 1]]],
    ["with a field written twice", "---\ntitle: x\ntitle: y\n---\nText.", [["yaml", 3, 1]]],
    ["with an alias", "---\ntitle: &a x\nsummary: *a\n---\nText.", [["yaml", 3, 10]]],
    ["with a tag that would run", '---\ntitle: !!js/function "x"\n---\nText.', [["yaml", 2, 8]]],
    ["that does not parse", "---\ntitle: [x\n---\nText.", [["yaml", 2, 10]]],
    ["with an objective of another shape", "---\ntitle: x\nobjectives:\n  - two-hours\n---\nText.", [["schema", 4, 5]]],
  ] as const)("%s is refused", (_, source, expected) => expect(places(source)).toEqual(expected));

  it("is not looked for further down", () => {
    expect(places("---\ntitle: x\n---\nText.\n\n---js\n\nMore.")).toEqual([]);
  });
  it("leaves the lines of the lesson where they were", () => {
    expect(places("---\ntitle: x\nsummary: y\n---\n\nText <Chart />")).toEqual([["component-unknown", 6, 6]]);
  });
});
