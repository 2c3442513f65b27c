import "../converting/converter-context";
import type { ActionFunctionArgs } from "@remix-run/node";
import { answerFields, textOf } from "../studio/answer-fields.server";
import { takePasted } from "./take-pasted.server";

/** Takes what is pasted in the editor, with the look that it had, and answers the same in the dialect. */
export async function action({ context, request }: ActionFunctionArgs) {
  return await answerFields(context, request, (reader, form) =>
    takePasted(context.deps, context.converter, reader, {
      html: textOf(form, "html"),
      markdown: textOf(form, "markdown"),
    }),
  );
}

export { onlyPost as loader } from "../studio/only-post";
