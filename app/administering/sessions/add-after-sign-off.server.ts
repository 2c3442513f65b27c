import { DomainError } from "#app/domain/errors";
import { notify } from "#app/ledger/notify";
import { sessionNotice, takePlace } from "#app/ledger/seats";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { insertAuditEvent } from "#db/queries/audit";
import { findBooking } from "#db/queries/classroom";
import { findEmployed } from "#db/queries/classroom-people";
import { changeBooking } from "#db/queries/classroom-writes";
import type { SignedIn } from "#db/queries/people";
import { longestReason } from "./cancel-session.server";
import { mostAtOnce } from "./invite-people.server";
import { heldSession } from "./session-access.server";
import { completeSession } from "./sign-off-session.server";

/**
 * Adds, after sign-off, those who came and were on no list: each was there and has completed the module, and is told.
 * Who was not employed on the day, or is on the list already, is left out; gives how many of each.
 *
 * @throws DomainError forbidden, not-found, invalid without a reason or for more than 500 at once, or conflict when it is
 * not signed off
 */
export async function addAfterSignOff(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  input: { readonly sessionId: string; readonly people: readonly string[]; readonly why: string },
): Promise<{ readonly added: number; readonly left: number }> {
  const now = deps.clock.now();
  const at = instantText(now);
  const recording = { at: now, by: reader.personId };
  const why = input.why.trim();
  const wanted = [...new Set(input.people)];
  return await deps.db.write.transaction().execute(async (tx) => {
    const { session } = await heldSession(tx, reader, input.sessionId);
    if (session.signed_off_at === null) throw new DomainError("conflict", "The session is not signed off");
    if (why === "" || why.length > longestReason) throw new DomainError("invalid", "A correction has a reason");
    if (wanted.length > mostAtOnce) throw new DomainError("invalid", `No more than ${mostAtOnce} at once`);
    const employed = await findEmployed(tx, wanted, dayIn(session.zone, new Date(session.starts_at)));
    const came = [];
    for (const personId of wanted) {
      if (!employed.has(personId)) continue;
      const { isNew } = await takePlace(tx, recording, session, personId);
      const booking = isNew ? await findBooking(tx, session.id, personId) : undefined;
      if (booking) came.push(booking);
    }
    await completeSession(tx, recording, session, came);
    for (const booking of came) {
      await changeBooking(tx, booking.id, { attended: 1 });
      await notify(tx, now, [sessionNotice(session, booking.person_id, "session-corrected", newId(now))]);
      await insertAuditEvent(tx, {
        at,
        actorId: reader.personId,
        action: "corrected-attendance",
        subjectId: booking.person_id,
        detail: { sessionId: session.id, mark: "there" },
      });
    }
    return { added: came.length, left: wanted.length - came.length };
  });
}
