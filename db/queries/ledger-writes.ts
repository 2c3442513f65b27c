/** Writes of facts. Only the ledger imports this: whatever is recorded here has to bring what is derived up to date. */
import type { Writer } from "../connect";
import type { CompletionKind, NewRow } from "../schema";
import { insertMany, type ManyColumns } from "./many-rows";
import { repeated } from "./repeated";

/** Tables of facts that can be withdrawn. */
export type FactTable = "assignment" | "absence" | "extension" | "completion" | "policy_change";

export async function insertAssignment(tx: Writer, row: NewRow<"assignment">): Promise<void> {
  await tx.insertInto("assignment").values(row).execute();
}

const assignmentColumns = [
  "id",
  "person_id",
  "module_id",
  "event",
  "happened_on",
  "requirement_id",
  "reason",
  "recorded_at",
  "recorded_by",
] as const;

/** Records many assignments at once. */
export async function insertAssignments(
  tx: Writer,
  rows: readonly ManyColumns<typeof assignmentColumns>[],
): Promise<void> {
  await insertMany(tx, "assignment", assignmentColumns, rows);
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

/** Records completions that were taken without an attempt of ours. */
export async function insertCompletions(
  tx: Writer,
  rows: readonly ManyColumns<typeof importedColumns>[],
): Promise<void> {
  await insertMany(tx, "completion", importedColumns, rows);
}

/** Withdraws completions by their ids. */
export async function withdrawCompletions(
  tx: Writer,
  ids: readonly string[],
  withdrawal: { at: string; by: string | null; why: string },
): Promise<void> {
  const set = { withdrawn_at: withdrawal.at, withdrawn_by: withdrawal.by, withdrawn_why: withdrawal.why };
  for (const id of ids) {
    await repeated(tx, "withdraw completion", () => tx.updateTable("completion").set(set).where("id", "=", id), [
      withdrawal.at,
      withdrawal.by,
      withdrawal.why,
      id,
    ]);
  }
}

const importedColumns = [
  "id",
  "person_id",
  "module_id",
  "kind",
  "revision",
  "score",
  "completed_on",
  "completed_at",
  "expires_on",
  "recorded_at",
  "recorded_by",
  "import_id",
] as const;

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

/** Rows of the organisation that can be withdrawn. */
export type CareerTable = "employment" | "membership" | "role_grant" | "holding";

const personColumns = [
  "id",
  "employee_number",
  "given_name",
  "family_name",
  "email",
  "language",
  "zone",
  "search_key",
  "sort_key",
  "created_at",
] as const;

export async function insertPeople(tx: Writer, rows: readonly ManyColumns<typeof personColumns>[]): Promise<void> {
  await insertMany(tx, "person", personColumns, rows);
}

const employmentColumns = [
  "id",
  "person_id",
  "entity_id",
  "site_id",
  "kind",
  "title",
  "manager_id",
  "from_on",
  "to_on",
  "recorded_at",
  "recorded_by",
] as const;

/** A new employment. */
export type NewEmployment = ManyColumns<typeof employmentColumns> & NewRow<"employment">;

export async function insertEmployments(tx: Writer, rows: readonly NewEmployment[]): Promise<void> {
  await insertMany(tx, "employment", employmentColumns, rows);
}

const membershipColumns = [
  "id",
  "person_id",
  "department_id",
  "from_on",
  "to_on",
  "recorded_at",
  "recorded_by",
] as const;

/** A new membership. */
export type NewMembership = ManyColumns<typeof membershipColumns> & NewRow<"membership">;

export async function insertMemberships(tx: Writer, rows: readonly NewMembership[]): Promise<void> {
  await insertMany(tx, "membership", membershipColumns, rows);
}

/** Sets the last day of a row of the organisation; null: without end. */
export async function endCareerRow(tx: Writer, table: CareerTable, id: string, toOn: string | null): Promise<void> {
  await tx.updateTable(table).set({ to_on: toOn }).where("id", "=", id).execute();
}

/** Withdraws a row of the organisation, or (with null) puts it in force again. */
export async function withdrawCareerRow(
  tx: Writer,
  table: CareerTable,
  id: string,
  withdrawal: { at: string; by: string | null; why: string } | null,
): Promise<void> {
  await tx
    .updateTable(table)
    .set({
      withdrawn_at: withdrawal?.at ?? null,
      withdrawn_by: withdrawal?.by ?? null,
      withdrawn_why: withdrawal?.why ?? null,
    })
    .where("id", "=", id)
    .execute();
}

/** Changes what is said of somebody: columns of `person` by name. */
export async function describePerson(
  tx: Writer,
  personId: string,
  columns: Readonly<Record<string, string | null>>,
): Promise<void> {
  await tx.updateTable("person").set(columns).where("id", "=", personId).execute();
}

export async function insertGrant(tx: Writer, row: NewRow<"role_grant">): Promise<void> {
  await tx.insertInto("role_grant").values(row).execute();
}

export async function insertHolding(tx: Writer, row: NewRow<"holding">): Promise<void> {
  await tx.insertInto("holding").values(row).execute();
}
