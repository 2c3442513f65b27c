/**
 * Geometry of the year wheel: January at twelve o'clock, clockwise, in a box of 520 by 520. Pure functions from civil
 * dates (`YYYY-MM-DD`) to SVG coordinates and paths; degrees are clockwise from twelve o'clock.
 */

export const centre = 260;
/** The rim outside the rings, with the ticks of the months. */
export const rimRadius = 206;
/** How many rings there is room for: the nearest ones are shown, the rest are only listed. */
export const maximumRings = 6;

const dayLength = 86_400_000;

function utc(civilDate: string): Date {
  return new Date(`${civilDate}T00:00:00Z`);
}

function yearOf(civilDate: string): number {
  return utc(civilDate).getUTCFullYear();
}

export function daysInYear(year: number): 365 | 366 {
  return (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / dayLength === 366 ? 366 : 365;
}

/** 1 January is 0. */
export function dayOfYear(civilDate: string): number {
  return (utc(civilDate).getTime() - Date.UTC(yearOf(civilDate), 0, 1)) / dayLength;
}

/** Where a day stands on the wheel, 0 to 360. */
export function angleOf(civilDate: string): number {
  return (dayOfYear(civilDate) / daysInYear(yearOf(civilDate))) * 360;
}

/** Degrees from one day on to another, whole turns included; negative when `to` comes first. */
export function sweepBetween(from: string, to: string): number {
  return angleOf(to) - angleOf(from) + (yearOf(to) - yearOf(from)) * 360;
}

/** Radius of ring `place`; 0 is the outermost, for what is due first. */
export function ringRadius(place: number): number {
  return 184 - 22 * place;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

function rounded(value: number): number {
  // `+ 0` makes a negative zero a plain one
  return Math.round(value * 10) / 10 + 0;
}

export function pointAt(degrees: number, radius: number): Point {
  const turn = (degrees * Math.PI) / 180;
  return { x: rounded(centre + radius * Math.sin(turn)), y: rounded(centre - radius * Math.cos(turn)) };
}

/** An arc from `start` on through `sweep` degrees (0 to 360); a whole turn is drawn as two halves. */
export function arcPath(radius: number, start: number, sweep: number): string {
  const from = pointAt(start, radius);
  const arcTo = (degrees: number, large: 0 | 1) => {
    const to = pointAt(degrees, radius);
    return `A${radius} ${radius} 0 ${large} 1 ${to.x} ${to.y}`;
  };
  if (sweep >= 359.9) return `M${from.x} ${from.y}${arcTo(start + 180, 0)}${arcTo(start + 360, 0)}`;
  return `M${from.x} ${from.y}${arcTo(start + sweep, sweep > 180 ? 1 : 0)}`;
}

/** One ring: what has been since `from` (null: nothing yet), and what lies ahead until `due`. */
export interface RingDates {
  readonly from: string | null;
  readonly due: string;
}

export interface RingShape {
  /** Solid, from `from` to today. */
  readonly past: string | null;
  /** Tinted, from today to `due`; nothing once that day has passed. */
  readonly ahead: string | null;
  readonly pin: Point;
}

/**
 * The arcs and the pin of one ring. Both arcs together never exceed one turn: what lies ahead keeps its length, and
 * the oldest of what has been gives way to it.
 */
export function ringShape(dates: RingDates, today: string, place: number): RingShape {
  const radius = ringRadius(place);
  const now = angleOf(today);
  const ahead = Math.min(360, Math.max(0, sweepBetween(today, dates.due)));
  const since = dates.from === null ? 0 : Math.max(0, sweepBetween(dates.from, today));
  const past = Math.min(360 - ahead, since);
  return {
    past: past > 0 ? arcPath(radius, now - past, past) : null,
    ahead: ahead > 0 ? arcPath(radius, now, ahead) : null,
    pin: pointAt(angleOf(dates.due), radius),
  };
}

export type PinShape = "circle" | "diamond" | "triangle";

/** The outline of a pin that is not a circle, around its point. */
export function pinPath(shape: Exclude<PinShape, "circle">, at: Point): string {
  return shape === "diamond"
    ? `M${at.x} ${rounded(at.y - 13)}l13 13-13 13-13-13z`
    : `M${at.x} ${rounded(at.y - 15)}l15 25h-30z`;
}

/** The hand points at today, from near the middle to just outside the rim. */
export function handPath(today: string): { readonly path: string; readonly hub: Point } {
  const angle = angleOf(today);
  const from = pointAt(angle, 58);
  const hub = pointAt(angle, 212);
  return { path: `M${from.x} ${from.y}L${hub.x} ${hub.y}`, hub };
}

/** Where the name of a month (1 to 12) stands, and the tick at its beginning. */
export function monthMark(month: number): { readonly label: Point; readonly tick: string } {
  const from = pointAt((month - 1) * 30, 200);
  const to = pointAt((month - 1) * 30, rimRadius);
  return { label: pointAt((month - 1) * 30 + 15, 228), tick: `M${from.x} ${from.y}L${to.x} ${to.y}` };
}

/** Inner radius of the load bars, which is their zero. */
export const loadBase = 74;
const loadReach = 94;

/** The bar of one month, its length proportional to `value` (0 to `largest`), with the place of its figure. */
export function loadBar(
  month: number,
  value: number,
  largest: number,
): { readonly path: string; readonly label: Point } {
  const outer = rounded(loadBase + (largest > 0 ? (value / largest) * loadReach : 0));
  const start = (month - 1) * 30 + 3;
  const end = month * 30 - 3;
  const corners = [
    pointAt(start, loadBase),
    pointAt(start, outer),
    pointAt(end, outer),
    pointAt(end, loadBase),
  ] as const;
  const path =
    `M${corners[0].x} ${corners[0].y}L${corners[1].x} ${corners[1].y}A${outer} ${outer} 0 0 1 ${corners[2].x} ${corners[2].y}` +
    `L${corners[3].x} ${corners[3].y}A${loadBase} ${loadBase} 0 0 0 ${corners[0].x} ${corners[0].y}z`;
  return { path, label: pointAt((start + end) / 2, outer + 16) };
}
