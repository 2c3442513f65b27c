import { redirect } from "@remix-run/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keptPosts } from "#app/learning/kept-posts";
import { answerPost, type Fields } from "#app/learning/lesson-post";
import type { LessonReply } from "#app/learning/lesson-reply";
import { clientAction, shouldRevalidate } from "#app/learning/send-lesson-post";

const path = "/modules/answering/01-the-audience";
const answer = answerPost("attempt1", "question1", [], { type: "choices", choices: ["a"] });

// A browser of somebody's own whose storage is forbidden.
vi.stubGlobal("document", { documentElement: { hasAttribute: () => false } });

/** Sends a form, as the page does; `server` answers it. */
function send(fields: Fields, server: () => unknown, signal?: AbortSignal): Promise<LessonReply> {
  const request = new Request(`http://repris.test${path}`, {
    method: "POST",
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
    ...(signal ? { signal } : {}),
  });
  keptPosts().send(path, fields);
  return clientAction({
    request,
    params: {},
    serverAction: (async () => server()) as Parameters<typeof clientAction>[0]["serverAction"],
  });
}
const failing = (error: unknown) => () => {
  throw error;
};
const errorResponse = (status: number) => ({ status, statusText: "", internal: false, data: { code: "invalid" } });
const waiting = () => keptPosts().state().waiting;

afterEach(() => keptPosts().drop(() => true));

describe("sending from the lesson's page", () => {
  it("hands on what the server replied and forgets the post", async () => {
    expect(await send(answer, () => ({ kind: "kept" }))).toEqual({ kind: "kept" });
    expect(waiting()).toEqual([]);
  });

  it("stays on the page when the server leads back to it", async () => {
    expect(await send(answer, failing(redirect(`${path}#check.question1`)))).toEqual({ kind: "kept" });
    expect(await send([["intent", "complete"]], failing(redirect(`${path}#lesson.next`)))).toEqual({ kind: "kept" });
    expect(waiting()).toEqual([]);
  });

  it("goes along when the attempt begins anew, and when one has to sign in", async () => {
    await expect(send([["intent", "retry"]], failing(redirect(path)))).rejects.toBeInstanceOf(Response);
    await expect(send(answer, failing(redirect("/sign-in?kept=0")))).rejects.toBeInstanceOf(Response);
    expect(waiting()).toMatchObject([{ fields: answer, failed: true }]);
  });

  it("keeps an answer that did not reach the server", async () => {
    expect(await send(answer, failing(new TypeError("Failed to fetch")))).toEqual({ kind: "not-sent" });
    expect(waiting()).toMatchObject([{ path, fields: answer, failed: true }]);
  });

  it("keeps an answer that the server failed to take, or had no time for", async () => {
    for (const fault of [new Error("Unexpected Server Error"), errorResponse(503), errorResponse(429)]) {
      expect(await send(answer, failing(fault))).toEqual({ kind: "not-sent" });
    }
    expect(waiting()).toHaveLength(1);
  });

  it("does not keep what the server refuses", async () => {
    await expect(send(answer, failing(errorResponse(404)))).rejects.toMatchObject({ status: 404 });
    expect(waiting()).toEqual([]);
  });

  it("does not keep what is no answer: without a network it only says so", async () => {
    const complete = [
      ["intent", "complete"],
      ["attempt", "attempt1"],
    ] as const;
    expect(await send(complete, failing(new TypeError("Failed to fetch")))).toEqual({ kind: "not-sent" });
    expect(waiting()).toEqual([]);
    await expect(send(complete, failing(new Error("Unexpected Server Error")))).rejects.toThrow("Unexpected");
  });

  it("leaves a post alone that was sent again meanwhile", async () => {
    const aborted = new DOMException("aborted", "AbortError");
    await expect(send(answer, failing(aborted), AbortSignal.abort())).rejects.toBe(aborted);
    expect(waiting()).toMatchObject([{ fields: answer, failed: false }]);
  });
});

describe("what is loaded anew after a reply", () => {
  const reloads = (actionResult: LessonReply | undefined, defaultShouldRevalidate: boolean) =>
    shouldRevalidate({ actionResult, defaultShouldRevalidate } as Parameters<typeof shouldRevalidate>[0]);

  it("is nothing without a network", () => {
    expect(reloads({ kind: "not-sent" }, true)).toBe(false);
  });

  it("is the page when the attempt was over, though that is no success", () => {
    expect(reloads({ kind: "over" }, false)).toBe(true);
    expect(reloads({ kind: "open", questions: 1, confirmations: 0 }, false)).toBe(true);
  });

  it("is as usual otherwise", () => {
    expect(reloads({ kind: "kept" }, true)).toBe(true);
    expect(reloads(undefined, true)).toBe(true);
    expect(reloads(undefined, false)).toBe(false);
  });
});
