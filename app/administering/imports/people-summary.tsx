import { Disclosure, Notice } from "#app/ui/panels";
import { Table } from "#app/ui/table";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import type { PeopleImportView } from "./people-import-view";
import { changingActions } from "./people-options";

/** What a file does, in sentences: how many of what, and what is asked of whom. */
export function PeopleSummaryText({ view }: { view: PeopleImportView }) {
  const all = useImportsWords();
  const words = all.sentence;
  const format = useFormat();
  const { summary } = view;
  if (!summary) return null;
  const count = (action: string) => summary.counts[action] ?? 0;
  const said = (say: (n: string, one: boolean) => string, n: number) => say(format.number(n), n === 1);
  const parts = changingActions
    .filter((action) => count(action) > 0)
    .map((action) => said(words[action], count(action)));
  const last = parts.pop();
  const listed = parts.length > 0 ? `${parts.join(", ")} ${words.and} ${last}` : (last ?? "");
  const out = count("refused") + count("conflict") + count("undecided");
  const { people, tasks, minutes } = summary.asked;
  const hours =
    minutes < 120 ? words.minutes(format.number(minutes)) : words.hours(format.number(Math.round(minutes / 60)));
  return (
    <div className="Stack" data-gap={3}>
      <p className="Deck">
        {last === undefined && out === 0
          ? said(words.nothing, summary.rows)
          : listed === ""
            ? null
            : words.begin(listed)}
      </p>
      <p>
        {last !== undefined && count("stays") > 0 ? `${said(words.stays, count("stays"))} ` : ""}
        {out > 0 ? said(words.leftOut, out) : ""}
      </p>
      {summary.addressesRemoved ? (
        <Notice icon="alert" title={said(words.addressesRemoved, summary.addressesRemoved)} />
      ) : null}
      {summary.kept ? <p>{said(words.kept, summary.kept)}</p> : null}
      {last === undefined ? null : (
        <p>
          {people > 0 ? words.asks(format.number(people), people === 1, format.number(tasks), hours) : words.asksNobody}
        </p>
      )}
      {view.modules.length > 0 ? (
        <Disclosure summary={all.rowsList.modules}>
          <Table>
            <thead>
              <tr>
                <th scope="col">{all.rowsList.module}</th>
                <th scope="col">{all.rowsList.people}</th>
              </tr>
            </thead>
            <tbody>
              {view.modules.map((module) => (
                <tr key={module.title}>
                  <th scope="row">{module.title}</th>
                  <td>{format.number(module.people)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Disclosure>
      ) : null}
    </div>
  );
}
