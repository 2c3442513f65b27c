/**
 * Writes what is published back as the files of a `courses/` folder: every module's latest revision, and what its YAML
 * files say. A file that says the same already is left as it is, comments and all. A file that holds what was never
 * published stops the whole export, before anything is written: git and the product never part silently.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { stringify } from "yaml";
import { DomainError } from "#app/domain/errors";
import { readCourses } from "#app/lessons/course-folder";
import type { CourseSource, CoursesSource } from "#app/lessons/course-source";
import type { Deps } from "#app/platform/deps";
import { fallbackLanguage } from "#app/words/language";
import type { Reader } from "#db/connect";
import { updateCourse } from "#db/queries/courses";
import { updateModuleSettings } from "#db/queries/modules";
import {
  findCourses,
  findDepartments,
  findMediaOf,
  findPublishedModules,
  findSourcesOf,
  type StoredSource,
} from "#db/queries/published-content";
import type { Row } from "#db/schema";
import {
  courseFields,
  isAsBefore,
  moduleFields,
  type Said,
  saidOfCourse,
  saidOfModule,
  withSaid,
} from "./content-said.server";
import { mediaBytes } from "./media/media-bytes.server";

export interface ExportReport {
  /** Paths in the folder, as all of these. */
  readonly written: readonly string[];
  /** Files of earlier revisions that the latest no longer has. */
  readonly removed: readonly string[];
  /** Files that hold what was never published. Where there are any and they are not to be written over, nothing was done. */
  readonly unpublished: readonly string[];
}

interface Work {
  readonly root: string;
  readonly write: Map<string, Uint8Array>;
  readonly remove: Set<string>;
  readonly unpublished: Set<string>;
}

const encoder = new TextEncoder();

/** A text file without what editors and systems change about it (byte order mark, line ends): as `CourseFiles` reads it. */
function plain(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function existing(work: Work, path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(work.root, path));
  } catch {
    return undefined;
  }
}

async function filesIn(work: Work, folder: string, ending: string): Promise<string[]> {
  try {
    const entries = await readdir(join(work.root, folder), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && entry.name.endsWith(ending))
      .map((entry) => `${folder}/${entry.name}`);
  } catch {
    return [];
  }
}

/**
 * Puts a YAML file in line, unless it says the same. One that says what was last brought in holds nothing of its own.
 *
 * @param said what is read of the one that is there; undefined: nothing
 * @param isAround whether what is around it can be read; where not, that is named and of this file nothing is known
 */
async function putYaml(
  work: Work,
  path: string,
  row: Pick<Row<"course">, "file_said">,
  value: Said,
  said: Said | undefined,
  isAround = true,
): Promise<void> {
  if (said !== undefined && isDeepStrictEqual(said, value)) return;
  const isKnown = said !== undefined && isAsBefore(row, said);
  if (isAround && !isKnown && (await existing(work, path)) !== undefined) work.unpublished.add(path);
  work.write.set(path, encoder.encode(stringify(value, { lineWidth: 120 })));
}

const folderOf = { lesson: "", refresher: "refreshers/", question: "questions/" } as const;

function pathOf(module: string, source: Pick<StoredSource, "kind" | "name" | "language">): string {
  return `${module}/${folderOf[source.kind]}${source.name}.${source.language}.mdx`;
}

async function putSources(db: Reader, work: Work, folder: string, module: Row<"module">, revisionId: string) {
  const all = await findSourcesOf(db, module.id);
  const published = new Map<string, string>();
  const known = new Map<string, Set<string>>();
  for (const source of all) {
    const path = pathOf(folder, source);
    if (source.revision_id === revisionId) published.set(path, source.source);
    known.set(path, (known.get(path) ?? new Set()).add(source.source));
  }
  for (const [path, source] of published) {
    const before = await existing(work, path);
    const said = before && plain(before);
    if (said === source) continue;
    if (said !== undefined && !known.get(path)?.has(said)) work.unpublished.add(path);
    work.write.set(path, encoder.encode(source));
  }
  for (const inner of ["", "/refreshers", "/questions"]) {
    for (const path of await filesIn(work, `${folder}${inner}`, ".mdx")) {
      if (published.has(path)) continue;
      const before = await existing(work, path);
      if (before && known.get(path)?.has(plain(before))) work.remove.add(path);
      else work.unpublished.add(path);
    }
  }
}

async function putMedia(db: Reader, work: Work, folder: string, module: Row<"module">, revisionId: string) {
  const all = await findMediaOf(db, module.id);
  const hashes = new Set(all.map(({ hash }) => hash));
  const published = new Map(
    all.filter((row) => row.revision_id === revisionId).map((row) => [`${folder}/${row.path}`, row.hash]),
  );
  for (const [path, hash] of published) {
    const before = await existing(work, path);
    const said = before && sha256(before);
    if (said === hash) continue;
    if (said !== undefined && !hashes.has(said)) work.unpublished.add(path);
    work.write.set(path, await mediaBytes(db, hash));
  }
  for (const path of await filesIn(work, `${folder}/media`, "")) {
    if (published.has(path)) continue;
    const before = await existing(work, path);
    if (before && hashes.has(sha256(before))) work.remove.add(path);
    else work.unpublished.add(path);
  }
}

async function putModule(
  db: Reader,
  work: Work,
  courseId: string,
  row: Row<"module"> & { readonly revision_id: string },
  around: CourseSource | undefined,
): Promise<void> {
  const source = around?.modules.find(({ id }) => id === row.id);
  const folder = `${courseId}/${row.id}`;
  const said = source && saidOfModule(source);
  await putYaml(work, `${folder}/module.yaml`, row, moduleFields(row), said, around !== undefined);
  await putSources(db, work, folder, row, row.revision_id);
  await putMedia(db, work, folder, row, row.revision_id);
}

