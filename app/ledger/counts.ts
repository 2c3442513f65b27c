/** Changes of the counts, gathered over a batch and written once: what many rows change together is one update. */
import type { Writer } from "#db/connect";
import { addToCompletionCount, addToDueCount, addToStandingCount } from "#db/queries/derived";
import type { Row } from "#db/schema";

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

/** Which task a due date of this standing is for; null: it is in no count of what falls due. */
export function dueTask(row: Pick<Row<"standing">, "state" | "task" | "due_on" | "voluntary">): string | null {
  if (row.voluntary === 1 || row.due_on === null) return null;
  switch (row.state) {
    case "current":
    case "refresher-open":
    case "refresher-overdue":
      return "refresher";
    case "assigned":
    case "overdue":
      return "module";
    case "lapsed":
      return row.task;
    default:
      return null;
  }
}

export class CountChanges {
  readonly #ancestors: Ancestors;
  readonly #standing = new Map<string, number>();
  readonly #due = new Map<string, number>();
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
    if (span.voluntary === 1 || span.state === "not-required") return;
    for (const department of this.#above(span.department_id)) {
      const key = `${department}\n${span.module_id}\n${span.state}\n`;
      this.#add(this.#standing, key + span.from_on, sign);
      if (span.to_on !== null) this.#add(this.#standing, key + span.to_on, -sign);
    }
  }

  /** A standing's due date counts, or no longer counts. */
  due(
    row: Pick<Row<"standing">, "department_id" | "module_id" | "state" | "task" | "due_on" | "voluntary">,
    sign: 1 | -1,
  ): void {
    const task = dueTask(row);
    if (task === null) return;
    for (const department of this.#above(row.department_id)) {
      this.#add(this.#due, `${department}\n${row.module_id}\n${task}\n${row.due_on}`, sign);
    }
  }

  /** A completion in a month (`YYYY-MM`) counts, or no longer counts. */
  completion(departmentId: string, moduleId: string, month: string, sign: 1 | -1): void {
    for (const department of this.#above(departmentId)) {
      this.#add(this.#completions, `${department}\n${moduleId}\n${month}`, sign);
    }
  }

  /** Writes what has changed. */
  async write(tx: Writer): Promise<void> {
    for (const [key, delta] of this.#standing) {
      if (delta === 0) continue;
      const [department = "", module = "", state = "", on = ""] = key.split("\n");
      await addToStandingCount(tx, department, module, state, on, delta);
    }
    for (const [key, delta] of this.#due) {
      if (delta === 0) continue;
      const [department = "", module = "", task = "", on = ""] = key.split("\n");
      await addToDueCount(tx, department, module, task, on, delta);
    }
    for (const [key, delta] of this.#completions) {
      if (delta === 0) continue;
      const [department = "", module = "", month = ""] = key.split("\n");
      await addToCompletionCount(tx, department, module, month, delta);
    }
    this.#standing.clear();
    this.#due.clear();
    this.#completions.clear();
  }
}
