/**
 * The tree of departments: made, renamed, moved, closed. Counts follow the tree as it is now, also of past days; whom a
 * requirement obliges follows where a department stood on each day (`department_placement`).
 */
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { dayIn, instantText } from "#app/platform/clock";
import { newId } from "#app/platform/ids";
import type { Reader, Writer } from "#db/connect";
import { loadDepartmentLines } from "#db/queries/circumstances";
import {
  endPlacement,
  findDepartment,
  findLine,
  findPlacements,
  findSubtree,
  hangSubtree,
  insertDepartment,
  putPlacement,
  updateDepartment,
} from "#db/queries/department-writes";
import { endCareerRow } from "#db/queries/ledger-writes";
import type { Row } from "#db/schema";
import { moveCounts } from "./moved-counts";
import { reconcileAssignments } from "./organisation";
import type { Recording } from "./record";

/** A name by language. */
export type DepartmentName = Readonly<Record<string, string>>;

/** The day before any other: since when a department that was never moved has stood where it stands. */
const always = "0001-01-01" as CivilDate;

/** Where a day begins first: whatever is later than the day there is yet to come everywhere. */
const firstZone = "Pacific/Kiritimati";

/**
 * A department that is open.
 *
 * @throws DomainError not-found for one that is not there, conflict for one that is closed or being merged
 */
export async function openDepartment(tx: Writer, id: string): Promise<Row<"department">> {
  const row = await findDepartment(tx, id);
  if (!row) throw new DomainError("not-found", `There is no department ${id}`);
  if (row.closed_on !== null || row.merged_into !== null) {
    throw new DomainError("conflict", `The department ${id} is closed`);
  }
  return row;
}

/** @throws DomainError invalid for a day that has begun nowhere yet: the tree has no future */
export function mustHaveCome(recording: Recording, on: CivilDate): void {
  if (compareDates(on, dayIn(firstZone, recording.at)) > 0) {
    throw new DomainError("invalid", `Departments change at once or from an earlier day, not from ${on}`);
  }
}

/**
 * Makes a department; with a `parentId` of null it stands at the top. Gives its id.
 *
 * @throws DomainError not-found, conflict for a parent that is not there or closed
 */
export async function createDepartment(
  tx: Writer,
  recording: Recording,
  department: { readonly id?: string; readonly name: DepartmentName; readonly parentId: string | null },
): Promise<string> {
  const { parentId, name, id = newId(recording.at) } = department;
  if (parentId !== null) await openDepartment(tx, parentId);
  const line = parentId === null ? [] : await findLine(tx, parentId);
  await insertDepartment(tx, { id, parent_id: parentId, name: JSON.stringify(name) });
  await tx.insertInto("department_ancestor").values({ department_id: id, ancestor_id: id, depth: 0 }).execute();
  await hangSubtree(tx, [{ id, depth: 0 }], line);
  return id;
}

/** Gives a department another name, in every language. */
export async function renameDepartment(tx: Writer, departmentId: string, name: DepartmentName): Promise<void> {
  if (!(await findDepartment(tx, departmentId))) throw new DomainError("not-found", `No department ${departmentId}`);
  await updateDepartment(tx, departmentId, { name: JSON.stringify(name) });
}

/**
 * Moves a department with all under it from a day on that has come, and not before its last move. The assignments of those
 * concerned are brought up to date by `assignDepartments`.
 *
 * @throws DomainError invalid for a day to come, and for a place under itself; conflict for a day before its last move, for
 * where it stands already, and for a place that was itself under it on one of the days since
 */
