import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { readResult } from "./read-refresher.server";
import { RefresherScreen } from "./refresher-screen";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now, today } = context.visit;
  const wanted = { moduleId: params.module ?? "", language, now, today };
  const read = await answering(() => readResult(context.deps, reader, wanted));
  if (read.kind === "elsewhere") throw redirect(read.href);
  return { view: read.view };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.view.module.title} · Repris` : "Repris" },
];

export default function RefresherResultPage() {
  const { view } = useLoaderData<typeof loader>();
  return <RefresherScreen view={view} />;
}
