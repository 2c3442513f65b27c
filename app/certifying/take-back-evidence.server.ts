import { DomainError } from "#app/domain/errors";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { insertAuditEvent } from "#db/queries/audit";
import { moveEvidence } from "#db/queries/external-evidence";
import type { SignedIn } from "#db/queries/people";
import { openEvidence } from "./evidence-access.server";

/**
 * Takes back evidence that still waits: its person may, and whoever entered it. Gives whether it waited.
 *
 * @throws DomainError forbidden for everybody else; not-found
 */
export async function takeBackEvidence(
  deps: Pick<Deps, "db">,
  actor: SignedIn,
  id: string,
  now: Date,
): Promise<boolean> {
  return await deps.db.write.transaction().execute(async (tx) => {
    const { evidence, isOwn } = await openEvidence(tx, actor, id, now);
    if (!isOwn && evidence.sent_by !== actor.personId) {
      throw new DomainError("forbidden", "Only who sent evidence takes it back");
    }
    const isMoved = await moveEvidence(tx, id, "waiting", "withdrawn");
    const event = { at: instantText(now), actorId: actor.personId, action: "withdrew-evidence" } as const;
    const detail = { evidence: id, module: evidence.module_id };
    if (isMoved) await insertAuditEvent(tx, { ...event, subjectId: evidence.person_id, detail });
    return isMoved;
  });
}
