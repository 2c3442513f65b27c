import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "#app/domain/errors";
import { company, mustBeAble } from "#app/domain/permissions";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { templateCsv, templates } from "./templates";

/** A template, to be saved. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const template = templates.find((each) => `${each}.csv` === params.template);
  const body = await answering(async () => {
    mustBeAble(reader, "import-history", company);
    if (template === undefined) throw new DomainError("not-found", "There is no such template");
    return templateCsv(template, context.visit.language);
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="repris-${template}.csv"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
