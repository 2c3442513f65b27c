/** All content as it is published, to be written out as files. */
import type { Reader } from "../connect";
import type { Row } from "../schema";

export async function findCourses(db: Reader): Promise<Row<"course">[]> {
  return await db.selectFrom("course").selectAll().orderBy("id").execute();
}

/** The modules of a course in order, each with its latest revision; those never published are left out. */
export async function findPublishedModules(
  db: Reader,
  courseId: string,
): Promise<(Row<"module"> & { readonly revision_id: string })[]> {
  return await db
    .selectFrom("module")
    .innerJoin("revision", "revision.module_id", "module.id")
    .selectAll("module")
    .select("revision.id as revision_id")
    .where("module.course_id", "=", courseId)
    .where("revision.number", "=", (eb) =>
      eb
        .selectFrom("revision as other")
        .select((inner) => inner.fn.max("other.number").as("number"))
        .whereRef("other.module_id", "=", "module.id"),
    )
    .orderBy("module.position")
    .orderBy("module.id")
    .execute();
}

export type StoredSource = Pick<Row<"lesson_source">, "revision_id" | "kind" | "name" | "language" | "source">;

/** The sources of every revision of a module. */
export async function findSourcesOf(db: Reader, moduleId: string): Promise<StoredSource[]> {
  return await db
    .selectFrom("lesson_source")
    .innerJoin("revision", "revision.id", "lesson_source.revision_id")
    .select(["revision_id", "kind", "lesson_source.name", "lesson_source.language", "lesson_source.source"])
    .where("revision.module_id", "=", moduleId)
    .execute();
}

/** Pictures and other files of every revision of a module: `path` is as lessons write it, `hash` SHA-256 in hex. */
export async function findMediaOf(db: Reader, moduleId: string): Promise<Row<"revision_media">[]> {
  return await db
    .selectFrom("revision_media")
    .innerJoin("revision", "revision.id", "revision_media.revision_id")
    .selectAll("revision_media")
    .where("revision.module_id", "=", moduleId)
    .execute();
}

export async function findDepartments(db: Reader): Promise<Row<"department">[]> {
  return await db.selectFrom("department").selectAll().orderBy("position").orderBy("id").execute();
}
