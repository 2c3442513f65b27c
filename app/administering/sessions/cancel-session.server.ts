import { DomainError } from "#app/domain/errors";
import { notify } from "#app/ledger/notify";
import { sessionNotice } from "#app/ledger/seats";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { insertAuditEvent } from "#db/queries/audit";
import { findBookings } from "#db/queries/classroom";
import { changeClassroomSession } from "#db/queries/classroom-writes";
import type { SignedIn } from "#db/queries/people";
import { heldSession, mustBeOpen } from "./session-access.server";

export const longestReason = 500;

/**
 * Cancels a session with a reason that those concerned can read. Everybody who had a place or waited is told; who they
 * were is kept.
 *
 * @throws DomainError forbidden, not-found, invalid without a reason, or conflict when it is cancelled or signed off
 */
export async function cancelSession(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  input: { readonly sessionId: string; readonly why: string },
): Promise<void> {
  const now = deps.clock.now();
  const why = input.why.trim();
  await deps.db.write.transaction().execute(async (tx) => {
    const { session } = await heldSession(tx, reader, input.sessionId);
    mustBeOpen(session);
    if (why === "" || why.length > longestReason)
      throw new DomainError("invalid", "A session is cancelled for a reason");
    const at = instantText(now);
    await changeClassroomSession(tx, session.id, {
      cancelled_at: at,
      cancelled_by: reader.personId,
      cancelled_why: why,
    });
    const concerned = (await findBookings(tx, session.id))
      .filter((booking) => booking.state !== "cancelled")
      .map((booking) => booking.person_id);
    const { instructor_id: instructor } = session;
    if (instructor !== null && instructor !== reader.personId && !concerned.includes(instructor)) {
      concerned.push(instructor);
    }
    await notify(
      tx,
      now,
      concerned.map((personId) => sessionNotice(session, personId, "session-cancelled", "")),
    );
    await insertAuditEvent(tx, {
      at,
      actorId: reader.personId,
      action: "cancelled-session",
      subjectId: session.id,
      detail: { told: concerned.length },
    });
  });
}
