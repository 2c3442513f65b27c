/**
 * The shipped courses as the demonstration's content. A demonstration lives through revisions of which only the newest is
 * in the folder: an earlier one is the same text without the passages marked as changed since.
 */
import { type PreparedRevision, prepareRevision } from "#app/authoring/prepare-revision.server";
import { publishRevision, putCourseFields, putModuleFields } from "#app/authoring/publish-revision.server";
import type { Period } from "#app/domain/calendar";
import type { Bundler } from "#app/lessons/bundler";
import { type CheckedFile, type CheckedLesson, type CheckedModule, checkCourses } from "#app/lessons/check-courses";
import { checkLesson } from "#app/lessons/check-lesson";
import { contentHash } from "#app/lessons/content-hash";
import type { Place } from "#app/lessons/problem";
import type { QuestionKey } from "#app/lessons/question";
import { isNamed, type LessonNode } from "#app/lessons/tree";
import type { ContentForDemo, PublishedRevision, Unit, UnitFile } from "./content";

/** Reads, checks and compiles everything before the first day is lived: nothing is bundled inside a transaction. */
export async function contentFromCourses(root: string, bundler: Bundler): Promise<ContentForDemo> {
  const checked = await checkCourses(root);
  const broken = checked.modules.find((module) => !module.publishable);
  const { organisation } = checked;
  if (!organisation || broken) {
    throw new Error(`The courses in ${root} have faults: npm run courses:check says which.`);
  }
  const prepared = new Map<string, PreparedRevision>();
  for (const module of checked.modules) {
    const newest = module.module.revisions.length;
    for (const { number } of module.module.revisions) {
      const asItWas = number === newest ? module : earlier(module, number);
      prepared.set(`${module.module.id} ${number}`, await prepareRevision(asItWas, bundler));
    }
  }
  return {
    languages: organisation.languages,
    departments: organisation.departments,
    modules: checked.modules.map(({ module }) => ({
      id: module.id,
      audience: module.audience,
      policy: module.policy,
      passMark: module.passMark,
      minutes: module.minutes,
      refresherMinutes: module.refresherMinutes,
      revisions: module.revisions.map(({ number, change, within }) => ({ number, change, within: within as Period })),
    })),
    async publish(tx, recording, { moduleId, number, on }) {
      const position = checked.modules.findIndex(({ module }) => module.id === moduleId);
      const module = checked.modules[position];
      const revision = module?.module.revisions[number - 1];
      const content = prepared.get(`${moduleId} ${number}`);
      if (!module || !revision || !content) throw new RangeError(`There is no revision ${number} of ${moduleId}`);
      if (number === 1) {
        await putCourseFields(tx, module.course, checked.courses.indexOf(module.course));
        await putModuleFields(tx, recording, module.module, position, on);
      }
      const revisionId = await publishRevision(tx, recording, content, {
        number,
        change: revision.change,
        within: revision.within as Period,
        note: revision.note,
        on,
      });
      return published(content, revisionId);
    },
  };
}

function published(content: PreparedRevision, revisionId: string): PublishedRevision {
  const units = (kind: "lesson" | "refresher" | "question"): Unit[] => {
    const found = new Map<string, { name: string; files: Map<string, UnitFile> }>();
    for (const source of content.sources) {
      if (source.kind !== kind) continue;
      let unit = found.get(source.name);
      if (!unit) {
        unit = { name: source.name, files: new Map() };
        found.set(source.name, unit);
      }
      const { confirmations } = JSON.parse(source.bundle.parts) as Pick<UnitFile, "confirmations">;
      unit.files.set(source.language, { keys: JSON.parse(source.bundle.answerKey) as QuestionKey[], confirmations });
    }
    return [...found.values()];
  };
  return {
    revisionId,
    contentHash: content.contentHash,
    lessons: units("lesson"),
    refreshers: units("refresher"),
    questions: units("question"),
  };
}

/** A module as its revision `number` was: without what was changed since. */
function earlier(module: CheckedModule, number: number): CheckedModule {
  const was = (lesson: CheckedLesson): CheckedLesson => ({
    name: lesson.name,
    files: lesson.files.map((file) => fileAsItWas(file, number)),
  });
  const lessons = module.lessons.map(was);
  const files = [...lessons, ...module.refreshers, ...module.questions].flatMap((lesson) =>
    lesson.files.map(({ file }) => ({ path: file.path, bytes: Buffer.from(file.source, "utf8") })),
  );
  const media = module.module.media.map((file) => ({ path: file.name, bytes: file.bytes }));
  return { ...module, lessons, module: { ...module.module, contentHash: contentHash([...files, ...media]) } };
}

function fileAsItWas(checked: CheckedFile, number: number): CheckedFile {
  const { file, context, check } = checked;
  const lineStarts = [0];
  for (const [at, character] of file.source.split("").entries()) if (character === "\n") lineStarts.push(at + 1);
  const offsetOf = (place: Place) => (lineStarts[place.line - 1] ?? 0) + place.column - 1;
  const later: { from: number; to: number }[] = [];
  const look = (node: LessonNode) => {
    const since = node.attributes?.find((attribute) => attribute.name === "since")?.value;
    if (isNamed(node, "Changed") && sinceOf(since) >= number && node.position) {
      later.push({ from: offsetOf(node.position.start), to: offsetOf(node.position.end) });
      return;
    }
    for (const child of node.children ?? []) look(child);
  };
  if (check.tree) look(check.tree);
  let source = file.source;
  for (const { from, to } of later.reverse()) source = source.slice(0, from) + source.slice(to);
  const asItWas = { ...file, source };
  return { file: asItWas, context, check: checkLesson(source, { ...context, revision: number }) };
}

/** The revision in a `since` attribute: `{1}` or `"1"`. */
function sinceOf(value: unknown): number {
  if (typeof value === "object" && value !== null && "value" in value) return Number(value.value);
  return Number(value);
}
