/** Reads an import of people for its page. */
import { DomainError } from "#app/domain/errors";
import { type Actor, company, mustBeAble } from "#app/domain/permissions";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { zones } from "#app/platform/local-time";
import type { Visit } from "#app/platform/visit";
import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import type { Reader } from "#db/connect";
import {
  countRowsOf,
  findImport,
  findJobProgress,
  findJobProgressUnder,
  findNamesOf,
  findRowsOf,
} from "#db/queries/imports";
import { findOrganisation } from "#db/queries/organisation";
import { findPeopleRows } from "#db/queries/people-rows";
import { findStoredFile } from "#db/queries/stored-files";
import type { Row } from "#db/schema";
import { departmentOptions } from "../department-options.server";
import { applyPeopleKey } from "./apply-people.job";
import { importActions } from "./begin-import.server";
import { checkPeopleKey, type StoredPlan } from "./check-people.job";
import type { FileFault } from "./file-refusal";
import { isMoving } from "./import-state";
import { recallMapping } from "./mapping-memory.server";
import { guessColumns, type PeopleColumns, type PeopleField } from "./people-fields";
import type { ColumnView, PeopleImportView, RowView, UndecidedView } from "./people-import-view";
import type { PeopleOptions, PeopleSummary } from "./people-options";
import { type PeopleAction, type Problem, peopleActions } from "./people-problem";
import { nameParts, type PeopleMapping } from "./people-row";
import { readImportKey } from "./read-import.job";
import { leftView, readUndo } from "./read-undo.server";
import { shortened } from "./shortened";
import type { TableForm, Written } from "./table-form";
import { takeBackPeopleKey } from "./take-back-people.job";

const rowsOnPage = 50;
/** Unknown names shown to be decided; those beyond are made. */
const mostShown = 200;

interface Job {
  readonly progress: string;
  readonly failed_at: string | null;
}

async function jobOf(db: Reader, row: Row<"import">): Promise<Job | undefined> {
  if (row.state === "reading") return await findJobProgress(db, readImportKey(row.id));
  if (row.state === "checking") return await findJobProgressUnder(db, checkPeopleKey(row.id, ""));
  if (row.state === "applying") return await findJobProgress(db, applyPeopleKey(row.id));
  return await findJobProgress(db, takeBackPeopleKey(row.id));
}

function shareOf(job: Job | undefined): number | null {
  if (!job) return null;
  const { done, total } = JSON.parse(job.progress) as { done: number; total: number | null };
  return total === null || total === 0 ? null : Math.min(1, done / total);
}

function columnsOf(form: TableForm, chosen: PeopleColumns, mapping: PeopleMapping | null): ColumnView[] {
  return form.columns.map(({ heading, samples, dates }, column) => {
    const field = (Object.entries(chosen).find(([, own]) => own === column)?.[0] ?? null) as PeopleField | null;
    const order = field === "employedFrom" || field === "lastDay" ? mapping?.orders[field] : undefined;
    return { place: column, heading, samples, field, dates: dates && { ...dates, order: order ?? dates.order } };
  });
}

function withoutColumns({ columns: _columns, ...rest }: TableForm): Written & { readonly rows: number } {
  return rest;
}

async function undecidedOf(db: Reader, summary: PeopleSummary, language: Language): Promise<UndecidedView | null> {
  const { departments, sites, entities } = summary.unknown;
  if (departments.length + sites.length + entities.length + summary.near === 0) return null;
  const options = await departmentOptions(db, language);
  const tops = options.filter((option) => (option.depth ?? 0) === 0);
  const organisation = await findOrganisation(db);
  return {
    departments: departments.slice(0, mostShown),
    sites: sites.slice(0, mostShown),
    entities: entities.slice(0, mostShown),
    hidden: [departments, sites, entities].reduce((sum, list) => sum + Math.max(0, list.length - mostShown), 0),
    known: {
      departments: options.map((option) => ({
        id: option.value,
        name: `${"\u2003".repeat(option.depth ?? 0)}${option.label}`,
      })),
      sites: await db
        .selectFrom("site")
        .select(["id", "name"])
        .where("closed_on", "is", null)
        .orderBy("name")
        .execute(),
      entities: await db
        .selectFrom("entity")
        .select(["id", "name"])
        .where("closed_on", "is", null)
        .orderBy("name")
        .execute(),
    },
    zone: organisation?.zone ?? "Europe/Stockholm",
    zones: sites.length > 0 ? zones : [],
    top: tops.length === 1 ? (tops[0]?.value ?? null) : null,
  };
}

function rowView(
  row: Row<"import_row">,
  columns: PeopleColumns,
  headings: readonly string[],
  person: Row<"person"> | undefined,
  titles: ReadonlyMap<string, string>,
): RowView {
  const cells = JSON.parse(row.cells) as string[];
  const cell = (field: PeopleField) => {
    const column = columns[field];
    return column === undefined ? "" : (cells[column] ?? "");
  };
  const parts = nameParts(cell("fullName"));
  const given = cell("givenName") || parts.givenName || person?.given_name || "";
  const family = cell("familyName") || parts.familyName || person?.family_name || "";
  const plan = JSON.parse(row.plan ?? "null") as StoredPlan | null;
  const problems = JSON.parse(row.problems ?? "[]") as Problem[];
  const said = (["department", "title", "site", "manager", "employedFrom", "lastDay"] as const).map((field) =>
    shortened(cell(field)),
  );
  return {
    line: row.line,
    name: shortened(`${given} ${family}`.trim()),
    number: cell("number") || person?.employee_number || "",
    said: said.filter((text) => text !== ""),
    asks: (plan?.asks ?? []).map((id) => titles.get(id) ?? id),
    problems: problems.map((problem) => ({
      ...problem,
      heading: problem.column === null ? null : (headings[problem.column] ?? null),
    })),
  };
}

