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

/** A department and all above it, nearest first. */
export async function departmentLine(db: Reader, departmentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("department_ancestor")
    .select("ancestor_id")
    .where("department_id", "=", departmentId)
    .orderBy("depth")
    .execute();
  return rows.map((row) => row.ancestor_id);
}
