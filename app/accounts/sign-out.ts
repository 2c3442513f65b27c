import { type ActionFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { finishSession } from "#app/platform/sessions";
import { forgetChoices, isShared } from "#app/platform/visit";

/**
 * Ends the session. Only by a form: a link that signs people out could be put anywhere. A device that is shared forgets
 * whatever it holds, and begins with a new document; with `left` it was the page that saw nobody was there.
 */
export async function action({ context, request }: ActionFunctionArgs) {
  const left = new URL(request.url).searchParams.has("left");
  const headers = new Headers();
  headers.append("Set-Cookie", await finishSession(context.deps, request.headers.get("cookie") ?? undefined));
  if (!isShared(context.visit)) throw redirect("/sign-in?signed-out", { headers });
  for (const cookie of forgetChoices) headers.append("Set-Cookie", cookie);
  headers.set("Clear-Site-Data", '"cache", "storage"');
  throw redirectDocument(left ? "/sign-in?left" : "/sign-in", { headers });
}

export function loader() {
  throw redirect("/");
}
