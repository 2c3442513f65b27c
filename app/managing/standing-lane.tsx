import type { CivilDate } from "#app/domain/calendar";
import { dayNumber } from "#app/domain/calendar";
import { type Lane, type LaneKind, placeOf, stretchesOf } from "./lane";
import type { PersonModule } from "./person-view";

const height = 24;
/** A stretch lies in the middle of the lane; being away fills it. */
const track = { top: 7, height: 10 };

const statusOfKind: Record<Exclude<LaneKind, "away" | "gap">, string> = {
  valid: "current",
  open: "due",
  late: "overdue",
  owed: "due",
  exempt: "exempt",
};

function across(place: number): string {
  return `${Math.round(place * 100) / 100}%`;
}

/**
 * One module's twelve months. Across is in percent of the width, down in pixels, so that nothing is scaled. A picture
 * only: status and reason stand beside it in words.
 */
export function StandingLane(props: { lane: Lane; module: PersonModule; today: CivilDate; hatch: string }) {
  const { lane, module, today, hatch } = props;
  const stretches = stretchesOf(lane, module.spans, module.standing, today);
  const completed = module.completedOn.filter((day) => dayNumber(day) <= dayNumber(today));
  const points = [...new Set(completed.map((day) => placeOf(lane, dayNumber(day))))].filter((place) => place > 0);
  const now = across(placeOf(lane, dayNumber(today)));
  return (
    <svg className="Lane" height={height} aria-hidden="true">
      {lane.months.map((month, place) => (
        <line
          key={month}
          className="month"
          x1={across((place / lane.months.length) * 100)}
          x2={across((place / lane.months.length) * 100)}
          y1="0"
          y2={height}
        />
      ))}
      {stretches.map((stretch) => {
        const place = { x: across(stretch.from), width: across(stretch.to - stretch.from) };
        const key = `${stretch.kind} ${stretch.from}`;
        const ahead = stretch.isAhead ? "" : undefined;
        if (stretch.kind === "away") {
          return <rect key={key} className="away" data-ahead={ahead} {...place} y="0" height={height} fill={hatch} />;
        }
        if (stretch.kind === "gap") {
          return <rect key={key} className="span" data-gap="" {...place} y={track.top} height={track.height} />;
        }
        return (
          <g key={key} data-status={statusOfKind[stretch.kind]}>
            <rect
              className="span"
              data-kind={stretch.kind}
              data-ahead={ahead}
              {...place}
              y={track.top}
              height={track.height}
            />
          </g>
        );
      })}
      {points.map((place) => (
        <circle key={place} className="point" cx={across(place)} cy={height / 2} r="5.5" />
      ))}
      <line className="today" x1={now} x2={now} y1="-6" y2={height + 6} />
    </svg>
  );
}
