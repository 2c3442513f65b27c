/** The curve of what is remembered as SVG paths. Days go across, shares up. */
import type { RetentionPoint } from "#app/domain/retention";

export const frame = { width: 350, height: 150, left: 30, right: 336, top: 10, bottom: 122 } as const;

export interface MemoryScale {
  /** Days to the right end. */
  readonly days: number;
  readonly dayTicks: readonly number[];
  readonly shareTicks: readonly number[];
  x(day: number): number;
  y(share: number): number;
}

const steps = [30, 60, 90, 120, 180, 240, 365];

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Scales on which every point can be seen: from half a year on, and from 60 % or less up to all. */
export function memoryScale(points: readonly RetentionPoint[], everyDays: number | null): MemoryScale {
  const longest = Math.max(180, everyDays ?? 0, ...points.map(({ day }) => day));
  const step = steps.find((each) => longest / each <= 4) ?? 365;
  const days = Math.ceil(longest / step) * step;
  const lowest = Math.min(0.6, ...points.map(({ low }) => low));
  const floor = Math.max(0, Math.floor(lowest * 5) / 5 - (lowest < 0.6 ? 0 : 0.1));
  const shareTicks = [1, 0.8, 0.6, 0.4, 0.2, 0].filter((tick) => tick >= floor - 1e-9);
  return {
    days,
    dayTicks: Array.from({ length: days / step + 1 }, (_, place) => place * step),
    shareTicks,
    x: (day) => tenths(frame.left + (Math.min(day, days) / days) * (frame.right - frame.left)),
    y: (share) => tenths(frame.bottom - ((share - floor) / (1 - floor)) * (frame.bottom - frame.top)),
  };
}

/** The evened curve as a line. */
export function curvePath(points: readonly RetentionPoint[], { x, y }: MemoryScale): string {
  return points.map(({ day, fitted }, place) => `${place === 0 ? "M" : "L"}${x(day)} ${y(fitted)}`).join("");
}

/** What lies between the ends of the intervals. */
export function bandPath(points: readonly RetentionPoint[], { x, y }: MemoryScale): string {
  if (points.length === 0) return "";
  const over = points.map(({ day, high }) => `${x(day)} ${y(high)}`);
  const under = points.map(({ day, low }) => `${x(day)} ${y(low)}`).reverse();
  return `M${[...over, ...under].join("L")}Z`;
}
