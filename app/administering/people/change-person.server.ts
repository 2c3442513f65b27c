/** What can be done about people: taken in, described, employed, moved, ended, taken in again. */
import { type CivilDate, compareDates } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { company, mustBeAble } from "#app/domain/permissions";
import { isLate, type StandingState } from "#app/domain/standing";
import { type PersonChange, recordPeople } from "#app/ledger/people";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import type { Writer } from "#db/connect";
import { type AuditEvent, insertAuditEvent } from "#db/queries/audit";
import { findEmployments, findLastingAdministrators, findMemberships } from "#db/queries/directory-person";
import type { SignedIn } from "#db/queries/people";
import { findPeopleRows } from "#db/queries/people-rows";
import { FormReader, type Taken } from "../form-reader";
import { peoplePath } from "./people-query";
import { covering, readDepartmentChoice, readDescription, readEmployment } from "./person-fields.server";

export interface Changing {
  readonly deps: Deps;
  readonly reader: SignedIn;
  readonly visit: { readonly now: Date; readonly today: CivilDate };
}

interface Change {
  readonly tx: Writer;
  readonly form: FormReader;
  readonly today: CivilDate;
}

/** What a form comes to: the changes, what is noted of them, and the receipt. */
interface Decided {
  readonly changes: readonly PersonChange[];
  readonly action: AuditEvent["action"];
  readonly detail: AuditEvent["detail"];
  readonly done: string;
}

/** Takes the form of somebody new. */
export async function takeNewPerson(changing: Changing, data: FormData): Promise<Taken> {
  return await inOneTransaction(changing, data, async (change) => {
    const { form, today, tx } = change;
    const personId = newId(changing.visit.now);
    const description = await readDescription(tx, form, null);
    const employment = await readEmployment(tx, form, personId);
    const from = form.date("from", today);
    const departmentId = await readDepartmentChoice(tx, form);
    const joins = departmentId === null ? [] : [{ type: "joins" as const, personId, departmentId, from }];
    const changes: PersonChange[] = [
      { type: "created", person: { id: personId, zone: null, ...description } },
      { type: "employed", personId, from, ...employment },
      ...joins,
    ];
    return { personId, decided: { changes, action: "created-person", detail: { on: from }, done: "created" } };
  });
}

/** Takes a form about somebody. @throws DomainError not-found where there is nobody */
export async function takePerson(changing: Changing, personId: string, data: FormData): Promise<Taken> {
  return await inOneTransaction(changing, data, async (change) => {
    const [person] = await findPeopleRows(change.tx, [personId]);
    if (!person) throw new DomainError("not-found", `There is nobody ${personId}`);
    const name = `${person.given_name} ${person.family_name}`;
    return { personId, decided: await decide(change, personId, name) };
  });
}

async function inOneTransaction(
  { deps, reader, visit }: Changing,
  data: FormData,
  work: (change: Change) => Promise<{ readonly personId: string; readonly decided: Decided }>,
): Promise<Taken> {
  mustBeAble(reader, "manage-people", company);
  const form = new FormReader(data);
  const recorded = deps.db.write.transaction().execute(async (tx) => {
    const { personId, decided } = await work({ tx, form, today: visit.today });
    if (form.isRefused) throw new NotTaken();
    const before = await findLateModules(tx, personId);
    await recordPeople(tx, { at: visit.now, by: reader.personId }, decided.changes);
    const late = (await findLateModules(tx, personId)).filter((moduleId) => !before.includes(moduleId)).length;
    if (late > 0) form.mustConfirm("becomes-late-with", String(late));
    if (form.isRefused) throw new NotTaken();
    await insertAuditEvent(tx, {
      at: instantText(visit.now),
      actorId: reader.personId,
      action: decided.action,
      subjectId: personId,
      detail: decided.detail,
    });
    return `${peoplePath}/${personId}?done=${decided.done}`;
  });
  try {
    return { to: await recorded };
  } catch (error) {
    if (error instanceof NotTaken) return { refused: form.refused() };
    throw error;
  }
}

/** Undoes what a form would have done: it is refused. */
class NotTaken extends Error {}

