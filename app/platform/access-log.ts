import type { RequestHandler } from "express";
import type { Log } from "./log";

/**
 * One line for each request, when it is over. Of the address only the path: a query can hold what somebody searched for;
 * and nothing of who asked.
 */
export function accessLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const path = request.originalUrl.split("?", 1)[0];
    // Every response closes, also one that was not finished because its reader went away.
    response.once("close", () => {
      const status = response.statusCode;
      const line = {
        requestId: (response.locals as { requestId: string }).requestId,
        req: { method: request.method, path },
        res: { status },
        responseTime: Math.round(performance.now() - began),
      };
      if (!response.writableFinished) log.info(line, "request aborted");
      else if (status >= 500) log.error(line, "request failed");
      else log.info(line, "request completed");
    });
    next();
  };
}
