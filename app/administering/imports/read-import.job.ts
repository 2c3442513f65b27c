/** Reads the file of an import into rows, some at a time, whatever it is a file of. */
import type { Deps } from "#app/platform/deps";
import { storedFile } from "#app/platform/stored-file";
import type { JobHandler } from "#app/work/queue";
import { advanceImport, deleteImportRows, findImport, insertImportRows } from "#db/queries/imports";
import type { ImportKind } from "#db/schema";
import { TableNotes } from "./column-forms";
import { type FileFault, FileRefusal } from "./file-refusal";
import { forgetUnread } from "./forget-unread.job";
import { openTable } from "./open-table.server";
import { historyLimits, peopleLimits, type Table, type TableForm, type TableLimits, type TableRow } from "./table-form";

/** What the job is asked: one import. */
export interface ReadImport {
  readonly importId: string;
}

export const readImportName = "read-import";

/** The key under which the reading of an import is found again. */
export function readImportKey(importId: string): string {
  return `${readImportName} ${importId}`;
}

const limits: Record<ImportKind, TableLimits> = { people: peopleLimits, history: historyLimits };

type Step =
  | { readonly kind: "rows"; readonly rows: readonly TableRow[]; readonly read: number; readonly total: number }
  | { readonly kind: "end"; readonly form: TableForm }
  | { readonly kind: "refused"; readonly fault: FileFault };

/** A file that is being read. After a stop it is read again from its beginning, past the rows that were written. */
class Reading {
  readonly #table: Table;
  readonly #batches: AsyncIterator<{ readonly rows: readonly TableRow[]; readonly read: number }>;
  readonly #notes: TableNotes;
  /** Line of the last row given. */
  line = 0;

  constructor(table: Table) {
    this.#table = table;
    this.#batches = table.batches()[Symbol.asyncIterator]();
    this.#notes = new TableNotes(table.written.headings);
  }

  async next(after: number): Promise<Step> {
    for (;;) {
      const { done, value } = await this.#batches.next();
      if (done) {
        return { kind: "end", form: { ...this.#table.written, columns: this.#notes.forms(), rows: this.#notes.rows } };
      }
      for (const row of value.rows) this.#notes.note(row.cells);
      const rows = value.rows.filter((row) => row.line > after);
      this.line = value.rows.at(-1)?.line ?? this.line;
      if (rows.length > 0) return { kind: "rows", rows, read: value.read, total: this.#table.total };
    }
  }
}

/** The job that reads files of imports. */
export function readImport(deps: Pick<Deps, "db">): JobHandler {
  const readings = new Map<string, Reading>();

  async function prepare(importId: string, after: number): Promise<Step> {
    try {
      let reading = readings.get(importId);
      if (!reading || reading.line !== after) {
        const row = await findImport(deps.db.read, importId);
        const source = row && (await storedFile(deps.db.read, row.file_id));
        if (!source) return { kind: "refused", fault: { code: "unreadable", line: null } };
        reading = new Reading(await openTable(source, limits[row.kind]));
        readings.set(importId, reading);
      }
      return await reading.next(after);
    } catch (error) {
      readings.delete(importId);
      if (error instanceof FileRefusal) return { kind: "refused", fault: error.fault };
      throw error;
    }
  }

  return {
    name: readImportName,
    prepare: ({ payload, progress }) => prepare((payload as ReadImport).importId, Number(progress.cursor || 0)),
    async step(tx, { payload, progress, at, prepared }) {
      const { importId } = payload as ReadImport;
      const step = prepared as Step;
      if (step.kind === "rows") {
        await insertImportRows(
          tx,
          step.rows.map(({ line, cells, fault }) => ({
            import_id: importId,
            line,
            cells: JSON.stringify(cells),
            problems: fault === null ? null : JSON.stringify([{ column: null, code: `row-${fault}` }]),
          })),
        );
        const cursor = String(step.rows.at(-1)?.line ?? 0);
        return { done: step.read - progress.done, total: step.total, cursor };
      }
      readings.delete(importId);
      if (step.kind === "refused") {
        await deleteImportRows(tx, importId);
        await advanceImport(tx, importId, ["reading"], { state: "failed", failure: JSON.stringify(step.fault) });
        await forgetUnread(tx, at, importId);
      } else {
        await advanceImport(tx, importId, ["reading"], { state: "mapping", form: JSON.stringify(step.form) });
      }
      return { done: 0, cursor: null };
    },
  };
}
