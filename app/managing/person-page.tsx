import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { catalogues } from "#app/words/catalogues";
import { PersonScreen } from "./person-screen";
import { readPerson } from "./read-person.server";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now } = context.visit;
  const allEvents = new URL(request.url).searchParams.get("events") === "all";
  const view = await answering(() =>
    readPerson(context.deps, reader, { language, now }, params.personId ?? "", { allEvents }),
  );
  return { view, title: `${view.person.name} · ${catalogues[language].product.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PersonPage() {
  const { view } = useLoaderData<typeof loader>();
  return <PersonScreen view={view} />;
}
