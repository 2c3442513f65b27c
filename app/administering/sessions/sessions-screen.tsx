import { Form, Link } from "@remix-run/react";
import { Button, LinkButton } from "#app/ui/button";
import { Select } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { Page, PageHead } from "#app/ui/page";
import { Empty } from "#app/ui/panels";
import { Segmented } from "#app/ui/segmented";
import { Status, type StatusName } from "#app/ui/status";
import { Pagination, Table, TableScroll } from "#app/ui/table";
import { useSessionWords } from "#app/words/areas/sessions";
import { useFormat } from "#app/words/context";
import { heldSessionPath, newSessionPath, sessionsPath } from "./paths";
import type { SessionHead, SessionsView } from "./session-view";

/** Stacked on a narrow screen, a table loses its roles to CSS: they are stated. */
const as = {
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

const lists = ["upcoming", "past", "cancelled"] as const;

/** The sessions that the reader may hold: those to come, those that were, those that were cancelled. */
export function SessionsScreen({ view }: { view: SessionsView }) {
  const words = useSessionWords();
  const empty = view.rows.length === 0;
  return (
    <Page>
      <PageHead title={words.title}>
        <LinkButton kind="primary" to={newSessionPath}>
          <Icon name="plus" /> {words.plan}
        </LinkButton>
      </PageHead>
      <Filter view={view} />
      {empty ? (
        <Empty icon="calendar" level={2} title={words.list.none[view.list]}>
          <p>{words.list.noneWhy}</p>
        </Empty>
      ) : (
        <div className="SessionList">
          <TableScroll labelledBy="sessions">
            <Table stack>
              <caption id="sessions" className="VisuallyHidden">
                {words.list.tableLabel}
              </caption>
              <thead {...as.rowgroup}>
                <tr {...as.row}>
                  {[words.list.when, words.list.what, words.list.where, words.list.seats, words.list.state].map(
                    (heading) => (
                      <th key={heading} scope="col" {...as.columnheader}>
                        {heading}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody {...as.rowgroup}>
                {view.rows.map((row) => (
                  <SessionRow key={row.id} row={row} today={view.today} />
                ))}
              </tbody>
            </Table>
          </TableScroll>
          <Pages view={view} />
        </div>
      )}
    </Page>
  );
}

function Filter({ view }: { view: SessionsView }) {
  const words = useSessionWords().list;
  return (
    <Form
      key={`${view.list} ${view.moduleId}`}
      method="get"
      action={sessionsPath}
      className="FilterBar"
      role="search"
      aria-label={words.filter}
    >
      <Segmented
        name="list"
        label={words.filter}
        value={view.list}
        options={lists.map((list) => ({ value: list, label: words.lists[list] }))}
      />
      <Select dense name="module" defaultValue={view.moduleId ?? ""} aria-label={words.module}>
        <option value="">{words.anyModule}</option>
        {view.modules.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <Button size="dense">{words.show}</Button>
    </Form>
  );
}

function SessionRow({ row, today }: { row: SessionHead; today: string }) {
  const words = useSessionWords();
  const format = useFormat();
  return (
    <tr {...as.row}>
      <th scope="row" {...as.rowheader}>
        <Link to={heldSessionPath(row.id)}>
          <time dateTime={row.on}>{format.shortDate(row.on, today)}</time> {words.time(row.from, row.to)}
        </Link>
      </th>
      <td {...as.cell}>{row.module.title}</td>
      <td {...as.cell}>{row.place}</td>
      <td {...as.cell}>
        {words.list.taken(row.booked, row.seats)}
        {row.waiting > 0 ? <span className="Muted"> · {words.list.waiting(row.waiting)}</span> : null}
      </td>
      <td {...as.cell}>
        <SessionState head={row} />
      </td>
    </tr>
  );
}

const shapes: Record<SessionHead["state"] | "full", StatusName> = {
  planned: "planned",
  full: "soon",
  begun: "due",
  signed: "current",
  cancelled: "exempt",
};

/** How it stands with a session, in shape and word. */
export function SessionState({ head }: { head: SessionHead }) {
  const words = useSessionWords().states;
  const state = head.state === "planned" && head.booked >= head.seats ? "full" : head.state;
  return <Status status={shapes[state]}>{words[state]}</Status>;
}

function Pages({ view }: { view: SessionsView }) {
  const words = useSessionWords().list;
  const before = (view.page - 1) * view.pageSize;
  const to = (page: number) => {
    const search = new URLSearchParams({ list: view.list, page: String(page) });
    if (view.moduleId !== null) search.set("module", view.moduleId);
    return `${sessionsPath}?${search}`;
  };
  if (view.total <= view.pageSize) return null;
  return (
    <Pagination
      label={words.pages}
      summary={words.shown(before + 1, before + view.rows.length, view.total)}
      previous={view.page > 1 ? { to: to(view.page - 1), label: words.previous } : undefined}
      next={before + view.rows.length < view.total ? { to: to(view.page + 1), label: words.next } : undefined}
    />
  );
}
