import type { Reader } from "../connect";

/** Names of departments by id, each by language. */
export async function findDepartmentNames(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, Readonly<Record<string, string>>>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("department").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, JSON.parse(row.name) as Record<string, string>]));
}
