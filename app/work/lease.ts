import { ulid } from "ulid";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { releaseLease, takeLease } from "#db/queries/work";

/** Names this process among those that share the database. */
export function createHolder(): string {
  return ulid();
}

/**
 * Does `work` while holding the lease `name`, so that two processes never do it at once; undefined when another holds
 * it. A process that died loses the lease after `seconds`.
 */
export async function underLease<T>(
  deps: Pick<Deps, "db" | "clock">,
  name: string,
  holder: string,
  seconds: number,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const now = deps.clock.now();
  const until = new Date(now.getTime() + seconds * 1000);
  if (!(await takeLease(deps.db.write, name, holder, instantText(now), instantText(until)))) return undefined;
  try {
    return await work();
  } finally {
    await releaseLease(deps.db.write, name, holder);
  }
}
