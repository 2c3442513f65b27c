import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkLesson } from "#app/lessons/check-lesson";
import { dialect } from "#app/lessons/dialect";
import { prepareLesson } from "#app/lessons/prepare-lesson";
import { hasErrors } from "#app/lessons/problem";
import { questionKey } from "#app/lessons/question-key";
import { lessonContext, lessonOf } from "#tests/support/lessons";

/** Blocks of a lesson, some of which are refused alone or together. */
const sentence = fc.constantFrom(
  "Text.",
  "*a* **b** ~~c~~ `d`",
  "[a](02-speed)",
  "![x](media/thread.png)",
  'A <Term def="d">t</Term>',
  "{3}",
  "[^1]",
  "a\\\nb",
);
const block = fc.oneof(
  sentence,
  fc.constantFrom(
    "## H",
    "### H",
    "> q",
    "- a\n- b",
    "1. a",
    "| a |\n|--:|\n| b |",
    "---",
    "```\nx\n```",
    "[^1]: note",
    '<Figure src="media/thread.png" alt="a" />',
    '<Video src="media/answering.mp4" title="a" captions="media/answering.vtt" />',
    '<Attachment src="media/checklist.pdf" title="a" />',
  ),
  sentence.map((inner) => `<Callout kind="tip">\n${inner}\n</Callout>`),
  sentence.map((inner) => `<Changed since="1">\n\n${inner}\n\n</Changed>`),
);
const check = fc
  .record({
    kind: fc.constantFrom("one", "many", "order", "text"),
    detail: fc.array(block, { maxLength: 2 }),
    choices: fc.array(fc.tuple(fc.boolean(), sentence), { minLength: 1, maxLength: 3 }),
    feedback: fc.option(block),
  })
  .map(({ kind, detail, choices, feedback }) => {
    const inside = choices.map(
      ([right, text], index) => `<Choice${right ? " right" : ""}>\n\n${index} ${text}\n\n</Choice>`,
    );
    const why = feedback === null ? "" : `<Feedback>\n\n${feedback}\n\n</Feedback>\n`;
    return `<Check id="a" kind="${kind}">\nWhat?\n\n${detail.join("\n\n")}\n\n${inside.join("\n")}\n${why}</Check>`;
  });

describe("whatever the checker lets through", () => {
  it("is of the dialect, and its questions become a key", () => {
    let compiled = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(block, check), { maxLength: 6 }), (blocks) => {
        const context = lessonContext();
        const result = checkLesson(lessonOf(blocks.join("\n\n")), context);
        if (hasErrors(result.problems) || !result.tree) return;
        compiled++;
        const make = dialect(prepareLesson(result.tree, context), []);
        expect(make()().type).toBe("root");
        for (const question of result.questions) {
          const key = questionKey(question, context);
          expect(key.choices.length).toBe(question.choices.length);
          expect(new Set(key.choices.map(({ id }) => id)).size).toBe(key.choices.length);
          expect(JSON.stringify(key)).not.toMatch(/\bstyle=|<script/);
        }
      }),
      { numRuns: 600 },
    );
    // Were everything refused, nothing would have been shown.
    expect(compiled).toBeGreaterThan(100);
  });
});
