import { Link } from "@remix-run/react";
import { LinkButton } from "#app/ui/button";
import { Page, PageHead, Row, Section } from "#app/ui/page";
import { Empty } from "#app/ui/panels";
import { Pagination, Table, TableScroll } from "#app/ui/table";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import { historyUploadPath, importPath, importsPath, peopleUploadPath } from "./import-paths";
import { InboxList } from "./inbox-list";
import type { NotPickedUp } from "./inbox-problem";
import { peopleActions } from "./people-problem";
import type { ImportListView } from "./read-imports.server";

/** All imports, and the way to another. */
export function ImportsScreen({ view, notPickedUp }: { view: ImportListView; notPickedUp: NotPickedUp | null }) {
  const words = useImportsWords();
  const format = useFormat();
  const { list } = words;
  const figures = (row: ImportListView["rows"][number]) =>
    row.kind === "people"
      ? peopleActions
          .filter((action) => (row.counts[action] ?? 0) > 0 && action !== "stays")
          .map((action) => `${words.actions[action]} ${format.number(row.counts[action] ?? 0)}`)
          .join(", ")
      : "";
  const from = (view.page - 1) * view.size + 1;
  const to = Math.min(view.page * view.size, view.total);
  return (
    <Page>
      <PageHead title={list.title}>
        <Row gap={2}>
          {view.mayPeople ? (
            <LinkButton kind="primary" to={peopleUploadPath}>
              {list.people}
            </LinkButton>
          ) : null}
          {view.mayHistory ? <LinkButton to={historyUploadPath}>{list.history}</LinkButton> : null}
        </Row>
      </PageHead>
      <p>{list.intro}</p>
      <InboxList view={view} notPickedUp={notPickedUp} />
      <Section id="imports" title={list.tableLabel} kind="ImportList">
        {view.rows.length === 0 ? (
          <Empty icon="file" title={list.none}>
            <p>{list.noneWhy}</p>
          </Empty>
        ) : (
          <>
            <TableScroll labelledBy="imports">
              <Table stack>
                <thead>
                  <tr>
                    <th scope="col">{list.file}</th>
                    <th scope="col">{list.kind}</th>
                    <th scope="col">{list.state}</th>
                    <th scope="col">{list.figures}</th>
                    <th scope="col">{list.who}</th>
                  </tr>
                </thead>
                <tbody>
                  {view.rows.map((row) => (
                    <tr key={row.id}>
                      <td data-label={list.file}>
                        <Link to={importPath(row.kind, row.id)}>{row.file}</Link>
                      </td>
                      <td data-label={list.kind}>{words.kinds[row.kind]}</td>
                      <td data-label={list.state}>{words.states[row.state]}</td>
                      <td data-label={list.figures}>
                        {row.rows === null ? null : list.rows(format.number(row.rows), row.rows === 1)}
                        {figures(row) === "" ? null : <div className="Muted">{figures(row)}</div>}
                      </td>
                      <td data-label={list.who}>
                        {row.by ?? list.nobody}, {format.date(row.day)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            </TableScroll>
            <Pagination
              label={list.pages}
              summary={list.shown(format.number(from), format.number(to), format.number(view.total))}
              previous={
                view.page > 1 ? { to: `${importsPath}?page=${view.page - 1}`, label: list.previous } : undefined
              }
              next={to < view.total ? { to: `${importsPath}?page=${view.page + 1}`, label: list.next } : undefined}
            />
          </>
        )}
      </Section>
    </Page>
  );
}
