/** Writes of requirements. Only the ledger imports this. */
import type { Writer } from "../connect";
import type { NewRow } from "../schema";

export async function insertRequirementRow(tx: Writer, row: NewRow<"requirement">): Promise<void> {
  await tx.insertInto("requirement").values(row).execute();
}

/** Sets the last day of a requirement; null: without end. */
export async function endRequirementRow(tx: Writer, id: string, toOn: string | null): Promise<void> {
  await tx.updateTable("requirement").set({ to_on: toOn }).where("id", "=", id).execute();
}

export async function withdrawRequirementRow(
  tx: Writer,
  id: string,
  withdrawal: { readonly at: string; readonly by: string | null; readonly why: string },
): Promise<void> {
  await tx
    .updateTable("requirement")
    .set({ withdrawn_at: withdrawal.at, withdrawn_by: withdrawal.by, withdrawn_why: withdrawal.why })
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .execute();
}
