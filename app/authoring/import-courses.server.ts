/**
 * Brings a `courses/` folder into the database: what changed becomes new revisions. A module with faults, with changed
 * sources but no new entry under `revisions`, or behind what was published here later, is left as it is, and its last
 * good revision stays live.
 */
import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Period } from "#app/domain/calendar";
import { type Bundler, isBundleError } from "#app/lessons/bundler";
import { type CheckedModule, checkCourses } from "#app/lessons/check-courses";
import { LessonRefused } from "#app/lessons/compile-lesson";
import type { CourseSource, CoursesSource } from "#app/lessons/course-source";
import { type Problem, problemOf } from "#app/lessons/problem";
import type { Deps } from "#app/platform/deps";
import { say } from "#app/words/areas/problems";
import { enqueue } from "#app/work/queue";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { putDepartment, rebuildAncestors } from "#db/queries/content-writes";
import { findCourseRow, nextPosition, updateCourse } from "#db/queries/courses";
import { findModuleRow, updateModuleSettings } from "#db/queries/modules";
import { findPublishedModules } from "#db/queries/published-content";
import { companyDay } from "./company-day.server";
import {
  broughtTogether,
  courseFields,
  differingFields,
  isAsBefore,
  moduleFields,
  saidOfCourse,
  saidOfModule,
  withSaid,
} from "./content-said.server";
import { type PreparedRevision, prepareRevision } from "./prepare-revision.server";
import { componentsText, publishRevision, putCourseFields, putModuleFields } from "./publish-revision.server";

export interface ImportReport {
  readonly problems: readonly Problem[];
  /** `module 2`, for each revision published. */
  readonly published: readonly string[];
  readonly modules: number;
}

type Entry = CheckedModule["module"]["revisions"][number];

const severity = { minor: 0, major: 1, critical: 2 } as const;

/** Imports the folder `root`. Faults are in the report; nothing is thrown for them. */
export async function importCourses(
  deps: Pick<Deps, "db" | "clock">,
  options: { readonly root: string; readonly bundler: Bundler },
): Promise<ImportReport> {
  const checked = await checkCourses(options.root, basename(options.root));
  const problems: Problem[] = [...checked.problems];
  const published: string[] = [];
  if (!checked.organisation) return { problems, published, modules: 0 };
  await deps.db.write.transaction().execute((tx) => putDepartments(tx, checked));

  const plans = new Map<string, CoursePlan>();
  for (const course of checked.courses) {
    const plan = await planCourse(deps, course);
    plans.set(course.id, plan);
    if (plan.problem) problems.push(plan.problem);
  }
  for (const [position, module] of checked.modules.entries()) {
    const at = { course: checked.courses.indexOf(module.course), module: position };
    const problem = await importModule(deps, module, at, plans.get(module.course.id) ?? {}, options.bundler);
    if (typeof problem === "string") published.push(problem);
    else problems.push(...problem);
  }
  return { problems, published, modules: checked.modules.length };
}

async function putDepartments(tx: Writer, { organisation }: CoursesSource): Promise<void> {
  for (const [position, department] of (organisation?.departments ?? []).entries()) {
    await putDepartment(tx, {
      id: department.id,
      parent_id: department.parent ?? null,
      name: JSON.stringify(department.name),
      position,
      closed_on: null,
    });
  }
  await rebuildAncestors(tx);
}

/**
 * Brings in one module, and what is said of its course.
 *
 * @param position among all courses, and among all modules
 * @param plan what becomes of what is said of the course
 * @returns the name of what was published, or the problems why nothing was; none when nothing had changed
 */
