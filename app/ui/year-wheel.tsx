import type { ReactNode } from "react";
import type { StatusName } from "./status";
import {
  centre,
  handPath,
  loadBar,
  loadBase,
  monthMark,
  type PinShape,
  type Point,
  pinPath,
  rimRadius,
  ringRadius,
  ringShape,
} from "./year-wheel-geometry";

/** The words of a wheel. `label` is its text alternative and names the list that carries the same numbers. */
interface WheelWords {
  /** Short names, January first. */
  readonly months: readonly string[];
  readonly label: string;
  /** In the middle: a large figure, and what it counts. */
  readonly big?: string | undefined;
  readonly small?: string | undefined;
  /** Only a decoration: assistive technology skips it. */
  readonly decorative?: boolean | undefined;
}

function Frame(props: WheelWords & { now: { month: number; label: string }; children: ReactNode }) {
  const marks = props.months.map((name, place) => ({ name, month: place + 1, ...monthMark(place + 1) }));
  const inside = (
    <>
      <circle className="rim" cx={centre} cy={centre} r={rimRadius} />
      {marks.map((mark) => (
        <path key={mark.month} className="rim" d={mark.tick} />
      ))}
      {marks.map((mark) => {
        const now = mark.month === props.now.month;
        return (
          <text
            key={mark.month}
            className="month"
            data-quarter={mark.month % 3 === 1 ? "" : undefined}
            data-now={now ? "" : undefined}
            data-side={now ? sideOf(mark.month) : undefined}
            x={mark.label.x}
            y={mark.label.y}
          >
            {now ? props.now.label : mark.name}
          </text>
        );
      })}
      {props.children}
      {props.big ? (
        <text className="big" x={centre} y={centre - 8}>
          {props.big}
        </text>
      ) : null}
      {props.small ? (
        <text className="small" x={centre} y={centre + 24}>
          {props.small}
        </text>
      ) : null}
    </>
  );
  return (
    <figure className="YearWheel" aria-hidden={props.decorative || undefined}>
      {props.decorative ? (
        <svg viewBox="14 14 492 492" aria-hidden="true">
          {inside}
        </svg>
      ) : (
        <svg viewBox="14 14 492 492" role="img" aria-label={props.label}>
          {inside}
        </svg>
      )}
    </figure>
  );
}

/** A date is wider than a month's name: to the left and right of the wheel it grows outwards. */
function sideOf(month: number): "start" | "end" | undefined {
  if (month >= 2 && month <= 5) return "start";
  return month >= 8 && month <= 11 ? "end" : undefined;
}

export interface WheelRing {
  /** The same number as in the list. */
  readonly number: number;
  readonly status: StatusName;
  /** Civil date of the completion; null before the first. */
  readonly from: string | null;
  /** Civil date when it is due. */
  readonly due: string;
}

function pinShapeOf(status: StatusName): PinShape {
  if (status === "overdue") return "triangle";
  return status === "due" || status === "changed" ? "diamond" : "circle";
}

function Pin(props: { shape: PinShape; at: Point; number: number | null }) {
  const { at, number, shape } = props;
  const solid = shape === "circle" ? undefined : "";
  return (
    <>
      {shape === "circle" ? (
        <circle className="pin" cx={at.x} cy={at.y} r="10.5" />
      ) : (
        <path className="pin" data-solid={solid} d={pinPath(shape, at)} />
      )}
      {number === null ? null : (
        <text className="pin-n" data-solid={solid} x={at.x} y={shape === "triangle" ? at.y + 3 : at.y + 0.5}>
          {number}
        </text>
      )}
    </>
  );
}

/**
 * One person's year: a ring for each module, nearest outermost, and a hand at today. Hovering or focusing a
 * `[data-row=n]` inside the same `WheelScope` lifts ring n. Give it at most six rings. `solidAhead` draws what lies ahead
 * as the main thing, where nothing has been yet.
 */
export function YearWheel(
  props: WheelWords & {
    today: string;
    todayLabel: string;
    rings: readonly WheelRing[];
    numbered?: boolean;
    solidAhead?: boolean;
  },
) {
  const { today, todayLabel, rings, numbered = true, solidAhead, ...words } = props;
  const hand = handPath(today);
  return (
    <Frame {...words} now={{ month: Number(today.slice(5, 7)), label: todayLabel }}>
      {rings.map((ring, place) => {
        const shape = ringShape({ from: ring.from, due: ring.due }, today, place);
        return (
          <g key={ring.number} data-m={ring.number} data-status={ring.status}>
            <circle className="track" cx={centre} cy={centre} r={ringRadius(place)} />
            {shape.ahead ? <path className={solidAhead ? "arc" : "arc ahead"} pathLength="1" d={shape.ahead} /> : null}
            {shape.past ? <path className="arc" pathLength="1" d={shape.past} /> : null}
            <Pin shape={pinShapeOf(ring.status)} at={shape.pin} number={numbered ? ring.number : null} />
          </g>
        );
      })}
      <path className="hand" d={hand.path} />
      <circle className="hub" cx={hand.hub.x} cy={hand.hub.y} r="5" />
    </Frame>
  );
}

/** A company's year: a bar for each month, as long as what falls due in it, always with its figure. */
export function LoadWheel(
  props: WheelWords & {
    /** Twelve counts, January first. */
    loads: readonly number[];
    /** 1 to 12. */
    currentMonth: number;
    format: (count: number) => string;
  },
) {
  const { loads, currentMonth, format, ...words } = props;
  const largest = Math.max(0, ...loads);
  const months = loads.map((load, place) => ({ load, month: place + 1, ...loadBar(place + 1, load, largest) }));
  return (
    <Frame {...words} now={{ month: currentMonth, label: words.months[currentMonth - 1] ?? "" }}>
      <circle className="track" cx={centre} cy={centre} r={loadBase - 4} />
      {months.map((bar) => (
        <g key={bar.month}>
          <path className={bar.month === currentMonth ? "load now" : "load"} d={bar.path} />
          <text x={bar.label.x} y={bar.label.y}>
            {format(bar.load)}
          </text>
        </g>
      ))}
    </Frame>
  );
}
