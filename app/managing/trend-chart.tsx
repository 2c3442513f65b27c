import { Section } from "#app/ui/page";
import { Disclosure } from "#app/ui/panels";
import { Table, TableScroll } from "#app/ui/table";
import { useFormat, useWords } from "#app/words/context";
import type { Formats } from "#app/words/format";
import type { Words } from "#app/words/words";
import type { AheadMonth, TrendMonth } from "./overview-view";
import { columnsOf, type TrendColumn } from "./trend-columns";
import { monthIndex, type ShareAxis, shareAxis } from "./trend-scale";

/*
 * Two panels on one axis of months. Everything across is in percent of the width and everything down in pixels, so that
 * the chart fills its place and its text is never scaled.
 */
const sharePanel = { top: 28, bottom: 198 };
const barPanel = { top: 262, bottom: 400 };
const height = 436;

interface Drawing {
  readonly columns: readonly TrendColumn[];
  readonly axis: ShareAxis;
  /** How many of the columns have been. */
  readonly past: number;
  readonly today: string;
  readonly says: Words["overview"]["trend"];
  readonly format: Formats;
}

/** How the training has held, what was refreshed, and what falls due if everybody is on time. */
export function TrendChart(props: { trend: readonly TrendMonth[]; ahead: readonly AheadMonth[]; today: string }) {
  const says = useWords().overview.trend;
  const format = useFormat();
  const columns = columnsOf(props.trend, props.ahead);
  const shares = columns.flatMap((column) => (column.share === null ? [] : [column.share]));
  const drawing: Drawing = {
    columns,
    axis: shareAxis(shares),
    past: props.trend.length,
    today: props.today,
    says,
    format,
  };
  return (
    <Section id="trend" title={says.title(props.trend.length)}>
      <figure className="Chart Trend">
        <TableScroll labelledBy="trend-caption">
          <div className="TrendPanels" role="img" aria-label={sentenceOf(drawing)}>
            <AxisLabels {...drawing} />
            <svg className="TrendPlot" height={height} aria-hidden="true">
              <SharePanel {...drawing} />
              <BarPanel {...drawing} />
              <MonthLabels {...drawing} />
              <NowLine {...drawing} />
            </svg>
          </div>
        </TableScroll>
        <figcaption id="trend-caption" className="VisuallyHidden">
          {says.caption}
        </figcaption>
        <ul className="Legend" aria-hidden="true">
          <li>
            <i data-key="done" />
            {says.done}
          </li>
          <li>
            <i data-key="planned" />
            {says.planned}
          </li>
        </ul>
      </figure>
      <Disclosure summary={says.asTable}>
        <TrendTable {...drawing} />
      </Disclosure>
    </Section>
  );
}

function percent(value: number): string {
  return `${Math.round(value * 1000) / 1000}%`;
}

/** The middle of a column, across. */
function middle(place: number, columns: readonly unknown[]): string {
  return percent(((place + 0.5) / columns.length) * 100);
}

function shareAt(share: number, axis: ShareAxis): number {
  const { top, bottom } = sharePanel;
  return Math.round((bottom - ((share - axis.low) / (1 - axis.low)) * (bottom - top)) * 10) / 10;
}

function AxisLabels({ axis, format }: Drawing) {
  return (
    <svg className="TrendAxis" height={height} aria-hidden="true">
      {axis.ticks.map((tick) => (
        <text key={tick} x="100%" dx="-8" y={shareAt(tick, axis) + 4} textAnchor="end">
          {tick === 1 ? format.percent(tick) : format.number(Math.round(tick * 100))}
        </text>
      ))}
    </svg>
  );
}

function SharePanel({ columns, axis, past, says, format }: Drawing) {
  const points = columns.flatMap((column, place) => (column.share === null ? [] : [{ place, share: column.share }]));
  const last = points.at(-1);
  const lines = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  return (
    <>
      <text className="label" x="0" y="12">
        {says.share}
      </text>
      {axis.ticks.map((tick) => (
        <line key={tick} className="grid" x1="0" x2="100%" y1={shareAt(tick, axis)} y2={shareAt(tick, axis)} />
      ))}
      {lines.map(({ from, to }) => (
        <line
          key={to.place}
          className="line"
          x1={middle(from.place, columns)}
          y1={shareAt(from.share, axis)}
          x2={middle(to.place, columns)}
          y2={shareAt(to.share, axis)}
        />
      ))}
      {last ? (
        <>
          <circle className="dot" cx={middle(last.place, columns)} cy={shareAt(last.share, axis)} r="5.5" />
          <text
            className="label value"
            x={middle(last.place, columns)}
            dx={past > 3 ? 6 : 0}
            y={shareAt(last.share, axis) + (last.share > (1 + axis.low) / 2 ? 26 : -14)}
            textAnchor={past > 3 ? "end" : "middle"}
          >
            {says.validNow(format.percent(last.share))}
          </text>
        </>
      ) : null}
    </>
  );
}

