/**
 * Bundles lessons in a worker thread with limits on time and memory. Only for code that runs from source (commands,
 * the server process, jobs): pages never bundle.
 */
import { Worker } from "node:worker_threads";
import type { BundleFault, BundleJob, BundleResult } from "./bundle-job";

export interface BundlerOptions {
  /** A run that takes longer is stopped. Milliseconds, without the worker's own start. Default 20,000. */
  readonly timeoutMs?: number;
  /** A run whose objects take more is stopped. Megabytes of the worker's heap. Default 256. */
  readonly memoryMb?: number;
}

export interface Bundler {
  /**
   * Bundles one lesson; runs wait for one another, because esbuild uses every core by itself.
   *
   * @returns the bundle's code
   * @throws BundleError when the run was stopped or came to nothing; the next run is not affected
   */
  bundle(job: BundleJob): Promise<string>;
  /** Stops the worker and its esbuild. What was waiting is refused. */
  close(): Promise<void>;
}

/** Why a lesson could not be bundled. */
export class BundleError extends Error {
  override readonly name = "BundleError";
  readonly code: "timeout" | "memory" | "crashed" | "failed" | "closed";
  readonly faults: readonly BundleFault[];

  constructor(code: BundleError["code"], message: string, faults: readonly BundleFault[] = []) {
    super(message);
    this.code = code;
    this.faults = faults;
  }
}

/** A worker that has not come up by then never will. */
const startMs = 60_000;

export function createBundler(options: BundlerOptions = {}): Bundler {
  const timeoutMs = options.timeoutMs ?? 20_000;
  const memoryMb = options.memoryMb ?? 256;
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const start = async (): Promise<Worker> => {
    if (worker) return worker;
    const started = new Worker(new URL("./bundle-worker-start.mjs", import.meta.url), {
      // Not the flags of this process: a debugger or a loader of its own would come along.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    worker = started;
    // What goes wrong between runs is told to the run that comes next.
    started.on("error", () => {});
    started.on("exit", () => {
      if (worker === started) worker = undefined;
    });
    await answerOf(started, startMs, "start", memoryMb);
    return started;
  };

  const run = async (job: BundleJob): Promise<string> => {
    if (closed) throw new BundleError("closed", "The bundler is closed.");
    let used: Worker | undefined;
    try {
      used = await start();
      used.ref();
      const answer = answerOf(used, timeoutMs, "run", memoryMb);
      used.postMessage(job);
      const result = (await answer) as BundleResult;
      if (result.ok) return result.code;
      throw new BundleError("failed", result.faults.map((fault) => fault.text).join("; "), result.faults);
    } catch (error) {
      if (!(error instanceof BundleError && error.code === "failed")) {
        const broken = worker;
        worker = undefined;
        await broken?.terminate();
      }
      throw closed ? new BundleError("closed", "The bundler was closed during the run.") : error;
    } finally {
      // An idle worker must not keep a command from ending.
      used?.unref();
    }
  };

  return {
    bundle(job) {
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
function answerOf(worker: Worker, limitMs: number, what: "start" | "run", memoryMb: number): Promise<unknown> {
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
            ? new BundleError("memory", `Bundling the lesson took more than ${memoryMb} MB of memory and was stopped.`)
            : new BundleError("crashed", `The bundling worker failed: ${error.message}`),
        ),
      );
    };
    const onExit = () => settle(() => reject(new BundleError("crashed", "The bundling worker ended.")));
    const timer = setTimeout(() => {
      const message =
        what === "run"
          ? `Bundling the lesson took more than ${limitMs} ms and was stopped.`
          : `The bundling worker did not start within ${limitMs} ms.`;
      settle(() => reject(new BundleError("timeout", message)));
    }, limitMs);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
