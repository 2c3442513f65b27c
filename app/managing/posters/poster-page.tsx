import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { Page, PageHead } from "#app/ui/page";
import { PrintButton } from "#app/ui/print-button";
import { QrPicture } from "#app/ui/qr-code";
import { slipsWords, useSlipsWords } from "#app/words/areas/slips";
import { catalogues } from "#app/words/catalogues";
import styles from "../slips/slips.css?url";
import { readPoster } from "./read-posters.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const poster = await answering(() => readPoster(context.deps, reader, language, params.module ?? ""));
  return { poster, title: `${slipsWords[language].poster.open(poster.title)} · ${catalogues[language].product.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** A sheet of A4 that leads to a module. */
export default function PosterPage() {
  const { poster } = useLoaderData<typeof loader>();
  const all = useSlipsWords();
  const words = all.poster;
  return (
    <Page>
      <div className="NoPrint">
        <p>
          <Link to="/posters">{words.back}</Link>
        </p>
        <PageHead title={words.open(poster.title)}>
          <PrintButton label={all.person.print} hint={all.person.printHint} kind="primary" />
        </PageHead>
      </div>
      <article className="Poster" aria-labelledby="poster">
        <h2 id="poster">{poster.title}</h2>
        <p>{poster.summary}</p>
        <QrPicture code={poster.code} label={words.qr(poster.title)} />
        <p>
          {words.scan}
          <br />
          {poster.address}
        </p>
        <p className="Muted">
          {poster.company} · {words.minutes(poster.minutes)}
        </p>
      </article>
    </Page>
  );
}
