/** What goes on by itself: at start and then every minute, under a lease. */
import { createHolder, underLease } from "./lease";
import { type JobHandler, type QueueDeps, workOff } from "./queue";

const everyMs = 60_000;
/** Longer than any round takes; a process that dies is replaced after this. */
const leaseSeconds = 300;

/** What a round does besides the jobs that wait, such as the tick. Gives figures for the log; null: nothing happened. */
export type Chore = (at: Date) => Promise<Record<string, number> | null>;

export interface Runner {
  /** Does a round now, and waits for it. */
  round(): Promise<void>;
  /** Ends after the step under way. */
  stop(): Promise<void>;
}

/** Starts the rounds. */
export function startRunner(
  deps: QueueDeps,
  options: { readonly chores: readonly Chore[]; readonly handlers: readonly JobHandler[]; readonly timer?: boolean },
): Runner {
  const holder = createHolder();
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;

  async function round(): Promise<void> {
    const started = deps.clock.now();
    await underLease(deps, "runner", holder, leaseSeconds, async () => {
      for (const chore of options.chores) {
        if (stopped) return;
        try {
          const figures = await chore(deps.clock.now());
          if (figures) deps.log.info(figures, "days passed");
        } catch (error) {
          // It is tried again at the next round; the others, and jobs, have no part in it.
          deps.log.error({ err: error }, "a chore of the runner failed");
        }
      }
      const jobs = await workOff(deps, options.handlers, () => stopped);
      if (jobs > 0) deps.log.info({ jobs, ms: deps.clock.now().getTime() - started.getTime() }, "jobs finished");
    });
  }

  /** A round that is asked for during another follows it: what was added meanwhile may have come too late for it. */
  async function rounds(): Promise<void> {
    do {
      again = false;
      try {
        await round();
      } catch (error) {
        deps.log.error({ err: error }, "a round of the runner failed");
      }
    } while (again && !stopped);
    running = null;
  }

  function once(): Promise<void> {
    if (running) again = true;
    running ??= rounds();
    return running;
  }

  const timer = options.timer === false ? null : setInterval(once, everyMs);
  timer?.unref();
  return {
    round: once,
    async stop() {
      stopped = true;
      if (timer) clearInterval(timer);
      await running;
    },
  };
}
