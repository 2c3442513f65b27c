import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { longestSearch } from "./people-query";
import { suggestPeople } from "./read-people.server";

/** Who fits what is being typed. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, longestSearch);
  return { suggestions: await answering(() => suggestPeople(context.deps, reader, context.visit, search)) };
}
