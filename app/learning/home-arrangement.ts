import { addPeriod, civilDate, daysBetween, parsePeriod } from "#app/domain/calendar";
import { maximumRings } from "#app/ui/year-wheel-geometry";
import type { HomeItem, HomeView } from "./home-view";

/** An item with the number that its row and its ring share. */
export interface NumberedItem extends HomeItem {
  readonly number: number;
  /** On the year wheel, so that its row can lift its ring. */
  readonly onWheel: boolean;
}

export interface HomeArrangement {
  /** The one thing to do next, then what else is to be done, most urgent first. */
  readonly next: NumberedItem | null;
  readonly also: readonly NumberedItem[];
  /** Due within three months, nothing to do yet. */
  readonly coming: readonly NumberedItem[];
  readonly current: readonly NumberedItem[];
  /** Exempt or away: nothing waits, so it has no number and no ring. */
  readonly paused: readonly HomeItem[];
  readonly rings: readonly NumberedItem[];
  /** Everything that has a number. */
  readonly listed: number;
  /** How many of those required today, less paused, are valid. */
  readonly valid: number;
  readonly required: number;
  /** Minutes of everything there is to do. */
  readonly minutes: number;
  readonly late: number;
  /** Nothing was ever completed, and something waits. */
  readonly firstDay: boolean;
}

const ahead = parsePeriod("P3M");

export function isPaused(item: HomeItem): boolean {
  return item.status === "exempt" || item.status === "leave";
}

export function isLate(item: HomeItem, today: string): boolean {
  return item.task !== "none" && (item.status === "overdue" || (item.dueOn !== null && item.dueOn < today));
}

/** Nearest due date first; what has none comes last. Equal dates go by title, so that the order never wavers. */
function byDueDate(a: HomeItem, b: HomeItem): number {
  if (a.dueOn !== b.dueOn) {
    if (a.dueOn === null) return 1;
    if (b.dueOn === null) return -1;
    return a.dueOn < b.dueOn ? -1 : 1;
  }
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}

/**
 * Sorts what a person has into the lists of "my training" and numbers it: what is late, what is due, what comes, what
 * is current. The same numbers stand on the wheel, which has room for six.
 */
export function arrangeHome(view: Pick<HomeView, "today" | "items">): HomeArrangement {
  const { today } = view;
  const horizon = addPeriod(civilDate(today), ahead);
  const active = view.items.filter((item) => !isPaused(item)).sort(byDueDate);
  const todo = active
    .filter((item) => item.task !== "none")
    .sort((a, b) => Number(isLate(b, today)) - Number(isLate(a, today)));
  const idle = active.filter((item) => item.task === "none");
  const soon = idle.filter((item) => item.dueOn !== null && item.dueOn <= horizon);
  const rest = idle.filter((item) => !soon.includes(item));

  const ordered = [...todo, ...soon, ...rest];
  const ringed = new Set(ordered.filter((item) => item.dueOn !== null).slice(0, maximumRings));
  const numbered = ordered.map((item, place) => ({ ...item, number: place + 1, onWheel: ringed.has(item) }));
  const required = active.filter((item) => item.required);
  return {
    next: numbered[0] && todo.length > 0 ? numbered[0] : null,
    also: numbered.slice(1, Math.max(1, todo.length)),
    coming: numbered.slice(todo.length, todo.length + soon.length),
    current: numbered.slice(todo.length + soon.length),
    paused: view.items.filter(isPaused).sort(byDueDate),
    rings: numbered.filter((item) => item.onWheel),
    listed: numbered.length,
    valid: required.filter((item) => item.valid).length,
    required: required.length,
    minutes: todo.reduce((sum, item) => sum + item.minutes, 0),
    late: todo.filter((item) => isLate(item, today)).length,
    firstDay: todo.length > 0 && view.items.every((item) => item.completedOn === null),
  };
}

/** How far a date is from today (negative: ago) as a person would say it: days for four weeks, weeks, then years. */
export function distanceTo(
  today: string,
  date: string,
): { readonly unit: "days" | "weeks" | "years"; readonly count: number } {
  const days = daysBetween(civilDate(today), civilDate(date));
  if (Math.abs(days) < 28) return { unit: "days", count: days };
  if (days < 730) return { unit: "weeks", count: Math.trunc(days / 7) };
  return { unit: "years", count: Math.trunc(days / 365) };
}
