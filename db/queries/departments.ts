import type { Reader } from "../connect";
import { padded } from "./padded";
import { reusable } from "./reusable";

const names = reusable((db: Reader, ids: readonly string[]) =>
  db.selectFrom("department").select(["id", "name"]).where("id", "in", ids),
);

/** Names of departments by id, each by language. */
export async function findDepartmentNames(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, Readonly<Record<string, string>>>> {
  if (ids.length === 0) return new Map();
  const rows = await names(db, padded(ids));
  return new Map(rows.map((row) => [row.id, JSON.parse(row.name) as Record<string, string>]));
}
