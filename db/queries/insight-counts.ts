/** Counting finished attempts: what is read of them, and the sums that they add to. */
import { sql } from "kysely";
import type { Reader, Writer } from "../connect";
import type { Row } from "../schema";
import { type Conflict, insertMany } from "./many-rows";
import { padded } from "./padded";
import { reusable } from "./reusable";

/** Up to where attempts have been counted: they are in the order of when they were finished, then of their ids. */
export interface CountedUpTo {
  readonly finishedAt: string;
  readonly attemptId: string;
}

export async function findCountedUpTo(db: Reader): Promise<CountedUpTo> {
  const row = await db
    .selectFrom("insight_progress")
    .select(["finished_at", "attempt_id"])
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();
  return { finishedAt: row.finished_at, attemptId: row.attempt_id };
}

/** Moves on; false when somebody else did meanwhile. */
export async function moveCountedUpTo(tx: Writer, from: CountedUpTo, to: CountedUpTo): Promise<boolean> {
  const result = await tx
    .updateTable("insight_progress")
    .set({ finished_at: to.finishedAt, attempt_id: to.attemptId })
    .where("id", "=", 1)
    .where("finished_at", "=", from.finishedAt)
    .where("attempt_id", "=", from.attemptId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

const finishedAfter = reusable((db: Reader, after: string, id: string, until: string, limit: number) =>
  db
    .selectFrom("attempt")
    .innerJoin("revision", "revision.id", "attempt.revision_id")
    .select([
      "attempt.id",
      "attempt.person_id",
      "attempt.module_id",
      "attempt.revision_id",
      "revision.number as revision",
      "attempt.kind",
      "attempt.language",
      "attempt.asked",
      "attempt.started_at",
      "attempt.finished_at",
      "attempt.score",
    ])
    .where("attempt.finished_at", ">=", after)
    .where("attempt.finished_at", "<=", until)
    .where((eb) => eb.not(eb.and([eb("attempt.finished_at", "=", after), eb("attempt.id", "<=", id)])))
    .orderBy("attempt.finished_at")
    .orderBy("attempt.id")
    .limit(limit),
);

export type FinishedAttempt = Awaited<ReturnType<typeof findFinishedAfter>>[number];

/** Attempts that were finished after those counted, up to an instant, oldest first. */
export async function findFinishedAfter(db: Reader, from: CountedUpTo, until: string, limit: number) {
  return await finishedAfter(db, from.finishedAt, from.attemptId, until, limit);
}

const firstAnswersOf = reusable((db: Reader, attempts: readonly string[]) =>
  db
    .selectFrom("answer")
    .select(["attempt_id", "check_id", "response", "correct"])
    .where("attempt_id", "in", attempts)
    .where("ordinal", "=", 1),
);

/** The first answers of some attempts. */
export async function findFirstAnswers(db: Reader, attempts: readonly string[]) {
  return attempts.length === 0 ? [] : await firstAnswersOf(db, padded(attempts));
}

const completedBefore = reusable((db: Reader, personId: string, moduleId: string, at: string) =>
  db
    .selectFrom("completion")
    .select((eb) => eb.fn.max("completed_on").as("completed_on"))
    .where("person_id", "=", personId)
    .where("module_id", "=", moduleId)
    .where("recorded_at", "<", at)
    .where((eb) => eb.or([eb("withdrawn_at", "is", null), eb("withdrawn_at", ">", at)])),
);

/** The day (civil date) of somebody's last completion of a module, as it was known at an instant; null: none. */
export async function findCompletedBefore(
  db: Reader,
  personId: string,
  moduleId: string,
  at: string,
): Promise<string | null> {
  return (await completedBefore(db, personId, moduleId, at))[0]?.completed_on ?? null;
}

const itemKey = ["module_id", "check_id", "revision", "month"] as const;
const itemSums = [
  "answers",
  "right_answers",
  "compared",
  "compared_right",
  "rest",
  "rest_of_right",
  "rest_squares",
] as const;
const wrongKey = ["module_id", "check_id", "revision", "mistake"] as const;
const wrongSums = ["chosen", "compared", "rest"] as const;
const retentionKey = ["module_id", "month", "span"] as const;
const retentionSums = ["refreshers", "answers", "right_answers", "days"] as const;

/** Rows that are there already grow by those that come. */
function grown(table: string, key: readonly string[], sums: readonly string[]): Conflict {
  const set = sums.map(
    (column) => sql`${sql.ref(column)} = ${sql.ref(`${table}.${column}`)} + ${sql.ref(`excluded.${column}`)}`,
  );
  return {
    name: "grown",
    clause: sql`on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do update set ${sql.join(set)}`,
  };
}

const grownItems = grown("item_count", itemKey, itemSums);
const grownWrong = grown("item_wrong_count", wrongKey, wrongSums);
const grownRetention = grown("retention_count", retentionKey, retentionSums);

/** Adds to what is counted; no two rows of a list may be of the same key. */
export async function addInsights(
  tx: Writer,
  rows: {
    readonly items: readonly Row<"item_count">[];
    readonly wrong: readonly Row<"item_wrong_count">[];
    readonly retention: readonly Row<"retention_count">[];
  },
): Promise<void> {
  await insertMany(tx, "item_count", [...itemKey, "wording", ...itemSums], rows.items, grownItems);
  await insertMany(tx, "item_wrong_count", [...wrongKey, ...wrongSums], rows.wrong, grownWrong);
  await insertMany(tx, "retention_count", [...retentionKey, ...retentionSums], rows.retention, grownRetention);
}

/** Forgets everything that was counted: the next round begins anew. */
export async function forgetInsights(tx: Writer): Promise<void> {
  for (const table of ["item_count", "item_wrong_count", "retention_count"] as const) {
    await tx.deleteFrom(table).execute();
  }
  await tx.updateTable("insight_progress").set({ finished_at: "", attempt_id: "" }).where("id", "=", 1).execute();
}
