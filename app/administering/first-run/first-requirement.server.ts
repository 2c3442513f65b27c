/** What is required first, before anybody has learnt anything: it takes the place of what the course files propose. */
import type { Audience } from "#app/domain/audience";
import type { CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { type Actor, company, mustBeAble } from "#app/domain/permissions";
import type { Requirement } from "#app/domain/requirement";
import { recordRequirement, withdrawRequirement } from "#app/ledger/requirements";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { inLanguage, type Localised } from "#app/words/localised";
import { enqueue } from "#app/work/queue";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { findBeginnings, findModulesToRequire } from "#db/queries/first-run";
import { findDepartments } from "#db/queries/overview";
import { findModuleRequirements } from "#db/queries/requirements";

export interface ModuleToRequire {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly course: string;
  readonly required: boolean;
}

/** Every module there is, by course. @throws DomainError forbidden for who decides no requirements */
export async function readModules(
  deps: Pick<Deps, "db">,
  actor: Actor,
  language: string,
): Promise<readonly ModuleToRequire[]> {
  mustBeAble(actor, "manage-requirements", company);
  const text = (json: string) => inLanguage(JSON.parse(json) as Localised, language);
  return (await findModulesToRequire(deps.db.read)).map((row) => ({
    id: row.id,
    title: text(row.title),
    summary: text(row.summary),
    minutes: row.minutes,
    course: text(row.course_title),
    required: row.required === 1 || row.required === true,
  }));
}

/** Departments to choose from, each after what it lies under. */
export async function readDepartmentChoices(
  deps: Pick<Deps, "db">,
  language: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const nodes = await findDepartments(deps.db.read);
  return nodes
    .filter((node) => node.closedOn === null)
    .map(({ id, name }) => ({ id, name: inLanguage(name, language) }));
}

/** Whether somebody has learnt something: then requirements are changed one by one. */
export async function isUnderWay(deps: Pick<Deps, "db">): Promise<boolean> {
  return (await findBeginnings(deps.db.read)).completions;
}

/**
 * Requires modules of everybody or of a department, from a day. What course files propose is withdrawn, for these modules
 * and for those that were not chosen. Assignments follow by a job.
 *
 * @throws DomainError forbidden for who decides no requirements, not-found for a module or a department that is not
 * there, conflict once anybody has learnt anything
 */
export async function requireFirst(
  deps: Deps,
  actor: Actor,
  chosen: {
    readonly modules: readonly string[];
    /** Null: everybody. */
    readonly departmentId: string | null;
    readonly from: CivilDate;
  },
): Promise<void> {
  mustBeAble(actor, "manage-requirements", company);
  const at = deps.clock.now();
  const recording = { at, by: actor.personId };
  await deps.db.write.transaction().execute(async (tx) => {
    if ((await findBeginnings(tx)).completions) throw new DomainError("conflict", "Training is under way already");
    const modules = (await findModulesToRequire(tx)).map((row) => row.id);
    const unknown = chosen.modules.find((id) => !modules.includes(id));
    if (unknown !== undefined) throw new DomainError("not-found", `There is no module ${unknown}`);
    const departments = await findDepartments(tx);
    if (chosen.departmentId !== null && !departments.some((node) => node.id === chosen.departmentId)) {
      throw new DomainError("not-found", `There is no department ${chosen.departmentId}`);
    }
    const audience: Audience =
      chosen.departmentId === null ? { everyone: true } : { department: [chosen.departmentId] };
    const touched: string[] = [];
    for (const moduleId of modules) {
      // One at a time, the newest first: withdrawing it gives its place back to the one before.
      for (let old = await newestOf(tx, moduleId); old; old = await newestOf(tx, moduleId)) {
        const why = "replaced by what was required first";
        touched.push(...(await withdrawRequirement(tx, recording, { id: old.id, seen: { to: old.to }, why })));
      }
      if (!chosen.modules.includes(moduleId)) continue;
      const requirement = { id: newId(at), moduleId, audience, from: chosen.from, to: null, due: null, every: null };
      touched.push(...(await recordRequirement(tx, recording, requirement)));
    }
    await enqueue(tx, at, {
      key: `first requirement ${newId(at)}`,
      name: "assign-everyone",
      payload: { requirements: [...new Set(touched)] },
    });
    const detail = { modules: chosen.modules.length, everybody: chosen.departmentId === null };
    const event = { at: instantText(at), actorId: actor.personId, subjectId: null, detail } as const;
    await insertAuditEvent(tx, { ...event, action: "chose-first-requirement" });
  });
  deps.wake();
}

async function newestOf(tx: Writer, moduleId: string): Promise<Requirement | undefined> {
  return (await findModuleRequirements(tx, moduleId)).at(-1);
}
