import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireReader } from "#app/platform/visit";
import { Page, PageHead } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { administrationWords, useAdministrationWords } from "#app/words/areas/administration";
import { useSetupWords } from "#app/words/areas/setup";
import { catalogues } from "#app/words/catalogues";
import { Checklist } from "./first-run/checklist";
import { readChecklist } from "./first-run/checklist.server";
import styles from "./first-run/first-run.css?url";
import { sections, sectionsFor } from "./sections";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const search = new URL(request.url).searchParams;
  return {
    checklist: await readChecklist(context.deps, reader),
    isReady: search.has("ready"),
    sections: sectionsFor(reader),
    title: `${administrationWords[language].title} · ${catalogues[language].product.name}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StartPage() {
  const { checklist, isReady, sections: shown } = useLoaderData<typeof loader>();
  const words = useAdministrationWords();
  const ready = useSetupWords().checklist.ready;
  return (
    <Page>
      <PageHead title={words.title} />
      {isReady ? <Notice icon="check" live="status" title={ready} /> : null}
      <Checklist items={checklist} />
      <ul className="Parts">
        {sections
          .filter((section) => shown.includes(section.id) && section.path !== "/admin")
          .map((section) => (
            <li key={section.id}>
              <Link to={section.path}>{words.sections[section.id]}</Link>
            </li>
          ))}
      </ul>
    </Page>
  );
}
