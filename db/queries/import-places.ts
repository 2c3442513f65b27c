/** Places that a file of people speaks of: made with it, and closed again when it is taken back. */
import type { Reader } from "../connect";
import type { NewRow } from "../schema";

export type PlaceTable = "department" | "site" | "entity";

export async function hasPlace(db: Reader, table: PlaceTable, id: string): Promise<boolean> {
  return (await db.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}

export async function insertEntity(db: Reader, row: NewRow<"entity">): Promise<void> {
  await db.insertInto("entity").values(row).execute();
}

export async function insertSite(db: Reader, row: NewRow<"site">): Promise<void> {
  await db.insertInto("site").values(row).execute();
}

/** Departments that are closed or merged into another. */
export async function findClosedDepartments(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("department")
    .select("id")
    .where((eb) => eb.or([eb("closed_on", "is not", null), eb("merged_into", "is not", null)]))
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Whether anything in force refers to a site or an entity. */
export async function isPlaceUsed(db: Reader, table: "site" | "entity", id: string): Promise<boolean> {
  const employment = await db
    .selectFrom("employment")
    .select("id")
    .where(table === "site" ? "site_id" : "entity_id", "=", id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (employment) return true;
  if (table === "site") return false;
  const site = await db
    .selectFrom("site")
    .select("id")
    .where("entity_id", "=", id)
    .where("closed_on", "is", null)
    .executeTakeFirst();
  return site !== undefined;
}

/** Closes a site or an entity: from a day on it can no longer be chosen. */
export async function closePlace(db: Reader, table: "site" | "entity", id: string, on: string): Promise<void> {
  await db.updateTable(table).set({ closed_on: on }).where("id", "=", id).execute();
}
