import type { LoaderFunctionArgs } from "@remix-run/node";
import { readUnread } from "./read-notices.server";

/** Whether something was told since: asked by the bell; to nobody signed in, nothing was. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { reader } = context.visit;
  const unread = reader !== null && (await readUnread(context.deps, reader));
  return Response.json({ unread }, { headers: { "Cache-Control": "no-store" } });
}
