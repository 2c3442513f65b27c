import { describe, expect, it } from "vitest";
import { laterOf, minutesLeft, resumeAt, tocHeadings, tocMarks } from "#app/learning/lesson-toc";

const heading = (id: string, over: object = {}) => ({ id, depth: 2, text: id, line: 1, ...over });
const ids = ["why", "audience", "rule", "decide"];
const marks = (here: string | null, reached: string | null, furthest: number) =>
  tocMarks(ids, here, reached, furthest).map(({ current, read }) => (current ? "here" : read ? "read" : "-"));

describe("the contents of a lesson", () => {
  it("holds headings of the second level that the reader is meant to see", () => {
    const outline = [
      heading("one"),
      heading("deeper", { depth: 3 }),
      heading("theirs", { audience: { only: ["butik"] } }),
      heading("ours", { audience: { only: ["salj", "kundservice"] } }),
      heading("not-ours", { audience: { except: ["kundservice"] } }),
    ];
    expect(tocHeadings(outline, ["kundservice-umea", "kundservice"]).map(({ id }) => id)).toEqual(["one", "ours"]);
  });

  it("marks nothing before anything was read", () => {
    expect(marks(null, null, 0)).toEqual(["-", "-", "-", "-"]);
  });

  it("marks what lies before the heading the reader is at", () => {
    expect(marks("rule", null, 0.5)).toEqual(["read", "read", "here", "-"]);
  });

  it("keeps what an earlier visit has read while the reader is back at the top", () => {
    expect(marks(null, "rule", 0.5)).toEqual(["read", "read", "-", "-"]);
    expect(marks("why", "decide", 0.8)).toEqual(["here", "read", "read", "-"]);
  });

  it("counts the last one as read only once the end was reached", () => {
    expect(marks(null, "decide", 0.94)).toEqual(["read", "read", "read", "-"]);
    expect(marks(null, "decide", 0.95)).toEqual(["read", "read", "read", "read"]);
    expect(marks("decide", "decide", 1)).toEqual(["read", "read", "read", "here"]);
  });

  it("ignores a heading that a new revision no longer has", () => {
    expect(marks(null, "gone", 0.5)).toEqual(["-", "-", "-", "-"]);
    expect(laterOf(ids, "gone", "audience")).toBe("audience");
  });

  it.each([
    ["rule", "audience", "rule"],
    ["audience", "rule", "rule"],
    [null, "why", "why"],
    ["rule", null, "rule"],
    [null, null, null],
  ])("knows the later of %s and %s", (one, other, later) => {
    expect(laterOf(ids, one, other)).toBe(later);
  });
});

describe("going on where one was", () => {
  const headings = [
    { id: "audience", text: "The audience" },
    { id: "rule", text: "The rule" },
  ];

  it.each([
    [0.049, null],
    [0.05, "rule"],
    [0.5, "rule"],
    [0.95, "rule"],
    [0.951, null],
    [1, null],
  ])("is offered at a share of %f: %s", (furthest, id) => {
    expect(resumeAt(headings, { furthest, section: "rule" })?.id ?? null).toBe(id);
  });

  it("needs a heading that is still there", () => {
    expect(resumeAt(headings, { furthest: 0.5, section: null })).toBeNull();
    expect(resumeAt(headings, { furthest: 0.5, section: "gone" })).toBeNull();
  });
});

describe("minutes left", () => {
  it.each([
    [6, 0, 6],
    [6, 0.46, 4],
    [6, 0.5, 3],
    [6, 0.94, 1],
    [6, 0.95, 0],
    [1, 1, 0],
  ])("of %i at %f are %i", (minutes, furthest, left) => {
    expect(minutesLeft(minutes, furthest)).toBe(left);
  });
});
