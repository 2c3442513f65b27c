/**
 * A day passes: standings whose next change has come move on. What will happen if nothing new happens was worked out
 * when the standing was last derived (`standing.ahead`), so that a tick reads and writes only rows that change, and
 * replays facts only where something recorded for a later day begins.
 */
import { performance } from "node:perf_hooks";
import { type CivilDate, compareDates } from "#app/domain/calendar";
import { dayIn } from "#app/platform/clock";
import type { Connections, Writer } from "#db/connect";
import { closeSpan, findPassing, findZones, insertSpan, passStanding } from "#db/queries/derived";
import { CountChanges, loadAncestors } from "./counts";
import type { Key } from "./gather";
import type { Ahead } from "./project";
import { refresh } from "./refresh";

export interface TickReport {
  /** Standings that moved on. */
  readonly passed: number;
  /** Standings whose facts were replayed. */
  readonly replayed: number;
  readonly batches: number;
  /** The longest time the write lock was held, in milliseconds. */
  readonly longestMs: number;
}

/** A batch aims at this time under the write lock, so that a learner's answer never waits noticeably. */
const targetMs = 10;
const firstBatch = 64;
const largestBatch = 1024;
/** A replay costs more than a passing: no more than so many under one lock. */
const replayedAtOnce = 32;

/**
 * Applies everything that has come due at the instant `at`, in every zone, in short transactions.
 *
 * @throws AggregateError after the day has passed in all zones but those where it could not
 */
export async function tick(db: Connections, at: Date): Promise<TickReport> {
  const report = { passed: 0, replayed: 0, batches: 0, longestMs: 0 };
  const failed: string[] = [];
  const errors: unknown[] = [];
  for (const zone of await findZones(db.read)) {
    try {
      await passZone(db, zone, at, report);
    } catch (error) {
      failed.push(zone);
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `The day could not pass in ${failed.join(", ")}`);
  return report;
}

/** What a tick has done so far. */
type Passing = { -readonly [Figure in keyof TickReport]: TickReport[Figure] };

async function passZone(db: Connections, zone: string, at: Date, report: Passing): Promise<void> {
  let size = firstBatch;
  const today = dayIn(zone, at);
  for (;;) {
    // Looked for without the lock: a day on which nothing changes writes nothing.
    const waiting = await findPassing(db.read, zone, today, 1);
    if (waiting.length === 0) break;
    let started = 0;
    const batch = await db.write.transaction().execute(async (tx) => {
      started = performance.now();
      return await passBatch(tx, zone, today, at, size);
    });
    const ms = performance.now() - started;
    report.passed += batch.passed;
    report.replayed += batch.replayed;
    report.batches += 1;
    report.longestMs = Math.max(report.longestMs, ms);
    if (batch.passed + batch.replayed === 0) break;
    size = Math.max(16, Math.min(largestBatch, Math.round((size * targetMs) / Math.max(ms, 1)), size * 2));
    // Requests that came meanwhile go first.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function passBatch(tx: Writer, zone: string, today: CivilDate, at: Date, size: number) {
  const rows = await findPassing(tx, zone, today, size);
  if (rows.length === 0) return { passed: 0, replayed: 0 };
  const counts = new CountChanges(await loadAncestors(tx));
  const replay: Key[] = [];
  let passed = 0;
  for (const row of rows) {
    if (replay.length >= replayedAtOnce) break;
    const changes = JSON.parse(row.ahead) as Ahead[];
    const from = row.next_change_on ?? today;
    // Those before `next_change_on` have been applied on an earlier day.
    const come = changes.filter(([on]) => on >= from && compareDates(on as CivilDate, today) <= 0);
    const last = come.at(-1);
    if (!last || come.some((change) => change.length === 1)) {
      replay.push({ personId: row.person_id, moduleId: row.module_id });
      continue;
    }
    let open = { ...row, from_on: row.since_on, to_on: null as string | null };
    for (const change of come) {
      if (change.length === 1) continue;
      const [on, state, valid, task] = change;
      if (state === open.state && valid === open.valid && task === open.task) continue;
      counts.span(open, -1);
      counts.span({ ...open, to_on: on }, 1);
      await closeSpan(tx, row.person_id, row.module_id, open.from_on, on);
      open = { ...open, state, valid, task, from_on: on, since_on: on };
      counts.span(open, 1);
      await insertSpan(tx, {
        person_id: row.person_id,
        module_id: row.module_id,
        from_on: on,
        to_on: null,
        department_id: row.department_id,
        voluntary: row.voluntary,
        state,
        valid,
        task,
      });
    }
    if (last.length === 1) continue;
    const [, state, valid, task, cycle, opensOn, dueOn, validUntil] = last;
    counts.due(row, -1);
    counts.due({ ...row, state, due_on: dueOn }, 1);
    const next = changes.find(([on]) => compareDates(on as CivilDate, today) > 0);
    await passStanding(tx, row.person_id, row.module_id, {
      state,
      valid,
      task,
      cycle,
      opens_on: opensOn,
      due_on: dueOn,
      valid_until: validUntil,
      since_on: open.from_on,
      next_change_on: next?.[0] ?? null,
    });
    passed += 1;
  }
  await counts.write(tx);
  if (replay.length > 0) await refresh(tx, replay, at);
  return { passed, replayed: replay.length };
}
