import type { RequestHandler } from "express";
import { sayProblem } from "./well-formed";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that may change something comes from our own pages. The origin must be exactly the configured one;
 * where a browser sends none (some do on same-origin form posts), its own word that the request is same-origin counts.
 * Forwarded host names are never looked at: anybody can send them.
 */
export function isOwnRequest(
  method: string,
  headers: { origin?: string | undefined; site?: string | undefined },
  origin: string,
): boolean {
  if (safe.has(method)) return true;
  if (headers.site !== undefined && headers.site !== "same-origin") return false;
  if (headers.origin !== undefined) return headers.origin === origin;
  return headers.site === "same-origin";
}

/** Refuses unsafe requests from elsewhere, before any route sees them. */
export function originCheck(origin: () => string): RequestHandler {
  return (request, response, next) => {
    const headers = { origin: request.get("origin"), site: request.get("sec-fetch-site") };
    if (!isOwnRequest(request.method, headers, origin())) {
      response.setHeader("Connection", "close");
      sayProblem(request, response, 403);
    }
    next();
  };
}
