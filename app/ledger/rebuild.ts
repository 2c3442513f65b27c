/**
 * Recomputes everything that is derived from the recorded facts and says what differed. Nothing should: a difference
 * means that something was written past the ledger, or that the ledger is wrong.
 */
import type { Connections, Writer } from "#db/connect";
import { type CountTable, expectedCounts, replaceCounts, storedCounts } from "#db/queries/count-rebuild";
import type { Key } from "./gather";
import { refresh } from "./refresh";

export interface RebuildReport {
  readonly standings: number;
  /** Standings (with their spans) that differed from their facts. */
  readonly differing: number;
  /** Series of counts that differed, by table. */
  readonly counts: Readonly<Record<CountTable, number>>;
}

const peopleAtOnce = 50;

async function keysOf(tx: Writer, after: string): Promise<{ keys: Key[]; last: string | null }> {
  const people = await tx
    .selectFrom("person")
    .select("id")
    .where("id", ">", after)
    .orderBy("id")
    .limit(peopleAtOnce)
    .execute();
  const ids = people.map((row) => row.id);
  if (ids.length === 0) return { keys: [], last: null };
  const rows = await tx
    .selectFrom("assignment")
    .select(["person_id", "module_id"])
    .where("person_id", "in", ids)
    .union(tx.selectFrom("completion").select(["person_id", "module_id"]).where("person_id", "in", ids))
    .union(tx.selectFrom("standing").select(["person_id", "module_id"]).where("person_id", "in", ids))
    .execute();
  return {
    keys: rows.map((row) => ({ personId: row.person_id, moduleId: row.module_id })),
    last: ids.at(-1) ?? null,
  };
}

/** Rebuilds at the instant `at`; `progress` is told of each step. */
export async function rebuild(
  db: Connections,
  at: Date,
  progress: (done: { standings: number }) => void = () => {},
): Promise<RebuildReport> {
  let standings = 0;
  let differing = 0;
  for (let after = ""; ; ) {
    const batch = await db.write.transaction().execute(async (tx) => {
      const { keys, last } = await keysOf(tx, after);
      return { last, ...(await refresh(tx, keys, at)) };
    });
    if (batch.last === null) break;
    after = batch.last;
    standings += batch.keys;
    differing += batch.changed;
    progress({ standings });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const counts = { standing_count: 0, due_count: 0, load_count: 0, completion_count: 0, headcount: 0 };
  for (const table of Object.keys(counts) as CountTable[]) {
    counts[table] = await db.write.transaction().execute((tx) => rebuildCounts(tx, table));
  }
  return { standings, differing, counts };
}

async function rebuildCounts(tx: Writer, table: CountTable): Promise<number> {
  const expected = await expectedCounts(tx, table);
  const stored = await storedCounts(tx, table);
  const differing: string[] = [];
  for (const series of new Set([...expected.keys(), ...stored.keys()])) {
    const a = JSON.stringify(expected.get(series) ?? []);
    const b = JSON.stringify(stored.get(series) ?? []);
    if (a !== b) differing.push(series);
  }
  for (const series of differing) await replaceCounts(tx, table, series, expected.get(series) ?? []);
  return differing.length;
}
