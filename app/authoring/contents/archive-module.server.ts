/** Archives a module, and takes it out of the archive again. */
import { compareDates } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import { endRequirement, withdrawRequirement } from "#app/ledger/requirements";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { enqueue } from "#app/work/queue";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { updateCourse } from "#db/queries/courses";
import { findOpenDraft } from "#db/queries/drafts";
import { updateModuleArchive } from "#db/queries/modules";
import { findModuleRequirements } from "#db/queries/requirements";
import { companyDay } from "../company-day.server";
import { openModule } from "../drafts/draft-state.server";

type Needed = Pick<Deps, "db" | "clock">;

/**
 * Ends what is required of a module, whose permission was asked, and archives it.
 *
 * @throws DomainError conflict while something of it is being changed
 */
export async function archiveIn(tx: Writer, now: Date, actor: Actor, moduleId: string): Promise<void> {
  if (await findOpenDraft(tx, moduleId)) throw new DomainError("conflict", `${moduleId} is being changed`);
  const today = await companyDay(tx, now);
  const recording = { at: now, by: actor.personId };
  const touched: string[] = [];
  for (const { id, from, to } of await findModuleRequirements(tx, moduleId)) {
    if (to !== null && compareDates(to, today) <= 0) continue;
    const seen = { to };
    const ids =
      compareDates(from, today) > 0
        ? await withdrawRequirement(tx, recording, { id, seen, why: "the module was archived" })
        : await endRequirement(tx, recording, { id, seen, to: today });
    touched.push(...ids);
  }
  const at = instantText(now);
  if (touched.length > 0) {
    await enqueue(tx, now, {
      key: `archive ${moduleId} ${at}`,
      name: "assign-everyone",
      payload: { requirements: touched },
    });
  }
  await updateModuleArchive(tx, moduleId, today);
  await insertAuditEvent(tx, {
    at,
    actorId: actor.personId,
    action: "archived-module",
    subjectId: moduleId,
    detail: {},
  });
}

/**
 * Archives a module: from tomorrow it is required of nobody and cannot be changed; what people did, and every revision, stays.
 *
 * @throws DomainError forbidden, not-found; conflict while something of it is being changed
 */
export async function archiveModule(deps: Needed & Pick<Deps, "wake">, actor: Actor, moduleId: string): Promise<void> {
  const { module } = await openModule(deps.db.read, actor, moduleId);
  if (!module) throw new DomainError("not-found", `The module ${moduleId} was never published`);
  const now = deps.clock.now();
  await deps.db.write.transaction().execute(async (tx) => await archiveIn(tx, now, actor, moduleId));
  deps.wake();
}

/** Takes a module, and its course, out of the archive. What is required of whom is for others to decide anew. */
export async function restoreModule(deps: Needed, actor: Actor, moduleId: string): Promise<void> {
  const { course } = await openModule(deps.db.read, actor, moduleId);
  const at = instantText(deps.clock.now());
  await deps.db.write.transaction().execute(async (tx) => {
    await updateModuleArchive(tx, moduleId, null);
    if (course.archived_on !== null) await updateCourse(tx, course.id, { archived_on: null });
    const event = { at, actorId: actor.personId, action: "changed-module", subjectId: moduleId, detail: {} } as const;
    await insertAuditEvent(tx, event);
  });
}
