/** What transactions changed, made ready for somebody else to write the same. */
import type { RowChange, Transaction } from "./writer-watch";

/** Places of a table's primary key among its columns. */
export type Keys = ReadonlyMap<string, readonly number[]>;

/** A transaction that writes each row once, and no row that ends as it began. */
export function netChanges(transaction: Transaction, keys: Keys): Transaction {
  const net = new Map<string, RowChange>();
  for (const change of transaction) {
    const row = change.after ?? change.before ?? [];
    const name = JSON.stringify([change.table, ...(keys.get(change.table) ?? []).map((place) => row[place])]);
    const earlier = net.get(name);
    const merged = earlier ? { ...change, before: earlier.before } : change;
    net.delete(name);
    if (JSON.stringify(merged.before) !== JSON.stringify(merged.after)) net.set(name, merged);
  }
  return [...net.values()];
}

/**
 * Small transactions put together to larger ones, so that each holds about as many standings as one of `sizes` says.
 *
 * @param standings how many standings each of the small ones wrote
 */
export function regrouped(
  small: readonly Transaction[],
  standings: readonly number[],
  sizes: readonly number[],
): Transaction[] {
  const groups: Transaction[] = [];
  let at = 0;
  let wanted = 0;
  let had = 0;
  for (const size of sizes) {
    const rows: RowChange[] = [];
    wanted += size;
    while (at < small.length && had < wanted) {
      rows.push(...(small[at] ?? []));
      had += standings[at] ?? 0;
      at += 1;
    }
    groups.push(rows);
  }
  if (at < small.length) groups.push(small.slice(at).flat());
  return groups.filter((rows) => rows.length > 0);
}

/** The transaction that takes another back. */
export function reversed(transaction: Transaction): Transaction {
  return transaction.map(({ table, before, after }) => ({ table, before: after, after: before })).reverse();
}
