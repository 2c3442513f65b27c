/** Sessions in a room: writes. */
import type { Writer } from "../connect";
import type { NewRow, Row } from "../schema";

export async function insertClassroomSession(tx: Writer, row: NewRow<"classroom_session">): Promise<void> {
  await tx.insertInto("classroom_session").values(row).execute();
}

/** Changes a session and moves its sequence on by one, as calendars expect of a change (RFC 5545, 3.8.7.4). */
export async function changeClassroomSession(
  tx: Writer,
  id: string,
  set: Partial<Omit<Row<"classroom_session">, "id" | "module_id" | "sequence">>,
): Promise<void> {
  await tx
    .updateTable("classroom_session")
    .set((eb) => ({ ...set, sequence: eb("sequence", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Signs a session off; what calendars hold of it does not change. */
export async function signClassroomSession(tx: Writer, id: string, at: string, by: string): Promise<void> {
  await tx
    .updateTable("classroom_session")
    .set({ signed_off_at: at, signed_off_by: by })
    .where("id", "=", id)
    .execute();
}

/** Writes somebody's booking: anew, or in the place of the one that they had given back. */
export async function putBooking(tx: Writer, row: NewRow<"booking">): Promise<void> {
  await tx
    .insertInto("booking")
    .values(row)
    .onConflict((conflict) => conflict.columns(["session_id", "person_id"]).doUpdateSet(row))
    .execute();
}

export async function changeBooking(
  tx: Writer,
  id: string,
  set: Partial<Pick<Row<"booking">, "state" | "changed_at" | "changed_by" | "attended" | "completion_id">>,
): Promise<void> {
  await tx.updateTable("booking").set(set).where("id", "=", id).execute();
}
