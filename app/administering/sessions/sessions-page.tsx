import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { pageTitle } from "./page-title";
import { readSessions } from "./read-sessions.server";
import styles from "./sessions.css?url";
import { SessionsScreen } from "./sessions-screen";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { searchParams } = new URL(request.url);
  const view = await answering(() => readSessions(context.deps, reader, context.visit, searchParams));
  return { view, title: pageTitle(context.visit.language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SessionsPage() {
  return <SessionsScreen view={useLoaderData<typeof loader>().view} />;
}
