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
 * it. The lease is renewed while the work goes on; a process that died loses it after `seconds`.
 */
export async function underLease<T>(
  deps: Pick<Deps, "db" | "clock">,
  name: string,
  holder: string,
  seconds: number,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const take = () => {
    const now = deps.clock.now();
    const until = new Date(now.getTime() + seconds * 1000);
    return takeLease(deps.db.write, name, holder, instantText(now), instantText(until));
  };
  if (!(await take())) return undefined;
  // A renewal that fails is made up for by the next; if none succeeds, the lease ends as it would for a dead process.
  const renewal = setInterval(() => void take().catch(() => undefined), (seconds * 1000) / 3);
  renewal.unref();
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await releaseLease(deps.db.write, name, holder);
  }
}
