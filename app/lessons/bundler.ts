/**
 * Bundles lessons in a worker thread with limits on time and memory. Only for code that runs from source (commands,
 * the server process, jobs): pages never bundle.
 */
import type { BundleFault, BundleJob, BundleResult } from "./bundle-job";
import { createLimitedWorker, isWorkStopped, type WorkStopped } from "./limited-worker";

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
  readonly code: WorkStopped["code"] | "failed";
  readonly faults: readonly BundleFault[];

  constructor(code: BundleError["code"], message: string, faults: readonly BundleFault[] = []) {
    super(message);
    this.code = code;
    this.faults = faults;
  }
}

/** By name and not by class: the server and the built pages each carry a copy of this module. */
export function isBundleError(error: unknown): error is BundleError {
  return error instanceof Error && error.name === "BundleError" && "code" in error;
}

export function createBundler(options: BundlerOptions = {}): Bundler {
  const worker = createLimitedWorker<BundleJob, BundleResult>({
    start: new URL("./bundle-worker-start.mjs", import.meta.url),
    called: { work: "Bundling the lesson", worker: "The bundling worker" },
    timeoutMs: options.timeoutMs ?? 20_000,
    memoryMb: options.memoryMb ?? 256,
  });
  return {
    async bundle(job) {
      let result: BundleResult;
      try {
        result = await worker.run(job);
      } catch (error) {
        throw isWorkStopped(error) ? new BundleError(error.code, error.message) : error;
      }
      if (result.ok) return result.code;
      throw new BundleError("failed", result.faults.map((fault) => fault.text).join("; "), result.faults);
    },
    close: () => worker.close(),
  };
}
