import { Worker } from "node:worker_threads";
import type { Stepped } from "#app/work/job";
import type { JobThread, StartJobThread } from "#app/work/job-thread";
import type { Answer, Order } from "./job-orders";

/** Starts threads that do large jobs on connections of their own to the database at `databasePath`. */
export function jobThreads(databasePath: string): StartJobThread {
  return async () => {
    const worker = new Worker(new URL("./job-thread-start.mjs", import.meta.url), {
      // Not the flags of this process: a debugger or a loader of its own would come along.
      execArgv: [],
      workerData: { databasePath },
    });
    // Between two orders nobody listens for an answer: what goes wrong then is told to the next.
    let gone: Error | null = null;
    worker.on("error", (error) => {
      gone = error;
    });
    worker.on("exit", () => {
      gone ??= ended();
    });
    await nextAnswer(worker);
    const order = async (one: Order) => {
      if (gone) throw gone;
      const answer = nextAnswer(worker);
      worker.postMessage(one);
      return await answer;
    };
    return {
      prepare: async (job) => void (await order({ what: "prepare", job })),
      step: async (job) => (await order({ what: "step", job })) as Stepped,
      carryOver: async () => void (await order({ what: "carry-over" })),
      async end() {
        // It may have ended by itself.
        await order({ what: "end" }).catch(() => undefined);
        await worker.terminate();
      },
    } satisfies JobThread;
  };
}

const ended = () => new Error("The thread of a job has ended.");

function nextAnswer(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      finish();
    };
    const onMessage = (answer: Answer) => settle(() => (answer.ok ? resolve(answer.result) : reject(answer.error)));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = () => settle(() => reject(ended()));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
