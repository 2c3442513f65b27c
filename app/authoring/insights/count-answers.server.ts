/**
 * Keeps the counts of questions and of what is remembered up to date: finished attempts are counted once each, in the
 * order in which they were finished. An attempt that is finished never changes.
 */
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { whenAnswered } from "#app/platform/in-flight";
import type { Connections, Reader } from "#db/connect";
import {
  addInsights,
  type CountedUpTo,
  type FinishedAttempt,
  findCompletedBefore,
  findCountedUpTo,
  findFinishedAfter,
  findFirstAnswers,
  forgetInsights,
  moveCountedUpTo,
} from "#db/queries/insight-counts";
import { InsightSums } from "./insight-sums.server";
import { readQuestionBank } from "./question-bank.server";

/** Attempts counted at once: one short transaction. */
const batchSize = 200;
/** Batches of a round at most, so that others have their turn. */
const batchesOfRound = 50;
/** What was finished this short ago waits: clocks of two processes may differ, and a transaction takes its time. */
const settledMs = 60_000;
const politeMs = 50;

/** Counts what was finished since the last time; gives the number of attempts. */
export async function countAnswers(deps: Pick<Deps, "db">, at: Date): Promise<number> {
  return await countUntil(deps.db, new Date(at.getTime() - settledMs), batchesOfRound);
}

/** Counts everything that was finished up to an instant. */
export async function countAllAnswers(db: Connections, until: Date): Promise<number> {
  return await countUntil(db, until, Number.POSITIVE_INFINITY);
}

/** Forgets what was counted and counts it all again; gives the number of attempts. */
export async function recountAnswers(db: Connections, at: Date): Promise<number> {
  await db.write.transaction().execute(forgetInsights);
  return await countAllAnswers(db, new Date(at.getTime() - settledMs));
}

async function countUntil(db: Connections, until: Date, mostBatches: number): Promise<number> {
  let counted = 0;
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const from = await findCountedUpTo(db.read);
    const attempts = await findFinishedAfter(db.read, from, instantText(until), batchSize);
    const last = attempts.at(-1);
    if (!last) return counted;
    const sums = await sumsOf(db.read, attempts);
    const to: CountedUpTo = { finishedAt: last.finished_at ?? "", attemptId: last.id };
    const moved = await db.write.transaction().execute(async (tx) => {
      // Whoever comes second adds nothing.
      const first = await moveCountedUpTo(tx, from, to);
      if (first) await addInsights(tx, sums.rows());
      return first;
    });
    if (!moved) return counted;
    counted += attempts.length;
    if (attempts.length < batchSize) return counted;
    await whenAnswered(politeMs);
  }
  return counted;
}

async function sumsOf(db: Reader, attempts: readonly FinishedAttempt[]): Promise<InsightSums> {
  const sums = new InsightSums();
  // One that was left behind on an older revision has no score: not everything in it was answered.
  const whole = attempts.filter(({ score }) => score !== null);
  const answers = new Map<string, Map<string, Awaited<ReturnType<typeof findFirstAnswers>>[number]>>();
  for (const answer of await findFirstAnswers(
    db,
    whole.map(({ id }) => id),
  )) {
    const ofAttempt = answers.get(answer.attempt_id) ?? new Map();
    ofAttempt.set(answer.check_id, answer);
    answers.set(answer.attempt_id, ofAttempt);
  }
  for (const attempt of whole) {
    const bank = await readQuestionBank(db, attempt.revision_id);
    const { kind, module_id, person_id, started_at } = attempt;
    const before = kind === "refresher" ? await findCompletedBefore(db, person_id, module_id, started_at) : null;
    sums.add(attempt, answers.get(attempt.id) ?? new Map(), bank, before);
  }
  return sums;
}
