/**
 * Seats of a session in a room. Whoever comes when all are taken waits, and gets a seat in the order in which they asked
 * as soon as one is free. Nobody is ever moved back. In the transaction of its caller, who has asked whether it may be.
 */
import type { Notice, NoticeKind } from "#app/domain/notice";
import { instantText } from "#app/platform/clock";
import { newId } from "#app/platform/ids";
import type { Writer } from "#db/connect";
import { type ClassroomSession, countTaken, findBooking, findBookings } from "#db/queries/classroom";
import { changeBooking, putBooking } from "#db/queries/classroom-writes";
import { notify } from "./notify";
import type { Recording } from "./record";

/** A seat, or a place in the waiting list. */
export type Place = "booked" | "waiting";

/** Where the page of a session is for those who take part. */
export function sessionPath(sessionId: string): string {
  return `/sessions/${sessionId}`;
}

/** Where the page of a session is for whoever holds it. */
export function heldSessionPath(sessionId: string): string {
  return `/admin/sessions/${sessionId}`;
}

/** A notice about a session to one of those it concerns; `about` tells it from others of its kind. */
export function sessionNotice(session: ClassroomSession, personId: string, kind: NoticeKind, about: string): Notice {
  const { id, module_id: moduleId, starts_at: startsAt, zone } = session;
  return {
    personId,
    kind,
    key: `${id}:${about}`,
    detail: { sessionId: id, moduleId, startsAt, zone },
    path: kind === "session-leading" ? heldSessionPath(id) : sessionPath(id),
  };
}

/**
 * Gives somebody a seat, or a place at the end of the waiting list when all are taken. Whoever has one already keeps it.
 * They are told, unless they did it themselves or it has begun.
 */
export async function takePlace(
  tx: Writer,
  recording: Recording,
  session: ClassroomSession,
  personId: string,
): Promise<{ readonly state: Place; readonly isNew: boolean }> {
  const before = await findBooking(tx, session.id, personId);
  if (before && before.state !== "cancelled") return { state: before.state, isNew: false };
  const taken = (await countTaken(tx, [session.id])).get(session.id);
  const state: Place = (taken?.booked ?? 0) < session.seats ? "booked" : "waiting";
  const at = instantText(recording.at);
  const id = newId(recording.at);
  await putBooking(tx, {
    id,
    session_id: session.id,
    person_id: personId,
    state,
    booked_at: at,
    booked_by: recording.by,
    changed_at: at,
    changed_by: recording.by,
    attended: null,
    completion_id: null,
  });
  if (recording.by !== personId && session.starts_at > at) {
    const kind = state === "booked" ? "session-place" : "session-waiting";
    await notify(tx, recording.at, [sessionNotice(session, personId, kind, id)]);
  }
  return { state, isNew: true };
}

/**
 * Gives back somebody's seat or place in the waiting list; a seat goes to who has waited longest. Gives whether there was
 * anything to give back.
 */
export async function givePlaceBack(
  tx: Writer,
  recording: Recording,
  session: ClassroomSession,
  personId: string,
): Promise<boolean> {
  const booking = await findBooking(tx, session.id, personId);
  if (!booking || booking.state === "cancelled") return false;
  const at = instantText(recording.at);
  await changeBooking(tx, booking.id, {
    state: "cancelled",
    changed_at: at,
    changed_by: recording.by,
    attended: null,
  });
  if (recording.by !== personId && session.starts_at > at) {
    await notify(tx, recording.at, [sessionNotice(session, personId, "session-removed", booking.id)]);
  }
  await fillSeats(tx, recording, session);
  return true;
}

/**
 * Gives free seats to those who wait, in the order in which they asked, and tells them. Gives who got one. Once the
 * session has begun nobody is moved: who waited at home did not miss anything.
 */
export async function fillSeats(tx: Writer, recording: Recording, session: ClassroomSession): Promise<string[]> {
  const at = instantText(recording.at);
  if (session.starts_at <= at) return [];
  const bookings = await findBookings(tx, session.id);
  const free = session.seats - bookings.filter((booking) => booking.state === "booked").length;
  const next = bookings.filter((booking) => booking.state === "waiting").slice(0, Math.max(0, free));
  for (const booking of next) {
    await changeBooking(tx, booking.id, { state: "booked", changed_at: at, changed_by: recording.by });
    await notify(tx, recording.at, [sessionNotice(session, booking.person_id, "session-seat", booking.id)]);
  }
  return next.map((booking) => booking.person_id);
}
