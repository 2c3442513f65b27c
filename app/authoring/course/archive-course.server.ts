/** Archives a course with its modules, and takes it out of the archive again. */
import type { Actor } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { insertAuditEvent } from "#db/queries/audit";
import { updateCourse } from "#db/queries/courses";
import { findOpenDrafts } from "#db/queries/drafts";
import { findModulesOf } from "#db/queries/modules";
import { companyDay } from "../company-day.server";
import { archiveIn } from "../contents/archive-module.server";
import { openCourse } from "./read-course.server";

/**
 * Archives a course and every module in it: from tomorrow nothing of it is required of anybody; what people did stays.
 *
 * @returns ids of modules that are being changed, for which nothing was archived; empty: it was
 * @throws DomainError forbidden, not-found
 */
export async function archiveCourse(
  deps: Pick<Deps, "db" | "clock" | "wake">,
  actor: Actor,
  courseId: string,
): Promise<readonly string[]> {
  const now = deps.clock.now();
  const open = await deps.db.write.transaction().execute(async (tx) => {
    await openCourse(tx, actor, courseId);
    const drafts = await findOpenDrafts(tx, [courseId]);
    if (drafts.length > 0) return drafts.map((draft) => draft.module_id);
    for (const module of await findModulesOf(tx, [courseId])) {
      if (module.archived_on === null) await archiveIn(tx, now, actor, module.id);
    }
    await updateCourse(tx, courseId, { archived_on: await companyDay(tx, now) });
    const at = instantText(now);
    const event = { at, actorId: actor.personId, action: "archived-course", subjectId: courseId, detail: {} } as const;
    await insertAuditEvent(tx, event);
    return [];
  });
  deps.wake();
  return open;
}

/** Takes a course out of the archive. Its modules are taken out one by one. */
export async function restoreCourse(deps: Pick<Deps, "db" | "clock">, actor: Actor, courseId: string): Promise<void> {
  const at = instantText(deps.clock.now());
  await deps.db.write.transaction().execute(async (tx) => {
    await openCourse(tx, actor, courseId);
    await updateCourse(tx, courseId, { archived_on: null });
    const event = { at, actorId: actor.personId, action: "changed-course", subjectId: courseId, detail: {} } as const;
    await insertAuditEvent(tx, event);
  });
}
