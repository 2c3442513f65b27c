/** Where things lie on a lane: twelve calendar months side by side, the last one the month of `today`. */
import { type CivilDate, dayNumber, dayNumberOf, partsOfDay } from "#app/domain/calendar";
import type { StandingState } from "#app/domain/standing";
import type { StandingSpan } from "./person-view";

export interface Lane {
  /** First day shown, as a day number. */
  readonly first: number;
  /** How many days are shown. */
  readonly days: number;
  /** Months 1 to 12, in the order shown, with the place of the first day of each, 0 to 100. */
  readonly months: readonly { readonly month: number; readonly at: number }[];
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
  const startOf = (offset: number) => {
    const index = year * 12 + month - 1 + offset;
    return dayNumberOf(Math.floor(index / 12), (index % 12) + 1, 1);
  };
  const first = startOf(1 - monthsShown);
  const days = startOf(1) - first;
  const months = Array.from({ length: monthsShown }, (_, index) => {
    const start = startOf(index + 1 - monthsShown);
    return { month: partsOfDay(start).month, at: ((start - first) / days) * 100 };
  });
  return { first, days, months };
}

/** The place of the start of a day, held inside the lane. */
export function placeOf(lane: Lane, day: number): number {
  return Math.min(Math.max(((day - lane.first) / lane.days) * 100, 0), 100);
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
  } else if (standing.state !== "not-required") {
    const open = Math.max(begin(standing.opensOn), tomorrow);
    const due = Math.max(after(standing.dueOn), tomorrow);
    const end = Math.max(after(standing.validUntil), tomorrow);
    add("valid", tomorrow, Math.min(open, end), true);
    add("open", open, Math.min(due, end), true);
    add("late", Math.max(due, open), end, true);
  }
  return stretches;
}
