/**
 * Employments and memberships of one person as rows that follow one another, and how they change from a day on. Nothing
 * is edited: a row ends, or is withdrawn, and another begins.
 */
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import type { EmploymentKind } from "#db/schema";

/** For whom somebody works, where and as what. */
export interface Employment {
  readonly entityId: string;
  readonly siteId: string;
  readonly kind: EmploymentKind;
  readonly title: string;
  readonly managerId: string | null;
}

/** A row in force; `to` is the last day, null: without end. One that is new has no id yet. */
export interface Stretch<Value> {
  readonly id: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly value: Value;
}

type Stretches<Value> = readonly Stretch<Value>[];

function covers({ from, to }: Stretch<unknown>, on: CivilDate): boolean {
  return compareDates(from, on) <= 0 && (to === null || compareDates(on, to) <= 0);
}

/** From `from` on, until the next row that begins later, `value` holds. The same rows where it does already. */
export function holdingFrom<Value>(
  rows: Stretches<Value>,
  from: CivilDate,
  value: Value,
  same: (a: Value, b: Value) => boolean,
): Stretches<Value> {
  const present = rows.find((row) => covers(row, from));
  if (present && same(present.value, value)) return rows;
  if (present) {
    const begun: Stretch<Value> = { id: null, from, to: present.to, value };
    const others = rows.filter((row) => row !== present);
    return present.from === from ? [...others, begun] : [...others, { ...present, to: addDays(from, -1) }, begun];
  }
  const next = rows.filter((row) => compareDates(row.from, from) > 0).sort((a, b) => compareDates(a.from, b.from))[0];
  return [...rows, { id: null, from, to: next ? addDays(next.from, -1) : null, value }];
}

/** Nothing holds after `to`: what would have begun later is gone. */
export function endingOn<Value>(rows: Stretches<Value>, to: CivilDate): Stretches<Value> {
  return rows
    .filter((row) => compareDates(row.from, to) <= 0)
    .map((row) => (row.to === null || compareDates(row.to, to) > 0 ? { ...row, to } : row));
}

/** The last row has no end. */
export function goingOn<Value>(rows: Stretches<Value>): Stretches<Value> {
  const last = [...rows].sort((a, b) => compareDates(a.from, b.from)).at(-1);
  return rows.map((row) => (row === last ? { ...row, to: null } : row));
}

/** What has to be written to come from some rows to others. */
export interface Difference<Value> {
  readonly begun: Stretches<Value>;
  readonly ended: readonly { readonly id: string; readonly before: CivilDate | null; readonly to: CivilDate | null }[];
  readonly withdrawn: readonly string[];
}

export function difference<Value>(before: Stretches<Value>, after: Stretches<Value>): Difference<Value> {
  const kept = new Map(after.flatMap((row) => (row.id === null ? [] : [[row.id, row] as const])));
  return {
    begun: after.filter((row) => row.id === null),
    ended: before.flatMap((row) => {
      const now = row.id === null ? undefined : kept.get(row.id);
      return now && row.id !== null && now.to !== row.to ? [{ id: row.id, before: row.to, to: now.to }] : [];
    }),
    withdrawn: before.flatMap((row) => (row.id !== null && !kept.has(row.id) ? [row.id] : [])),
  };
}
