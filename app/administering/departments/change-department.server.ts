/** What can be done to departments: made, renamed, moved, merged, closed. */
import { type CivilDate, compareDates } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { company, mustBeAble } from "#app/domain/permissions";
import {
  closeDepartment,
  createDepartment,
  moveDepartment,
  remainingOn,
  renameDepartment,
  stoodUnder,
} from "#app/ledger/departments";
import { beginMerge } from "#app/ledger/merge-department";
import { type PlaceChange, tryPlaces } from "#app/ledger/place-trial";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { directoryWords } from "#app/words/areas/directory";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import { enqueue } from "#app/work/queue";
import type { Reader, Writer } from "#db/connect";
import { type AuditEvent, insertAuditEvent } from "#db/queries/audit";
import { findDepartment, findLine, findPlacements } from "#db/queries/department-writes";
import { findFullNames } from "#db/queries/directory";
import type { SignedIn } from "#db/queries/people";
import { FormReader, type SentForm, type Taken } from "../form-reader";
import { departmentsPath } from "./departments-view";

export interface Changing {
  readonly deps: Deps;
  readonly reader: SignedIn;
  readonly visit: { readonly now: Date; readonly today: CivilDate; readonly language: Language };
}

/** What looking at a form takes. */
interface Checking extends Pick<Changing, "visit"> {
  readonly tx: Reader;
  readonly form: FormReader;
}

interface Change extends Changing, Checking {
  readonly tx: Writer;
  readonly recording: { readonly at: Date; readonly by: string };
}

const longestName = 80;

/** Takes the form of a new department. */
export async function takeNewDepartment(changing: Changing, form: FormData): Promise<Taken> {
  return await inOneTransaction(changing, form, async ({ tx, form: fields, recording }) => {
    const name = { sv: fields.text("sv", longestName), en: fields.text("en", longestName) };
    const parentId = fields.optional("parent");
    if (parentId !== null) await mustBeOpen(tx, fields, "parent", parentId);
    if (fields.isRefused) return null;
    const id = await createDepartment(tx, recording, { name, parentId });
    await note(tx, recording, "created-department", id, {});
    return `${departmentsPath}/${id}?done=created`;
  });
}

/**
 * Takes a form about a department. A move or a merge that would make people late at once is tried, and has to be confirmed.
 *
 * @throws DomainError not-found for one that is not there
 */
export async function takeDepartment(changing: Changing, id: string, form: FormData): Promise<Taken> {
  const unconfirmed = await tryFirst(changing, id, form);
  if (unconfirmed !== null) return { refused: unconfirmed };
  return await inOneTransaction(changing, form, async (change) => {
    if (!(await findDepartment(change.tx, id))) throw new DomainError("not-found", `There is no department ${id}`);
    switch (change.form.intent) {
      case "rename":
        return await rename(change, id);
      case "move":
        return await move(change, id);
      case "merge":
        return await merge(change, id);
      case "close":
        return await close(change, id);
      default:
        throw new DomainError("invalid", "The form has no intent that is known here");
    }
  });
}

/** What has to be corrected or confirmed before a department is moved or merged; null: nothing. */
async function tryFirst({ deps, reader, visit }: Changing, id: string, data: FormData): Promise<SentForm | null> {
  mustBeAble(reader, "manage-organisation", company);
  const form = new FormReader(data);
  if (form.intent !== "move" && form.intent !== "merge") return null;
  const db = deps.db.read;
  if (!(await findDepartment(db, id))) return null;
  const checking = { tx: db, form, visit };
  let change: PlaceChange;
  if (form.intent === "move") {
    const { parentId, on } = await readMove(checking, id);
    change = { on, moves: [{ departmentId: id, parentId }], merge: null };
  } else {
    const { intoId, on, children } = await readMerge(checking, id);
    const moves = children.map((departmentId) => ({ departmentId, parentId: intoId }));
    change = { on, moves, merge: { departmentId: id, intoId, on } };
  }
  if (form.isRefused) return form.refused();
  const trial = await tryPlaces(db, change, visit.now);
  if (trial.late > 0) form.mustConfirm("becomes-late", `${trial.late} ${trial.concerned}`);
  return form.isRefused ? form.refused() : null;
}

/** What the work gives is where to go on; null, or a form that is refused, writes nothing. */
async function inOneTransaction(
  { deps, reader, visit }: Changing,
  data: FormData,
  work: (change: Change) => Promise<string | null>,
): Promise<Taken> {
  mustBeAble(reader, "manage-organisation", company);
  const form = new FormReader(data);
  const recording = { at: visit.now, by: reader.personId };
  const to = await deps.db.write.transaction().execute((tx) => work({ deps, reader, visit, tx, form, recording }));
  if (to === null) return { refused: form.refused() };
  deps.wake();
  return { to };
}

async function note(
  tx: Writer,
  recording: Change["recording"],
  action: AuditEvent["action"],
  subjectId: string,
  detail: AuditEvent["detail"],
): Promise<void> {
  await insertAuditEvent(tx, { at: instantText(recording.at), actorId: recording.by, action, subjectId, detail });
}

async function nameOf(tx: Reader, id: string, language: Language): Promise<string> {
  const row = await findDepartment(tx, id);
  return row ? inLanguage(JSON.parse(row.name) as Localised, language) : "";
}

