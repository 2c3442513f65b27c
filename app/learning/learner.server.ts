import { DomainError } from "#app/domain/errors";
import { can } from "#app/domain/permissions";
import type { SignedIn } from "#db/queries/people";
import type { Learner } from "./attempt.server";

/**
 * The signed-in person as a learner, in the language of the page.
 *
 * @throws DomainError forbidden for whoever may not learn
 */
export function asLearner(reader: SignedIn, language: string): Learner {
  const actor = { personId: reader.personId, grants: reader.grants };
  const subject = { kind: "person", personId: reader.personId, departments: reader.departments } as const;
  if (!can(actor, "learn", subject)) throw new DomainError("forbidden", "Only employees learn");
  return { personId: reader.personId, departments: reader.departments, language };
}
