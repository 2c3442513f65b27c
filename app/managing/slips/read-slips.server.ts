/** Slips: how somebody comes in, and what waits for them, told in their own language. */
import type { CivilDate } from "#app/domain/calendar";
import { mayGiveCode } from "#app/domain/code-giving";
import { DomainError } from "#app/domain/errors";
import { type Actor, can, departmentScope, mustBeAble } from "#app/domain/permissions";
import { type ReadStanding, standingsOf } from "#app/ledger/read-standings";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { qrCode } from "#app/platform/qr-code";
import { catalogues } from "#app/words/catalogues";
import { explain, statusOf } from "#app/words/explanation";
import { formatsFor } from "#app/words/format";
import { fallbackLanguage, isLanguage, type Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findWaysIn } from "#db/queries/access";
import { insertAuditEvent } from "#db/queries/audit";
import { findModuleTitles } from "#db/queries/content";
import { findOrganisation } from "#db/queries/organisation";
import { findDepartments } from "#db/queries/overview";
import { departmentsOf, type SignedIn } from "#db/queries/people";
import { findDepartmentPeople, findRolesOf, findSlipPerson, findTasks, type SlipPerson } from "#db/queries/slips";
import { DepartmentTree } from "../department-tree.server";
import { forManager } from "../managed-standing";
import type { DueItem, SlipSheet, SlipView } from "./slip-view";

/** For whom and when slips are read. */
export interface SlipReading {
  readonly language: Language;
  readonly now: Date;
  /** The reader's own civil date. */
  readonly today: CivilDate;
}

/** As many as are printed at once. */
export const slipsAtOnce = 40;
/** A slip lists so much of what waits. */
const listed = 6;

/**
 * One person's slip.
 *
 * @throws DomainError not-found when there is nobody of this id, forbidden for who may not print it
 */
export async function readPersonSlip(
  deps: Deps,
  reader: SignedIn,
  reading: SlipReading,
  personId: string,
): Promise<{ readonly sheet: SlipSheet; readonly slip: SlipView }> {
  const db = deps.db.read;
  const person = await findSlipPerson(db, personId);
  const departments = person ? await departmentsOf(db, personId, dayIn("UTC", reading.now)) : [];
  if (departmentScope(reader, "print-slips")?.length === 0) {
    throw new DomainError("forbidden", "Only managers print slips");
  }
  if (!person) throw new DomainError("not-found", "There is nobody of this id");
  mustBeAble(reader, "print-slips", { kind: "person", personId, departments });
  const tree = new DepartmentTree(await findDepartments(db));
  const people = [{ ...person, departmentId: departments[0] ?? "" }];
  const [slip] = await slipsOf(deps, reader, reading, tree, people);
  if (!slip) throw new DomainError("not-found", "There is nobody of this id");
  return { sheet: await sheetOf(deps, reading), slip };
}

export interface DepartmentSlips {
  readonly sheet: SlipSheet;
  readonly slips: readonly SlipView[];
  readonly total: number;
  readonly page: number;
  readonly departmentId: string;
  readonly withoutAccess: boolean;
  /** Departments whose slips the reader may print, each after what it lies under. */
  readonly choices: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
}

/**
 * A page of the slips of a department (null: the first that the reader may print for) with all under it.
 *
 * @param page from 1
 * @throws DomainError not-found for a department that is not there, forbidden for who may not print for it
 */
export async function readDepartmentSlips(
  deps: Deps,
  reader: SignedIn,
  reading: SlipReading,
  asked: { readonly departmentId: string | null; readonly page: number; readonly withoutAccess: boolean },
): Promise<DepartmentSlips> {
  const db = deps.db.read;
  const tree = new DepartmentTree(await findDepartments(db));
  const scope = departmentScope(reader, "print-slips");
  if (scope?.length === 0) throw new DomainError("forbidden", "Only managers print slips");
  const tops = (scope ?? tree.under(null).map((node) => node.id)).filter((id) => tree.find(id) !== undefined);
  const departmentId = asked.departmentId ?? tops[0] ?? null;
  if (departmentId === null || tree.find(departmentId) === undefined) {
    throw new DomainError("not-found", `There is no department ${departmentId}`);
  }
  mustBeAble(reader, "print-slips", { kind: "department", departments: tree.above(departmentId) });
  const today = dayIn("UTC", reading.now);
  const { people, total } = await findDepartmentPeople(db, departmentId, today, {
    offset: (asked.page - 1) * slipsAtOnce,
    limit: slipsAtOnce,
    withoutAccess: asked.withoutAccess,
  });
  const nodes = [...new Map(tops.flatMap((top) => tree.subtree(top).map((node) => [node.id, node]))).values()];
  return {
    sheet: await sheetOf(deps, reading),
    slips: await slipsOf(deps, reader, reading, tree, people),
    total,
    page: asked.page,
    departmentId,
    withoutAccess: asked.withoutAccess,
    choices: nodes.map(({ id, name }) => ({
      id,
      name: inLanguage(name, reading.language),
      depth: tree.above(id).length - 1,
    })),
  };
}

