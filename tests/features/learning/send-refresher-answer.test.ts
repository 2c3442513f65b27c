/** What the browser does with an answer in a refresher: sent, kept where it does not get through, sent once more. */
import { redirect } from "@remix-run/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keptPosts } from "#app/learning/kept-posts";
import { answerPost } from "#app/learning/lesson-post";
import { clientAction, shouldRevalidate } from "#app/learning/send-refresher-answer";

// A browser of somebody's own whose storage is forbidden.
vi.stubGlobal("document", { documentElement: { hasAttribute: () => false } });

const path = "/modules/answering/refresher/question";
const answer = answerPost("attempt1", "question1", [], { type: "choices", choices: ["a"] });

function send(server: () => unknown, fields = answer) {
  const request = new Request(`http://repris.test${path}`, {
    method: "POST",
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
  });
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

describe("sending an answer in a refresher", () => {
  it("keeps it where it does not get through, or the server fails to take it", async () => {
    for (const fault of [new TypeError("Failed to fetch"), errorResponse(503), errorResponse(429)]) {
      expect(await send(failing(fault))).toEqual({ problem: "not-sent" });
      expect(waiting()).toMatchObject([{ path, fields: answer, failed: true }]);
    }
  });

  it("forgets it when it was taken, and goes on to the outcome", async () => {
    await send(failing(new TypeError("Failed to fetch")));
    await expect(send(failing(redirect(`${path}?answered=question1`)))).rejects.toBeInstanceOf(Response);
    expect(waiting()).toEqual([]);
  });

  it("forgets it when it was refused, and says why", async () => {
    expect(await send(() => ({ problem: "not-an-answer" }))).toEqual({ problem: "not-an-answer" });
    await expect(send(failing(errorResponse(404)))).rejects.toMatchObject({ status: 404 });
    expect(waiting()).toEqual([]);
  });

  it("forgets it where the server has parked it until its sender is back, and keeps it where it has not", async () => {
    await expect(send(failing(redirect("/sign-in?next=%2F&kept=1")))).rejects.toBeInstanceOf(Response);
    expect(waiting()).toEqual([]);
    await expect(send(failing(redirect("/sign-in?next=%2F&kept=0")))).rejects.toBeInstanceOf(Response);
    expect(waiting()).toMatchObject([{ fields: answer, failed: true }]);
  });

  it("loads nothing anew without a network", () => {
    const args = { actionResult: { problem: "not-sent" }, defaultShouldRevalidate: true };
    expect(shouldRevalidate(args as Parameters<typeof shouldRevalidate>[0])).toBe(false);
  });
});