async function mustBeOpen(tx: Reader, form: FormReader, field: string, id: string): Promise<void> {
  const row = await findDepartment(tx, id);
  if (!row) form.refuse(field, "not-known");
  else if (row.closed_on !== null || row.merged_into !== null) {
    form.refuse(field, "closed", Object.values(JSON.parse(row.name) as Localised)[0] ?? "");
  }
}

async function rename({ tx, form, recording }: Change, id: string): Promise<string | null> {
  const name = { sv: form.text("sv", longestName), en: form.text("en", longestName) };
  if (form.isRefused) return null;
  await renameDepartment(tx, id, name);
  await note(tx, recording, "renamed-department", id, {});
  return `${departmentsPath}/${id}?done=renamed`;
}

/** Refuses a place that is the department itself or lies under it. */
async function mustBeOutside({ tx, form, visit }: Checking, field: string, id: string, placeId: string): Promise<void> {
  await mustBeOpen(tx, form, field, placeId);
  if (!(await findLine(tx, placeId)).includes(id)) return;
  form.refuse(field, "under-itself", await nameOf(tx, placeId, visit.language));
}

/** Refuses a day on which a department cannot come to stand at a place. */
async function mustBeMovable(checking: Checking, id: string, parentId: string | null, on: CivilDate): Promise<void> {
  const { tx, form, visit } = checking;
  const last = (await findPlacements(tx, id)).at(-1)?.from_on;
  if (last !== undefined && compareDates(on, last as CivilDate) < 0) form.refuse("on", "moved-later", last);
  if (parentId !== null && (await stoodUnder(tx, parentId, id, on))) {
    form.refuse("on", "was-under", await nameOf(tx, parentId, visit.language));
  }
}

async function readMove(checking: Checking, id: string) {
  const { tx, form, visit } = checking;
  const parentId = form.optional("parent");
  const on = form.pastDate("on", visit.today);
  if (parentId !== null) await mustBeOutside(checking, "parent", id, parentId);
  if ((await findDepartment(tx, id))?.parent_id === parentId) {
    const { everything } = directoryWords[visit.language];
    form.refuse("parent", "there-already", parentId === null ? everything : await nameOf(tx, parentId, visit.language));
  }
  await mustBeMovable(checking, id, parentId, on);
  return { parentId, on };
}

async function move(change: Change, id: string): Promise<string | null> {
  const { tx, form, recording } = change;
  const { parentId, on } = await readMove(change, id);
  if (form.isRefused) return null;
  await moveDepartment(tx, recording, { departmentId: id, parentId, on });
  await note(tx, recording, "moved-department", id, { on, ...(parentId === null ? {} : { departmentId: parentId }) });
  await assignUnder(tx, recording.at, id, on);
  return `${departmentsPath}/${id}?done=moved`;
}

async function assignUnder(tx: Writer, at: Date, departmentId: string, from: CivilDate): Promise<void> {
  const key = `assign-departments:${newId(at)}`;
  await enqueue(tx, at, { key, name: "assign-departments", payload: { departmentId, from } });
}

async function readMerge(checking: Checking, id: string) {
  const { tx, form, visit } = checking;
  const intoId = form.text("into");
  const on = form.pastDate("on", visit.today);
  if (intoId !== "") await mustBeOutside(checking, "into", id, intoId);
  await mustBeOpen(tx, form, "into", id);
  const children = (await remainingOn(tx, id, on)).departments;
  for (const child of children) await mustBeMovable(checking, child, intoId === "" ? null : intoId, on);
  return { intoId, on, children };
}

async function merge(change: Change, id: string): Promise<string | null> {
  const { tx, form, recording } = change;
  const { intoId, on } = await readMerge(change, id);
  if (form.isRefused) return null;
  const moved = await beginMerge(tx, recording, { departmentId: id, intoId, on });
  await note(tx, recording, "merged-department", id, { on, departmentId: intoId });
  const payload = { departmentId: id, intoId, on, by: recording.by };
  await enqueue(tx, recording.at, {
    key: `merge-department:${newId(recording.at)}`,
    name: "merge-department",
    payload,
  });
  for (const child of moved) {
    await note(tx, recording, "moved-department", child, { on, departmentId: intoId });
    await assignUnder(tx, recording.at, child, on);
  }
  return `${departmentsPath}/${id}?done=merging`;
}

const namesShown = 5;

async function close({ tx, form, recording, visit }: Change, id: string): Promise<string | null> {
  const on = form.pastDate("on", visit.today);
  await mustBeOpen(tx, form, "on", id);
  const { people, departments } = await remainingOn(tx, id, on);
  if (people.length + departments.length > 0) {
    const names = [...(await findFullNames(tx, people.slice(0, namesShown))).values()];
    for (const child of departments.slice(0, namesShown)) names.push(await nameOf(tx, child, visit.language));
    const words = directoryWords[visit.language];
    const counts = [
      ...(people.length > 0 ? [words.people(people.length)] : []),
      ...(departments.length > 0 ? [words.departments(departments.length)] : []),
    ];
    form.refuse(
      "on",
      "not-empty",
      `${counts.join(", ")} (${names.join(", ")}${people.length > namesShown ? " …" : ""})`,
    );
  }
  if (form.isRefused) return null;
  await closeDepartment(tx, recording, { departmentId: id, on });
  await note(tx, recording, "closed-department", id, { on });
  return `${departmentsPath}/${id}?done=closed`;
}
