/** Legal entities, sites and their holidays. */
import type { Reader, Writer } from "../connect";
import type { Row } from "../schema";

export async function findEntity(db: Reader, id: string): Promise<Row<"entity"> | undefined> {
  return await db.selectFrom("entity").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function findSite(db: Reader, id: string): Promise<Row<"site"> | undefined> {
  return await db.selectFrom("site").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function insertEntity(tx: Writer, row: Pick<Row<"entity">, "id" | "name" | "country">): Promise<void> {
  await tx.insertInto("entity").values(row).execute();
}

export async function updateEntity(
  tx: Writer,
  id: string,
  set: Partial<Pick<Row<"entity">, "name" | "country" | "closed_on">>,
): Promise<void> {
  await tx.updateTable("entity").set(set).where("id", "=", id).execute();
}

export async function insertSite(
  tx: Writer,
  row: Pick<Row<"site">, "id" | "entity_id" | "name" | "zone" | "country">,
): Promise<void> {
  await tx.insertInto("site").values(row).execute();
}

export async function updateSite(
  tx: Writer,
  id: string,
  set: Partial<Pick<Row<"site">, "entity_id" | "name" | "zone" | "country" | "closed_on">>,
): Promise<void> {
  await tx.updateTable("site").set(set).where("id", "=", id).execute();
}

/** Who is employed at a site, or by an entity, on a day or later; the first few, and how many there are. */
export async function findStaff(
  db: Reader,
  of: { readonly siteId: string } | { readonly entityId: string },
  on: string,
): Promise<readonly string[]> {
  let query = db.selectFrom("employment").select("person_id").distinct().where("withdrawn_at", "is", null);
  query = "siteId" in of ? query.where("site_id", "=", of.siteId) : query.where("entity_id", "=", of.entityId);
  const rows = await query.where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)])).execute();
  return rows.map((row) => row.person_id);
}

/** How many are employed at each site on a day. */
export async function countStaff(db: Reader, on: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("employment")
    .select((eb) => ["site_id", eb.fn.countAll<number>().as("n")])
    .where("withdrawn_at", "is", null)
    .where("from_on", "<=", on)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)]))
    .groupBy("site_id")
    .execute();
  return new Map(rows.map((row) => [row.site_id, row.n]));
}

/** The holidays of a site in a year, in order. */
export async function findHolidays(db: Reader, siteId: string, year: number): Promise<Row<"holiday">[]> {
  return await db
    .selectFrom("holiday")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("on_day", ">=", `${year}-01-01`)
    .where("on_day", "<=", `${year}-12-31`)
    .orderBy("on_day")
    .execute();
}

/** Makes the holidays of a site in a year those that are given. */
export async function replaceHolidays(
  tx: Writer,
  siteId: string,
  year: number,
  days: readonly { readonly on: string; readonly name: string }[],
): Promise<void> {
  await tx
    .deleteFrom("holiday")
    .where("site_id", "=", siteId)
    .where("on_day", ">=", `${year}-01-01`)
    .where("on_day", "<=", `${year}-12-31`)
    .execute();
  for (const { on, name } of days) {
    await tx.insertInto("holiday").values({ site_id: siteId, on_day: on, name }).execute();
  }
}
