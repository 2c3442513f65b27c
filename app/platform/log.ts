import pino, { type Logger } from "pino";

/** A structured log without personal data: never a name, an address, an answer or a secret. */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ["req.headers", "res.headers", "password", "token", "cookie"], remove: true },
    },
    // Written some lines at a time, the last of them when the process ends: a write for each costs as much as the line.
    pino.destination({ sync: false, minLength: 4_096, periodicFlush: 200 }),
  );
}

export type Log = Logger;
