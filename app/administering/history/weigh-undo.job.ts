/** Works out what taking a file of completions back would do, without doing any of it. */
import type { CivilDate } from "#app/domain/calendar";
import { previewWithdrawals } from "#app/ledger/preview";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { JobHandler } from "#app/work/queue";
import { findImportedCompletions, findImportedPeople } from "#db/queries/history-imports";
import { advanceImport, findImport } from "#db/queries/imports";
import { DayOneCount } from "./day-one";
import type { HistorySummary } from "./history-options";

export const weighUndoName = "weigh-history-undo";

/** Weighed anew each time that somebody asks, under an id of its own. */
export function weighUndoKey(importId: string, id: string): string {
  return `${weighUndoName} ${importId} ${id}`;
}

const peopleAtOnce = 6;

interface Weighing {
  readonly importId: string;
  readonly people: readonly string[];
  readonly dayOne: DayOneCount;
  next: number;
  completions: number;
}

/** The job that weighs what taking back would do. */
export function weighUndo(deps: Pick<Deps, "db" | "clock">): JobHandler {
  let current: Weighing | null = null;

  async function weigh(weighing: Weighing): Promise<void> {
    const db = deps.db.read;
    const some = weighing.people.slice(weighing.next, weighing.next + peopleAtOnce);
    const rows = await findImportedCompletions(db, weighing.importId, some);
    const wanted = new Map<string, { personId: string; moduleId: string; rows: typeof rows }>();
    for (const row of rows) {
      const key = `${row.person_id}\n${row.module_id}`;
      const known = wanted.get(key);
      if (known) known.rows.push(row);
      else wanted.set(key, { personId: row.person_id, moduleId: row.module_id, rows: [row] });
    }
    const previews = await previewWithdrawals(
      db,
      [...wanted.values()].map(({ rows: own, ...key }) => ({
        ...key,
        completions: own.map((row) => ({
          on: row.completed_on as CivilDate,
          kind: row.kind,
          revision: 0,
          score: row.score,
          expires: row.expires_on as CivilDate | null,
        })),
      })),
      deps.clock.now(),
    );
    for (const preview of previews) weighing.dayOne.add(preview);
    weighing.completions += rows.length;
    weighing.next += some.length;
  }

  return {
    name: weighUndoName,
    async prepare({ payload, progress }) {
      const { importId } = payload as { importId: string };
      if (current?.importId !== importId || String(current.next) !== progress.cursor) {
        const people = await findImportedPeople(deps.db.read, importId);
        current = { importId, people, dayOne: new DayOneCount(), next: 0, completions: 0 };
      }
      await weigh(current);
      return current;
    },
    async step(tx, { payload, progress, at, prepared }) {
      const { importId } = payload as { importId: string };
      const { completions, dayOne, next, people } = prepared as Weighing;
      const done = next - progress.done;
      if (next < people.length) return { done, total: people.length, cursor: String(next) };
      current = null;
      const row = await findImport(tx, importId);
      if (row?.state === "applied") {
        const summary = JSON.parse(row.summary) as HistorySummary;
        const undo = { at: instantText(at), completions, people: people.length, dayOne: dayOne.figures };
        await advanceImport(tx, importId, ["applied"], { summary: JSON.stringify({ ...summary, undo }) });
      }
      return { done, total: people.length, cursor: null };
    },
  };
}
