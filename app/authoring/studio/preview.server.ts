/** A lesson that is being written, as a department will see it: by the same checker, bundler and renderer as published ones. */
import { createHash } from "node:crypto";
import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import { type Bundler, isBundleError } from "#app/lessons/bundler";
import { checkLesson, type LessonCheck } from "#app/lessons/check-lesson";
import { checkState } from "#app/lessons/check-state";
import type { CourseSource } from "#app/lessons/course-source";
import type { LessonContext } from "#app/lessons/lesson-context";
import { isMeant } from "#app/lessons/passage-audience";
import { lessonWords, prepareLesson } from "#app/lessons/prepare-lesson";
import { previewTree } from "#app/lessons/preview-tree";
import type { Problem } from "#app/lessons/problem";
import { problemText } from "#app/lessons/problem";
import { questionKey } from "#app/lessons/question-key";
import type { LessonReader } from "#app/lessons/reader";
import { createLessonRenderer } from "#app/lessons/render-lesson.server";
import type { LessonNode } from "#app/lessons/tree";
import type { Deps } from "#app/platform/deps";
import { studioWords } from "#app/words/areas/studio";
import { catalogues } from "#app/words/catalogues";
import { fallbackLanguage, isLanguage, type Language } from "#app/words/language";
import type { Reader } from "#db/connect";
import { departmentLine } from "#db/queries/departments";
import { contextOf, folderOf } from "../drafts/check-draft.server";
import { readDraftPath } from "../drafts/draft-path";
import { type DraftState, openModule } from "../drafts/draft-state.server";
import { longestText } from "../drafts/write-draft.server";

/** Few: a preview is looked at once. */
const renderer = createLessonRenderer(8);

export interface PreviewWanted {
  readonly moduleId: string;
  readonly path: string;
  readonly text: string;
  /** The department to look as; null: somebody who belongs to none. */
  readonly as: string | null;
  /** Of the page around it. */
  readonly language: Language;
}

export interface Preview {
  /** What stands inside the article; null: the source cannot be read at all, and what was shown before stands. */
  readonly html: string | null;
  readonly lang: string;
  /** Of this file alone, in reading order; `path` is the file's in the module's folder. */
  readonly problems: readonly Problem[];
  /** To read and answer, rounded up. */
  readonly minutes: number;
  /** Why it was not compiled though it has no errors: it took too long or too much. */
  readonly stopped: "timeout" | "memory" | "failed" | null;
}

/**
 * Renders a file of a draft as it is typed; nothing is kept.
 *
 * @throws DomainError forbidden, not-found, invalid for a path that is none or a text that is too long
 */
export async function previewFile(
  deps: Pick<Deps, "db">,
  bundler: Bundler,
  actor: Actor,
  wanted: PreviewWanted,
): Promise<Preview> {
  const state = await openModule(deps.db.read, actor, wanted.moduleId);
  if (wanted.text.length > longestText) throw new DomainError("invalid", "This is too long for a file of a module");
  return await renderDraftFile(deps.db.read, bundler, state, { ...wanted, attempt: "preview" });
}

/**
 * Renders a file of a draft. Asks nobody's permission.
 *
 * @param wanted.attempt null: questions are shown and cannot be answered
 * @throws DomainError invalid for a path that is none
 */
export async function renderDraftFile(
  db: Reader,
  bundler: Bundler,
  state: DraftState,
  wanted: Omit<PreviewWanted, "moduleId"> & { readonly attempt: string | null },
): Promise<Preview> {
  const file = readDraftPath(wanted.path);
  if (!file) throw new DomainError("invalid", "This is no file of a module");
  const { context, course } = await contextOf(db, state, { path: wanted.path, ...file });
  const check = checkLesson(wanted.text, context);
  const before = `${folderOf(state)}/`;
  const own = check.problems.map((problem) => ({ ...problem, path: problem.path.replace(before, "") }));
  const base = { lang: file.language, problems: own, minutes: Math.max(1, Math.ceil(check.minutes)) };
  const says = studioWords[wanted.language].preview;
  const tree = previewTree(check, {
    title: says.hidden,
    say: (problem) => says.line(problem.line, problemText(problem, wanted.language)),
  });
  if (!tree) return { ...base, html: null, stopped: null };
  try {
    const code = await bundled(bundler, tree, check, context, course);
    const hash = createHash("sha256").update(code).digest("hex");
    renderer.add(hash, code);
    const departments = wanted.as === null ? [] : await departmentLine(db, wanted.as);
    const language = isLanguage(file.language) ? file.language : fallbackLanguage;
    const reader = {
      ...readerFor(check, context, departments, state.base?.number ?? null),
      attempt: wanted.attempt,
    };
    const html = renderer.article({ hash, language, words: catalogues[language], reader });
    return { ...base, html, stopped: null };
  } catch (error) {
    if (!isBundleError(error) || error.code === "closed" || error.code === "crashed") throw error;
    return { ...base, html: null, stopped: error.code };
  }
}

async function bundled(
  bundler: Bundler,
  tree: LessonNode,
  check: LessonCheck,
  context: LessonContext,
  course: CourseSource,
): Promise<string> {
  const words = lessonWords(context.language);
  const components = Object.fromEntries(course.components.map((part) => [part.name, part.source]));
  return await bundler.bundle({
    tree: prepareLesson(tree, context),
    uses: check.components,
    components: check.components.length > 0 ? components : {},
    labels: { footnotes: words.footnotes, backToText: words.backToText },
  });
}

/** Somebody of these departments who completed the revision before, and has answered nothing yet. */
function readerFor(
  check: LessonCheck,
  context: LessonContext,
  departments: readonly string[],
  completed: number | null,
): LessonReader {
  const broken = new Set(check.problems.filter(({ severity }) => severity === "error").map(({ line }) => line));
  const asked = check.questions.filter(
    (question) => isMeant(question.audience, departments) && !broken.has(question.line),
  );
  return {
    departments,
    completed: completed === null ? null : { revision: completed, on: "2000-01-01" },
    attempt: "preview",
    checks: asked.map((question, place) => {
      const key = questionKey(question, context);
      const order = key.choices.map(({ id }) => id);
      return checkState(key, { slot: question.id, order, number: place + 1, of: asked.length }, null);
    }),
    confirmations: check.confirmations
      .filter(({ audience }) => isMeant(audience, departments))
      .map(({ id }) => ({ id, on: null })),
    reflections: check.reflections
      .filter(({ audience }) => isMeant(audience, departments))
      .map(({ id }) => ({ id, text: "", shared: false, on: null })),
  };
}