export async function moveDepartment(
  tx: Writer,
  recording: Recording,
  move: { readonly departmentId: string; readonly parentId: string | null; readonly on: CivilDate },
): Promise<void> {
  const { departmentId, parentId, on } = move;
  mustHaveCome(recording, on);
  const department = await openDepartment(tx, departmentId);
  if (parentId !== null) await openDepartment(tx, parentId);
  if (department.parent_id === parentId) {
    throw new DomainError("conflict", `${departmentId} stands under ${parentId} already`);
  }
  const line = parentId === null ? [] : await findLine(tx, parentId);
  if (line.includes(departmentId)) throw new DomainError("invalid", `${parentId} lies under ${departmentId}`);
  const placements = await findPlacements(tx, departmentId);
  const last = placements.at(-1);
  if (last && compareDates(on, last.from_on as CivilDate) < 0) {
    throw new DomainError("conflict", `${departmentId} was moved on ${last.from_on}, after ${on}`);
  }
  if (parentId !== null && (await stoodUnder(tx, parentId, departmentId, on))) {
    throw new DomainError("conflict", `${parentId} was under ${departmentId} after ${on}`);
  }

  const before = (await findLine(tx, departmentId)).slice(1);
  const left = before.filter((above) => !line.includes(above));
  const entered = line.filter((above) => !before.includes(above));
  await moveCounts(tx, departmentId, { left, entered });

  const recorded = { recorded_at: instantText(recording.at), recorded_by: recording.by };
  if (!last) {
    const until = addDays(on, -1);
    const stood = { department_id: departmentId, parent_id: department.parent_id, from_on: always, to_on: until };
    await putPlacement(tx, { ...stood, ...recorded });
  } else if (last.from_on !== on) {
    await endPlacement(tx, departmentId, last.from_on, addDays(on, -1));
  }
  await putPlacement(tx, { department_id: departmentId, parent_id: parentId, from_on: on, to_on: null, ...recorded });
  await updateDepartment(tx, departmentId, { parent_id: parentId });
  await hangSubtree(tx, await findSubtree(tx, departmentId), line);
}

/** Whether a department was under another on a day from `on` on: it would then be above itself. */
export async function stoodUnder(db: Reader, departmentId: string, above: string, on: CivilDate): Promise<boolean> {
  const lines = (await loadDepartmentLines(db))(departmentId);
  return lines.some(({ to, value }) => (to === null || compareDates(to, on) >= 0) && value.includes(above));
}

/** Who or what keeps a department open on a day. */
export interface Remaining {
  /** People who belong to it on the day, or will. */
  readonly people: readonly string[];
  /** Open departments directly under it. */
  readonly departments: readonly string[];
}

/** What would keep a department from being closed on a day. */
export async function remainingOn(db: Reader, departmentId: string, on: CivilDate): Promise<Remaining> {
  const people = await db
    .selectFrom("membership")
    .select("person_id")
    .distinct()
    .where("department_id", "=", departmentId)
    .where("withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)]))
    .execute();
  const departments = await db
    .selectFrom("department")
    .select("id")
    .where("parent_id", "=", departmentId)
    .where("closed_on", "is", null)
    .execute();
  return { people: people.map((row) => row.person_id), departments: departments.map((row) => row.id) };
}

/**
 * Closes a department: from the day `on` it is no more. Roles over it end the day before.
 *
 * @throws DomainError invalid for a day to come; conflict where somebody is or will be in it, or an open department under it
 */
export async function closeDepartment(
  tx: Writer,
  recording: Recording,
  closing: { readonly departmentId: string; readonly on: CivilDate; readonly mergedInto?: string },
): Promise<void> {
  const { departmentId, on, mergedInto } = closing;
  mustHaveCome(recording, on);
  if (mergedInto === undefined) await openDepartment(tx, departmentId);
  const { people, departments } = await remainingOn(tx, departmentId, on);
  if (people.length + departments.length > 0) {
    throw new DomainError(
      "conflict",
      `${people.length} people, ${departments.length} departments are in ${departmentId}`,
    );
  }
  await updateDepartment(tx, departmentId, { closed_on: on, merged_into: mergedInto ?? null });
  await endGrants(tx, recording, departmentId, on);
}

async function endGrants(tx: Writer, recording: Recording, departmentId: string, on: CivilDate): Promise<void> {
  const grants = await tx
    .selectFrom("role_grant")
    .select(["id", "person_id", "from_on"])
    .where("department_id", "=", departmentId)
    .where("withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)]))
    .execute();
  const last = addDays(on, -1);
  for (const { id, from_on } of grants) {
    // One that was to begin later lasts its first day: it ends no earlier than it begins.
    await endCareerRow(tx, "role_grant", id, from_on > last ? (from_on as CivilDate) : last);
  }
  const holders = [...new Set(grants.map((row) => row.person_id))];
  if (holders.length > 0) await reconcileAssignments(tx, recording, holders, { everyStanding: false });
}
