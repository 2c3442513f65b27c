/** On which day each module came, and each of its revisions. */
import { addDays, type CivilDate, daysBetween, minimumDays, parsePeriod } from "#app/domain/calendar";
import type { DemoModule } from "./content";
import { storyModules } from "./story";

export interface PlannedPublication {
  readonly moduleId: string;
  readonly number: number;
  readonly on: CivilDate;
}

/** Three weeks before the last day: those who have a month for the change have a week left. */
const changedAgo = 23;
/** The weak module's first refreshers were due so long before the last day. */
const weakDueAgo = 45;
/** Modules not named here came one after another. */
const launchedAgo: Readonly<Record<string, number>> = {
  "bilder-och-dataskydd": Number.POSITIVE_INFINITY,
  "svara-kunder": 515,
  strategin: 455,
  "kampanj-och-markning": 430,
  arbetsgivarvarumarket: 420,
  "social-forsaljning": 335,
};
/** A new strategy is decided when it is time to refresh the old one. */
const revisedAgo: Readonly<Record<string, readonly number[]>> = { strategin: [112] };
const nextAgo = [490, 395, 300, 450, 360, 270];
/** Revisions without a day in the story lie between these. */
const afterLaunch = 90;
const beforeLast = 75;

/** Every publication by the last day, in order. */
export function planPublications(
  modules: readonly DemoModule[],
  firstDay: CivilDate,
  lastDay: CivilDate,
): PlannedPublication[] {
  const { changed, weak } = storyModules(modules);
  const longest = daysBetween(firstDay, lastDay);
  const planned: PlannedPublication[] = [];
  let others = 0;
  for (const module of modules) {
    let ago = launchedAgo[module.id];
    if (module === weak) ago = firstRefresherAfter(module) + weakDueAgo + 30;
    if (ago === undefined) {
      ago = nextAgo[others % nextAgo.length] ?? 0;
      others += 1;
    }
    const launch = Math.min(ago, longest);
    const agoOf = agoOfRevisions(module, launch, module === changed);
    for (const { number } of module.revisions) {
      planned.push({ moduleId: module.id, number, on: addDays(lastDay, -(agoOf.get(number) ?? launch)) });
    }
  }
  const key = (publication: PlannedPublication) =>
    `${publication.on}\n${publication.moduleId}\n${String(publication.number).padStart(4, "0")}`;
  return planned.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function firstRefresherAfter(module: DemoModule): number {
  const refresh = module.policy.refresh;
  if (!refresh) return 300;
  return refresh.anchor === "calendar" ? minimumDays(parsePeriod("P9M")) : minimumDays(refresh.every);
}

/** How many days before the last one each revision came. */
function agoOfRevisions(module: DemoModule, launch: number, isChanged: boolean): Map<number, number> {
  const ago = new Map<number, number>();
  const later = module.revisions.filter((revision) => revision.number > 1).map((revision) => revision.number);
  const lastMajor = module.revisions.filter((revision) => revision.number > 1 && revision.change === "major").at(-1);
  const fixed = isChanged && lastMajor ? lastMajor.number : Number.POSITIVE_INFINITY;
  const before = later.filter((number) => number < fixed);
  const oldest = Math.max(launch - afterLaunch, beforeLast);
  before.forEach((number, at) => {
    ago.set(
      number,
      revisedAgo[module.id]?.[at] ?? Math.round(oldest - ((at + 1) * (oldest - beforeLast)) / (before.length + 1)),
    );
  });
  if (Number.isFinite(fixed)) ago.set(fixed, changedAgo);
  later
    .filter((number) => number > fixed)
    .forEach((number, at) => {
      ago.set(number, Math.max(1, changedAgo - 7 * (at + 1)));
    });
  return ago;
}
