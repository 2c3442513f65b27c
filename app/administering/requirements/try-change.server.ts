/** What a change of requirements would do, as a page shows it. */
import { type Audience, circumstances } from "#app/domain/audience";
import { groundsFor } from "#app/domain/audience-grounds";
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import { can, company } from "#app/domain/permissions";
import type { RequirementChange } from "#app/domain/requirement";
import { isLate } from "#app/domain/standing";
import { type Trial, type Tried, tryRequirement } from "#app/ledger/trial";
import { audienceSentence, groundsPhrase } from "#app/words/audience-sentence";
import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findRequirableModules } from "#db/queries/audience-choices";
import { loadCareers, loadDepartmentLines } from "#db/queries/circumstances";
import { findDepartmentNames } from "#db/queries/departments";
import { findPeopleNames, type SignedIn } from "#db/queries/people";
import { findSortKeys } from "#db/queries/requirement-reach";
import { tellingOf } from "./choices.server";
import type { Effect, TrialView, TriedDepartment, TriedPerson } from "./requirement-view";
import { peopleOnPage } from "./trial-pages";

/** As many as this are sorted by name; more would take longer than it helps. */
const sortedAtMost = 20_000;

export function effectOf({ before, after }: Tried): Effect {
  if (before === null) return "newly";
  if (after === null) return "leaves";
  if (isLate(after.state) && !isLate(before.state)) return "late";
  if (after.dueOn !== null && (before.dueOn === null || compareDates(after.dueOn, before.dueOn) < 0)) return "earlier";
  if (before.dueOn !== null && (after.dueOn === null || compareDates(after.dueOn, before.dueOn) > 0)) return "later";
  return "other";
}

/** Whether somebody is late who was not: also one of whom it was not required at all. */
export function becomesLate({ before, after }: Tried): boolean {
  return after !== null && isLate(after.state) && (before === null || !isLate(before.state));
}

function comesForward({ before, after }: Tried): boolean {
  if (before === null || after === null || after.dueOn === null) return false;
  return before.dueOn === null || compareDates(after.dueOn, before.dueOn) < 0;
}

/** One at a time: two would each take twice as long, and so would everything else. */
let turn: Promise<unknown> = Promise.resolve();

interface Remembered {
  readonly key: string;
  readonly at: number;
  readonly trial: Trial;
}
/** For whoever pages through a trial: the last few, for some minutes. */
const remembered = new WeakMap<Reader, readonly Remembered[]>();
const rememberedMs = 5 * 60_000;
const rememberedAtMost = 3;

/**
 * A trial of a change, on a day.
 *
 * @param options.again whether one of a moment ago will do
 * @throws DomainError for a change that cannot be made
 */
export async function trialOf(
  db: Reader,
  wanted: { readonly moduleId: string; readonly change: RequirementChange; readonly on: CivilDate },
  options: { readonly now: Date; readonly again: boolean },
): Promise<Trial> {
  const key = JSON.stringify(wanted);
  const now = options.now.getTime();
  const own = remembered.get(db) ?? [];
  const known = own.find((each) => each.key === key && Math.abs(now - each.at) < rememberedMs);
  if (known && options.again) return known.trial;
  const mine = turn.then(() => tryRequirement(db, wanted.moduleId, wanted.change, wanted.on));
  turn = mine.catch(() => undefined);
  const trial = await mine;
  const others = (remembered.get(db) ?? []).filter((each) => each.key !== key);
  remembered.set(db, [{ key, at: now, trial }, ...others].slice(0, rememberedAtMost));
  return trial;
}

export interface TrialWanted {
  readonly moduleId: string;
  /** Whom it would be for; null: nobody any more. */
  readonly audience: Audience | null;
  readonly page: number;
  readonly departmentId: string | null;
  readonly language: Language;
}

interface Count {
  obliged: number;
  newly: number;
  leaves: number;
  earlier: number;
  late: number;
}

