/** What can be done to roles and responsibilities: given, ended; responsibilities made, renamed, closed. */
import { type CivilDate, compareDates } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { type Action, company, mustBeAble } from "#app/domain/permissions";
import { endRow, recordGrant, recordHolding } from "#app/ledger/roles";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import type { Writer } from "#db/connect";
import { type AuditEvent, insertAuditEvent } from "#db/queries/audit";
import { findDepartment } from "#db/queries/department-writes";
import { findFullNames, findGrants } from "#db/queries/directory";
import { findEmployments, findLastingAdministrators } from "#db/queries/directory-person";
import type { SignedIn } from "#db/queries/people";
import {
  findHoldings,
  findResponsibility,
  insertResponsibility,
  updateResponsibility,
} from "#db/queries/responsibilities";
import type { Role, Row } from "#db/schema";
import { findPerson } from "../find-person.server";
import { FormReader, type Taken } from "../form-reader";
import { covering } from "../people/person-fields.server";
import { rolesPath } from "./roles-view";

export interface Changing {
  readonly deps: Deps;
  readonly reader: SignedIn;
  readonly visit: { readonly now: Date; readonly today: CivilDate };
}

interface Change {
  readonly tx: Writer;
  readonly form: FormReader;
  readonly today: CivilDate;
  readonly recording: { readonly at: Date; readonly by: string };
}

interface Written {
  readonly action: AuditEvent["action"];
  readonly subjectId: string;
  readonly detail: AuditEvent["detail"];
  readonly done: string;
}

const works: Readonly<Record<string, readonly [Action, (change: Change) => Promise<Written | null>]>> = {
  give: ["manage-roles", giveRole],
  end: ["manage-roles", endRole],
  "create-responsibility": ["manage-organisation", createResponsibility],
  "change-responsibility": ["manage-organisation", renameResponsibility],
  "close-responsibility": ["manage-organisation", closeResponsibility],
  hold: ["manage-organisation", giveResponsibility],
  "end-holding": ["manage-organisation", endHolding],
};

/** Takes a form of the page of roles. */
export async function takeRoles({ deps, reader, visit }: Changing, data: FormData): Promise<Taken> {
  const form = new FormReader(data);
  const work = Object.hasOwn(works, form.intent) ? works[form.intent] : undefined;
  if (!work) {
    mustBeAble(reader, "manage-organisation", company);
    throw new DomainError("invalid", "The form has no intent that is known here");
  }
  const [action, run] = work;
  mustBeAble(reader, action, company);
  const recording = { at: visit.now, by: reader.personId };
  const written = await deps.db.write.transaction().execute(async (tx) => {
    const result = await run({ tx, form, today: visit.today, recording });
    if (result === null) return null;
    const { action: done, subjectId, detail } = result;
    await insertAuditEvent(tx, {
      at: instantText(visit.now),
      actorId: reader.personId,
      action: done,
      subjectId,
      detail,
    });
    return result;
  });
  return written === null ? { refused: form.refused() } : { to: `${rolesPath}?done=${written.done}` };
}

const roles = ["manager", "trainer", "hr", "administrator", "auditor"] as const satisfies readonly Role[];

/** From when until when, and whether somebody works here then. */
async function readStretch({ tx, form, today }: Change, person: Row<"person"> | null) {
  const from = form.date("from", today);
  const to = form.optionalDate("to", today);
  if (to !== null && compareDates(to, from) < 0) form.refuse("to", "ends-before-it-begins", from);
  if (person !== null && !covering(await findEmployments(tx, person.id), from)) {
    form.refuse("from", "not-employed", `${person.given_name} ${person.family_name}`);
  }
  return { from, to };
}

async function giveRole(change: Change): Promise<Written | null> {
  const { tx, form, recording } = change;
  const person = await findPerson(tx, form, "person");
  const role = form.oneOf("role", roles);
  const departmentId = role === "manager" ? form.optional("department") : null;
  const courseId = role === "trainer" ? form.optional("course") : null;
  const department = departmentId === null ? null : await findDepartment(tx, departmentId);
  if (departmentId !== null && (!department || department.closed_on !== null)) form.refuse("department", "not-known");
  if (courseId !== null) {
    const course = await tx.selectFrom("course").select("id").where("id", "=", courseId).executeTakeFirst();
    if (!course) form.refuse("course", "not-known");
  }
  const { from, to } = await readStretch(change, person);
  if (person !== null && role !== null) {
    const same = (await findGrants(tx, { on: from, role })).some(
      (grant) =>
        grant.person_id === person.id &&
        grant.department_id === departmentId &&
        grant.course_id === courseId &&
        (to === null || grant.from_on <= to),
    );
    if (same) form.refuse("person", "has-it-already", `${person.given_name} ${person.family_name}`);
  }
  if (form.isRefused || person === null || role === null) return null;
  const deputy = role === "manager" && form.isChecked("deputy");
  await recordGrant(tx, recording, { personId: person.id, role, departmentId, courseId, deputy, from, to });
  const detail = { on: from, role, ...(departmentId === null ? {} : { departmentId }) };
  return { action: "gave-role", subjectId: person.id, detail, done: "given" };
}

