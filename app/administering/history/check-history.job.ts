/** Works out what a file of completions would do, and what day one will show, without doing any of it. */
import { previewCompletions } from "#app/ledger/preview";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { JobHandler } from "#app/work/queue";
import type { Reader, Writer } from "#db/connect";
import { findCompletedBy } from "#db/queries/history-imports";
import { advanceImport, findImport, planImportRow } from "#db/queries/imports";
import { DayOneCount } from "./day-one";
import type { LinedCompletion } from "./history-facts.server";
import type { HistoryAction, HistoryOptions, HistorySummary } from "./history-options";
import type { HistoryMapping } from "./history-row";
import { type ReadHistory, readHistory } from "./read-history.server";
import { OnRecord } from "./same-fact";

export const checkHistoryName = "check-history";

/** A checking is done anew each time that something is decided, under an id of its own. */
export function checkHistoryKey(importId: string, id: string): string {
  return `${checkHistoryName} ${importId} ${id}`;
}

/** So many rows are worked out, and written, in a step: about 20 ms of the write lock. */
const rowsAtOnce = 200;

interface Checking {
  readonly read: ReadHistory;
  readonly counts: Partial<Record<HistoryAction, number>>;
  readonly dayOne: DayOneCount;
  readonly people: Set<string>;
  readonly modules: Set<string>;
  /** Rows of which none comes that are written, and people that are. */
  others: number;
  next: number;
  done: number;
}

interface Planned {
  readonly checking: Checking;
  readonly rows: readonly {
    readonly line: number;
    readonly action: HistoryAction;
    readonly personId: string | null;
    readonly problems: string | null;
  }[];
  readonly people: number;
}

async function begin(deps: Pick<Deps, "db" | "clock">, importId: string): Promise<Checking | null> {
  const db = deps.db.read;
  const row = await findImport(db, importId);
  if (row?.state !== "checking") return null;
  const mapping = JSON.parse(row.mapping) as HistoryMapping;
  const options = JSON.parse(row.options) as HistoryOptions;
  const read = await readHistory(deps, db, importId, mapping, options);
  await read.facts.arrange(db);
  return {
    read,
    counts: {},
    dayOne: new DayOneCount(),
    people: new Set(),
    modules: new Set(),
    others: 0,
    next: 0,
    done: 0,
  };
}

/** Which of some completions of whole people are new, and what each is otherwise. */
export async function sorted(
  db: Reader,
  facts: readonly LinedCompletion[],
): Promise<{ readonly fact: LinedCompletion; readonly action: "records" | "known" | "twice" }[]> {
  const known = new OnRecord();
  for (const row of await findCompletedBy(db, [...new Set(facts.map(({ personId }) => personId))])) {
    const { person_id: personId, module_id: moduleId, completed_on: on, expires_on: expires } = row;
    known.note({ personId, moduleId, on, expires });
  }
  const own = new OnRecord();
  return facts.map((fact) => {
    if (known.has(fact)) return { fact, action: "known" };
    if (own.has(fact)) return { fact, action: "twice" };
    own.note(fact);
    return { fact, action: "records" };
  });
}

/** The next rows: first those of which nothing comes, then whole people. */
async function plan(deps: Pick<Deps, "db" | "clock">, checking: Checking): Promise<Planned> {
  const { read } = checking;
  const others = read.others.slice(checking.others, checking.others + rowsAtOnce);
  if (others.length > 0) {
    const rows = others.map(({ line, action, personId, problems }) => ({
      line,
      action,
      personId,
      problems: problems.length === 0 ? null : JSON.stringify(problems),
    }));
    return { checking, rows, people: 0 };
  }
  const { facts, people } = read.facts.slice(checking.next, rowsAtOnce);
  const rows = await sorted(deps.db.read, facts);
  const fresh = rows.filter(({ action }) => action === "records").map(({ fact }) => fact);
  const wanted = new Map<string, { personId: string; moduleId: string; completions: LinedCompletion[] }>();
  for (const fact of fresh) {
    const key = `${fact.personId}\n${fact.moduleId}`;
    const known = wanted.get(key);
    if (known) known.completions.push(fact);
    else wanted.set(key, { personId: fact.personId, moduleId: fact.moduleId, completions: [fact] });
    checking.people.add(fact.personId);
    checking.modules.add(fact.moduleId);
  }
  const previews = await previewCompletions(
    deps.db.read,
    [...wanted.values()].map(({ completions, ...key }) => ({
      ...key,
      completions: completions.map(({ on, score, expires }) => ({ on, kind: "imported", revision: 0, score, expires })),
    })),
    deps.clock.now(),
  );
  for (const preview of previews) checking.dayOne.add(preview);
  return {
    checking,
    rows: rows.map(({ fact, action }) => ({ line: fact.line, action, personId: fact.personId, problems: null })),
    people,
  };
}

async function write(tx: Writer, importId: string, { checking, rows, people }: Planned): Promise<void> {
  for (const { line, action, personId, problems } of rows) {
    await planImportRow(tx, importId, { line, action, personId, plan: null, problems });
    checking.counts[action] = (checking.counts[action] ?? 0) + 1;
  }
  if (people > 0) checking.next += people;
  else checking.others += rows.length;
  checking.done += rows.length;
}

function summaryOf({ read, counts, dayOne, people, modules }: Checking): HistorySummary {
  return {
    rows: read.rows,
    counts,
    people: people.size,
    modules: modules.size,
    names: read.names.list(),
    scale: read.facts.scale,
    first: read.first,
    last: read.last,
    dayOne: dayOne.figures,
  };
}

/** The job that works out files of completions. */
export function checkHistory(deps: Pick<Deps, "db" | "clock">): JobHandler {
  let current: { readonly importId: string; readonly checking: Checking } | null = null;
  return {
    name: checkHistoryName,
    async prepare({ payload, progress }) {
      const { importId } = payload as { importId: string };
      if (current?.importId !== importId || String(current.checking.done) !== progress.cursor) {
        current = null;
        const checking = await begin(deps, importId);
        if (!checking) return null;
        current = { importId, checking };
      }
      return await plan(deps, current.checking);
    },
    async step(tx, { payload, progress, at, prepared }) {
      const { importId } = payload as { importId: string };
      const planned = prepared as Planned | null;
      if (!planned) return { done: 0, cursor: null };
      await write(tx, importId, planned);
      const { checking } = planned;
      const total = checking.read.rows;
      const done = checking.done - progress.done;
      if (checking.done < total) return { done, total, cursor: String(checking.done) };
      current = null;
      const set = {
        state: "ready",
        summary: JSON.stringify(summaryOf(checking)),
        checked_at: instantText(at),
      } as const;
      await advanceImport(tx, importId, ["checking"], set);
      return { done, total, cursor: null };
    },
  };
}