async function importModule(
  deps: Pick<Deps, "db" | "clock">,
  checked: CheckedModule,
  position: { readonly course: number; readonly module: number },
  plan: CoursePlan,
  bundler: Bundler,
): Promise<string | readonly Problem[]> {
  const { module } = checked;
  if (!checked.publishable) return [];
  const latest = await deps.db.read
    .selectFrom("revision")
    .select(["id", "number", "content_hash"])
    .where("module_id", "=", module.id)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const newest = module.revisions.at(-1);
  if (!newest) return [];
  const changed = latest?.content_hash !== module.contentHash;
  let settled: CheckedModule["module"] = module;
  if (latest && !changed && newest.number <= latest.number) {
    const together = await togetherWithStudio(deps, checked);
    if ("code" in together) return [together];
    settled = together;
  }
  if (latest && changed && newest.number <= latest.number) {
    return [await refusal(deps, checked, latest, newest)];
  }
  const known = await findModuleRow(deps.db.read, module.id);
  if (changed && known && known.archived_on !== null) {
    const said = say("moduleArchived", { number: newest.number });
    return [problemOf({ ...placeOf(checked), severity: "error", code: "module-archived", said })];
  }
  let prepared: PreparedRevision | null = null;
  if (changed) {
    try {
      prepared = await prepareRevision(checked, bundler);
    } catch (error) {
      if (error instanceof LessonRefused) return error.problems;
      if (isBundleError(error)) {
        const said = say("bundleStopped", { fault: error.message });
        return [problemOf({ ...placeOf(checked), severity: "error", code: "bundle-stopped", said })];
      }
      throw error;
    }
  }
  const at = deps.clock.now();
  const recording = { at, by: null };
  return await deps.db.write.transaction().execute(async (tx) => {
    const on = await companyDay(tx, at);
    if (plan.problem) await updateCourse(tx, module.courseId, { components: componentsText(checked.course) });
    else await putCourseFields(tx, { ...checked.course, ...plan.together }, position.course, checked.course);
    const before = await findModuleRow(tx, module.id);
    // Where the order is the studio's a module stays where it is, or comes last.
    const isOrderKept = plan.problem !== undefined || plan.keepsOrder === true;
    const place = isOrderKept ? (before?.position ?? (await nextPosition(tx, module.courseId))) : position.module;
    const { policyChanged, required } = await putModuleFields(tx, recording, settled, place, on);
    await updateModuleSettings(tx, module.id, { file_said: withSaid(before, saidOfModule(module)) });
    const fresh = module.revisions.filter((entry) => entry.number > (latest?.number ?? 0));
    if (prepared) {
      const strongest = strongestOf(fresh, newest);
      await publishRevision(tx, recording, prepared, {
        number: newest.number,
        change: strongest.change,
        within: (strongest.within ?? null) as Period | null,
        note: strongest.note,
        on,
      });
      await insertAuditEvent(tx, {
        at: at.toISOString(),
        actorId: null,
        action: "published-revision",
        subjectId: module.id,
        detail: { revision: newest.number, change: strongest.change },
      });
    }
    if (required) await enqueue(tx, at, { key: `assign ${module.id}`, name: "assign-everyone", payload: {} });
    if ((prepared && latest) || policyChanged) {
      await enqueue(tx, at, {
        key: `refresh ${module.id} ${newest.number} ${at.toISOString()}`,
        name: "refresh-module",
        payload: { moduleId: module.id },
      });
    }
    return prepared ? `${module.id} ${newest.number}` : [];
  });
}

/** Of several new entries that come in at once, the one that asks most of people: they are asked once. */
function strongestOf(fresh: readonly Entry[], newest: Entry): Entry {
  return fresh.reduce((best, entry) => (severity[entry.change] >= severity[best.change] ? entry : best), newest);
}

function placeOf({ module }: CheckedModule) {
  return { path: `${module.path}/module.yaml`, ...module.places.revisions };
}

/** What becomes of what a file says of a course; nothing said: it is taken as it is. */
interface CoursePlan {
  /** Why what the studio has stays. */
  readonly problem?: Problem;
  /** What the studio changed, in place of what the file says. */
  readonly together?: Partial<CourseSource>;
  /** Whether the order of its modules stays as the studio has it. */
  readonly keepsOrder?: boolean;
}

/**
 * What the studio changed of a module's settings and what the file changed, together.
 *
 * @returns the module so, or why the studio's stays: the file is only behind (a warning), or both changed the same
 */
