import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { DomainError } from "#app/domain/errors";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { kindOfImport } from "./begin-import.server";
import { importPath } from "./import-paths";

/** An import by its id alone, whatever its kind. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  await requireReader(context, request);
  const id = params.importId ?? "";
  const kind = await kindOfImport(context.deps, id);
  if (kind === undefined) {
    return await answering(async () => {
      throw new DomainError("not-found", `There is no import ${id}`);
    });
  }
  throw redirect(importPath(kind, id));
}
