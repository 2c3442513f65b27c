import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { finishSession } from "#app/platform/sessions";

/** Ends the session. Only by a form: a link that signs people out could be put anywhere. */
export async function action({ context, request }: ActionFunctionArgs) {
  const cookie = await finishSession(context.deps, request.headers.get("cookie") ?? undefined);
  throw redirect("/sign-in?signed-out", { headers: { "Set-Cookie": cookie } });
}

export function loader() {
  throw redirect("/");
}
