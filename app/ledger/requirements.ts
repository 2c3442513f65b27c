/**
 * What is required of whom. Each change is written here at once; assignments follow by `assign-everyone`, which its caller
 * has done for the requirements that these functions name.
 */
import type { CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { afterChange, type Requirement, type RequirementChange, requirementDifference } from "#app/domain/requirement";
import { instantText } from "#app/platform/clock";
import type { Writer } from "#db/connect";
import {
  endRequirementRow,
  insertRequirementRow,
  withdrawRequirementRow,
} from "#db/queries/ledger-writes-requirements";
import { findModuleRequirements, findRequirement } from "#db/queries/requirements";
import type { Recording } from "./record";

/** What whoever set a requirement wanted to remember of it, or why it is withdrawn. */
type Remark = string | null;

async function write(
  tx: Writer,
  recording: Recording,
  moduleId: string,
  change: RequirementChange,
  remark: Remark,
): Promise<readonly string[]> {
  const before = await findModuleRequirements(tx, moduleId);
  const difference = requirementDifference(before, afterChange(before, change));
  const at = instantText(recording.at);
  for (const { id, to } of difference.ended) await endRequirementRow(tx, id, to);
  for (const id of difference.withdrawn) {
    const why = change.type === "withdraws" ? (remark ?? "") : "replaced from its first day";
    await withdrawRequirementRow(tx, id, { at, by: recording.by, why });
  }
  for (const requirement of difference.recorded) {
    await insertRequirementRow(tx, {
      id: requirement.id,
      module_id: requirement.moduleId,
      audience: JSON.stringify(requirement.audience),
      from_on: requirement.from,
      to_on: requirement.to,
      due: requirement.due,
      every: requirement.every,
      replaces: requirement.replaces,
      note: remark,
      recorded_at: at,
      recorded_by: recording.by,
    });
  }
  return difference.touched;
}

/** @throws DomainError not-found, or conflict for one that was withdrawn or no longer ends on the day that was seen */
async function mustBeAsSeen(tx: Writer, id: string, seen: Seen): Promise<string> {
  const row = await findRequirement(tx, id);
  if (!row) throw new DomainError("not-found", `There is no requirement ${id}`);
  if (row.withdrawn_at !== null || row.to_on !== seen.to) {
    throw new DomainError("conflict", `The requirement ${id} has changed since it was read`);
  }
  return row.module_id;
}

/** How a requirement was when it was read by whoever changes it. */
export interface Seen {
  readonly to: CivilDate | null;
}

/**
 * Records a requirement. Gives the ids of those whose assignments have to follow, as all of these do.
 *
 * @throws DomainError conflict when there is one of this id
 */
export async function recordRequirement(
  tx: Writer,
  recording: Recording,
  requirement: Omit<Requirement, "replaces">,
  note: Remark = null,
): Promise<readonly string[]> {
  if (await findRequirement(tx, requirement.id)) {
    throw new DomainError("conflict", `There is a requirement ${requirement.id}`);
  }
  const change = { type: "records", requirement: { ...requirement, replaces: null } } as const;
  return await write(tx, recording, requirement.moduleId, change, note);
}

/**
 * Records a later version of a requirement; the one before it ends the day before. One of which no day would be left is
 * withdrawn.
 *
 * @throws DomainError not-found, conflict when it has changed since it was seen, has a later version, or has ended
 */
export async function replaceRequirement(
  tx: Writer,
  recording: Recording,
  {
    id,
    seen,
    by,
    note = null,
  }: {
    readonly id: string;
    readonly seen: Seen;
    readonly by: Omit<Requirement, "to" | "replaces" | "moduleId">;
    readonly note?: Remark;
  },
): Promise<readonly string[]> {
  const moduleId = await mustBeAsSeen(tx, id, seen);
  if (await findRequirement(tx, by.id)) throw new DomainError("conflict", `There is a requirement ${by.id}`);
  return await write(tx, recording, moduleId, { type: "replaces", id, by: { ...by, moduleId } }, note);
}

/**
 * Ends a requirement; `to` is its last day.
 *
 * @throws DomainError not-found, conflict as above, invalid for a day before its first
 */
export async function endRequirement(
  tx: Writer,
  recording: Recording,
  { id, seen, to }: { readonly id: string; readonly seen: Seen; readonly to: CivilDate },
): Promise<readonly string[]> {
  const moduleId = await mustBeAsSeen(tx, id, seen);
  return await write(tx, recording, moduleId, { type: "ends", id, to }, null);
}

/**
 * Withdraws a requirement that was saved by mistake: as if it had never been. The version before it goes on in its place.
 *
 * @throws DomainError not-found, conflict as above
 */
export async function withdrawRequirement(
  tx: Writer,
  recording: Recording,
  { id, seen, why }: { readonly id: string; readonly seen: Seen; readonly why: string },
): Promise<readonly string[]> {
  const moduleId = await mustBeAsSeen(tx, id, seen);
  return await write(tx, recording, moduleId, { type: "withdraws", id }, why);
}
