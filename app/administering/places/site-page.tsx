import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { catalogues } from "#app/words/catalogues";
import { doneFrom } from "../directory-view";
import styles from "../organisation.css?url";
import { takeForm } from "../take-form";
import { takeSite } from "./change-places.server";
import { readSite } from "./read-places.server";
import { SiteScreen } from "./site-screen";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const asked = Number(new URL(request.url).searchParams.get("year"));
  const thisYear = Number(context.visit.today.slice(0, 4));
  const year = Number.isInteger(asked) && Math.abs(asked - thisYear) <= 10 ? asked : thisYear;
  const view = await answering(() => readSite(context.deps, reader, context.visit, params.siteId ?? "", year));
  return { view, done: doneFrom(request), title: `${view.name} · ${catalogues[context.visit.language].product.name}` };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const changing = { deps: context.deps, reader, visit: context.visit };
  return await takeForm(() => takeSite(changing, params.siteId ?? "", form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SitePage() {
  const { done, view } = useLoaderData<typeof loader>();
  return <SiteScreen view={view} done={done} sent={useActionData<typeof action>() ?? null} />;
}
