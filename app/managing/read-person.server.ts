import { addDays, type CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { can, departmentScope } from "#app/domain/permissions";
import type { StandingState } from "#app/domain/standing";
import { type ReadStanding, readStandings } from "#app/ledger/read-standings";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { findModuleTitles } from "#db/queries/content";
import { findDepartmentNames } from "#db/queries/departments";
import { findEvidenceOf } from "#db/queries/external-evidence";
import { findOrganisation } from "#db/queries/organisation";
import { departmentsOf, type SignedIn, zoneOf } from "#db/queries/people";
import { findPersonAtWork } from "#db/queries/person-evidence";
import { forManager } from "./managed-standing";
import { eventsOf } from "./person-events";
import { type PersonRecord, readRecord, requiredFor, spansSince } from "./person-record.server";
import type { PersonEvidence, PersonModule, PersonView } from "./person-view";

/** As ids of people are made. */
const idForm = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** So many events are shown before somebody asks for all. */
const firstEvents = 20;
/** A lane shows less than this. */
const laneDays = 400;

/**
 * One person's page, for whoever may see their standings: each module's standing with its reasons, worked out afresh, and
 * what happened. That it was read is logged, unless it was read by the person themselves.
 *
 * @throws DomainError not-found when there is nobody of this id; forbidden for whoever may not see this person
 */
export async function readPerson(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  wanted: { readonly language: Language; readonly now: Date },
  personId: string,
  options: { readonly allEvents: boolean },
): Promise<PersonView> {
  const { language, now } = wanted;
  const db = deps.db.read;
  if (personId !== reader.personId && departmentScope(reader, "see-standings")?.length === 0) {
    throw new DomainError("forbidden", "Only managers see other people's standings");
  }
  const nearby = dayIn("UTC", now);
  const person = idForm.test(personId) ? await findPersonAtWork(db, personId, nearby) : undefined;
  if (!person) throw new DomainError("not-found", "There is nobody of this id");
  const departments = await departmentsOf(db, personId, nearby);
  if (!can(reader, "see-standings", { kind: "person", personId, departments })) {
    throw new DomainError("forbidden", `${personId} is not theirs to see`);
  }
  if (personId !== reader.personId) {
    const event = {
      at: instantText(now),
      actorId: reader.personId,
      action: "read-person",
      subjectId: personId,
    } as const;
    await deps.db.write.transaction().execute((tx) => insertAuditEvent(tx, { ...event, detail: {} }));
  }

  const today = dayIn(person.zone ?? (await zoneOf(db, personId, nearby)), now);
  const standings = await readStandings(db, personId, now);
  const record = await readRecord(db, personId, standings, language);
  const events = eventsOf(record.modules, record.decisions, record.audiences, today);
  const [departmentId] = departments;
  const names = await findDepartmentNames(db, departmentId === undefined ? [] : [departmentId]);
  const { work } = person;
  const manager = [work?.manager_given_name, work?.manager_family_name].filter(Boolean).join(" ");
  return {
    today,
    printsSlip: can(reader, "print-slips", { kind: "person", personId, departments }),
    organisation: (await findOrganisation(db))?.name ?? "",
    person: {
      id: person.id,
      name: `${person.given_name} ${person.family_name}`,
      employeeNumber: person.employee_number,
      title: work?.title || null,
      department:
        departmentId === undefined
          ? null
          : { id: departmentId, name: inLanguage(names.get(departmentId) ?? {}, language) },
      site: work?.site ?? null,
      employedFrom: (person.since ?? null) as CivilDate | null,
      leftOn: work?.to_on && work.to_on < today ? (work.to_on as CivilDate) : null,
      manager: manager === "" ? null : manager,
    },
    modules: modulesOf(standings, record),
    evidence: await evidenceOf(db, personId, language),
    events: options.allEvents ? events : events.slice(0, firstEvents),
    hasEarlierEvents: !options.allEvents && events.length > firstEvents,
  };
}

async function evidenceOf(db: Reader, personId: string, language: Language): Promise<PersonEvidence[]> {
  const rows = (await findEvidenceOf(db, personId)).filter(
    (row) => row.state !== "withdrawn" || row.decided_at !== null,
  );
  const modules = await findModuleTitles(db, [...new Set(rows.map((row) => row.module_id))]);
  const titles = new Map(modules.map((row) => [row.id, inLanguage(JSON.parse(row.title) as Localised, language)]));
  return rows.map((row) => ({
    id: row.id,
    module: titles.get(row.module_id) ?? row.module_id,
    issuer: row.issuer,
    completedOn: row.completed_on,
    expiresOn: row.expires_on,
    state: row.state,
  }));
}

/** The most urgent first. */
const urgency: readonly StandingState[] = [
  "overdue",
  "lapsed",
  "refresher-overdue",
  "assigned",
  "refresher-open",
  "current",
  "exempt",
  "on-leave",
  "not-required",
];

function modulesOf(standings: readonly ReadStanding[], { modules, audiences }: PersonRecord): PersonModule[] {
  const records = new Map(modules.map((record) => [record.id, record]));
  return standings
    .flatMap(({ moduleId, standing, today }) => {
      const record = records.get(moduleId);
      if (!record || standing.because.some((reason) => reason.code === "never-assigned")) return [];
      const minutes = { module: record.minutes, refresher: record.refresherMinutes, none: null }[standing.task];
      return [
        {
          id: moduleId,
          title: record.title,
          requiredFor: requiredFor(record, audiences, today),
          minutes,
          standing: forManager(standing),
          spans: spansSince(record, addDays(today, -laneDays)),
          completedOn: record.completions.map(({ on }) => on),
        },
      ];
    })
    .sort(byUrgency);
}

function byUrgency(a: PersonModule, b: PersonModule): number {
  const place = (module: PersonModule) => urgency.indexOf(module.standing.state);
  const dueOn = (module: PersonModule) => module.standing.dueOn ?? "9999-12-31";
  return (
    place(a) - place(b) || (dueOn(a) < dueOn(b) ? -1 : dueOn(a) > dueOn(b) ? 1 : 0) || (a.title < b.title ? -1 : 1)
  );
}
