/** What is decided about a file of completions on its way in. */
import { DomainError } from "#app/domain/errors";
import { type Actor, company, mustBeAble } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { enqueue } from "#app/work/queue";
import type { Reader, Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { advanceImport, findImport, findMovingImport } from "#db/queries/imports";
import type { ImportState, Row } from "#db/schema";
import { forgetUnread } from "../imports/forget-unread.job";
import { rememberMapping } from "../imports/mapping-memory.server";
import type { TableForm } from "../imports/table-form";
import { applyHistoryKey, applyHistoryName, takeBackHistoryKey, takeBackHistoryName } from "./apply-history.job";
import { checkHistoryKey, checkHistoryName } from "./check-history.job";
import { faultsOfColumns, type HistoryColumnFault, type HistoryColumns, type HistoryField } from "./history-fields";
import { type HistoryOptions, type HistorySummary, leaveOut } from "./history-options";
import type { HistoryMapping } from "./history-row";
import { rememberNames } from "./module-names.server";
import { weighUndoKey, weighUndoName } from "./weigh-undo.job";

type Needed = Pick<Deps, "db" | "clock" | "wake">;

async function openImport(db: Reader, id: string): Promise<Row<"import">> {
  const row = await findImport(db, id);
  if (row?.kind !== "history") throw new DomainError("not-found", `There is no import ${id} of completions`);
  return row;
}

async function advance(
  tx: Writer,
  id: string,
  from: readonly ImportState[],
  set: Parameters<typeof advanceImport>[3],
): Promise<void> {
  if (!(await advanceImport(tx, id, from, set))) throw new DomainError("conflict", `The import ${id} has gone on`);
}

async function check(tx: Writer, id: string, now: Date): Promise<void> {
  const key = checkHistoryKey(id, newId(now));
  await enqueue(tx, now, { key, name: checkHistoryName, payload: { importId: id } });
}

/** What was chosen of a file's columns. */
export interface ChosenColumns {
  /** By column. */
  readonly fields: readonly (HistoryField | null)[];
  readonly orders: HistoryMapping["orders"];
  /** The module that all rows are about; null: a column says it. */
  readonly wholeFile: string | null;
}

/**
 * Takes the columns of a file and has it worked out.
 *
 * @returns what is missing; nothing is done then
 * @throws DomainError forbidden, not-found; conflict when it is no longer waiting for this
 */
export async function chooseColumns(
  deps: Needed,
  actor: Actor,
  id: string,
  { fields, orders, wholeFile }: ChosenColumns,
): Promise<HistoryColumnFault[]> {
  mustBeAble(actor, "import-history", company);
  const columns: HistoryColumns = {};
  let isTwice = false;
  for (const [column, field] of fields.entries()) {
    if (field === null) continue;
    if (columns[field] !== undefined) isTwice = true;
    columns[field] = column;
  }
  const faults: HistoryColumnFault[] = [
    ...(isTwice ? (["twice"] as const) : []),
    ...faultsOfColumns(columns, wholeFile !== null),
  ];
  if (faults.length > 0) return faults;
  await deps.db.write.transaction().execute(async (tx) => {
    const row = await openImport(tx, id);
    const form = JSON.parse(row.form) as TableForm | null;
    const now = deps.clock.now();
    const mapping: HistoryMapping = { columns, orders, wholeFile };
    const before = JSON.parse(row.options) as HistoryOptions | null;
    await advance(tx, id, ["mapping", "ready"], {
      state: "checking",
      mapping: JSON.stringify(mapping),
      options: JSON.stringify(before ?? ({ modules: {} } satisfies HistoryOptions)),
    });
    if (form) {
      await rememberMapping(tx, { at: now, by: actor.personId }, "history", form.headings, { columns, wholeFile });
    }
    await check(tx, id, now);
  });
  deps.wake();
  return [];
}

/**
 * Says which modules names stand for, remembers it for other files, and has the file worked out again.
 *
 * @param chosen module id or `leaveOut` by name; a name that is not in it stays undecided
 * @throws DomainError forbidden, not-found; conflict when it is no longer waiting for this
 */
export async function chooseModules(
  deps: Needed,
  actor: Actor,
  id: string,
  chosen: Readonly<Record<string, string>>,
): Promise<void> {
  mustBeAble(actor, "import-history", company);
  await deps.db.write.transaction().execute(async (tx) => {
    const row = await openImport(tx, id);
    const now = deps.clock.now();
    const before = JSON.parse(row.options) as HistoryOptions | null;
    const options: HistoryOptions = { modules: { ...before?.modules, ...chosen } };
    await advance(tx, id, ["ready"], { state: "checking", options: JSON.stringify(options) });
    await rememberNames(tx, { at: now, by: actor.personId }, chosen);
    await check(tx, id, now);
  });
  deps.wake();
}

/** What became of the wish to apply an import: `other` while another is being applied or taken back. */
export type Confirmed = "applying" | "nothing" | "undecided" | "other";

/**
 * Records what a file brings, as a job.
 *
 * @throws DomainError forbidden, not-found; conflict when it is no longer waiting for this
 */
export async function confirmHistory(deps: Needed, actor: Actor, id: string): Promise<Confirmed> {
  mustBeAble(actor, "import-history", company);
  const confirmed = await deps.db.write.transaction().execute(async (tx): Promise<Confirmed> => {
    const row = await openImport(tx, id);
    if (row.state !== "ready") throw new DomainError("conflict", `The import ${id} is ${row.state}`);
    const summary = JSON.parse(row.summary) as HistorySummary;
    if ((summary.counts.undecided ?? 0) > 0) return "undecided";
    if ((summary.counts.records ?? 0) === 0) return "nothing";
    if (await findMovingImport(tx)) return "other";
    const now = deps.clock.now();
    // What was shown is what is recorded, whatever is decided about names elsewhere meanwhile.
    const modules = Object.fromEntries(summary.names.map(({ name, chosen }) => [name, chosen ?? leaveOut]));
    const options = JSON.stringify({ modules } satisfies HistoryOptions);
    await advance(tx, id, ["ready"], { state: "applying", applied_by: actor.personId, options });
    await enqueue(tx, now, { key: applyHistoryKey(id), name: applyHistoryName, payload: { importId: id } });
    const event = { at: instantText(now), actorId: actor.personId, action: "applied-import", subjectId: null } as const;
    await insertAuditEvent(tx, { ...event, detail: { import: id, completions: summary.counts.records ?? 0 } });
    return "applying";
  });
  deps.wake();
  return confirmed;
}

/**
 * Gives an import up before it was applied.
 *
 * @throws DomainError forbidden, not-found; conflict when it is being applied or was
 */
export async function discardHistory(deps: Needed, actor: Actor, id: string): Promise<void> {
  mustBeAble(actor, "import-history", company);
  await deps.db.write.transaction().execute(async (tx) => {
    await openImport(tx, id);
    await advance(tx, id, ["reading", "mapping", "checking", "ready"], { state: "discarded" });
    await forgetUnread(tx, deps.clock.now(), id);
    const at = instantText(deps.clock.now());
    const event = { at, actorId: actor.personId, action: "discarded-import", subjectId: null } as const;
    await insertAuditEvent(tx, { ...event, detail: { import: id } });
  });
  deps.wake();
}

/**
 * Has it worked out what taking an import back would do.
 *
 * @throws DomainError forbidden, not-found; conflict when it was not applied
 */
export async function weighTakingBack(deps: Needed, actor: Actor, id: string): Promise<void> {
  mustBeAble(actor, "import-history", company);
  await deps.db.write.transaction().execute(async (tx) => {
    const row = await openImport(tx, id);
    if (row.state !== "applied") throw new DomainError("conflict", `The import ${id} is ${row.state}`);
    const now = deps.clock.now();
    const key = weighUndoKey(id, newId(now));
    await enqueue(tx, now, { key, name: weighUndoName, payload: { importId: id } });
  });
  deps.wake();
}

/**
 * Takes an import back as a whole, as a job.
 *
 * @returns `other` while another is being applied or taken back
 * @throws DomainError forbidden, not-found, invalid without a reason; conflict when it was not applied
 */
export async function takeBackHistory(
  deps: Needed,
  actor: Actor,
  id: string,
  why: string,
): Promise<"taking-back" | "other"> {
  mustBeAble(actor, "import-history", company);
  const reason = why.trim().slice(0, 500);
  if (reason === "") throw new DomainError("invalid", "Taking an import back needs a reason");
  const taken = await deps.db.write.transaction().execute(async (tx) => {
    await openImport(tx, id);
    if (await findMovingImport(tx)) return "other" as const;
    const now = deps.clock.now();
    const set = { state: "taking-back", taken_back_by: actor.personId, taken_back_why: reason } as const;
    await advance(tx, id, ["applied"], set);
    await enqueue(tx, now, { key: takeBackHistoryKey(id), name: takeBackHistoryName, payload: { importId: id } });
    return "taking-back" as const;
  });
  deps.wake();
  return taken;
}