async function endRole({ tx, form, today, recording }: Change): Promise<Written | null> {
  const id = form.text("id");
  const grant = (await findGrants(tx, { on: today })).find((each) => each.id === id);
  if (!grant) throw new DomainError("not-found", `There is no role ${id} to end`);
  const last = form.date("last", today);
  if (last < grant.from_on) form.refuse("last", "ends-before-it-begins", grant.from_on);
  if (grant.role === "administrator" && (await findLastingAdministrators(tx, today, { grantId: id })).length === 0) {
    form.refuse("last", "last-administrator");
  }
  if (form.isRefused) return null;
  await endRow(tx, recording, "role_grant", id, last);
  const where = grant.department_id === null ? {} : { departmentId: grant.department_id };
  const detail = { on: last, role: grant.role, ...where };
  return { action: "ended-role", subjectId: grant.person_id, detail, done: "taken" };
}

function readNames(form: FormReader): string {
  return JSON.stringify({ sv: form.text("sv", 80), en: form.text("en", 80) });
}

async function createResponsibility({ tx, form, recording }: Change): Promise<Written | null> {
  const name = readNames(form);
  if (form.isRefused) return null;
  const id = newId(recording.at);
  await insertResponsibility(tx, { id, name, created_at: instantText(recording.at) });
  return { action: "created-responsibility", subjectId: id, detail: {}, done: "created" };
}

async function openResponsibility({ tx, form }: Change): Promise<string> {
  const id = form.text("id");
  const row = await findResponsibility(tx, id);
  if (!row || row.closed_on !== null) throw new DomainError("not-found", `There is no responsibility ${id}`);
  return id;
}

async function renameResponsibility(change: Change): Promise<Written | null> {
  const id = await openResponsibility(change);
  const name = readNames(change.form);
  if (change.form.isRefused) return null;
  await updateResponsibility(change.tx, id, { name });
  return { action: "renamed-responsibility", subjectId: id, detail: {}, done: "renamed" };
}

async function closeResponsibility(change: Change): Promise<Written | null> {
  const { tx, form, today } = change;
  const id = await openResponsibility(change);
  const on = form.pastDate("on", today);
  const held = (await findHoldings(tx, on)).filter((row) => row.responsibility_id === id);
  if (held.length > 0) {
    const names = await findFullNames(tx, [...new Set(held.map((row) => row.person_id))]);
    form.refuse("on", "in-use", [...names.values()].join(", "));
  }
  if (form.isRefused) return null;
  await updateResponsibility(tx, id, { closed_on: on });
  return { action: "closed-responsibility", subjectId: id, detail: { on }, done: "closed" };
}

async function giveResponsibility(change: Change): Promise<Written | null> {
  const { tx, form, recording } = change;
  const responsibilityId = await openResponsibility(change);
  const person = await findPerson(tx, form, "person");
  const { from, to } = await readStretch(change, person);
  if (person !== null) {
    const same = (await findHoldings(tx, from)).some(
      (row) =>
        row.person_id === person.id && row.responsibility_id === responsibilityId && (to === null || row.from_on <= to),
    );
    if (same) form.refuse("person", "has-it-already", `${person.given_name} ${person.family_name}`);
  }
  if (form.isRefused || person === null) return null;
  const deputy = form.isChecked("deputy");
  await recordHolding(tx, recording, { personId: person.id, responsibilityId, deputy, from, to });
  return { action: "gave-responsibility", subjectId: person.id, detail: { on: from, responsibilityId }, done: "given" };
}

async function endHolding({ tx, form, today, recording }: Change): Promise<Written | null> {
  const id = form.text("id");
  const held = (await findHoldings(tx, today)).find((row) => row.id === id);
  if (!held) throw new DomainError("not-found", `There is no holding ${id} to end`);
  const last = form.date("last", today);
  if (last < held.from_on) form.refuse("last", "ends-before-it-begins", held.from_on);
  if (form.isRefused) return null;
  await endRow(tx, recording, "holding", id, last);
  const detail = { on: last, responsibilityId: held.responsibility_id };
  return { action: "ended-responsibility", subjectId: held.person_id, detail, done: "taken" };
}
