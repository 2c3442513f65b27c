/** Whose evidence somebody may read and decide. */
import { DomainError } from "#app/domain/errors";
import { can } from "#app/domain/permissions";
import { dayIn } from "#app/platform/clock";
import { isMadeId } from "#app/platform/ids";
import type { Reader } from "#db/connect";
import { findEvidence } from "#db/queries/external-evidence";
import { departmentsOf, type SignedIn } from "#db/queries/people";

export type StoredEvidence = NonNullable<Awaited<ReturnType<typeof findEvidence>>>;

export interface Access {
  readonly evidence: StoredEvidence;
  readonly isOwn: boolean;
  /** Whether the reader decides about it. */
  readonly decides: boolean;
}

/**
 * A piece of evidence, for its person, for whoever decides about it, and for the auditor.
 *
 * @throws DomainError not-found when there is none of this id; forbidden for everybody else
 */
export async function openEvidence(db: Reader, reader: SignedIn, id: string, now: Date): Promise<Access> {
  const evidence = isMadeId(id) ? await findEvidence(db, id) : undefined;
  if (!evidence) throw new DomainError("not-found", "There is no such evidence");
  const personId = evidence.person_id;
  const departments = await departmentsOf(db, personId, dayIn("UTC", now));
  const person = { kind: "person", personId, departments } as const;
  if (!can(reader, "see-standings", person)) throw new DomainError("forbidden", `${id} is not theirs to see`);
  const isOwn = personId === reader.personId;
  return { evidence, isOwn, decides: !isOwn && can(reader, "decide-evidence", person) };
}
