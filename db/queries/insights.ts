/** Reads of how questions do and what is remembered. Nobody's answers are in it. */
import type { Reader } from "../connect";
import { padded } from "./padded";
import { reusable } from "./reusable";

/** Every module that has content, with its newest revision, in the order of courses. Those archived are left out. */
export async function findInsightModules(db: Reader, today: string) {
  return await db
    .selectFrom("module")
    .innerJoin("course", "course.id", "module.course_id")
    .innerJoin("revision", "revision.module_id", "module.id")
    .select([
      "module.id",
      "module.course_id",
      "module.title",
      "module.policy",
      "module.review_by",
      "course.title as course_title",
      "revision.id as revision_id",
      "revision.number as revision",
      "revision.published_on",
    ])
    .where("revision.number", "=", (eb) =>
      eb
        .selectFrom("revision as other")
        .select((inner) => inner.fn.max("other.number").as("number"))
        .whereRef("other.module_id", "=", "module.id"),
    )
    .where((eb) => eb.or([eb("module.archived_on", "is", null), eb("module.archived_on", ">", today)]))
    .orderBy("course.position")
    .orderBy("course.id")
    .orderBy("module.position")
    .orderBy("module.id")
    .execute();
}

const itemTotals = reusable((db: Reader, modules: readonly string[]) =>
  db.selectFrom("item_count").selectAll().where("module_id", "in", modules).where("month", "=", ""),
);

/** Sums of all months together, one row a question and revision. */
export async function findItemTotals(db: Reader, modules: readonly string[]) {
  return modules.length === 0 ? [] : await itemTotals(db, padded(modules));
}

/** The sums of a module by month, from a month on, oldest first. */
export async function findItemMonths(db: Reader, moduleId: string, from: string) {
  return await db
    .selectFrom("item_count")
    .selectAll()
    .where("module_id", "=", moduleId)
    .where("month", ">=", from)
    .orderBy("month")
    .execute();
}

const mistakesOf = reusable((db: Reader, modules: readonly string[]) =>
  db.selectFrom("item_wrong_count").selectAll().where("module_id", "in", modules),
);

/** What was wrong in the answers, by question and revision. */
export async function findMistakes(db: Reader, modules: readonly string[]) {
  return modules.length === 0 ? [] : await mistakesOf(db, padded(modules));
}

const retentionOf = reusable((db: Reader, modules: readonly string[], from: string) =>
  db
    .selectFrom("retention_count")
    .select((eb) => [
      "module_id",
      "span",
      eb.fn.sum<number>("refreshers").as("refreshers"),
      eb.fn.sum<number>("answers").as("answers"),
      eb.fn.sum<number>("right_answers").as("right_answers"),
      eb.fn.sum<number>("days").as("days"),
    ])
    .where("module_id", "in", modules)
    .where("month", ">=", from)
    .groupBy(["module_id", "span"])
    .orderBy("module_id")
    .orderBy("span"),
);

/** What was right in refreshers by the span of days before them, from a month on. */
export async function findRetention(db: Reader, modules: readonly string[], from: string) {
  return modules.length === 0 ? [] : await retentionOf(db, padded(modules), from);
}
