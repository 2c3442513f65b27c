/** Takes back what a file of people did, the newest first, some people at a time; what was made for it is closed. */
import type { CivilDate } from "#app/domain/calendar";
import { DomainError, isDomainError } from "#app/domain/errors";
import { closeDepartment } from "#app/ledger/departments";
import type { Recording } from "#app/ledger/record";
import { takeBack } from "#app/ledger/take-back";
import { dayIn, instantText } from "#app/platform/clock";
import type { JobHandler } from "#app/work/queue";
import type { Writer } from "#db/connect";
import { closePlace, isPlaceUsed } from "#db/queries/import-places";
import { advanceImport, findImport, findImportChanges } from "#db/queries/imports";
import { findOrganisation } from "#db/queries/organisation";
import { type ChangeRow, isOfPerson, wholePeople, withOwners } from "./noted-changes.server";
import { leavingAsTheyAre, type PeopleSummary } from "./people-options";

export const takeBackPeopleName = "take-back-people";

export function takeBackPeopleKey(importId: string): string {
  return `${takeBackPeopleName} ${importId}`;
}

const peopleAtOnce = 32;
const changesAtOnce = 256;

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
    const some = changes.slice(0, wholePeople(changes, { most: peopleAtOnce, isAll: rows.length < changesAtOnce }));
    const { kept } = await takeBack(tx, recording, some.filter(isOfPerson), row.taken_back_why ?? "");
    if (kept.length > 0) {
      const summary = JSON.parse(row.summary) as PeopleSummary;
      const leftAsTheyAre = leavingAsTheyAre(summary.leftAsTheyAre, kept);
      await advanceImport(tx, importId, ["taking-back"], { summary: JSON.stringify({ ...summary, leftAsTheyAre }) });
    }
    const on = dayIn((await findOrganisation(tx))?.zone ?? "UTC", at);
    for (const change of some) if (!isOfPerson(change)) await closeIfUnused(tx, recording, change, on);
    const last = rows[some.length - 1];
    if (last && last.position > 1) return { done: some.length, total, cursor: String(last.position) };
    await advanceImport(tx, importId, ["taking-back"], { state: "taken-back", taken_back_at: instantText(at) });
    return { done: some.length, total, cursor: null };
  },
};
