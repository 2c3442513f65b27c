/** Whether somebody's career went on after changes of it were noted: then these can no longer be taken back. Pure. */
import type { RowChange } from "./journal";

/** A row of an employment or of a membership, in force or not. Days are civil dates; `to_on` null: without end. */
export interface StoredRow {
  readonly id: string;
  readonly from_on: string;
  readonly to_on: string | null;
  /** Null: in force. */
  readonly withdrawn_at: string | null;
}

/** All rows of one person, also those that were withdrawn. */
export interface StoredCareer {
  readonly employment: readonly StoredRow[];
  readonly membership: readonly StoredRow[];
}

function isStill(row: StoredRow, { change, after }: RowChange): boolean {
  if (change === "inserted" && row.withdrawn_at !== null) return false;
  const now = row as unknown as Readonly<Record<string, string | null>>;
  return Object.entries(after ?? {}).every(([column, value]) => now[column] === value);
}

/** Whether two of these rows hold on the same day. */
function overlap(rows: readonly StoredRow[]): boolean {
  const inOrder = [...rows].sort((a, b) => (a.from_on < b.from_on ? -1 : 1));
  return inOrder.some((row, place) => {
    const next = inOrder[place + 1];
    return next !== undefined && (row.to_on === null || row.to_on >= next.from_on);
  });
}

/**
 * Whether a career is no longer what the changes left: a row that they wrote is another by now, or what they put an end
 * to would run beside what was recorded since. Employments count where the changes are of employments, memberships where
 * they are of memberships.
 *
 * @param changes of one person, newest first
 * @param now all rows of that person
 */
export function hasGoneOn(changes: readonly RowChange[], now: StoredCareer): boolean {
  return (["employment", "membership"] as const).some((target) => {
    const own = changes.filter((change) => change.target === target);
    const rows = new Map(now[target].map((row) => [row.id, row]));
    for (const change of own) {
      const row = rows.get(change.rowId);
      if (row === undefined || !isStill(row, change)) return true;
      if (change.change === "inserted") rows.delete(row.id);
      else rows.set(row.id, { ...row, ...change.before });
    }
    return own.length > 0 && overlap([...rows.values()].filter((row) => row.withdrawn_at === null));
  });
}

/** Changes by whose they are, in the order in which they come. */
export function byPerson(changes: readonly RowChange[]): ReadonlyMap<string, readonly RowChange[]> {
  const people = new Map<string, RowChange[]>();
  for (const change of changes) {
    const own = people.get(change.personId);
    if (own) own.push(change);
    else people.set(change.personId, [change]);
  }
  return people;
}
