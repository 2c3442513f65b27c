/** What an import noted of its changes, with whose they are, in pieces of whole people. */
import type { RowChange } from "#app/ledger/journal";
import type { Reader } from "#db/connect";
import { findOwners } from "#db/queries/imports";
import type { Row } from "#db/schema";

export type ChangeRow = Row<"import_change">;

/** Changes with whose they are; those of places have nobody. */
export async function withOwners(db: Reader, rows: readonly ChangeRow[]): Promise<(RowChange | ChangeRow)[]> {
  const idsOf = (target: string) => rows.filter((row) => row.target === target).map((row) => row.row_id);
  const owners = new Map([
    ...(await findOwners(db, "employment", idsOf("employment"))),
    ...(await findOwners(db, "membership", idsOf("membership"))),
  ]);
  return rows.map((row) => {
    const { target, row_id: rowId, change } = row;
    if (target !== "person" && target !== "employment" && target !== "membership") return row;
    const personId = target === "person" ? rowId : (owners.get(rowId) ?? "");
    const columns = (text: string | null) => (text === null ? null : (JSON.parse(text) as RowChange["before"]));
    return { target, rowId, personId, change, before: columns(row.before), after: columns(row.after) };
  });
}

export function isOfPerson(change: RowChange | ChangeRow): change is RowChange {
  return "personId" in change;
}

/** How many changes, from the first, are of whole people: of `most` of them at most; all where none come after these. */
export function wholePeople(
  changes: readonly (RowChange | ChangeRow)[],
  { most, isAll }: { readonly most: number; readonly isAll: boolean },
): number {
  const seen = new Set<string>();
  let last = "";
  let whole = 0;
  for (const [place, change] of changes.entries()) {
    const person = isOfPerson(change) ? change.personId : `place ${place}`;
    if (person !== last) {
      whole = place;
      if (seen.size === most) return whole;
      seen.add(person);
      last = person;
    }
  }
  return isAll ? changes.length : whole;
}
