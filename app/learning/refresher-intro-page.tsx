import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { refresherPath } from "./paths";
import { readIntro } from "./read-refresher.server";
import { RefresherScreen } from "./refresher-screen";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now, today } = context.visit;
  const wanted = { moduleId: params.module ?? "", language, now, today };
  const read = await answering(() => readIntro(context.deps, reader, wanted));
  if (read.kind === "elsewhere") throw redirect(read.href);
  return { view: read.view };
}

/** Nothing begins before the first answer: the form only leads on. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  await requireReader(context, request);
  return redirect(refresherPath(params.module ?? "", "question"));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.view.module.title} · Repris` : "Repris" },
];

export default function RefresherIntroPage() {
  const { view } = useLoaderData<typeof loader>();
  return <RefresherScreen view={view} />;
}
