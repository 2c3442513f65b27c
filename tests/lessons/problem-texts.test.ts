import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FaultKind, faultAt } from "#app/domain/faults";
import { parsePolicy } from "#app/domain/policy";
import { checkLesson } from "#app/lessons/check-lesson";
import type { MediaFault } from "#app/lessons/media";
import { type Problem, problemText } from "#app/lessons/problem";
import { readMedia } from "#app/lessons/read-media";
import { type ProblemKey, problemWords, saidText, say } from "#app/words/areas/problems";
import { lessonContext, lessonOf, question } from "#tests/support/lessons";
import { attacks, places, wholeFiles } from "./attacks/corpus";

/** Words that only English has, and that no author wrote: what a text would show that was left in it. */
const english =
  /\b(the|is|are|not|no|write|there|this|that|lessons|hold|holds|of|with|which|did|mean|here|only|stands|needs|says|at most|remove|move|one of)\b/i;

/** Without what the author wrote and what is code: it is in the language that it is in. */
function withoutCode(text: string): string {
  return text.replace(/"[^"]*"|<[^>]*>|\{[^}]*\}|[\w./#-]+\.(mdx|yaml|sv|en)\b|[a-z]+="[^"]*"/g, " ");
}

const checked = (source: string, more = {}) => checkLesson(source, lessonContext(more)).problems;

/** Every text among the parameters of what was said: it comes from the lesson. */
function given(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(given) : [];
}

