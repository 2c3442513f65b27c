/** Reads of evidence from elsewhere, for its screens. */
import { addDays, type CivilDate, daysBetween } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { foretoldDays, isEnding } from "#app/domain/external-evidence";
import { can, company, departmentScope } from "#app/domain/permissions";
import { previewCompletions } from "#app/ledger/preview";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { catalogues } from "#app/words/catalogues";
import { statusOf } from "#app/words/explanation";
import { formatsFor } from "#app/words/format";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findModuleTitles } from "#db/queries/content";
import {
  countWaiting,
  type EvidenceSlice,
  findEnding,
  findEvidenceOf,
  findSettled,
  findWaiting,
} from "#db/queries/external-evidence";
import { findPeopleNames, type SignedIn } from "#db/queries/people";
import type { Row } from "#db/schema";
import { openEvidence, type StoredEvidence } from "./evidence-access.server";
import type { EvidenceListView, EvidenceRow, EvidenceView, ModuleChoice, OwnEvidenceView } from "./evidence-view";
import {
  companyEvidencePath,
  enterEvidencePath,
  evidenceFilePath,
  evidencePath,
  managedEvidencePath,
  ownEvidencePath,
  sendEvidencePath,
} from "./paths";

/** For whom something is read. */
export interface Reading {
  readonly language: Language;
  readonly now: Date;
  /** The reader's own civil date. */
  readonly today: CivilDate;
}

async function titlesOf(db: Reader, modules: readonly string[], language: Language): Promise<Map<string, string>> {
  const rows = await findModuleTitles(db, [...new Set(modules)]);
  return new Map(rows.map((row) => [row.id, inLanguage(JSON.parse(row.title) as Localised, language)]));
}

/** Every module, by its place in its course. */
export async function readModuleChoices(db: Reader, language: Language): Promise<ModuleChoice[]> {
  const rows = await db.selectFrom("module").select(["id", "title"]).orderBy("position").orderBy("id").execute();
  return rows.map((row) => ({ id: row.id, title: inLanguage(JSON.parse(row.title) as Localised, language) }));
}

/** What a module is called. @throws DomainError not-found */
export async function readModuleTitle(db: Reader, moduleId: string, language: Language): Promise<string> {
  const title = (await titlesOf(db, [moduleId], language)).get(moduleId);
  if (title === undefined) throw new DomainError("not-found", `There is no module ${moduleId}`);
  return title;
}

type Listed = Pick<
  Row<"external_evidence">,
  "id" | "module_id" | "issuer" | "completed_on" | "expires_on" | "state" | "sent_at"
>;

function rowOf(row: Listed, person: string, titles: ReadonlyMap<string, string>, today: CivilDate, zone: string) {
  const expiresOn = row.expires_on as CivilDate | null;
  const ends = row.state === "approved" && expiresOn !== null && isEnding(expiresOn, today);
  return {
    id: row.id,
    href: evidencePath(row.id),
    person,
    module: titles.get(row.module_id) ?? row.module_id,
    issuer: row.issuer,
    completedOn: row.completed_on,
    expiresOn,
    state: row.state,
    sentOn: dayIn(zone, new Date(row.sent_at)),
    endsIn: ends && expiresOn !== null ? daysBetween(today, expiresOn) : null,
  } satisfies EvidenceRow;
}

/** Everything that was sent about the reader. */
export async function readOwnEvidence(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, today }: Reading,
): Promise<OwnEvidenceView> {
  const db = deps.db.read;
  const rows = await findEvidenceOf(db, reader.personId);
  const modules = await readModuleChoices(db, language);
  const titles = new Map(modules.map(({ id, title }) => [id, title]));
  return {
    today,
    rows: rows.map((row) => ({
      ...rowOf(row, "", titles, today, reader.zone),
      renewHref: sendEvidencePath(row.module_id),
    })),
    modules,
  };
}

const pageSize = 20;
const settledShown = 20;
const endingShown = 50;

/**
 * What waits for the reader, what ends, and what was decided.
 *
 * @throws DomainError forbidden for whoever sees nobody's
 */
