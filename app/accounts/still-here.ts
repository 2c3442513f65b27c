import { type ActionFunctionArgs, redirect } from "@remix-run/node";

/** Somebody is still in front of a shared screen: that they asked has prolonged their session. */
export function action({ context }: ActionFunctionArgs) {
  return new Response(null, { status: context.visit.reader ? 204 : 401 });
}

export function loader() {
  throw redirect("/");
}
