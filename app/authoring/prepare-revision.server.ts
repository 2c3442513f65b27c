/** A module's checked files, compiled: what is stored when a revision is published. Touches no database. */
import { createHash } from "node:crypto";
import type { Bundler } from "#app/lessons/bundler";
import type { CheckedFile, CheckedLesson, CheckedModule } from "#app/lessons/check-courses";
import { compileLesson } from "#app/lessons/compile-lesson";
import type { MediaFile } from "#app/lessons/course-source";
import { introHtml } from "#app/lessons/intro-html";
import { questionKey } from "#app/lessons/question-key";
import type { LessonKind } from "#db/schema";

/** One compiled file. */
export interface PreparedSource {
  readonly kind: LessonKind;
  readonly name: string;
  readonly position: number;
  readonly language: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string | null;
  readonly source: string;
  readonly bundle: PreparedBundle;
}

export interface PreparedBundle {
  readonly hash: string;
  /** Empty for refreshers and questions, which are shown a question at a time. */
  readonly code: string;
  /** JSON. */
  readonly outline: string;
  readonly minutes: number;
  readonly plainText: string;
  /** JSON: QuestionKey[]. */
  readonly answerKey: string;
  /** JSON: LessonParts. */
  readonly parts: string;
}

/** What else a lesson holds besides text and questions. */
export interface LessonParts {
  readonly confirmations: readonly { readonly id: string; readonly text: string; readonly audience?: unknown }[];
  readonly reflections: readonly { readonly id: string; readonly prompt: string; readonly audience?: unknown }[];
  /** Of a refresher: the text before its first question. */
  readonly introHtml: string | null;
}

export interface PreparedRevision {
  readonly moduleId: string;
  readonly contentHash: string;
  readonly sources: readonly PreparedSource[];
  readonly media: readonly MediaFile[];
}

/**
 * Compiles everything that a revision of a module is made of.
 *
 * @throws LessonRefused, BundleError as `compileLesson` does
 */
export async function prepareRevision(checked: CheckedModule, bundler: Bundler): Promise<PreparedRevision> {
  const sources: PreparedSource[] = [];
  const add = async (list: readonly CheckedLesson[], kind: LessonKind) => {
    for (const [position, lesson] of list.entries()) {
      for (const file of lesson.files) {
        const bundle =
          kind === "lesson" ? await prepareLessonBundle(file, checked, bundler) : prepareQuestionBundle(file);
        sources.push({
          kind,
          name: lesson.name,
          position,
          language: file.file.language,
          path: file.file.path,
          title: file.check.frontMatter?.title ?? lesson.name,
          summary: file.check.frontMatter?.summary ?? null,
          source: file.file.source,
          bundle,
        });
      }
    }
  };
  await add(checked.lessons, "lesson");
  await add(checked.refreshers, "refresher");
  await add(checked.questions, "question");
  return {
    moduleId: checked.module.id,
    contentHash: checked.module.contentHash,
    sources,
    media: checked.module.media,
  };
}

async function prepareLessonBundle(
  file: CheckedFile,
  checked: CheckedModule,
  bundler: Bundler,
): Promise<PreparedBundle> {
  const compiled = await compileLesson(file.check, file.context, bundler, checked.course.components);
  return addressed({
    code: compiled.code,
    outline: JSON.stringify(compiled.outline),
    minutes: compiled.minutes,
    plainText: compiled.text,
    answerKey: JSON.stringify(compiled.key),
    parts: parts(file, null),
  });
}

function prepareQuestionBundle({ check, context, file }: CheckedFile): PreparedBundle {
  return addressed({
    code: "",
    outline: "[]",
    minutes: Math.max(1, Math.ceil(check.minutes)),
    plainText: check.text,
    answerKey: JSON.stringify(check.questions.map((question) => questionKey(question, context))),
    parts: parts({ check, context, file }, check.tree ? introHtml(check.tree, context) : null),
  });
}

function parts({ check }: CheckedFile, intro: string | null): string {
  const value: LessonParts = {
    confirmations: check.confirmations.map(({ id, text, audience }) => ({
      id,
      text,
      ...(audience ? { audience } : {}),
    })),
    reflections: check.reflections.map(({ id, prompt, audience }) => ({
      id,
      prompt,
      ...(audience ? { audience } : {}),
    })),
    introHtml: intro,
  };
  return JSON.stringify(value);
}

function addressed(bundle: Omit<PreparedBundle, "hash">): PreparedBundle {
  const hash = createHash("sha256").update(
    JSON.stringify([bundle.code, bundle.answerKey, bundle.parts, bundle.outline]),
  );
  return { hash: hash.digest("hex"), ...bundle };
}
