import { type Action, type Actor, company, mustBeAble } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { ReceivedFile } from "#app/platform/file-keeper";
import { newId } from "#app/platform/ids";
import { enqueue } from "#app/work/queue";
import { insertAuditEvent } from "#db/queries/audit";
import { findImport, findOpenImportOf, insertImport } from "#db/queries/imports";
import { deleteStoredFile } from "#db/queries/stored-files";
import type { ImportKind } from "#db/schema";
import { readImportKey, readImportName } from "./read-import.job";

/** What somebody must be able to do to bring a file of a kind. */
export const importActions: Record<ImportKind, Action> = { people: "manage-people", history: "import-history" };

/** Which import a file is on; `isKnown` where the same content is on its way in already. */
export interface BegunImport {
  readonly id: string;
  readonly isKnown: boolean;
}

/**
 * Begins an import of a file that has come: it is read as a job. The same content brought twice, while the first is
 * still under way, is one import.
 *
 * @throws DomainError forbidden
 */
export async function beginImport(
  deps: Pick<Deps, "db" | "clock" | "wake">,
  actor: Actor,
  kind: ImportKind,
  file: ReceivedFile,
): Promise<BegunImport> {
  mustBeAble(actor, importActions[kind], company);
  const begun = await deps.db.write.transaction().execute(async (tx) => {
    const open = await findOpenImportOf(tx, kind, file.hash);
    if (open !== undefined) {
      await deleteStoredFile(tx, file.id);
      return { id: open, isKnown: true };
    }
    const now = deps.clock.now();
    const at = instantText(now);
    const id = newId(now);
    await insertImport(tx, { id, kind, file_id: file.id, created_at: at, created_by: actor.personId });
    await enqueue(tx, now, { key: readImportKey(id), name: readImportName, payload: { importId: id } });
    const detail = { import: id, kind, bytes: file.bytes };
    await insertAuditEvent(tx, { at, actorId: actor.personId, action: "began-import", subjectId: null, detail });
    return { id, isKnown: false };
  });
  deps.wake();
  return begun;
}

/** Of which kind an import is; undefined when there is none of this id. */
export async function kindOfImport(deps: Pick<Deps, "db">, id: string): Promise<ImportKind | undefined> {
  return (await findImport(deps.db.read, id))?.kind;
}
