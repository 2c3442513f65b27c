import { Link } from "@remix-run/react";
import { Section } from "#app/ui/page";
import { Empty } from "#app/ui/panels";
import { Pagination, Table, TableScroll } from "#app/ui/table";
import { useInsightWords } from "#app/words/areas/insights";
import { useFormat } from "#app/words/context";
import type { InsightsView, QuestionRow } from "./insights-view";
import { insightsHref, moduleInsightsPath } from "./paths";
import { Difficulty, Discrimination, useMistakeText, Verdict } from "./question-parts";

/** Stacked on a narrow screen, a table loses its roles to CSS: they are stated. */
const as = {
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader", scope: "col" },
  rowheader: { role: "rowheader", scope: "row" },
  cell: { role: "cell" },
} as const;

/** Every question, those that need somebody first. */
export function QuestionsSection({ view }: { view: InsightsView }) {
  const words = useInsightWords().questions;
  if (view.questions.total === 0) {
    return (
      <Section id="questions" title={words.title}>
        <Empty icon="chart" title={words.empty}>
          <p>{words.emptyWhy}</p>
        </Empty>
      </Section>
    );
  }
  return (
    <Section id="questions" title={words.title} aside={<ScaleLegend />}>
      <TableScroll labelledBy="questions">
        <div className="QuestionTable">
          <Table stack aria-label={words.tableLabel}>
            <thead {...as.rowgroup}>
              <tr {...as.row}>
                <th {...as.columnheader}>{words.question}</th>
                <th {...as.columnheader} data-num>
                  {words.answers}
                </th>
                <th {...as.columnheader}>
                  {words.difficulty}
                  <br />
                  <small>{words.difficultyNote}</small>
                </th>
                <th {...as.columnheader}>
                  {words.discrimination}
                  <br />
                  <small>{words.discriminationNote}</small>
                </th>
                <th {...as.columnheader}>{words.wrong}</th>
                <th {...as.columnheader}>{words.verdict}</th>
              </tr>
            </thead>
            <tbody {...as.rowgroup}>
              {view.questions.rows.map((row) => (
                <Question key={`${row.module.id} ${row.id}`} row={row} />
              ))}
            </tbody>
          </Table>
        </div>
      </TableScroll>
      <Pages view={view} />
    </Section>
  );
}

function ScaleLegend() {
  const words = useInsightWords().questions;
  return (
    <ul className="Legend" aria-hidden="true">
      <li>
        <i data-key="ahead" />
        {words.good}
      </li>
      <li>
        <span className="InsideMark" />
        {words.inside}
      </li>
      <li>
        <span className="OutsideMark" />
        {words.outside}
      </li>
    </ul>
  );
}

function Question({ row }: { row: QuestionRow }) {
  const words = useInsightWords().questions;
  const format = useFormat();
  return (
    <tr {...as.row}>
      <th {...as.rowheader}>
        <Link to={moduleInsightsPath(row.module.id, row.id)}>{row.prompt}</Link>
        <small>
          {row.module.title}, {row.lesson}
        </small>
      </th>
      <td {...as.cell} data-num>
        <CellLabel>{words.answers}</CellLabel>
        {format.number(row.answers)}
      </td>
      <td {...as.cell}>
        <CellLabel>{words.difficulty}</CellLabel>
        <Difficulty value={row.difficulty} />
      </td>
      <td {...as.cell}>
        <CellLabel>{words.discrimination}</CellLabel>
        <Discrimination value={row.discrimination} />
      </td>
      <td {...as.cell}>
        <CellLabel>{words.wrong}</CellLabel>
        <Wrong row={row} />
      </td>
      <td {...as.cell}>
        <Verdict question={row} />
        {row.edit === null || row.flags.length === 0 ? null : (
          <Link to={row.edit} aria-label={words.editOf(row.prompt)}>
            {words.edit}
          </Link>
        )}
      </td>
    </tr>
  );
}

/** What a figure is, where the table's head is not seen. */
function CellLabel(props: { children: string }) {
  return <span className="CellLabel">{props.children}</span>;
}

function Wrong({ row: { verdict, wrong } }: { row: QuestionRow }) {
  const words = useInsightWords().questions;
  const format = useFormat();
  const text = useMistakeText();
  if (wrong === null) return <>{verdict === "too-few" ? words.noFigure : words.none}</>;
  return (
    <>
      {text(wrong)}
      <small>{words.ofAnswers(format.percent(wrong.share))}</small>
    </>
  );
}

function Pages({ view }: { view: InsightsView }) {
  const words = useInsightWords().questions;
  const { page, pageSize, rows, total } = view.questions;
  const before = (page - 1) * pageSize;
  if (total <= pageSize) return null;
  return (
    <Pagination
      label={words.pages}
      summary={words.shown(before + 1, before + rows.length, total)}
      previous={page > 1 ? { to: insightsHref(view.chosen, page - 1), label: words.previous } : undefined}
      next={before + rows.length < total ? { to: insightsHref(view.chosen, page + 1), label: words.next } : undefined}
    />
  );
}
