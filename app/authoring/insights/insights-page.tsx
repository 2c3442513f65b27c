import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { insightWords } from "#app/words/areas/insights";
import { catalogues } from "#app/words/catalogues";
import styles from "./insights.css?url";
import { InsightsScreen } from "./insights-screen";
import { readInsights } from "./read-insights.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, today } = context.visit;
  const { searchParams } = new URL(request.url);
  const view = await answering(() => readInsights(context.deps, reader, { language, today }, searchParams));
  return { view, title: `${insightWords[language].title} · ${catalogues[language].product.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function InsightsPage() {
  return <InsightsScreen view={useLoaderData<typeof loader>().view} />;
}
