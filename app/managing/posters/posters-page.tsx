import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { Page, PageHead } from "#app/ui/page";
import { Empty } from "#app/ui/panels";
import { slipsWords, useSlipsWords } from "#app/words/areas/slips";
import { catalogues } from "#app/words/catalogues";
import styles from "../slips/slips.css?url";
import { listPosters } from "./read-posters.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  return {
    modules: await answering(() => listPosters(context.deps, reader, language)),
    title: `${slipsWords[language].poster.title} · ${catalogues[language].product.name}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PostersPage() {
  const { modules } = useLoaderData<typeof loader>();
  const words = useSlipsWords().poster;
  return (
    <Page>
      <PageHead title={words.title} />
      <p className="Lead">{words.lead}</p>
      {modules.length === 0 ? (
        <Empty icon="file" level={2} title={words.empty}>
          <p>{words.emptyText}</p>
        </Empty>
      ) : (
        <ul className="Posters">
          {modules.map((module) => (
            <li key={module.id}>
              <Link to={`/posters/${encodeURIComponent(module.id)}`} aria-label={words.open(module.title)}>
                {module.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
