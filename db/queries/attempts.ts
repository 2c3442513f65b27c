/** Attempts and answers. */
import type { Reader, Writer } from "../connect";
import type { Row } from "../schema";
import { padded } from "./padded";
import { reusable } from "./reusable";

const openAttempts = reusable((db: Reader, personId: string, moduleId: string, kind: "module" | "refresher") =>
  db
    .selectFrom("attempt")
    .selectAll()
    .where("person_id", "=", personId)
    .where("module_id", "=", moduleId)
    .where("kind", "=", kind)
    .where("finished_at", "is", null),
);

export async function findOpenAttempt(
  db: Reader,
  personId: string,
  moduleId: string,
  kind: "module" | "refresher",
): Promise<Row<"attempt"> | undefined> {
  return (await openAttempts(db, personId, moduleId, kind))[0];
}

const attemptBy = reusable((db: Reader, id: string) => db.selectFrom("attempt").selectAll().where("id", "=", id));

export async function findAttempt(db: Reader, id: string): Promise<Row<"attempt"> | undefined> {
  return (await attemptBy(db, id))[0];
}

/** Which modules (`id kind`) a person has begun and not finished, with something answered. */
export async function findBegunModules(db: Reader, personId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("attempt")
    .select(["module_id", "kind"])
    .where("person_id", "=", personId)
    .where("finished_at", "is", null)
    .execute();
  return new Set(rows.map((row) => `${row.module_id} ${row.kind}`));
}

const finishedAttempts = reusable((db: Reader, personId: string, moduleId: string) =>
  db
    .selectFrom("attempt")
    .select(["id", "kind", "unit", "revision_id", "asked", "score", "passed", "started_at", "finished_at"])
    .where("person_id", "=", personId)
    .where("module_id", "=", moduleId)
    .where("finished_at", "is not", null)
    .orderBy("finished_at")
    .orderBy("id"),
);

/** Attempts of a person at a module that are over, oldest first. */
export async function findFinishedAttempts(db: Reader, personId: string, moduleId: string) {
  return await finishedAttempts(db, personId, moduleId);
}

/** Begins an attempt unless it, or another of its kind, has begun already. */
export async function beginAttempt(tx: Writer, row: Row<"attempt">): Promise<void> {
  await tx
    .insertInto("attempt")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Ends an attempt; false when it had ended before. */
export async function finishAttempt(
  tx: Writer,
  id: string,
  result: { readonly finishedAt: string; readonly score: number | null; readonly passed: boolean },
): Promise<boolean> {
  const done = await tx
    .updateTable("attempt")
    .set({ finished_at: result.finishedAt, score: result.score, passed: result.passed ? 1 : 0 })
    .where("id", "=", id)
    .where("finished_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

const answersOf = reusable((db: Reader, attemptId: string) =>
  db.selectFrom("answer").selectAll().where("attempt_id", "=", attemptId).orderBy("answered_at").orderBy("ordinal"),
);

export async function findAnswers(db: Reader, attemptId: string): Promise<Row<"answer">[]> {
  return await answersOf(db, attemptId);
}

/** Keeps an answer; false when this place was answered before: the first answer stays. */
export async function insertAnswer(tx: Writer, row: Row<"answer">): Promise<boolean> {
  const result = await tx
    .insertInto("answer")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const completionsOf = reusable((db: Reader, personId: string, modules: readonly string[]) =>
  db
    .selectFrom("completion")
    .select(["id", "module_id", "attempt_id", "kind", "revision", "score", "completed_on"])
    .where("person_id", "=", personId)
    .where("module_id", "in", modules)
    .where("withdrawn_at", "is", null)
    .orderBy("completed_on")
    .orderBy("completed_at"),
);

/** Completions of a person that are in force, oldest first. */
export async function findCompletions(db: Reader, personId: string, modules: readonly string[]) {
  return modules.length === 0 ? [] : await completionsOf(db, personId, padded(modules));
}

const readingOf = reusable((db: Reader, personId: string, moduleId: string) =>
  db
    .selectFrom("reading")
    .select(["lesson", "revision", "furthest", "section"])
    .where("person_id", "=", personId)
    .where("module_id", "=", moduleId),
);

export async function findReading(
  db: Reader,
  personId: string,
  moduleId: string,
): Promise<Pick<Row<"reading">, "lesson" | "revision" | "furthest" | "section">[]> {
  return await readingOf(db, personId, moduleId);
}

/** Notes how far somebody has read; never less far in the same revision. */
export async function putReading(db: Reader, row: Row<"reading">): Promise<void> {
  await db
    .insertInto("reading")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["person_id", "module_id", "lesson"]).doUpdateSet((eb) => ({
        furthest: eb
          .case()
          .when(
            eb.and([
              eb("reading.revision", "=", eb.ref("excluded.revision")),
              eb("reading.furthest", ">", eb.ref("excluded.furthest")),
            ]),
          )
          .then(eb.ref("reading.furthest"))
          .else(eb.ref("excluded.furthest"))
          .end(),
        revision: eb.ref("excluded.revision"),
        section: eb.ref("excluded.section"),
        updated_at: eb.ref("excluded.updated_at"),
      })),
    )
    .execute();
}

const reflectionsOf = reusable((db: Reader, personId: string, moduleId: string) =>
  db.selectFrom("reflection").selectAll().where("person_id", "=", personId).where("module_id", "=", moduleId),
);

export async function findReflections(db: Reader, personId: string, moduleId: string): Promise<Row<"reflection">[]> {
  return await reflectionsOf(db, personId, moduleId);
}

export async function putReflection(db: Reader, row: Row<"reflection">): Promise<void> {
  await db
    .insertInto("reflection")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["person_id", "module_id", "prompt_id"]).doUpdateSet((eb) => ({
        text: eb.ref("excluded.text"),
        shared: eb.ref("excluded.shared"),
        updated_at: eb.ref("excluded.updated_at"),
      })),
    )
    .execute();
}
