/** What can be done to legal entities and sites: made, changed, closed, given holidays. */
import type { CivilDate } from "#app/domain/calendar";
import { isCountry } from "#app/domain/countries";
import { DomainError } from "#app/domain/errors";
import { folded } from "#app/domain/folded";
import { company, mustBeAble } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { isZone } from "#app/platform/local-time";
import { directoryWords } from "#app/words/areas/directory";
import type { Language } from "#app/words/language";
import { enqueue } from "#app/work/queue";
import type { Writer } from "#db/connect";
import { type AuditEvent, insertAuditEvent } from "#db/queries/audit";
import { findEntities, findFullNames, findSites } from "#db/queries/directory";
import type { SignedIn } from "#db/queries/people";
import {
  findEntity,
  findHolidays,
  findSite,
  findStaff,
  insertEntity,
  insertSite,
  replaceHolidays,
  updateEntity,
  updateSite,
} from "#db/queries/places";
import type { Row } from "#db/schema";
import { FormReader, type Taken } from "../form-reader";
import { holidayLines, readHolidayLines, yearLater } from "./holiday-lines";
import { entityPath, placesPath, sitePath } from "./places-view";

export interface Changing {
  readonly deps: Deps;
  readonly reader: SignedIn;
  readonly visit: { readonly now: Date; readonly today: CivilDate; readonly language: Language };
}

/** What a form comes to, once it is written. */
interface Written {
  readonly action: AuditEvent["action"];
  readonly subjectId: string;
  readonly detail: AuditEvent["detail"];
  readonly to: string;
}

interface Change extends Changing {
  readonly tx: Writer;
  readonly form: FormReader;
}

/** What the work gives is noted and gone on to; null, with what is wrong in the form, writes nothing. */
async function inOneTransaction(
  changing: Changing,
  data: FormData,
  work: (change: Change) => Promise<Written | null>,
): Promise<Taken> {
  const { deps, reader, visit } = changing;
  mustBeAble(reader, "manage-organisation", company);
  const form = new FormReader(data);
  const written = await deps.db.write.transaction().execute(async (tx) => {
    const result = await work({ ...changing, tx, form });
    if (result === null) return null;
    const { action, subjectId, detail } = result;
    await insertAuditEvent(tx, { at: instantText(visit.now), actorId: reader.personId, action, subjectId, detail });
    return result;
  });
  if (written === null) return { refused: form.refused() };
  deps.wake();
  return { to: written.to };
}

const unknownIntent = () => new DomainError("invalid", "The form has no intent that is known here");

/** Takes the forms of a new entity and of a new site. */
export async function takeNewPlace(changing: Changing, data: FormData): Promise<Taken> {
  return await inOneTransaction(changing, data, async ({ tx, form, visit }) => {
    const id = newId(visit.now);
    if (form.intent === "create-entity") {
      const entity = await readEntityFields(tx, form, null);
      if (form.isRefused) return null;
      await insertEntity(tx, { id, ...entity });
      return { action: "created-entity", subjectId: id, detail: {}, to: `${placesPath}?done=created` };
    }
    if (form.intent !== "create-site") throw unknownIntent();
    const site = await readSiteFields(tx, form, null);
    if (form.isRefused) return null;
    await insertSite(tx, { id, ...site });
    return { action: "created-site", subjectId: id, detail: {}, to: `${sitePath(id)}?done=created` };
  });
}

function readCountry(form: FormReader, text: string): string {
  const code = text.toUpperCase();
  if (text !== "" && !isCountry(code)) form.refuse("country", "not-a-country", text);
  return code;
}

/** Refuses a name that another open place of the same kind has, however it is written. */
function mustBeOnly(
  form: FormReader,
  name: string,
  present: Pick<Row<"site">, "id"> | null,
  places: readonly Pick<Row<"site">, "id" | "name" | "closed_on">[],
): void {
  const same = places.find((place) => place.closed_on === null && folded(place.name) === folded(name));
  if (same && same.id !== present?.id) form.refuse("name", "name-taken", same.name);
}

async function readEntityFields(tx: Writer, form: FormReader, present: Row<"entity"> | null) {
  const name = form.text("name", 120);
  mustBeOnly(form, name, present, await findEntities(tx));
  return { name, country: readCountry(form, form.text("country", 20)) };
}

async function readSiteFields(tx: Writer, form: FormReader, present: Row<"site"> | null) {
  const name = form.text("name", 120);
  mustBeOnly(form, name, present, await findSites(tx));
  const zone = form.text("zone", 60);
  if (zone !== "" && !isZone(zone)) form.refuse("zone", "not-a-zone", zone);
  const entityId = form.text("entity");
  const entity = await findEntity(tx, entityId);
  if (entityId !== "" && !entity) form.refuse("entity", "not-known");
  if (entity && entity.closed_on !== null && entityId !== present?.entity_id)
    form.refuse("entity", "closed", entity.name);
  const country = readCountry(form, form.optional("country", 20) ?? "");
  return { name, zone, entity_id: entityId, country: country === "" ? null : country };
}

