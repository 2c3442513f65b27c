import { describe, expect, it } from "vitest";
import { figureParts } from "#app/learning/figure-parts";
import type { LessonNext, LessonView } from "#app/learning/lesson-view";
import { nextStepPhrases } from "#app/learning/next-step-phrases";
import { neededRight } from "#app/learning/pass-mark";
import type { CheckState } from "#app/lessons/reader";
import { catalogues } from "#app/words/catalogues";
import { formatsFor } from "#app/words/format";
import type { Language } from "#app/words/language";

const check = (slot: string, number: number): CheckState => ({
  slot,
  question: { id: `${slot}-variant`, kind: "one", promptHtml: "", choices: [] },
  number,
  of: 5,
  state: "unanswered",
  response: null,
  marks: {},
  rightOrder: [],
  accepted: [],
  choiceFeedback: [],
  feedbackHtml: null,
});

const lessons = ["Publiken", "Klockan", "Tråden"].map((title, index) => ({
  name: `0${index + 1}`,
  title,
  href: `/modules/svara/0${index + 1}`,
  minutes: index + 4,
  done: index === 0,
}));

function view(next: LessonNext, number = 2, over: Partial<LessonView> = {}): LessonView {
  return {
    today: "2026-11-24",
    module: {
      id: "svara",
      title: "Svara",
      courseTitle: "Kurs",
      owner: "a@b.example",
      ownerName: null,
      revision: 1,
      passMark: 0.8,
    },
    lesson: {
      name: `0${number}`,
      title: "Klockan",
      deck: null,
      number,
      of: 3,
      minutes: 5,
      language: "sv",
      hash: "",
      outline: [],
    },
    changed: null,
    why: null,
    standing: { reason: "", valid: true, task: "none" },
    reading: { furthest: 0, section: null },
    reader: {
      departments: [],
      completed: null,
      attempt: "attempt1",
      checks: [check("first", 3), check("second", 4)],
      confirmations: [],
      reflections: [],
    },
    lessons,
    next,
    preview: null,
    ...over,
  };
}

const say = (shown: LessonView, language: Language = "sv") =>
  nextStepPhrases(catalogues[language].lessonPage, formatsFor(language), shown);