function BarPanel({ columns, says, format }: Drawing) {
  const most = Math.max(1, ...columns.map((column) => Math.max(column.completed ?? 0, column.due ?? 0)));
  const tall = (count: number) => Math.round((count / most) * (barPanel.bottom - barPanel.top) * 10) / 10;
  const width = percent((0.66 / columns.length) * 100);
  const left = (place: number) => percent(((place + 0.17) / columns.length) * 100);
  return (
    <>
      <text className="label" x="0" y="236">
        {says.refreshers}
      </text>
      {columns.map((column, place) => {
        const count = column.completed ?? column.due ?? 0;
        const isAhead = column.completed === null;
        return (
          <g key={column.month}>
            <rect
              className={isAhead ? "fore" : "col"}
              x={left(place)}
              y={barPanel.bottom - tall(count)}
              width={width}
              height={tall(count)}
            />
            {isAhead ? (
              <text
                className="label"
                x={middle(place, columns)}
                y={barPanel.bottom - tall(count) - 7}
                textAnchor="middle"
              >
                {format.number(count)}
              </text>
            ) : null}
          </g>
        );
      })}
      <line className="axis" x1="0" x2="100%" y1={barPanel.bottom} y2={barPanel.bottom} />
    </>
  );
}

function MonthLabels({ columns, format }: Drawing) {
  return (
    <>
      {columns.map((column, place) => {
        const month = monthIndex(column.month);
        return (
          <g key={column.month}>
            <text x={middle(place, columns)} y={barPanel.bottom + 18} textAnchor="middle">
              {format.month(month)}
            </text>
            {place === 0 || month === 1 ? (
              <text x={middle(place, columns)} y={barPanel.bottom + 33} textAnchor="middle">
                {column.month.slice(0, 4)}
              </text>
            ) : null}
          </g>
        );
      })}
    </>
  );
}

function NowLine({ columns, past, today, says, format }: Drawing) {
  const at = percent((past / columns.length) * 100);
  return (
    <>
      <line className="now" x1={at} x2={at} y1={sharePanel.top} y2={barPanel.bottom} />
      <text className="now-t" x={at} dx="7" y={sharePanel.top + 14}>
        {says.ahead(format.shortDate(today))}
      </text>
    </>
  );
}

function monthAndYear(month: string, format: Formats): string {
  return `${format.monthName(monthIndex(month))} ${month.slice(0, 4)}`;
}

/** What the chart shows, in a sentence or two. */
function sentenceOf({ columns, says, format }: Drawing): string {
  const shares = columns.flatMap(({ month, share }) => (share === null ? [] : [{ month, share }]));
  const [first, last] = [shares[0], shares.at(-1)];
  const past =
    first === undefined || last === undefined
      ? says.noHistory
      : says.change(
          format.percent(first.share),
          monthAndYear(first.month, format),
          format.percent(last.share),
          monthAndYear(last.month, format),
          format.percent(first.share) === format.percent(last.share)
            ? "stayed"
            : last.share > first.share
              ? "rose"
              : "fell",
        );
  const ahead = columns.flatMap(({ month, due }) => (due === null ? [] : [{ month, due }]));
  const most = ahead.reduce((top, each) => (each.due > top.due ? each : top), { month: "", due: 0 });
  const future = most.due === 0 ? says.noneAhead : says.most(monthAndYear(most.month, format), format.number(most.due));
  return `${past} ${future}`;
}

function TrendTable({ columns, says, format }: Drawing) {
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{says.month}</th>
          <th scope="col" data-num>
            {says.share}
          </th>
          <th scope="col" data-num>
            {says.completed}
          </th>
          <th scope="col" data-num>
            {says.due}
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.month}>
            <th scope="row">{monthAndYear(column.month, format)}</th>
            <td data-num>{column.share === null ? says.noShare : format.percent(column.share)}</td>
            <td data-num>{column.completed === null ? says.noShare : format.number(column.completed)}</td>
            <td data-num>{column.due === null ? says.noShare : format.number(column.due)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
