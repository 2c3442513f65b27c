/**
 * One department becomes part of another: its people belong there from a day on, what lies under it moves there, and it
 * closes. Decided at once, carried out some people at a time.
 */
import { type CivilDate, compareDates } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import type { Writer } from "#db/connect";
import { findLine, updateDepartment } from "#db/queries/department-writes";
import { holdingFrom, type Stretch } from "./careers";
import { closeDepartment, moveDepartment, mustHaveCome, openDepartment, remainingOn } from "./departments";
import { recordPeople } from "./people";
import type { Recording } from "./record";

export interface Merging {
  readonly departmentId: string;
  readonly intoId: string;
  /** The first day on which its people belong to the other. */
  readonly on: CivilDate;
}

const peopleAtOnce = 20;

/** The memberships of one person once a department has become part of another. */
export function mergedMemberships(
  rows: readonly Stretch<string>[],
  { departmentId, intoId, on }: Merging,
): readonly Stretch<string>[] {
  return rows
    .filter(({ to, value }) => value === departmentId && (to === null || compareDates(to, on) >= 0))
    .sort((a, b) => compareDates(a.from, b.from))
    .reduce((merged, { from }) => holdingFrom(merged, compareDates(from, on) > 0 ? from : on, intoId, Object.is), rows);
}

/**
 * Decides that a department becomes part of another; from now on nothing new comes into it. Gives the departments that
 * moved with it, whose assignments `assignDepartments` brings up to date.
 *
 * @throws DomainError invalid for a day to come, for itself, and for what lies under it; conflict where either is closed,
 * or something under it was moved after that day
 */
export async function beginMerge(
  tx: Writer,
  recording: Recording,
  { departmentId, intoId, on }: Merging,
): Promise<readonly string[]> {
  mustHaveCome(recording, on);
  await openDepartment(tx, departmentId);
  await openDepartment(tx, intoId);
  if ((await findLine(tx, intoId)).includes(departmentId)) {
    throw new DomainError("invalid", `${intoId} is ${departmentId} or lies under it`);
  }
  const { departments } = await remainingOn(tx, departmentId, on);
  for (const child of departments) {
    await moveDepartment(tx, recording, { departmentId: child, parentId: intoId, on });
  }
  await updateDepartment(tx, departmentId, { merged_into: intoId });
  return departments;
}

/** Moves the next people of a department that is being merged. Gives how many; none: there are none left. */
export async function mergeSomePeople(tx: Writer, recording: Recording, merging: Merging): Promise<number> {
  const { departmentId, intoId, on } = merging;
  const { people } = await remainingOn(tx, departmentId, on);
  const some = people.slice(0, peopleAtOnce);
  if (some.length === 0) return 0;
  const rows = await tx
    .selectFrom("membership")
    .select(["person_id", "from_on"])
    .where("department_id", "=", departmentId)
    .where("person_id", "in", some)
    .where("withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)]))
    .orderBy("from_on")
    .execute();
  await recordPeople(
    tx,
    recording,
    rows.map((row) => {
      const began = row.from_on as CivilDate;
      const from = compareDates(began, on) > 0 ? began : on;
      return { type: "joins" as const, personId: row.person_id, departmentId: intoId, from };
    }),
  );
  return some.length;
}

/** Closes a department whose people have all been moved. */
export async function endMerge(tx: Writer, recording: Recording, merging: Merging): Promise<void> {
  const { departmentId, intoId, on } = merging;
  await closeDepartment(tx, recording, { departmentId, on, mergedInto: intoId });
}

/** Merges a department into another in one transaction, as `beginMerge` says. */
export async function mergeDepartment(tx: Writer, recording: Recording, merging: Merging): Promise<void> {
  await beginMerge(tx, recording, merging);
  while ((await mergeSomePeople(tx, recording, merging)) > 0);
  await endMerge(tx, recording, merging);
}
