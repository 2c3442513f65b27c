import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { historyWords } from "#app/words/areas/history";
import { historyLeftOutCsv } from "./write-history-left-out.server";

/** The rows that are left out, with why, as a file to correct and bring again. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const body = await answering(() => historyLeftOutCsv(context.deps, reader, language, params.importId ?? ""));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${historyWords[language].csv.name}.csv"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
