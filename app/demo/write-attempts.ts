/** Writes a day's attempts with their answers, and how far lessons were read. */
import type { Writer } from "#db/connect";
import { repeated } from "#db/queries/repeated";
import type { DayWork } from "./take-attempt";

export async function writeAttempts(tx: Writer, work: DayWork): Promise<void> {
  for (const row of work.attempts) {
    await repeated(tx, "demoAttempt", () => tx.insertInto("attempt").values(row), Object.values(row));
  }
  for (const row of work.answers) {
    await repeated(tx, "demoAnswer", () => tx.insertInto("answer").values(row), Object.values(row));
  }
  for (const row of work.readings) {
    await tx
      .insertInto("reading")
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(["person_id", "module_id", "lesson"])
          .doUpdateSet({ revision: row.revision, furthest: row.furthest, updated_at: row.updated_at }),
      )
      .execute();
  }
}