async function putCourse(
  db: Reader,
  work: Work,
  row: Row<"course">,
  modules: readonly (Row<"module"> & { readonly revision_id: string })[],
  source: CourseSource | undefined,
): Promise<void> {
  const fields = courseFields(
    row,
    modules.map(({ id }) => id),
  );
  const said = source && saidOfCourse(source);
  await putYaml(work, `${row.id}/course.yaml`, row, fields, said);
  const components = JSON.parse(row.components) as { readonly name: string; readonly source: string }[];
  for (const { name, source: text } of components) {
    const path = `${row.id}/components/${name}`;
    const before = await existing(work, path);
    if (before && plain(before) === text) continue;
    if (before) work.unpublished.add(path);
    work.write.set(path, encoder.encode(text));
  }
  for (const module of modules) {
    await putModule(db, work, row.id, module, source);
  }
}

/** The company's languages, its own first, and whichever content is written in besides. */
async function findLanguages(db: Reader): Promise<string[]> {
  const company = await db.selectFrom("organisation").select("languages").executeTakeFirst();
  const own = company ? (JSON.parse(company.languages) as string[]) : [fallbackLanguage];
  const written = await db.selectFrom("lesson_source").select("language").distinct().orderBy("language").execute();
  return [...new Set([...own, ...written.map(({ language }) => language)])];
}

/** The departments as they are now. What closed is kept where the file has it: lessons may still name it. */
async function putOrganisation(db: Reader, work: Work, { organisation }: CoursesSource): Promise<void> {
  const path = "organisation.yaml";
  const rows = await findDepartments(db);
  const languages = organisation?.languages ?? (await findLanguages(db));
  const listed = new Set(organisation?.departments.map(({ id }) => id));
  const isOpen = (row: Row<"department">) => row.closed_on === null && row.merged_into === null;
  const kept = rows.filter((row) => isOpen(row) || listed.has(row.id));
  const ids = new Set(kept.map(({ id }) => id));
  const departments = kept.map((row) => {
    const name = JSON.parse(row.name) as Record<string, string>;
    return {
      id: row.id,
      ...(row.parent_id !== null && ids.has(row.parent_id) ? { parent: row.parent_id } : {}),
      name: Object.fromEntries(languages.flatMap((language) => (name[language] ? [[language, name[language]]] : []))),
    };
  });
  const said = organisation?.departments.map(({ id, parent, name }) => ({ id, ...(parent ? { parent } : {}), name }));
  if (said && isDeepStrictEqual(said, departments)) return;
  // Departments change in the product: only one that it does not know was never brought in.
  const isNews = said?.some(({ id }) => !rows.some((row) => row.id === id));
  if (isNews || (said === undefined && (await existing(work, path)))) work.unpublished.add(path);
  work.write.set(path, encoder.encode(stringify({ languages, departments }, { lineWidth: 120 })));
}

async function carryOut(work: Work): Promise<void> {
  for (const [path, bytes] of work.write) {
    const target = join(work.root, path);
    await mkdir(dirname(target), { recursive: true });
    // Whole or not at all.
    const beside = `${target}.new`;
    await writeFile(beside, bytes);
    await rename(beside, target);
  }
  for (const path of work.remove) await rm(join(work.root, path));
}

/** Keeps what the files say now: whoever changes one from here on changed that. */
async function rememberSaid(
  deps: Pick<Deps, "db">,
  courses: readonly { readonly row: Row<"course">; readonly modules: readonly Row<"module">[] }[],
): Promise<void> {
  await deps.db.write.transaction().execute(async (tx) => {
    for (const { row, modules } of courses) {
      const ids = modules.map(({ id }) => id);
      await updateCourse(tx, row.id, { file_said: withSaid(row, courseFields(row, ids)) });
      for (const module of modules) {
        await updateModuleSettings(tx, module.id, { file_said: withSaid(module, moduleFields(module)) });
      }
    }
  });
}

/**
 * Writes the published content into the folder `root`, which need not be there yet.
 *
 * @param options.overwrite writes over files that hold what was never published; files that no revision ever had stay
 * @throws DomainError not-found where nothing is published
 */
export async function exportCourses(
  deps: Pick<Deps, "db">,
  options: { readonly root: string; readonly overwrite?: boolean },
): Promise<ExportReport> {
  const db = deps.db.read;
  const work: Work = { root: options.root, write: new Map(), remove: new Set(), unpublished: new Set() };
  const courses: { readonly row: Row<"course">; readonly modules: Awaited<ReturnType<typeof findPublishedModules>> }[] =
    [];
  for (const row of await findCourses(db)) {
    const modules = await findPublishedModules(db, row.id);
    if (modules.length > 0) courses.push({ row, modules });
  }
  if (courses.length === 0) throw new DomainError("not-found", "Nothing is published in this database");
  const before = await readCourses(options.root);
  await putOrganisation(db, work, before);
  for (const { row, modules } of courses) {
    const source = before.courses.find(({ id }) => id === row.id);
    await putCourse(db, work, row, modules, source);
  }
  const unpublished = [...work.unpublished].sort();
  if (unpublished.length > 0 && !options.overwrite) return { written: [], removed: [], unpublished };
  await carryOut(work);
  await rememberSaid(deps, courses);
  return { written: [...work.write.keys()].sort(), removed: [...work.remove].sort(), unpublished };
}
