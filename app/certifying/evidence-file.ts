import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { readEvidenceFile } from "./read-evidence-file.server";

/** The file of a piece of evidence, to be saved. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  return await answering(() => readEvidenceFile(context.deps, reader, params.evidenceId ?? "", context.visit.now));
}
