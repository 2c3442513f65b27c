/** Takes changes of people back as a whole: what was inserted is withdrawn, what was altered is as it was. */
import { instantText } from "#app/platform/clock";
import type { Reader, Writer } from "#db/connect";
import { describePerson, endCareerRow, withdrawCareerRow } from "#db/queries/ledger-writes";
import { findPeopleRows, findStoredCareers } from "#db/queries/people-rows";
import { aroundCareers } from "./career-rows";
import { byPerson, hasGoneOn, type StoredCareer } from "./gone-on";
import type { RowChange } from "./journal";
import type { Recording } from "./record";

/** What can be taken back of changes, and whose cannot. */
export interface TakingBack {
  /** Newest first. */
  readonly changes: readonly RowChange[];
  /** People who are left as they are, at least in part, because somebody changed the same since. */
  readonly kept: readonly string[];
}

const nothing: StoredCareer = { employment: [], membership: [] };

/**
 * Parts changes into those that can be taken back and those that somebody changed since: a career is taken back as a whole
 * or not at all, and so is a description.
 *
 * @param changes of whole people, newest first
 */
export async function weighTakingBack(db: Reader, changes: readonly RowChange[]): Promise<TakingBack> {
  const people = byPerson(changes);
  const ids = [...people.keys()];
  const careers = await findStoredCareers(db, ids);
  const described = new Map((await findPeopleRows(db, ids)).map((row) => [row.id, row]));
  const kept: string[] = [];
  const taken: RowChange[] = [];
  for (const [personId, own] of people) {
    // Whoever was made known stays known: there is nothing to take back of that.
    const descriptions = own.filter(({ target, change }) => target === "person" && change === "updated");
    const moves = own.filter(({ target }) => target !== "person");
    const row = described.get(personId) as Readonly<Record<string, unknown>> | undefined;
    const isDescribedSo = descriptions.every(
      ({ after, before }) =>
        before !== null && Object.entries(after ?? {}).every(([column, value]) => row?.[column] === value),
    );
    const isOver = hasGoneOn(moves, careers.get(personId) ?? nothing);
    if (isDescribedSo) taken.push(...descriptions);
    if (!isOver) taken.push(...moves);
    if (isOver || !isDescribedSo) kept.push(personId);
  }
  return { changes: taken, kept };
}

/**
 * Takes back what `recordPeople` noted. A person stays known (what they did is kept), without employment and department.
 *
 * @param changes of whole people, newest first
 * @returns people who are left as they are, at least in part, because somebody changed the same since
 */
export async function takeBack(
  tx: Writer,
  recording: Recording,
  changes: readonly RowChange[],
  why: string,
): Promise<{ readonly kept: readonly string[] }> {
  const weighed = await weighTakingBack(tx, changes);
  const people = [...byPerson(weighed.changes).keys()];
  if (people.length === 0) return { kept: weighed.kept };
  await aroundCareers(tx, recording, people, async () => {
    const at = instantText(recording.at);
    for (const { target, rowId, change, before } of weighed.changes) {
      if (target === "person") await describePerson(tx, rowId, before ?? {});
      else if (change === "inserted") await withdrawCareerRow(tx, target, rowId, { at, by: recording.by, why });
      else if (before && "withdrawn_at" in before) await withdrawCareerRow(tx, target, rowId, null);
      else await endCareerRow(tx, target, rowId, before?.to_on ?? null);
    }
  });
  return { kept: weighed.kept };
}
