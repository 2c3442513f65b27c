/** Roles and responsibilities: given and ended by day. Audiences may name them, so assignments follow. */
import type { CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { instantText } from "#app/platform/clock";
import { newId } from "#app/platform/ids";
import type { Writer } from "#db/connect";
import { endCareerRow, insertGrant, insertHolding } from "#db/queries/ledger-writes";
import type { Role } from "#db/schema";
import { reconcileAssignments } from "./organisation";
import type { Recording } from "./record";

/** Gives a role from a day on. @returns its id */
export async function recordGrant(
  tx: Writer,
  recording: Recording,
  grant: {
    readonly personId: string;
    readonly role: Role;
    /** A manager's department; null: the whole company. */
    readonly departmentId: string | null;
    /** A trainer's course; null: all. */
    readonly courseId: string | null;
    readonly deputy: boolean;
    readonly from: CivilDate;
    readonly to: CivilDate | null;
  },
): Promise<string> {
  const id = newId(recording.at);
  await insertGrant(tx, {
    id,
    person_id: grant.personId,
    role: grant.role,
    department_id: grant.departmentId,
    course_id: grant.courseId,
    deputy: grant.deputy ? 1 : 0,
    from_on: grant.from,
    to_on: grant.to,
    recorded_at: instantText(recording.at),
    recorded_by: recording.by,
  });
  await reconcileAssignments(tx, recording, [grant.personId], { everyStanding: false });
  return id;
}

/** Gives a responsibility, or the standing in for it, from a day on. @returns its id */
export async function recordHolding(
  tx: Writer,
  recording: Recording,
  holding: {
    readonly personId: string;
    readonly responsibilityId: string;
    readonly deputy: boolean;
    readonly from: CivilDate;
    readonly to: CivilDate | null;
  },
): Promise<string> {
  const id = newId(recording.at);
  await insertHolding(tx, {
    id,
    person_id: holding.personId,
    responsibility_id: holding.responsibilityId,
    deputy: holding.deputy ? 1 : 0,
    from_on: holding.from,
    to_on: holding.to,
    recorded_at: instantText(recording.at),
    recorded_by: recording.by,
  });
  await reconcileAssignments(tx, recording, [holding.personId], { everyStanding: false });
  return id;
}

/**
 * Ends a role or a responsibility; `to` is its last day.
 *
 * @throws DomainError not-found when there is none in force under this id
 */
export async function endRow(
  tx: Writer,
  recording: Recording,
  table: "role_grant" | "holding",
  id: string,
  to: CivilDate,
): Promise<void> {
  const row = await tx
    .selectFrom(table)
    .select("person_id")
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (!row) throw new DomainError("not-found", `No ${table} ${id} is in force`);
  await endCareerRow(tx, table, id, to);
  await reconcileAssignments(tx, recording, [row.person_id], { everyStanding: false });
}
