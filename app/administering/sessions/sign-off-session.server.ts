import type { CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { notify } from "#app/ledger/notify";
import { standingsOf } from "#app/ledger/read-standings";
import { type PersonalFact, type Recording, record, withdraw } from "#app/ledger/record";
import { sessionNotice } from "#app/ledger/seats";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { type ClassroomSession, findBooking, findBookings } from "#db/queries/classroom";
import { findRevisionOn } from "#db/queries/classroom-places";
import { changeBooking, signClassroomSession } from "#db/queries/classroom-writes";
import { type SignedIn, zoneOf } from "#db/queries/people";
import { longestReason } from "./cancel-session.server";
import { heldSession } from "./session-access.server";

export type SignOffResult =
  | { readonly kind: "signed"; readonly completed: number; readonly missed: number }
  /** Of so many who have a seat nothing is noted. */
  | { readonly kind: "unnoted"; readonly count: number };

/**
 * Signs a session off: whoever was there has completed the module, or its refresher where that was what they had to do,
 * on the day of the session. Who had a seat and was not there is told. Signed twice, it is recorded once.
 *
 * @throws DomainError forbidden, not-found, or conflict before it has begun or when it is cancelled
 */
export async function signOffSession(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  sessionId: string,
): Promise<SignOffResult> {
  const now = deps.clock.now();
  const at = instantText(now);
  const recording = { at: now, by: reader.personId };
  return await deps.db.write.transaction().execute(async (tx): Promise<SignOffResult> => {
    const { session } = await heldSession(tx, reader, sessionId);
    if (session.cancelled_at !== null) throw new DomainError("conflict", "The session is cancelled");
    if (session.starts_at > at) throw new DomainError("conflict", "The session has not begun");
    const bookings = (await findBookings(tx, session.id)).filter((booking) => booking.state !== "cancelled");
    const there = bookings.filter((booking) => booking.attended === 1);
    const missed = bookings.filter((booking) => booking.state === "booked" && booking.attended === 0);
    if (session.signed_off_at !== null) return { kind: "signed", completed: there.length, missed: missed.length };
    const unnoted = bookings.filter((booking) => booking.state === "booked" && booking.attended === null).length;
    if (unnoted > 0) return { kind: "unnoted", count: unnoted };
    await completeSession(tx, recording, session, there);
    await signClassroomSession(tx, session.id, at, reader.personId);
    await notify(
      tx,
      now,
      missed.map((booking) => sessionNotice(session, booking.person_id, "session-missed", booking.id)),
    );
    await insertAuditEvent(tx, {
      at,
      actorId: reader.personId,
      action: "signed-off-session",
      subjectId: session.id,
      detail: { completed: there.length, missed: missed.length },
    });
    return { kind: "signed", completed: there.length, missed: missed.length };
  });
}

/**
 * Puts right, after sign-off, who was there: the completion is withdrawn with the reason, or recorded after all. The
 * person is told. Gives whether anything was to be put right.
 *
 * @throws DomainError forbidden, not-found, invalid without a reason, or conflict when it is not signed off
 */
export async function correctAttendance(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  input: {
    readonly sessionId: string;
    readonly personId: string;
    readonly mark: "there" | "absent";
    readonly why: string;
  },
): Promise<boolean> {
  const now = deps.clock.now();
  const recording = { at: now, by: reader.personId };
  const why = input.why.trim();
  return await deps.db.write.transaction().execute(async (tx) => {
    const { session } = await heldSession(tx, reader, input.sessionId);
    if (session.signed_off_at === null) throw new DomainError("conflict", "The session is not signed off");
    const booking = await findBooking(tx, session.id, input.personId);
    if (!booking || booking.state === "cancelled") throw new DomainError("not-found", "They had no place in it");
    if (why === "" || why.length > longestReason) throw new DomainError("invalid", "A correction has a reason");
    const was = booking.attended === 1 ? "there" : "absent";
    if (was === input.mark) return false;
    if (input.mark === "there") await completeSession(tx, recording, session, [booking]);
    else {
      if (booking.completion_id !== null) await withdraw(tx, recording, "completion", booking.completion_id, why);
      await changeBooking(tx, booking.id, { completion_id: null });
    }
    const at = instantText(now);
    await changeBooking(tx, booking.id, { attended: input.mark === "there" ? 1 : 0 });
    await notify(tx, now, [sessionNotice(session, booking.person_id, "session-corrected", newId(now))]);
    await insertAuditEvent(tx, {
      at,
      actorId: reader.personId,
      action: "corrected-attendance",
      subjectId: booking.person_id,
      detail: { sessionId: session.id, mark: input.mark },
    });
    return true;
  });
}

/** Records the completions of those who were there, of the revision that was taught on the day. */
export async function completeSession(
  tx: Writer,
  recording: Recording,
  session: ClassroomSession,
  bookings: readonly { readonly id: string; readonly person_id: string; readonly completion_id: string | null }[],
): Promise<void> {
  const { module_id: moduleId } = session;
  const began = new Date(session.starts_at);
  const ended = new Date(session.ends_at);
  const revision = await findRevisionOn(tx, moduleId, dayIn(session.zone, began));
  if (!revision) throw new DomainError("conflict", "The module has not been published");
  const open = bookings.filter((booking) => booking.completion_id === null);
  const keys = open.map((booking) => ({ personId: booking.person_id, moduleId }));
  const tasks = new Map((await standingsOf(tx, keys, began)).map((read) => [read.personId, read.standing.task]));
  const facts: PersonalFact[] = [];
  for (const booking of open) {
    const { person_id: personId } = booking;
    const id = newId(recording.at);
    facts.push({
      type: "completion",
      id,
      personId,
      moduleId,
      attemptId: null,
      kind: tasks.get(personId) === "refresher" ? "refresher" : "module",
      revision: revision.number,
      contentHash: revision.content_hash,
      language: session.language,
      score: null,
      on: await dayOf(tx, personId, began),
      completedAt: ended < recording.at ? ended : recording.at,
    });
  }
  await record(tx, recording, facts);
  for (const [index, booking] of open.entries()) {
    const id = facts[index]?.id;
    if (id !== undefined) await changeBooking(tx, booking.id, { completion_id: id });
  }
}

/** The civil date of an instant where somebody is. */
async function dayOf(tx: Writer, personId: string, instant: Date): Promise<CivilDate> {
  const own = await tx.selectFrom("person").select("zone").where("id", "=", personId).executeTakeFirst();
  return dayIn(own?.zone ?? (await zoneOf(tx, personId, dayIn("UTC", instant))), instant);
}
