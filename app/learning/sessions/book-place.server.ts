import { DomainError } from "#app/domain/errors";
import { givePlaceBack, type Place, takePlace } from "#app/ledger/seats";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { insertAuditEvent } from "#db/queries/audit";
import { findClassroomSession } from "#db/queries/classroom";
import type { SignedIn } from "#db/queries/people";
import { asLearner } from "../learner.server";
import { participation } from "./read-participation.server";

/**
 * Books a seat for the reader, or a place in the waiting list when all are taken. Sent twice, it is booked once.
 *
 * @throws DomainError not-found; forbidden when the module is not theirs; conflict when it has begun or is cancelled,
 * they are not employed on the day, or have a place in another session of the module
 */
export async function bookPlace(deps: Pick<Deps, "db" | "clock">, reader: SignedIn, sessionId: string): Promise<Place> {
  const { personId } = asLearner(reader, reader.language);
  const now = deps.clock.now();
  return await deps.db.write.transaction().execute(async (tx) => {
    const session = await findClassroomSession(tx, sessionId);
    if (!session) throw new DomainError("not-found", "There is no session of this id");
    const { standing } = await participation(tx, session, personId, now);
    if (standing === "booked" || standing === "waiting") return standing;
    if (standing === "not-yours") throw new DomainError("forbidden", "The module is not theirs");
    if (standing !== "free" && standing !== "full") throw new DomainError("conflict", `No place: ${standing}`);
    const { state } = await takePlace(tx, { at: now, by: personId }, session, personId);
    await insertAuditEvent(tx, {
      at: instantText(now),
      actorId: personId,
      action: "took-place",
      subjectId: personId,
      detail: { sessionId, state },
    });
    return state;
  });
}

/**
 * Gives the reader's seat, or place in the waiting list, back. Sent twice, it is given back once.
 *
 * @throws DomainError not-found, or conflict when it has begun or is cancelled
 */
export async function returnPlace(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  sessionId: string,
): Promise<void> {
  const { personId } = asLearner(reader, reader.language);
  const now = deps.clock.now();
  const at = instantText(now);
  await deps.db.write.transaction().execute(async (tx) => {
    const session = await findClassroomSession(tx, sessionId);
    if (!session) throw new DomainError("not-found", "There is no session of this id");
    if (session.cancelled_at !== null || session.starts_at <= at) {
      throw new DomainError("conflict", "The session has begun or is cancelled");
    }
    if (!(await givePlaceBack(tx, { at: now, by: personId }, session, personId))) return;
    await insertAuditEvent(tx, {
      at,
      actorId: personId,
      action: "gave-place-back",
      subjectId: personId,
      detail: { sessionId },
    });
  });
}
