import { useWords } from "#app/words/context";
import { distanceTo, type HomeArrangement } from "./home-arrangement";
import type { HomeView } from "./home-view";

/** The sentence that opens the page: a greeting by the hour, then how things stand. */
export function useHomeSentence(view: HomeView, lists: HomeArrangement): string {
  const { greeting, summary } = useWords().home;
  const name = view.person.firstName;
  const hello = lists.firstDay
    ? greeting.first(name)
    : view.hour < 10
      ? greeting.morning(name)
      : view.hour < 18
        ? greeting.day(name)
        : greeting.evening(name);
  return `${hello} ${state()}`;

  function state(): string {
    const { next } = lists;
    if (next && lists.also.length === 0) {
      return summary.one(next.task === "refresher" ? "refresher" : "module", lists.late > 0, next.minutes);
    }
    if (next) return summary.several(lists.also.length + 1, lists.late, lists.minutes);
    if (lists.listed > 0) return summary.nothing;
    return lists.paused.length > 0 ? summary.away : summary.notRequired;
  }
}

/** How far a date is from today, as a person would say it. */
export function useHowFar(today: string) {
  const words = useWords().home.distance;
  return {
    /** `om 24 dagar` */
    until(date: string): string {
      const { count, unit } = distanceTo(today, date);
      if (count <= 0) return words.today;
      return unit === "days" ? words.inDays(count) : unit === "weeks" ? words.inWeeks(count) : words.inYears(count);
    },
    /** `15 veckor kvar`, or how long ago it was. */
    left(date: string): string {
      const { count, unit } = distanceTo(today, date);
      if (count < 0) return unit === "days" ? words.daysLate(-count) : words.weeksLate(-count);
      return unit === "days"
        ? words.daysLeft(count)
        : unit === "weeks"
          ? words.weeksLeft(count)
          : words.yearsLeft(count);
    },
  };
}
