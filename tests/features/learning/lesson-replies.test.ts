import { describe, expect, it } from "vitest";
import { noPosts, type PostsState } from "#app/learning/kept-posts";
import { answerPost, confirmPost, reflectPost } from "#app/learning/lesson-post";
import { withReplies } from "#app/learning/lesson-replies";
import type { LessonReply } from "#app/learning/lesson-reply";
import { keepDraft, readDraft } from "#app/learning/reflection-drafts";
import type { CheckState, LessonReader } from "#app/lessons/reader";

const path = "/modules/answering/01-the-audience";

function check(slot: string, over: Partial<CheckState> = {}): CheckState {
  return {
    slot,
    question: { id: `${slot}-drawn`, kind: "one", promptHtml: "", choices: [] },
    number: 1,
    of: 2,
    state: "unanswered",
    response: null,
    marks: {},
    rightOrder: [],
    accepted: [],
    choiceFeedback: [],
    feedbackHtml: null,
    ...over,
  };
}

const reader: LessonReader = {
  departments: [],
  completed: null,
  attempt: "attempt1",
  checks: [check("one"), check("two", { state: "right", response: { type: "choices", choices: ["a"] } })],
  confirmations: [{ id: "rules", on: null }],
  reflections: [{ id: "call", text: "", shared: false, on: null }],
};

function shown(busy: string[], posts: Partial<PostsState> = {}, replied?: LessonReply) {
  const { checks, confirmations, reflections } = withReplies(
    reader,
    path,
    new Set(busy),
    { ...noPosts, ...posts },
    replied,
  );
  const told = (one: { pending?: boolean | undefined; error?: string | null | undefined } | undefined) => [
    one?.pending ?? false,
    one?.error ?? null,
  ];
  return { one: told(checks[0]), two: told(checks[1]), rules: told(confirmations[0]), call: told(reflections[0]) };
}

const quiet = [false, null];
const failed = (fields: ReturnType<typeof answerPost>, subject: string, of = path) => ({
  path: of,
  subject,
  fields,
  failed: true,
});
const lost = failed(answerPost("attempt1", "one-drawn", [], { type: "dont-know" }), "check:one-drawn");

describe("what a page shows of its posts", () => {
  it("is nothing while nothing is sent", () => {
    expect(shown([])).toEqual({ one: quiet, two: quiet, rules: quiet, call: quiet });
  });

  it("is that one is on its way, never how it will go", () => {
    expect(shown(["check-one"]).one).toEqual([true, null]);
    const answered = withReplies(reader, path, new Set(["check-one"]), noPosts, undefined).checks[0];
    expect(answered).toMatchObject({ state: "unanswered", response: null, marks: {} });
    expect(shown(["confirm-rules", "reflect-call"])).toMatchObject({ rules: [true, null], call: [true, null] });
  });

  it("is that one did not get through, unless it is tried again just now", () => {
    expect(shown([], { waiting: [lost] }).one).toEqual([false, "not-sent"]);
    expect(shown(["check-one"], { waiting: [lost] }).one).toEqual([true, null]);
    expect(shown([], { waiting: [{ ...lost, failed: false }] }).one).toEqual(quiet);
    expect(shown([], { waiting: [{ ...lost, path: "/modules/answering/02" }] }).one).toEqual(quiet);
    const others = [
      failed(confirmPost("attempt1", "rules"), "confirmation:rules"),
      failed(reflectPost("attempt1", "call", "x", false), "reflection:call"),
    ];
    expect(shown([], { waiting: others })).toMatchObject({ rules: [false, "not-sent"], call: [false, "not-sent"] });
  });

  it("is the answer itself, as it was given, from the moment it goes until it was taken", () => {
    const chosen = { type: "choices", choices: ["b"] } as const;
    const question = {
      id: "one-drawn",
      kind: "one",
      promptHtml: "",
      choices: [
        { id: "a", html: "" },
        { id: "b", html: "" },
      ],
    } as const;
    const asking = { ...reader, checks: [check("one", { question })] };
    const shownOf = (posts: Partial<PostsState>) =>
      withReplies(asking, path, new Set(), { ...noPosts, ...posts }, undefined).checks[0]?.waiting ?? null;
    const post = failed(answerPost("attempt1", "one-drawn", [], chosen), "check:one-drawn");
    expect(shownOf({})).toBeNull();
    expect(shownOf({ waiting: [{ ...post, failed: false }] })).toEqual({ response: chosen, failed: false });
    expect(shownOf({ waiting: [post] })).toEqual({ response: chosen, failed: true });
    expect(
      shownOf({ waiting: [failed(answerPost("attempt1", "one-drawn", [], { type: "dont-know" }), "check:one-drawn")] }),
    ).toEqual({
      response: { type: "dont-know" },
      failed: true,
    });
    // Of another person's attempt, or of a question that has other choices by now.
    expect(
      shownOf({ waiting: [failed(answerPost("attempt2", "one-drawn", [], chosen), "check:one-drawn")] }),
    ).toBeNull();
    const gone = { type: "choices", choices: ["z"] } as const;
    expect(shownOf({ waiting: [failed(answerPost("attempt1", "one-drawn", [], gone), "check:one-drawn")] })).toBeNull();
  });

  it("is why an answer was refused, with script or without", () => {
    expect(shown([], { refused: { "check:one-drawn": "nothing-chosen" } }).one).toEqual([false, "nothing-chosen"]);
    const problem = { kind: "problem", questionId: "one-drawn", problem: "places-repeat" } as const;
    expect(shown([], {}, problem).one).toEqual([false, "places-repeat"]);
    expect(shown([], {}, { ...problem, questionId: "two-drawn" })).toMatchObject({ one: quiet, two: quiet });
  });

  it("is nothing at a question that is answered", () => {
    const waiting = [{ ...lost, subject: "check:two-drawn" }];
    expect(shown(["check-two"], { waiting }).two).toEqual(quiet);
  });
});

describe("the draft of a reflection", () => {
  const owner = { moduleId: "answering", attempt: "attempt1" };

  function storage() {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  }

  it("is there again until it was saved", () => {
    const tab = storage();
    keepDraft(tab, owner, "call", { text: "Ring först", share: true });
    expect(readDraft(tab, owner, "call")).toEqual({ text: "Ring först", share: true });
    expect(readDraft(tab, owner, "other")).toBeNull();
    expect(readDraft(tab, { ...owner, moduleId: "other" }, "call")).toBeNull();
    keepDraft(tab, owner, "call", null);
    expect(readDraft(tab, owner, "call")).toBeNull();
    expect(tab.kept.size).toBe(0);
  });

  it("is never shown to whoever uses the tab next", () => {
    const tab = storage();
    keepDraft(tab, owner, "call", { text: "Mitt eget", share: false });
    expect(readDraft(tab, { ...owner, attempt: "somebody-else" }, "call")).toBeNull();
  });

  it("is none where the storage is spoilt or forbidden", () => {
    for (const spoilt of ["{", "1", '{"attempt":"attempt1","text":7}']) {
      expect(readDraft({ getItem: () => spoilt }, owner, "call")).toBeNull();
    }
    keepDraft(null, owner, "call", { text: "x", share: false });
    expect(readDraft(null, owner, "call")).toBeNull();
  });
});
