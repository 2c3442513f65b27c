import { EventEmitter } from "node:events";
import type { Request, Response } from "express";
import { describe, expect, it } from "vitest";
import { accessLog } from "#app/platform/access-log";
import { newId } from "#app/platform/ids";
import type { Log } from "#app/platform/log";
import { randomFraction, randomText } from "#app/platform/random";
import { inTurn } from "#app/platform/turns";

const request = (parts: Partial<Request> = {}) => parts as Request;
const nobody = {} as Response;

function anImmediate(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

describe("pages in turn", () => {
  it("begin in the order in which they were asked for, each after what else waits had its turn", async () => {
    const turn = inTurn();
    const begun: string[] = [];
    const ask = (name: string) => turn(request(), nobody, () => begun.push(name));
    ask("first");
    ask("second");
    ask("third");
    expect(begun).toEqual([]);
    await anImmediate();
    expect(begun).toEqual(["first"]);
    ask("fourth");
    await anImmediate();
    await anImmediate();
    expect(begun).toEqual(["first", "second", "third"]);
    await anImmediate();
    expect(begun).toEqual(["first", "second", "third", "fourth"]);
  });

  it("are taken up again after a rest", async () => {
    const turn = inTurn();
    const begun: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      turn(request(), nobody, () => begun.push(time));
      await anImmediate();
      await anImmediate();
    }
    expect(begun).toEqual([0, 1, 2]);
  });

  it("may ask for the next themselves", async () => {
    const turn = inTurn();
    const begun: string[] = [];
    turn(request(), nobody, () => {
      begun.push("outer");
      turn(request(), nobody, () => begun.push("inner"));
    });
    await anImmediate();
    await anImmediate();
    expect(begun).toEqual(["outer", "inner"]);
  });
});

describe("the access log", () => {
  function logged(response: object, url: string): unknown[] {
    const lines: unknown[] = [];
    const write = (level: string) => (line: object, message: string) => lines.push({ level, message, ...line });
    const log = { info: write("info"), error: write("error") } as unknown as Log;
    const closing = Object.assign(new EventEmitter(), { locals: { requestId: "a-request" } }, response);
    accessLog(log)(request({ method: "GET", originalUrl: url }), closing as unknown as Response, () => undefined);
    expect(lines).toEqual([]);
    closing.emit("close");
    closing.emit("close");
    return lines;
  }
  const line = { requestId: "a-request", req: { method: "GET", path: "/overview" }, responseTime: expect.any(Number) };

  it("has one line for a request, with its id, and of the address only the path", () => {
    expect(logged({ statusCode: 200, writableFinished: true }, "/overview?search=Alma")).toEqual([
      { level: "info", message: "request completed", ...line, res: { status: 200 } },
    ]);
  });

  it("tells what failed, and what nobody waited for", () => {
    expect(logged({ statusCode: 500, writableFinished: true }, "/overview")).toEqual([
      { level: "error", message: "request failed", ...line, res: { status: 500 } },
    ]);
    expect(logged({ statusCode: 200, writableFinished: false }, "/overview")).toEqual([
      { level: "info", message: "request aborted", ...line, res: { status: 200 } },
    ]);
  });
});

describe("random text", () => {
  it("is never the same twice, as long as was asked for, whatever was drawn at once", () => {
    const texts = Array.from({ length: 5_000 }, (_, at) => randomText(at % 2 === 0 ? 16 : 6, "hex"));
    expect(new Set(texts).size).toBe(texts.length);
    for (const [at, text] of texts.entries()) expect(text).toMatch(at % 2 === 0 ? /^[0-9a-f]{32}$/ : /^[0-9a-f]{12}$/);
    expect(randomText(16, "base64url")).toMatch(/^[\w-]{22}$/);
  });

  it("goes on after numbers, which are spread evenly from 0 to 1", () => {
    const seen = new Set(Array.from({ length: 20_000 }, randomFraction));
    expect(seen.size).toBe(256);
    expect(Math.min(...seen)).toBe(0);
    expect(Math.max(...seen)).toBe(255 / 256);
  });

  it("makes ids that sort in the order they were made in", () => {
    const at = new Date("2026-11-24T07:30:00Z");
    const ids = Array.from({ length: 2_000 }, () => newId(at));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    expect(ids[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });
});
