/** What taking an import of people back would do, before it is done. */
import type { Reader } from "#db/connect";
import { countApplied, countTrainedSince, findImportChanges, findOwners } from "#db/queries/imports";
import type { Row } from "#db/schema";
import type { UndoView } from "./people-import-view";

const changesAtOnce = 1000;

/** How many changes of employments and memberships would be kept, and how many places were made. */
async function keptOf(db: Reader, importId: string): Promise<{ kept: number; places: number }> {
  let kept = 0;
  let places = 0;
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = await findImportChanges(db, importId, before, changesAtOnce);
    for (const target of ["employment", "membership"] as const) {
      const own = rows.filter((row) => row.target === target);
      const now = await findOwners(
        db,
        target,
        own.map((row) => row.row_id),
      );
      for (const row of own) {
        const stands = now.get(row.row_id);
        const after = JSON.parse(row.after ?? "{}") as { to_on?: string | null; withdrawn_at?: string | null };
        const isStill =
          row.change === "inserted"
            ? stands?.withdrawn === null
            : (after.to_on === undefined || after.to_on === stands?.to) &&
              (after.withdrawn_at === undefined || after.withdrawn_at === stands?.withdrawn);
        if (!isStill) kept += 1;
      }
    }
    places += rows.filter((row) => ["department", "site", "entity"].includes(row.target)).length;
    const last = rows.at(-1);
    if (!last || rows.length < changesAtOnce) return { kept, places };
    before = last.position;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The effect of taking it back. */
export async function readUndo(db: Reader, row: Row<"import">): Promise<UndoView> {
  const applied = await countApplied(db, row.id);
  const of = (...actions: string[]) => actions.reduce((sum, action) => sum + (applied.get(action) ?? 0), 0);
  return {
    leave: of("joins", "rehires"),
    back: of("leaves"),
    move: of("moves"),
    change: of("changes"),
    training: await countTrainedSince(db, row.id, row.applied_at ?? row.created_at),
    ...(await keptOf(db, row.id)),
  };
}
