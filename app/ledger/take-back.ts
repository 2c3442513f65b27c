/** Takes changes of people back as a whole: what was inserted is withdrawn, what was altered is as it was. */
import { instantText } from "#app/platform/clock";
import type { Writer } from "#db/connect";
import { describePerson, endCareerRow, withdrawCareerRow } from "#db/queries/ledger-writes";
import { findCareerRow, findPeopleRows } from "#db/queries/people-rows";
import { aroundCareers } from "./career-rows";
import type { RowChange } from "./journal";
import type { Recording } from "./record";

/** What became of the changes. */
export interface TakenBack {
  readonly taken: number;
  /** Left as they are, because somebody changed the same since. */
  readonly kept: readonly RowChange[];
}

type Columns = Readonly<Record<string, string | null>>;

function isStill(row: object | undefined, after: Columns | null): boolean {
  if (row === undefined) return false;
  const now = row as Columns;
  return Object.entries(after ?? {}).every(([column, value]) => now[column] === value);
}

/**
 * Takes back what `recordPeople` noted. A person stays known (what they did is kept), without employment and department.
 *
 * @param changes of whole people, newest first
 */
export async function takeBack(
  tx: Writer,
  recording: Recording,
  changes: readonly RowChange[],
  why: string,
): Promise<TakenBack> {
  const people = [...new Set(changes.map((change) => change.personId))];
  const kept: RowChange[] = [];
  let taken = 0;
  await aroundCareers(tx, recording, people, async () => {
    const at = instantText(recording.at);
    for (const change of changes) {
      if (change.target === "person") {
        if (change.change === "inserted") continue;
        const [row] = await findPeopleRows(tx, [change.rowId]);
        if (!isStill(row, change.after) || change.before === null) {
          kept.push(change);
          continue;
        }
        await describePerson(tx, change.rowId, change.before);
        taken += 1;
        continue;
      }
      const row = await findCareerRow(tx, change.target, change.rowId);
      if (change.change === "inserted") {
        if (row?.withdrawn_at !== null) {
          kept.push(change);
          continue;
        }
        await withdrawCareerRow(tx, change.target, change.rowId, { at, by: recording.by, why });
        taken += 1;
        continue;
      }
      if (!isStill(row, change.after) || change.before === null) {
        kept.push(change);
        continue;
      }
      if ("withdrawn_at" in change.before) await withdrawCareerRow(tx, change.target, change.rowId, null);
      else await endCareerRow(tx, change.target, change.rowId, change.before.to_on ?? null);
      taken += 1;
    }
  });
  return { taken, kept };
}
