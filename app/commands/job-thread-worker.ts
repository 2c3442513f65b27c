/** The other side of a job's thread: its own connection to the database, and the handlers of what may be large. */
import { parentPort, workerData } from "node:worker_threads";
import type { JobAt } from "#app/work/job";
import { takeStep } from "#app/work/take-step";
import { connect } from "#db/connect";
import { largeHandlers } from "./handlers-large";
import type { Answer, Order } from "./job-orders";

const { databasePath } = workerData as { readonly databasePath: string };
const db = connect(databasePath);
// The log is carried over between steps, while others may write.
db.carryOverWhen("elsewhere");
const handlers = largeHandlers({ db });
let prepared: unknown;

function handlerOf({ name }: JobAt) {
  const handler = handlers.find((candidate) => candidate.name === name);
  if (!handler) throw new Error(`Nobody handles jobs named ${name} in a thread`);
  return handler;
}

async function obey(order: Order): Promise<unknown> {
  switch (order.what) {
    case "prepare":
      prepared = await handlerOf(order.job).prepare?.(order.job);
      return null;
    case "step":
      return await takeStep(db, handlerOf(order.job), order.job, prepared);
    case "carry-over":
      db.carryOver();
      return null;
    case "end":
      await db.close();
      return null;
  }
}

function answer(with_: Answer): void {
  parentPort?.postMessage(with_);
}

parentPort?.on("message", (order: Order) => {
  obey(order).then(
    (result) => answer({ ok: true, result }),
    (error: unknown) => answer({ ok: false, error }),
  );
});
answer({ ok: true, result: null });