/** Modules with which somebody is late, as it is recorded. */
async function findLateModules(tx: Writer, personId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("standing")
    .select(["module_id", "state"])
    .where("person_id", "=", personId)
    .where("voluntary", "=", 0)
    .execute();
  return rows.filter((row) => isLate(row.state as StandingState)).map((row) => row.module_id);
}

async function decide(change: Change, personId: string, name: string): Promise<Decided> {
  switch (change.form.intent) {
    case "describe": {
      const set = await readDescription(change.tx, change.form, personId);
      if (set.email === null) await keepReachable(change, personId);
      const changes = [{ type: "described" as const, personId, set }];
      return { changes, action: "described-person", detail: {}, done: "described" };
    }
    case "employ":
      return await employ(change, personId, name);
    case "rehire":
      return await rehire(change, personId, name);
    case "move":
      return await move(change, personId, name);
    case "end":
      return await end(change, personId, name);
    case "stay":
      return { changes: [{ type: "stays", personId }], action: "took-back-leaving", detail: {}, done: "stays" };
    default:
      throw new DomainError("invalid", "The form has no intent that is known here");
  }
}

/** Refuses to take the address of the last administrator who has one to sign in with. */
async function keepReachable({ tx, form, today }: Change, personId: string): Promise<void> {
  const administrators = await findPeopleRows(tx, await findLastingAdministrators(tx, today, {}));
  const reachable = administrators.filter((row) => row.email !== null);
  if (reachable.length === 1 && reachable[0]?.id === personId) form.refuse("email", "last-address");
}

async function employ({ tx, form, today }: Change, personId: string, name: string): Promise<Decided> {
  const employment = await readEmployment(tx, form, personId);
  const from = form.date("from", today);
  if (!covering(await findEmployments(tx, personId), from)) form.refuse("from", "not-employed", name);
  const changes = [{ type: "employed" as const, personId, from, ...employment }];
  return { changes, action: "employed-person", detail: { on: from }, done: "employed" };
}

async function rehire({ tx, form, today }: Change, personId: string, name: string): Promise<Decided> {
  const employment = await readEmployment(tx, form, personId);
  const from = form.date("from", today);
  const departmentId = await readDepartmentChoice(tx, form);
  if (covering(await findEmployments(tx, personId), from)) form.refuse("from", "has-it-already", name);
  const joins = departmentId === null ? [] : [{ type: "joins" as const, personId, departmentId, from }];
  const changes = [{ type: "employed" as const, personId, from, ...employment }, ...joins];
  return { changes, action: "employed-person", detail: { on: from }, done: "employed" };
}

async function move({ tx, form, today }: Change, personId: string, name: string): Promise<Decided> {
  const departmentId = await readDepartmentChoice(tx, form);
  if (departmentId === null) form.refuse("department", "missing");
  const from = form.date("from", today);
  const employments = await findEmployments(tx, personId);
  const employment = covering(employments, from);
  if (!employment) form.refuse("from", "not-employed", name);
  const changes: PersonChange[] = [{ type: "joins", personId, departmentId: departmentId ?? "", from }];
  // Nobody belongs to a department longer than they work here.
  const isLast = employment === employments[0];
  const hasMembership = (await findMemberships(tx, personId)).some((row) => row.to_on === null || row.to_on >= from);
  if (isLast && !hasMembership && employment?.to_on) {
    changes.push({ type: "leaves", personId, to: employment.to_on as CivilDate });
  }
  const detail = { on: from, departmentId: departmentId ?? "" };
  const done = compareDates(from, today) > 0 ? "planned" : "moved";
  return { changes, action: "moved-person", detail, done };
}

async function end({ tx, form, today }: Change, personId: string, name: string): Promise<Decided> {
  const to = form.date("last", today);
  const employments = await findEmployments(tx, personId);
  if (!covering(employments, to)) form.refuse("last", "not-employed", name);
  const administers = await tx
    .selectFrom("role_grant")
    .select("id")
    .where("person_id", "=", personId)
    .where("role", "=", "administrator")
    .where("withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
    .executeTakeFirst();
  if (administers && (await findLastingAdministrators(tx, today, { personId })).length === 0) {
    form.refuse("last", "last-administrator");
  }
  const changes = [{ type: "leaves" as const, personId, to }];
  return { changes, action: "ended-employment", detail: { on: to }, done: "ended" };
}