export async function readEvidenceList(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, today }: Reading,
  page: number,
): Promise<EvidenceListView> {
  const departments = departmentScope(reader, "see-standings");
  if (departments?.length === 0) throw new DomainError("forbidden", "Only managers see other people's evidence");
  const db = deps.db.read;
  const scope = { departments, today, except: reader.personId };
  const waitingCount = await countWaiting(db, scope);
  const last = Math.max(0, Math.ceil(waitingCount / pageSize) - 1);
  const offset = Math.min(Math.max(0, page), last) * pageSize;
  const slice = (limit: number, from = 0): EvidenceSlice => ({ ...scope, limit, offset: from });
  const waiting = await findWaiting(db, slice(pageSize, offset));
  const ending = await findEnding(db, slice(endingShown), today, addDays(today, foretoldDays[0]));
  const settled = await findSettled(db, slice(settledShown));
  const all = [...waiting, ...ending, ...settled];
  const titles = await titlesOf(
    db,
    all.map((row) => row.module_id),
    language,
  );
  const shown = (row: (typeof all)[number]) =>
    rowOf(row, `${row.given_name} ${row.family_name}`, titles, today, reader.zone);
  return {
    today,
    waiting: waiting.map(shown),
    waitingCount,
    offset,
    pageSize,
    ending: ending.map(shown),
    settled: settled.map(shown),
    enterHref: can(reader, "decide-evidence", company) ? enterEvidencePath : null,
  };
}

/**
 * One piece of evidence, with what it would change for whoever decides.
 *
 * @throws DomainError not-found, forbidden
 */
export async function readEvidence(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, now, today }: Reading,
  id: string,
): Promise<EvidenceView> {
  const db = deps.db.read;
  const { evidence, isOwn, decides } = await openEvidence(db, reader, id, now);
  const title = await readModuleTitle(db, evidence.module_id, language);
  const people = [evidence.person_id, evidence.sent_by, evidence.decided_by, evidence.withdrawn_by];
  const rows = await findPeopleNames(db, [...new Set(people.flatMap((person) => person ?? []))]);
  const names = new Map(rows.map((row) => [row.id, `${row.given_name} ${row.family_name}`]));
  const nameOf = (person: string | null) => names.get(person ?? "") ?? "";
  const dayOf = (instant: string | null) => (instant === null ? "" : dayIn(reader.zone, new Date(instant)));
  const isWaiting = evidence.state === "waiting";
  return {
    today,
    id,
    person: nameOf(evidence.person_id),
    personHref: isOwn ? null : `/people/${evidence.person_id}`,
    module: title,
    issuer: evidence.issuer,
    number: evidence.number,
    completedOn: evidence.completed_on,
    expiresOn: evidence.expires_on,
    state: evidence.state,
    sentOn: dayOf(evidence.sent_at),
    sentBy: nameOf(evidence.sent_by),
    file:
      evidence.file_id === null || evidence.file_bytes === null
        ? null
        : { name: evidence.file_name ?? "", bytes: evidence.file_bytes, href: evidenceFilePath(id) },
    decisions: decisionsOf(evidence, nameOf, dayOf),
    isOwn,
    can: {
      decide: decides && isWaiting,
      withdraw: decides && evidence.state === "approved",
      takeBack: isWaiting && (isOwn || evidence.sent_by === reader.personId),
    },
    effect: decides && isWaiting ? await effectOf(db, evidence, { language, now }) : null,
    listHref: isOwn
      ? ownEvidencePath
      : can(reader, "see-directory", company)
        ? companyEvidencePath
        : managedEvidencePath,
  };
}

function decisionsOf(
  evidence: StoredEvidence,
  nameOf: (person: string | null) => string,
  dayOf: (instant: string | null) => string,
): EvidenceView["decisions"] {
  if (evidence.decided_at === null) return [];
  const [on, by] = [dayOf(evidence.decided_at), nameOf(evidence.decided_by)];
  if (evidence.completion_id === null) return [{ what: "declined", on, by, why: evidence.decided_why }];
  const approved = { what: "approved", on, by, why: null } as const;
  if (evidence.withdrawn_at === null) return [approved];
  const withdrawn = { on: dayOf(evidence.withdrawn_at), by: nameOf(evidence.withdrawn_by) };
  return [approved, { what: "withdrawn", ...withdrawn, why: evidence.withdrawn_why }];
}

/** Only what to call the standing, with its day: neither results nor intervals are in it. */
async function effectOf(
  db: Reader,
  evidence: StoredEvidence,
  { language, now }: Pick<Reading, "language" | "now">,
): Promise<EvidenceView["effect"]> {
  const completion = {
    on: evidence.completed_on as CivilDate,
    kind: "imported",
    revision: 0,
    score: null,
    expires: evidence.expires_on as CivilDate | null,
  } as const;
  const key = { personId: evidence.person_id, moduleId: evidence.module_id };
  const [preview] = await previewCompletions(db, [{ ...key, completions: [completion] }], now);
  if (!preview) return null;
  const telling = { words: catalogues[language], format: formatsFor(language), today: preview.today };
  const label = (standing: typeof preview.before) => (standing === null ? null : statusOf(standing, telling).label);
  return {
    before: label(preview.before),
    after: label(preview.after),
    isSame: preview.before !== null && label(preview.before) === label(preview.after),
    isVoluntary: preview.voluntary.after,
    changedOn: preview.voluntary.after ? null : preview.changedOn,
  };
}
