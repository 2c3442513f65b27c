/** Reads of where people work, as what, and what they answer for: what audiences are evaluated on. */
import type { AudienceRole, Career, Dated } from "#app/domain/audience";
import type { AudienceNeeds } from "#app/domain/audience-needs";
import type { CivilDate } from "#app/domain/calendar";
import { departmentLines, type Placement, placedMemberships } from "#app/domain/department-lines";
import type { Reader } from "../connect";
import { padded } from "./padded";
import { reusable } from "./reusable";

/** For a department itself and all above it, nearest first, by day. */
export type DepartmentLines = ReturnType<typeof departmentLines>;

/** Changes where departments stand (`parents`) and gives where they would have stood. */
export type Elsewhere = (parents: Map<string, string | null>, placements: readonly Placement[]) => readonly Placement[];

/** Reads where departments stand, and stood; or would, with `elsewhere`. */
export async function loadDepartmentLines(
  db: Reader,
  elsewhere: Elsewhere = (_parents, placements) => placements,
): Promise<DepartmentLines> {
  const departments = await db.selectFrom("department").select(["id", "parent_id"]).execute();
  const placements = await db
    .selectFrom("department_placement")
    .select(["department_id", "parent_id", "from_on", "to_on"])
    .execute();
  const parents = new Map(departments.map((row) => [row.id, row.parent_id]));
  const placed = placements.map((row) => ({
    departmentId: row.department_id,
    parentId: row.parent_id,
    from: row.from_on as CivilDate,
    to: row.to_on as CivilDate | null,
  }));
  const stood = elsewhere(parents, placed);
  return departmentLines(parents, stood);
}

type Ids = readonly string[];

const memberships = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("membership")
    .select(["person_id", "department_id", "from_on", "to_on"])
    .where("person_id", "in", people)
    .where("withdrawn_at", "is", null)
    .orderBy("from_on"),
);

const employments = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("employment")
    .innerJoin("site", "site.id", "employment.site_id")
    .innerJoin("entity", "entity.id", "employment.entity_id")
    .select([
      "employment.person_id",
      "employment.entity_id",
      "employment.site_id",
      "employment.kind",
      "employment.title",
      "employment.manager_id",
      "employment.from_on",
      "employment.to_on",
      "site.country as site_country",
      "entity.country as entity_country",
    ])
    .where("employment.person_id", "in", people)
    .where("employment.withdrawn_at", "is", null)
    .orderBy("employment.from_on"),
);

const roles = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("role_grant")
    .select(["person_id", "role", "from_on", "to_on"])
    .where("person_id", "in", people)
    .where("withdrawn_at", "is", null),
);

const holdings = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("holding")
    .select(["person_id", "responsibility_id", "deputy", "from_on", "to_on"])
    .where("person_id", "in", people)
    .where("withdrawn_at", "is", null),
);

const membershipsBetween = reusable((db: Reader, first: string, last: string) =>
  db
    .selectFrom("membership")
    .select(["person_id", "department_id", "from_on", "to_on"])
    .where("person_id", ">=", first)
    .where("person_id", "<=", last)
    .where("withdrawn_at", "is", null)
    .orderBy("person_id")
    .orderBy("from_on"),
);

const employmentsBetween = reusable((db: Reader, first: string, last: string) =>
  db
    .selectFrom("employment")
    .select(["person_id", "entity_id", "site_id", "kind", "title", "manager_id", "from_on", "to_on"])
    .where("person_id", ">=", first)
    .where("person_id", "<=", last)
    .where("withdrawn_at", "is", null)
    .orderBy("person_id")
    .orderBy("from_on"),
);

const rolesBetween = reusable((db: Reader, first: string, last: string) =>
  db
    .selectFrom("role_grant")
    .select(["person_id", "role", "from_on", "to_on"])
    .where("person_id", ">=", first)
    .where("person_id", "<=", last)
    .where("withdrawn_at", "is", null),
);

const holdingsBetween = reusable((db: Reader, first: string, last: string) =>
  db
    .selectFrom("holding")
    .select(["person_id", "responsibility_id", "deputy", "from_on", "to_on"])
    .where("person_id", ">=", first)
    .where("person_id", "<=", last)
    .where("withdrawn_at", "is", null),
);

function dated<Value>(row: { readonly from_on: string; readonly to_on: string | null }, value: Value): Dated<Value> {
  return { from: row.from_on as CivilDate, to: row.to_on as CivilDate | null, value };
}

