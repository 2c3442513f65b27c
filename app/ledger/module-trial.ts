/** What a new revision or another policy of a module would do: worked out by the same rules, and nothing is written. */
import { type CivilDate, compareDates, type Period } from "#app/domain/calendar";
import type { Change } from "#app/domain/facts";
import type { Policy } from "#app/domain/policy";
import { isLate, type Standing, standing } from "#app/domain/standing";
import type { Reader } from "#db/connect";
import { findHoldersAfter } from "#db/queries/standings";
import type { ModuleFacts } from "./assemble";
import { type Gathered, gather } from "./gather";
import { asked } from "./project";
import { todayOf } from "./refresh";

/** What would change. */
export type ModuleChange =
  | { readonly kind: "revision"; readonly change: Change; readonly within: Period | null; readonly number: number }
  | { readonly kind: "policy"; readonly policy: Policy };

/** What it would do to the people of one department. */
export interface TriedCount {
  /** Of whom something would be asked that is not asked now, by what is asked. */
  module: number;
  refresher: number;
  /** Whose date would come forward. */
  earlier: number;
  /** Whose date would move back, or of whom nothing would be asked any more. */
  later: number;
  /** Who would be late and is not. */
  late: number;
  /** Who is on leave: they are asked when they return. */
  onLeave: number;
}

export interface ModuleTrial {
  /** The day on which it would take effect. */
  readonly on: CivilDate;
  /** People who hold the module now. */
  readonly holders: number;
  /** The last day that would be given to anybody of whom something is newly asked. */
  readonly by: CivilDate | null;
  readonly departments: ReadonlyMap<string, TriedCount>;
}

/** So many are judged before whoever else waits for this process has a turn. */
const atOnce = 256;

function noCount(): TriedCount {
  return { module: 0, refresher: 0, earlier: 0, later: 0, late: 0, onLeave: 0 };
}

function changed(facts: ModuleFacts, change: ModuleChange, on: CivilDate): ModuleFacts {
  if (change.kind === "policy") return { ...facts, policies: [...facts.policies, { on, policy: change.policy }] };
  const { number, within } = change;
  return { ...facts, revisions: [...facts.revisions, { number, on, change: change.change, within }] };
}

function note(count: TriedCount, before: Standing, after: Standing): boolean {
  if (before.state === "on-leave") {
    count.onLeave += 1;
    return false;
  }
  if (isLate(after.state) && !isLate(before.state)) count.late += 1;
  const isAsked = after.task !== "none" && before.task === "none";
  if (after.task !== "none" && isAsked) count[after.task] += 1;
  const [was, is] = [before.dueOn, after.dueOn];
  if (was !== null && is !== null && compareDates(is, was) < 0) count.earlier += 1;
  if (was !== null && (is === null || compareDates(is, was) > 0)) count.later += 1;
  return isAsked;
}

/**
 * What a change of a module would do to everybody who holds it.
 *
 * @param at the present instant
 * @param from the day on which it would take effect, if that is later
 */
export async function tryModuleChange(
  db: Reader,
  moduleId: string,
  change: ModuleChange,
  at: Date,
  from: CivilDate | null = null,
): Promise<ModuleTrial> {
  const departments = new Map<string, TriedCount>();
  let holders = 0;
  let by: CivilDate | null = null;
  let day: CivilDate | null = from;
  for (let cursor = ""; ; ) {
    const rows = await findHoldersAfter(db, moduleId, cursor, atOnce);
    if (rows.length > 0) {
      const gathered = await gather(
        db,
        rows.map((row) => ({ personId: row.person_id, moduleId })),
      );
      for (const row of rows) {
        const key = { personId: row.person_id, moduleId };
        const today = todayOf(gathered, row.person_id, at);
        const on = from !== null && compareDates(from, today) > 0 ? from : today;
        day ??= on;
        const facts = changed(gathered.module(moduleId), change, on);
        const augmented: Gathered = { ...gathered, module: () => facts };
        const [before, after] = [gathered, augmented].map((known) => {
          const question = asked(key, known, on);
          return question && standing(question.policy, question.facts, on, question.options);
        });
        if (!before || !after) continue;
        holders += 1;
        const count = departments.get(row.department_id) ?? noCount();
        departments.set(row.department_id, count);
        if (note(count, before, after) && after.dueOn !== null && (by === null || compareDates(after.dueOn, by) > 0)) {
          by = after.dueOn;
        }
      }
    }
    await new Promise((resolve) => setImmediate(resolve));
    if (rows.length < atOnce) break;
    cursor = rows.at(-1)?.person_id ?? cursor;
  }
  return { on: day ?? (at.toISOString().slice(0, 10) as CivilDate), holders, by, departments };
}
