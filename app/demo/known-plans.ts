/** What each known account meets on the last day, and so on which days it acted before. */
import { isForDepartments } from "#app/domain/audience";
import type { CivilDate } from "#app/domain/calendar";
import type { DemoModule } from "./content";
import { type DayPlan, planDays, type Wish } from "./plan-days";
import type { PlannedPublication } from "./publishing";
import type { DemoPerson } from "./roster";
import { storyModules } from "./story";

/** By person key and module id: the days on which somebody acts. */
export type ActingDays = ReadonlyMap<string, ReadonlyMap<string, readonly CivilDate[]>>;

export function planKnownAccounts(input: {
  readonly people: readonly DemoPerson[];
  readonly idOf: (key: string) => string;
  readonly modules: readonly DemoModule[];
  readonly publications: readonly PlannedPublication[];
  readonly lastDay: CivilDate;
  readonly above: (departmentId: string) => readonly string[];
}): ActingDays {
  const { changed } = storyModules(input.modules);
  const plans = new Map<string, ReadonlyMap<string, readonly CivilDate[]>>();
  for (const person of input.people) {
    if (person.account === null) continue;
    const department = person.posts.at(-1)?.departmentId;
    if (department === undefined) continue;
    const own = input.modules.filter((module) => isForDepartments(module.audience, input.above(department)));
    const plan = (module: DemoModule, wish: Wish): DayPlan =>
      planDays({ ...input, personId: input.idOf(person.key), module, wish });
    const days = new Map<string, readonly CivilDate[]>();
    let special: Wish = "soon";
    let left = own;
    if (person.account === "employee") {
      days.set(changed.id, plan(changed, "changed").days);
      left = own.filter((module) => module !== changed);
    } else if (person.account === "manager" || person.account === "department-manager") {
      special = "open";
    }
    // One module gets what the account is to show: the one that can come nearest to it.
    let chosen: { module: DemoModule; plan: DayPlan } | null = null;
    for (const module of left) {
      const found = plan(module, special);
      if (chosen === null || found.penalty < chosen.plan.penalty) chosen = { module, plan: found };
      if (found.penalty === 0) break;
    }
    for (const module of left) {
      days.set(module.id, module === chosen?.module ? chosen.plan.days : plan(module, "current").days);
    }
    plans.set(person.key, days);
  }
  return plans;
}
