import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { LinkButton } from "#app/ui/button";
import { Page, PageHead, Section } from "#app/ui/page";
import { Pagination, Table, TableScroll } from "#app/ui/table";
import { evidenceWords, useEvidenceWords } from "#app/words/areas/evidence";
import { catalogues } from "#app/words/catalogues";
import { useFormat } from "#app/words/context";
import styles from "./certifying.css?url";
import { StateOf } from "./evidence-parts";
import type { EvidenceListView, EvidenceRow } from "./evidence-view";
import { readEvidenceList } from "./read-evidence.server";

/** Stacked on a narrow screen, a table loses its roles to CSS: they are stated. */
const as = {
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now, today } = context.visit;
  const page = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const place = Number.isSafeInteger(page) ? page - 1 : 0;
  const view = await answering(() => readEvidenceList(context.deps, reader, { language, now, today }, place));
  return { view, title: `${evidenceWords[language].list.title} · ${catalogues[language].product.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What waits for an answer, what ends soon, and what was answered. */
export default function ListPage() {
  const { view } = useLoaderData<typeof loader>();
  const words = useEvidenceWords();
  const says = words.list;
  return (
    <Page>
      <PageHead title={says.title}>
        {view.enterHref === null ? null : <LinkButton to={view.enterHref}>{words.enter.link}</LinkButton>}
      </PageHead>
      <p className="Summary">{says.sentence(view.waitingCount, view.ending.length)}</p>
      <Section id="waiting" title={says.waiting} note={says.waitingNote}>
        {view.waiting.length === 0 ? (
          <p className="Nothing">{says.waitingNone}</p>
        ) : (
          <Rows labelledBy="waiting" rows={view.waiting} last="sent" />
        )}
        <Pages view={view} />
      </Section>
      {view.ending.length === 0 ? null : (
        <Section id="ending" title={says.ending} note={says.endingNote}>
          <Rows labelledBy="ending" rows={view.ending} last="ends" />
        </Section>
      )}
      <Section id="settled" title={says.settled}>
        {view.settled.length === 0 ? (
          <p className="Nothing">{says.settledNone}</p>
        ) : (
          <Rows labelledBy="settled" rows={view.settled} last="state" />
        )}
      </Section>
    </Page>
  );
}

function Rows(props: { labelledBy: string; rows: readonly EvidenceRow[]; last: "sent" | "ends" | "state" }) {
  const words = useEvidenceWords();
  const says = words.list;
  const format = useFormat();
  const heading = { sent: says.sent, ends: says.expiresOn, state: says.state }[props.last];
  return (
    <TableScroll labelledBy={props.labelledBy}>
      <Table stack aria-labelledby={props.labelledBy}>
        <thead {...as.rowgroup}>
          <tr {...as.row}>
            <th {...as.columnheader} scope="col">
              {says.person}
            </th>
            <th {...as.columnheader} scope="col">
              {says.module}
            </th>
            <th {...as.columnheader} scope="col">
              {says.issuer}
            </th>
            <th {...as.columnheader} scope="col">
              {says.completedOn}
            </th>
            <th {...as.columnheader} scope="col">
              {heading}
            </th>
          </tr>
        </thead>
        <tbody {...as.rowgroup}>
          {props.rows.map((row) => (
            <tr key={row.id} {...as.row}>
              <th {...as.rowheader} scope="row">
                <Link to={row.href}>{row.person}</Link>
              </th>
              <td {...as.cell}>{row.module}</td>
              <td {...as.cell}>{row.issuer}</td>
              <td {...as.cell}>{format.date(row.completedOn)}</td>
              <td {...as.cell}>
                {props.last === "sent" ? format.date(row.sentOn) : null}
                {props.last === "state" ? <StateOf {...row} /> : null}
                {props.last === "ends" && row.expiresOn !== null
                  ? `${format.date(row.expiresOn)}, ${words.left(row.endsIn ?? 0)}`
                  : null}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function Pages({ view }: { view: EvidenceListView }) {
  const says = useEvidenceWords().list;
  const { offset, pageSize, waitingCount } = view;
  if (waitingCount <= pageSize) return null;
  const page = offset / pageSize + 1;
  return (
    <Pagination
      label={says.pages}
      summary={says.page(offset + 1, Math.min(offset + pageSize, waitingCount), waitingCount)}
      previous={page > 1 ? { to: `?page=${page - 1}`, label: says.previous } : undefined}
      next={offset + pageSize < waitingCount ? { to: `?page=${page + 1}`, label: says.next } : undefined}
    />
  );
}
