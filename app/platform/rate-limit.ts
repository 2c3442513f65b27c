import { clearHits, countHit, uncountHit } from "#db/queries/limits";
import { instantText } from "./clock";
import type { Deps } from "./deps";

/** So many within a window of so many seconds. */
export interface Limit {
  readonly hits: number;
  readonly seconds: number;
}

/**
 * Counts one try under `key` against a limit, in the database so that it holds over restarts and several processes.
 * Gives the seconds to wait, 0 when the try may go on.
 */
export async function take(deps: Deps, key: string, limit: Limit): Promise<number> {
  const now = deps.clock.now();
  const resetsAt = instantText(new Date(now.getTime() + limit.seconds * 1000));
  const state = await countHit(deps.db.write, key, instantText(now), resetsAt);
  if (state.hits <= limit.hits) return 0;
  return Math.max(1, Math.ceil((Date.parse(state.resetsAt) - now.getTime()) / 1000));
}

/** Takes back a try under `key` that succeeded, where many people share the key. */
export async function giveBack(deps: Deps, key: string): Promise<void> {
  await uncountHit(deps.db.write, key);
}

/** Forgets the tries under `key`, after one that succeeded. */
export async function forgive(deps: Deps, key: string): Promise<void> {
  await clearHits(deps.db.write, key);
}
