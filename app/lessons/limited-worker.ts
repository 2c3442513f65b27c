/**
 * Work of this process in a thread of its own with limits on time and memory, so that nothing waits for it but those who
 * asked. Only for code that runs from source (commands, the server process, jobs): pages are given what is made here.
 */
import { Worker } from "node:worker_threads";

export interface LimitedWorkerOptions {
  /** The module that the thread runs: it answers "ready", then each message with one message. */
  readonly start: URL;
  /** What is said of it in errors, which are for the log and for commands. */
  readonly called: {
    /** As a sentence begins: `Bundling the lesson`. */
    readonly work: string;
    /** `The bundling worker` */
    readonly worker: string;
  };
  /** A run that takes longer is stopped. Milliseconds, without the worker's own start. */
  readonly timeoutMs: number;
  /** A run whose objects take more is stopped. Megabytes of the worker's heap. */
  readonly memoryMb: number;
}

export interface LimitedWorker<Job, Result> {
  /**
   * Does one job; jobs wait for one another. The thread is started by the first.
   *
   * @throws WorkStopped when the run was stopped or the thread ended; the next run is not affected
   */
  run(job: Job): Promise<Result>;
  /** Ends the thread. What was waiting is refused. */
  close(): Promise<void>;
}

/** Why a run came to nothing. */
export class WorkStopped extends Error {
  override readonly name = "WorkStopped";
  readonly code: "timeout" | "memory" | "crashed" | "closed";

  constructor(code: WorkStopped["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** By name and not by class: the server and the built pages each carry a copy of this module. */
export function isWorkStopped(error: unknown): error is WorkStopped {
  return error instanceof Error && error.name === "WorkStopped" && "code" in error;
}

/** A worker that has not come up by then never will. */
const startMs = 60_000;

export function createLimitedWorker<Job, Result>(options: LimitedWorkerOptions): LimitedWorker<Job, Result> {
  const { called } = options;
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const start = async (): Promise<Worker> => {
    if (worker) return worker;
    const started = new Worker(options.start, {
      // Not the flags of this process: a debugger or a loader of its own would come along.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    worker = started;
    // What goes wrong between runs is told to the run that comes next.
    started.on("error", () => {});
    started.on("exit", () => {
      if (worker === started) worker = undefined;
    });
    await answerOf(started, startMs, "start", options);
    return started;
  };

  const run = async (job: Job): Promise<Result> => {
    if (closed) throw new WorkStopped("closed", `${called.worker} is closed.`);
    let used: Worker | undefined;
    try {
      used = await start();
      used.ref();
      const answer = answerOf(used, options.timeoutMs, "run", options);
      used.postMessage(job);
      return (await answer) as Result;
    } catch (error) {
      const broken = worker;
      worker = undefined;
      await broken?.terminate();
      throw closed ? new WorkStopped("closed", `${called.worker} was closed during the run.`) : error;
    } finally {
      // An idle worker must not keep a command from ending.
      used?.unref();
    }
  };

  return {
    run(job) {
      const result = last.then(() => run(job));
      last = result.catch(() => undefined);
      return result;
    },
    async close() {
      closed = true;
      const open = worker;
      worker = undefined;
      await open?.terminate();
      await last;
    },
  };
}

/** The next message of a worker; its failure, its end and the passing of time are errors. */
function answerOf(
  worker: Worker,
  limitMs: number,
  what: "start" | "run",
  { called, memoryMb }: LimitedWorkerOptions,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      finish();
    };
    const onMessage = (message: unknown) => settle(() => resolve(message));
    const onError = (error: Error) => {
      const memory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      settle(() =>
        reject(
          memory
            ? new WorkStopped("memory", `${called.work} took more than ${memoryMb} MB of memory and was stopped.`)
            : new WorkStopped("crashed", `${called.worker} failed: ${error.message}`),
        ),
      );
    };
    const onExit = () => settle(() => reject(new WorkStopped("crashed", `${called.worker} ended.`)));
    const timer = setTimeout(() => {
      const message =
        what === "run"
          ? `${called.work} took more than ${limitMs} ms and was stopped.`
          : `${called.worker} did not start within ${limitMs} ms.`;
      settle(() => reject(new WorkStopped("timeout", message)));
    }, limitMs);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
