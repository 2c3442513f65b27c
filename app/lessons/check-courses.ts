import { checkLesson } from "./check-lesson";
import type { CheckedCourses, CheckedFile, CheckedLesson, CheckedModule } from "./checked-courses";
import { readCourses } from "./course-folder";
import type { CourseSource, CoursesSource, LessonSource, ModuleSource, SourceFile } from "./course-source";
import type { LessonContext } from "./lesson-context";
import { matchTranslations } from "./match-translations";
import { hasErrors, inReadingOrder, type Problem, reporterFor } from "./problem";
import { componentNameOf } from "./read-components";

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
      const base = baseContext(source, course, module, lessons);
      const checkAll = (list: readonly LessonSource[], purpose: NonNullable<LessonContext["purpose"]>) =>
        list.map((lesson) => ({
          name: lesson.name,
          files: lesson.files.map((file) => checkFile(file, { ...base, purpose }, module)),
        }));
      const checked = {
        lessons: checkAll(module.lessons, "lesson"),
        refreshers: checkAll(module.refreshers, "refresher"),
        questions: checkAll(module.questions, "questions"),
      };
      const all = [...checked.lessons, ...checked.refreshers, ...checked.questions];
      lessonCount += all.reduce((sum, lesson) => sum + lesson.files.length, 0);
      const found: Problem[] = all.flatMap((lesson) => lesson.files.flatMap(({ check }) => check.problems));
      for (const lesson of all) matchTranslations(lesson, source.organisation?.languages ?? [], found);
      findRepeatedIds(all, found);
      findLongModule(module, checked.lessons, found);
      problems.push(...found);
      const folder = `${module.path}/`;
      const own = inReadingOrder([...found, ...source.problems.filter((problem) => problem.path.startsWith(folder))]);
      modules.push({ course, module, ...checked, problems: own, publishable: !hasErrors(own) });
    }
  }
  return { ...source, modules, lessonCount, problems: inReadingOrder(problems) };
}

function baseContext(
  source: CoursesSource,
  course: CourseSource,
  module: ModuleSource,
  lessons: ReadonlyMap<string, ReadonlySet<string>>,
): Omit<LessonContext, "path" | "language"> {
  return {
    module: module.id,
    departments: source.organisation?.departments ?? [],
    media: new Map(module.media.map((file) => [file.name, file.picture])),
    lessons,
    components: course.components.map((file) => componentNameOf(file.name)).filter((name) => name !== undefined),
    revision: module.revisions.length,
  };
}

function checkFile(
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
  for (const { files } of lessons) {
    for (const { check } of files) {
      const report = reporterFor(check.path, problems);
      const once = (
        kind: string,
        id: string,
        place: { line: number; column: number },
        code: "id-repeated" | "question-id-repeated",
      ) => {
        const key = `${check.language} ${kind} ${id}`;
        const earlier = seen.get(key);
        if (earlier === undefined) seen.set(key, check.path);
        else if (earlier !== check.path)
          report(place, code, `The ${kind} id ${id} is used in ${earlier} already. Write another id.`);
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
  reporterFor(`${module.path}/module.yaml`, problems)(
    module.places.minutes,
    "minutes",
    `The lessons together take about ${minutes} minutes to read, and ${module.minutes} are stated. Shorten them, or write minutes: ${minutes}.`,
    { fix: String(minutes) },
  );
}
