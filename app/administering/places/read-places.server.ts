import type { CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { can, company, mustBeAble } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { zones } from "#app/platform/local-time";
import { type Language, locales } from "#app/words/language";
import type { Reader } from "#db/connect";
import { findEntities, findSites } from "#db/queries/directory";
import { findOrganisation } from "#db/queries/organisation";
import type { SignedIn } from "#db/queries/people";
import { countStaff, findEntity, findHolidays, findSite } from "#db/queries/places";
import { readHistory } from "../read-history.server";
import type { EntityView, ListedSite, PlacesView, SiteView } from "./places-view";

interface Visiting {
  readonly language: Language;
  readonly today: CivilDate;
}

function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([locales[language]], { type: "region", fallback: "code" }).of(code) ?? code;
}

async function listedSites(db: Reader, { language, today }: Visiting): Promise<(ListedSite & { entityId: string })[]> {
  const staff = await countStaff(db, today);
  return (await findSites(db)).map((site) => ({
    id: site.id,
    entityId: site.entity_id,
    name: site.name,
    zone: site.zone,
    country: countryName(site.country ?? site.entity_country, language),
    people: staff.get(site.id) ?? 0,
    closedOn: site.closed_on,
  }));
}

/** Every legal entity with its sites. */
export async function readPlaces(deps: Pick<Deps, "db">, reader: SignedIn, visit: Visiting): Promise<PlacesView> {
  mustBeAble(reader, "see-directory", company);
  const db = deps.db.read;
  const sites = await listedSites(db, visit);
  const entities = await findEntities(db);
  return {
    entities: entities.map((entity) => ({
      id: entity.id,
      name: entity.name,
      country: countryName(entity.country, visit.language),
      closedOn: entity.closed_on,
      sites: sites.filter((site) => site.entityId === entity.id),
    })),
    choices: openChoices(entities),
    zones,
    zone: (await findOrganisation(db))?.zone ?? "Europe/Stockholm",
    canChange: can(reader, "manage-organisation", company),
  };
}

function openChoices(entities: Awaited<ReturnType<typeof findEntities>>) {
  return entities
    .filter((entity) => entity.closed_on === null)
    .map((entity) => ({ value: entity.id, label: entity.name }));
}

/** One legal entity. @throws DomainError not-found */
export async function readEntity(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  visit: Visiting,
  id: string,
): Promise<EntityView> {
  mustBeAble(reader, "see-directory", company);
  const db = deps.db.read;
  const entity = await findEntity(db, id);
  if (!entity) throw new DomainError("not-found", `There is no entity ${id}`);
  return {
    id,
    name: entity.name,
    country: entity.country,
    closedOn: entity.closed_on,
    sites: (await listedSites(db, visit)).filter((site) => site.entityId === id),
    history: await readHistory(db, id, { language: visit.language, zone: reader.zone }),
    today: visit.today,
    canChange: can(reader, "manage-organisation", company),
  };
}

/** One site with the holidays of a year. @throws DomainError not-found */
export async function readSite(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  visit: Visiting,
  id: string,
  year: number,
): Promise<SiteView> {
  mustBeAble(reader, "see-directory", company);
  const db = deps.db.read;
  const site = await findSite(db, id);
  const entity = site && (await findEntity(db, site.entity_id));
  if (!site || !entity) throw new DomainError("not-found", `There is no site ${id}`);
  return {
    id,
    name: site.name,
    entityId: entity.id,
    entity: entity.name,
    zone: site.zone,
    country: site.country ?? "",
    countryName: countryName(site.country ?? entity.country, visit.language),
    people: (await countStaff(db, visit.today)).get(id) ?? 0,
    closedOn: site.closed_on,
    year,
    holidays: (await findHolidays(db, id, year)).map((row) => ({ on: row.on_day, name: row.name })),
    hasLastYear: (await findHolidays(db, id, year - 1)).length > 0,
    choices: openChoices(await findEntities(db)),
    zones,
    history: await readHistory(db, id, { language: visit.language, zone: reader.zone }),
    today: visit.today,
    canChange: can(reader, "manage-organisation", company),
  };
}
