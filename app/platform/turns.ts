import type { RequestHandler } from "express";

/**
 * Pages are made one at a time, in the order in which they were asked for, and between two of them whatever else waits
 * has its turn. Without it Node makes every page that was asked for before it takes in the next connection: where many
 * come at once, the last of them waits for all that the first ask for meanwhile.
 */
export function inTurn(): RequestHandler {
  const waiting: (() => void)[] = [];
  let at = 0;
  const takeOne = () => {
    const begin = waiting[at];
    at += 1;
    if (at < waiting.length) setImmediate(takeOne);
    else {
      waiting.length = 0;
      at = 0;
    }
    begin?.();
  };
  return (_request, _response, next) => {
    waiting.push(() => next());
    if (waiting.length === 1) setImmediate(takeOne);
  };
}
