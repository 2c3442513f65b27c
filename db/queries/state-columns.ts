import type { Database } from "../schema";

/** The states that are counted; of who is not required there is no count. The order is that of a `CountVector`. */
export const countedStates = [
  "assigned",
  "overdue",
  "lapsed",
  "current",
  "refresher-open",
  "refresher-overdue",
  "exempt",
  "on-leave",
] as const;

export type CountedState = (typeof countedStates)[number];

export type StateColumn = Exclude<keyof Database["standing_count"], "department_id" | "module_id" | "counted_on">;

/** The column of `standing_count` that holds a state's count. */
export const columnOf: Readonly<Record<CountedState, StateColumn>> = {
  assigned: "assigned",
  overdue: "overdue",
  lapsed: "lapsed",
  current: "current",
  "refresher-open": "refresher_open",
  "refresher-overdue": "refresher_overdue",
  exempt: "exempt",
  "on-leave": "on_leave",
};

export const stateColumns: readonly StateColumn[] = countedStates.map((state) => columnOf[state]);

/** Stands for all modules together in `standing_count.module_id`: what is asked of whole departments is one row. */
export const allModules = "";

/** A number for each of `countedStates`. */
export type CountVector = readonly number[];

const places: ReadonlyMap<string, number> = new Map(countedStates.map((state, place) => [state, place]));

/** The place of a state in a `CountVector`; undefined: it is not counted. */
export function placeOfState(state: string): number | undefined {
  return places.get(state);
}
