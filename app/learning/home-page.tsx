import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { catalogues } from "#app/words/catalogues";
import { HomeScreen } from "./home-screen";
import { readHome } from "./read-home.server";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now, today } = context.visit;
  const view = await answering(() => readHome(context.deps, reader, { language, now, today }));
  return { view, title: `${catalogues[language].home.title} · ${catalogues[language].product.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HomePage() {
  const { view } = useLoaderData<typeof loader>();
  return <HomeScreen view={view} />;
}