function faultsOf(problem: Problem): string[] {
  const sv = problemText(problem, "sv");
  const asSent = problemText(JSON.parse(JSON.stringify(problem)) as Problem, "sv");
  const ours = given(problem.said.parameters).reduce((text, part) => text.replaceAll(part, " "), sv);
  return [
    ...(problem.message === problemText(problem, "en") ? [] : [`other English: ${problem.message}`]),
    ...(sv === asSent ? [] : [`other text once sent: ${sv} / ${asSent}`]),
    ...(/undefined|\[object/.test(sv) ? [`hole: ${sv}`] : []),
    ...(sv === problem.message ? [`not translated: ${sv}`] : []),
    ...(english.test(withoutCode(ours)) ? [`English left: ${sv}`] : []),
  ];
}

/** Something for every parameter that a message can ask for. */
const samples = new Proxy({} as Record<string, unknown>, {
  get: (_, name: string) => {
    if (["known", "names", "values", "languages", "files", "lessons", "wanted", "homes"].includes(name))
      return ["X", "Y"];
    if (["before", "depth", "newest", "revision", "takes", "stated", "number", "line"].includes(name)) return 2;
    const special: Record<string, unknown> = {
      unwanted: "headings",
      kind: "question",
      media: "video",
      is: "picture",
      fault: { code: "missing" },
    };
    return special[name] ?? "X";
  },
});

/** Messages that add nothing of their own, or say what another tool said. */
const withoutWords: readonly ProblemKey[] = ["attributeAddress", "inField", "svgElement"];

describe("what the checker says", () => {
  it("has a Swedish text of its own for every key", () => {
    const alike = (Object.keys(problemWords.sv) as ProblemKey[]).filter(
      (key) => typeof problemWords.sv[key] === "string" && problemWords.sv[key] === problemWords.en[key],
    );
    expect(alike).toEqual([]);
    expect(Object.keys(problemWords.en).sort()).toEqual(Object.keys(problemWords.sv).sort());
  });

  it("is said in Swedish without English in it, where it needs nothing from the lesson", () => {
    const texts = Object.values(problemWords.sv).filter((text): text is string => typeof text === "string");
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => english.test(withoutCode(text)))).toEqual([]);
  });

  it("is said in Swedish without English in it, where it needs something too", () => {
    const faults: string[] = [];
    for (const key of Object.keys(problemWords.sv) as ProblemKey[]) {
      const [sv, en] = [problemWords.sv[key], problemWords.en[key]];
      if (typeof sv !== "function" || typeof en !== "function") continue;
      const parameters = (key === "componentLater" ? { name: "Person" } : samples) as never;
      const [inSwedish, inEnglish] = [sv(parameters), en(parameters)];
      if (/undefined|\[object Und/.test(inSwedish + inEnglish))
        faults.push(`${key}, a hole: ${inSwedish} ${inEnglish}`);
      if (english.test(withoutCode(inSwedish))) faults.push(`${key}, English left: ${inSwedish}`);
      if (inSwedish === inEnglish && !withoutWords.includes(key)) faults.push(`${key}, not translated: ${inSwedish}`);
    }
    expect(faults).toEqual([]);
  });

  it("is said in both languages of every attack in every place", () => {
    const faults = new Set<string>();
    const keys = new Set<string>();
    const look = (problem: Problem) => {
      keys.add(problem.said.key);
      for (const fault of faultsOf(problem)) faults.add(fault);
    };
    for (const place of places) {
      for (const attack of attacks) checked(lessonOf(place.template.replace("•", () => attack.source))).forEach(look);
    }
    for (const { source } of wholeFiles) checked(source).forEach(look);
    expect([...faults].slice(0, 10)).toEqual([]);
    expect(keys.size).toBeGreaterThan(30);
  });

  it("is said in both languages of whatever is written", () => {
    const piece = fc.constantFrom(
      "<Callout>",
      "</Callout>",
      '<Check id="a">',
      '<Check id="a" kind="order">',
      "</Check>",
      "<Choice right>",
      "</Choice>",
      "<Feedback>",
      "</Feedback>",
      "<Term def='x'>",
      "</Term>",
      '<Confirm id="a">x</Confirm>',
      '<Figure src="media/thred.png">',
      '<ForDepartment only="butikk">',
      "</ForDepartment>",
      "<b>x</b>",
      "{",
      "}",
      "[a](",
      "#a)",
      "http://a.example)",
      "../x)",
      "![",
      "]",
      "\n",
      "\n\n",
      "- ",
      "#### ",
      "text",
      "<",
      "import ",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom("lesson", "refresher", "questions"),
        (all, purpose) => {
          expect(checked(lessonOf(all.join("")), { purpose }).flatMap(faultsOf)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("says what is wrong with a policy in both", () => {
    const told = (policy: unknown, language: "sv" | "en") => {
      const parsed = parsePolicy(policy);
      return parsed.ok
        ? []
        : parsed.faults.map(({ path, message, kind }) =>
            saidText(say("policy", { path, message, fault: kind }), language),
          );
    };
    const policy = {
      due: "-P1D",
      refresh: { anchor: "keep", every: "P30D", window: "P1M", weak: { below: 0.5, every: "P1Y" }, odd: 1 },
    };
    expect(told(policy, "sv")).toEqual([
      "policy.due: -P1D är negativt",
      "policy.refresh.weak: hör inte ihop med anchor keep",
      "policy.refresh.odd: fältet finns inte här (de som finns: anchor, window, grace, afterLapse, every, spread)",
    ]);
    expect(told(policy, "en")[0]).toBe("policy.due: -P1D is negative");
    expect(told({ refresh: { every: "P30D", spread: "P7D" } }, "sv")).toEqual([
      "policy.refresh.every: P30D är inte längre än window och spread tillsammans (P30D + P7D)",
    ]);
    expect(told({ refresh: { anchor: "sometimes" } }, "sv")).toEqual([
      "policy.refresh.anchor: sometimes går inte. Skriv completion, keep eller calendar",
    ]);
    expect(told({ refresh: { anchor: "calendar", on: [] } }, "sv")).toEqual([
      "policy.refresh.on: listan är tom. Skriv dagar som MM-DD",
    ]);
  });

  it("knows every kind of fault", () => {
    const value = "x";
    const kinds: FaultKind[] = [
      { code: "missing" },
      { code: "empty-list" },
      ...(
        [
          "no-object",
          "no-date",
          "negative-period",
          "time-units",
          "no-period",
          "no-whole-number",
          "no-share",
          "no-days",
          "no-day",
          "no-list",
          "no-text",
        ] as const
      ).map((code) => ({ code, value })),
      { code: "unknown-field", known: ["a"] },
      { code: "no-word", value, words: ["a", "b"] },
      { code: "other-anchor", anchor: "keep" },
      { code: "too-short", period: "P1D", window: "P1D" },
      { code: "shorter-than-weak", every: "P1D", weak: "P2D" },
      { code: "ends-before", from: "2026-01-02", until: "2026-01-01" },
    ];
    for (const kind of kinds) {
      const { path, message } = faultAt("p", kind);
      const text = saidText(say("policy", { path, message, fault: kind }), "sv");
      expect(text).not.toMatch(/undefined/);
      expect(withoutCode(text)).not.toMatch(english);
    }
  });

  it("says a message within a message in the language of the whole", () => {
    const [problem] = checked(lessonOf('<Figure src="http://example.org/a.png" alt="a" />'));
    expect(problem && problemText(problem, "sv")).toBe(
      "src: Länkar är alltid krypterade här. Skriv https://example.org/a.png",
    );
    const svg = readMedia(Buffer.from('<svg width="1" height="1"><script>1</script></svg>'));
    expect(saidText((svg as MediaFault).said, "sv")).toBe(
      "SVG-bilden innehåller <script> och skulle kunna köra eller hämta något. Spara den som en enkel teckning utan.",
    );
  });

  it.each([
    ['<ForDepartment only="butikk">x</ForDepartment>', "Det finns ingen avdelning med id butikk. Menade du butik?"],
    ["Some <b>bold</b> text.", "HTML som <b> används inte i lektioner. Skriv **fetstil**."],
    ["Some <em-ph>bold</em-ph> text.", "HTML som <em-ph> används inte i lektioner. Skriv Markdown."],
    [
      `<Callout>\n${question("a")}</Callout>`,
      "Check kan inte stå här. Skriv det direkt i själva lektionen eller i ForDepartment.",
    ],
    ["## A\n\n#### B", "En rubrik på nivå 4 kommer direkt efter nivå 2. Skriv ###, en nivå i taget."],
    [
      "<Callout>a\n\nb</Callout>",
      "<Callout> stängs inte innan stycket, listan eller citatet tar slut. Skriv <Callout> och </Callout> på egna rader, med en tom rad efter den första och före den andra.",
    ],
    [
      '<Person responsibility="crisis" />',
      "Person kommer senare, tillsammans med registret över vem som ansvarar för vad. Skriv med ord vem det är så länge.",
    ],
  ])("%j in Swedish", (body, wanted) => {
    const [problem] = checked(lessonOf(body));
    expect(problem && problemText(problem, "sv")).toBe(wanted);
  });
});
