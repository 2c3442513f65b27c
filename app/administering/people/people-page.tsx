import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { peopleWords } from "#app/words/areas/people";
import { catalogues } from "#app/words/catalogues";
import styles from "../organisation.css?url";
import { peopleQueryFrom } from "./people-query";
import { PeopleScreen } from "./people-screen";
import { readPeople } from "./read-people.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const query = peopleQueryFrom(new URL(request.url).searchParams);
  const view = await answering(() => readPeople(context.deps, reader, context.visit, query));
  return { view, title: `${peopleWords[language].title} · ${catalogues[language].product.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PeoplePage() {
  const { view } = useLoaderData<typeof loader>();
  return <PeopleScreen view={view} />;
}