describe("the next step says", () => {
  const answer = { kind: "answer", checks: 2, confirmations: 0, firstHref: "#check.second" } as const;

  it("how much is left, what comes then, and which question is the first", () => {
    expect(say(view(answer))).toEqual({
      eyebrow: "Två frågor kvar, sedan är lektionen klar",
      title: "Nästa: Tråden",
      note: "Lektion 3 av 3 · 6 min",
      action: "Till fråga 4",
    });
    expect(say(view({ ...answer, checks: 1, confirmations: 2 }), "en").eyebrow).toBe(
      "One question and two confirmations left, then the lesson is done",
    );
  });

  it("the way to a confirmation when no question is left", () => {
    const next = { kind: "answer", checks: 0, confirmations: 1, firstHref: "#confirm.rules" } as const;
    expect(say(view(next))).toMatchObject({
      eyebrow: "En bekräftelse kvar, sedan är lektionen klar",
      action: "Till bekräftelsen",
    });
  });

  it("in the last lesson, which earlier one still waits, and otherwise that the module can be completed", () => {
    expect(say(view(answer, 3))).toMatchObject({ title: "Nästa: Klockan", note: "Lektion 2 av 3 · 5 min" });
    const done = lessons.map((lesson) => ({ ...lesson, done: lesson.name !== "03" }));
    expect(say(view(answer, 3, { lessons: done }))).toMatchObject({ title: "Sedan slutför du modulen", note: "Svara" });
  });

  it("where the next or an earlier lesson is", () => {
    const next = { kind: "lesson", href: "/modules/svara/03", title: "Tråden", number: 3, minutes: 6 } as const;
    expect(say(view(next))).toEqual({
      eyebrow: "Klar med den här lektionen",
      title: "Nästa: Tråden",
      note: "Lektion 3 av 3 · 6 min",
      action: "Till lektion 3",
    });
    expect(say(view({ kind: "earlier", href: "/modules/svara/01", title: "Publiken", number: 1 }, 3))).toEqual({
      eyebrow: "En tidigare lektion är inte klar",
      title: "Publiken",
      note: "Lektion 1 av 3",
      action: "Till lektion 1",
    });
  });

  it("that the module can be completed, with the score", () => {
    expect(say(view({ kind: "complete", right: 4, of: 5 }, 3))).toMatchObject({
      title: "4 av 5 rätt",
      action: "Slutför modulen",
    });
    expect(say(view({ kind: "complete", right: 0, of: 0 }, 3))).toMatchObject({
      eyebrow: "Svara",
      title: "Du har gått igenom modulen",
      action: "Slutför modulen",
    });
  });

  it("beforehand when the score will not do", () => {
    expect(say(view({ kind: "complete", right: 3, of: 5 }, 3))).toMatchObject({
      title: "3 av 5 rätt, 4 behövs",
      action: "Avsluta försöket",
    });
    expect(say(view({ kind: "failed", right: 3, of: 5, needed: 4 }, 3))).toMatchObject({
      eyebrow: "3 av 5 rätt, 4 behövs",
      action: "Försök igen",
    });
  });

  it("by when a refresher is due, or since when it is late", () => {
    const next = { kind: "refresher", href: "/r", dueOn: "2026-12-11", reason: "Därför." } as const;
    expect(say(view(next))).toEqual({
      eyebrow: "Senast 11 december",
      title: "Reprisen väntar",
      note: "Därför.",
      action: "Till reprisen",
    });
    expect(say(view({ ...next, dueOn: "2026-11-23" })).eyebrow).toBe("Skulle varit klar 23 november");
    expect(say(view({ ...next, dueOn: null })).eyebrow).toBe("På tur");
  });

  it("until when the module is held, and the way on", () => {
    const next = {
      kind: "completed",
      on: "2026-11-24",
      right: 5,
      of: 5,
      validUntil: "2027-11-24",
      nextDueOn: "2027-11-10",
      reason: "Därför.",
    } as const;
    expect(say(view(next, 3), "en")).toEqual({
      eyebrow: "Completed 24 November with 5 of 5 right",
      title: "Valid until 24 November 2027",
      note: "Därför.",
      action: "To My training",
    });
    expect(say(view(next, 1)).action).toBe("Till lektion 2");
    expect(say(view({ ...next, right: null, of: null, validUntil: null }, 3))).toMatchObject({
      eyebrow: "Klar 24 november",
      title: "Gäller tills vidare",
    });
    const lapsed = { reason: "", valid: false, task: "none" } as const;
    expect(say(view(next, 3, { standing: lapsed })).title).toBe("Svara är klar");
  });
});

describe("the pass mark", () => {
  it.each([
    [0.8, 5, 4],
    [0.8, 4, 4],
    [0.7, 10, 7],
    [0.1 + 0.2, 10, 3],
    [1, 3, 3],
    [0, 3, 0],
    [0.8, 0, 0],
    [0.51, 100, 51],
  ])("%f of %i questions takes %i right", (mark, questions, needed) => {
    expect(neededRight(mark, questions)).toBe(needed);
  });

  it("is told in words that fit the numbers", () => {
    const { passMark } = catalogues.sv.lessonPage;
    expect(passMark(5, 4)).toBe("Modulen har fem frågor. Minst fyra behöver bli rätt, och det går att försöka igen.");
    expect(passMark(3, 3)).toBe("Modulen har tre frågor. Alla behöver bli rätt, och det går att försöka igen.");
    expect(catalogues.en.lessonPage.passMark(2, 1)).toBe(
      "The module has two questions. At least one needs to be right, and you can try again.",
    );
  });
});

describe("a figure", () => {
  it.each([
    ["96 läsare", "96", "läsare"],
    ["−31 %", "−31", "%"],
    ["7 av 10", "7", "av 10"],
    ["4,1 av 5", "4,1", "av 5"],
    ["1 195 kronor", "1 195", "kronor"],
    ["48 minutes", "48", "minutes"],
    ["3,6 till 4,1", "3,6 till 4,1", null],
    ["Var fjärde", "Var fjärde", null],
    ["38%", "38%", null],
    ["260", "260", null],
  ])("%s is set as %s and %s", (figure, number, unit) => {
    expect(figureParts(figure)).toEqual({ figure: number, unit });
  });
});
