import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { catalogues } from "#app/words/catalogues";
import { nudgeQueryFrom } from "./nudge-query";
import { OverviewScreen } from "./overview-screen";
import { readOverview } from "./read-overview.server";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now, today } = context.visit;
  const query = nudgeQueryFrom(new URL(request.url).searchParams);
  const view = await answering(() => readOverview(context.deps, reader, { language, now, today }, query));
  const words = catalogues[language];
  return { view, title: `${words.overview.title} · ${view.scope.name} · ${words.product.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OverviewPage() {
  const { view } = useLoaderData<typeof loader>();
  return <OverviewScreen view={view} />;
}
