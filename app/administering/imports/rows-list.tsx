import { Section } from "#app/ui/page";
import { Table, TableScroll } from "#app/ui/table";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import { LeftOutLink, RowKinds, RowPages } from "./import-parts";
import { importPath } from "./import-paths";
import type { PeopleImportView, RowView } from "./people-import-view";
import { peopleActions } from "./people-problem";
import { reasonText } from "./reason-text";

/** The rows of a file by what becomes of them. */
export function RowsList({ view }: { view: PeopleImportView }) {
  const all = useImportsWords();
  const words = all.rowsList;
  const format = useFormat();
  const { list, summary } = view;
  if (!list || !summary) return null;
  const path = importPath("people", view.id);
  const leftOut = ["refused", "conflict", "undecided"].some((action) => (summary.counts[action] ?? 0) > 0);
  const isOut = list.show === "refused" || list.show === "conflict" || list.show === "undecided";
  return (
    <Section id="rows" title={words.title}>
      <RowKinds
        path={path}
        label={words.filter}
        actions={peopleActions}
        words={all.actions}
        counts={summary.counts}
        show={list.show}
      />
      {leftOut ? <LeftOutLink path={path} words={words} /> : null}
      {list.rows.length === 0 ? <p>{words.none}</p> : null}
      {list.rows.length > 0 ? (
        <TableScroll labelledBy="rows">
          <Table stack>
            <thead>
              <tr>
                <th scope="col">{words.line}</th>
                <th scope="col">{words.who}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{isOut ? words.why : words.asks}</th>
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <tr key={row.line}>
                  <td data-label={words.line}>{row.line < 0 ? words.beside : format.number(row.line)}</td>
                  <th scope="row">
                    {row.name} <span className="Muted">{row.number}</span>
                  </th>
                  <td data-label={words.what}>{row.said.join(" · ")}</td>
                  <td data-label={isOut ? words.why : words.asks}>
                    <RowEffect row={row} isOut={isOut} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
      ) : null}
      <RowPages list={list} path={path} label={words.pages} />
    </Section>
  );
}

function RowEffect({ row, isOut }: { row: RowView; isOut: boolean }) {
  const words = useImportsWords();
  return (
    <>
      {isOut ? null : row.asks.length > 0 ? (
        row.asks.join(", ")
      ) : (
        <span className="Muted">{words.rowsList.nothing}</span>
      )}
      {row.problems.length > 0 ? (
        <ul className="ImportReasons">
          {row.problems.map((problem) => (
            <li key={`${problem.code} ${problem.column}`}>
              {words.problem(problem.heading, reasonText(problem, words))}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
