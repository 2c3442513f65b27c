import { DomainError } from "#app/domain/errors";
import { givePlaceBack, takePlace } from "#app/ledger/seats";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { insertAuditEvent } from "#db/queries/audit";
import { findNextPlaces } from "#db/queries/classroom";
import { findEmployed } from "#db/queries/classroom-people";
import type { SignedIn } from "#db/queries/people";
import { heldSession, mustBeOpen } from "./session-access.server";

/** What became of those who were asked. */
export interface Invited {
  /** Got a seat. */
  readonly booked: number;
  /** Were put on the waiting list. */
  readonly waiting: number;
  /** Not employed on the day, or in a session of the module already. */
  readonly left: number;
}

export const mostAtOnce = 500;

/**
 * Gives people a place in a session, in the order given: a seat as long as there are any, then the waiting list. They
 * are told, and can give it back. Who is not employed on the day, or has a place in a session of the module, is left
 * out. After it has begun, this is how those who came without a place are put on the list, whatever else they have one in.
 *
 * @throws DomainError forbidden, not-found, invalid for more than 500 at once, or conflict when it is cancelled or signed off
 */
export async function invitePeople(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  input: { readonly sessionId: string; readonly people: readonly string[] },
): Promise<Invited> {
  const now = deps.clock.now();
  const wanted = [...new Set(input.people)];
  if (wanted.length > mostAtOnce) throw new DomainError("invalid", `No more than ${mostAtOnce} at once`);
  return await deps.db.write.transaction().execute(async (tx) => {
    const { session } = await heldSession(tx, reader, input.sessionId);
    mustBeOpen(session);
    const at = instantText(now);
    const employed = await findEmployed(tx, wanted, dayIn(session.zone, new Date(session.starts_at)));
    // Once it has begun, who is asked for is there: what they have a place in later is no reason to turn them away.
    const elsewhere =
      session.starts_at > at ? await findNextPlaces(tx, session.module_id, wanted, at) : new Map<string, never>();
    const counts = { booked: 0, waiting: 0, left: 0 };
    for (const personId of wanted) {
      if (!employed.has(personId) || elsewhere.has(personId)) {
        counts.left += 1;
        continue;
      }
      const { state, isNew } = await takePlace(tx, { at: now, by: reader.personId }, session, personId);
      counts[isNew ? state : "left"] += 1;
      if (!isNew) continue;
      const detail = { sessionId: session.id, state };
      const action = "invited-to-session";
      await insertAuditEvent(tx, { at, actorId: reader.personId, action, subjectId: personId, detail });
    }
    return counts;
  });
}

/**
 * Takes somebody off a session; their seat goes to who has waited longest. They are told.
 *
 * @throws DomainError forbidden, not-found, or conflict when it is cancelled or signed off
 */
export async function removeParticipant(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  input: { readonly sessionId: string; readonly personId: string },
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.write.transaction().execute(async (tx) => {
    const { session } = await heldSession(tx, reader, input.sessionId);
    mustBeOpen(session);
    const { personId } = input;
    if (!(await givePlaceBack(tx, { at: now, by: reader.personId }, session, personId))) return;
    await insertAuditEvent(tx, {
      at: instantText(now),
      actorId: reader.personId,
      action: "gave-place-back",
      subjectId: personId,
      detail: { sessionId: session.id },
    });
  });
}
