import { instantText } from "#app/platform/clock";
import type { Connections } from "#db/connect";
import { updateJob } from "#db/queries/work";
import type { JobAt, JobHandler, Stepped } from "./job";

/** Takes the next step of a job: what it writes and how far it has come are one transaction. */
export async function takeStep(
  db: Connections,
  handler: JobHandler,
  { id, payload, progress, at }: JobAt,
  prepared: unknown,
): Promise<Stepped> {
  return await db.write.transaction().execute(async (tx) => {
    const result = await handler.step(tx, { payload, progress, at, prepared });
    const reached = {
      done: progress.done + result.done,
      total: result.total === undefined ? progress.total : result.total,
      cursor: result.cursor ?? progress.cursor,
    };
    const over = result.cursor === null;
    await updateJob(tx, id, {
      progress: JSON.stringify(reached),
      ...(over ? { finished_at: instantText(at) } : {}),
    });
    return { progress: reached, over };
  });
}
