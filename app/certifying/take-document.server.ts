/** The file of a certificate: found to be a document by its content, or refused and forgotten. */
import { createHash } from "node:crypto";
import { DomainError } from "#app/domain/errors";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { namedAs, readDocument } from "#app/platform/file-content";
import type { ReceivedFile } from "#app/platform/file-keeper";
import { isMadeId, newId } from "#app/platform/ids";
import type { Received } from "#app/platform/receive-file";
import { storedFile } from "#app/platform/stored-file";
import type { SignedIn } from "#db/queries/people";
import {
  deleteStoredFile,
  findStoredFile,
  findUnusedDocuments,
  finishStoredFile,
  insertPiece,
  insertStoredFile,
  isFileUsed,
  pieceBytes,
  renameStoredFile,
} from "#db/queries/stored-files";
import type { FileFault, KeptFile } from "./evidence-form";

export interface TakenDocument {
  readonly file: KeptFile | null;
  readonly faults: readonly FileFault[];
}

function refused(code: FileFault["code"]): TakenDocument {
  return { file: null, faults: [{ field: "file", code }] };
}

/**
 * What a form brought as its file, or brought an earlier time when it was not taken for another reason.
 *
 * @throws DomainError invalid for what is no form, or ends in the middle
 */
export async function takeDocument(
  deps: Pick<Deps, "db" | "clock">,
  actor: SignedIn,
  received: Received,
  options: { readonly isNeeded: boolean },
): Promise<TakenDocument> {
  if ("file" in received) return await checked(deps, actor, received.file);
  switch (received.problem) {
    case "cut-off":
      throw new DomainError("invalid", "The form did not come whole");
    case "too-large":
    case "empty":
      return refused(received.problem);
    case "no-file": {
      const kept = await keptFile(deps, actor, received.fields.get("fileId") ?? "");
      if (kept) return { file: kept, faults: [] };
      return options.isNeeded ? refused("missing") : { file: null, faults: [] };
    }
  }
}

async function keptFile(deps: Pick<Deps, "db">, actor: SignedIn, id: string): Promise<KeptFile | null> {
  const file = isMadeId(id) ? await findStoredFile(deps.db.read, id) : undefined;
  // Only what its sender has sent, and only once.
  if (file?.created_by !== actor.personId || file.hash === "") return null;
  return (await isFileUsed(deps.db.read, id)) ? null : { id, name: file.name };
}

async function checked(
  deps: Pick<Deps, "db" | "clock">,
  actor: SignedIn,
  received: ReceivedFile,
): Promise<TakenDocument> {
  const at = deps.clock.now();
  const source = await storedFile(deps.db.read, received.id);
  const pieces: Uint8Array[] = [];
  for await (const piece of source?.read(0, received.bytes) ?? []) pieces.push(piece);
  const document = readDocument(Buffer.concat(pieces));
  const name = document.ok ? namedAs(received.name, document.type) : received.name;
  if (document.ok && document.content.length === received.bytes) {
    if (name !== received.name) {
      await deps.db.write.transaction().execute((tx) => renameStoredFile(tx, received.id, name));
    }
    return { file: { id: received.id, name }, faults: [] };
  }
  await deps.db.write.transaction().execute((tx) => deleteStoredFile(tx, received.id));
  if (!document.ok) return refused(document.why);
  // What hangs on behind the document's end is not kept.
  const { content, type } = document;
  const id = newId(at);
  await deps.db.write.transaction().execute(async (tx) => {
    const created = { created_at: instantText(at), created_by: actor.personId };
    await insertStoredFile(tx, { id, name, ...created });
    for (let position = 0; position * pieceBytes < content.length; position += 1) {
      await insertPiece(tx, id, position, content.subarray(position * pieceBytes, (position + 1) * pieceBytes));
    }
    const hash = createHash("sha256").update(content).digest("hex");
    await finishStoredFile(tx, id, { type, bytes: content.length, hash });
  });
  return { file: { id, name }, faults: [] };
}

const dayMs = 24 * 60 * 60 * 1000;

/** Forgets documents of forms that were never sent to their end; gives how many. A chore of the runner. */
export async function forgetUnusedDocuments(deps: Pick<Deps, "db">, at: Date): Promise<number> {
  const ago = (days: number) => instantText(new Date(at.getTime() - days * dayMs));
  // Further back there is nothing left: the chore is done every minute that the product runs.
  const unused = await findUnusedDocuments(deps.db.read, ago(30), ago(1), 10);
  for (const id of unused) await deps.db.write.transaction().execute((tx) => deleteStoredFile(tx, id));
  return unused.length;
}
