import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { importsWords } from "#app/words/areas/imports";
import { leftOutCsv } from "./write-left-out.server";

/** The rows that are left out, with why, as a file to correct and bring again. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const body = await answering(() => leftOutCsv(context.deps, reader, language, params.importId ?? ""));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${importsWords[language].csv.name}.csv"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
