/** Reads of published content. */
import type { Reader } from "../connect";
import type { Row } from "../schema";
import { padded } from "./padded";
import { reusable } from "./reusable";

const moduleBy = reusable((db: Reader, moduleId: string) =>
  db
    .selectFrom("module")
    .innerJoin("course", "course.id", "module.course_id")
    .innerJoin("revision", "revision.module_id", "module.id")
    .select([
      "module.id",
      "module.course_id",
      "module.title",
      "module.short",
      "module.summary",
      "module.minutes",
      "module.refresher_minutes",
      "module.pass_mark",
      "module.why",
      "course.title as course_title",
      "course.owner",
      "revision.id as revision_id",
      "revision.number as revision",
      "revision.content_hash",
    ])
    .where("module.id", "=", moduleId)
    .orderBy("revision.number", "desc")
    .limit(1),
);

/** A module with its course and its newest revision. */
export async function findModule(db: Reader, moduleId: string) {
  return (await moduleBy(db, moduleId))[0];
}

/** Titles and times of modules, for lists; JSON by language. */
export async function findModuleTitles(db: Reader, modules: readonly string[]) {
  if (modules.length === 0) return [];
  return await db
    .selectFrom("module")
    .select(["id", "title", "short", "minutes", "refresher_minutes", "position"])
    .where("id", "in", modules)
    .execute();
}

/** What a revision is made of, in order, without the text of its sources. */
export async function findSources(
  db: Reader,
  revisionId: string,
): Promise<
  (Pick<
    Row<"lesson_source">,
    "kind" | "name" | "position" | "language" | "path" | "title" | "summary" | "bundle_hash"
  > &
    Pick<Row<"lesson_bundle">, "outline" | "minutes" | "answer_key" | "parts">)[]
> {
  return await db
    .selectFrom("lesson_source")
    .innerJoin("lesson_bundle", "lesson_bundle.hash", "lesson_source.bundle_hash")
    .select([
      "lesson_source.kind",
      "lesson_source.name",
      "lesson_source.position",
      "lesson_source.language",
      "lesson_source.path",
      "lesson_source.title",
      "lesson_source.summary",
      "lesson_source.bundle_hash",
      "lesson_bundle.outline",
      "lesson_bundle.minutes",
      "lesson_bundle.answer_key",
      "lesson_bundle.parts",
    ])
    .where("lesson_source.revision_id", "=", revisionId)
    .orderBy("lesson_source.position")
    .execute();
}

/** The code of a compiled lesson. */
export async function findBundleCode(db: Reader, hash: string): Promise<string | undefined> {
  const row = await db.selectFrom("lesson_bundle").select("code").where("hash", "=", hash).executeTakeFirst();
  return row?.code === "" ? undefined : row?.code;
}

const notesOf = reusable((db: Reader, modules: readonly string[]) =>
  db
    .selectFrom("revision")
    .select(["module_id", "number", "change", "note", "published_on"])
    .where("module_id", "in", modules)
    .orderBy("number", "desc"),
);

/** Revisions of some modules after given numbers would be many queries: all notes of these modules, newest first. */
export async function findRevisionNotes(db: Reader, modules: readonly string[]) {
  return modules.length === 0 ? [] : await notesOf(db, padded(modules));
}

/** Bytes of a chunk, the last one excepted. It never changes: by it a range is found. */
export const chunkBytes = 256 * 1024;

/** What is known of a picture or other file. */
export async function findMedia(db: Reader, hash: string): Promise<Row<"media"> | undefined> {
  return await db.selectFrom("media").selectAll().where("hash", "=", hash).executeTakeFirst();
}

/** One chunk of a file's bytes. */
export async function findMediaChunk(db: Reader, hash: string, position: number): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom("media_chunk")
    .select("bytes")
    .where("hash", "=", hash)
    .where("position", "=", position)
    .executeTakeFirst();
  return row?.bytes;
}
