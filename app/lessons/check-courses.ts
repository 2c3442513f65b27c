import { say } from "#app/words/areas/problems";
import { checkLesson } from "./check-lesson";
import type { CheckedCourses, CheckedFile, CheckedLesson, CheckedModule } from "./checked-courses";
import { readCourses } from "./course-folder";
import type { CourseSource, LessonSource, ModuleSource, OrganisationSource, SourceFile } from "./course-source";
import { freeId, replaceId } from "./edits";
import type { LessonContext } from "./lesson-context";
import { matchTranslations } from "./match-translations";
import { hasErrors, inReadingOrder, type Problem, reporterFor } from "./problem";
import { componentNameOf } from "./read-components";
import { SourceText } from "./source-text";
import { idsOf } from "./tree";

export type { CheckedCourses, CheckedFile, CheckedLesson, CheckedModule } from "./checked-courses";

/**
 * Reads a `courses/` folder and checks everything in it: each file by itself, translations against each other, ids
 * across a module, and the time that a module takes.
 *
 * @param root the folder
 * @param shown what to call it in problems; the folder as given where nothing is said
 */
export async function checkCourses(root: string, shown = root): Promise<CheckedCourses> {
  const source = await readCourses(root, shown);
  const modules: CheckedModule[] = [];
  const problems = [...source.problems];
  let lessonCount = 0;
  for (const course of source.courses) {
    const lessons = new Map(
      course.modules.map((module) => [module.id, new Set(module.lessons.map((lesson) => lesson.name))]),
    );
    for (const module of course.modules) {
      const surroundings = { ...source, course, lessons };
      const own = source.problems.filter((problem) => problem.path.startsWith(`${module.path}/`));
      const { checked, found } = checkModule(module, surroundings, own);
      problems.push(...found);
      modules.push(checked);
      lessonCount += [...checked.lessons, ...checked.refreshers, ...checked.questions].reduce(
        (sum, lesson) => sum + lesson.files.length,
        0,
      );
    }
  }
  return { ...source, modules, lessonCount, problems: inReadingOrder(problems) };
}

/** What stands around a module: the organisation, its course, and the names of the lessons of all the course's modules. */
export interface Surroundings {
  readonly organisation?: OrganisationSource | undefined;
  readonly course: CourseSource;
  readonly lessons: ReadonlyMap<string, ReadonlySet<string>>;
  /** Number of the revision that is being written; that of the newest entry under `revisions` where nothing is said. */
  readonly revision?: number;
}

/**
 * Checks everything that a module is made of.
 *
 * @param own what was found already when it was read
 * @returns the module with all its problems, and those that were found now
 */
export function checkModule(
  module: ModuleSource,
  surroundings: Surroundings,
  own: readonly Problem[] = [],
): { readonly checked: CheckedModule; readonly found: readonly Problem[] } {
  const base = baseContext(module, surroundings);
  const checkAll = (list: readonly LessonSource[], purpose: NonNullable<LessonContext["purpose"]>) =>
    list.map((lesson) => ({
      name: lesson.name,
      files: lesson.files.map((file) => checkFile(file, { ...base, purpose }, module)),
    }));
  const files = {
    lessons: checkAll(module.lessons, "lesson"),
    refreshers: checkAll(module.refreshers, "refresher"),
    questions: checkAll(module.questions, "questions"),
  };
  const all = [...files.lessons, ...files.refreshers, ...files.questions];
  const found: Problem[] = all.flatMap((lesson) => lesson.files.flatMap(({ check }) => check.problems));
  for (const lesson of all) matchTranslations(lesson, surroundings.organisation?.languages ?? [], found);
  findRepeatedIds(all, found);
  findLongModule(module, files.lessons, found);
  const problems = inReadingOrder([...found, ...own]);
  return {
    checked: { course: surroundings.course, module, ...files, problems, publishable: !hasErrors(problems) },
    found,
  };
}

/** What all files of a module are checked with. */
export function baseContext(
  module: ModuleSource,
  { organisation, course, lessons, revision }: Surroundings,
): Omit<LessonContext, "path" | "language"> {
  return {
    module: module.id,
    departments: organisation?.departments ?? [],
    media: new Map(module.media.map((file) => [file.name, file.media])),
    lessons,
    components: course.components.map((file) => componentNameOf(file.name)).filter((name) => name !== undefined),
    revision: revision ?? module.revisions.length,
  };
}

/** Checks one file of a module. */
export function checkFile(
  file: SourceFile,
  base: Omit<LessonContext, "path" | "language">,
  module: ModuleSource,
): CheckedFile {
  const context: LessonContext = {
    ...base,
    path: file.path,
    language: file.language,
    minutes: base.purpose === "refresher" ? module.refresherMinutes : module.minutes,
  };
  return { file, context, check: checkLesson(file.source, context) };
}

/** Question ids, and ids of what is confirmed or reflected on, are used once in a module. */
function findRepeatedIds(lessons: readonly CheckedLesson[], problems: Problem[]): void {
  const seen = new Map<string, string>();
  const used = new Set(
    lessons.flatMap(({ files }) => files.flatMap(({ check }) => (check.tree ? [...idsOf(check.tree)] : []))),
  );
  for (const { files } of lessons) {
    for (const { file, check } of files) {
      const report = reporterFor(check.path, problems);
      const once = (
        kind: "question" | "Confirm" | "Reflect",
        id: string,
        place: { line: number; column: number },
        code: "id-repeated" | "question-id-repeated",
      ) => {
        const key = `${check.language} ${kind} ${id}`;
        const earlier = seen.get(key);
        if (earlier === undefined) seen.set(key, check.path);
        else if (earlier !== check.path) {
          // Translations share their ids: one file alone must not be changed.
          const free = files.length === 1 ? freeId(id, used) : undefined;
          report(place, code, say("idUsedElsewhere", { kind, id, path: earlier }), {
            fix: free,
            edit: free === undefined ? undefined : replaceId(new SourceText(file.source), place, id, free),
          });
        }
      };
      for (const question of check.questions) once("question", question.id, question, "question-id-repeated");
      for (const confirmation of check.confirmations) once("Confirm", confirmation.id, confirmation, "id-repeated");
      for (const reflection of check.reflections) once("Reflect", reflection.id, reflection, "id-repeated");
    }
  }
}

/** Lessons that each keep their time may still add up to more than the module is said to take. */
function findLongModule(module: ModuleSource, lessons: readonly CheckedLesson[], problems: Problem[]): void {
  const languages = new Set(lessons.flatMap((lesson) => lesson.files.map(({ file }) => file.language)));
  let longest = 0;
  for (const language of languages) {
    const checks = lessons
      .flatMap((lesson) => lesson.files.filter(({ file }) => file.language === language))
      .map(({ check }) => check);
    if (checks.some((check) => check.minutes > module.minutes * 1.5)) return;
    longest = Math.max(
      longest,
      checks.reduce((sum, check) => sum + check.minutes, 0),
    );
  }
  if (longest <= module.minutes * 1.5) return;
  const minutes = Math.ceil(longest);
  const { minutes: from, minutesEnd: end } = module.places;
  reporterFor(`${module.path}/module.yaml`, problems)(
    from,
    "minutes",
    say("moduleMinutes", { takes: minutes, stated: module.minutes }),
    { fix: String(minutes), edit: end && minutes <= 600 ? { from, to: end, insert: String(minutes) } : undefined },
  );
}
