import { Link } from "@remix-run/react";
import { Section } from "#app/ui/page";
import { Empty } from "#app/ui/panels";
import { Pagination, Table, TableScroll } from "#app/ui/table";
import { useInsightWords } from "#app/words/areas/insights";
import { useFormat } from "#app/words/context";
import type { InsightsView, QuestionRow } from "./insights-view";
import { insightsHref, moduleInsightsPath } from "./paths";
import { Difficulty, Discrimination, useMistakeText, Verdict } from "./question-parts";

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
          <Table aria-label={words.tableLabel}>
            <thead>
              <tr>
                <th scope="col">{words.question}</th>
                <th scope="col" data-num>
                  {words.answers}
                </th>
                <th scope="col">
                  {words.difficulty}
                  <br />
                  <small>{words.difficultyNote}</small>
                </th>
                <th scope="col">
                  {words.discrimination}
                  <br />
                  <small>{words.discriminationNote}</small>
                </th>
                <th scope="col">{words.wrong}</th>
                <th scope="col">{words.verdict}</th>
              </tr>
            </thead>
            <tbody>
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
    <tr>
      <th scope="row">
        <Link to={moduleInsightsPath(row.module.id, row.id)}>{row.prompt}</Link>
        <small>
          {row.module.title}, {row.lesson}
        </small>
      </th>
      <td data-num>{format.number(row.answers)}</td>
      <td>
        <Difficulty value={row.difficulty} />
      </td>
      <td>
        <Discrimination value={row.discrimination} />
      </td>
      <td>
        <Wrong row={row} />
      </td>
      <td>
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
