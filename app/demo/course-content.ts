/**
 * The company's real courses as the demonstration's content. Only the newest edition is on disk: an earlier one is made
 * of it by leaving out the passages that were changed since.
 */
import { type PreparedRevision, prepareRevision } from "#app/authoring/prepare-revision.server";
import { publishRevision, putCourseFields, putModuleFields } from "#app/authoring/publish-revision.server";
import type { Period } from "#app/domain/calendar";
import type { Bundler } from "#app/lessons/bundler";
import { type CheckedFile, type CheckedLesson, type CheckedModule, checkCourses } from "#app/lessons/check-courses";
import { checkLesson } from "#app/lessons/check-lesson";
import { contentHash } from "#app/lessons/content-hash";
import { hasErrors } from "#app/lessons/problem";
import type { QuestionKey } from "#app/lessons/question";
import type { ContentForDemo, PublishedRevision, Statement, Unit, UnitFile } from "./content";

/** A passage that is marked as new, with the last revision that was without it. */
const changedPassage = /^<Changed since=\{(\d+)\}>\n[\s\S]*?^<\/Changed>\n*/gm;

/** A source as it was in an earlier revision. */
export function earlierSource(source: string, revision: number): string {
  return source.replace(changedPassage, (passage, since: string) => (Number(since) >= revision ? "" : passage));
}

/**
 * Reads, checks and compiles a `courses/` folder.
 *
 * @throws Error when the folder has faults: a demonstration has no earlier revision to fall back on
 */
export async function readCourseContent(root: string, bundler: Bundler): Promise<ContentForDemo> {
  const checked = await checkCourses(root);
  const unusable = checked.modules.find((module) => !module.publishable);
  const fault = checked.problems.find((problem) => problem.severity === "error");
  if (!checked.organisation || unusable || fault) {
    const at = fault ? `${fault.path}:${fault.line}:${fault.column} ${fault.message}` : root;
    throw new Error(`The courses cannot be shown as long as they have faults: ${at}`);
  }
  const once = remembering(bundler);
  const editions = new Map<string, PreparedRevision>();
  for (const module of checked.modules) {
    for (const { number } of module.module.revisions) {
      const isNewest = number === module.module.revisions.length;
      editions.set(nameOf(module, number), await prepareRevision(isNewest ? module : earlier(module, number), once));
    }
  }
  return {
    languages: checked.organisation.languages,
    departments: checked.organisation.departments.map(({ id, parent, name }) => ({ id, parent, name })),
    modules: checked.modules.map(({ module }) => module),
    async publish(tx, recording, { moduleId, number, on }) {
      const position = checked.modules.findIndex(({ module }) => module.id === moduleId);
      const module = checked.modules[position];
      const prepared = module && editions.get(nameOf(module, number));
      const revision = module?.module.revisions[number - 1];
      if (!module || !prepared || !revision) throw new Error(`The courses have no revision ${number} of ${moduleId}`);
      if (number === 1) {
        await putCourseFields(tx, module.course, checked.courses.indexOf(module.course));
        await putModuleFields(tx, recording, module.module, position, on);
      }
      const { change, note } = revision;
      const within = (revision.within ?? null) as Period | null;
      await publishRevision(tx, recording, prepared, { number, change, within, note, on });
      const { id } = await tx
        .selectFrom("revision")
        .select("id")
        .where("module_id", "=", moduleId)
        .where("number", "=", number)
        .executeTakeFirstOrThrow();
      return published(id, prepared);
    },
  };
}

function nameOf({ module }: CheckedModule, number: number): string {
  return `${module.id} ${number}`;
}

/** Editions share most of their lessons: each is bundled once. */
function remembering(bundler: Bundler): Bundler {
  const known = new Map<string, Promise<string>>();
  return {
    bundle(job) {
      const name = JSON.stringify(job);
      const bundled = known.get(name) ?? bundler.bundle(job);
      known.set(name, bundled);
      return bundled;
    },
    close: () => bundler.close(),
  };
}

/** A module as it was in an earlier revision. */
function earlier(checked: CheckedModule, number: number): CheckedModule {
  const file = (now: CheckedFile): CheckedFile => {
    const source = earlierSource(now.file.source, number);
    if (source === now.file.source) return now;
    const context = { ...now.context, revision: number };
    const check = checkLesson(source, context);
    if (hasErrors(check.problems))
      throw new Error(`${now.file.path} does not stand without what revision ${number} lacked`);
    return { file: { ...now.file, source }, context, check };
  };
  const edition = (lessons: readonly CheckedLesson[]) =>
    lessons.map((lesson) => ({ ...lesson, files: lesson.files.map(file) }));
  const lessons = edition(checked.lessons);
  const refreshers = edition(checked.refreshers);
  const questions = edition(checked.questions);
  const texts = [...lessons, ...refreshers, ...questions].flatMap((lesson) => lesson.files.map((text) => text.file));
  const hash = contentHash([
    ...texts.map(({ path, source }) => ({
      path: path.slice(checked.module.path.length + 1),
      bytes: new TextEncoder().encode(source),
    })),
    ...checked.module.media.map(({ name, bytes }) => ({ path: name, bytes })),
  ]);
  return { ...checked, lessons, refreshers, questions, module: { ...checked.module, contentHash: hash } };
}

function published(revisionId: string, prepared: PreparedRevision): PublishedRevision {
  const units = { lesson: new Map(), refresher: new Map(), question: new Map() } as Record<
    PreparedRevision["sources"][number]["kind"],
    Map<string, { name: string; files: Map<string, UnitFile> }>
  >;
  for (const { kind, name, language, bundle } of prepared.sources) {
    const unit = units[kind].get(name) ?? { name, files: new Map<string, UnitFile>() };
    units[kind].set(name, unit);
    const { confirmations } = JSON.parse(bundle.parts) as { confirmations: Statement[] };
    unit.files.set(language, { keys: JSON.parse(bundle.answerKey) as QuestionKey[], confirmations });
  }
  const all = (kind: keyof typeof units): Unit[] => [...units[kind].values()];
  return {
    revisionId,
    contentHash: prepared.contentHash,
    lessons: all("lesson"),
    refreshers: all("refresher"),
    questions: all("question"),
  };
}
