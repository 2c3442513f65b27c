/** Writes of facts. Only the ledger imports this: whatever is recorded here has to bring what is derived up to date. */
import type { Writer } from "../connect";
import type { CompletionKind, NewRow } from "../schema";

/** Tables of facts that can be withdrawn. */
export type FactTable = "assignment" | "absence" | "extension" | "completion" | "policy_change";

export async function insertAssignment(tx: Writer, row: NewRow<"assignment">): Promise<void> {
  await tx.insertInto("assignment").values(row).execute();
}

export async function insertAbsence(tx: Writer, row: NewRow<"absence">): Promise<void> {
  await tx.insertInto("absence").values(row).execute();
}

export async function insertExtension(tx: Writer, row: NewRow<"extension">): Promise<void> {
  await tx.insertInto("extension").values(row).execute();
}

/** Records a completion; false when its attempt has been recorded before. */
export async function insertCompletion(tx: Writer, row: NewRow<"completion">): Promise<boolean> {
  const result = await tx
    .insertInto("completion")
    .values(row)
    .onConflict((conflict) => conflict.column("attempt_id").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertPolicyChange(tx: Writer, row: NewRow<"policy_change">): Promise<void> {
  await tx.insertInto("policy_change").values(row).execute();
}

export async function insertRevision(tx: Writer, row: NewRow<"revision">): Promise<void> {
  await tx.insertInto("revision").values(row).execute();
}

export async function insertMembership(tx: Writer, row: NewRow<"membership">): Promise<void> {
  await tx.insertInto("membership").values(row).execute();
}

/** Sets the last day of a membership. */
export async function endMembership(tx: Writer, id: string, toOn: string | null): Promise<void> {
  await tx.updateTable("membership").set({ to_on: toOn }).where("id", "=", id).execute();
}

/** Withdraws a fact; gives whom and what it was about, or undefined when there is none in force under this id. */
export async function withdrawFact(
  tx: Writer,
  table: FactTable,
  id: string,
  withdrawal: { at: string; by: string | null; why: string },
): Promise<{ person_id?: string; module_id: string | null; completed_on?: string; kind?: CompletionKind } | undefined> {
  const set = { withdrawn_at: withdrawal.at, withdrawn_by: withdrawal.by, withdrawn_why: withdrawal.why };
  switch (table) {
    case "completion":
      return await tx
        .updateTable("completion")
        .set(set)
        .where("id", "=", id)
        .where("withdrawn_at", "is", null)
        .returning(["person_id", "module_id", "completed_on", "kind"])
        .executeTakeFirst();
    case "policy_change":
      return await tx
        .updateTable("policy_change")
        .set(set)
        .where("id", "=", id)
        .where("withdrawn_at", "is", null)
        .returning("module_id")
        .executeTakeFirst();
    case "absence":
      return await tx
        .updateTable("absence")
        .set(set)
        .where("id", "=", id)
        .where("withdrawn_at", "is", null)
        .returning(["person_id", "module_id"])
        .executeTakeFirst();
    default:
      return await tx
        .updateTable(table)
        .set(set)
        .where("id", "=", id)
        .where("withdrawn_at", "is", null)
        .returning(["person_id", "module_id"])
        .executeTakeFirst();
  }
}
