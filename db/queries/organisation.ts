import type { Reader } from "../connect";

/** The organisation's name and zone, and whether it is a demonstration; null on an empty database. */
export async function findOrganisation(
  db: Reader,
): Promise<{ readonly name: string; readonly zone: string; readonly demonstration: boolean } | null> {
  const row = await db.selectFrom("organisation").select(["name", "zone", "demonstration"]).executeTakeFirst();
  return row ? { name: row.name, zone: row.zone, demonstration: row.demonstration === 1 } : null;
}
