import { Link } from "@remix-run/react";
import { Bar } from "#app/ui/bar";
import { Section } from "#app/ui/page";
import { TableScroll } from "#app/ui/table";
import { useFormat, useWords } from "#app/words/context";
import { softHyphens } from "#app/words/soft-hyphens";
import { Late } from "./late";
import { everyNudge, type NudgeQuery, nudgeHref } from "./nudge-query";
import type { MatrixTotals, Matrix as MatrixView, ShareCounts } from "./overview-view";
import { nudgesAnchor } from "./paths";
import { lowShare, shareOf } from "./share";

/** Departments by modules: how much of the training holds, and who is behind. Each cell leads to the people in it. */
export function Matrix(props: { matrix: MatrixView; headcount: number; scopeId: string | null }) {
  const { matrix, headcount, scopeId } = props;
  const words = useWords().overview;
  const format = useFormat();
  const says = words.matrix;
  const people = (count: number) => words.people(format.number(count), count);
  if (matrix.modules.length === 0) {
    return (
      <Section id="matrix" title={says.title}>
        <p className="Muted SectionLead">{says.empty}</p>
      </Section>
    );
  }
  return (
    <Section id="matrix" title={says.title} kind="Matrix" aside={<MatrixLegend />}>
      <TableScroll labelledBy="matrix-caption">
        <table>
          <caption id="matrix-caption" className="VisuallyHidden">
            {says.caption}
          </caption>
          <colgroup>
            <col />
            <col span={matrix.modules.length + 1} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{says.department}</th>
              {matrix.modules.map((module) => (
                <th key={module.id} scope="col" title={module.short === module.title ? undefined : module.title}>
                  {softHyphens(module.short)}
                </th>
              ))}
              <th scope="col">
                <b>{says.allModules}</b>
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <tr key={row.department.id}>
                <th scope="row">
                  {row.department.name}
                  <small>{people(row.department.headcount)}</small>
                </th>
                <Cells matrix={matrix} row={row} within={{ scopeId, departmentId: row.department.id }} />
              </tr>
            ))}
          </tbody>
          {matrix.rows.length > 1 ? (
            <tfoot>
              <tr>
                <th scope="row">
                  {says.allDepartments}
                  <small>{people(headcount)}</small>
                </th>
                <Cells matrix={matrix} row={matrix.total} within={{ scopeId, departmentId: null }} />
              </tr>
            </tfoot>
          ) : null}
        </table>
      </TableScroll>
    </Section>
  );
}

function Cells(props: { matrix: MatrixView; row: MatrixTotals; within: Pick<NudgeQuery, "scopeId" | "departmentId"> }) {
  const { matrix, row, within } = props;
  return (
    <>
      {matrix.modules.map((module, column) => (
        <Cell
          key={module.id}
          counts={row.cells[column] ?? null}
          to={nudgeHref({ ...everyNudge, ...within, moduleId: module.id }, nudgesAnchor)}
        />
      ))}
      <Cell counts={row.total} to={nudgeHref({ ...everyNudge, ...within }, nudgesAnchor)} />
    </>
  );
}

function Cell({ counts, to }: { counts: ShareCounts | null; to: string }) {
  const says = useWords().overview.matrix;
  const format = useFormat();
  const share = counts === null ? null : shareOf(counts);
  if (counts === null || share === null) {
    return (
      <td>
        <span className="None">{counts === null ? says.notIncluded : says.nobodyNow}</span>
      </td>
    );
  }
  const percent = format.percent(share);
  const figure = percent.replace(/\D+$/, "");
  const isLow = share < lowShare;
  return (
    <td>
      <Link className="Cell" to={to} preventScrollReset data-low={isLow ? "" : undefined}>
        <b>
          {figure}
          <small>{percent.slice(figure.length)}</small>
          {isLow ? <span className="VisuallyHidden">, {says.low}</span> : null}
        </b>
        {counts.overdue > 0 ? <Late count={format.number(counts.overdue)} word={says.overdue} /> : null}
        <Bar value={share} />
      </Link>
    </td>
  );
}

function MatrixLegend() {
  const says = useWords().overview.matrix;
  const format = useFormat();
  return (
    <ul className="Legend" aria-hidden="true">
      <li>
        <b>{format.percent(0.86)}</b> {says.legendShare}
      </li>
      <li>
        <Late count="5" word="" /> {says.overdue}
      </li>
      <li>
        <i data-key="low" />
        {says.low}
      </li>
    </ul>
  );
}
