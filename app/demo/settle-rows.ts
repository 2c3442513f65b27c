/**
 * What the ledger and the import decide by themselves is settled here, so that the same demonstration is the same to the
 * byte: ids drawn by chance are replaced by ids from the seed, and completions that were recorded a day at a time are
 * recorded by their learners, each at its own instant.
 */
import { sql } from "kysely";
import type { Writer } from "#db/connect";
import type { NewId } from "./chance";

interface Drawn {
  readonly table: string;
  /** When the row was made. */
  readonly at: string;
  /** What tells the rows apart, whatever their ids. */
  readonly order: string;
  /** Columns that point at its ids. */
  readonly pointers: readonly (readonly [table: string, column: string])[];
}

const drawn: readonly Drawn[] = [
  { table: "membership", at: "recorded_at", order: "recorded_at, person_id, from_on", pointers: [] },
  {
    table: "requirement",
    at: "recorded_at",
    order: "recorded_at, module_id",
    pointers: [["assignment", "requirement_id"]],
  },
  {
    table: "revision",
    at: "published_at",
    order: "published_at, module_id, number",
    pointers: [
      ["attempt", "revision_id"],
      ["lesson_source", "revision_id"],
      ["revision_media", "revision_id"],
    ],
  },
  { table: "policy_change", at: "recorded_at", order: "recorded_at, module_id, changed_on", pointers: [] },
  // After what they point at: its ids are part of what tells them apart.
  {
    table: "assignment",
    at: "recorded_at",
    order: "recorded_at, person_id, module_id, happened_on, event, requirement_id",
    pointers: [],
  },
  {
    table: "lesson_source",
    at: "(select published_at from revision where revision.id = lesson_source.revision_id)",
    order: "revision_id, kind, name, language",
    pointers: [],
  },
];

export async function settleRows(tx: Writer, newId: NewId): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(tx);
  for (const { table, at, order, pointers } of drawn) {
    const { rows } = await sql<{ id: string; made: string }>`
      select id, ${sql.raw(at)} as made from ${sql.table(table)} order by ${sql.raw(order)}`.execute(tx);
    for (const row of rows) {
      const id = newId(new Date(row.made));
      await sql`update ${sql.table(table)} set id = ${id} where id = ${row.id}`.execute(tx);
      for (const [from, column] of pointers) {
        await sql`update ${sql.table(from)} set ${sql.ref(column)} = ${id} where ${sql.ref(column)} = ${row.id}`.execute(
          tx,
        );
      }
    }
  }
  await sql`update completion set recorded_at = completed_at, recorded_by = person_id where attempt_id is not null`.execute(
    tx,
  );
}
