import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { readCalendarEntry } from "./calendar-entry.server";

/** A session as a calendar takes it. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const entry = await answering(() =>
    readCalendarEntry(context.deps, reader, context.visit.language, params.session ?? ""),
  );
  return new Response(entry, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="repris.ics"',
      "Cache-Control": "no-store",
    },
  });
}
