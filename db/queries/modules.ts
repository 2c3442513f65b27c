/** Modules, their revisions, and what those are made of. */
import type { Reader, Writer } from "../connect";
import type { Row } from "../schema";

export async function findModuleRow(db: Reader, moduleId: string): Promise<Row<"module"> | undefined> {
  return await db.selectFrom("module").selectAll().where("id", "=", moduleId).executeTakeFirst();
}

/** Every module of some courses with the number of its newest revision, in order. */
export async function findModulesOf(db: Reader, courses: readonly string[]) {
  if (courses.length === 0) return [];
  return await db
    .selectFrom("module")
    .leftJoin("revision", "revision.module_id", "module.id")
    .select((eb) => [
      "module.id",
      "module.course_id",
      "module.title",
      "module.position",
      "module.review_by",
      "module.archived_on",
      eb.fn.max("revision.number").as("number"),
    ])
    .where("module.course_id", "in", courses)
    .groupBy("module.id")
    .orderBy("module.position")
    .orderBy("module.id")
    .execute();
}

/** Writes what is said of a module; its policy is a fact and goes through the ledger. */
export async function updateModuleSettings(
  tx: Writer,
  moduleId: string,
  set: Partial<Omit<Row<"module">, "id" | "course_id" | "policy">>,
): Promise<void> {
  await tx.updateTable("module").set(set).where("id", "=", moduleId).execute();
}

/** Keeps the list of a module's revisions (JSON), as `module.yaml` says it. */
export async function updateModuleRevisions(tx: Writer, moduleId: string, revisions: string): Promise<void> {
  await tx.updateTable("module").set({ revisions }).where("id", "=", moduleId).execute();
}

/** The day from which a module is no longer offered; null: it is. */
export async function updateModuleArchive(tx: Writer, moduleId: string, archivedOn: string | null): Promise<void> {
  await tx.updateTable("module").set({ archived_on: archivedOn }).where("id", "=", moduleId).execute();
}

/** Every revision of a module, the newest first. */
export async function findRevisions(db: Reader, moduleId: string): Promise<Row<"revision">[]> {
  return await db
    .selectFrom("revision")
    .selectAll()
    .where("module_id", "=", moduleId)
    .orderBy("number", "desc")
    .execute();
}

/** The sources of one revision, with their text. */
export async function findRevisionTexts(db: Reader, revisionId: string) {
  return await db
    .selectFrom("lesson_source")
    .select(["kind", "name", "language", "position", "title", "source"])
    .where("revision_id", "=", revisionId)
    .orderBy("kind")
    .orderBy("position")
    .execute();
}

/** The files that a revision's lessons show, with what is known of them. */
export async function findRevisionMedia(db: Reader, revisionId: string) {
  return await db
    .selectFrom("revision_media")
    .innerJoin("media", "media.hash", "revision_media.hash")
    .select([
      "revision_media.path as name",
      "media.hash",
      "media.type",
      "media.width",
      "media.height",
      "media.bytes",
      "media.seconds",
    ])
    .where("revision_id", "=", revisionId)
    .execute();
}

/** What is known of some files. */
export async function findMediaRows(db: Reader, hashes: readonly string[]): Promise<Row<"media">[]> {
  if (hashes.length === 0) return [];
  return await db.selectFrom("media").selectAll().where("hash", "in", hashes).execute();
}

/** Names of the lessons that are published now, by module, of a course. */
export async function findLessonNames(db: Reader, courseId: string) {
  return await db
    .selectFrom("lesson_source")
    .innerJoin("revision", "revision.id", "lesson_source.revision_id")
    .innerJoin("module", "module.id", "revision.module_id")
    .select(["module.id as module_id", "lesson_source.name"])
    .distinct()
    .where("module.course_id", "=", courseId)
    .where("lesson_source.kind", "=", "lesson")
    .where("revision.number", "=", (eb) =>
      eb
        .selectFrom("revision as other")
        .select((inner) => inner.fn.max("other.number").as("number"))
        .whereRef("other.module_id", "=", "module.id"),
    )
    .execute();
}
