/**
 * Completions by month, in the department (and all above it) where somebody belonged on the day. Training taken without
 * being required to is in no count, so completions begin to count with the assignment and cease with it.
 */
import type { CivilDate } from "#app/domain/calendar";
import type { Writer } from "#db/connect";
import type { CompletionKind, Row } from "#db/schema";
import { CountChanges, loadAncestors } from "./counts";
import { departmentBy, gather, type Key, type PersonContext } from "./gather";

/** Evidence, as far as it is counted. */
export interface Evidence {
  readonly on: CivilDate;
  readonly kind: CompletionKind;
}

/** A completion that was recorded (`sign` 1) or withdrawn (-1) in this transaction. */
export interface EvidenceChange extends Key, Evidence {
  readonly sign: 1 | -1;
}

/** Counts evidence of one person and module, or (with `sign` -1) counts it no longer. */
export function countEvidence(
  counts: CountChanges,
  context: PersonContext,
  moduleId: string,
  evidence: readonly Evidence[],
  sign: 1 | -1,
): void {
  for (const { on, kind } of evidence) {
    const department = departmentBy(context, on);
    if (department !== null) counts.completion(department, moduleId, kind, on.slice(0, 7), sign);
  }
}

/**
 * What the counts of one key's completions become: `inForce` are those in force now, `changes` what this transaction
 * made different, and a row that is voluntary, or missing, counts none.
 */
export function recountEvidence(
  counts: CountChanges,
  context: PersonContext,
  moduleId: string,
  before: Pick<Row<"standing">, "voluntary"> | undefined,
  after: Pick<Row<"standing">, "voluntary"> | null,
  inForce: () => readonly Evidence[],
  changes: readonly EvidenceChange[],
): void {
  const wasCounted = before?.voluntary === 0;
  const isCounted = after?.voluntary === 0;
  if (wasCounted) for (const change of changes) countEvidence(counts, context, moduleId, [change], change.sign);
  if (wasCounted && !isCounted) countEvidence(counts, context, moduleId, inForce(), -1);
  if (isCounted && !wasCounted) countEvidence(counts, context, moduleId, inForce(), 1);
}

/** The completions of some people that are in force and counted. */
export async function countedCompletions(tx: Writer, people: readonly string[]): Promise<(Key & Evidence)[]> {
  const rows = await tx
    .selectFrom("completion")
    .innerJoin("standing", (join) =>
      join
        .onRef("standing.person_id", "=", "completion.person_id")
        .onRef("standing.module_id", "=", "completion.module_id"),
    )
    .select(["completion.person_id", "completion.module_id", "completion.kind", "completion.completed_on"])
    .where("completion.person_id", "in", people)
    .where("completion.withdrawn_at", "is", null)
    .where("standing.voluntary", "=", 0)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    moduleId: row.module_id,
    on: row.completed_on as CivilDate,
    kind: row.kind,
  }));
}

/** Counts completions where people belong now, or (with `sign` -1) counts them there no longer. */
export async function countCompletions(
  tx: Writer,
  completions: readonly (Key & Evidence)[],
  sign: 1 | -1,
): Promise<void> {
  if (completions.length === 0) return;
  const gathered = await gather(tx, completions);
  const counts = new CountChanges(await loadAncestors(tx));
  for (const completion of completions) {
    countEvidence(counts, gathered.person(completion.personId), completion.moduleId, [completion], sign);
  }
  await counts.write(tx);
}