/** The kind of rows that is shown first: what is to be decided, what is left out, what is done. */
function firstShown(summary: PeopleSummary): PeopleAction {
  const order: readonly PeopleAction[] = ["undecided", "leaves", ...peopleActions];
  return order.find((action) => (summary.counts[action] ?? 0) > 0) ?? "joins";
}

/**
 * An import of people with what its state asks for.
 *
 * @throws DomainError forbidden, not-found
 */
export async function readPeopleImport(
  deps: Pick<Deps, "db">,
  actor: Actor,
  visit: Pick<Visit, "language" | "today">,
  id: string,
  query: { readonly show: string | null; readonly page: number; readonly undo: boolean },
): Promise<PeopleImportView> {
  mustBeAble(actor, importActions.people, company);
  const db = deps.db.read;
  const row = await findImport(db, id);
  if (row?.kind !== "people") throw new DomainError("not-found", `There is no import ${id} of people`);
  const file = await findStoredFile(db, row.file_id);
  const names = await findNamesOf(db, [row.created_by, row.applied_by, row.taken_back_by]);
  const form = JSON.parse(row.form) as TableForm | null;
  const mapping = JSON.parse(row.mapping) as PeopleMapping | null;
  const options = JSON.parse(row.options) as PeopleOptions | null;
  const summary = JSON.parse(row.summary) as PeopleSummary | null;
  const job = isMoving(row.state) ? await jobOf(db, row) : undefined;
  const nameOf = (personId: string | null) => (personId === null ? null : (names.get(personId) ?? null));
  const zone = (await findOrganisation(db))?.zone ?? "UTC";
  const dayOf = (at: string) => dayIn(zone, new Date(at));

  const recalled =
    form && row.state === "mapping" && mapping === null
      ? ((await recallMapping(db, "people", form.headings)) as
          | { columns: PeopleColumns; everybody: boolean }
          | undefined)
      : undefined;
  const chosen = mapping?.columns ?? recalled?.columns ?? (form ? guessColumns(form.headings) : {});
  const isWorkedOut = summary !== null && mapping !== null && row.state !== "mapping" && row.state !== "checking";
  const titles = isWorkedOut ? await moduleTitles(db, visit.language) : new Map<string, string>();

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
    from: options?.from ?? visit.today,
    everybody: options?.everybody ?? recalled?.everybody ?? false,
    job: isMoving(row.state) ? { share: shareOf(job), stopped: Boolean(job?.failed_at) } : null,
    fault: row.failure === null ? null : (JSON.parse(row.failure) as FileFault),
    columns: form && (row.state === "mapping" || row.state === "ready") ? columnsOf(form, chosen, mapping) : null,
    remembered: recalled !== undefined,
    summary: isWorkedOut
      ? { ...summary, unknown: { departments: [], sites: [], entities: [] }, fingerprint: "" }
      : null,
    modules: isWorkedOut
      ? summary.asked.modules.map(({ id: moduleId, people }) => ({ title: titles.get(moduleId) ?? moduleId, people }))
      : [],
    undecided: isWorkedOut && row.state === "ready" ? await undecidedOf(db, summary, visit.language) : null,
    list:
      isWorkedOut && row.state !== "applying" && row.state !== "discarded" && form
        ? await listOf(db, id, summary, mapping.columns, form, titles, query)
        : null,
    undo: row.state === "applied" && query.undo ? await readUndo(db, row) : null,
    left: row.state === "taken-back" && summary?.leftAsTheyAre ? await leftView(db, summary.leftAsTheyAre) : null,
  };
}

async function moduleTitles(db: Reader, language: Language): Promise<Map<string, string>> {
  const rows = await db.selectFrom("module").select(["id", "title"]).execute();
  return new Map(rows.map((row) => [row.id, inLanguage(JSON.parse(row.title) as Record<string, string>, language)]));
}

async function listOf(
  db: Reader,
  id: string,
  summary: PeopleSummary,
  columns: PeopleColumns,
  form: TableForm,
  titles: ReadonlyMap<string, string>,
  query: { readonly show: string | null; readonly page: number },
): Promise<NonNullable<PeopleImportView["list"]>> {
  const show = peopleActions.find((action) => action === query.show) ?? firstShown(summary);
  const total = await countRowsOf(db, id, show);
  const page = Math.max(1, Math.min(query.page, Math.ceil(total / rowsOnPage)));
  const rows = await findRowsOf(db, id, show, (page - 1) * rowsOnPage, rowsOnPage);
  const known = new Map(
    (
      await findPeopleRows(
        db,
        rows.flatMap((row) => row.person_id ?? []),
      )
    ).map((person) => [person.id, person]),
  );
  return {
    show,
    page,
    total,
    size: rowsOnPage,
    rows: rows.map((row) => rowView(row, columns, form.headings, known.get(row.person_id ?? ""), titles)),
  };
}