/** A trial in words and figures, with one page of its people. */
export async function trialView(
  db: Reader,
  reader: SignedIn,
  trial: Trial,
  { moduleId, audience, page, departmentId, language }: TrialWanted,
): Promise<TrialView> {
  const module = (await findRequirableModules(db)).find(({ id }) => id === moduleId);
  const minutesOf = { module: module?.minutes ?? 0, refresher: module?.refresher_minutes ?? 0, none: 0 };
  const counts = new Map<string, Count>();
  const at = (id: string | null) => {
    const key = id ?? "";
    const count = counts.get(key) ?? { obliged: 0, newly: 0, leaves: 0, earlier: 0, late: 0 };
    counts.set(key, count);
    return count;
  };
  for (const [id, n] of trial.obliged) at(id).obliged = n;
  let [minutes, later] = [0, 0];
  for (const each of trial.changed) {
    const count = at(each.departmentId);
    if (each.before === null) count.newly += 1;
    if (each.after === null) count.leaves += 1;
    if (comesForward(each)) count.earlier += 1;
    if (becomesLate(each)) count.late += 1;
    if (effectOf(each) === "later") later += 1;
    if (each.after && each.after.task !== (each.before?.task ?? "none")) minutes += minutesOf[each.after.task];
  }
  const all = [...counts.values()];
  const sum = (field: keyof Count) => all.reduce((total, count) => total + count[field], 0);
  const names = await findDepartmentNames(db, [...counts.keys()]);
  const departments: TriedDepartment[] = [...counts]
    .map(([id, count]) => ({ id, name: inLanguage(names.get(id) ?? {}, language), ...count }))
    .sort((a, b) => b.newly + b.leaves + b.earlier - (a.newly + a.leaves + a.earlier) || (a.name < b.name ? -1 : 1));
  const among =
    departmentId === null ? trial.changed : trial.changed.filter((each) => each.departmentId === departmentId);
  const pages = Math.max(1, Math.ceil(among.length / peopleOnPage));
  const shown = Math.min(Math.max(1, page), pages);
  const sorted = await byName(db, among);
  const people = sorted.slice((shown - 1) * peopleOnPage, shown * peopleOnPage);
  return {
    on: trial.on,
    sentence: audience === null ? "" : audienceSentence(audience, await tellingOf(db, [audience], language)),
    obliged: sum("obliged"),
    present: trial.present,
    newly: sum("newly"),
    leaves: sum("leaves"),
    earlier: sum("earlier"),
    later,
    late: sum("late"),
    minutes,
    departments,
    people: await peopleOf(db, reader, people, {
      trial,
      audience,
      language,
      names: (id) => inLanguage(names.get(id) ?? {}, language),
    }),
    changed: among.length,
    page: shown,
    pages,
    departmentId,
  };
}

async function byName(db: Reader, people: readonly Tried[]): Promise<readonly Tried[]> {
  if (people.length > sortedAtMost) return people;
  const keys = new Map<string, string>();
  for (let start = 0; start < people.length; start += 1024) {
    const some = people.slice(start, start + 1024).map(({ personId }) => personId);
    for (const [id, key] of await findSortKeys(db, some)) keys.set(id, key);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const keyOf = ({ personId }: Tried) => `${keys.get(personId) ?? ""} ${personId}`;
  return [...people].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

async function peopleOf(
  db: Reader,
  reader: SignedIn,
  people: readonly Tried[],
  {
    trial,
    audience,
    language,
    names,
  }: {
    readonly trial: Trial;
    readonly audience: Audience | null;
    readonly language: Language;
    readonly names: (departmentId: string) => string;
  },
): Promise<TriedPerson[]> {
  const ids = people.map(({ personId }) => personId);
  if (ids.length === 0) return [];
  const called = new Map(
    (await findPeopleNames(db, ids)).map((row) => [row.id, `${row.given_name} ${row.family_name}`]),
  );
  const careers = await loadCareers(db, ids, await loadDepartmentLines(db));
  const grounds = new Map(
    ids.map((id) => {
      const career = careers.get(id);
      const span = (career ? circumstances(career) : []).find(
        ({ from, to }) => compareDates(from, trial.on) <= 0 && (to === null || compareDates(trial.on, to) <= 0),
      );
      return [id, audience && span ? groundsFor(audience, span) : []] as const;
    }),
  );
  const telling = await tellingOf(db, [...grounds.values()].flat(), language);
  const maySee = can(reader, "see-standings", company);
  return people.map((each) => {
    const { personId, departmentId, before, after } = each;
    const shown = (standing: Tried["before"]) => standing && { state: standing.state, dueOn: standing.dueOn };
    return {
      id: personId,
      name: called.get(personId) ?? personId,
      department: departmentId === null ? "" : names(departmentId),
      effect: becomesLate(each) ? "late" : effectOf(each),
      reason: audience === null || after === null ? null : groundsPhrase(grounds.get(personId) ?? [], telling),
      standings: maySee ? { before: shown(before), after: shown(after) } : null,
    };
  });
}

/** The day on which what a change does is looked at: the first on which it holds, but not one that has passed. */
export function dayOf(change: RequirementChange, today: CivilDate): CivilDate {
  const first =
    change.type === "records"
      ? change.requirement.from
      : change.type === "replaces"
        ? change.by.from
        : change.type === "ends"
          ? addDays(change.to, 1)
          : today;
  return compareDates(first, today) > 0 ? first : today;
}
