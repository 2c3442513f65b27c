/**
 * Records what a file of completions was found to bring, some people at a time. What is on record by then is passed over,
 * so that a stop, or the same file in two windows, records nothing twice.
 */
import { recordCompletions, withdrawImported } from "#app/ledger/completions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { JobHandler } from "#app/work/queue";
import { insertAuditEvent } from "#db/queries/audit";
import { findImportedPeople, findRowsOfAfter } from "#db/queries/history-imports";
import { advanceImport, findImport, planImportRow } from "#db/queries/imports";
import { forgetUnread } from "../imports/forget-unread.job";
import { sorted } from "./check-history.job";
import { breathe, HistoryFacts } from "./history-facts.server";
import type { HistoryOptions, HistorySummary } from "./history-options";
import { type HistoryMapping, readHistoryRow } from "./history-row";
import { loadModules, ModuleNames, recallNames } from "./module-names.server";

export const applyHistoryName = "apply-history";

export function applyHistoryKey(importId: string): string {
  return `${applyHistoryName} ${importId}`;
}

/** So many completions are recorded in a step: about 20 ms of the write lock. */
export const completionsAtOnce = 400;
const rowsAtOnce = 500;

/** An import of more completions than this is recorded, and taken back, in a thread of its own. */
export const largeImport = 5_000;

async function isLarge(deps: Pick<Deps, "db">, payload: unknown): Promise<boolean> {
  const row = await findImport(deps.db.read, (payload as { importId: string }).importId);
  const { counts = {} } = JSON.parse(row?.summary ?? "{}") as Partial<HistorySummary>;
  return (counts.records ?? 0) > largeImport;
}

/** The completions that a file was found to bring, in the order in which they are recorded, and how many were already. */
async function load(
  deps: Pick<Deps, "db">,
  importId: string,
): Promise<{ readonly facts: HistoryFacts; readonly recorded: number } | null> {
  const db = deps.db.read;
  const row = await findImport(db, importId);
  if (row?.state !== "applying") return null;
  const mapping = JSON.parse(row.mapping) as HistoryMapping;
  const options = JSON.parse(row.options) as HistoryOptions;
  const names = new ModuleNames(await loadModules(db), options, await recallNames(db));
  // After a stop: somebody's completions were recorded all together.
  const done = new Set(await findImportedPeople(db, importId));
  let recorded = 0;
  const facts = new HistoryFacts((JSON.parse(row.summary) as HistorySummary).scale);
  for (let after = 0; ; ) {
    const some = await findRowsOfAfter(db, importId, "records", after, rowsAtOnce);
    for (const { cells, line, person_id: personId } of some) {
      const read = readHistoryRow(JSON.parse(cells) as string[], null, mapping);
      const module = mapping.wholeFile ?? names.of(read.module);
      if (personId === null || module === null || read.on === null) continue;
      if (done.has(personId)) recorded += 1;
      else facts.add(line, personId, module, { ...read, on: read.on });
    }
    await breathe();
    const last = some.at(-1);
    if (!last || some.length < rowsAtOnce) break;
    after = last.line;
  }
  await facts.arrange(db);
  return { facts, recorded };
}

interface Applying {
  readonly importId: string;
  readonly facts: HistoryFacts;
  /** Completions of the file that were recorded before. */
  readonly recorded: number;
  /** People that are recorded since, in order. */
  next: number;
}

