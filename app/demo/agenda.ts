/** What is decided about people, by the day on which it is recorded. */
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import type { PlannedAbsence } from "./absences";
import type { Chance } from "./chance";
import type { DemoPerson, Post } from "./roster";

/** Somebody begins in a unit, and so leaves the one before. */
export interface Beginning {
  readonly person: DemoPerson;
  readonly post: Post;
  /** Not known to the company before. */
  readonly isNew: boolean;
  /** Ends the post before it on its own last day. */
  readonly after: Post | null;
}

export interface Ending {
  readonly person: DemoPerson;
  readonly to: CivilDate;
}

export interface DayAgenda {
  readonly beginnings: Beginning[];
  readonly endings: Ending[];
  readonly absences: PlannedAbsence[];
  readonly withdrawals: PlannedAbsence[];
}

export type Agenda = ReadonlyMap<CivilDate, DayAgenda>;

/** How many days ahead of it something is written down at most. */
const joiningAhead = 12;
const movingAhead = 8;
const leavingAhead = 25;

export function planAgenda(input: {
  readonly chance: Chance;
  readonly people: readonly DemoPerson[];
  readonly absences: readonly PlannedAbsence[];
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
}): Agenda {
  const { chance, firstDay, lastDay } = input;
  const agenda = new Map<CivilDate, DayAgenda>();
  const on = (day: CivilDate): DayAgenda => {
    const within = compareDates(day, firstDay) < 0 ? firstDay : compareDates(day, lastDay) > 0 ? lastDay : day;
    let found = agenda.get(within);
    if (!found) {
      found = { beginnings: [], endings: [], absences: [], withdrawals: [] };
      agenda.set(within, found);
    }
    return found;
  };
  const ahead = (day: CivilDate, atMost: number, ...about: string[]) =>
    addDays(day, -chance.whole(0, atMost, "ahead", ...about, day));
  for (const person of input.people) {
    person.posts.forEach((post, at) => {
      const before = person.posts[at - 1];
      const follows = before?.to === addDays(post.from, -1);
      const recorded = ahead(post.from, at === 0 ? joiningAhead : movingAhead, "begins", person.key);
      // An ending of its own is written down before whatever comes after it.
      const after = before?.to && compareDates(recorded, before.to) <= 0 && !follows ? addDays(before.to, 1) : recorded;
      on(after).beginnings.push({ person, post, isNew: at === 0, after: follows && before ? before : null });
      const next = person.posts[at + 1];
      if (post.to !== null && next?.from !== addDays(post.to, 1)) {
        on(ahead(post.to, leavingAhead, "ends", person.key)).endings.push({ person, to: post.to });
      }
    });
  }
  for (const absence of input.absences) {
    on(absence.recordedOn).absences.push(absence);
    if (absence.withdrawnOn) on(absence.withdrawnOn).withdrawals.push(absence);
  }
  return agenda;
}
