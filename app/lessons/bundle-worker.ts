/** The worker in which lessons are bundled: one job at a time, each answered by one message. */
import { parentPort } from "node:worker_threads";
import type { BundleJob } from "./bundle-job";
import { bundleLesson } from "./bundle-lesson";

parentPort?.on("message", async (job: BundleJob) => {
  parentPort?.postMessage(await bundleLesson(job));
});
parentPort?.postMessage("ready");
