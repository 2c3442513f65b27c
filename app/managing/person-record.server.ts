import { type Audience, assignedChanges } from "#app/domain/audience";
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import type { StandingState } from "#app/domain/standing";
import type { ReadStanding } from "#app/ledger/read-standings";
import { audiencePhrases } from "#app/words/areas/audience";
import { audienceNamesIn } from "#app/words/audience-names";
import { audiencePhrase } from "#app/words/audience-sentence";
import { catalogues } from "#app/words/catalogues";
import { formatsFor } from "#app/words/format";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findAudienceNames } from "#db/queries/audience-choices";
import { findModuleTitles, findRevisionNotes } from "#db/queries/content";
import { findPeopleNames } from "#db/queries/people";
import {
  findAbsences,
  findAssignments,
  findAudiences,
  findCompletedDays,
  findDepartmentLines,
  findExtensions,
  findSpans,
} from "#db/queries/person-evidence";
import type { AudiencesOf, Decision, ModuleRecord } from "./person-events";

/** What is on record about somebody, in the reader's language. */
export interface PersonRecord {
  readonly modules: readonly (ModuleRecord & { readonly minutes: number; readonly refresherMinutes: number })[];
  readonly decisions: readonly Decision[];
  readonly audiences: AudiencesOf;
}

/** Dates in the database were checked when they were written. */
function day(text: string): CivilDate {
  return text as CivilDate;
}

function dayOrNull(text: string | null): CivilDate | null {
  return text === null ? null : day(text);
}

/** Everything recorded about a person and the modules of `standings`, withdrawn facts left out. */
export async function readRecord(
  db: Reader,
  personId: string,
  standings: readonly ReadStanding[],
  language: Language,
): Promise<PersonRecord> {
  const ids = standings.map(({ moduleId }) => moduleId);
  const voluntary = new Set(standings.filter((read) => read.voluntary).map(({ moduleId }) => moduleId));
  const assignments = await findAssignments(db, personId);
  const completions = await findCompletedDays(db, personId);
  const revisions = await findRevisionNotes(db, ids);
  const spans = await findSpans(db, personId);
  const titles = await findModuleTitles(db, ids);
  const modules = titles.map((module) => ({
    id: module.id,
    title: inLanguage(JSON.parse(module.title) as Localised, language),
    minutes: module.minutes,
    refresherMinutes: module.refresher_minutes,
    voluntary: voluntary.has(module.id),
    assignments: assignments
      .filter((row) => row.module_id === module.id)
      .map((row) => ({ requirementId: row.requirement_id, event: row.event, on: day(row.happened_on) })),
    completions: completions
      .filter((row) => row.module_id === module.id)
      .map(({ id, kind, revision, completed_on }) => ({ id, on: day(completed_on), kind, revision })),
    revisions: revisions
      .filter((row) => row.module_id === module.id)
      .map(({ number, change, published_on, note }) => ({
        number,
        on: day(published_on),
        change,
        note: inLanguage(JSON.parse(note) as Localised, language) || null,
      })),
    spans: spans
      .filter((row) => row.module_id === module.id)
      .map((row) => ({ from: day(row.from_on), to: dayOrNull(row.to_on), state: row.state as StandingState })),
  }));
  const titleOf = new Map(modules.map(({ id, title }) => [id, title]));
  return {
    modules,
    decisions: await decisionsOf(db, personId, titleOf, language),
    audiences: await audiencesOf(db, personId, assignments, language),
  };
}

/** Absences and extensions, with who decided; of leave only its days. */
async function decisionsOf(
  db: Reader,
  personId: string,
  titles: ReadonlyMap<string, string>,
  language: Language,
): Promise<Decision[]> {
  const absences = await findAbsences(db, personId);
  const extensions = await findExtensions(db, personId);
  const deciders = new Set([...absences, ...extensions].flatMap((row) => row.recorded_by ?? []));
  const names = new Map(
    (await findPeopleNames(db, [...deciders])).map((row) => [row.id, `${row.given_name} ${row.family_name}`]),
  );
  const decidedBy = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const { allModules } = catalogues[language].person.events;
  return [
    ...absences.map((row): Decision => {
      const stretch = { id: row.id, on: day(row.from_on), until: dayOrNull(row.until_on) };
      if (row.kind === "leave") return { ...stretch, type: "absent" };
      const module = row.module_id === null ? allModules : (titles.get(row.module_id) ?? row.module_id);
      return { ...stretch, type: "exempted", module, decidedBy: decidedBy(row.recorded_by) };
    }),
    ...extensions.map(
      (row): Decision => ({
        id: row.id,
        type: "extended",
        on: day(row.given_on),
        module: titles.get(row.module_id) ?? row.module_id,
        due: day(row.due_on),
        decidedBy: decidedBy(row.recorded_by),
      }),
    ),
  ];
}

/** The departments that a rule is for, where it says nothing else; null for any other rule. */
function departmentsAlone(audience: Audience): readonly string[] | null {
  if ("departments" in audience) return audience.departments;
  return "department" in audience && audience.below !== false ? audience.department : null;
}

/**
 * Whom requirements are for: everyone, departments by name, or any other rule in words; where none is behind an assignment
 * it was made by hand.
 */
async function audiencesOf(
  db: Reader,
  personId: string,
  assignments: readonly { readonly requirement_id: string | null }[],
  language: Language,
): Promise<AudiencesOf> {
  const { everyone, personally } = catalogues[language].person.modules;
  const rows = await findAudiences(db, [...new Set(assignments.flatMap((row) => row.requirement_id ?? []))]);
  const audiences = new Map(rows.map((row) => [row.id, JSON.parse(row.audience) as Audience]));
  const names = audienceNamesIn(await findAudienceNames(db, [...audiences.values()]), language);
  const telling = { language, phrases: audiencePhrases[language], format: formatsFor(language), names };
  const lines = await findDepartmentLines(db, personId);
  return (requirements, on) => {
    if (requirements.length === 0) return [personally];
    const own = lines.findLast(({ fromOn }) => fromOn <= on)?.departments ?? [];
    const called = requirements.flatMap((id) => {
      const audience = audiences.get(id);
      if (audience === undefined) return [];
      if ("everyone" in audience) return [everyone];
      const named = departmentsAlone(audience);
      if (named === null) return [audiencePhrase(audience, telling)];
      const meant = named.filter((department) => own.includes(department));
      return (meant.length > 0 ? meant : named).map((department) => names.departments[department] ?? department);
    });
    return [...new Set(called)];
  };
}

/** Whom a module is required of on a day, as far as that is this person; empty when it is not required. */
export function requiredFor(
  { assignments }: ModuleRecord,
  audiences: AudiencesOf,
  today: CivilDate,
): readonly string[] {
  const change = assignedChanges(assignments).findLast(({ on }) => compareDates(on, today) <= 0);
  return change?.assigned ? audiences(change.requirements, today) : [];
}

/** Spans as days, both included, without those that ended before `from`. */
export function spansSince({ spans }: ModuleRecord, from: CivilDate) {
  return spans
    .filter(({ to }) => to === null || compareDates(to, from) > 0)
    .map(({ from: first, to, state }) => ({ from: first, to: to === null ? null : addDays(to, -1), state }));
}
