/** Reads an import of completions for its page. */

import { DomainError } from "#app/domain/errors";
import { type Actor, company, mustBeAble } from "#app/domain/permissions";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { formatsFor } from "#app/words/format";
import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findModuleNames } from "#db/queries/history-imports";
import {
  countRowsOf,
  findImport,
  findJobProgress,
  findJobProgressUnder,
  findNamesOf,
  findRowsOf,
} from "#db/queries/imports";
import { findOrganisation } from "#db/queries/organisation";
import { findStoredFile } from "#db/queries/stored-files";
import type { Row } from "#db/schema";
import type { FileFault } from "../imports/file-refusal";
import { isMoving } from "../imports/import-state";
import { recallMapping } from "../imports/mapping-memory.server";
import { readImportKey } from "../imports/read-import.job";
import { shortened } from "../imports/shortened";
import type { TableForm } from "../imports/table-form";
import { applyHistoryKey, takeBackHistoryKey } from "./apply-history.job";
import { checkHistoryKey } from "./check-history.job";
import { guessHistoryColumns, type HistoryColumns, type HistoryField, historyFields } from "./history-fields";
import {
  type HistoryAction,
  type HistorySummary,
  historyActions,
  isHistoryAction,
  namesShown,
} from "./history-options";
import type { HistoryMapping, HistoryProblem } from "./history-row";
import type { ColumnView, HistoryView, ModuleChoice, RowView } from "./history-view";
import { weighUndoKey } from "./weigh-undo.job";

const rowsOnPage = 50;
type Job = Awaited<ReturnType<typeof findJobProgress>>;

async function jobOf(db: Reader, row: Row<"import">): Promise<Job> {
  if (row.state === "reading") return await findJobProgress(db, readImportKey(row.id));
  if (row.state === "checking") return await findJobProgressUnder(db, checkHistoryKey(row.id, ""));
  if (row.state === "applying") return await findJobProgress(db, applyHistoryKey(row.id));
  return await findJobProgress(db, takeBackHistoryKey(row.id));
}

function shareOf(job: Job): number | null {
  if (!job) return null;
  const { done, total } = JSON.parse(job.progress) as { done: number; total: number | null };
  return total === null || total === 0 ? null : Math.min(1, done / total);
}

function columnsOf(form: TableForm, chosen: HistoryColumns, mapping: HistoryMapping | null): ColumnView[] {
  return form.columns.map(({ heading, samples, dates }, place) => {
    const field = historyFields.find((each) => chosen[each] === place) ?? null;
    const order = field === "date" || field === "expires" ? mapping?.orders[field] : undefined;
    return { place, heading, samples, field, dates: dates && { ...dates, order: order ?? dates.order } };
  });
}

function withoutColumns({ columns: _columns, ...written }: TableForm): HistoryView["written"] {
  return written;
}

async function modulesIn(db: Reader, language: Language): Promise<ModuleChoice[]> {
  const rows = await findModuleNames(db);
  return rows.map((row) => ({
    id: row.id,
    title: inLanguage(JSON.parse(row.title) as Record<string, string>, language),
  }));
}

function rowView(
  row: Row<"import_row">,
  columns: HistoryColumns,
  headings: readonly string[],
  names: ReadonlyMap<string, string>,
): RowView {
  const cells = JSON.parse(row.cells) as string[];
  const cell = (field: HistoryField) => {
    const column = columns[field];
    return column === undefined ? "" : (cells[column] ?? "");
  };
  const said = (...texts: string[]) =>
    texts
      .filter((text) => text !== "")
      .map(shortened)
      .join(" · ");
  const problems = JSON.parse(row.problems ?? "[]") as { code: HistoryProblem["code"]; field: HistoryField | null }[];
  return {
    line: row.line,
    who: said(names.get(row.person_id ?? "") ?? "", cell("person") || cell("email")),
    what: said(cell("module") || cell("code"), cell("score")),
    when: said(cell("date"), cell("expires") === "" ? "" : `– ${cell("expires")}`),
    problems: problems.map(({ code, field }) => ({
      code,
      heading: field === null ? null : (headings[columns[field] ?? -1] ?? null),
    })),
  };
}

/** The kind of rows that is shown first: what is to be decided, what nobody knows, what is done. */
function firstShown(summary: HistorySummary): HistoryAction {
  const order: readonly HistoryAction[] = ["undecided", "unknown-person", "refused", "records", ...historyActions];
  return order.find((action) => (summary.counts[action] ?? 0) > 0) ?? "records";
}

/**
 * An import of completions with what its state asks for.
 *
 * @throws DomainError forbidden, not-found
 */
