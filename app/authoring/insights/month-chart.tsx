import { goodDifficulty } from "#app/domain/item-analysis";
import { useInsightWords } from "#app/words/areas/insights";
import { useFormat } from "#app/words/context";
import type { QuestionDepth } from "./insights-view";
import { monthNumber, shownMonths } from "./months";

const frame = { width: 480, height: 120, left: 34, right: 470, top: 10, bottom: 92 } as const;
const ticks = [1, 0.5, 0];

function yOf(share: number): number {
  return Math.round((frame.bottom - share * (frame.bottom - frame.top)) * 10) / 10;
}

/** `november 2026` from `2026-11`. */
export function useMonthName(): (month: string) => string {
  const format = useFormat();
  return (month) => `${format.monthName(Number(month.slice(5, 7)))} ${month.slice(0, 4)}`;
}

/**
 * The share right of a question in those of the months until today (civil date) that have enough answers; the good range
 * lies behind it.
 */
export function MonthChart(props: { question: string; months: QuestionDepth["months"]; today: string }) {
  const { question, months, today } = props;
  const words = useInsightWords().depth;
  const format = useFormat();
  const nameOf = useMonthName();
  const { first, last } = shownMonths(today);
  const step = (frame.right - frame.left) / (last - first + 1);
  const xOf = (number: number) => Math.round((frame.left + (number - first + 0.5) * step) * 10) / 10;
  const points = months.map(({ month, share }) => ({ month, x: xOf(monthNumber(month)), y: yOf(share) }));
  const line = points.map(({ x, y }, place) => `${place === 0 ? "M" : "L"}${x} ${y}`).join("");
  const parts = months.map(({ month, share }) => `${nameOf(month)} ${format.percent(share)}`).join(", ");
  return (
    <figure className="InsightChart MonthChart">
      <figcaption>
        <small>{words.months}</small>
      </figcaption>
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={words.monthsLabel(question, parts)}>
        <rect
          className="good"
          x={frame.left}
          y={yOf(goodDifficulty.high)}
          width={frame.right - frame.left}
          height={yOf(goodDifficulty.low) - yOf(goodDifficulty.high)}
        />
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="grid" x1={frame.left} x2={frame.right} y1={yOf(tick)} y2={yOf(tick)} />
            <text x={frame.left - 6} y={yOf(tick) + 4} textAnchor="end">
              {format.number(tick * 100)}
            </text>
          </g>
        ))}
        <path className="curve" d={line} />
        {points.map(({ month, x, y }) => (
          <circle key={month} className="seen" cx={x} cy={y} r="3" />
        ))}
        {Array.from({ length: last - first + 1 }, (_, place) => first + place).map((number) => (
          <text key={number} x={xOf(number)} y={frame.bottom + 18} textAnchor="middle">
            {format.month((number % 12) + 1)}
          </text>
        ))}
      </svg>
    </figure>
  );
}
