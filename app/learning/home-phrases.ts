import type { Words } from "#app/words/words";
import { distanceTo, type HomeArrangement } from "./home-arrangement";
import type { HomeView } from "./home-view";

/** The sentence that opens "my training": a greeting by the hour, then how things stand. */
export function homeSentence(words: Words["home"], view: HomeView, lists: HomeArrangement): string {
  return `${greeting(words.greeting, view, lists)} ${howThingsStand(words.summary, lists)}`;
}

function greeting(words: Words["home"]["greeting"], view: HomeView, lists: HomeArrangement): string {
  const name = view.person.firstName;
  if (lists.firstDay) return words.first(name);
  if (view.hour < 10) return words.morning(name);
  return view.hour < 18 ? words.day(name) : words.evening(name);
}

function howThingsStand(words: Words["home"]["summary"], lists: HomeArrangement): string {
  const { also, late, listed, minutes, next, paused } = lists;
  if (next && also.length > 0) return words.several(also.length + 1, late, minutes);
  if (next) return words.one(next.task === "refresher" ? "refresher" : "module", late > 0, next.minutes);
  if (listed > 0) return words.nothing;
  if (paused.length === 0) return words.notRequired;
  return paused.some((item) => item.status === "leave") ? words.away : words.exempt;
}

/** How long it is until a day that comes: `om 24 dagar`. */
export function timeUntil(words: Words["home"]["distance"], today: string, date: string): string {
  const { count, unit } = distanceTo(today, date);
  if (count <= 0) return words.today;
  if (unit === "days") return words.inDays(count);
  return unit === "weeks" ? words.inWeeks(count) : words.inYears(count);
}

/** How much time is left until a day, or how long ago it passed: `15 veckor kvar`. */
export function timeLeft(words: Words["home"]["distance"], today: string, date: string): string {
  const { count, unit } = distanceTo(today, date);
  if (count < 0) return unit === "days" ? words.daysLate(-count) : words.weeksLate(-count);
  if (unit === "days") return words.daysLeft(count);
  return unit === "weeks" ? words.weeksLeft(count) : words.yearsLeft(count);
}