export async function readHistoryImport(
  deps: Pick<Deps, "db">,
  actor: Actor,
  language: Language,
  id: string,
  query: { readonly show: string | null; readonly page: number },
): Promise<HistoryView> {
  mustBeAble(actor, "import-history", company);
  const db = deps.db.read;
  const row = await findImport(db, id);
  if (row?.kind !== "history") throw new DomainError("not-found", `There is no import ${id} of completions`);
  const file = await findStoredFile(db, row.file_id);
  const people = await findNamesOf(db, [row.created_by, row.applied_by, row.taken_back_by]);
  const nameOf = (personId: string | null) => (personId === null ? null : (people.get(personId) ?? null));
  const zone = (await findOrganisation(db))?.zone ?? "UTC";
  const dayOf = (at: string) => dayIn(zone, new Date(at));
  const form = JSON.parse(row.form) as TableForm | null;
  const mapping = JSON.parse(row.mapping) as HistoryMapping | null;
  const summary = JSON.parse(row.summary) as HistorySummary | null;
  const recalled =
    form && row.state === "mapping" && mapping === null
      ? ((await recallMapping(db, "history", form.headings)) as
          | Pick<HistoryMapping, "columns" | "wholeFile">
          | undefined)
      : undefined;
  const chosen = mapping?.columns ?? recalled?.columns ?? (form ? guessHistoryColumns(form.headings) : {});
  const isWorkedOut = summary !== null && mapping !== null && row.state !== "mapping" && row.state !== "checking";
  const job = isMoving(row.state) ? await jobOf(db, row) : undefined;
  const asksModules = row.state === "mapping" || row.state === "ready";
  const weighing = row.state === "applied" ? await findJobProgressUnder(db, weighUndoKey(id, "")) : undefined;
  const undo = summary?.undo;
  return {
    id,
    state: row.state,
    file: { name: file?.name ?? "", bytes: file?.bytes ?? 0 },
    created: { day: dayOf(row.created_at), by: nameOf(row.created_by) },
    applied: row.applied_at === null ? null : { day: dayOf(row.applied_at), by: nameOf(row.applied_by) },
    takenBack:
      row.taken_back_at === null
        ? null
        : { day: dayOf(row.taken_back_at), by: nameOf(row.taken_back_by), why: row.taken_back_why ?? "" },
    written: form && withoutColumns(form),
    job: isMoving(row.state) ? { share: shareOf(job), stopped: Boolean(job?.failed_at) } : null,
    fault: row.failure === null ? null : (JSON.parse(row.failure) as FileFault),
    columns: form && asksModules ? columnsOf(form, chosen, mapping) : null,
    wholeFile: mapping?.wholeFile ?? recalled?.wholeFile ?? null,
    remembered: recalled !== undefined,
    modules: asksModules ? await modulesIn(db, language) : [],
    summary: isWorkedOut ? { ...summary, names: [] } : null,
    names:
      isWorkedOut && row.state === "ready" && mapping.wholeFile === null
        ? {
            shown: summary.names.slice(0, namesShown),
            hidden: Math.max(0, summary.names.length - namesShown),
            undecided: summary.names.some(({ isDecided }) => !isDecided),
          }
        : null,
    list:
      isWorkedOut && row.state !== "applying" && row.state !== "discarded" && form
        ? await listOf(db, id, summary, chosen, form, query)
        : null,
    undo:
      row.state === "applied"
        ? {
            going:
              weighing && weighing.finished_at === null && weighing.failed_at === null
                ? { share: shareOf(weighing) }
                : null,
            weighedOn: undo ? dayOf(undo.at) : null,
            weighedAt: undo ? formatsFor(language).time(undo.at, zone) : null,
          }
        : null,
  };
}

async function listOf(
  db: Reader,
  id: string,
  summary: HistorySummary,
  columns: HistoryColumns,
  form: TableForm,
  query: { readonly show: string | null; readonly page: number },
): Promise<NonNullable<HistoryView["list"]>> {
  const show = isHistoryAction(query.show) ? query.show : firstShown(summary);
  // Counted when it was worked out: a million rows are not counted anew for each page.
  const total = summary.counts[show] ?? (await countRowsOf(db, id, show));
  const page = Math.max(1, Math.min(query.page, Math.ceil(total / rowsOnPage)));
  const rows = await findRowsOf(db, id, show, (page - 1) * rowsOnPage, rowsOnPage);
  const names = await findNamesOf(
    db,
    rows.map((row) => row.person_id),
  );
  return {
    show,
    page,
    total,
    size: rowsOnPage,
    rows: rows.map((row) => rowView(row, columns, form.headings, names)),
  };
}