async function togetherWithStudio(
  deps: Pick<Deps, "db">,
  checked: CheckedModule,
): Promise<CheckedModule["module"] | Problem> {
  const { module } = checked;
  const row = await findModuleRow(deps.db.read, module.id);
  if (row?.settled_in !== "studio") return module;
  const file = saidOfModule(module);
  // Whom it is for is the first requirement's, and revisions are compared by their number.
  const stored = { ...moduleFields(row), audience: file.audience, revisions: file.revisions };
  const names = differingFields(stored, file);
  if (names.length === 0) return module;
  const problem = (severity: Problem["severity"], parted: readonly string[]) => {
    const said = say("settingsParted", { names: parted, isBehind: severity === "warning" });
    return problemOf({ ...placeOf(checked), severity, code: "settings-parted", said });
  };
  if (isAsBefore(row, file)) return problem("warning", names);
  const { merged, parted } = broughtTogether(row, stored, file);
  if (parted.length > 0) return problem("error", parted);
  const { audience: _audience, revisions: _revisions, ...fields } = merged;
  return { ...module, ...(fields as Partial<CheckedModule["module"]>) };
}

/** The same of a course. */
async function planCourse(deps: Pick<Deps, "db">, course: CourseSource): Promise<CoursePlan> {
  const row = await findCourseRow(deps.db.read, course.id);
  if (row?.settled_in !== "studio") return {};
  const listed = new Set(course.modules.map(({ id }) => id));
  const published = await findPublishedModules(deps.db.read, course.id);
  const ids = published.map(({ id }) => id);
  const stored = courseFields(
    row,
    ids.filter((id) => listed.has(id)),
  );
  // A module that is new in the files is in no order here yet.
  const file = saidOfCourse({ ...course, modules: course.modules.filter(({ id }) => ids.includes(id)) });
  const names = differingFields(stored, file);
  if (names.length === 0) return {};
  const problem = (severity: Problem["severity"], parted: readonly string[]): CoursePlan => {
    const said = say("courseParted", { names: parted, isBehind: severity === "warning" });
    const path = `${course.path}/course.yaml`;
    return { problem: problemOf({ path, line: 1, column: 1, severity, code: "settings-parted", said }) };
  };
  if (isAsBefore(row, saidOfCourse(course))) return problem("warning", names);
  const { merged, parted } = broughtTogether(row, stored, file);
  if (parted.length > 0) return problem("error", parted);
  const { order, ...together } = merged;
  const keepsOrder = !isDeepStrictEqual(order ?? null, file.order ?? null);
  return { together: together as Partial<CourseSource>, keepsOrder };
}

/** Why changed sources are not taken in: nothing says what the change is, or the studio has published since. */
async function refusal(
  deps: Pick<Deps, "db">,
  checked: CheckedModule,
  latest: { readonly id: string; readonly number: number },
  newest: Entry,
): Promise<Problem> {
  const stored = await deps.db.read
    .selectFrom("lesson_source")
    .select(["path", "kind", "name", "language", "source"])
    .where("revision_id", "=", latest.id)
    .execute();
  const before = new Map(stored.map((row) => [`${row.kind} ${row.name} ${row.language}`, row]));
  const changed: string[] = [];
  const all = [
    ...checked.lessons.map((lesson) => ({ kind: "lesson", lesson })),
    ...checked.refreshers.map((lesson) => ({ kind: "refresher", lesson })),
    ...checked.questions.map((lesson) => ({ kind: "question", lesson })),
  ];
  for (const { kind, lesson } of all) {
    for (const { file } of lesson.files) {
      const key = `${kind} ${lesson.name} ${file.language}`;
      if (before.get(key)?.source !== file.source) changed.push(file.path);
      before.delete(key);
    }
  }
  for (const row of before.values()) changed.push(row.path);
  const revision = latest.number;
  const said =
    newest.number < latest.number
      ? say("publishedSince", { revision, newest: newest.number, files: changed })
      : say("sourcesChanged", { revision, files: changed });
  return problemOf({ ...placeOf(checked), severity: "error", code: "revision-missing", said });
}
