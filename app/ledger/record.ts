/**
 * The one door for what happens: facts in, and in the same transaction the standings, spans and counts that follow from
 * them. Facts that concern everybody of a module (a revision, a policy) are recorded here at once; those concerned are
 * brought up to date in batches by `refreshModule`.
 */
import type { CivilDate, Period } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import type { Change } from "#app/domain/facts";
import type { Policy } from "#app/domain/policy";
import { instantText } from "#app/platform/clock";
import { newId } from "#app/platform/ids";
import type { Writer } from "#db/connect";
import {
  type FactTable,
  insertAbsence,
  insertAssignment,
  insertCompletion,
  insertExtension,
  insertPolicyChange,
  insertRevision,
  withdrawFact,
} from "#db/queries/ledger-writes";
import type { EvidenceChange } from "./completion-counts";
import type { Key } from "./gather";
import { type Refreshed, refresh } from "./refresh";

/** When and by whom something is recorded; null: the product by itself. */
export interface Recording {
  readonly at: Date;
  readonly by: string | null;
}

/** A fact about one person. `id` is made where it is not given. */
export type PersonalFact =
  | {
      readonly type: "assignment";
      readonly id?: string;
      readonly personId: string;
      readonly moduleId: string;
      readonly event: "begins" | "ends";
      readonly on: CivilDate;
      readonly requirementId: string | null;
      readonly reason?: string;
    }
  | {
      readonly type: "completion";
      readonly id?: string;
      readonly personId: string;
      readonly moduleId: string;
      /** Recorded once for each attempt, however often it is sent. */
      readonly attemptId: string | null;
      readonly kind: "module" | "refresher" | "imported";
      readonly revision: number;
      readonly contentHash: string | null;
      readonly language: string | null;
      /** 0 to 1. */
      readonly score: number | null;
      readonly on: CivilDate;
      readonly completedAt: Date;
      readonly expires?: CivilDate;
    }
  | {
      readonly type: "absence";
      readonly id?: string;
      readonly kind: "leave" | "exemption";
      readonly personId: string;
      /** Null: all modules. */
      readonly moduleId: string | null;
      readonly from: CivilDate;
      readonly until: CivilDate | null;
      readonly reason?: string;
    }
  | {
      readonly type: "extension";
      readonly id?: string;
      readonly personId: string;
      readonly moduleId: string;
      readonly on: CivilDate;
      readonly due: CivilDate;
      readonly reason?: string;
    };

function recorded(recording: Recording) {
  return {
    recorded_at: instantText(recording.at),
    recorded_by: recording.by,
    withdrawn_at: null,
    withdrawn_by: null,
    withdrawn_why: null,
  };
}

/** The modules of which anything is recorded for somebody. */
export async function modulesOf(tx: Writer, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("standing")
    .select("module_id")
    .where("person_id", "=", personId)
    .union(tx.selectFrom("assignment").select("module_id").where("person_id", "=", personId))
    .union(tx.selectFrom("completion").select("module_id").where("person_id", "=", personId))
    .execute();
  return rows.map((row) => row.module_id);
}

async function insert(tx: Writer, recording: Recording, fact: PersonalFact): Promise<boolean> {
  const id = fact.id ?? newId(recording.at);
  switch (fact.type) {
    case "assignment":
      await insertAssignment(tx, {
        id,
        person_id: fact.personId,
        module_id: fact.moduleId,
        event: fact.event,
        happened_on: fact.on,
        requirement_id: fact.requirementId,
        reason: fact.reason ?? null,
        ...recorded(recording),
      });
      return true;
    case "completion":
      return await insertCompletion(tx, {
        id,
        person_id: fact.personId,
        module_id: fact.moduleId,
        attempt_id: fact.attemptId,
        kind: fact.kind,
        revision: fact.revision,
        content_hash: fact.contentHash,
        language: fact.language,
        score: fact.score,
        completed_on: fact.on,
        completed_at: instantText(fact.completedAt),
        expires_on: fact.expires ?? null,
        ...recorded(recording),
      });
    case "absence":
      await insertAbsence(tx, {
        id,
        person_id: fact.personId,
        kind: fact.kind,
        module_id: fact.moduleId,
        from_on: fact.from,
        until_on: fact.until,
        reason: fact.reason ?? null,
        ...recorded(recording),
      });
      return true;
    case "extension":
      await insertExtension(tx, {
        id,
        person_id: fact.personId,
        module_id: fact.moduleId,
        given_on: fact.on,
        due_on: fact.due,
        reason: fact.reason ?? null,
        ...recorded(recording),
      });
      return true;
  }
}

