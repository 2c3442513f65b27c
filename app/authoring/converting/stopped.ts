import { isWorkStopped } from "#app/lessons/limited-worker";
import type { Log } from "#app/platform/log";

/** Why a text was not converted, for whoever brought it. */
export type WhyStopped = "timeout" | "memory" | "failed";

/** What a failed conversion is for whoever waits for it. Anything but a stopped run is thrown again. */
export function whyStopped(error: unknown, log: Log): WhyStopped {
  if (!isWorkStopped(error) || error.code === "closed") throw error;
  log.warn({ err: error }, "a conversion was stopped");
  return error.code === "crashed" ? "failed" : error.code;
}
