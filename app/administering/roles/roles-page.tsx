import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { rolesWords } from "#app/words/areas/roles";
import { catalogues } from "#app/words/catalogues";
import { doneFrom } from "../directory-view";
import styles from "../organisation.css?url";
import { takeForm } from "../take-form";
import { takeRoles } from "./change-roles.server";
import { readRoles } from "./read-roles.server";
import { RolesScreen } from "./roles-screen";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const chosen = new URL(request.url).searchParams.get("change");
  const view = await answering(() => readRoles(context.deps, reader, context.visit, chosen));
  const title = `${rolesWords[language].title} · ${catalogues[language].product.name}`;
  return { view, done: doneFrom(request), title };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  return await takeForm(() => takeRoles({ deps: context.deps, reader, visit: context.visit }, form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RolesPage() {
  const { done, view } = useLoaderData<typeof loader>();
  return <RolesScreen view={view} done={done} sent={useActionData<typeof action>() ?? null} />;
}
