import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkLesson } from "#app/lessons/check-lesson";
import type { Media } from "#app/lessons/media";
import { laterComponents, vocabulary } from "#app/lessons/vocabulary";
import { lessonContext, lessonOf } from "#tests/support/lessons";

const guide = readFileSync(resolve(import.meta.dirname, "../../docs/lessons.md"), "utf8");
const examples = [...guide.matchAll(/```mdx\n([\s\S]*?)```/g)].map(([, example]) => example ?? "");
const drawing: Media = { hash: "0".repeat(64), type: "image/svg+xml", bytes: 900, width: 4, height: 3, seconds: null };
const context = lessonContext({
  departments: ["kundservice", "butik", "ledning"].map((id) => ({ id, name: { sv: id } })),
  media: new Map([...lessonContext().media, ["media/three-questions.svg", drawing]]),
});

describe("the guide for trainers", () => {
  it("has examples", () => expect(examples.length).toBeGreaterThan(6));
  it.each(examples)("shows only what the checker accepts: %s", (example) => {
    expect(checkLesson(example.startsWith("---") ? example : lessonOf(example), context).problems).toEqual([]);
  });
  it("shows every component there is", () => {
    const shown = (name: string) => examples.some((example) => example.includes(`<${name}`));
    expect([...vocabulary.keys()].filter((name) => !shown(name))).toEqual([]);
    expect([...laterComponents.keys()].filter(shown)).toEqual([]);
  });
});
