/** Begins a module in the studio, and its course where there is none yet. */
import { DomainError } from "#app/domain/errors";
import { type Actor, can, canSomewhere, mustBeAble } from "#app/domain/permissions";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { isMadeId, newId } from "#app/platform/ids";
import { inLanguage } from "#app/words/localised";
import type { Reader, Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { findCourseRow, insertCourse } from "#db/queries/courses";
import { findDraft, isModuleIdTaken } from "#db/queries/drafts";
import type { SignedIn } from "#db/queries/people";
import { findEmail } from "#db/queries/people";
import { findCourses } from "#db/queries/published-content";
import { readOrganisationSource } from "../drafts/check-draft.server";
import { idFrom } from "../drafts/draft-path";
import { insertModuleDraft } from "../drafts/write-draft.server";
import { moduleFromTemplate } from "../templates/module-from-template";
import type { NewModuleForm, NewModuleView, NotBegun } from "./new-module-form";
import { readNewModule } from "./read-new-module.server";

type Needed = Pick<Deps, "db" | "clock">;

const inCourse = (courseId: string) => ({ kind: "module", courseId }) as const;

/**
 * What can be chosen for a new module.
 *
 * @throws DomainError forbidden
 */
export async function readNewModuleView(
  db: Reader,
  actor: Actor,
  visit: { readonly language: string; readonly now: Date },
): Promise<NewModuleView> {
  if (!canSomewhere(actor, "author-module")) throw new DomainError("forbidden", `${actor.personId} writes nowhere`);
  const courses = await findCourses(db);
  const { languages } = await readOrganisationSource(db);
  return {
    draftId: newId(visit.now),
    courses: courses
      .filter(({ id, archived_on }) => archived_on === null && can(actor, "author-module", inCourse(id)))
      .map(({ id, title }) => ({ id, title: inLanguage(JSON.parse(title), visit.language) })),
    // No grant names a course that is not there: only who writes in all of them may.
    mayMakeCourse: can(actor, "author-module", inCourse("")),
    languages,
  };
}

async function freeCourseId(db: Reader, title: string): Promise<string> {
  const wanted = idFrom(title) || "course";
  let id = wanted;
  for (let number = 2; await findCourseRow(db, id); number += 1) id = `${wanted}-${number}`;
  return id;
}

/** Words that are addresses of the studio itself. */
const reserved = new Set(["new", "paste", "courses"]);

async function isTaken(db: Reader, id: string): Promise<boolean> {
  return reserved.has(id) || (await isModuleIdTaken(db, id));
}

/** The id that was typed, where it is free; the title's own, with a number after it where that is taken. */
async function freeModuleId(db: Reader, form: NewModuleForm, title: string): Promise<string | null> {
  if (form.id !== null) return (await isTaken(db, form.id)) ? null : form.id;
  const wanted = idFrom(title);
  let id = wanted;
  for (let number = 2; await isTaken(db, id); number += 1) id = `${wanted}-${number}`;
  return id;
}

async function createCourse(tx: Writer, actor: Actor, form: NewModuleForm, owner: string, at: Date): Promise<string> {
  mustBeAble(actor, "author-module", inCourse(""));
  const title = Object.values(form.courseTitle)[0] ?? "";
  const id = await freeCourseId(tx, title);
  const text = JSON.stringify(form.courseTitle);
  const position = (await findCourses(tx)).length;
  await insertCourse(tx, { id, title: text, summary: text, owner, position });
  const event = { at: instantText(at), actorId: actor.personId, action: "created-course", subjectId: id } as const;
  await insertAuditEvent(tx, { ...event, detail: {} });
  return id;
}

/** What a form made when it was sent before; null: nothing that is there. */
async function begunBefore(tx: Writer, actor: Actor, draftId: string): Promise<string | null> {
  const draft = await findDraft(tx, draftId);
  const isOwn = draft?.created_by === actor.personId && draft.state !== "discarded";
  return isOwn ? draft.module_id : null;
}

/** The draft's id as the form was given it; another where that is no id, or stands for something else. */
async function draftIdFor(tx: Writer, typed: Readonly<Record<string, string>>, at: Date): Promise<string> {
  const { draft = "" } = typed;
  return isMadeId(draft) && !(await findDraft(tx, draft)) ? draft : newId(at);
}

/**
 * Begins a module from what was typed: once, however often the same form is sent.
 *
 * @returns the module's id, or what is wrong with the form
 * @throws DomainError forbidden
 */
export async function beginModule(
  deps: Needed,
  actor: SignedIn,
  typed: Readonly<Record<string, string>>,
): Promise<{ readonly moduleId: string } | { readonly refused: NotBegun }> {
  const at = deps.clock.now();
  const view = await readNewModuleView(deps.db.read, actor, { language: actor.language, now: at });
  const read = readNewModule(typed, view);
  const owner = await findEmail(deps.db.read, actor.personId);
  return await deps.db.write.transaction().execute(async (tx) => {
    const before = await begunBefore(tx, actor, typed.draft ?? "");
    if (before !== null) return { moduleId: before };
    if ("refused" in read) return read;
    const { form } = read;
    const [first = "sv"] = view.languages;
    const moduleId = await freeModuleId(tx, form, form.title[first] ?? "");
    if (moduleId === null) return { refused: { faults: { id: "id-taken" }, typed } };
    if (form.courseId === null && owner === null) return { refused: { faults: { course: "no-email" }, typed } };
    const courseId = form.courseId ?? (await createCourse(tx, actor, form, owner ?? "", at));
    const today = dayIn(actor.zone, at);
    const made = moduleFromTemplate(form.template, { title: form.title, languages: view.languages, today });
    const draftId = await draftIdFor(tx, typed, at);
    await insertModuleDraft(tx, actor, at, { draftId, moduleId, courseId, ...made });
    return { moduleId };
  });
}
