import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { sessionWords } from "#app/words/areas/sessions";
import { ListScreen } from "./list-screen";
import { pageTitle } from "./page-title";
import { readSession } from "./read-sessions.server";
import styles from "./sessions.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const view = await answering(() => readSession(context.deps, reader, context.visit, params.session ?? ""));
  const { language } = context.visit;
  return { view, title: pageTitle(language, sessionWords[language].paper.title, view.head.module.title) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ListPage() {
  return <ListScreen view={useLoaderData<typeof loader>().view} />;
}
