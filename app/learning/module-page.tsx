import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { openModule } from "./open-module.server";

/** A module's address leads to the lesson where its reader is. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const href = await answering(() =>
    openModule(context.deps, reader, { moduleId: params.module ?? "", language: context.visit.language }),
  );
  throw redirect(href);
}

/** Without a component a module that does not exist would be answered with data instead of a page. */
export default function ModulePage() {
  return null;
}