/** The job that records files of completions. */
export function applyHistory(deps: Pick<Deps, "db">): JobHandler {
  let current: Applying | null = null;
  return {
    name: applyHistoryName,
    writesInBulk: true,
    isLarge: (payload) => isLarge(deps, payload),
    async prepare({ payload, progress }) {
      const { importId } = payload as { importId: string };
      if (current?.importId === importId && String(current.next) === progress.cursor) return current;
      const loaded = await load(deps, importId);
      current = loaded && { importId, ...loaded, next: 0 };
      return current;
    },
    async step(tx, { payload, progress, at, prepared }) {
      const { importId } = payload as { importId: string };
      const applying = prepared as Applying | null;
      if (!applying) return { done: 0, cursor: null };
      const row = await findImport(tx, importId);
      if (row?.state !== "applying") return { done: 0, cursor: null };
      const { facts: all, next, recorded: before } = applying;
      const { facts, people } = all.slice(next, completionsAtOnce);
      const rows = await sorted(tx, facts);
      const fresh = rows.filter(({ action }) => action === "records").map(({ fact }) => fact);
      for (const { fact, action } of rows) {
        if (action === "records") continue;
        // Another file, or somebody by hand, was faster since it was worked out.
        const { line, personId } = fact;
        await planImportRow(tx, importId, { line, action: "known", personId, plan: null, problems: null });
      }
      if (fresh.length > 0) await recordCompletions(tx, { at, by: row.applied_by }, importId, fresh);
      applying.next += people;
      const done = facts.length + (next === 0 ? before - progress.done : 0);
      const total = before + all.length;
      if (people > 0 && applying.next < all.people) return { done, total, cursor: String(applying.next) };
      current = null;
      const summary = JSON.parse(row.summary) as HistorySummary;
      const recorded = await countImported(tx, importId);
      const set = {
        state: "applied",
        applied_at: instantText(at),
        summary: JSON.stringify({ ...summary, ...(await broughtBy(tx, importId, summary, recorded)) }),
      } as const;
      await advanceImport(tx, importId, ["applying"], set);
      await forgetUnread(tx, at, importId);
      const event = { at: instantText(at), actorId: row.applied_by, action: "imported-history" } as const;
      await insertAuditEvent(tx, { ...event, subjectId: null, detail: { import: importId, completions: recorded } });
      return { done, total, cursor: null };
    },
  };
}

/** The figures of a file once it is applied: what was on record by then is no longer what it brings. */
async function broughtBy(
  tx: Parameters<JobHandler["step"]>[0],
  importId: string,
  { counts, people }: HistorySummary,
  recorded: number,
): Promise<Pick<HistorySummary, "recorded" | "counts" | "people">> {
  const known = (counts.records ?? 0) - recorded;
  if (known === 0) return { recorded, counts, people };
  return {
    recorded,
    counts: { ...counts, records: recorded, known: (counts.known ?? 0) + known },
    people: (await findImportedPeople(tx, importId)).length,
  };
}

async function countImported(tx: Parameters<JobHandler["step"]>[0], importId: string): Promise<number> {
  const row = await tx
    .selectFrom("completion")
    .select((eb) => eb.fn.countAll().as("n"))
    .where("import_id", "=", importId)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

export const takeBackHistoryName = "take-back-history";

export function takeBackHistoryKey(importId: string): string {
  return `${takeBackHistoryName} ${importId}`;
}

const peopleAtOnce = 8;

/** The job that takes files of completions back. */
export function takeBackHistory(deps: Pick<Deps, "db">): JobHandler {
  let current: { readonly importId: string; readonly people: readonly string[] } | null = null;
  return {
    name: takeBackHistoryName,
    writesInBulk: true,
    isLarge: (payload) => isLarge(deps, payload),
    async prepare({ payload }) {
      const { importId } = payload as { importId: string };
      if (current?.importId !== importId) {
        current = { importId, people: await findImportedPeople(deps.db.read, importId) };
      }
      return current.people;
    },
    async step(tx, { payload, progress, at, prepared }) {
      const { importId } = payload as { importId: string };
      const people = prepared as readonly string[];
      const row = await findImport(tx, importId);
      if (row?.state !== "taking-back") return { done: 0, cursor: null };
      const some = people.filter((id) => id > progress.cursor).slice(0, peopleAtOnce);
      const recording = { at, by: row.taken_back_by };
      await withdrawImported(tx, recording, importId, some, row.taken_back_why ?? "");
      const last = some.at(-1);
      if (last !== undefined && some.length === peopleAtOnce) {
        return { done: some.length, total: people.length, cursor: last };
      }
      current = null;
      await advanceImport(tx, importId, ["taking-back"], { state: "taken-back", taken_back_at: instantText(at) });
      const event = { at: instantText(at), actorId: row.taken_back_by, action: "took-back-history" } as const;
      await insertAuditEvent(tx, { ...event, subjectId: null, detail: { import: importId } });
      return { done: some.length, total: people.length, cursor: null };
    },
  };
}
