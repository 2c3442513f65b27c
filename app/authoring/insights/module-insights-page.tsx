import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { insightWords } from "#app/words/areas/insights";
import { catalogues } from "#app/words/catalogues";
import styles from "./insights.css?url";
import { ModuleInsightsScreen } from "./module-insights-screen";
import { readModuleInsights } from "./read-module-insights.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, today } = context.visit;
  const view = await answering(() =>
    readModuleInsights(context.deps, reader, { language, today }, params.module ?? ""),
  );
  const title = [view.module.title, insightWords[language].title, catalogues[language].product.name].join(" · ");
  return { view, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ModuleInsightsPage() {
  return <ModuleInsightsScreen view={useLoaderData<typeof loader>().view} />;
}
