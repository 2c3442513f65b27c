/** Completions by month, in the department (and all above it) where somebody belonged on the day. */
import type { CivilDate } from "#app/domain/calendar";
import type { Writer } from "#db/connect";
import { CountChanges, loadAncestors } from "./counts";
import { departmentBy, gather } from "./gather";

export interface CountedCompletion {
  readonly personId: string;
  readonly moduleId: string;
  readonly on: CivilDate;
}

/** Counts completions, or (with `sign` -1) counts them no longer. */
export async function countCompletions(
  tx: Writer,
  completions: readonly CountedCompletion[],
  sign: 1 | -1,
): Promise<void> {
  if (completions.length === 0) return;
  const gathered = await gather(tx, completions);
  const counts = new CountChanges(await loadAncestors(tx));
  for (const completion of completions) {
    const department = departmentBy(gathered.person(completion.personId), completion.on);
    if (department !== null) counts.completion(department, completion.moduleId, completion.on.slice(0, 7), sign);
  }
  await counts.write(tx);
}

/** The completions of some people that are in force. */
export async function completionsOf(tx: Writer, people: readonly string[]): Promise<CountedCompletion[]> {
  const rows = await tx
    .selectFrom("completion")
    .select(["person_id", "module_id", "completed_on"])
    .where("person_id", "in", people)
    .where("withdrawn_at", "is", null)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    moduleId: row.module_id,
    on: row.completed_on as CivilDate,
  }));
}
