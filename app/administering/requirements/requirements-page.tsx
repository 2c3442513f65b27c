import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { requirementsWords } from "#app/words/areas/requirements";
import { catalogues } from "#app/words/catalogues";
import { readRequirements } from "./read-requirements.server";
import styles from "./requirements.css?url";
import { RequirementsScreen } from "./requirements-screen";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const view = await answering(() => readRequirements(context.deps, reader, context.visit));
  return { view, title: `${requirementsWords[language].title} · ${catalogues[language].product.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RequirementsPage() {
  const { view } = useLoaderData<typeof loader>();
  return <RequirementsScreen view={view} />;
}
