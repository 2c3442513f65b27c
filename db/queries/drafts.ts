/** What trainers are editing. */
import type { Reader, Writer } from "../connect";
import type { NewRow, Row } from "../schema";

/** The open draft of a module. */
export async function findOpenDraft(db: Reader, moduleId: string): Promise<Row<"draft"> | undefined> {
  return await db
    .selectFrom("draft")
    .selectAll()
    .where("module_id", "=", moduleId)
    .where("state", "=", "open")
    .executeTakeFirst();
}

export async function findDraft(db: Reader, id: string): Promise<Row<"draft"> | undefined> {
  return await db.selectFrom("draft").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Every open draft of some courses. */
export async function findOpenDrafts(db: Reader, courses: readonly string[]): Promise<Row<"draft">[]> {
  if (courses.length === 0) return [];
  return await db
    .selectFrom("draft")
    .selectAll()
    .where("course_id", "in", courses)
    .where("state", "=", "open")
    .execute();
}

/** Open drafts that are to be published by themselves on `day` (civil date) or were to before. */
export async function findDueDrafts(db: Reader, day: string): Promise<Row<"draft">[]> {
  return await db
    .selectFrom("draft")
    .selectAll()
    .where("state", "=", "open")
    .where("scheduled_on", "<=", day)
    .where("publishing_at", "is", null)
    .execute();
}

export async function insertDraft(tx: Writer, row: NewRow<"draft">): Promise<void> {
  await tx.insertInto("draft").values(row).execute();
}

export async function updateDraft(tx: Reader, id: string, set: Partial<Omit<Row<"draft">, "id">>): Promise<void> {
  await tx.updateTable("draft").set(set).where("id", "=", id).execute();
}

/** The newest version of every file of a draft, those kept aside left out. */
export async function findDraftFiles(db: Reader, draftId: string): Promise<Row<"draft_version">[]> {
  return await db
    .selectFrom("draft_version")
    .selectAll()
    .where("draft_id", "=", draftId)
    .where("aside", "=", 0)
    .where("number", "=", (eb) =>
      eb
        .selectFrom("draft_version as newer")
        .select((inner) => inner.fn.max("newer.number").as("number"))
        .whereRef("newer.draft_id", "=", "draft_version.draft_id")
        .whereRef("newer.path", "=", "draft_version.path")
        .where("newer.aside", "=", 0),
    )
    .execute();
}

/** Every version of one file, the newest first; without the text. */
export async function findVersions(
  db: Reader,
  draftId: string,
  path: string,
): Promise<Omit<Row<"draft_version">, "text">[]> {
  return await db
    .selectFrom("draft_version")
    .select(["draft_id", "path", "number", "aside", "saved_at", "saved_by"])
    .where("draft_id", "=", draftId)
    .where("path", "=", path)
    .orderBy("number", "desc")
    .execute();
}

export async function findVersion(
  db: Reader,
  draftId: string,
  path: string,
  number: number,
): Promise<Row<"draft_version"> | undefined> {
  return await db
    .selectFrom("draft_version")
    .selectAll()
    .where("draft_id", "=", draftId)
    .where("path", "=", path)
    .where("number", "=", number)
    .executeTakeFirst();
}

/** Adds a version of a file and gives its number, from 1. */
export async function insertVersion(tx: Writer, row: Omit<NewRow<"draft_version">, "number">): Promise<number> {
  const last = await tx
    .selectFrom("draft_version")
    .select((eb) => eb.fn.max("number").as("number"))
    .where("draft_id", "=", row.draft_id)
    .where("path", "=", row.path)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto("draft_version")
    .values({ ...row, number })
    .execute();
  return number;
}

/** What a draft shows besides what its revision shows, or no longer shows. */
export async function findDraftMedia(db: Reader, draftId: string): Promise<Row<"draft_media">[]> {
  return await db.selectFrom("draft_media").selectAll().where("draft_id", "=", draftId).execute();
}

export async function putDraftMedia(tx: Writer, row: Row<"draft_media">): Promise<void> {
  await tx
    .insertInto("draft_media")
    .values(row)
    .onConflict((conflict) => conflict.columns(["draft_id", "name"]).doUpdateSet({ hash: row.hash }))
    .execute();
}

/** Forgets what a draft says about a file, so that it is again as the revision before had it. */
export async function deleteDraftMedia(tx: Writer, draftId: string, name: string): Promise<void> {
  await tx.deleteFrom("draft_media").where("draft_id", "=", draftId).where("name", "=", name).execute();
}

/** Whether an id is a module's or an open draft's already. */
export async function isModuleIdTaken(db: Reader, id: string): Promise<boolean> {
  const module = await db.selectFrom("module").select("id").where("id", "=", id).executeTakeFirst();
  return module !== undefined || (await findOpenDraft(db, id)) !== undefined;
}

/** Everybody who saved anything in a draft. */
export async function findDraftWriters(db: Reader, draftId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("draft_version")
    .select("saved_by")
    .distinct()
    .where("draft_id", "=", draftId)
    .where("saved_by", "is not", null)
    .execute();
  return rows.flatMap((row) => row.saved_by ?? []);
}

/** The draft of a module that began last, open or ended. */
export async function findLastDraft(db: Reader, moduleId: string): Promise<Row<"draft"> | undefined> {
  return await db
    .selectFrom("draft")
    .selectAll()
    .where("module_id", "=", moduleId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The last saves of a module's drafts, open and ended, the newest first; without the text. */
export async function findRecentVersions(db: Reader, moduleId: string, limit: number) {
  return await db
    .selectFrom("draft_version")
    .innerJoin("draft", "draft.id", "draft_version.draft_id")
    .select((eb) => [
      "draft_version.draft_id",
      "draft_version.path",
      "draft_version.number",
      "draft_version.aside",
      "draft_version.saved_at",
      "draft_version.saved_by",
      eb.case().when("draft_version.text", "is", null).then(1).else(0).end().as("is_removed"),
    ])
    .where("draft.module_id", "=", moduleId)
    .orderBy("draft_version.saved_at", "desc")
    .orderBy("draft_version.path")
    .orderBy("draft_version.number", "desc")
    .limit(limit)
    .execute();
}

/** Drafts of a module that were given up, the newest first. */
export async function findDiscardedDrafts(db: Reader, moduleId: string): Promise<Row<"draft">[]> {
  return await db
    .selectFrom("draft")
    .selectAll()
    .where("module_id", "=", moduleId)
    .where("state", "=", "discarded")
    .orderBy("ended_at", "desc")
    .limit(10)
    .execute();
}

/** The title by language of a module that was never published, from its newest draft; null where there is none. */
export async function findDraftTitle(db: Reader, moduleId: string): Promise<Readonly<Record<string, string>> | null> {
  const fields = (await findLastDraft(db, moduleId))?.fields;
  return fields ? (JSON.parse(fields) as { title: Record<string, string> }).title : null;
}

/** Drafts of modules of some courses that were never published and were given up, the newest first. */
export async function findDiscardedModules(db: Reader, courses: readonly string[]): Promise<Row<"draft">[]> {
  if (courses.length === 0) return [];
  return await db
    .selectFrom("draft")
    .selectAll()
    .where("course_id", "in", courses)
    .where("state", "=", "discarded")
    .where("base_number", "=", 0)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom("module").select("module.id").whereRef("module.id", "=", "draft.module_id"))),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("draft as open")
            .select("open.id")
            .whereRef("open.module_id", "=", "draft.module_id")
            .where("open.state", "=", "open"),
        ),
      ),
    )
    .orderBy("ended_at", "desc")
    .limit(10)
    .execute();
}
