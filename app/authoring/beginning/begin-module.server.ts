/** Begins a module in the studio, and its course where there is none yet. */
import { DomainError } from "#app/domain/errors";
import { type Actor, can, canSomewhere, mustBeAble } from "#app/domain/permissions";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { inLanguage } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { findCourseRow, insertCourse, isModuleIdTaken } from "#db/queries/drafts";
import type { SignedIn } from "#db/queries/people";
import { findEmail } from "#db/queries/people";
import { findCourses } from "#db/queries/published-content";
import { readOrganisationSource } from "../drafts/check-draft.server";
import { idFrom } from "../drafts/draft-path";
import { createModuleDraft } from "../drafts/write-draft.server";
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
export async function readNewModuleView(db: Reader, actor: Actor, language: string): Promise<NewModuleView> {
  if (!canSomewhere(actor, "author-module")) throw new DomainError("forbidden", `${actor.personId} writes nowhere`);
  const courses = await findCourses(db);
  const { languages } = await readOrganisationSource(db);
  return {
    courses: courses
      .filter(({ id, archived_on }) => archived_on === null && can(actor, "author-module", inCourse(id)))
      .map(({ id, title }) => ({ id, title: inLanguage(JSON.parse(title), language) })),
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

async function createCourse(deps: Needed, actor: Actor, form: NewModuleForm, owner: string): Promise<string> {
  mustBeAble(actor, "author-module", inCourse(""));
  const title = Object.values(form.courseTitle)[0] ?? "";
  const at = instantText(deps.clock.now());
  return await deps.db.write.transaction().execute(async (tx) => {
    const id = await freeCourseId(tx, title);
    const text = JSON.stringify(form.courseTitle);
    const position = (await findCourses(tx)).length;
    await insertCourse(tx, { id, title: text, summary: text, owner, position });
    await insertAuditEvent(tx, { at, actorId: actor.personId, action: "created-course", subjectId: id, detail: {} });
    return id;
  });
}

/**
 * Begins a module from what was typed.
 *
 * @returns the module's id, or what is wrong with the form
 * @throws DomainError forbidden
 */
export async function beginModule(
  deps: Needed,
  actor: SignedIn,
  typed: Readonly<Record<string, string>>,
): Promise<{ readonly moduleId: string } | { readonly refused: NotBegun }> {
  const view = await readNewModuleView(deps.db.read, actor, actor.language);
  const read = readNewModule(typed, view);
  if ("refused" in read) return read;
  const { form } = read;
  const [first = "sv"] = view.languages;
  const moduleId = await freeModuleId(deps.db.read, form, form.title[first] ?? "");
  if (moduleId === null) return { refused: { faults: { id: "id-taken" }, typed } };
  const owner = form.courseId === null ? await findEmail(deps.db.read, actor.personId) : null;
  if (form.courseId === null && owner === null) return { refused: { faults: { course: "no-email" }, typed } };
  const courseId = form.courseId ?? (await createCourse(deps, actor, form, owner ?? ""));
  const today = dayIn(actor.zone, deps.clock.now());
  const made = moduleFromTemplate(form.template, { title: form.title, languages: view.languages, today });
  await createModuleDraft(deps, actor, { moduleId, courseId, ...made });
  return { moduleId };
}
