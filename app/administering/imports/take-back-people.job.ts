/** Takes back what a file of people did, the newest first, some people at a time; what was made for it is closed. */
import type { CivilDate } from "#app/domain/calendar";
import { DomainError, isDomainError } from "#app/domain/errors";
import { closeDepartment } from "#app/ledger/departments";
import type { RowChange } from "#app/ledger/journal";
import type { Recording } from "#app/ledger/record";
import { takeBack } from "#app/ledger/take-back";
import { dayIn, instantText } from "#app/platform/clock";
import type { JobHandler } from "#app/work/queue";
import type { Reader, Writer } from "#db/connect";
import { closePlace, isPlaceUsed } from "#db/queries/import-places";
import { advanceImport, findImport, findImportChanges, findOwners } from "#db/queries/imports";
import { findOrganisation } from "#db/queries/organisation";
import type { Row } from "#db/schema";

export const takeBackPeopleName = "take-back-people";

export function takeBackPeopleKey(importId: string): string {
  return `${takeBackPeopleName} ${importId}`;
}

const peopleAtOnce = 32;
const changesAtOnce = 256;

type ChangeRow = Row<"import_change">;

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
    const personId = target === "person" ? rowId : (owners.get(rowId)?.personId ?? "");
    const columns = (text: string | null) => (text === null ? null : (JSON.parse(text) as RowChange["before"]));
    return { target, rowId, personId, change, before: columns(row.before), after: columns(row.after) };
  });
}

export function isOfPerson(change: RowChange | ChangeRow): change is RowChange {
  return "personId" in change;
}

async function closeIfUnused(tx: Writer, recording: Recording, { target, row_id: id }: ChangeRow, on: CivilDate) {
  if (target === "site" || target === "entity") {
    if (!(await isPlaceUsed(tx, target, id))) await closePlace(tx, target, id, on);
    return;
  }
  if (target !== "department") throw new DomainError("invalid", `An import made a ${target}?`);
  try {
    await closeDepartment(tx, recording, { departmentId: id, on });
  } catch (error) {
    // Somebody else is in it by now, or has closed it: it is theirs.
    if (!isDomainError(error)) throw error;
  }
}

/** The changes of whole people, from the newest: as many as a step takes back. */
function wholePeople(rows: readonly ChangeRow[], changes: readonly (RowChange | ChangeRow)[], isAll: boolean): number {
  const seen = new Set<string>();
  let last = "";
  let whole = 0;
  for (const [place, change] of changes.entries()) {
    const person = isOfPerson(change) ? change.personId : `place ${place}`;
    if (person !== last) {
      whole = place;
      if (seen.size === peopleAtOnce) return whole;
      seen.add(person);
      last = person;
    }
  }
  return isAll ? rows.length : whole;
}

/** The job that takes imports of people back. */
export const takeBackPeopleJob: JobHandler = {
  name: takeBackPeopleName,
  async step(tx, { payload, progress, at }) {
    const { importId } = payload as { importId: string };
    const row = await findImport(tx, importId);
    if (row?.state !== "taking-back") return { done: 0, cursor: null };
    const recording: Recording = { at, by: row.taken_back_by };
    const before = progress.cursor === "" ? Number.MAX_SAFE_INTEGER : Number(progress.cursor);
    const rows = await findImportChanges(tx, importId, before, changesAtOnce);
    const total = progress.total ?? rows[0]?.position ?? 0;
    const changes = await withOwners(tx, rows);
    const some = changes.slice(0, wholePeople(rows, changes, rows.length < changesAtOnce));
    // Whoever was made known stays known: there is nothing to take back of that.
    const ofPeople = some
      .filter(isOfPerson)
      .filter(({ target, change }) => target !== "person" || change !== "inserted");
    if (ofPeople.length > 0) await takeBack(tx, recording, ofPeople, row.taken_back_why ?? "");
    const on = dayIn((await findOrganisation(tx))?.zone ?? "UTC", at);
    for (const change of some) if (!isOfPerson(change)) await closeIfUnused(tx, recording, change, on);
    const last = rows[some.length - 1];
    if (last && last.position > 1) return { done: some.length, total, cursor: String(last.position) };
    await advanceImport(tx, importId, ["taking-back"], { state: "taken-back", taken_back_at: instantText(at) });
    return { done: some.length, total, cursor: null };
  },
};
