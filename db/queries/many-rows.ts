/** Many rows in few statements: each is built and compiled once, and stays prepared. */
import { type RawBuilder, sql } from "kysely";
import type { Writer } from "../connect";
import type { Database } from "../schema";
import { repeated } from "./repeated";

type Cell = string | number | null;

/** Rows with at least these columns. */
export type ManyColumns<Columns extends readonly string[]> = Readonly<Record<Columns[number], Cell>>;

/** What is to happen with rows that are there already: the end of the statement, under a name of its own. */
export interface Conflict {
  readonly name: string;
  readonly clause: RawBuilder<unknown>;
}

/** Rows that are there already take the columns of those that come. */
export function replaced(name: string, key: readonly string[], columns: readonly string[]): Conflict {
  const set = columns
    .filter((column) => !key.includes(column))
    .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  return {
    name,
    clause: sql`on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do update set ${sql.join(set)}`,
  };
}

/** So many rows go into one statement; what is left over goes in smaller ones. */
const sizes = [64, 8, 1] as const;

/**
 * Inserts rows of one table, all with the same columns. No two rows may be the same where `conflict` is given.
 */
export async function insertMany<Columns extends readonly string[]>(
  tx: Writer,
  table: keyof Database,
  columns: Columns,
  rows: readonly ManyColumns<Columns>[],
  conflict: Conflict | null = null,
): Promise<void> {
  const names: readonly Columns[number][] = columns;
  for (let start = 0; start < rows.length; ) {
    const left = rows.length - start;
    const size = sizes.find((each) => each <= left) ?? 1;
    const parameters: Cell[] = [];
    for (let place = start; place < start + size; place += 1) {
      const row = rows[place];
      if (row) for (const name of names) parameters.push(row[name]);
    }
    await repeated(
      tx,
      `${table} × ${size}${conflict ? ` ${conflict.name}` : ""} ${columns.length}`,
      () => ({ compile: () => statement(table, columns, size, conflict?.clause ?? null).compile(tx) }),
      parameters,
    );
    start += size;
  }
}

function statement(
  table: string,
  columns: readonly string[],
  size: number,
  conflict: RawBuilder<unknown> | null,
): RawBuilder<unknown> {
  const row = sql`(${sql.join(columns.map(() => sql`${null}`))})`;
  const values = sql.join(Array.from({ length: size }, () => row));
  const insert = sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${values}`;
  return conflict === null ? insert : sql`${insert} ${conflict}`;
}
