import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { importsWords } from "#app/words/areas/imports";
import { catalogues } from "#app/words/catalogues";
import styles from "./imports.css?url";
import { PeopleImportScreen } from "./people-import-screen";
import { readPeopleImport } from "./read-people-import.server";
import { takePeopleDecision } from "./take-people-decision.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const search = new URL(request.url).searchParams;
  const page = Number(search.get("page") ?? "1");
  const query = {
    show: search.get("show"),
    page: Number.isInteger(page) ? page : 1,
    undo: search.has("undo"),
  };
  const view = await answering(() =>
    readPeopleImport(context.deps, reader, context.visit, params.importId ?? "", query),
  );
  return {
    view,
    isKnown: search.has("known"),
    hasChanged: search.has("changed"),
    hasGoneOn: search.has("gone-on"),
    title: `${view.file.name} · ${importsWords[language].list.title} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  return await answering(() => takePeopleDecision(context.deps, reader, params.importId ?? "", form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PeopleImportPage() {
  const { view, isKnown, hasChanged, hasGoneOn } = useLoaderData<typeof loader>();
  const notTaken = useActionData<typeof action>() ?? null;
  return (
    <PeopleImportScreen
      view={view}
      isKnown={isKnown}
      hasChanged={hasChanged}
      hasGoneOn={hasGoneOn}
      notTaken={notTaken}
    />
  );
}
