import type { Reader } from "../connect";
import type { Row } from "../schema";
import { padded } from "./padded";

const nothing: readonly never[] = [];

/** The standings and spans stored for some keys. */
export async function loadDerived(db: Reader, keys: readonly { personId: string; moduleId: string }[]) {
  const people = padded([...new Set(keys.map((key) => key.personId))]);
  const modules = padded([...new Set(keys.map((key) => key.moduleId))]);
  const rows = await db
    .selectFrom("standing")
    .selectAll()
    .where("person_id", "in", people)
    .where("module_id", "in", modules)
    .execute();
  const spans = await db
    .selectFrom("standing_span")
    .selectAll()
    .where("person_id", "in", people)
    .where("module_id", "in", modules)
    .orderBy("person_id")
    .orderBy("module_id")
    .orderBy("from_on")
    .execute();
  const rowOf = new Map<string, Row<"standing">>();
  for (const row of rows) rowOf.set(`${row.person_id}\n${row.module_id}`, row);
  const spansOf = new Map<string, Row<"standing_span">[]>();
  for (const span of spans) {
    const key = `${span.person_id}\n${span.module_id}`;
    const list = spansOf.get(key);
    if (list) list.push(span);
    else spansOf.set(key, [span]);
  }
  return {
    get({ personId, moduleId }: { personId: string; moduleId: string }) {
      const key = `${personId}\n${moduleId}`;
      return { row: rowOf.get(key), spans: spansOf.get(key) ?? nothing };
    },
  };
}
