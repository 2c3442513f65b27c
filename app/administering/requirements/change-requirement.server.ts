/** Ending a requirement, and withdrawing one that was saved by mistake; what it does is shown before it is done. */
import { addDays, type CivilDate, compareDates, isCivilDate } from "#app/domain/calendar";
import { DomainError, isDomainError } from "#app/domain/errors";
import { company, mustBeAble } from "#app/domain/permissions";
import type { RequirementChange } from "#app/domain/requirement";
import { endRequirement, withdrawRequirement } from "#app/ledger/requirements";
import type { Deps } from "#app/platform/deps";
import type { SignedIn } from "#db/queries/people";
import { findModuleRequirements, findRequirement } from "#db/queries/requirements";
import { requirementPath } from "./paths";
import type { Visiting } from "./read-requirement.server";
import type { Problem, TrialView } from "./requirement-view";
import { audit, follow } from "./save-requirement.server";
import { dayOf, trialOf, trialView } from "./try-change.server";

/** What the page of a requirement shows after its form was sent. */
export interface SentChange {
  readonly kind: "end" | "withdraw";
  readonly last: string;
  readonly why: string;
  readonly problems: readonly Problem[];
  readonly trial: TrialView | null;
}

export type ChangeOutcome = { readonly to: string } | { readonly status: number; readonly sent: SentChange };

const longestWhy = 500;
const daysAhead = 1100;

/**
 * Ends (`end`) or withdraws (`withdraw`) a requirement, or shows what that does (`try-end`, `try-withdraw`).
 *
 * @throws DomainError forbidden, not-found, invalid for a form that asks for nothing of these
 */
export async function changeRequirement(
  deps: Deps,
  reader: SignedIn,
  visit: Visiting,
  id: string,
  fields: FormData,
): Promise<ChangeOutcome> {
  mustBeAble(reader, "manage-requirements", company);
  const row = await findRequirement(deps.db.read, id);
  if (!row) throw new DomainError("not-found", `There is no requirement ${id}`);
  const text = (name: string) => String(fields.get(name) ?? "").trim();
  const [word = "", which = ""] = text("do").split(" ");
  const kind = (["end", "withdraw"] as const).find(
    (each) => word === each || word === `try-${each}` || text("kind") === each,
  );
  if (!kind) throw new DomainError("invalid", "Neither ended nor withdrawn");
  const [last, why] = [text("last"), text("why").slice(0, 2000)];
  const answer = (status: number, problems: readonly Problem[], trial: TrialView | null = null): ChangeOutcome => ({
    status,
    sent: { kind, last, why, problems, trial },
  });

  const problems: Problem[] = [];
  if (kind === "end") {
    const isDay = isCivilDate(last) && compareDates(last, addDays(visit.today, daysAhead)) <= 0;
    if (!isDay) problems.push({ field: "last", code: "date" });
    else if (last < row.from_on) problems.push({ field: "last", code: "last-day" });
  } else if (why === "" || why.length > longestWhy) problems.push({ field: "why", code: "why" });
  if (problems.length > 0) return answer(422, problems);

  const change: RequirementChange =
    kind === "end" ? { type: "ends", id, to: last as CivilDate } : { type: "withdraws", id };
  try {
    const isDone = word === "end" || word === "withdraw";
    const wanted = { moduleId: row.module_id, change, on: dayOf(change, visit.today) };
    const trial = await trialOf(deps.db.read, wanted, {
      now: visit.now,
      again: word === "page" || word === "in" || isDone,
    });
    const within = word === "in" ? which : word === "page" ? text("within") : "";
    const view = await trialView(deps.db.read, reader, trial, {
      moduleId: row.module_id,
      audience: await audienceBehind(deps, row.module_id, kind, row.replaces),
      page: word === "page" ? Number(which) || 1 : 1,
      departmentId: within === "" ? null : within,
      language: visit.language,
    });
    if (!isDone) return answer(200, [], view);
    const at = deps.clock.now();
    const recording = { at, by: reader.personId };
    const seen = { to: text("seen") === "" ? null : (text("seen") as CivilDate) };
    await deps.db.write.transaction().execute(async (tx) => {
      const touched =
        change.type === "ends"
          ? await endRequirement(tx, recording, { id, seen, to: change.to })
          : await withdrawRequirement(tx, recording, { id, seen, why });
      await follow(tx, at, id, touched);
      await audit(tx, reader, at, {
        action: kind === "end" ? "ended-requirement" : "withdrew-requirement",
        subjectId: id,
        detail: { module: row.module_id, leaves: view.leaves, ...(kind === "end" ? { last } : {}) },
      });
    });
  } catch (error) {
    if (!isDomainError(error) || (error.code !== "conflict" && error.code !== "not-found")) throw error;
    return answer(409, [{ field: "change", code: "conflict" }]);
  }
  deps.wake();
  return { to: `${requirementPath(id)}?done=${kind === "end" ? "ended" : "withdrawn"}` };
}

/** Whom the version before is for, which goes on when this one is withdrawn; null: nobody. */
async function audienceBehind(
  deps: Pick<Deps, "db">,
  moduleId: string,
  kind: SentChange["kind"],
  before: string | null,
) {
  if (kind === "end" || before === null) return null;
  const all = await findModuleRequirements(deps.db.read, moduleId);
  return all.find((each) => each.id === before)?.audience ?? null;
}
