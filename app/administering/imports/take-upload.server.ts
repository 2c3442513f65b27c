/** Takes the file of an upload page and begins its import. */

import type { AppLoadContext } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { company, mustBeAble } from "#app/domain/permissions";
import { answering } from "#app/platform/http-error";
import { receiveFile } from "#app/platform/receive-file";
import { requireReader } from "#app/platform/visit";
import type { ImportKind } from "#db/schema";
import { beginImport, importActions } from "./begin-import.server";
import { begunPath } from "./import-paths";
import { fileLimits } from "./table-form";

async function mayBring(context: AppLoadContext, request: Request, kind: ImportKind) {
  // Who it is is asked without the file, which would otherwise be kept for after signing in.
  const reader = await requireReader(context, new Request(request.url));
  await answering(async () => mustBeAble(reader, importActions[kind], company));
  return reader;
}

/** Goes on to the import, or answers 413 or 422 with what is wrong with the file. */
export async function takeUpload(context: AppLoadContext, request: Request, kind: ImportKind) {
  const reader = await mayBring(context, request, kind).catch(async (refusal) => {
    // A browser shows no answer before it has sent everything.
    await request.body?.pipeTo(new WritableStream());
    throw refusal;
  });
  const received = await receiveFile(context.deps, request, { limit: fileLimits[kind], by: reader.personId });
  if ("problem" in received) {
    return data({ problem: received.problem }, { status: received.problem === "too-large" ? 413 : 422 });
  }
  const begun = await answering(() => beginImport(context.deps, reader, kind, received.file));
  throw redirect(begunPath(kind, begun));
}
