/** Brings a prepared revision into the database: content, revision, and for a new module its policy and requirement. */
import { ulid } from "ulid";
import type { CivilDate, Period } from "#app/domain/calendar";
import type { Change } from "#app/domain/facts";
import { type Recording, recordPolicy, recordRevision } from "#app/ledger/record";
import type { CourseSource, ModuleSource } from "#app/lessons/course-source";
import { instantText } from "#app/platform/clock";
import type { Writer } from "#db/connect";
import {
  insertRequirement,
  insertRevisionMedia,
  insertSource,
  putBundle,
  putCourse,
  putMedia,
  putModule,
} from "#db/queries/content-writes";
import { findCourseRow } from "#db/queries/courses";
import { findModuleRow } from "#db/queries/modules";
import { saidOfCourse, withSaid } from "./content-said.server";
import { enqueueVariants } from "./media/make-variants.job";
import type { PreparedRevision } from "./prepare-revision.server";

/**
 * Writes what `course.yaml` says about a course, and remembers that it did.
 *
 * @param said what the file says, where the course is given otherwise
 */
export async function putCourseFields(
  tx: Writer,
  course: CourseSource,
  position: number,
  said: CourseSource = course,
): Promise<void> {
  const before = await findCourseRow(tx, course.id);
  await putCourse(tx, {
    id: course.id,
    title: JSON.stringify(course.title),
    summary: JSON.stringify(course.summary),
    owner: course.owner,
    position,
    reviewers: JSON.stringify(course.reviewers),
    responsibilities: JSON.stringify(course.responsibilities),
    components: componentsText(course),
    settled_in: before?.settled_in ?? "files",
    file_said: withSaid(before, saidOfCourse(said)),
  });
}

/** A course's components as they are kept. */
export function componentsText({ components }: Pick<CourseSource, "components">): string {
  return JSON.stringify(components.map(({ name, source }) => ({ name, source })));
}

/**
 * Writes what `module.yaml` says about a module. For a module that is new its policy is recorded and its audience makes
 * the first requirement, once; after that the company's own screens rule over requirements.
 *
 * @returns whether requirements changed, so that assignments have to follow
 */
export async function putModuleFields(
  tx: Writer,
  recording: Recording,
  module: Omit<ModuleSource, "lessons" | "refreshers" | "questions" | "media" | "contentHash" | "places" | "path">,
  position: number,
  on: CivilDate,
): Promise<{ readonly policyChanged: boolean; readonly required: boolean }> {
  const before = await findModuleRow(tx, module.id);
  const policy = JSON.stringify(module.policy);
  await putModule(tx, {
    id: module.id,
    course_id: module.courseId,
    title: JSON.stringify(module.title),
    short: JSON.stringify(module.short),
    summary: JSON.stringify(module.summary),
    minutes: module.minutes,
    refresher_minutes: module.refresherMinutes,
    pass_mark: module.passMark,
    review_by: module.reviewBy ?? null,
    why: JSON.stringify(module.why),
    policy,
    position,
    audience: JSON.stringify(module.audience),
    revisions: JSON.stringify(module.revisions),
    settled_in: before?.settled_in ?? "files",
  });
  const policyChanged = before?.policy !== policy;
  if (policyChanged) await recordPolicy(tx, recording, { moduleId: module.id, on, policy: module.policy });
  if (before) return { policyChanged, required: false };
  await insertRequirement(tx, {
    id: ulid(recording.at.getTime()),
    module_id: module.id,
    audience: JSON.stringify(module.audience),
    from_on: on,
    to_on: null,
    due: null,
    every: null,
    recorded_at: instantText(recording.at),
    recorded_by: recording.by,
  });
  return { policyChanged: false, required: true };
}

/** Stores a revision's content and records that it was published; gives the revision's id. */
export async function publishRevision(
  tx: Writer,
  recording: Recording,
  prepared: PreparedRevision,
  revision: {
    readonly number: number;
    readonly change: Change;
    readonly within: Period | null;
    /** By language. */
    readonly note: Readonly<Record<string, string>>;
    readonly on: CivilDate;
  },
): Promise<string> {
  const at = instantText(recording.at);
  const newId = () => ulid(recording.at.getTime());
  const revisionId = newId();
  await recordRevision(tx, recording, {
    id: revisionId,
    moduleId: prepared.moduleId,
    number: revision.number,
    change: revision.change,
    within: revision.within,
    note: JSON.stringify(revision.note),
    contentHash: prepared.contentHash,
    on: revision.on,
  });
  for (const source of prepared.sources) {
    const { bundle } = source;
    await putBundle(tx, {
      hash: bundle.hash,
      code: bundle.code,
      outline: bundle.outline,
      minutes: bundle.minutes,
      plain_text: bundle.plainText,
      answer_key: bundle.answerKey,
      parts: bundle.parts,
      created_at: at,
    });
    await insertSource(tx, {
      id: newId(),
      revision_id: revisionId,
      kind: source.kind,
      name: source.name,
      position: source.position,
      language: source.language,
      path: source.path,
      title: source.title,
      summary: source.summary,
      source: source.source,
      bundle_hash: bundle.hash,
    });
  }
  for (const file of prepared.media) {
    await putMedia(tx, {
      hash: file.media.hash,
      type: file.media.type,
      content: file.bytes,
      width: file.media.width,
      height: file.media.height,
      seconds: file.media.seconds,
      created_at: at,
    });
    await insertRevisionMedia(tx, { revision_id: revisionId, path: file.name, hash: file.media.hash });
    await enqueueVariants(tx, recording.at, file.media);
  }
  return revisionId;
}
