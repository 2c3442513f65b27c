import pino, { type Logger } from "pino";

/** A structured log without personal data: never a name, an address, an answer or a secret. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["req.headers", "res.headers", "password", "token", "cookie"], remove: true },
  });
}

export type Log = Logger;
