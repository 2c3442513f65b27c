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
import type { CoursesSource } from "#app/lessons/course-source";
import { type Problem, problemOf } from "#app/lessons/problem";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { say } from "#app/words/areas/problems";
import { enqueue } from "#app/work/queue";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { putDepartment, rebuildAncestors } from "#db/queries/content-writes";
import { findModuleRow } from "#db/queries/drafts";
import { fieldsOf } from "./drafts/draft-state.server";
import { type PreparedRevision, prepareRevision } from "./prepare-revision.server";
import { publishRevision, putCourseFields, putModuleFields } from "./publish-revision.server";

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

  for (const [position, module] of checked.modules.entries()) {
    const problem = await importModule(deps, module, position, checked.courses.indexOf(module.course), options.bundler);
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

/** The name of what was published, or the problems why nothing was; none when nothing had changed. */
async function importModule(
  deps: Pick<Deps, "db" | "clock">,
  checked: CheckedModule,
  position: number,
  coursePosition: number,
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
  if (latest && !changed && newest.number <= latest.number) {
    const parted = await partedSettings(deps, checked);
    if (parted) return [parted];
  }
  if (latest && changed && newest.number <= latest.number) {
    return [await refusal(deps, checked, latest, newest)];
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
    const organisation = await tx.selectFrom("organisation").select("zone").executeTakeFirst();
    const on = dayIn(organisation?.zone ?? "UTC", at);
    await putCourseFields(tx, checked.course, coursePosition);
    const { policyChanged, required } = await putModuleFields(tx, recording, module, position, on);
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

/** Where settings that were changed in the studio stand against other ones in the file: neither is taken silently. */
async function partedSettings(deps: Pick<Deps, "db">, checked: CheckedModule): Promise<Problem | undefined> {
  const { module } = checked;
  const row = await findModuleRow(deps.db.read, module.id);
  if (row?.settled_in !== "studio") return undefined;
  const stored = fieldsOf(row);
  const names = (
    ["title", "short", "summary", "minutes", "refresherMinutes", "policy", "passMark", "reviewBy", "why"] as const
  ).filter(
    (name) =>
      !isDeepStrictEqual(
        JSON.parse(JSON.stringify(stored[name] ?? null)),
        JSON.parse(JSON.stringify(module[name] ?? null)),
      ),
  );
  if (names.length === 0) return undefined;
  const said = say("settingsParted", { names });
  return problemOf({ ...placeOf(checked), severity: "error", code: "settings-parted", said });
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
