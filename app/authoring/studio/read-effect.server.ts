/** What a publication or other times would do to the company: in figures by department, never by person. */
import { isPeriod } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import type { Change } from "#app/domain/facts";
import type { Actor } from "#app/domain/permissions";
import { type ModuleChange, type ModuleTrial, tryModuleChange } from "#app/ledger/module-trial";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findDepartmentNames } from "#db/queries/departments";
import { type DraftState, openModule } from "../drafts/draft-state.server";
import { dayFrom, usualWithin } from "../drafts/publication.server";
import type { EffectView } from "./effect-view";

const changes: readonly Change[] = ["minor", "major", "critical"];

/** One at a time: two would each take twice as long, and so would everything else. */
let turn: Promise<unknown> = Promise.resolve();

/** A trial of a change of a module that follows those that wait already. */
export async function trialInTurn(
  db: Reader,
  moduleId: string,
  change: ModuleChange,
  now: Date,
  on: ReturnType<typeof dayFrom>,
): Promise<ModuleTrial> {
  const mine = turn.then(() => tryModuleChange(db, moduleId, change, now, on));
  turn = mine.catch(() => undefined);
  return await mine;
}

/** A trial in figures. */
export async function effectView(
  db: Reader,
  state: Pick<DraftState, "fields">,
  trial: ModuleTrial,
  language: Language,
): Promise<EffectView> {
  const names = await findDepartmentNames(db, [...trial.departments.keys()]);
  const departments = [...trial.departments]
    .map(([id, count]) => ({
      id,
      name: inLanguage(names.get(id) ?? {}, language),
      asked: count.module + count.refresher,
      earlier: count.earlier,
      later: count.later,
      late: count.late,
    }))
    .filter(({ asked, earlier, later, late }) => asked + earlier + later + late > 0)
    .sort((a, b) => b.asked - a.asked || b.earlier - a.earlier || (a.name < b.name ? -1 : 1));
  const sum = (field: "module" | "refresher" | "earlier" | "later" | "late" | "onLeave") =>
    [...trial.departments.values()].reduce((total, count) => total + count[field], 0);
  const { minutes, refresherMinutes } = state.fields;
  return {
    on: trial.on,
    asked: sum("module") + sum("refresher"),
    by: trial.by,
    minutes: sum("module") * minutes + sum("refresher") * refresherMinutes,
    earlier: sum("earlier"),
    later: sum("later"),
    late: sum("late"),
    onLeave: sum("onLeave"),
    departments,
  };
}

/**
 * What publishing a draft in a way would do.
 *
 * @throws DomainError forbidden, not-found; invalid for a kind of change that there is not
 */
export async function readEffect(
  deps: Pick<Deps, "db">,
  actor: Actor,
  wanted: {
    readonly moduleId: string;
    readonly change: string | null;
    readonly within: string | null;
    readonly on: string | null;
    readonly language: Language;
    readonly now: Date;
  },
): Promise<EffectView> {
  const db = deps.db.read;
  const state = await openModule(db, actor, wanted.moduleId);
  const change = changes.find((one) => one === wanted.change);
  if (!change) throw new DomainError("invalid", "A change is minor, major or critical");
  const within = wanted.within !== null && isPeriod(wanted.within) ? wanted.within : usualWithin;
  const number = (state.newest?.number ?? 0) + 1;
  const on = dayFrom(wanted.on ?? "");
  const trial = await trialInTurn(db, wanted.moduleId, { kind: "revision", change, within, number }, wanted.now, on);
  return await effectView(db, state, trial, wanted.language);
}
