import type { CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { company, mustBeAble } from "#app/domain/permissions";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findRequirableModules } from "#db/queries/audience-choices";
import { findPeopleNames, type SignedIn } from "#db/queries/people";
import { findModuleRequirements, findRequirement, findRequirementJobs, requirementOf } from "#db/queries/requirements";
import { tellingOf } from "./choices.server";
import { lineOf } from "./read-requirements.server";
import type { FollowingView, RequirementView } from "./requirement-view";

export interface Visiting {
  readonly language: Language;
  readonly today: CivilDate;
  readonly now: Date;
}

/** How far its assignments have come, if they are not there yet. */
async function followingOf(db: Reader, id: string): Promise<FollowingView | null> {
  const open = (await findRequirementJobs(db, id)).find((job) => job.finished_at === null);
  if (!open) return null;
  const { done, total } = JSON.parse(open.progress) as { done: number; total: number | null };
  return { done, total, hasFailed: open.failed_at !== null };
}

/**
 * One requirement, whether it holds, has ended or was withdrawn.
 *
 * @throws DomainError forbidden for who decides no requirements, not-found for one that is not there
 */
export async function readRequirement(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, today }: Visiting,
  id: string,
): Promise<RequirementView> {
  mustBeAble(reader, "manage-requirements", company);
  const db = deps.db.read;
  const row = await findRequirement(db, id);
  if (!row) throw new DomainError("not-found", `There is no requirement ${id}`);
  const requirement = requirementOf(row);
  const telling = await tellingOf(db, [requirement.audience], language);
  const line = await lineOf(db, requirement, row.note, telling, today);
  const module = (await findRequirableModules(db)).find((each) => each.id === row.module_id);
  const others = await findModuleRequirements(db, row.module_id);
  const withdrawer = row.withdrawn_by === null ? [] : await findPeopleNames(db, [row.withdrawn_by]);
  const [by] = withdrawer;
  const dayOf = (instant: string) => dayIn(reader.zone, new Date(instant));
  return {
    ...line,
    people: row.withdrawn_at === null ? line.people : null,
    today,
    module: { id: row.module_id, title: inLanguage(JSON.parse(module?.title ?? "{}") as Localised, language) },
    recorded: {
      on: dayOf(row.recorded_at),
      by: row.given_name === null ? null : `${row.given_name} ${row.family_name}`,
    },
    withdrawn:
      row.withdrawn_at === null
        ? null
        : {
            on: dayOf(row.withdrawn_at),
            by: by ? `${by.given_name} ${by.family_name}` : null,
            why: row.withdrawn_why ?? "",
          },
    before: row.replaces,
    after: others.find((each) => each.replaces === id)?.id ?? null,
    following: await followingOf(db, id),
  };
}
