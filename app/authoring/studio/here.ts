import type { ActionFunctionArgs } from "@remix-run/node";
import { answerFields, textOf } from "./answer-fields.server";
import { sayHere } from "./say-here.server";

/** Says that somebody is at a module's draft; gives who writes in it. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  return await answerFields(context, request, (reader, form) =>
    sayHere(context.deps, reader, { moduleId: params.module ?? "", takeOver: textOf(form, "takeOver") === "yes" }),
  );
}

export { onlyPost as loader } from "./only-post";
