/** What the list of people is narrowed and sorted by, read from and written to the address. */
export const presences = ["present", "coming", "left"] as const;
export type Presence = (typeof presences)[number];

export const peopleSorts = ["name", "number", "from"] as const;
export type PeopleSort = (typeof peopleSorts)[number];

export const employmentKinds = ["employee", "temporary", "contractor"] as const;
export type EmploymentKind = (typeof employmentKinds)[number];

export interface PeopleQuery {
  readonly search: string;
  readonly departmentId: string | null;
  readonly siteId: string | null;
  readonly kind: EmploymentKind | null;
  readonly presence: Presence;
  readonly sort: PeopleSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

export const everybody: PeopleQuery = {
  search: "",
  departmentId: null,
  siteId: null,
  kind: null,
  presence: "present",
  sort: "name",
  descending: false,
  page: 1,
};

export const peoplePath = "/admin/people";
export const longestSearch = 100;

/** Reads an address; what is missing or unknown in it falls back to `everybody`. */
export function peopleQueryFrom(parameters: URLSearchParams): PeopleQuery {
  const page = Number(parameters.get("page") ?? "1");
  const oneOf = <Value extends string>(values: readonly Value[], name: string) =>
    values.find((value) => value === parameters.get(name));
  return {
    search: (parameters.get("q") ?? "").trim().slice(0, longestSearch),
    departmentId: parameters.get("department") || null,
    siteId: parameters.get("site") || null,
    kind: oneOf(employmentKinds, "kind") ?? null,
    presence: oneOf(presences, "state") ?? everybody.presence,
    sort: oneOf(peopleSorts, "sort") ?? everybody.sort,
    descending: parameters.get("order") === "descending",
    page: Number.isSafeInteger(page) && page >= 1 && page < 1e6 ? page : 1,
  };
}

/** The address of a list: what is as in `everybody` is left out. */
export function peopleHref(query: PeopleQuery): string {
  const parameters = new URLSearchParams();
  if (query.search !== "") parameters.set("q", query.search);
  if (query.departmentId !== null) parameters.set("department", query.departmentId);
  if (query.siteId !== null) parameters.set("site", query.siteId);
  if (query.kind !== null) parameters.set("kind", query.kind);
  if (query.presence !== everybody.presence) parameters.set("state", query.presence);
  if (query.sort !== everybody.sort) parameters.set("sort", query.sort);
  if (query.descending) parameters.set("order", "descending");
  if (query.page !== 1) parameters.set("page", String(query.page));
  return `${peoplePath}?${parameters.toString()}`;
}

/** The same list sorted by a column; once more turns the order round. */
export function sortedBy(query: PeopleQuery, sort: PeopleSort): PeopleQuery {
  return { ...query, sort, descending: query.sort === sort && !query.descending, page: 1 };
}
