/** The worker in which lessons are bundled: one job at a time, each answered by one message. */
import { parentPort } from "node:worker_threads";
import type { BundleJob } from "./bundle-job";
import { bundleLesson } from "./bundle-lesson";

// The first run loads the compiler and starts esbuild: that is part of starting, and not of somebody's time limit.
const empty = { type: "root", children: [] };
await bundleLesson({ tree: empty, uses: [], components: {}, labels: { footnotes: "", backToText: "" } });

parentPort?.on("message", async (job: BundleJob) => {
  parentPort?.postMessage(await bundleLesson(job));
});
parentPort?.postMessage("ready");
