import { isCivilDate } from "#app/domain/calendar";

/** A holiday, and the day it falls on. */
export interface Holiday {
  readonly on: string;
  readonly name: string;
}

const longestName = 80;
const mostDays = 100;

/**
 * Reads lines such as `2026-12-24 Julafton` of one year. Gives instead the first line that is not one, as it was written,
 * or the first day that comes twice.
 */
export function readHolidayLines(
  text: string,
  year: number,
): readonly Holiday[] | { readonly wrong: string } | { readonly twice: string } {
  const days = new Map<string, Holiday>();
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === "") continue;
    const match = /^(\d{4}-\d{2}-\d{2})[\s,;]+(.+)$/.exec(line);
    const [, on, name = ""] = match ?? [];
    const isRight = isCivilDate(on) && Number(on.slice(0, 4)) === year && name.length <= longestName;
    if (!isRight || days.size >= mostDays) return { wrong: line.slice(0, longestName) };
    if (days.has(on)) return { twice: on };
    days.set(on, { on, name: name.trim() });
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The lines of holidays, as they are read again. */
export function holidayLines(days: readonly Holiday[]): string {
  return days.map(({ on, name }) => `${on} ${name}`).join("\n");
}

/** The same days a year later, as far as there are such; days in `present` stay as they are. */
export function yearLater(days: readonly Holiday[], present: readonly Holiday[], year: number): readonly Holiday[] {
  const later = new Map(present.map((day) => [day.on, day]));
  for (const { on, name } of days) {
    const moved = `${year}${on.slice(4)}`;
    if (isCivilDate(moved) && !later.has(moved)) later.set(moved, { on: moved, name });
  }
  return [...later.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}
