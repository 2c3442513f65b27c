import { createHash } from "node:crypto";
import { say } from "#app/words/areas/problems";
import type { BundleJob } from "./bundle-job";
import { type Bundler, isBundleError } from "./bundler";
import { type Confirmation, checkLesson, type LessonCheck, type Reflection } from "./check-lesson";
import type { ComponentFile } from "./course-source";
import type { FrontMatter } from "./front-matter";
import type { LessonContext } from "./lesson-context";
import type { OutlineEntry } from "./outline";
import { lessonWords, prepareLesson } from "./prepare-lesson";
import { formatProblem, hasErrors, type Problem, problemOf } from "./problem";
import type { QuestionKey } from "./question";
import { questionKey } from "./question-key";

/**
 * Number of the compiler. It goes up when the same source compiles to something else, so that what was stored by an
 * older version of the product can be compiled anew.
 */
export const compilerVersion = 2;

/** A lesson, refresher or set of questions as it is stored with its revision, one for each language. */
export interface CompiledLesson {
  /** The bundle: ends in `return Component;`, expects `React` and `_jsx_runtime`. Without answers and feedback. */
  readonly code: string;
  /** SHA-256 of the code, in lower-case hex. */
  readonly hash: string;
  readonly compiler: number;
  readonly frontMatter: FrontMatter;
  /** Questions with their answers, in the order of the lesson. For the server only. */
  readonly key: readonly QuestionKey[];
  readonly outline: readonly OutlineEntry[];
  readonly confirmations: readonly Confirmation[];
  readonly reflections: readonly Reflection[];
  /** Minutes to read and answer, rounded up. */
  readonly minutes: number;
  /** Plain text for search, without the questions. */
  readonly text: string;
}

/** Thrown when a lesson has errors: it keeps its problems. */
export class LessonRefused extends Error {
  override readonly name = "LessonRefused";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}

/**
 * Compiles one lesson.
 *
 * @param source the file, or what `checkLesson` found in it with the same context
 * @param components files of the course's `components/`
 * @throws LessonRefused when the lesson or a component it uses has errors
 * @throws BundleError when the run took too long or too much memory
 */
export async function compileLesson(
  source: string | LessonCheck,
  context: LessonContext,
  bundler: Bundler,
  components: readonly ComponentFile[] = [],
): Promise<CompiledLesson> {
  const check = typeof source === "string" ? checkLesson(source, context) : source;
  const { frontMatter, tree } = check;
  if (hasErrors(check.problems) || !frontMatter || !tree) throw new LessonRefused(check.problems);
  const key = check.questions.map((question) => questionKey(question, context));
  const words = lessonWords(context.language);
  const code = await bundled(
    {
      tree: prepareLesson(tree, context),
      uses: check.components,
      components: check.components.length ? Object.fromEntries(components.map((file) => [file.name, file.source])) : {},
      labels: { footnotes: words.footnotes, backToText: words.backToText },
    },
    context,
    bundler,
    components,
  );
  return {
    code,
    hash: createHash("sha256").update(code).digest("hex"),
    compiler: compilerVersion,
    frontMatter,
    key,
    outline: check.outline,
    confirmations: check.confirmations,
    reflections: check.reflections,
    minutes: Math.max(1, Math.ceil(check.minutes)),
    text: check.text,
  };
}

async function bundled(
  job: BundleJob,
  context: LessonContext,
  bundler: Bundler,
  components: readonly ComponentFile[],
): Promise<string> {
  try {
    return await bundler.bundle(job);
  } catch (error) {
    if (!isBundleError(error) || error.code !== "failed") throw error;
    throw new LessonRefused(
      error.faults.map(({ file, line, column, text }) =>
        problemOf({
          path: components.find((component) => component.name === file)?.path ?? context.path,
          line,
          column,
          severity: "error",
          code: "component-broken",
          said: say("componentBroken", { fault: text }),
        }),
      ),
    );
  }
}
