import "./bundler-context";
import type { ActionFunctionArgs } from "@remix-run/node";
import { answerFields, textOf } from "./answer-fields.server";
import { previewFile } from "./preview.server";

/** Renders what is typed, as a department will see it. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  return await answerFields(context, request, (reader, form) =>
    previewFile(context.deps, context.bundler, reader, {
      moduleId: params.module ?? "",
      path: textOf(form, "path"),
      text: textOf(form, "text"),
      as: textOf(form, "as") || null,
      language: context.visit.language,
    }),
  );
}

export { onlyPost as loader } from "./only-post";