/** Takes a form about a legal entity. @throws DomainError not-found */
export async function takeEntity(changing: Changing, id: string, data: FormData): Promise<Taken> {
  return await inOneTransaction(changing, data, async (change) => {
    const { tx, form, visit } = change;
    const entity = await findEntity(tx, id);
    if (!entity) throw new DomainError("not-found", `There is no entity ${id}`);
    if (form.intent === "change") {
      const set = await readEntityFields(tx, form, entity);
      if (form.isRefused) return null;
      await updateEntity(tx, id, set);
      if (set.country !== entity.country) {
        // Sites with a country of their own are not concerned, but asking costs nothing.
        await assignAgain(
          change,
          (await findSites(tx)).filter((site) => site.entity_id === id).map((site) => site.id),
        );
      }
      return { action: "changed-entity", subjectId: id, detail: {}, to: `${entityPath(id)}?done=changed` };
    }
    if (form.intent !== "close") throw unknownIntent();
    const on = form.pastDate("on", visit.today);
    const open = (await findSites(tx)).filter((site) => site.entity_id === id && site.closed_on === null);
    if (open.length > 0) form.refuse("on", "in-use", open.map((site) => site.name).join(", "));
    await mustBeEmpty(change, { entityId: id }, on);
    if (form.isRefused) return null;
    await updateEntity(tx, id, { closed_on: on });
    return { action: "closed-entity", subjectId: id, detail: { on }, to: `${entityPath(id)}?done=closed` };
  });
}

const namesShown = 5;

async function mustBeEmpty(
  { tx, form, visit }: Change,
  of: { readonly siteId: string } | { readonly entityId: string },
  on: CivilDate,
): Promise<void> {
  const people = await findStaff(tx, of, on);
  if (people.length === 0) return;
  const names = [...(await findFullNames(tx, people.slice(0, namesShown))).values()].join(", ");
  const more = people.length > namesShown ? " …" : "";
  form.refuse("on", "in-use", `${directoryWords[visit.language].people(people.length)} (${names}${more})`);
}

async function assignAgain({ tx, visit }: Change, siteIds: readonly string[]): Promise<void> {
  if (siteIds.length === 0) return;
  const key = `assign-sites:${newId(visit.now)}`;
  await enqueue(tx, visit.now, { key, name: "assign-sites", payload: { siteIds } });
}

/** Takes a form about a site. @throws DomainError not-found */
export async function takeSite(changing: Changing, id: string, data: FormData): Promise<Taken> {
  return await inOneTransaction(changing, data, async (change) => {
    const { tx, form, visit, reader } = change;
    const site = await findSite(tx, id);
    if (!site) throw new DomainError("not-found", `There is no site ${id}`);
    switch (form.intent) {
      case "change": {
        const set = await readSiteFields(tx, form, site);
        if (form.isRefused) return null;
        await updateSite(tx, id, set);
        if (set.entity_id !== site.entity_id) {
          const payload = { siteId: id, from: site.entity_id, to: set.entity_id, on: visit.today, by: reader.personId };
          await enqueue(tx, visit.now, { key: `employ-at-site:${newId(visit.now)}`, name: "employ-at-site", payload });
        }
        if (set.zone !== site.zone || set.country !== site.country || set.entity_id !== site.entity_id) {
          await assignAgain(change, [id]);
        }
        return { action: "changed-site", subjectId: id, detail: {}, to: `${sitePath(id)}?done=changed` };
      }
      case "close": {
        const on = form.pastDate("on", visit.today);
        await mustBeEmpty(change, { siteId: id }, on);
        if (form.isRefused) return null;
        await updateSite(tx, id, { closed_on: on });
        return { action: "closed-site", subjectId: id, detail: { on }, to: `${sitePath(id)}?done=closed` };
      }
      case "holidays":
      case "copy-holidays":
        return await changeHolidays(change, id);
      default:
        throw unknownIntent();
    }
  });
}

const firstYear = 2000;
const lastYear = 2100;

async function changeHolidays({ tx, form }: Change, siteId: string): Promise<Written | null> {
  const year = Number(form.text("year"));
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) {
    throw new DomainError("invalid", `${year} is no year of holidays`);
  }
  const ofYear = async (each: number) =>
    (await findHolidays(tx, siteId, each)).map((row) => ({ on: row.on_day, name: row.name }));
  const days =
    form.intent === "copy-holidays"
      ? yearLater(await ofYear(year - 1), await ofYear(year), year)
      : readHolidayLines(form.optional("days", 10_000) ?? "", year);
  if ("wrong" in days) {
    form.refuse("days", "line", days.wrong);
    return null;
  }
  if ("twice" in days) {
    form.refuse("days", "day-twice", days.twice);
    return null;
  }
  // A copy only adds; what was written replaces what whoever wrote it saw, and nothing else.
  const present = holidayLines(await ofYear(year));
  const seen = (form.optional("seen", 10_000) ?? "").replaceAll("\r\n", "\n");
  if (form.intent === "holidays" && seen !== present) form.refuse("days", "days-changed", present);
  if (form.isRefused) return null;
  await replaceHolidays(tx, siteId, year, days);
  const to = `${sitePath(siteId)}?year=${year}&done=holidays`;
  return { action: "changed-holidays", subjectId: siteId, detail: { year }, to };
}
