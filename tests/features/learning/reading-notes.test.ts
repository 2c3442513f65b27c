import { describe, expect, it } from "vitest";
import { headingAt, isWorthNoting, readingPost, shareRead, waitToNote } from "#app/learning/reading-notes";

describe("how much of a lesson was read", () => {
  const page = { viewport: 1000, articleTop: 500, articleHeight: 3500 };

  it.each([
    [0, 0],
    [750, 0.25],
    [2999, 2999 / 3000],
    [3000, 1],
    [4000, 1],
    [-80, 0],
  ])("after %i pixels is %f", (scrolled, share) => {
    expect(shareRead({ ...page, scrolled })).toBe(share);
  });

  it("is all of a lesson that fits the window", () => {
    expect(shareRead({ scrolled: 0, viewport: 1000, articleTop: 200, articleHeight: 700 })).toBe(1);
  });
});

describe("the heading being read under", () => {
  const headings = [
    { id: "one", top: -900 },
    { id: "two", top: 299 },
    { id: "three", top: 650 },
  ];

  it("is the last one above a third of the window", () => {
    expect(headingAt(headings, 900, 0.4)).toBe("two");
    expect(headingAt(headings, 800, 0.4)).toBe("one");
  });

  it("is none above the first", () => {
    expect(headingAt([{ id: "one", top: 700 }], 900, 0)).toBeNull();
    expect(headingAt([], 900, 1)).toBeNull();
  });

  it("is the last one at the end, however low it stands", () => {
    expect(headingAt(headings, 900, 1)).toBe("three");
  });
});

describe("a note of how far somebody read", () => {
  const noted = { furthest: 0.4, section: "two" };

  it.each([
    ["nothing new", { furthest: 0.4, section: "two" }, false],
    ["a little more", { furthest: 0.44, section: "two" }, false],
    ["a twentieth more", { furthest: 0.45, section: "two" }, true],
    ["another heading", { furthest: 0.41, section: "three" }, true],
    ["an earlier heading", { furthest: 0.4, section: "one" }, true],
    ["the top of the page", { furthest: 0.4, section: null }, false],
  ])("%s", (_, now, worth) => {
    expect(isWorthNoting(noted, now)).toBe(worth);
  });

  it("tells the end however near it was, and once", () => {
    expect(isWorthNoting({ furthest: 0.98, section: "two" }, { furthest: 1, section: "two" })).toBe(true);
    expect(isWorthNoting({ furthest: 1, section: "two" }, { furthest: 1, section: "two" })).toBe(false);
  });

  it.each([
    [5_000, 5_000, 10_000],
    [5_000, 12_000, 3_000],
    [5_000, 15_000, 0],
    [5_000, 90_000, 0],
  ])("after one at %i waits at %i for %i ms", (before, now, wait) => {
    expect(waitToNote(before, now)).toBe(wait);
  });

  it("is a form with a share of three decimals and the heading, empty for none", () => {
    expect(readingPost({ furthest: 2 / 3, section: "två-timmar" }).toString()).toBe(
      "intent=reading&furthest=0.667&section=tv%C3%A5-timmar",
    );
    expect(readingPost({ furthest: 0, section: null }).get("section")).toBe("");
  });
});
