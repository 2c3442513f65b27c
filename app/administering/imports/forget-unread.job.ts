/**
 * Forgets what nobody asked to be read of a file, once its import is over: the columns that were left aside, and the file
 * itself. Of a file that was given up or could not be read nothing is kept but its name.
 */
import { enqueue, type JobHandler } from "#app/work/queue";
import type { Writer } from "#db/connect";
import { advanceImport, deleteRowsUpTo, findImport, findRowsAfter, keepCells } from "#db/queries/imports";
import { deleteSomePieces } from "#db/queries/stored-files";
import type { ImportState, Row } from "#db/schema";
import type { TableForm } from "./table-form";

export const forgetUnreadName = "forget-unread";

/** Has it forgotten, as a job. */
export async function forgetUnread(tx: Writer, at: Date, importId: string): Promise<void> {
  const key = `${forgetUnreadName} ${importId}`;
  await enqueue(tx, at, { key, name: forgetUnreadName, payload: { importId } });
}

const rowsAtOnce = 400;
/** Of 256 KB. */
const piecesAtOnce = 8;

const given: readonly ImportState[] = ["discarded", "failed"];
const done: readonly ImportState[] = ["applied", "taking-back", "taken-back"];

/** Columns that were read, from 0. */
function columnsRead(row: Row<"import">): ReadonlySet<number> {
  const mapping = JSON.parse(row.mapping) as { readonly columns?: Readonly<Record<string, number>> } | null;
  return new Set(given.includes(row.state) ? [] : Object.values(mapping?.columns ?? {}));
}

/** Rows after a line without the cells that were not read; gives the last line, or null after the last row. */
async function forgetRows(tx: Writer, row: Row<"import">, after: number): Promise<number | null> {
  const some = await findRowsAfter(tx, row.id, after, rowsAtOnce);
  const last = some.at(-1);
  if (!last) return null;
  if (given.includes(row.state)) {
    await deleteRowsUpTo(tx, row.id, last.line);
    return last.line;
  }
  const read = columnsRead(row);
  for (const { line, cells: text } of some) {
    const cells = JSON.parse(text) as string[];
    if (cells.every((cell, column) => cell === "" || read.has(column))) continue;
    const kept = cells.map((cell, column) => (read.has(column) ? cell : ""));
    await keepCells(tx, row.id, line, JSON.stringify(kept));
  }
  return last.line;
}

/** Examples of columns that were not read. */
async function forgetExamples(tx: Writer, row: Row<"import">): Promise<void> {
  const form = JSON.parse(row.form) as TableForm | null;
  if (!form) return;
  const read = columnsRead(row);
  const columns = form.columns.map((column, place) => (read.has(place) ? column : { ...column, samples: [] }));
  await advanceImport(tx, row.id, [row.state], { form: JSON.stringify({ ...form, columns } satisfies TableForm) });
}

/** The job that forgets. */
export const forgetUnreadJob: JobHandler = {
  name: forgetUnreadName,
  writesInBulk: true,
  async step(tx, { payload, progress }) {
    const row = await findImport(tx, (payload as { importId: string }).importId);
    if (!row || ![...given, ...done].includes(row.state)) return { done: 0, cursor: null };
    const [part, after] = progress.cursor === "" ? ["rows", "0"] : progress.cursor.split(" ");
    if (part === "rows") {
      if (after === "0") await forgetExamples(tx, row);
      const last = await forgetRows(tx, row, Number(after));
      return { done: 0, cursor: last === null ? "pieces" : `rows ${last}` };
    }
    const isLeft = await deleteSomePieces(tx, row.file_id, piecesAtOnce);
    return { done: 0, cursor: isLeft ? "pieces" : null };
  },
};
