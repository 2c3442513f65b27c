import { DomainError } from "#app/domain/errors";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { sendFile } from "#app/platform/send-file";
import { insertAuditEvent } from "#db/queries/audit";
import type { SignedIn } from "#db/queries/people";
import { openEvidence } from "./evidence-access.server";

/**
 * The file of a piece of evidence. That it was read is logged, unless it was read by the person themselves.
 *
 * @throws DomainError not-found, forbidden
 */
export async function readEvidenceFile(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  id: string,
  now: Date,
): Promise<Response> {
  const { evidence, isOwn } = await openEvidence(deps.db.read, reader, id, now);
  const missing = () => new DomainError("not-found", "There is no file with this evidence");
  if (evidence.file_id === null) throw missing();
  if (!isOwn) {
    const event = {
      at: instantText(now),
      actorId: reader.personId,
      action: "read-evidence",
      subjectId: evidence.person_id,
    } as const;
    const detail = { evidence: id };
    await deps.db.write.transaction().execute((tx) => insertAuditEvent(tx, { ...event, detail }));
  }
  const answer = await sendFile(deps.db.read, evidence.file_id, evidence.file_name ?? "");
  if (!answer) throw missing();
  return answer;
}
