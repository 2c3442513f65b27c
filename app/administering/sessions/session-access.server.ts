/** Whom a session belongs to: what may be done to it is asked of its module. */
import { DomainError } from "#app/domain/errors";
import { type Actor, can, canSomewhere, mustBeAble } from "#app/domain/permissions";
import type { Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { type ClassroomSession, findClassroomSession } from "#db/queries/classroom";
import { findPublishedModules } from "#db/queries/classroom-places";
import { findModule } from "#db/queries/content";

/** A module that somebody may hold sessions of. */
export interface HeldModule {
  readonly id: string;
  readonly courseId: string;
  readonly title: Localised;
}

/**
 * The modules that somebody may hold sessions of, in the order in which they are taught.
 *
 * @throws DomainError forbidden for whoever may hold none at all
 */
export async function modulesHeldBy(db: Reader, actor: Actor): Promise<HeldModule[]> {
  if (!canSomewhere(actor, "hold-session")) throw new DomainError("forbidden", "Only trainers and HR hold sessions");
  return (await findPublishedModules(db))
    .map((row) => ({ id: row.id, courseId: row.course_id, title: JSON.parse(row.title) as Localised }))
    .filter(({ courseId }) => can(actor, "hold-session", { kind: "module", courseId }));
}

/**
 * A session and its module, for somebody who may hold it.
 *
 * @throws DomainError forbidden, or not-found when there is no such session
 */
export async function heldSession(db: Reader, actor: Actor, id: string) {
  if (!canSomewhere(actor, "hold-session")) throw new DomainError("forbidden", "Only trainers and HR hold sessions");
  const session = await findClassroomSession(db, id);
  const module = session && (await findModule(db, session.module_id));
  if (!session || !module) throw new DomainError("not-found", "There is no session of this id");
  mustBeAble(actor, "hold-session", { kind: "module", courseId: module.course_id });
  return { session, module };
}

/**
 * Asserts that something can still be done to a session.
 *
 * @throws DomainError conflict when it is cancelled or signed off
 */
export function mustBeOpen(session: ClassroomSession): void {
  if (session.cancelled_at !== null) throw new DomainError("conflict", "The session is cancelled");
  if (session.signed_off_at !== null) throw new DomainError("conflict", "The session is signed off");
}
