import type { Reader } from "../connect";
import { reusable } from "./reusable";

const organisation = reusable((db: Reader) => db.selectFrom("organisation").select(["name", "zone", "demonstration"]));

/** The organisation's name and zone, and whether it is a demonstration; null on an empty database. */
export async function findOrganisation(
  db: Reader,
): Promise<{ readonly name: string; readonly zone: string; readonly demonstration: boolean } | null> {
  const [row] = await organisation(db);
  return row ? { name: row.name, zone: row.zone, demonstration: row.demonstration === 1 } : null;
}
