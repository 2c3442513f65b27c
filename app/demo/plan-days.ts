/**
 * On which days a known account has to take a module so that it stands on the last day as the story says. Nothing is
 * written: the rules themselves are asked what would follow, and the account then acts on those days.
 */
import { addDays, type CivilDate, compareDates, daysBetween } from "#app/domain/calendar";
import type { Fact } from "#app/domain/facts";
import { spreadFor } from "#app/domain/spread";
import { type Standing, standing } from "#app/domain/standing";
import { outlook } from "#app/domain/timeline";
import type { DemoModule } from "./content";
import { isWeekday } from "./instants";
import type { PlannedPublication } from "./publishing";

/** How a module is to stand on the last day. */
export type Wish =
  /** Nothing to do, and nothing within the month. */
  | "current"
  /** Nothing to do yet: its refresher opens within the month. */
  | "soon"
  /** A refresher to do, with some days left. */
  | "open"
  /** A refresher to do because the content changed. */
  | "changed";

/** Parts of an obligation's time after which somebody may do it, those tried first in front. */
const shares = [0.4, 0.7, 0.15, 0.9, 0.55, 0.3, 0.02];
const stepsAtMost = 600;

export interface DayPlan {
  readonly days: readonly CivilDate[];
  /** 0: exactly as wished. */
  readonly penalty: number;
}

/** Whoever took a module more lately than this before it changed would wonder why. */
const longBefore = 60;

interface Ending {
  readonly at: Standing;
  readonly lastDay: CivilDate;
  readonly completedOn: CivilDate | undefined;
  /** The day of the newest revision that asks something. */
  readonly changedOn: CivilDate | null;
}

/** How far a standing on the last day is from what was wished; 0: as wished. */
function penaltyOf(wish: Wish, { at, lastDay, completedOn, changedOn }: Ending): number {
  const opensIn = at.opensOn === null ? 1000 : daysBetween(lastDay, at.opensOn);
  const dueIn = at.dueOn === null ? 1000 : daysBetween(lastDay, at.dueOn);
  switch (wish) {
    case "current":
      return at.state !== "current" ? 100 : opensIn > 31 ? 0 : 31 - opensIn + 1;
    case "soon":
      if (at.state !== "current") return 100;
      return opensIn > 29 ? Math.min(90, opensIn - 29) : opensIn < 4 ? 5 : 0;
    case "open":
      if (at.state !== "refresher-open") return 100;
      return dueIn > 27 ? dueIn - 27 : dueIn < 5 ? 5 : 0;
    case "changed": {
      if (at.state !== "refresher-open" || at.opensOn !== changedOn || !changedOn || !completedOn) return 100;
      const lately = daysBetween(completedOn, changedOn) < longBefore ? 10 : 0;
      // The change has to be what its date comes from, or nobody is told of it as the reason.
      const told = at.because.some((reason) => reason.code === "major-revision") ? 0 : 20;
      return Math.abs(dueIn - 7) + lately + told;
    }
  }
}

/** The days for one person and module, assigned from the module's first day. */
export function planDays(input: {
  readonly personId: string;
  readonly module: DemoModule;
  readonly publications: readonly PlannedPublication[];
  readonly lastDay: CivilDate;
  readonly wish: Wish;
}): DayPlan {
  const { module, lastDay, wish } = input;
  const published = input.publications.filter((publication) => publication.moduleId === module.id);
  const launch = published[0]?.on;
  if (launch === undefined) throw new Error(`The module ${module.id} is never published`);
  const given: Fact[] = [{ type: "assigned", on: launch }];
  let lastMajor: CivilDate | null = null;
  for (const { number, on } of published) {
    const revision = module.revisions.find((candidate) => candidate.number === number);
    if (!revision || number === 1) continue;
    const { change, within } = revision;
    given.push({ type: "revised", on, revision: number, change, ...(within ? { within } : {}) });
    if (change !== "minor") lastMajor = on;
  }
  const revisionOn = (day: CivilDate) =>
    Math.max(1, ...published.filter(({ on }) => compareDates(on, day) <= 0).map(({ number }) => number));
  const options = { spreadDays: spreadFor(input.personId, module.id) };

  let best: DayPlan = { days: [], penalty: Number.POSITIVE_INFINITY };
  let steps = 0;
  const explore = (days: readonly CivilDate[]): void => {
    if (best.penalty === 0 || steps >= stepsAtMost) return;
    steps += 1;
    const facts: Fact[] = [
      ...given,
      ...days.map((on): Fact => ({ type: "completed", on, revision: revisionOn(on), score: 1 })),
    ];
    const from = days.at(-1) ?? launch;
    const task = outlook(module.policy, facts, from, options).find((later) => later.task !== "none");
    const opened = task && compareDates(task.on, lastDay) <= 0 ? task : null;
    if (!opened || opened.dueOn === null || compareDates(opened.dueOn, lastDay) >= 0) {
      const at = standing(module.policy, facts, lastDay, options);
      const penalty = penaltyOf(wish, { at, lastDay, completedOn: days.at(-1), changedOn: lastMajor });
      if (penalty < best.penalty) best = { days, penalty };
    }
    if (!opened) return;
    const length = opened.dueOn === null ? 20 : Math.max(0, daysBetween(opened.on, opened.dueOn));
    for (const share of shares) {
      let day = addDays(opened.on, Math.round(share * length));
      while (!isWeekday(day)) day = addDays(day, 1);
      if (compareDates(day, lastDay) < 0 && compareDates(day, from) > 0) explore([...days, day]);
    }
  };
  explore([]);
  return best;
}
