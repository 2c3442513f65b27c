import { applyHistory, takeBackHistory } from "#app/administering/history/apply-history.job";
import type { Deps } from "#app/platform/deps";
import type { JobHandler } from "#app/work/queue";

/** Jobs that can be so large that they are done in a thread of their own; `handlers` has them too. */
export function largeHandlers(deps: Pick<Deps, "db">): JobHandler[] {
  return [applyHistory(deps), takeBackHistory(deps)];
}
