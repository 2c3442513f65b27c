/** When people get round to what they owe: most in time, some late. */
import { addDays, type CivilDate, compareDates, daysBetween } from "#app/domain/calendar";
import type { Chance } from "./chance";
import { isWeekday } from "./instants";
import { type DemoPerson, isCast } from "./roster";
import type { Treatment } from "./story";

/** Something that somebody owes: a module or its refresher, once. */
export interface Obligation {
  readonly personKey: string;
  readonly moduleId: string;
  readonly cycle: number;
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
}

/** A part of the time given (0 to 1), or days after it; null: not of their own accord. */
export type Pace = { readonly share: number } | { readonly late: number } | null;

/** Share of obligations that people of a department finish late. */
const lateShares: Readonly<Record<string, number>> = {
  hr: 0.26,
  kundservice: 0.28,
  salj: 0.42,
  marknad: 0.16,
  butik: 0.36,
  ledning: 0.2,
};
const latestDays = 170;

/** When somebody gets round to an obligation. */
export function paceOf(chance: Chance, person: DemoPerson, obligation: Obligation, treatment?: Treatment): Pace {
  if (treatment === "never-takes") return null;
  if (treatment === "lets-pass" && obligation.cycle > 0) return null;
  // A refresher that has lapsed into the whole module is still the same thing put off.
  const about = [person.key, obligation.moduleId, obligation.cycle];
  // Those of whom a story is told keep to it.
  const tardy = isCast(person.key) ? 0.2 : 0.3 + 1.7 * chance.share("tardy", person.key) ** 2;
  const late = (lateShares[person.posts.at(-1)?.top ?? ""] ?? 0.1) * tardy;
  const turn = chance.share("pace", ...about);
  if (turn < late) return { late: 2 + Math.floor(chance.share("late", ...about) ** 1.2 * latestDays) };
  return { share: 0.03 + 0.94 * chance.share("share", ...about) ** 0.8 };
}

/** The day from which somebody of this pace does it. */
export function actsFrom(pace: Pace, obligation: Obligation): CivilDate | null {
  if (pace === null) return null;
  if ("late" in pace) return addDays(obligation.dueOn, pace.late);
  const length = Math.max(0, daysBetween(obligation.opensOn, obligation.dueOn));
  return addDays(obligation.opensOn, Math.floor(pace.share * length));
}

/** Whether somebody is at work: offices on weekdays, stores five days of seven. */
export function isAtWork(chance: Chance, person: DemoPerson, day: CivilDate): boolean {
  const post = person.posts.findLast((candidate) => compareDates(candidate.from, day) <= 0);
  return post?.top === "butik" ? chance.share("at work", person.key, day) < 5 / 7 : isWeekday(day);
}
