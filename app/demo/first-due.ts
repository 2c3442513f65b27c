/** The day on which somebody has to begin so that what they owe first is due on the last day. */
import { addDays, addPeriod, type CivilDate, compareDates } from "#app/domain/calendar";
import { POLICY_DEFAULTS } from "#app/domain/policy";
import type { DemoModule } from "./content";

/** The first module that everybody takes. */
export function everybodysModule(modules: readonly DemoModule[]): DemoModule {
  const module = modules.find((candidate) => "everyone" in candidate.audience) ?? modules[0];
  if (!module) throw new Error("The demonstration needs courses");
  return module;
}

export function firstDueFrom(modules: readonly DemoModule[], lastDay: CivilDate): CivilDate {
  const due = everybodysModule(modules).policy.due ?? POLICY_DEFAULTS.due;
  let day = lastDay;
  while (compareDates(addPeriod(day, due), lastDay) > 0) day = addDays(day, -1);
  return day;
}
