import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { readEffect } from "./read-effect.server";

/** What publishing a draft would do to the company. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const search = new URL(request.url).searchParams;
  const { language, now } = context.visit;
  const wanted = {
    moduleId: params.module ?? "",
    change: search.get("change"),
    within: search.get("within"),
    on: search.get("on"),
    language,
    now,
  };
  return Response.json(await answering(() => readEffect(context.deps, reader, wanted)));
}