interface OpenCareer {
  memberships: Dated<readonly string[]>[];
  employments: Career["employments"][number][];
  roles: Dated<AudienceRole>[];
  responsibilities: Dated<{ id: string; deputy: boolean }>[];
}

/** What is recorded of the careers of these people, in a few queries whatever their number; everyone has an entry. */
export async function loadCareers(db: Reader, people: Ids, linesOf: DepartmentLines): Promise<Map<string, Career>> {
  return await loadCareersFor(db, people, linesOf, { employments: true, roles: true, responsibilities: true });
}

type RowsOf<Read extends (...given: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<Read>>;

function placeMemberships(
  careers: ReadonlyMap<string, OpenCareer>,
  rows: RowsOf<typeof memberships>,
  linesOf: DepartmentLines,
): void {
  for (const row of rows) {
    careers.get(row.person_id)?.memberships.push(...placedMemberships(dated(row, row.department_id), linesOf));
  }
}

function giveRoles(careers: ReadonlyMap<string, OpenCareer>, rows: RowsOf<typeof roles>): void {
  for (const row of rows) careers.get(row.person_id)?.roles.push(dated(row, row.role));
}

function giveHoldings(careers: ReadonlyMap<string, OpenCareer>, rows: RowsOf<typeof holdings>): void {
  for (const row of rows) {
    const holding = { id: row.responsibility_id, deputy: row.deputy === 1 };
    careers.get(row.person_id)?.responsibilities.push(dated(row, holding));
  }
}

function careersOf(people: Ids): Map<string, OpenCareer> {
  return new Map(people.map((id) => [id, { memberships: [], employments: [], roles: [], responsibilities: [] }]));
}

/** The same, only with what some audiences ask about. */
export async function loadCareersFor(
  db: Reader,
  people: Ids,
  linesOf: DepartmentLines,
  needs: AudienceNeeds,
): Promise<Map<string, Career>> {
  const wanted = padded(people);
  const careers = careersOf(people);
  placeMemberships(careers, await memberships(db, wanted), linesOf);
  for (const row of needs.employments ? await employments(db, wanted) : []) {
    careers.get(row.person_id)?.employments.push(
      dated(row, {
        entity: row.entity_id,
        site: row.site_id,
        country: row.site_country ?? row.entity_country,
        kind: row.kind,
        title: row.title,
        manager: row.manager_id,
      }),
    );
  }
  if (needs.roles) giveRoles(careers, await roles(db, wanted));
  if (needs.responsibilities) giveHoldings(careers, await holdings(db, wanted));
  return careers;
}

/** What many people's careers are read with. */
export interface CareerPlaces {
  readonly linesOf: DepartmentLines;
  readonly entityCountries: ReadonlyMap<string, string>;
  /** Null: that of the entity. */
  readonly siteCountries: ReadonlyMap<string, string | null>;
}

/** Reads where departments stand and in which countries sites and entities lie. */
export async function loadCareerPlaces(db: Reader): Promise<CareerPlaces> {
  const entities = await db.selectFrom("entity").select(["id", "country"]).execute();
  const sites = await db.selectFrom("site").select(["id", "country"]).execute();
  return {
    linesOf: await loadDepartmentLines(db),
    entityCountries: new Map(entities.map((row) => [row.id, row.country])),
    siteCountries: new Map(sites.map((row) => [row.id, row.country])),
  };
}

/**
 * The same for people who follow one another by id: for whoever goes through everybody.
 *
 * @param people every person from the first to the last of them, in the order of their ids
 */
export async function loadCareersInRow(
  db: Reader,
  people: Ids,
  { linesOf, entityCountries, siteCountries }: CareerPlaces,
  needs: AudienceNeeds,
): Promise<Map<string, Career>> {
  const careers = careersOf(people);
  const [first, last] = [people[0], people.at(-1)];
  if (first === undefined || last === undefined) return careers;
  placeMemberships(careers, await membershipsBetween(db, first, last), linesOf);
  for (const row of needs.employments ? await employmentsBetween(db, first, last) : []) {
    careers.get(row.person_id)?.employments.push(
      dated(row, {
        entity: row.entity_id,
        site: row.site_id,
        country: siteCountries.get(row.site_id) ?? entityCountries.get(row.entity_id) ?? "",
        kind: row.kind,
        title: row.title,
        manager: row.manager_id,
      }),
    );
  }
  if (needs.roles) giveRoles(careers, await rolesBetween(db, first, last));
  if (needs.responsibilities) giveHoldings(careers, await holdingsBetween(db, first, last));
  return careers;
}
