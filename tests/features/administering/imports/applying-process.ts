/** Works off the jobs of a database in a process of its own, telling after each step how many there were: to be killed. */

import { handlers } from "#app/commands/handlers";
import { createBundler } from "#app/lessons/bundler";
import type { Deps } from "#app/platform/deps";
import { createLog } from "#app/platform/log";
import { workOff } from "#app/work/queue";
import { connect } from "#db/connect";
import { FakeClock } from "#tests/support/clock";

const [path = "", instant = ""] = process.argv.slice(2);
const deps = { db: connect(path), clock: new FakeClock(instant), log: createLog("silent"), wake: () => {} };
let steps = 0;
const watched = handlers(deps as unknown as Deps, createBundler()).map((handler) => ({
  ...handler,
  async step(...given: Parameters<typeof handler.step>) {
    process.send?.(steps);
    steps += 1;
    // The parent has time to kill it within a step.
    await new Promise((resolve) => setTimeout(resolve, 20));
    return await handler.step(...given);
  },
}));
await workOff(deps, watched);
