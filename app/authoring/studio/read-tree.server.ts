/** The courses and modules that somebody may author, as a tree. */
import { type Actor, can } from "#app/domain/permissions";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findOpenDrafts } from "#db/queries/drafts";
import { findModulesOf } from "#db/queries/modules";
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

/** The modules of some courses in order, by course; those that were never published last. */
export async function treeModules(
  db: Reader,
  courses: readonly string[],
  language: Language,
): Promise<ReadonlyMap<string, readonly TreeModule[]>> {
  const modules = await findModulesOf(db, courses);
  const drafts = await findOpenDrafts(db, courses);
  const changed = new Set(drafts.map((draft) => draft.module_id));
  const known = new Set(modules.map(({ id }) => id));
  const found = new Map<string, TreeModule[]>(courses.map((id) => [id, []]));
  for (const module of modules) {
    found.get(module.course_id)?.push({
      id: module.id,
      title: inLanguage(JSON.parse(module.title) as Localised, language),
      number: module.number === null ? null : Number(module.number),
      isChanged: changed.has(module.id),
      isArchived: module.archived_on !== null,
    });
  }
  for (const draft of drafts) {
    if (draft.base_number !== 0 || known.has(draft.module_id)) continue;
    found.get(draft.course_id)?.push({
      id: draft.module_id,
      title: inLanguage((JSON.parse(draft.fields ?? "{}") as Fields).title, language),
      number: null,
      isChanged: true,
      isArchived: false,
    });
  }
  return found;
}

export async function readTree(db: Reader, actor: Actor, language: Language): Promise<TreeCourse[]> {
  const courses = await findOwnCourses(db, actor);
  const modules = await treeModules(
    db,
    courses.map(({ id }) => id),
    language,
  );
  return courses.map((course) => ({
    id: course.id,
    title: inLanguage(JSON.parse(course.title) as Localised, language),
    isArchived: course.archived_on !== null,
    modules: modules.get(course.id) ?? [],
  }));
}
