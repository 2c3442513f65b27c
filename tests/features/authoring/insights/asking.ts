/** A module with questions, and people who answer them: rows as the product writes them. */
import { ulid } from "ulid";
import type { QuestionKey } from "#app/lessons/question";
import type { Connections } from "#db/connect";
import type { NewRow } from "#db/schema";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";

export const beginning = new Date("2025-01-01T08:00:00Z");

/** A question with one right choice, the first; further ones are wrong. */
export function keyOf(id: string, language: string, more: Partial<QuestionKey> = {}): QuestionKey {
  const prompt = `${id} (${language})?`;
  const choice = (place: number) => ({
    id: `${language}-${place}`,
    text: `Choice ${place} of ${id} (${language})`,
    html: `Choice ${place}`,
    right: place === 0,
  });
  return { id, kind: "one", promptText: prompt, promptHtml: prompt, choices: [0, 1, 2].map(choice), ...more };
}

/** A database with twenty people, and a module without content. */
export async function createAsking(modules: readonly string[] = ["module"], people = 20) {
  const db = await freshDatabase();
  const company = await createCompany(db, { people, at: beginning });
  for (const id of modules) {
    await createModule(db, {
      id,
      policy: { refresh: { every: "P6M" as never } },
      from: "2025-01-01" as never,
      at: beginning,
    });
  }
  return { db, people: company.people };
}

/** Publishes a revision with one lesson, in two languages. */
export async function publish(
  db: Connections,
  moduleId: string,
  number: number,
  questions: (language: string) => readonly QuestionKey[],
): Promise<void> {
  const id = revisionId(moduleId, number);
  await db.write.transaction().execute(async (tx) => {
    await tx
      .insertInto("revision")
      .values({
        id,
        module_id: moduleId,
        number,
        change: "minor",
        within: null,
        note: "{}",
        content_hash: `${moduleId} ${number}`,
        published_on: "2025-01-01",
        published_at: beginning.toISOString(),
      })
      .execute();
    for (const [position, language] of ["sv", "en"].entries()) {
      const hash = `${id} ${language}`;
      await tx
        .insertInto("lesson_bundle")
        .values({
          hash,
          code: "",
          outline: "[]",
          minutes: 1,
          plain_text: "",
          answer_key: JSON.stringify(questions(language)),
          parts: "{}",
          created_at: beginning.toISOString(),
        })
        .execute();
      await tx
        .insertInto("lesson_source")
        .values({
          id: `source ${hash}`,
          revision_id: id,
          kind: "lesson",
          name: "first",
          position,
          language,
          path: `courses/course/${moduleId}/01-first.${language}.mdx`,
          title: `Lesson (${language})`,
          summary: null,
          source: "",
          bundle_hash: hash,
        })
        .execute();
    }
  });
}

export function revisionId(moduleId: string, number: number): string {
  return `revision ${moduleId} ${number}`;
}

export interface Given {
  readonly personId: string;
  readonly moduleId?: string;
  readonly number?: number;
  readonly kind?: "module" | "refresher";
  readonly language?: string;
  /** When it was finished; null: it is open. */
  readonly at: Date | null;
  /** Place of the choice chosen first, by question; 0 is right. */
  readonly chosen: Readonly<Record<string, number>>;
  /** It was left behind. */
  readonly left?: boolean;
}

/** Writes an attempt, with a second answer to what was wrong in a refresher; gives its id. */
export async function attempt(db: Connections, given: Given): Promise<string> {
  const { at, chosen, kind = "module", moduleId = "module", number = 1 } = given;
  const id = ulid();
  const asked = Object.keys(chosen);
  const instant = (at ?? beginning).toISOString();
  const answers = asked.flatMap((check): NewRow<"answer">[] => {
    const place = chosen[check] ?? 0;
    const row = { attempt_id: id, check_id: check, statement: null, answered_at: instant };
    const first = { ...row, ordinal: 1, response: JSON.stringify({ places: [place] }), correct: place === 0 ? 1 : 0 };
    const second = { ...row, ordinal: 2, response: JSON.stringify({ places: [0] }), correct: 1 };
    return kind === "refresher" && place !== 0 ? [first, second] : [first];
  });
  await db.write.transaction().execute(async (tx) => {
    await tx
      .insertInto("attempt")
      .values({
        id,
        person_id: given.personId,
        module_id: moduleId,
        revision_id: revisionId(moduleId, number),
        kind,
        unit: null,
        language: given.language ?? "sv",
        ordinal: 1,
        seed: id,
        asked: JSON.stringify(asked.map((check) => ({ slot: check, id: check, unit: "first" }))),
        started_at: new Date((at ?? beginning).getTime() - 60_000).toISOString(),
        finished_at: at === null ? null : instant,
        score: at === null || given.left ? null : answers.filter(({ correct }) => correct === 1).length / asked.length,
        passed: at === null ? null : given.left ? 0 : 1,
      })
      .execute();
    if (answers.length > 0) await tx.insertInto("answer").values(answers).execute();
    await tx
      .insertInto("answer")
      .values({
        attempt_id: id,
        check_id: "confirm:read",
        ordinal: 1,
        response: "{}",
        correct: 1,
        statement: "I have read it.",
        answered_at: instant,
      })
      .execute();
  });
  return id;
}

/** Writes a completion. */
export async function completion(
  db: Connections,
  row: { readonly personId: string; readonly on: string; readonly recordedAt: Date; readonly withdrawnAt?: Date },
): Promise<void> {
  await db.write
    .insertInto("completion")
    .values({
      id: ulid(),
      person_id: row.personId,
      module_id: "module",
      attempt_id: null,
      kind: "imported",
      revision: 0,
      content_hash: null,
      language: null,
      score: null,
      completed_on: row.on,
      completed_at: `${row.on}T12:00:00.000Z`,
      expires_on: null,
      recorded_at: row.recordedAt.toISOString(),
      recorded_by: null,
      withdrawn_at: row.withdrawnAt?.toISOString() ?? null,
      withdrawn_by: null,
      withdrawn_why: null,
    })
    .execute();
}

/** Everything that is counted, in an order of its own. */
export async function counted(db: Connections) {
  const items = await db.read.selectFrom("item_count").selectAll().execute();
  const wrong = await db.read.selectFrom("item_wrong_count").selectAll().execute();
  const retention = await db.read.selectFrom("retention_count").selectAll().execute();
  const progress = await db.read.selectFrom("insight_progress").selectAll().execute();
  const inOrder = <T>(rows: T[]) => rows.map((row) => JSON.stringify(row)).sort();
  return { items: inOrder(items), wrong: inOrder(wrong), retention: inOrder(retention), progress };
}
