/** Where sessions in a room are held: sites with their zones and holidays. */
import type { Reader } from "../connect";

export interface SessionSite {
  readonly id: string;
  readonly name: string;
  /** IANA. */
  readonly zone: string;
}

/** The sites that are open on a day (civil date), by name. */
export async function findOpenSites(db: Reader, day: string): Promise<SessionSite[]> {
  return await db
    .selectFrom("site")
    .select(["id", "name", "zone"])
    .where((eb) => eb.or([eb("closed_on", "is", null), eb("closed_on", ">", day)]))
    .orderBy("name")
    .orderBy("id")
    .execute();
}

/** A site's name; null for none. */
export async function findSiteName(db: Reader, id: string | null): Promise<string | null> {
  if (id === null) return null;
  return (await db.selectFrom("site").select("name").where("id", "=", id).executeTakeFirst())?.name ?? null;
}

/** The holiday of a site on a day (civil date), by name; null when it is none. */
export async function findHoliday(db: Reader, siteId: string, day: string): Promise<string | null> {
  const row = await db
    .selectFrom("holiday")
    .select("name")
    .where("site_id", "=", siteId)
    .where("on_day", "=", day)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** The modules that have been published, in the order in which they are taught; JSON by language. */
export async function findPublishedModules(db: Reader) {
  return await db
    .selectFrom("module")
    .innerJoin("course", "course.id", "module.course_id")
    .select(["module.id", "module.course_id", "module.title"])
    .where((eb) =>
      eb.exists(eb.selectFrom("revision").select("revision.id").whereRef("revision.module_id", "=", "module.id")),
    )
    .orderBy("course.position")
    .orderBy("module.position")
    .orderBy("module.id")
    .execute();
}

/** The revision of a module that was the newest on a day (civil date); before the first, the first. */
export async function findRevisionOn(db: Reader, moduleId: string, day: string) {
  const revisions = await db
    .selectFrom("revision")
    .select(["number", "content_hash", "published_on"])
    .where("module_id", "=", moduleId)
    .orderBy("number", "desc")
    .execute();
  return revisions.find((revision) => revision.published_on <= day) ?? revisions.at(-1);
}
