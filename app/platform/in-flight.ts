/** Who waits for an answer: work that nobody waits for lets them go first. */
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import type { RequestHandler } from "express";

let inFlight = 0;

/** Counts requests from when they come until they are answered. */
export function countInFlight(): RequestHandler {
  return (_request, response, next) => {
    inFlight += 1;
    response.once("close", () => {
      inFlight -= 1;
    });
    next();
  };
}

/** A request that comes between two steps of a job is taken in within so many turns of the event loop. */
const turns = 3;

/** Waits until everybody who asked has been answered, but no longer than `mostMs`: a job has to go on some time. */
export async function whenAnswered(mostMs: number): Promise<void> {
  for (let turned = 0; turned < turns; turned += 1) await turn();
  const until = performance.now() + mostMs;
  while (inFlight > 0 && performance.now() < until) await wait(1);
}
