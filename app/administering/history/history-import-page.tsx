import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { importsWords } from "#app/words/areas/imports";
import { catalogues } from "#app/words/catalogues";
import styles from "../imports/imports.css?url";
import { HistoryImportScreen } from "./history-import-screen";
import { readHistoryImport } from "./read-history-import.server";
import { takeHistoryDecision } from "./take-history-decision.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const search = new URL(request.url).searchParams;
  const page = Number(search.get("page") ?? "1");
  const query = { show: search.get("show"), page: Number.isSafeInteger(page) ? page : 1 };
  const view = await answering(() => readHistoryImport(context.deps, reader, language, params.importId ?? "", query));
  return {
    view,
    isKnown: search.has("known"),
    hasGoneOn: search.has("gone-on"),
    title: `${view.file.name} · ${importsWords[language].list.title} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  return await answering(() => takeHistoryDecision(context.deps, reader, params.importId ?? "", form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HistoryImportPage() {
  const { view, isKnown, hasGoneOn } = useLoaderData<typeof loader>();
  const notTaken = useActionData<typeof action>() ?? null;
  return <HistoryImportScreen view={view} isKnown={isKnown} hasGoneOn={hasGoneOn} notTaken={notTaken} />;
}
