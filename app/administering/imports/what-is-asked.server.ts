/** Which modules somebody would be asked to do, by the requirements and where they would be: for showing beforehand. */
import { type Audience, type Circumstances, isInAudience } from "#app/domain/audience";
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import type { Employment, Stretch } from "#app/ledger/careers";
import type { PersonChange } from "#app/ledger/people";
import type { Reader } from "#db/connect";
import { type DepartmentLines, loadCareers, loadDepartmentLines } from "#db/queries/circumstances";
import type { CurrentPerson } from "./people-changes";
import type { PeopleOptions } from "./people-options";
import type { PlannedRow } from "./plan-people";

interface Requirement {
  readonly moduleId: string;
  readonly audience: Audience;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** Where somebody works on a day. */
interface Place {
  readonly departmentId: string;
  readonly employment: Employment | null;
  readonly since: CivilDate;
}

function holdsOn({ from, to }: { from: CivilDate; to: CivilDate | null }, on: CivilDate): boolean {
  return compareDates(from, on) <= 0 && (to === null || compareDates(on, to) <= 0);
}

function sinceOf(employments: readonly Stretch<Employment>[], on: CivilDate): CivilDate {
  let since = on;
  for (const { from, to } of [...employments].sort((a, b) => compareDates(b.from, a.from))) {
    if (compareDates(from, since) <= 0 && (to === null || compareDates(addDays(to, 1), since) >= 0)) since = from;
  }
  return since;
}

function placeOn(person: CurrentPerson, on: CivilDate): Place | null {
  const membership = person.memberships.find((row) => holdsOn(row, on));
  if (!membership) return null;
  const employment = person.employments.find((row) => holdsOn(row, on));
  return {
    departmentId: membership.value,
    employment: employment?.value ?? null,
    since: sinceOf(person.employments, on),
  };
}

/** Where somebody would be on a day, were these changes recorded. */
function placeAfter(before: Place | null, changes: readonly PersonChange[], on: CivilDate): Place | null {
  let departmentId = before?.departmentId ?? null;
  let employment = before?.employment ?? null;
  let since = before?.since ?? on;
  for (const change of changes) {
    if (change.type === "joins" && compareDates(change.from, on) <= 0) departmentId = change.departmentId;
    if (change.type === "employed" && compareDates(change.from, on) <= 0) {
      const { entityId, siteId, kind, title, managerId } = change;
      if (employment === null) since = change.from;
      employment = { entityId, siteId, kind, title, managerId };
    }
    if (change.type === "leaves" && compareDates(change.to, on) < 0) return null;
  }
  return departmentId === null ? null : { departmentId, employment, since };
}

/** The day by which one asks: the day it takes effect, or that of joining if it is later. */
function dayOf(planned: PlannedRow, from: CivilDate): CivilDate {
  let day = from;
  for (const change of planned.plan?.changes ?? []) {
    if ((change.type === "joins" || change.type === "employed") && compareDates(change.from, day) > 0)
      day = change.from;
  }
  return day;
}

/** Evaluates requirements on the company as it would be. */
export class Asking {
  readonly #requirements: readonly Requirement[];
  readonly #lines: DepartmentLines;
  readonly #countries: ReadonlyMap<string, string>;
  readonly #newLines: ReadonlyMap<string, readonly string[]>;
  readonly #from: CivilDate;
  readonly minutes: ReadonlyMap<string, number>;

  private constructor(parts: {
    requirements: readonly Requirement[];
    lines: DepartmentLines;
    countries: ReadonlyMap<string, string>;
    newLines: ReadonlyMap<string, readonly string[]>;
    minutes: ReadonlyMap<string, number>;
    from: CivilDate;
  }) {
    this.#requirements = parts.requirements;
    this.#lines = parts.lines;
    this.#countries = parts.countries;
    this.#newLines = parts.newLines;
    this.#from = parts.from;
    this.minutes = parts.minutes;
  }

  static async open(db: Reader, { from, places }: PeopleOptions): Promise<Asking> {
    const rows = await db
      .selectFrom("requirement")
      .select(["module_id", "audience", "from_on", "to_on"])
      .where("withdrawn_at", "is", null)
      .execute();
    const modules = await db.selectFrom("module").select(["id", "minutes"]).execute();
    const sites = await db
      .selectFrom("site")
      .innerJoin("entity", "entity.id", "site.entity_id")
      .select(["site.id", "site.country", "entity.country as entity_country"])
      .execute();
    const entities = await db.selectFrom("entity").select(["id", "country"]).execute();
    const countryOf = new Map([...entities, ...places.newEntities].map((entity) => [entity.id, entity.country]));
    const countries = new Map(sites.map((site) => [site.id, site.country ?? site.entity_country]));
    for (const site of places.newSites) countries.set(site.id, countryOf.get(site.entityId) ?? "");
    const lines = await loadDepartmentLines(db);
    const newLines = new Map<string, readonly string[]>();
    for (const { id, parentId } of places.newDepartments) {
      const above =
        parentId === null
          ? []
          : (newLines.get(parentId) ?? lines(parentId).find((line) => holdsOn(line, from))?.value ?? []);
      newLines.set(id, [id, ...above]);
    }
    return new Asking({
      requirements: rows.map((row) => ({
        moduleId: row.module_id,
        audience: JSON.parse(row.audience) as Audience,
        from: row.from_on as CivilDate,
        to: row.to_on as CivilDate | null,
      })),
      lines,
      countries,
      newLines,
      minutes: new Map(modules.map((module) => [module.id, module.minutes])),
      from,
    });
  }

  #modules(place: Place | null, on: CivilDate, rest: Pick<Circumstances, "roles" | "responsibilities">): Set<string> {
    const asked = new Set<string>();
    if (place === null) return asked;
    const { departmentId, employment, since } = place;
    const line = this.#newLines.get(departmentId) ?? this.#lines(departmentId).find((one) => holdsOn(one, on))?.value;
    const now: Circumstances = {
      departments: line ?? [departmentId],
      employment: employment && {
        entity: employment.entityId,
        site: employment.siteId,
        country: this.#countries.get(employment.siteId) ?? "",
        kind: employment.kind,
        title: employment.title,
        manager: employment.managerId,
        since,
      },
      ...rest,
    };
    for (const { moduleId, audience, from, to } of this.#requirements) {
      if (!asked.has(moduleId) && holdsOn({ from, to }, on) && isInAudience(audience, now)) asked.add(moduleId);
    }
    return asked;
  }

  /** The modules that each of these would be asked and is not yet, by line. */
  async of(db: Reader, planned: readonly PlannedRow[], people: ReadonlyMap<string, CurrentPerson>) {
    const ids = planned.flatMap((row) => (row.personId !== null && people.has(row.personId) ? [row.personId] : []));
    const careers = await loadCareers(db, ids, this.#lines);
    const asked = new Map<number, string[]>();
    for (const row of planned) {
      if (!row.plan || row.plan.changes.length === 0 || row.personId === null) continue;
      const on = dayOf(row, this.#from);
      const person = people.get(row.personId);
      const career = careers.get(row.personId);
      const rest = {
        roles: (career?.roles ?? []).filter((one) => holdsOn(one, on)).map((one) => one.value),
        responsibilities: (career?.responsibilities ?? []).filter((one) => holdsOn(one, on)).map((one) => one.value),
      };
      const before = person ? placeOn(person, on) : null;
      const had = this.#modules(before, on, rest);
      const will = this.#modules(placeAfter(before, row.plan.changes, on), on, rest);
      asked.set(
        row.line,
        [...will].filter((moduleId) => !had.has(moduleId)),
      );
    }
    return asked;
  }
}
