/** Files that people bring, in pieces of one size: a large one is never in memory as a whole. */
import type { Reader } from "../connect";
import type { Row } from "../schema";
import { repeated } from "./repeated";
import { reusable } from "./reusable";

/** Bytes of every piece but the last. */
export const pieceBytes = 262_144;

/** Begins a file: its size and hash are known when all of it has come. */
export async function insertStoredFile(
  db: Reader,
  row: Pick<Row<"stored_file">, "id" | "name" | "created_at" | "created_by">,
): Promise<void> {
  await db
    .insertInto("stored_file")
    .values({ ...row, type: "", bytes: 0, hash: "" })
    .execute();
}

/** Adds a piece: `pieceBytes` long, or the last. */
export async function insertPiece(db: Reader, fileId: string, position: number, bytes: Uint8Array): Promise<void> {
  const row = { file_id: fileId, position, bytes };
  await repeated(db, "insert stored_file_chunk", () => db.insertInto("stored_file_chunk").values(row), [
    fileId,
    position,
    bytes,
  ]);
}

/** Gives a file another name. */
export async function renameStoredFile(db: Reader, id: string, name: string): Promise<void> {
  await db.updateTable("stored_file").set({ name }).where("id", "=", id).execute();
}

/** Says that a file has come in full. */
export async function finishStoredFile(
  db: Reader,
  id: string,
  set: Pick<Row<"stored_file">, "type" | "bytes" | "hash">,
): Promise<void> {
  await db.updateTable("stored_file").set(set).where("id", "=", id).execute();
}

/** Removes a file that did not come in full, or that nothing refers to. */
export async function deleteStoredFile(db: Reader, id: string): Promise<void> {
  await db.deleteFrom("stored_file_chunk").where("file_id", "=", id).execute();
  await db.deleteFrom("stored_file").where("id", "=", id).execute();
}

/** Removes some of the bytes of a file whose name and size are kept, the last first; whether there are more. */
export async function deleteSomePieces(db: Reader, id: string, limit: number): Promise<boolean> {
  const rows = await db
    .selectFrom("stored_file_chunk")
    .select("position")
    .where("file_id", "=", id)
    .orderBy("position", "desc")
    .limit(limit)
    .execute();
  const last = rows.at(-1);
  if (!last) return false;
  await db.deleteFrom("stored_file_chunk").where("file_id", "=", id).where("position", ">=", last.position).execute();
  return last.position > 0;
}

/**
 * Files that began before an instant (UTC ISO) and that neither an import nor evidence has: they never came in full, since
 * whoever sent them went away, or the process ended before they were put where they belong.
 */
export async function findStrayFiles(db: Reader, before: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("stored_file")
    .select("id")
    .where("created_at", "<", before)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom("import").select("id").whereRef("import.file_id", "=", "stored_file.id"))),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom("external_evidence").select("id").whereRef("external_evidence.file_id", "=", "stored_file.id"),
        ),
      ),
    )
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Whether any evidence refers to a file. */
export async function isFileUsed(db: Reader, id: string): Promise<boolean> {
  const row = await db.selectFrom("external_evidence").select("id").where("file_id", "=", id).executeTakeFirst();
  return row !== undefined;
}

/** Documents that came in full between two instants (UTC ISO), and that no evidence refers to. */
export async function findUnusedDocuments(db: Reader, from: string, until: string, limit: number): Promise<string[]> {
  const used = db
    .selectFrom("external_evidence")
    .select((eb) => eb.ref("file_id").$notNull().as("file_id"))
    .where("file_id", "is not", null);
  const rows = await db
    .selectFrom("stored_file")
    .select("id")
    .where("type", "in", ["application/pdf", "image/jpeg", "image/png"])
    .where("hash", "<>", "")
    .where("created_at", ">=", from)
    .where("created_at", "<", until)
    .where("id", "not in", used)
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

const fileBy = reusable((db: Reader, id: string) => db.selectFrom("stored_file").selectAll().where("id", "=", id));

/** A file, without its bytes. */
export async function findStoredFile(db: Reader, id: string): Promise<Row<"stored_file"> | undefined> {
  return (await fileBy(db, id))[0];
}

const pieceOf = reusable((db: Reader, fileId: string, position: number) =>
  db.selectFrom("stored_file_chunk").select("bytes").where("file_id", "=", fileId).where("position", "=", position),
);

/** A piece of a file; undefined after the last. */
export async function findPiece(db: Reader, fileId: string, position: number): Promise<Uint8Array | undefined> {
  return (await pieceOf(db, fileId, position))[0]?.bytes;
}