async function sheetOf(deps: Deps, { today }: SlipReading): Promise<SlipSheet> {
  const { origin } = deps.env;
  return {
    company: (await findOrganisation(deps.db.read))?.name ?? "",
    today,
    address: origin.replace(/^https:\/\//, ""),
    qr: qrCode(`${origin}/sign-in?way=code`),
  };
}

async function slipsOf(
  deps: Deps,
  reader: Actor,
  reading: SlipReading,
  tree: DepartmentTree,
  people: readonly SlipPerson[],
): Promise<SlipView[]> {
  const db = deps.db.read;
  const ids = people.map((person) => person.id);
  const waysIn = await findWaysIn(db, ids);
  const roles = await findRolesOf(db, ids, dayIn("UTC", reading.now));
  const subjectOf = (person: SlipPerson) => ({
    personId: person.id,
    departments: tree.above(person.departmentId),
    grants: roles
      .filter((row) => row.personId === person.id)
      .map(({ departmentId, role }) => ({
        role,
        departments: departmentId === null ? null : tree.above(departmentId),
      })),
  });
  const shown = people.filter((person) => can(reader, "see-standings", { kind: "person", ...subjectOf(person) }));
  const waiting = await waitingFor(db, shown, reading.now);
  await noteRead(deps, reader, shown, reading.now);
  return people.map((person) => {
    const language = languageOf(person);
    const due = shown.includes(person) ? (waiting.get(person.id) ?? []) : null;
    const code = mayGiveCode(reader, subjectOf(person)) ? "allowed" : person.id === reader.personId ? "own" : "refused";
    return {
      personId: person.id,
      language,
      name: `${person.givenName} ${person.familyName}`,
      number: person.employeeNumber,
      department: inLanguage(tree.find(person.departmentId)?.name ?? {}, language),
      access: waysIn.get(person.id) ?? "none",
      code,
      due: due?.slice(0, listed) ?? null,
      more: Math.max(0, (due?.length ?? 0) - listed),
    };
  });
}

function languageOf(person: SlipPerson): Language {
  return isLanguage(person.language) ? person.language : fallbackLanguage;
}

/** What somebody has to do now, by person, the earliest date first; without how well they did before. */
async function waitingFor(db: Reader, people: readonly SlipPerson[], now: Date): Promise<Map<string, DueItem[]>> {
  const ids = people.map((person) => person.id);
  const standings = await standingsOf(db, await findTasks(db, ids), now);
  const todo = standings
    .filter((read) => read.standing.task !== "none" && !read.voluntary)
    .sort((a, b) => ((a.standing.dueOn ?? "9999") < (b.standing.dueOn ?? "9999") ? -1 : 1));
  const modules = await findModuleTitles(db, [...new Set(todo.map((read) => read.moduleId))]);
  const titles = new Map(modules.map((row) => [row.id, JSON.parse(row.title) as Localised]));
  const languages = new Map(people.map((person) => [person.id, languageOf(person)]));
  const waiting = new Map<string, DueItem[]>();
  for (const read of todo) {
    const language = languages.get(read.personId) ?? fallbackLanguage;
    const item = itemOf(read, inLanguage(titles.get(read.moduleId) ?? {}, language), language);
    waiting.set(read.personId, [...(waiting.get(read.personId) ?? []), item]);
  }
  return waiting;
}

function itemOf({ moduleId, standing, today }: ReadStanding, title: string, language: Language): DueItem {
  const told = forManager(standing);
  const telling = { words: catalogues[language], format: formatsFor(language), today, voice: "you" } as const;
  return { moduleId, title, status: statusOf(told, telling).label, why: explain(told, telling) };
}

/** That somebody's standings were read is on record, as on their page. */
async function noteRead(deps: Deps, reader: Actor, people: readonly SlipPerson[], now: Date): Promise<void> {
  const others = people.filter((person) => person.id !== reader.personId);
  if (others.length === 0) return;
  await deps.db.write.transaction().execute(async (tx) => {
    for (const { id } of others) {
      const event = { at: instantText(now), actorId: reader.personId, subjectId: id, detail: {} } as const;
      await insertAuditEvent(tx, { ...event, action: "printed-slip" });
    }
  });
}
