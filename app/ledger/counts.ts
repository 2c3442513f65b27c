/** Changes of the counts, gathered over a batch and written once: what many rows change together is one update. */
import type { Writer } from "#db/connect";
import { addToCompletionCounts, addToDueCounts, addToLoadCounts, addToStandingCount } from "#db/queries/derived";
import { allModules, type CountVector, countedStates, placeOfState } from "#db/queries/state-columns";
import type { CompletionKind, LoadKind, Row } from "#db/schema";

/** For each department, itself and all above it. */
export type Ancestors = ReadonlyMap<string, readonly string[]>;

/** Reads the tree's closure. */
export async function loadAncestors(tx: Writer): Promise<Ancestors> {
  const rows = await tx
    .selectFrom("department_ancestor")
    .select(["department_id", "ancestor_id"])
    .orderBy("depth")
    .execute();
  const ancestors = new Map<string, string[]>();
  for (const row of rows) {
    const list = ancestors.get(row.department_id);
    if (list) list.push(row.ancestor_id);
    else ancestors.set(row.department_id, [row.ancestor_id]);
  }
  return ancestors;
}

type Dated = Pick<Row<"standing">, "department_id" | "module_id" | "state" | "due_on" | "voluntary">;

/** What falls due by a standing; null: nothing, or nothing any more. */
function loadKind({ state }: Dated): LoadKind | null {
  if (state === "assigned") return "module";
  return state === "refresher-open" || state === "current" ? "refresher" : null;
}

/** Whether a standing with a due date can be dealt with now, and in time. */
function isToDo({ state }: Dated): boolean {
  return state === "assigned" || state === "refresher-open";
}

/** The changes of one day's counts, by state. */
class StateChanges {
  readonly #byKey = new Map<string, number[]>();

  add(key: string, place: number, delta: number): void {
    let deltas = this.#byKey.get(key);
    if (!deltas) {
      deltas = Array<number>(countedStates.length).fill(0);
      this.#byKey.set(key, deltas);
    }
    deltas[place] = (deltas[place] ?? 0) + delta;
  }

  *[Symbol.iterator](): IterableIterator<readonly [string, CountVector]> {
    for (const entry of this.#byKey) if (entry[1].some((delta) => delta !== 0)) yield entry;
  }

  clear(): void {
    this.#byKey.clear();
  }
}

/** The counts that changed, as rows. */
function changed<Count>(
  changes: ReadonlyMap<string, number>,
  row: (n: number, first: string, second: string, third: string, fourth: string) => Count,
): Count[] {
  const rows: Count[] = [];
  for (const [key, n] of changes) {
    if (n === 0) continue;
    const [first = "", second = "", third = "", fourth = ""] = key.split("\n");
    rows.push(row(n, first, second, third, fourth));
  }
  return rows;
}

export class CountChanges {
  readonly #ancestors: Ancestors;
  readonly #standing = new StateChanges();
  readonly #due = new Map<string, number>();
  readonly #load = new Map<string, number>();
  readonly #completions = new Map<string, number>();

  constructor(ancestors: Ancestors) {
    this.#ancestors = ancestors;
  }

  #add(changes: Map<string, number>, key: string, delta: number): void {
    changes.set(key, (changes.get(key) ?? 0) + delta);
  }

  #above(departmentId: string): readonly string[] {
    return this.#ancestors.get(departmentId) ?? [departmentId];
  }

  /** A span counts (or, with `sign` -1, no longer counts) from its first day to its last. */
  span(
    span: Pick<Row<"standing_span">, "department_id" | "module_id" | "state" | "from_on" | "to_on" | "voluntary">,
    sign: 1 | -1,
  ): void {
    const place = placeOfState(span.state);
    if (span.voluntary === 1 || place === undefined) return;
    for (const department of this.#above(span.department_id)) {
      for (const module of [span.module_id, allModules]) {
        const key = `${department}\n${module}\n`;
        this.#standing.add(key + span.from_on, place, sign);
        if (span.to_on !== null) this.#standing.add(key + span.to_on, place, -sign);
      }
    }
  }

  /** A standing's due date counts, or no longer counts. What is late has fallen due. */
  due(row: Dated, sign: 1 | -1): void {
    const kind = loadKind(row);
    if (row.voluntary === 1 || row.due_on === null || kind === null) return;
    for (const department of this.#above(row.department_id)) {
      if (isToDo(row)) this.#add(this.#due, `${department}\n${row.due_on}`, sign);
      this.#add(this.#load, `${department}\n${row.module_id}\n${kind}\n${row.due_on.slice(0, 7)}`, sign);
    }
  }

  /** A completion in a month (`YYYY-MM`) counts, or no longer counts. */
  completion(departmentId: string, moduleId: string, kind: CompletionKind, month: string, sign: 1 | -1): void {
    for (const department of this.#above(departmentId)) {
      this.#add(this.#completions, `${department}\n${moduleId}\n${kind}\n${month}`, sign);
    }
  }

  /** Writes what has changed. */
  async write(tx: Writer): Promise<void> {
    for (const [key, deltas] of this.#standing) {
      const [department = "", module = "", on = ""] = key.split("\n");
      await addToStandingCount(tx, department, module, on, deltas);
    }
    await addToDueCounts(
      tx,
      changed(this.#due, (n, department_id, due_on) => ({ department_id, due_on, n })),
    );
    await addToLoadCounts(
      tx,
      changed(this.#load, (n, department_id, module_id, kind, month) => ({
        department_id,
        module_id,
        kind: kind as LoadKind,
        month,
        n,
      })),
    );
    await addToCompletionCounts(
      tx,
      changed(this.#completions, (n, department_id, module_id, kind, month) => ({
        department_id,
        module_id,
        kind: kind as CompletionKind,
        month,
        n,
      })),
    );
    this.#standing.clear();
    this.#due.clear();
    this.#load.clear();
    this.#completions.clear();
  }
}
