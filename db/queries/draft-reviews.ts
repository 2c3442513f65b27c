/** Who is asked to review a draft, what they said, and what anybody said of its passages. */
import type { Reader, Writer } from "../connect";
import type { NewRow, Row } from "../schema";

/** Who is asked about a draft, with their names, in the order in which they were asked. */
export async function findReviews(db: Reader, draftId: string) {
  return await db
    .selectFrom("draft_review")
    .innerJoin("person", "person.id", "draft_review.reviewer_id")
    .selectAll("draft_review")
    .select(["person.given_name", "person.family_name"])
    .where("draft_id", "=", draftId)
    .orderBy("asked_at")
    .orderBy("draft_review.id")
    .execute();
}

/** Asks somebody; whoever was asked already is asked anew, and what they said before is over. */
export async function putReview(tx: Writer, row: NewRow<"draft_review">): Promise<void> {
  await tx
    .insertInto("draft_review")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["draft_id", "reviewer_id"]).doUpdateSet({
        asked_at: row.asked_at,
        asked_by: row.asked_by ?? null,
        verdict: null,
        verdict_at: null,
        content_hash: null,
        said: null,
      }),
    )
    .execute();
}

export async function updateReview(
  tx: Writer,
  id: string,
  set: Pick<Row<"draft_review">, "verdict" | "verdict_at" | "content_hash" | "said">,
): Promise<void> {
  await tx.updateTable("draft_review").set(set).where("id", "=", id).execute();
}

/** The open drafts about which somebody is asked. */
export async function findReviewsOf(db: Reader, personId: string) {
  return await db
    .selectFrom("draft_review")
    .innerJoin("draft", "draft.id", "draft_review.draft_id")
    .select([
      "draft_review.id",
      "draft.module_id",
      "draft_review.verdict",
      "draft_review.asked_at",
      "draft.id as draft_id",
    ])
    .where("reviewer_id", "=", personId)
    .where("draft.state", "=", "open")
    .orderBy("draft_review.asked_at")
    .execute();
}

/** What was said of passages of a draft, the oldest first. */
export async function findComments(db: Reader, draftId: string) {
  return await db
    .selectFrom("draft_comment")
    .leftJoin("person", "person.id", "draft_comment.written_by")
    .selectAll("draft_comment")
    .select(["person.given_name", "person.family_name"])
    .where("draft_id", "=", draftId)
    .orderBy("written_at")
    .orderBy("draft_comment.id")
    .execute();
}

export async function findComment(db: Reader, id: string): Promise<Row<"draft_comment"> | undefined> {
  return await db.selectFrom("draft_comment").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function insertComment(tx: Writer, row: NewRow<"draft_comment">): Promise<void> {
  await tx.insertInto("draft_comment").values(row).execute();
}

export async function resolveComment(tx: Writer, id: string, at: string | null, by: string | null): Promise<void> {
  await tx.updateTable("draft_comment").set({ resolved_at: at, resolved_by: by }).where("id", "=", id).execute();
}

/** People by their addresses (lower case), with where they belong. */
export async function findPeopleByEmail(db: Reader, emails: readonly string[]) {
  if (emails.length === 0) return [];
  return await db
    .selectFrom("person")
    .select(["id", "email", "given_name", "family_name"])
    .where("email", "in", emails)
    .execute();
}

/** Who may author a course on a day (civil date): trainers of it, or of all. */
export async function findTrainersOf(db: Reader, courseId: string, today: string) {
  return await db
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .select(["person.id", "person.email", "person.given_name", "person.family_name"])
    .distinct()
    .where("role_grant.role", "=", "trainer")
    .where("role_grant.withdrawn_at", "is", null)
    .where("role_grant.from_on", "<=", today)
    .where((eb) => eb.or([eb("role_grant.to_on", "is", null), eb("role_grant.to_on", ">=", today)]))
    .where((eb) => eb.or([eb("role_grant.course_id", "is", null), eb("role_grant.course_id", "=", courseId)]))
    .execute();
}

/** Whether somebody was ever asked about a module, in a draft that is open or has ended. */
export async function wasAsked(db: Reader, moduleId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom("draft_review")
    .innerJoin("draft", "draft.id", "draft_review.draft_id")
    .select("draft_review.id")
    .where("draft.module_id", "=", moduleId)
    .where("reviewer_id", "=", personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
