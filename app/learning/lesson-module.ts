import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { readLessonModule } from "./read-lesson-module.server";

/** The code of a lesson, to signed-in readers only; its address is its content's hash. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  await requireReader(context, request);
  return await answering(() => readLessonModule(context.deps, params.file ?? ""));
}
