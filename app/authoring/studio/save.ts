import "./bundler-context";
import type { ActionFunctionArgs } from "@remix-run/node";
import { answerFields, textOf } from "./answer-fields.server";
import { saveTyped } from "./save-typed.server";

/** Takes what is typed in the editor, as it is typed. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  return await answerFields(context, request, (reader, form) =>
    saveTyped(context.deps, reader, {
      moduleId: params.module ?? "",
      path: textOf(form, "path"),
      text: textOf(form, "text"),
      from: Number(textOf(form, "from")) || 0,
      draftId: textOf(form, "draft") || null,
      revision: Number(textOf(form, "revision")) || null,
      stands: textOf(form, "stands") === "yes",
    }),
  );
}

export { onlyPost as loader } from "./only-post";
