import { Link } from "@remix-run/react";
import { LinkButton } from "#app/ui/button";
import { Icon } from "#app/ui/icon";
import { Page, PageHead } from "#app/ui/page";
import { Empty } from "#app/ui/panels";
import { Pagination, Table } from "#app/ui/table";
import { usePeopleWords } from "#app/words/areas/people";
import { useFormat } from "#app/words/context";
import { PeopleFilter } from "./people-filter";
import { everybody, type PeopleQuery, type PeopleSort, peopleHref, peoplePath, sortedBy } from "./people-query";
import type { PeopleView } from "./people-view";

/** Who works here, has left or is to come. */
export function PeopleScreen({ view }: { view: PeopleView }) {
  const words = usePeopleWords();
  const { query } = view;
  const isNarrowed = query.search !== "" || query.departmentId !== null || query.siteId !== null || query.kind !== null;
  return (
    <Page wide>
      <PageHead title={words.title}>
        {view.canChange ? (
          <LinkButton to={`${peoplePath}/new`} kind="primary">
            <Icon name="plus" />
            {words.add}
          </LinkButton>
        ) : null}
      </PageHead>
      <p className="Summary">{isNarrowed ? words.found(view.total) : words.summary[query.presence](view.total)}</p>
      <PeopleFilter view={view} />
      {view.rows.length === 0 ? (
        <Empty icon="users" title={words.empty.title} level={2}>
          <p>{words.empty.text}</p>
          <LinkButton to={peopleHref(everybody)}>{words.all}</LinkButton>
        </Empty>
      ) : (
        <>
          <div className="PeopleList">
            <PeopleTable view={view} />
          </div>
          <Pages view={view} />
        </>
      )}
    </Page>
  );
}

/** Stacked on a narrow screen, a table loses its roles to CSS: they are stated. */
const as = {
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

function Heading({ query, sort, children }: { query: PeopleQuery; sort?: PeopleSort; children: string }) {
  if (sort === undefined) {
    return (
      <th scope="col" {...as.columnheader}>
        {children}
      </th>
    );
  }
  const isSorted = query.sort === sort;
  const order = query.descending ? "descending" : "ascending";
  return (
    <th scope="col" {...as.columnheader} aria-sort={isSorted ? order : undefined}>
      <Link className="Sort" to={peopleHref(sortedBy(query, sort))} preventScrollReset>
        {children}
        <Icon name={!isSorted ? "sort" : query.descending ? "down" : "up"} />
      </Link>
    </th>
  );
}

function PeopleTable({ view }: { view: PeopleView }) {
  const words = usePeopleWords();
  const format = useFormat();
  const { columns } = words;
  const { query } = view;
  return (
    <Table stack>
      <caption className="VisuallyHidden">{words.table}</caption>
      <thead {...as.rowgroup}>
        <tr {...as.row}>
          <Heading query={query} sort="name">
            {columns.name}
          </Heading>
          <Heading query={query} sort="number">
            {columns.number}
          </Heading>
          <Heading query={query}>{columns.title}</Heading>
          <Heading query={query}>{columns.department}</Heading>
          <Heading query={query}>{columns.site}</Heading>
          <Heading query={query} sort="from">
            {columns.from}
          </Heading>
        </tr>
      </thead>
      <tbody {...as.rowgroup}>
        {view.rows.map((row) => (
          <tr key={row.id} {...as.row}>
            <th scope="row" {...as.rowheader}>
              <Link to={`${peoplePath}/${row.id}`}>{row.name}</Link>
            </th>
            <td {...as.cell}>{row.number}</td>
            <td {...as.cell}>{row.title}</td>
            <td {...as.cell}>{row.department}</td>
            <td {...as.cell}>{row.site}</td>
            <td {...as.cell}>
              {row.to === null ? format.date(row.from) : words.until(format.date(row.from), format.date(row.to))}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Pages({ view }: { view: PeopleView }) {
  const words = usePeopleWords();
  const format = useFormat();
  const { query, first, rows, total, pages } = view;
  const to = (page: number) => peopleHref({ ...query, page });
  return (
    <Pagination
      label={words.pages}
      summary={words.shown(first, first + rows.length - 1, format.number(total))}
      previous={query.page > 1 ? { to: to(query.page - 1), label: words.previous } : undefined}
      next={query.page < pages ? { to: to(query.page + 1), label: words.next } : undefined}
    />
  );
}
