import { Section } from "#app/ui/page";
import { Table, TableScroll } from "#app/ui/table";
import { useHistoryWords } from "#app/words/areas/history";
import { useFormat } from "#app/words/context";
import { type DayOne, type HistorySummary, leftOut } from "./history-options";

/** What a file brings, and what day one shows, in sentences that somebody could say aloud. */
export function HistorySentence({ summary }: { summary: HistorySummary }) {
  const words = useHistoryWords().sentence;
  const format = useFormat();
  const { counts, dayOne, people } = summary;
  const records = counts.records ?? 0;
  const known = counts.known ?? 0;
  const twice = counts.twice ?? 0;
  const missing = leftOut.reduce((sum, action) => sum + (counts[action] ?? 0), 0);
  const late = dayOne.late.after;
  const changed = dayOne.changed ?? 0;
  return (
    <div className="Stack" data-gap={3}>
      <p className="Deck">
        {records === 0
          ? words.nothing
          : words.records(format.number(records), records === 1, format.number(people), people === 1)}{" "}
        {records === 0
          ? null
          : dayOne.required === 0
            ? words.nobodyRequired
            : words.dayOne(
                format.number(dayOne.valid.after),
                format.number(dayOne.required),
                format.number(dayOne.anew.before),
              )}
      </p>
      <p>
        {dayOne.required === 0 ? null : late === 0 ? words.noneLate : words.late(format.number(late), late === 1)}{" "}
        {changed > 0 ? words.changed(format.number(changed), changed === 1) : null}{" "}
        {missing > 0 ? words.leftOut(format.number(missing), missing === 1) : null}{" "}
        {known > 0 ? words.known(format.number(known), known === 1) : null}{" "}
        {twice > 0 ? words.twice(format.number(twice), twice === 1) : null}{" "}
        {summary.scale === "hundred" ? words.hundred : null}
      </p>
    </div>
  );
}

const states = [
  "current",
  "refresher-open",
  "refresher-overdue",
  "assigned",
  "overdue",
  "lapsed",
  "exempt",
  "on-leave",
  "not-required",
  "voluntary",
  "none",
] as const;

/** Standings before and after, by state. */
export function DayOneTable({ dayOne }: { dayOne: DayOne }) {
  const words = useHistoryWords().dayOne;
  const format = useFormat();
  const shown = states.filter((state) => (dayOne.before[state] ?? 0) + (dayOne.after[state] ?? 0) > 0);
  return (
    <Section id="day-one" title={words.title} note={words.note}>
      <TableScroll labelledBy="day-one">
        <Table>
          <caption className="VisuallyHidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.state}</th>
              <th scope="col" data-num="">
                {words.before}
              </th>
              <th scope="col" data-num="">
                {words.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((state) => (
              <tr key={state}>
                <th scope="row">{words.states[state]}</th>
                <td data-num="">{format.number(dayOne.before[state] ?? 0)}</td>
                <td data-num="">{format.number(dayOne.after[state] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </Section>
  );
}
