/** The courses and modules that somebody may author, as a tree. */
import { type Actor, can } from "#app/domain/permissions";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findModulesOf, findOpenDrafts } from "#db/queries/drafts";
import { findCourses } from "#db/queries/published-content";
import type { Row } from "#db/schema";
import type { Fields } from "../drafts/draft-state.server";
import type { TreeCourse, TreeModule } from "./editor-view";

/** The courses that somebody may author, in order. */
export async function findOwnCourses(db: Reader, actor: Actor): Promise<Row<"course">[]> {
  const courses = await findCourses(db);
  return courses
    .filter((course) => can(actor, "author-module", { kind: "module", courseId: course.id }))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

export async function readTree(db: Reader, actor: Actor, language: Language): Promise<TreeCourse[]> {
  const courses = await findOwnCourses(db, actor);
  const ids = courses.map(({ id }) => id);
  const modules = await findModulesOf(db, ids);
  const drafts = await findOpenDrafts(db, ids);
  const changed = new Set(drafts.map((draft) => draft.module_id));
  return courses.map((course) => {
    const known: TreeModule[] = modules
      .filter((module) => module.course_id === course.id)
      .map((module) => ({
        id: module.id,
        title: inLanguage(JSON.parse(module.title) as Localised, language),
        number: module.number === null ? null : Number(module.number),
        isChanged: changed.has(module.id),
        isArchived: module.archived_on !== null,
      }));
    const fresh: TreeModule[] = drafts
      .filter((draft) => draft.course_id === course.id && draft.base_number === 0)
      .filter((draft) => !known.some(({ id }) => id === draft.module_id))
      .map((draft) => ({
        id: draft.module_id,
        title: inLanguage((JSON.parse(draft.fields ?? "{}") as Fields).title, language),
        number: null,
        isChanged: true,
        isArchived: false,
      }));
    return {
      id: course.id,
      title: inLanguage(JSON.parse(course.title) as Localised, language),
      modules: [...known, ...fresh],
    };
  });
}
