import { Section } from "#app/ui/page";
import { Table, TableScroll } from "#app/ui/table";
import { useHistoryWords } from "#app/words/areas/history";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import { LeftOutLink, RowKinds, RowPages } from "../imports/import-parts";
import { importPath } from "../imports/import-paths";
import { historyActions, leftOut } from "./history-options";
import type { HistoryView } from "./history-view";

/** The rows of a file by what becomes of them. */
export function HistoryRows({ view }: { view: HistoryView }) {
  const all = useHistoryWords();
  const general = useImportsWords();
  const words = all.list;
  const format = useFormat();
  const { list, summary } = view;
  if (!list || !summary) return null;
  const path = importPath("history", view.id);
  const isOut = leftOut.includes(list.show) || list.show === "undecided";
  return (
    <Section id="rows" title={words.title}>
      <RowKinds
        path={path}
        label={words.filter}
        actions={historyActions}
        words={all.actions}
        counts={summary.counts}
        show={list.show}
      />
      {leftOut.some((action) => (summary.counts[action] ?? 0) > 0) ? <LeftOutLink path={path} words={words} /> : null}
      {list.rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <TableScroll labelledBy="rows">
          <Table stack>
            <thead>
              <tr>
                <th scope="col">{words.line}</th>
                <th scope="col">{words.who}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.when}</th>
                {isOut ? <th scope="col">{words.why}</th> : null}
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <tr key={row.line}>
                  <td data-label={words.line}>{format.number(row.line)}</td>
                  <th scope="row">{row.who}</th>
                  <td data-label={words.what}>{row.what}</td>
                  <td data-label={words.when}>{row.when}</td>
                  {isOut ? (
                    <td data-label={words.why}>
                      <ul className="ImportReasons">
                        {row.problems.map(({ code, heading }) => (
                          <li key={code}>{general.problem(heading, all.problems[code])}</li>
                        ))}
                      </ul>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
      )}
      <RowPages list={list} path={path} label={words.pages} />
    </Section>
  );
}