/** Keys without repetition. */
class Keys {
  readonly #keys = new Map<string, Key>();

  add(personId: string, moduleId: string): void {
    this.#keys.set(`${personId}\n${moduleId}`, { personId, moduleId });
  }

  list(): Key[] {
    return [...this.#keys.values()];
  }
}

/**
 * Records facts about people and brings everything derived from them up to date.
 *
 * @returns which of the facts were new: a completion of an attempt that was recorded before is not
 */
export async function record(tx: Writer, recording: Recording, facts: readonly PersonalFact[]): Promise<boolean[]> {
  const keys = new Keys();
  const fresh: boolean[] = [];
  const evidence: EvidenceChange[] = [];
  for (const fact of facts) {
    const isNew = await insert(tx, recording, fact);
    fresh.push(isNew);
    if (!isNew) continue;
    if (fact.type === "completion") {
      const { personId, moduleId, on, kind } = fact;
      evidence.push({ personId, moduleId, on, kind, sign: 1 });
    }
    if (fact.moduleId !== null) keys.add(fact.personId, fact.moduleId);
    else for (const moduleId of await modulesOf(tx, fact.personId)) keys.add(fact.personId, moduleId);
  }
  await refresh(tx, keys.list(), recording.at, evidence);
  return fresh;
}

/**
 * Withdraws a wrong fact: it is kept, with by whom, when and why, and counts no longer.
 *
 * @throws DomainError not-found when no such fact is in force
 */
export async function withdraw(
  tx: Writer,
  recording: Recording,
  table: Exclude<FactTable, "policy_change">,
  id: string,
  why: string,
): Promise<void> {
  const withdrawn = await withdrawFact(tx, table, id, { at: instantText(recording.at), by: recording.by, why });
  if (!withdrawn?.person_id) throw new DomainError("not-found", `No ${table} ${id} is in force`);
  const { person_id: personId, module_id: moduleId, completed_on: completedOn, kind } = withdrawn;
  const evidence: EvidenceChange[] =
    completedOn && moduleId && kind ? [{ personId, moduleId, on: completedOn as CivilDate, kind, sign: -1 }] : [];
  const modules = moduleId === null ? await modulesOf(tx, personId) : [moduleId];
  await refresh(
    tx,
    modules.map((module) => ({ personId, moduleId: module })),
    recording.at,
    evidence,
  );
}

/** Records a published revision. Those who hold the module are brought up to date by `refreshModule`. */
export async function recordRevision(
  tx: Writer,
  recording: Recording,
  revision: {
    readonly id: string;
    readonly moduleId: string;
    readonly number: number;
    readonly change: Change;
    readonly within: Period | null;
    /** JSON by language. */
    readonly note: string;
    readonly contentHash: string;
    readonly on: CivilDate;
  },
): Promise<void> {
  await insertRevision(tx, {
    id: revision.id,
    module_id: revision.moduleId,
    number: revision.number,
    change: revision.change,
    within: revision.within,
    note: revision.note,
    content_hash: revision.contentHash,
    published_on: revision.on,
    published_at: instantText(recording.at),
    published_by: recording.by,
  });
}

/** Records a module's first policy, or a change of it. Those concerned are brought up to date by `refreshModule`. */
export async function recordPolicy(
  tx: Writer,
  recording: Recording,
  change: { readonly moduleId: string; readonly on: CivilDate; readonly policy: Policy },
): Promise<void> {
  const policy = JSON.stringify(change.policy);
  await insertPolicyChange(tx, {
    // Two of one day and instant apply in the order in which they were decided.
    id: newId(recording.at),
    module_id: change.moduleId,
    changed_on: change.on,
    policy,
    ...recorded(recording),
  });
  await tx.updateTable("module").set({ policy }).where("id", "=", change.moduleId).execute();
}

/**
 * Brings up to date the next `limit` people who hold a module, after the person `after`; for facts about the whole
 * module. Gives where to go on; null when all are done.
 */
export async function refreshModule(
  tx: Writer,
  moduleId: string,
  at: Date,
  after: string,
  limit: number,
): Promise<Refreshed & { readonly next: string | null }> {
  const rows = await tx
    .selectFrom("standing")
    .select("person_id")
    .where("module_id", "=", moduleId)
    .where("person_id", ">", after)
    .orderBy("person_id")
    .limit(limit)
    .execute();
  const refreshed = await refresh(
    tx,
    rows.map((row) => ({ personId: row.person_id, moduleId })),
    at,
  );
  return { ...refreshed, next: rows.length < limit ? null : (rows.at(-1)?.person_id ?? null) };
}
