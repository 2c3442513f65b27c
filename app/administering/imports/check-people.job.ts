/** Works out what a file of people would do, without doing any of it. */
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import type { JobHandler } from "#app/work/queue";
import { advanceImport, findImport, findRowsAfter, planImportRow, resetImportRows } from "#db/queries/imports";
import { companyFingerprint, loadCompany } from "./known-company.server";
import type { CurrentPerson } from "./people-changes";
import type { PeopleOptions, PeopleSummary } from "./people-options";
import { type PeopleMapping, type PersonRow, readPersonRow } from "./people-row";
import { PeoplePlanner, type PlannedRow } from "./plan-people";
import type { TableRow } from "./table-form";
import { Asking } from "./what-is-asked.server";

export const checkPeopleName = "check-people";

/** A checking is done anew each time that something is decided. */
export function checkPeopleKey(importId: string, at: string): string {
  return `${checkPeopleName} ${importId} ${at}`;
}

/** What is kept of a planned row until it is applied. */
export interface StoredPlan {
  readonly wanted: PlannedRow["wanted"];
  /** Module ids. */
  readonly asks: readonly string[];
}

const rowsAtOnce = 400;

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What is worked out of one file, kept while its rows are written. */
interface Checking {
  readonly planned: readonly PlannedRow[];
  readonly people: ReadonlyMap<string, CurrentPerson>;
  readonly asking: Asking;
  readonly summary: Omit<PeopleSummary, "asked">;
  readonly asked: { people: number; tasks: number; minutes: number; modules: Map<string, number> };
  place: number;
}

async function work(deps: Pick<Deps, "db" | "clock">, importId: string): Promise<Checking | null> {
  const db = deps.db.read;
  const row = await findImport(db, importId);
  if (row?.state !== "checking") return null;
  // Taken first: whatever changes while this is worked out is noticed.
  const fingerprint = await companyFingerprint(db);
  const mapping = JSON.parse(row.mapping) as PeopleMapping;
  const options = JSON.parse(row.options) as PeopleOptions;
  const rows: PersonRow[] = [];
  for (let after = 0; ; ) {
    const some = await findRowsAfter(db, importId, after, 1000);
    for (const each of some) rows.push(readPersonRow(tableRow(each), mapping));
    await breathe();
    const last = some.at(-1);
    if (!last || some.length < 1000) break;
    after = last.line;
  }
  const at = deps.clock.now();
  const company = await loadCompany(db, options.from, at, breathe);
  const planner = new PeoplePlanner(rows, company, options, mapping.columns, () => newId(at));
  const planned = await planner.plan(breathe);
  const counts: Record<string, number> = {};
  for (const { action } of planned) counts[action] = (counts[action] ?? 0) + 1;
  const from = options.from;
  const employed = company.people.filter((person) =>
    person.employments.some((one) => one.from <= from && (one.to === null || one.to >= from)),
  ).length;
  return {
    planned,
    people: new Map(company.people.map((person) => [person.id, person])),
    asking: await Asking.open(db, options),
    summary: {
      rows: rows.length,
      counts,
      employed,
      unknown: planner.unknown(),
      near: planner.near,
      kept: planner.kept,
      addressesRemoved: planned.filter(({ problems }) => problems.some(({ code }) => code === "email-removed")).length,
      fingerprint,
    },
    asked: { people: 0, tasks: 0, minutes: 0, modules: new Map() },
    place: 0,
  };
}

function tableRow(row: { line: number; cells: string; problems: string | null }): TableRow {
  const faults = JSON.parse(row.problems ?? "[]") as { code: string }[];
  const fault = faults.some(({ code }) => code === "row-short")
    ? "short"
    : faults.some(({ code }) => code === "row-long")
      ? "long"
      : null;
  return { line: row.line, cells: JSON.parse(row.cells) as string[], fault };
}

/** The job that works out files of people. */
export function checkPeople(deps: Pick<Deps, "db" | "clock">): JobHandler {
  let current: { readonly importId: string; readonly checking: Checking } | null = null;

  interface Prepared {
    readonly checking: Checking;
    readonly some: readonly PlannedRow[];
    readonly asks: ReadonlyMap<number, readonly string[]>;
    readonly isFirst: boolean;
  }

  async function prepare(importId: string, cursor: string): Promise<Prepared | null> {
    const goesOn = current?.importId === importId && String(current.checking.place) === cursor;
    if (!goesOn) {
      current = null;
      const checking = await work(deps, importId);
      if (!checking) return null;
      current = { importId, checking };
    }
    const checking = current?.checking;
    if (!checking) return null;
    const some = checking.planned.slice(checking.place, checking.place + rowsAtOnce);
    const asks = await checking.asking.of(deps.db.read, some, checking.people);
    return { checking, some, asks, isFirst: checking.place === 0 };
  }

  return {
    name: checkPeopleName,
    prepare: ({ payload, progress }) => prepare((payload as { importId: string }).importId, progress.cursor),
    async step(tx, { payload, progress, at, prepared }) {
      const { importId } = payload as { importId: string };
      const work = prepared as Prepared | null;
      if (!work) return { done: 0, cursor: null };
      const { checking, some, asks, isFirst } = work;
      if (isFirst) await resetImportRows(tx, importId);
      for (const { line, action, personId, wanted, plan, problems } of some) {
        const own = asks.get(line) ?? [];
        const stored: StoredPlan | null = plan && plan.changes.length > 0 ? { wanted, asks: own } : null;
        await planImportRow(tx, importId, {
          line,
          action,
          personId,
          plan: stored === null ? null : JSON.stringify(stored),
          problems: problems.length === 0 ? null : JSON.stringify(problems),
        });
        if (own.length > 0) checking.asked.people += 1;
        for (const moduleId of own) {
          checking.asked.tasks += 1;
          checking.asked.minutes += checking.asking.minutes.get(moduleId) ?? 0;
          checking.asked.modules.set(moduleId, (checking.asked.modules.get(moduleId) ?? 0) + 1);
        }
      }
      checking.place += some.length;
      const done = checking.place - progress.done;
      const total = checking.planned.length;
      if (checking.place < total) return { done, total, cursor: String(checking.place) };
      current = null;
      const { people, tasks, minutes, modules } = checking.asked;
      const summary: PeopleSummary = {
        ...checking.summary,
        asked: {
          people,
          tasks,
          minutes,
          modules: [...modules].map(([id, n]) => ({ id, people: n })).sort((a, b) => b.people - a.people),
        },
      };
      const set = { state: "ready", summary: JSON.stringify(summary), checked_at: instantText(at) } as const;
      await advanceImport(tx, importId, ["checking"], set);
      return { done, total, cursor: null };
    },
  };
}
