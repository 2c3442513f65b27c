/** The first few people, written into a small table by hand. */
import { folded } from "#app/domain/folded";
import { type Actor, company, mustBeAble } from "#app/domain/permissions";
import { firstSite } from "#app/ledger/company";
import { createDepartment } from "#app/ledger/departments";
import { type PersonChange, recordPeople } from "#app/ledger/people";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { fallbackLanguage, type Language, languages } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { findCompany, findTaken } from "#db/queries/first-run";
import { findDepartments } from "#db/queries/overview";

export const handRows = 5;

/** A row as it was typed. */
export interface HandRow {
  readonly name: string;
  readonly number: string;
  readonly email: string;
  readonly department: string;
}

export type HandFault =
  | "nameMissing"
  | "numberMissing"
  | "numberTaken"
  | "emailInvalid"
  | "emailTaken"
  | "departmentMissing";

export interface HandResult {
  readonly added: number;
  /** By row, only where something is wrong. */
  readonly faults: Readonly<Record<number, readonly HandFault[]>>;
}

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Names of the departments that are open, to choose from. @throws DomainError forbidden for who may not add people */
export async function readDepartmentNames(
  deps: Pick<Deps, "db">,
  actor: Actor,
  language: Language,
): Promise<readonly string[]> {
  mustBeAble(actor, "manage-people", company);
  const nodes = await findDepartments(deps.db.read);
  return nodes.filter((node) => node.closedOn === null).map((node) => inLanguage(node.name, language));
}

/**
 * Adds the people of the rows that are not empty, from today, all or none; a department that there is not is made at the
 * top.
 *
 * @throws DomainError forbidden for who may not add people
 */
export async function addPeopleByHand(deps: Deps, actor: Actor, typed: readonly HandRow[]): Promise<HandResult> {
  mustBeAble(actor, "manage-people", company);
  const rows = typed.map(trimmed);
  const now = deps.clock.now();
  const recording = { at: now, by: actor.personId };
  return await deps.db.write.transaction().execute(async (tx) => {
    const faults = await faultsOf(tx, rows);
    if (Object.keys(faults).length > 0) return { added: 0, faults };
    const described = await findCompany(tx);
    const from = dayIn(described?.zone ?? "UTC", now);
    const [language = fallbackLanguage] = described?.languages ?? [];
    const place = await firstSite(tx);
    const departments = await openDepartments(tx);
    const changes: PersonChange[] = [];
    const filled = rows.filter(isFilled);
    for (const row of filled) {
      let departmentId = departments.get(folded(row.department));
      if (departmentId === undefined) {
        const name = Object.fromEntries(languages.map((code) => [code, row.department]));
        departmentId = await createDepartment(tx, recording, { name, parentId: null });
        departments.set(folded(row.department), departmentId);
      }
      const personId = newId(now);
      const [givenName = "", ...rest] = row.name.split(/\s+/);
      const person = {
        id: personId,
        employeeNumber: row.number,
        givenName,
        familyName: rest.join(" "),
        email: row.email === "" ? null : row.email,
        language,
        zone: null,
      };
      changes.push(
        { type: "created", person },
        { type: "employed", personId, from, ...place, kind: "employee", title: "", managerId: null },
        { type: "joins", personId, departmentId, from },
      );
    }
    await recordPeople(tx, recording, changes);
    if (filled.length > 0) {
      const detail = { people: filled.length };
      const event = { at: instantText(now), actorId: actor.personId, subjectId: null, detail } as const;
      await insertAuditEvent(tx, { ...event, action: "added-people-by-hand" });
    }
    return { added: filled.length, faults };
  });
}

function trimmed(row: HandRow): HandRow {
  const short = (text: string, length: number) => text.trim().replace(/\s+/g, " ").slice(0, length);
  return {
    name: short(row.name, 120),
    number: short(row.number, 40),
    email: short(row.email, 200).toLowerCase(),
    department: short(row.department, 120),
  };
}

export function isFilled(row: HandRow): boolean {
  return [row.name, row.number, row.email, row.department].some((text) => text.trim() !== "");
}

async function faultsOf(tx: Writer, rows: readonly HandRow[]): Promise<Record<number, HandFault[]>> {
  const filled = rows.filter(isFilled);
  const taken = await findTaken(
    tx,
    filled.map((row) => row.number),
    filled.flatMap((row) => (row.email === "" ? [] : [row.email])),
  );
  const seen = { numbers: new Set(taken.numbers), emails: new Set(taken.emails) };
  const faults: Record<number, HandFault[]> = {};
  for (const [place, row] of rows.entries()) {
    if (!isFilled(row)) continue;
    const own: HandFault[] = [];
    if (row.name === "") own.push("nameMissing");
    if (row.number === "") own.push("numberMissing");
    else if (seen.numbers.has(row.number)) own.push("numberTaken");
    if (row.email !== "" && !emailForm.test(row.email)) own.push("emailInvalid");
    else if (row.email !== "" && seen.emails.has(row.email)) own.push("emailTaken");
    if (row.department === "") own.push("departmentMissing");
    seen.numbers.add(row.number);
    seen.emails.add(row.email);
    if (own.length > 0) faults[place] = own;
  }
  return faults;
}

/** Open departments by their folded names, in every language. */
async function openDepartments(tx: Writer): Promise<Map<string, string>> {
  const nodes = (await findDepartments(tx)).filter((node) => node.closedOn === null);
  return new Map(nodes.flatMap(({ id, name }) => Object.values(name).map((text) => [folded(text), id] as const)));
}
