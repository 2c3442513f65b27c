/** Many completions at once, such as those of another system: recorded in few statements, each key refreshed once. */
import type { CivilDate } from "#app/domain/calendar";
import { instantText } from "#app/platform/clock";
import { newId } from "#app/platform/ids";
import type { Writer } from "#db/connect";
import { findImportedCompletions } from "#db/queries/history-imports";
import { insertCompletions, withdrawCompletions as withdrawRows } from "#db/queries/ledger-writes";
import type { EvidenceChange } from "./completion-counts";
import type { Recording } from "./record";
import { type Refreshed, refresh } from "./refresh";

/** Evidence of training that was taken before, or elsewhere. */
export interface ImportedCompletion {
  readonly personId: string;
  readonly moduleId: string;
  readonly on: CivilDate;
  /** 0 to 1; null: not known. */
  readonly score: number | null;
  /** The issuer's own last day. */
  readonly expires: CivilDate | null;
}

/**
 * Records completions of another system (revision 0) under an import, and brings everything derived from them up to date.
 * The same as recording one after another, in any order and in any batches. Fastest with those of one person together.
 */
export async function recordCompletions(
  tx: Writer,
  recording: Recording,
  importId: string | null,
  completions: readonly ImportedCompletion[],
): Promise<Refreshed> {
  const recordedAt = instantText(recording.at);
  await insertCompletions(
    tx,
    completions.map(({ personId, moduleId, on, score, expires }) => ({
      id: newId(recording.at),
      person_id: personId,
      module_id: moduleId,
      kind: "imported",
      revision: 0,
      score,
      completed_on: on,
      // What was imported names a day and no hour.
      completed_at: `${on}T12:00:00.000Z`,
      expires_on: expires,
      recorded_at: recordedAt,
      recorded_by: recording.by,
      import_id: importId,
    })),
  );
  const evidence = completions.map(
    ({ personId, moduleId, on }): EvidenceChange => ({ personId, moduleId, on, kind: "imported", sign: 1 }),
  );
  return await refresh(tx, completions, recording.at, evidence);
}

/**
 * Withdraws what an import recorded of some people: it is kept, with by whom, when and why, and counts no longer.
 *
 * @returns how many completions were in force
 */
export async function withdrawImported(
  tx: Writer,
  recording: Recording,
  importId: string,
  people: readonly string[],
  why: string,
): Promise<number> {
  const completions = await findImportedCompletions(tx, importId, people);
  const withdrawal = { at: instantText(recording.at), by: recording.by, why };
  await withdrawRows(
    tx,
    completions.map(({ id }) => id),
    withdrawal,
  );
  const evidence = completions.map(
    (row): EvidenceChange => ({
      personId: row.person_id,
      moduleId: row.module_id,
      on: row.completed_on as CivilDate,
      kind: row.kind,
      sign: -1,
    }),
  );
  await refresh(tx, evidence, recording.at, evidence);
  return completions.length;
}
