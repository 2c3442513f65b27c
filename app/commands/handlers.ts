import { assignEveryone } from "#app/ledger/assign-everyone.job";
import { refreshModuleJob } from "#app/ledger/refresh-module.job";
import type { Deps } from "#app/platform/deps";
import type { JobHandler } from "#app/work/queue";

/** Every job that the product knows. */
export function handlers(_deps: Deps): JobHandler[] {
  return [refreshModuleJob, assignEveryone];
}
