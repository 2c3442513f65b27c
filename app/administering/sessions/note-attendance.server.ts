import { DomainError } from "#app/domain/errors";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { insertAuditEvent } from "#db/queries/audit";
import { findBooking, findBookings } from "#db/queries/classroom";
import { changeBooking } from "#db/queries/classroom-writes";
import type { SignedIn } from "#db/queries/people";
import type { Mark } from "./attendance-marks";
import { heldSession, mustBeOpen } from "./session-access.server";

export type NoteResult =
  | { readonly kind: "noted"; readonly mark: Mark }
  /** Somebody else has noted something else meanwhile; this is what stands. */
  | { readonly kind: "otherwise"; readonly mark: Mark };

const stored: Record<Mark, number | null> = { there: 1, absent: 0, none: null };

export function markOf(attended: number | null): Mark {
  return attended === null ? "none" : attended === 1 ? "there" : "absent";
}

/**
 * Notes whether somebody was there. Sent twice, it is noted once. Where it says what was seen before (`seen`), it never
 * writes over what somebody else has noted since.
 *
 * @throws DomainError forbidden, not-found for somebody without a place, or conflict before the day, when it is
 * cancelled or signed off
 */
export async function noteAttendance(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  input: {
    readonly sessionId: string;
    readonly personId: string;
    readonly mark: Mark;
    readonly seen: readonly Mark[] | null;
  },
): Promise<NoteResult> {
  const now = deps.clock.now();
  return await deps.db.write.transaction().execute(async (tx): Promise<NoteResult> => {
    const { session } = await heldSession(tx, reader, input.sessionId);
    mustBeOpen(session);
    const day = dayIn(session.zone, new Date(session.starts_at));
    if (dayIn(session.zone, now) < day) throw new DomainError("conflict", "The day of the session has not come");
    const booking = await findBooking(tx, session.id, input.personId);
    if (!booking || booking.state === "cancelled") throw new DomainError("not-found", "They have no place in it");
    const present = markOf(booking.attended);
    if (present === input.mark) return { kind: "noted", mark: present };
    if (input.seen !== null && !input.seen.includes(present)) return { kind: "otherwise", mark: present };
    await changeBooking(tx, booking.id, { attended: stored[input.mark] });
    await insertAuditEvent(tx, {
      at: instantText(now),
      actorId: reader.personId,
      action: "noted-attendance",
      subjectId: input.personId,
      detail: { sessionId: session.id, mark: input.mark },
    });
    return { kind: "noted", mark: input.mark };
  });
}

/**
 * Notes of everybody who has a seat and of whom nothing is noted that they were not there. Gives how many.
 *
 * @throws DomainError forbidden, not-found, or conflict before it has begun, when it is cancelled or signed off
 */
export async function noteRestAbsent(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  sessionId: string,
): Promise<number> {
  const now = deps.clock.now();
  const at = instantText(now);
  return await deps.db.write.transaction().execute(async (tx) => {
    const { session } = await heldSession(tx, reader, sessionId);
    mustBeOpen(session);
    if (session.starts_at > at) throw new DomainError("conflict", "The session has not begun");
    const rest = (await findBookings(tx, session.id)).filter(
      (booking) => booking.state === "booked" && booking.attended === null,
    );
    for (const booking of rest) {
      await changeBooking(tx, booking.id, { attended: 0 });
      await insertAuditEvent(tx, {
        at,
        actorId: reader.personId,
        action: "noted-attendance",
        subjectId: booking.person_id,
        detail: { sessionId: session.id, mark: "absent" },
      });
    }
    return rest.length;
  });
}
