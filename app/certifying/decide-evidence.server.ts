import type { CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { notify } from "#app/ledger/notify";
import { record, withdraw } from "#app/ledger/record";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { moveEvidence } from "#db/queries/external-evidence";
import type { SignedIn } from "#db/queries/people";
import { openEvidence, type StoredEvidence } from "./evidence-access.server";
import { evidencePath } from "./paths";

export interface Verdict {
  readonly id: string;
  readonly verdict: "approve" | "decline" | "withdraw";
  /** Needed to decline and to withdraw. */
  readonly why: string | null;
}

export type Decision = { readonly kind: "decided" } | { readonly kind: "why-missing" } | { readonly kind: "too-late" };

const mostWhy = 500;

/**
 * Decides about somebody's evidence: approves it, which records a completion; declines it; or withdraws an approval that
 * was wrong, and its completion with it. `too-late`: somebody decided, or its sender took it back, before.
 *
 * @throws DomainError forbidden for whoever does not decide about this person, and for the person; not-found
 */
export async function decideEvidence(
  deps: Pick<Deps, "db">,
  actor: SignedIn,
  verdict: Verdict,
  now: Date,
): Promise<Decision> {
  const why = verdict.why?.trim().slice(0, mostWhy) ?? "";
  if (verdict.verdict !== "approve" && why === "") {
    await openToDecide(deps.db.read, actor, verdict.id, now);
    return { kind: "why-missing" };
  }
  return await deps.db.write.transaction().execute((tx) => decideIn(tx, actor, { ...verdict, why }, now));
}

async function openToDecide(db: Deps["db"]["read"], actor: SignedIn, id: string, now: Date): Promise<StoredEvidence> {
  const { decides, evidence } = await openEvidence(db, actor, id, now);
  if (!decides) throw new DomainError("forbidden", `${actor.personId} does not decide about ${id}`);
  return evidence;
}

/** The same within a transaction. */
export async function decideIn(tx: Writer, actor: SignedIn, verdict: Verdict, now: Date): Promise<Decision> {
  const evidence = await openToDecide(tx, actor, verdict.id, now);
  const at = instantText(now);
  const decided = { decided_at: at, decided_by: actor.personId };
  const recording = { at: now, by: actor.personId };
  const { id, person_id: personId, module_id: moduleId, expires_on: expiresOn } = evidence;
  const why = verdict.why ?? "";
  let isMoved = false;
  switch (verdict.verdict) {
    case "approve": {
      const completionId = newId(now);
      isMoved = evidence.state === "waiting";
      if (!isMoved) break;
      const on = evidence.completed_on as CivilDate;
      await record(tx, recording, [
        {
          type: "completion",
          id: completionId,
          personId,
          moduleId,
          attemptId: null,
          kind: "imported",
          revision: 0,
          contentHash: null,
          language: null,
          score: null,
          on,
          // The certificate names a day and no hour.
          completedAt: new Date(`${on}T12:00:00Z`),
          ...(expiresOn === null ? {} : { expires: expiresOn as CivilDate }),
        },
      ]);
      await moveEvidence(tx, id, "waiting", "approved", { ...decided, completion_id: completionId });
      break;
    }
    case "decline":
      isMoved = await moveEvidence(tx, id, "waiting", "declined", { ...decided, decided_why: why });
      break;
    case "withdraw": {
      const isHeld = evidence.completion_id !== null && evidence.withdrawn_at === null;
      // Who approved stays on the evidence, who withdrew stands with the completion: both are kept.
      isMoved = await moveEvidence(tx, id, "approved", "withdrawn");
      if (isMoved && isHeld && evidence.completion_id !== null) {
        await withdraw(tx, recording, "completion", evidence.completion_id, why);
      }
      break;
    }
  }
  if (!isMoved) return { kind: "too-late" };
  const action = (
    { approve: "approved-evidence", decline: "declined-evidence", withdraw: "withdrew-evidence" } as const
  )[verdict.verdict];
  const detail = { evidence: id, module: moduleId };
  await insertAuditEvent(tx, { at, actorId: actor.personId, action, subjectId: personId, detail });
  const kind = (
    { approve: "evidence-approved", decline: "evidence-declined", withdraw: "evidence-withdrawn" } as const
  )[verdict.verdict];
  await notify(tx, now, [{ personId, kind, key: id, detail: { moduleId }, path: evidencePath(id) }]);
  return { kind: "decided" };
}
