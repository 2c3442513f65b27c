/** What is remembered of modules, held against how often they come back. */
import { addPeriod, type CivilDate, daysBetween } from "#app/domain/calendar";
import type { Policy } from "#app/domain/policy";
import { judgeRetention, type RetentionSums, retentionCurve } from "#app/domain/retention";
import type { Reader } from "#db/connect";
import { findRetention } from "#db/queries/insights";
import type { ModuleMemory } from "./insights-view";

/** A module as far as its coming back is concerned. */
export interface ReturningModule {
  readonly id: string;
  readonly title: string;
  readonly policy: Policy;
}

/** Days between two completions by a policy; null: none. */
function daysOf({ refresh }: Policy, today: CivilDate): number | null {
  if (!refresh) return null;
  if (refresh.anchor === "calendar") return Math.round(365 / refresh.on.length);
  return daysBetween(today, addPeriod(today, refresh.every));
}

/** How the modules were remembered in the months from `from` (`YYYY-MM`) on, in the order given. */
export async function readMemory(
  db: Reader,
  modules: readonly ReturningModule[],
  from: string,
  today: CivilDate,
): Promise<ModuleMemory[]> {
  const rows = await findRetention(
    db,
    modules.map(({ id }) => id),
    from,
  );
  return modules.map(({ id, title, policy }) => {
    const sums: RetentionSums[] = rows
      .filter((row) => row.module_id === id)
      .map((row) => ({
        span: row.span,
        refreshers: row.refreshers,
        answers: row.answers,
        right: row.right_answers,
        days: row.days,
      }));
    const everyDays = daysOf(policy, today);
    const points = retentionCurve(sums);
    const { refresh } = policy;
    return {
      module: { id, title },
      every: refresh && refresh.anchor !== "calendar" ? refresh.every : null,
      fixedDays: refresh?.anchor === "calendar",
      everyDays,
      answers: sums.reduce((sum, { answers }) => sum + answers, 0),
      points,
      verdict: judgeRetention(points, everyDays),
    };
  });
}

/** Whether a module is forgotten before it comes back. */
export function isForgotten({ verdict }: ModuleMemory): boolean {
  return verdict.kind === "falls" && !verdict.inTime;
}

const order = ["falls", "unsure", "too-early", "holds", "too-few"] as const;

/** Modules that are forgotten first, then those of which least is known to be well. */
export function inOrderOfMemory(memory: readonly ModuleMemory[]): ModuleMemory[] {
  const rank = (one: ModuleMemory) => (isForgotten(one) ? -1 : order.indexOf(one.verdict.kind));
  return [...memory].sort((a, b) => rank(a) - rank(b) || b.answers - a.answers);
}
