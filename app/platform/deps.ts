import type { Connections } from "#db/connect";
import type { Clock } from "./clock";
import type { Env } from "./env";
import type { Log } from "./log";

/** What every use case is given; made once when the process starts. */
export interface Deps {
  readonly env: Env;
  readonly db: Connections;
  readonly clock: Clock;
  readonly log: Log;
  /** Says that work waits, so that it begins now and not with the next minute. */
  readonly wake: () => void;
}
