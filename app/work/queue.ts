/** Work to be done once, in batches, by whichever process holds the lease. Knows nothing of what the work is about. */
import { ulid } from "ulid";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { whenAnswered } from "#app/platform/in-flight";
import type { Reader, Writer } from "#db/connect";
import { insertJob, nextJob, updateJob } from "#db/queries/work";

/** How far a job has come: what `done` counts, of how many, and where to go on after a stop. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly cursor: string;
}

/** One step of a job, in a transaction of its own; a `cursor` of null ends the job. */
export interface JobHandler {
  readonly name: string;
  /** It writes very many rows, in step after step. */
  readonly writesInBulk?: boolean;
  /** What takes long and writes nothing, before the step's transaction begins: the step is given what it gives. */
  prepare?(job: { readonly payload: unknown; readonly progress: Progress; readonly at: Date }): Promise<unknown>;
  step(
    tx: Writer,
    job: { readonly payload: unknown; readonly progress: Progress; readonly at: Date; readonly prepared?: unknown },
  ): Promise<{ readonly done: number; readonly total?: number | null; readonly cursor: string | null }>;
}

const beginning: Progress = { done: 0, total: null, cursor: "" };
const triesAtMost = 5;
/** So long at most a step waits for requests to be answered. */
const politeMs = 50;

/** Adds a job unless its key was added before. */
export async function enqueue(
  db: Reader,
  at: Date,
  job: { readonly key: string; readonly name: string; readonly payload: unknown },
): Promise<boolean> {
  return await insertJob(db, {
    id: ulid(at.getTime()),
    unique_key: job.key,
    name: job.name,
    payload: JSON.stringify(job.payload),
    progress: JSON.stringify(beginning),
    created_at: instantText(at),
    finished_at: null,
    failed_at: null,
    failure: null,
    attempts: 0,
  });
}

/** Works off the queue; gives the number of jobs finished. A job that fails is tried again at the next call. */
export async function workOff(
  deps: Pick<Deps, "db" | "clock" | "log">,
  handlers: readonly JobHandler[],
  stopped: () => boolean = () => false,
): Promise<number> {
  let finished = 0;
  for (;;) {
    if (stopped()) return finished;
    const job = await nextJob(deps.db.read);
    if (!job) return finished;
    const handler = handlers.find((candidate) => candidate.name === job.name);
    try {
      if (!handler) throw new Error(`Nobody handles jobs named ${job.name}`);
      if (handler.writesInBulk) deps.db.writeInBulk(true);
      let progress = JSON.parse(job.progress) as Progress;
      for (let ended = false; !ended; ) {
        if (stopped()) return finished;
        const payload: unknown = JSON.parse(job.payload);
        const prepared = await handler.prepare?.({ payload, progress, at: deps.clock.now() });
        ended = await deps.db.write.transaction().execute(async (tx) => {
          const at = deps.clock.now();
          const result = await handler.step(tx, { payload, progress, at, prepared });
          progress = {
            done: progress.done + result.done,
            total: result.total === undefined ? progress.total : result.total,
            cursor: result.cursor ?? progress.cursor,
          };
          const over = result.cursor === null;
          await updateJob(tx, job.id, {
            progress: JSON.stringify(progress),
            ...(over ? { finished_at: instantText(at) } : {}),
          });
          return over;
        });
        await whenAnswered(politeMs);
      }
      finished += 1;
    } catch (error) {
      const attempts = job.attempts + 1;
      const failure = error instanceof Error ? error.message : String(error);
      await updateJob(deps.db.write, job.id, {
        attempts,
        failure,
        ...(attempts >= triesAtMost ? { failed_at: instantText(deps.clock.now()) } : {}),
      });
      deps.log.error({ job: job.id, name: job.name, attempts, err: error }, "job failed");
      if (attempts < triesAtMost) return finished;
    } finally {
      if (handler?.writesInBulk) deps.db.writeInBulk(false);
    }
  }
}
