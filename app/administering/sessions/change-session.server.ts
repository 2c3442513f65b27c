import { DomainError } from "#app/domain/errors";
import type { Notice } from "#app/domain/notice";
import { notify } from "#app/ledger/notify";
import { fillSeats, sessionNotice } from "#app/ledger/seats";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { type ClassroomSession, findBookings, findClassroomSession } from "#db/queries/classroom";
import { changeClassroomSession } from "#db/queries/classroom-writes";
import type { SignedIn } from "#db/queries/people";
import { checkSession, type SessionPlan } from "./check-session.server";
import { isSure } from "./plan-session.server";
import { heldSession, mustBeOpen } from "./session-access.server";
import type { SessionDoubt, SessionFields, SessionProblems } from "./session-form";

export type ChangeResult =
  | { readonly kind: "changed"; readonly promoted: number }
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly problems: SessionProblems }
  | { readonly kind: "doubtful"; readonly doubts: readonly SessionDoubt[] };

/**
 * Changes a session: its sequence moves on by one. Those who have a place or wait are told when it concerns them, and
 * added seats go to those who wait.
 *
 * @throws DomainError forbidden, not-found, or conflict when it is cancelled or signed off
 */
export async function changeSession(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  input: { readonly sessionId: string; readonly fields: SessionFields; readonly sure: readonly string[] },
): Promise<ChangeResult> {
  const now = deps.clock.now();
  return await deps.db.write.transaction().execute(async (tx): Promise<ChangeResult> => {
    const { session } = await heldSession(tx, reader, input.sessionId);
    mustBeOpen(session);
    const present = { id: session.id, moduleId: session.module_id, instructorId: session.instructor_id };
    const { problems, doubts, plan } = await checkSession(tx, reader, now, input.fields, present);
    if (plan === null) return { kind: "refused", problems };
    const set = columnsOf(plan);
    const changed = (Object.keys(set) as (keyof typeof set)[]).filter((column) => set[column] !== session[column]);
    if (changed.length === 0) return { kind: "unchanged" };
    if (!isSure(doubts, input.sure)) return { kind: "doubtful", doubts };
    await changeClassroomSession(tx, session.id, set);
    const after = await findClassroomSession(tx, session.id);
    if (!after) throw new DomainError("not-found", "The session is gone");
    const concerns = changed.some((column) => column !== "seats" && column !== "note");
    if (concerns) await tell(tx, now, session, after, reader.personId);
    const promoted = await fillSeats(tx, { at: now, by: reader.personId }, after);
    await insertAuditEvent(tx, {
      at: instantText(now),
      actorId: reader.personId,
      action: "changed-session",
      subjectId: session.id,
      detail: { changed: changed.join(" "), sequence: after.sequence, promoted: promoted.length },
    });
    return { kind: "changed", promoted: promoted.length };
  });
}

function columnsOf(plan: SessionPlan) {
  return {
    site_id: plan.siteId,
    place: plan.place,
    starts_at: plan.startsAt,
    ends_at: plan.endsAt,
    zone: plan.zone,
    seats: plan.seats,
    language: plan.language,
    instructor_id: plan.instructorId,
    note: plan.note,
  };
}

async function tell(tx: Writer, now: Date, before: ClassroomSession, after: ClassroomSession, by: string) {
  // Nobody is told of what has been.
  if (after.starts_at <= instantText(now)) return;
  const about = String(after.sequence);
  const notices: Notice[] = (await findBookings(tx, after.id))
    .filter((booking) => booking.state !== "cancelled")
    .map((booking) => sessionNotice(after, booking.person_id, "session-changed", about));
  const [was, is] = [before.instructor_id, after.instructor_id];
  if (was !== is) {
    if (was !== null && was !== by) notices.push(sessionNotice(after, was, "session-not-leading", about));
    if (is !== null && is !== by) notices.push(sessionNotice(after, is, "session-leading", about));
  } else if (is !== null && is !== by) notices.push(sessionNotice(after, is, "session-changed", about));
  await notify(tx, now, notices);
}
