import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { readMedia } from "./read-media.server";

/** A picture, a video or another file of a lesson, to signed-in readers only; its address is its content's hash. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  await requireReader(context, request);
  return await answering(() => readMedia(context.deps, params.file ?? "", request));
}
