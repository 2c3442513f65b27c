/** The worker in which what people bring is converted: one text at a time, each answered by one message. */
import { parentPort } from "node:worker_threads";
import { readGift } from "../gift/gift-to-checks";
import { htmlToDialect } from "../paste/html-to-dialect";
import { markdownToDialect } from "../paste/markdown-to-dialect";
import type { ConvertJob, ConvertResult } from "./convert-job";

function convert(job: ConvertJob): ConvertResult {
  if (job.kind === "gift") return readGift(job.source, job.options);
  const { html, markdown } = job.pasted;
  return html === "" ? markdownToDialect(markdown) : htmlToDialect(html);
}

parentPort?.on("message", (job: ConvertJob) => {
  parentPort?.postMessage(convert(job));
});
parentPort?.postMessage("ready");
