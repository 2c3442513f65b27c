import { Link } from "@remix-run/react";
import { fewestAnswers } from "#app/domain/item-analysis";
import { Disclosure } from "#app/ui/panels";
import { Table, TableScroll } from "#app/ui/table";
import { useInsightWords } from "#app/words/areas/insights";
import { useFormat, useLanguage } from "#app/words/context";
import { twoDecimals } from "#app/words/two-decimals";
import type { QuestionDepth } from "./insights-view";
import { MonthChart, useMonthName } from "./month-chart";
import { anchorOf } from "./paths";
import { Difficulty, Discrimination, useMistakeText, Verdict } from "./question-parts";

/** One question: its figures, its months, and as tables its mistakes, months and revisions. */
export function QuestionInDepth({ question, today }: { question: QuestionDepth; today: string }) {
  const words = useInsightWords();
  const format = useFormat();
  const id = anchorOf(question.id);
  return (
    <article className="QuestionDepth" aria-labelledby={id}>
      <header>
        <h3 id={id}>{question.prompt}</h3>
        <p className="Muted">
          {words.depth.inLesson(question.lesson)}
          {question.edit === null ? null : (
            <>
              {" · "}
              <Link to={question.edit} aria-label={words.questions.editOf(question.prompt)}>
                {words.questions.edit}
              </Link>
            </>
          )}
        </p>
      </header>
      <dl>
        <div>
          <dt>{words.questions.verdict}</dt>
          <dd>
            <Verdict question={question} />
          </dd>
        </div>
        <div>
          <dt>{words.questions.answers}</dt>
          <dd>{format.number(question.answers)}</dd>
        </div>
        <div>
          <dt>{words.questions.difficulty}</dt>
          <dd>
            <Difficulty value={question.difficulty} />
          </dd>
        </div>
        <div>
          <dt>{words.questions.discrimination}</dt>
          <dd>
            <Discrimination value={question.discrimination} />
          </dd>
        </div>
      </dl>
      {question.months.length > 0 ? (
        <MonthChart question={question.prompt} months={question.months} today={today} />
      ) : (
        <p className="Muted">{words.depth.noMonths(fewestAnswers)}</p>
      )}
      <Disclosure summary={words.depth.details}>
        <div className="DepthTables">
          <Mistakes question={question} id={`${id}-mistakes`} />
          <Revisions question={question} id={`${id}-revisions`} />
          <Months question={question} id={`${id}-months`} />
        </div>
      </Disclosure>
    </article>
  );
}

interface Part {
  readonly question: QuestionDepth;
  readonly id: string;
}

function Mistakes({ question, id }: Part) {
  const words = useInsightWords();
  const format = useFormat();
  const text = useMistakeText();
  if (question.verdict === "too-few") return null;
  return (
    <section aria-labelledby={id}>
      <h4 id={id}>{words.depth.mistakes}</h4>
      {question.mistakes.length === 0 ? <p>{words.depth.noMistakes}</p> : null}
      {question.mistakes.length === 0 ? null : (
        <TableScroll labelledBy={id}>
          <Table>
            <thead>
              <tr>
                <th scope="col">{words.depth.mistakes}</th>
                <th scope="col" data-num>
                  {words.depth.share}
                </th>
              </tr>
            </thead>
            <tbody>
              {question.mistakes.map((mistake) => (
                <tr key={`${mistake.type} ${mistake.step} ${mistake.text}`}>
                  <th scope="row">{text(mistake)}</th>
                  <td data-num>{format.percent(mistake.share)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
      )}
    </section>
  );
}

function Revisions({ question, id }: Part) {
  const words = useInsightWords();
  const format = useFormat();
  const language = useLanguage();
  const { noFigure } = words.questions;
  if (question.revisions.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h4 id={id}>{words.depth.revisions}</h4>
      <TableScroll labelledBy={id}>
        <Table>
          <thead>
            <tr>
              <th scope="col">{words.depth.revision}</th>
              <th scope="col" data-num>
                {words.questions.answers}
              </th>
              <th scope="col" data-num>
                {words.questions.difficulty}
              </th>
              <th scope="col" data-num>
                {words.questions.discrimination}
              </th>
            </tr>
          </thead>
          <tbody>
            {question.revisions.map((revision) => (
              <tr key={revision.number}>
                <th scope="row">
                  {format.number(revision.number)}{" "}
                  <span className="Muted">{revision.same ? words.depth.same : words.depth.other}</span>
                </th>
                <td data-num>{format.number(revision.answers)}</td>
                <td data-num>{revision.difficulty === null ? noFigure : format.percent(revision.difficulty)}</td>
                <td data-num>
                  {revision.discrimination === null ? noFigure : twoDecimals(revision.discrimination, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </section>
  );
}

function Months({ question, id }: Part) {
  const words = useInsightWords();
  const format = useFormat();
  const nameOf = useMonthName();
  if (question.months.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h4 id={id}>{words.depth.months}</h4>
      <TableScroll labelledBy={id}>
        <Table>
          <thead>
            <tr>
              <th scope="col">{words.depth.month}</th>
              <th scope="col" data-num>
                {words.questions.answers}
              </th>
              <th scope="col" data-num>
                {words.memory.right}
              </th>
            </tr>
          </thead>
          <tbody>
            {question.months.map((month) => (
              <tr key={month.month}>
                <th scope="row">{nameOf(month.month)}</th>
                <td data-num>{format.number(month.answers)}</td>
                <td data-num>{format.percent(month.share)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </section>
  );
}
