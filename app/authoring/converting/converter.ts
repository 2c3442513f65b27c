/**
 * Turns what people bring into the dialect in a worker thread with limits on time and memory: a text can be written so
 * that the parsers of HTML, Markdown and GIFT take minutes. Only for the server process: pages are given its one
 * converter.
 */
import { createLimitedWorker } from "#app/lessons/limited-worker";
import type { GiftOptions, GiftResult } from "../gift/gift-to-checks";
import type { Converted, Pasted } from "../paste/pasted";
import type { ConvertJob, ConvertResult } from "./convert-job";

export interface ConverterOptions {
  /** A run that takes longer is stopped. Milliseconds, without the worker's own start. Default 8,000. */
  readonly timeoutMs?: number;
  /** A run whose objects take more is stopped. Megabytes of the worker's heap. Default 256. */
  readonly memoryMb?: number;
}

/**
 * Texts wait for one another. The longest that anybody writes takes a second or two.
 *
 * Each throws WorkStopped when the run was stopped; the next run is not affected.
 */
export interface Converter {
  pasted(pasted: Pasted): Promise<Converted>;
  gift(source: string, options: GiftOptions): Promise<GiftResult>;
  /** Stops the worker. What was waiting is refused. */
  close(): Promise<void>;
}

export function createConverter(options: ConverterOptions = {}): Converter {
  const worker = createLimitedWorker<ConvertJob, ConvertResult>({
    start: new URL("./convert-worker-start.mjs", import.meta.url),
    called: { work: "Converting a text", worker: "The converting worker" },
    timeoutMs: options.timeoutMs ?? 8_000,
    memoryMb: options.memoryMb ?? 256,
  });
  return {
    pasted: async (pasted) => (await worker.run({ kind: "pasted", pasted })) as Converted,
    gift: async (source, given) => (await worker.run({ kind: "gift", source, options: given })) as GiftResult,
    close: () => worker.close(),
  };
}
