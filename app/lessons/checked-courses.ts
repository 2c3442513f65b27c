import type { LessonCheck } from "./check-lesson";
import type { CourseSource, CoursesSource, ModuleSource, SourceFile } from "./course-source";
import type { LessonContext } from "./lesson-context";
import type { Problem } from "./problem";

/** A `courses/` folder that has been read and checked. */
export interface CheckedCourses extends CoursesSource {
  readonly modules: readonly CheckedModule[];
  /** Lessons, refreshers and files of questions that were checked, counted a language each. */
  readonly lessonCount: number;
  /** Every problem of the folder, files by name, in reading order. */
  readonly problems: readonly Problem[];
}

/** A module whose files have been checked. */
export interface CheckedModule {
  readonly course: CourseSource;
  readonly module: ModuleSource;
  readonly lessons: readonly CheckedLesson[];
  readonly refreshers: readonly CheckedLesson[];
  readonly questions: readonly CheckedLesson[];
  /** Everything that was found in the module's folder, its `module.yaml` included. */
  readonly problems: readonly Problem[];
  /** Whether the module can be published: no error among its problems. */
  readonly publishable: boolean;
}

/** One lesson, refresher or set of questions with what is known about it in each language. */
export interface CheckedLesson {
  readonly name: string;
  /** In the order of the organisation's languages. */
  readonly files: readonly CheckedFile[];
}

export interface CheckedFile {
  readonly file: SourceFile;
  /** What the file was checked with; `compileLesson` takes the same. */
  readonly context: LessonContext;
  readonly check: LessonCheck;
}
