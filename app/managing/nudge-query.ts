/**
 * What the list of who needs a nudge is filtered and sorted by, read from and written to the address,
 * so that a list can be shared as a link and works without script.
 */

/**
 * `all`: everybody with something to do today. `overdue`: past its date. `week`, `month`: due within 7 or 30 days,
 * today included, and not overdue.
 */
export const nudgeStates = ["all", "overdue", "week", "month"] as const;
export type NudgeState = (typeof nudgeStates)[number];

export const nudgeSorts = ["person", "module", "due"] as const;
export type NudgeSort = (typeof nudgeSorts)[number];

export interface NudgeQuery {
  /** The part of the company that the whole overview shows; null: the first that its reader manages. */
  readonly scopeId: string | null;
  /** Words looked for in the person's and the module's name; empty: no search. */
  readonly search: string;
  readonly departmentId: string | null;
  readonly moduleId: string | null;
  readonly state: NudgeState;
  readonly sort: NudgeSort;
  readonly order: "ascending" | "descending";
  /** From 1. */
  readonly page: number;
  /** On one long page, for printing. */
  readonly whole: boolean;
}

/** Most urgent first: the oldest due date on top. */
export const everyNudge: NudgeQuery = {
  scopeId: null,
  search: "",
  departmentId: null,
  moduleId: null,
  state: "all",
  sort: "due",
  order: "ascending",
  page: 1,
  whole: false,
};

/** The longest search that is looked for; the rest of a longer one is ignored. */
export const longestSearch = 100;

function oneOf<T extends string>(known: readonly T[], value: string | null, otherwise: T): T {
  return known.find((each) => each === value) ?? otherwise;
}

/** Reads an address. What is missing or unknown in it falls back to `everyNudge`: a list is always shown. */
export function nudgeQueryFrom(parameters: URLSearchParams): NudgeQuery {
  const page = Number(parameters.get("page") ?? "1");
  return {
    scopeId: parameters.get("scope") || null,
    search: (parameters.get("q") ?? "").trim().slice(0, longestSearch),
    departmentId: parameters.get("department") || null,
    moduleId: parameters.get("module") || null,
    state: oneOf(nudgeStates, parameters.get("state"), everyNudge.state),
    sort: oneOf(nudgeSorts, parameters.get("sort"), everyNudge.sort),
    order: parameters.get("order") === "descending" ? "descending" : "ascending",
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
    whole: parameters.get("rows") === "all",
  };
}

/** Writes an address (`?department=...#nudges`): what is as in `everyNudge` is left out, so that one list has one address. An empty anchor leads to the top. */
export function nudgeHref(query: NudgeQuery, anchor: string): string {
  const parameters = new URLSearchParams();
  if (query.scopeId !== null) parameters.set("scope", query.scopeId);
  if (query.search !== "") parameters.set("q", query.search);
  if (query.departmentId !== null) parameters.set("department", query.departmentId);
  if (query.moduleId !== null) parameters.set("module", query.moduleId);
  if (query.state !== everyNudge.state) parameters.set("state", query.state);
  if (query.sort !== everyNudge.sort) parameters.set("sort", query.sort);
  if (query.order !== everyNudge.order) parameters.set("order", query.order);
  if (query.whole) parameters.set("rows", "all");
  if (query.page !== everyNudge.page) parameters.set("page", String(query.page));
  return `?${parameters.toString()}${anchor === "" ? "" : `#${anchor}`}`;
}

/** The same list sorted by a column; once more turns the order round. Starts again from the first page. */
export function sortedBy(query: NudgeQuery, sort: NudgeSort): NudgeQuery {
  const again = query.sort === sort && query.order === "ascending";
  return { ...query, sort, order: again ? "descending" : "ascending", page: 1 };
}

export function isFiltered(query: NudgeQuery): boolean {
  return query.search !== "" || query.departmentId !== null || query.moduleId !== null || query.state !== "all";
}

/** The same sorting with every filter taken away. */
export function withoutFilters(query: NudgeQuery): NudgeQuery {
  return { ...everyNudge, scopeId: query.scopeId, sort: query.sort, order: query.order };
}
