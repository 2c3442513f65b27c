/**
 * Requests that no page of ours would send are answered before any page sees them, by the page that says so in the
 * reader's language: addresses that cannot be read, bodies that are too large, forms that are none.
 */
import type { RequestHandler, Response } from "express";

/** What a problem leaves for the page that says it: an HTTP status. */
export interface WithProblem {
  problem?: number;
}

/** More than any form without files holds. */
const formBytes = 1_000_000;
/** More than any file that is taken; what is smaller is refused by the form that it was given to, which can say why. */
const fileBytes = 1_000_000_000;

const forms = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** Forms that bring files; they read them as they arrive. */
const bringsFiles = [
  /^\/admin\/imports\/[\w-]+$/,
  /^\/modules\/[^/]+\/evidence$/,
  /^\/admin\/evidence\/new$/,
  /^\/studio\/[^/]+\/media(\/upload)?$/,
];

/** Makes of a request one for the page that says what was wrong with it. */
export function sayProblem(request: Parameters<RequestHandler>[0], response: Response, status: number): void {
  (response.locals as WithProblem).problem = status;
  request.method = "GET";
  request.url = "/problem";
  request.originalUrl = "/problem";
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Addresses whose percent signs make no text. */
export function readableAddresses(): RequestHandler {
  return (request, response, next) => {
    if (!isReadable(request.path)) sayProblem(request, response, 400);
    next();
  };
}

/** What is wrong with a body, as an HTTP status; null: nothing. */
export function bodyProblem(request: {
  readonly method: string;
  readonly path: string;
  readonly type: string | undefined;
  readonly length: string | undefined;
}): 400 | 413 | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  if (request.method !== "POST") return 400;
  if (request.length === "0") return null;
  const form = forms.find((each) => request.type?.toLowerCase().startsWith(each));
  const path = request.path.replace(/\.data$/, "");
  const files = bringsFiles.some((each) => each.test(path));
  // A browser says how much it sends; nobody else has to send us anything.
  if (form === undefined || !/^\d+$/.test(request.length ?? "")) return 400;
  if (form === "multipart/form-data" && !files) return 400;
  return Number(request.length) > (files ? fileBytes : formBytes) ? 413 : null;
}

/** Bodies that no form of ours sends. What is left of them unread ends with the connection. */
export function wellFormedBodies(): RequestHandler {
  return (request, response, next) => {
    const problem = bodyProblem({
      method: request.method,
      path: request.path,
      type: request.get("content-type"),
      length: request.get("content-length"),
    });
    if (problem !== null) {
      response.setHeader("Connection", "close");
      sayProblem(request, response, problem);
    }
    next();
  };
}
