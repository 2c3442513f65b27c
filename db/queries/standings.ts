import type { Reader } from "../connect";
import type { Row } from "../schema";
import { padded } from "./padded";
import { reusable } from "./reusable";

const nothing: readonly never[] = [];

const modulesOf = reusable((db: Reader, personId: string) =>
  db.selectFrom("standing").select("module_id").where("person_id", "=", personId),
);

/** The modules with which a person has a standing. */
export async function findStandingModules(db: Reader, personId: string): Promise<string[]> {
  return (await modulesOf(db, personId)).map((row) => row.module_id);
}

const standingsOf = reusable((db: Reader, people: readonly string[], modules: readonly string[]) =>
  db.selectFrom("standing").selectAll().where("person_id", "in", people).where("module_id", "in", modules),
);

const spansOf = reusable((db: Reader, people: readonly string[], modules: readonly string[]) =>
  db
    .selectFrom("standing_span")
    .selectAll()
    .where("person_id", "in", people)
    .where("module_id", "in", modules)
    .orderBy("person_id")
    .orderBy("module_id")
    .orderBy("from_on"),
);

/** The standings and spans stored for some keys. */
export async function loadDerived(db: Reader, keys: readonly { personId: string; moduleId: string }[]) {
  const people = padded([...new Set(keys.map((key) => key.personId))]);
  const modules = padded([...new Set(keys.map((key) => key.moduleId))]);
  const rows = await standingsOf(db, people, modules);
  const spans = await spansOf(db, people, modules);
  const rowOf = new Map<string, Row<"standing">>();
  for (const row of rows) rowOf.set(`${row.person_id}\n${row.module_id}`, row);
  const ofKey = new Map<string, Row<"standing_span">[]>();
  for (const span of spans) {
    const key = `${span.person_id}\n${span.module_id}`;
    const list = ofKey.get(key);
    if (list) list.push(span);
    else ofKey.set(key, [span]);
  }
  return {
    get({ personId, moduleId }: { personId: string; moduleId: string }) {
      const key = `${personId}\n${moduleId}`;
      return { row: rowOf.get(key), spans: ofKey.get(key) ?? nothing };
    },
  };
}

/** The next people of whom a module is required, after a person's id, in the order of their ids. */
export async function findHoldersAfter(db: Reader, moduleId: string, after: string, limit: number) {
  return await db
    .selectFrom("standing")
    .select(["person_id", "department_id"])
    .where("module_id", "=", moduleId)
    .where("voluntary", "=", 0)
    .where("person_id", ">", after)
    .orderBy("person_id")
    .limit(limit)
    .execute();
}
