/** Checks a draft by the same rules as the files of a `courses/` folder. */
import { baseContext, type CheckedModule, checkModule, type Surroundings } from "#app/lessons/check-courses";
import { CourseFiles, folderInMemory } from "#app/lessons/course-files";
import type { CourseSource, ModuleSource, OrganisationSource } from "#app/lessons/course-source";
import type { LessonContext } from "#app/lessons/lesson-context";
import { isMediaType, type Media } from "#app/lessons/media";
import type { Problem } from "#app/lessons/problem";
import { readLessons } from "#app/lessons/read-lesson-files";
import { moduleContentHash } from "#app/lessons/read-module";
import { say } from "#app/words/areas/problems";
import { fallbackLanguage } from "#app/words/language";
import type { Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findLessonNames } from "#db/queries/modules";
import { findDepartments } from "#db/queries/published-content";
import { mediaBytes } from "../media/media-bytes.server";
import type { DraftState } from "./draft-state.server";

const start = { line: 1, column: 1 };

/** The company's languages and departments, as content may name them. */
export async function readOrganisationSource(db: Reader): Promise<OrganisationSource> {
  const company = await db.selectFrom("organisation").select("languages").executeTakeFirst();
  const departments = await findDepartments(db);
  return {
    languages: company ? (JSON.parse(company.languages) as string[]) : [fallbackLanguage],
    departments: departments.map((row) => ({
      id: row.id,
      ...(row.parent_id === null ? {} : { parent: row.parent_id }),
      name: JSON.parse(row.name) as Localised,
    })),
  };
}

function courseSourceOf({ course }: DraftState): CourseSource {
  const components = JSON.parse(course.components) as { readonly name: string; readonly source: string }[];
  return {
    id: course.id,
    path: course.id,
    title: JSON.parse(course.title) as CourseSource["title"],
    summary: JSON.parse(course.summary) as CourseSource["summary"],
    owner: course.owner,
    reviewers: JSON.parse(course.reviewers) as string[],
    responsibilities: JSON.parse(course.responsibilities) as string[],
    components: components.map((file) => ({ ...file, path: `${course.id}/components/${file.name}` })),
    modules: [],
  };
}

/** What the paths of a module's files begin with in problems. */
export function folderOf(state: Pick<DraftState, "course" | "moduleId">): string {
  return `${state.course.id}/${state.moduleId}`;
}

function mediaOf({ hash, type, bytes, width, height, seconds }: DraftState["media"][number]): Media {
  if (!isMediaType(type)) throw new Error(`Nothing of the type ${type} is ever stored`);
  return { hash, type, bytes, width, height, seconds };
}

const nothing = new Uint8Array();

/** A draft as the source of a module: its files read as those of a folder are. */
async function moduleSourceOf(
  db: Reader,
  state: DraftState,
  course: CourseSource,
  organisation: OrganisationSource,
  options: { readonly whole: boolean },
): Promise<{ readonly module: ModuleSource; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const tree = new Map(state.files.map((file) => [`${state.moduleId}/${file.path}`, file.text]));
  const files = new CourseFiles(folderInMemory(tree), state.course.id, problems);
  const read = async (folder: string, numbered: boolean) =>
    await readLessons(files, folder, (await files.list(folder)).files, organisation, numbered);
  const folder = folderOf(state);
  const content = {
    lessons: await read(state.moduleId, true),
    refreshers: await read(`${state.moduleId}/refreshers`, true),
    questions: await read(`${state.moduleId}/questions`, false),
    media: await Promise.all(
      state.media.map(async (file) => ({
        name: file.name,
        path: `${folder}/${file.name}`,
        bytes: options.whole ? await mediaBytes(db, file.hash) : nothing,
        media: mediaOf(file),
      })),
    ),
  };
  if (content.lessons.length === 0) {
    files.report(state.moduleId)(start, "unreadable", say("noLesson"));
  }
  const module: ModuleSource = {
    ...state.fields,
    id: state.moduleId,
    courseId: state.course.id,
    path: folder,
    ...content,
    contentHash: options.whole ? moduleContentHash(content, folder, course.components) : "",
    places: { minutes: start, revisions: start },
  };
  return { module, problems };
}

async function surroundingsOf(
  db: Reader,
  state: DraftState,
  course: CourseSource,
  organisation: OrganisationSource,
): Promise<Surroundings> {
  const lessons = new Map<string, Set<string>>();
  for (const { module_id: id, name } of await findLessonNames(db, state.course.id)) {
    if (id !== state.moduleId) lessons.set(id, (lessons.get(id) ?? new Set()).add(name));
  }
  const own = state.files.flatMap((file) => (file.kind === "lesson" ? [file.name] : []));
  lessons.set(state.moduleId, new Set(own));
  return { organisation, course, lessons, revision: (state.base?.number ?? 0) + 1 };
}

/**
 * Checks everything in a draft.
 *
 * @param options.whole whether the bytes of pictures are there and `contentHash` is reckoned: to publish it
 */
export async function checkDraft(
  db: Reader,
  state: DraftState,
  options: { readonly whole: boolean } = { whole: false },
): Promise<CheckedModule> {
  const organisation = await readOrganisationSource(db);
  const course = courseSourceOf(state);
  const { module, problems } = await moduleSourceOf(db, state, course, organisation, options);
  const surroundings = await surroundingsOf(db, state, course, organisation);
  return checkModule(module, surroundings, problems).checked;
}

/** What one file of a draft is checked and compiled with. */
export async function contextOf(
  db: Reader,
  state: DraftState,
  file: { readonly path: string; readonly language: string; readonly kind: DraftState["files"][number]["kind"] },
): Promise<{ readonly context: LessonContext; readonly course: CourseSource }> {
  const organisation = await readOrganisationSource(db);
  const course = courseSourceOf(state);
  const empty = { ...state, files: [] };
  const { module } = await moduleSourceOf(db, empty, course, organisation, { whole: false });
  const surroundings = await surroundingsOf(db, state, course, organisation);
  const purposes = { lesson: "lesson", refresher: "refresher", question: "questions" } as const;
  return {
    course,
    context: {
      ...baseContext(module, surroundings),
      path: `${folderOf(state)}/${file.path}`,
      language: file.language,
      purpose: purposes[file.kind],
      minutes: file.kind === "refresher" ? state.fields.refresherMinutes : state.fields.minutes,
    },
  };
}
