/** Where things lie on a lane: twelve calendar months side by side, the last one the month of `today`. */
import { type CivilDate, type DayNumber, dayNumber, daysInMonth, partsOfDay } from "#app/domain/calendar";
import type { StandingState } from "#app/domain/standing";
import type { StandingSpan } from "./person-view";

export interface Lane {
  /** Months since year 0 of the first one shown. */
  readonly first: number;
  /** The months shown, 1 to 12, in order. Each is as wide as the others. */
  readonly months: readonly number[];
}

/** What a stretch of a lane looks like. */
export type LaneKind = "valid" | "open" | "late" | "owed" | "gap" | "away" | "exempt";

export interface LaneStretch {
  readonly kind: LaneKind;
  /** True for what has not happened yet. */
  readonly isAhead: boolean;
  /** From 0 to 100 of the lane's width. */
  readonly from: number;
  readonly to: number;
}

export const monthsShown = 12;

export function laneOf(today: CivilDate): Lane {
  const { year, month } = partsOfDay(dayNumber(today));
  const first = year * 12 + month - monthsShown;
  return { first, months: Array.from({ length: monthsShown }, (_, index) => ((first + index) % 12) + 1) };
}

/** The place of the start of a day, 0 to 100 of the lane's width, held inside the lane. */
export function placeOf(lane: Lane, day: DayNumber): number {
  if (!Number.isFinite(day)) return day > 0 ? 100 : 0;
  const { year, month, day: date } = partsOfDay(day);
  const months = year * 12 + month - 1 - lane.first + (date - 1) / daysInMonth(year, month);
  return Math.min(Math.max((months / monthsShown) * 100, 0), 100);
}

const kinds: Record<StandingState, LaneKind | null> = {
  "not-required": null,
  assigned: "owed",
  overdue: "gap",
  lapsed: "gap",
  current: "valid",
  "refresher-open": "open",
  "refresher-overdue": "late",
  exempt: "exempt",
  "on-leave": "away",
};

interface Ahead {
  readonly state: StandingState;
  readonly valid: boolean;
  readonly opensOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly validUntil: CivilDate | null;
  readonly nextChangeOn: CivilDate | null;
}

/**
 * The stretches of one lane: what was, up to and including `today`, and then what comes if nothing new happens,
 * as far as the standing's own dates tell.
 */
export function stretchesOf(
  lane: Lane,
  spans: readonly StandingSpan[],
  standing: Ahead,
  today: CivilDate,
): LaneStretch[] {
  const stretches: LaneStretch[] = [];
  const tomorrow = dayNumber(today) + 1;
  const add = (kind: LaneKind | null, from: number, end: number, isAhead: boolean) => {
    const stretch = { kind, isAhead, from: placeOf(lane, from), to: placeOf(lane, end) };
    if (kind !== null && stretch.to > stretch.from) stretches.push({ ...stretch, kind });
  };
  for (const span of spans) {
    const end = span.to === null ? tomorrow : Math.min(dayNumber(span.to) + 1, tomorrow);
    add(kinds[span.state], dayNumber(span.from), end, false);
  }
  const after = (date: CivilDate | null) => (date === null ? Number.POSITIVE_INFINITY : dayNumber(date) + 1);
  const begin = (date: CivilDate | null) => (date === null ? Number.POSITIVE_INFINITY : dayNumber(date));
  if (standing.state === "exempt" || standing.state === "on-leave") {
    // why: what holds after an absence follows from rules that the dates alone do not tell.
    add(kinds[standing.state], tomorrow, begin(standing.nextChangeOn), true);
    return stretches;
  }
  if (standing.state === "assigned") {
    add("owed", tomorrow, after(standing.dueOn), true);
  } else if (standing.valid) {
    const open = Math.max(begin(standing.opensOn), tomorrow);
    const due = Math.max(after(standing.dueOn), tomorrow);
    const end = Math.max(after(standing.validUntil), tomorrow);
    add("valid", tomorrow, Math.min(open, end), true);
    add("open", open, Math.min(due, end), true);
    add("late", Math.max(due, open), end, true);
  }
  return stretches;
}
