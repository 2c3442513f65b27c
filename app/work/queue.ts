/** Work to be done once, in batches, by whichever process holds the lease. Knows nothing of what the work is about. */
import { ulid } from "ulid";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { whenAnswered } from "#app/platform/in-flight";
import type { Reader } from "#db/connect";
import { insertJob, nextJob, updateJob } from "#db/queries/work";
import type { JobAt, JobHandler, Progress, Stepped } from "./job";
import type { JobThread, StartJobThread } from "./job-thread";
import { takeStep } from "./take-step";

export type { JobHandler, Progress } from "./job";

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

/** So many steps are taken in a thread before the log is carried into the database. */
const stepsOfLog = 32;

/** How the steps of one job are taken. */
interface Stepper {
  take(job: JobAt): Promise<Stepped>;
  end(): Promise<void>;
}

/** Steps in this thread: after each of them, whoever has asked for something is answered first. */
function stepsHere({ db }: Pick<Deps, "db">, handler: JobHandler): Stepper {
  if (handler.writesInBulk) db.carryOverWhen("bulk");
  return {
    async take(job) {
      const prepared = await handler.prepare?.(job);
      const stepped = await takeStep(db, handler, job, prepared);
      await whenAnswered(politeMs);
      return stepped;
    },
    async end() {
      db.carryOverWhen("usual");
    },
  };
}

/**
 * Steps in a thread of its own. While one is taken this process writes nothing else, as if the step were its own: whoever
 * wants to write waits for their turn without holding up those who read.
 */
function stepsIn({ db }: Pick<Deps, "db">, thread: JobThread): Stepper {
  db.carryOverWhen("elsewhere");
  let steps = 0;
  return {
    async take(job) {
      await thread.prepare(job);
      const stepped = await db.write.connection().execute(() => thread.step(job));
      steps += 1;
      if (steps % stepsOfLog === 0 || stepped.over) await thread.carryOver();
      return stepped;
    },
    async end() {
      db.carryOverWhen("usual");
      await thread.end();
    },
  };
}

/** What is needed to work off the queue. */
export interface QueueDeps extends Pick<Deps, "db" | "clock" | "log"> {
  /** Absent: every job is done in this thread. */
  readonly startThread?: StartJobThread;
}

async function stepperOf(deps: QueueDeps, handler: JobHandler, payload: unknown): Promise<Stepper> {
  if (deps.startThread && (await handler.isLarge?.(payload))) return stepsIn(deps, await deps.startThread());
  return stepsHere(deps, handler);
}

/** Works off the queue; gives the number of jobs finished. A job that fails is tried again at the next call. */
export async function workOff(
  deps: QueueDeps,
  handlers: readonly JobHandler[],
  stopped: () => boolean = () => false,
): Promise<number> {
  let finished = 0;
  for (;;) {
    if (stopped()) return finished;
    const job = await nextJob(deps.db.read);
    if (!job) return finished;
    const { id, name } = job;
    const handler = handlers.find((candidate) => candidate.name === name);
    let stepper: Stepper | undefined;
    try {
      if (!handler) throw new Error(`Nobody handles jobs named ${name}`);
      const payload: unknown = JSON.parse(job.payload);
      stepper = await stepperOf(deps, handler, payload);
      let progress = JSON.parse(job.progress) as Progress;
      for (let ended = false; !ended; ) {
        if (stopped()) return finished;
        const stepped = await stepper.take({ id, name, payload, progress, at: deps.clock.now() });
        progress = stepped.progress;
        ended = stepped.over;
      }
      finished += 1;
    } catch (error) {
      const attempts = job.attempts + 1;
      const failure = error instanceof Error ? error.message : String(error);
      await updateJob(deps.db.write, id, {
        attempts,
        failure,
        ...(attempts >= triesAtMost ? { failed_at: instantText(deps.clock.now()) } : {}),
      });
      deps.log.error({ job: id, name, attempts, err: error }, "job failed");
      if (attempts < triesAtMost) return finished;
    } finally {
      await stepper?.end();
    }
  }
}
