import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { placesWords } from "#app/words/areas/places";
import { catalogues } from "#app/words/catalogues";
import { doneFrom } from "../directory-view";
import styles from "../organisation.css?url";
import { takeForm } from "../take-form";
import { takeNewPlace } from "./change-places.server";
import { PlacesScreen } from "./places-screen";
import { readPlaces } from "./read-places.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const view = await answering(() => readPlaces(context.deps, reader, context.visit));
  const title = `${placesWords[language].title} · ${catalogues[language].product.name}`;
  return { view, done: doneFrom(request), title };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  return await takeForm(() => takeNewPlace({ deps: context.deps, reader, visit: context.visit }, form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PlacesPage() {
  const { done, view } = useLoaderData<typeof loader>();
  return <PlacesScreen view={view} done={done} sent={useActionData<typeof action>() ?? null} />;
}
