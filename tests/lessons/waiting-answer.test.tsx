/** An answer that was given and waits for the network: shown as it was given, locked, in words. */
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { QuestionKind, Response } from "#app/domain/grading";
import { checkState } from "#app/lessons/check-state";
import { Check } from "#app/lessons/components/knowledge-check";
import { ReadingProvider } from "#app/lessons/reader";
import { catalogues } from "#app/words/catalogues";
import { WordsProvider } from "#app/words/context";

const words = catalogues.sv.lesson.check;

function page(kind: QuestionKind, waiting: { response: Response; failed: boolean } | null): string {
  const key = {
    id: "q",
    kind,
    promptText: "Hur snabbt?",
    promptHtml: "Hur snabbt?",
    choices: ["a", "b", "c"].map((id) => ({ id, text: `Svar ${id}`, html: `Svar ${id}`, right: id === "a" })),
    feedbackHtml: "<p>Därför</p>",
  };
  const state = { ...checkState(key, { slot: "q", order: ["c", "b", "a"], number: 1, of: 1 }, null), waiting };
  const reader = {
    departments: [],
    completed: null,
    attempt: "attempt1",
    checks: [state],
    confirmations: [],
    reflections: [],
  };
  return renderToString(
    <WordsProvider language="sv" words={catalogues.sv}>
      <ReadingProvider value={{ reader }}>
        <Check id="q" />
      </ReadingProvider>
    </WordsProvider>,
  );
}

const choose = (...choices: string[]): Response => ({ type: "choices", choices });
const given: [QuestionKind, Response][] = [
  ["one", choose("b")],
  ["many", choose("b", "c")],
  ["order", choose("b", "a", "c")],
  ["text", { type: "text", text: "72 timmar" }],
  ["one", { type: "dont-know" }],
  ["order", { type: "dont-know" }],
];

describe("an answer that could not be sent", () => {
  it.each(given)("of kind %s can no longer be changed, and the page says so once: %j", (kind, response) => {
    const open = page(kind, null);
    const html = page(kind, { response, failed: true });
    expect(open).toContain(words.submit);
    expect(html.split(words.notSent)).toHaveLength(2);
    expect(html).not.toContain(words.changeMind);
    expect(html).not.toContain(words.submit);
    expect(html).not.toContain('name="answer"');
    expect(html).not.toMatch(/<select|data-mark|Därför/);
  });

  it("stands as it was given", () => {
    const html = page("one", { response: choose("b"), failed: true });
    expect(html).toMatch(/<input[^>]*id="check\.q\.b"[^>]*checked/);
    expect(html).not.toMatch(/<input[^>]*id="check\.q\.[ac]"[^>]*checked/);
    expect(page("text", { response: { type: "text", text: "72 timmar" }, failed: true })).toContain("72 timmar");
    const rows = page("order", { response: choose("b", "a", "c"), failed: true });
    expect(["b", "a", "c"].map((id) => rows.indexOf(`Svar ${id}`))).toEqual(
      ["b", "a", "c"].map((id) => rows.indexOf(`Svar ${id}`)).sort((one, other) => one - other),
    );
  });

  it("is locked while it is on its way, and nothing says yet that it waits", () => {
    const html = page("one", { response: choose("b"), failed: false });
    expect(html).not.toContain(words.notSent);
    expect(html).not.toContain(words.changeMind);
    expect(html).not.toContain('name="answer"');
    expect(html).toContain(words.submit);
  });
});
