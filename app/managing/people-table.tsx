import { Link } from "@remix-run/react";
import { Avatar } from "#app/ui/avatar";
import { Icon } from "#app/ui/icon";
import { Status } from "#app/ui/status";
import { Table, TableScroll } from "#app/ui/table";
import { useFormat, useWords } from "#app/words/context";
import { statusOf } from "#app/words/explanation";
import { type NudgeQuery, type NudgeSort, nudgeHref, nudgeSorts, sortedBy } from "./nudge-query";
import type { NudgeRow } from "./overview-view";
import { nudgesAnchor, personPath } from "./paths";

/** Stacked on a narrow screen, a table loses its roles to CSS: they are stated. */
const as = {
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

/** One row a person and module, with the standing in shape, word and days. Sorted through its headings. */
export function PeopleTable(props: { rows: readonly NudgeRow[]; query: NudgeQuery; today: string }) {
  const says = useWords().overview.nudges;
  const headings: Record<NudgeSort, string> = { person: says.person, module: says.module, due: says.due };
  return (
    <TableScroll labelledBy="people">
      <Table stack>
        <caption id="people" className="VisuallyHidden">
          {says.tableLabel}
        </caption>
        <thead {...as.rowgroup}>
          <tr {...as.row}>
            {nudgeSorts.map((sort) => (
              <th
                key={sort}
                scope="col"
                {...as.columnheader}
                aria-sort={props.query.sort === sort ? props.query.order : undefined}
              >
                <Link className="Sort" to={nudgeHref(sortedBy(props.query, sort), nudgesAnchor)} preventScrollReset>
                  {headings[sort]}
                  <SortMark query={props.query} sort={sort} />
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as.rowgroup}>
          {props.rows.map((row) => (
            <PersonRow key={`${row.person.id} ${row.module.id}`} row={row} today={props.today} />
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function SortMark({ query, sort }: { query: NudgeQuery; sort: NudgeSort }) {
  if (query.sort !== sort) return <Icon name="sort" />;
  return <Icon name={query.order === "ascending" ? "up" : "down"} />;
}

function PersonRow({ row, today }: { row: NudgeRow; today: string }) {
  const words = useWords();
  const format = useFormat();
  const { status, word, detail } = statusOf(row.standing, { words, format, today });
  return (
    <tr {...as.row}>
      <th scope="row" {...as.rowheader}>
        <span className="Person">
          <Avatar name={row.person.name} />
          <span>
            <Link to={personPath(row.person.id)}>{row.person.name}</Link>
            <small>{row.person.department}</small>
          </span>
        </span>
      </th>
      <td {...as.cell}>{row.module.title}</td>
      <td {...as.cell}>
        <span className="StandingCell">
          {status === "none" ? word : <Status status={status}>{word}</Status>}
          {detail === "" ? null : <span className="Muted">{detail}</span>}
        </span>
      </td>
    </tr>
  );
}
