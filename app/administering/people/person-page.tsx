import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { catalogues } from "#app/words/catalogues";
import { doneFrom } from "../directory-view";
import styles from "../organisation.css?url";
import { takeForm } from "../take-form";
import { takePerson } from "./change-person.server";
import { PersonScreen } from "./person-screen";
import { readPerson } from "./read-person.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const view = await answering(() => readPerson(context.deps, reader, context.visit, params.personId ?? ""));
  return {
    view,
    done: doneFrom(request),
    title: `${view.name} · ${catalogues[context.visit.language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const changing = { deps: context.deps, reader, visit: context.visit };
  return await takeForm(() => takePerson(changing, params.personId ?? "", form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PersonPage() {
  const { done, view } = useLoaderData<typeof loader>();
  return <PersonScreen view={view} done={done} sent={useActionData<typeof action>() ?? null} />;
}
