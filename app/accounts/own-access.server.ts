/** One's own way of signing in: what there is of it, and changing it. */
import { passNumber, tryNumber } from "#app/platform/access-limits";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { hashPassword, isPassword } from "#app/platform/passwords";
import { hashOf, readSessionToken } from "#app/platform/sessions";
import { findSecrets, putPassword, putPin } from "#db/queries/access";
import { insertAuditEvent } from "#db/queries/audit";
import { endSessionsOf } from "#db/queries/sessions";
import { type ChoiceFault, type Chosen, choiceFault } from "./sign-in-by-number.server";

export interface OwnAccess {
  readonly employeeNumber: string;
  readonly email: string | null;
  readonly hasPin: boolean;
  readonly hasPassword: boolean;
}

export async function readOwnAccess(deps: Pick<Deps, "db">, personId: string): Promise<OwnAccess> {
  const { email, employeeNumber, passwordHash, pinHash } = await findSecrets(deps.db.read, personId);
  return { employeeNumber, email, hasPin: pinHash !== null, hasPassword: passwordHash !== null };
}

export type ChangeResult =
  | { readonly kind: "changed" }
  /** What they have now is not what was written. */
  | { readonly kind: "wrong" }
  | { readonly kind: "limited"; readonly seconds: number }
  | { readonly kind: "refused"; readonly fault: ChoiceFault };

/**
 * Changes somebody's PIN or password, for who can say what they have now: the PIN, or the password where there is no PIN
 * yet. Every other session of theirs ends.
 */
export async function changeOwnAccess(
  deps: Deps,
  reader: { readonly personId: string },
  input: { readonly current: string; readonly chosen: Chosen; readonly cookies: string | undefined },
): Promise<ChangeResult> {
  const { personId } = reader;
  const { chosen } = input;
  const { employeeNumber, passwordHash, pinHash } = await findSecrets(deps.db.read, personId);
  const seconds = await tryNumber(deps, employeeNumber);
  if (seconds > 0) return { kind: "limited", seconds };
  const kept = chosen.kind === "pin" ? (pinHash ?? passwordHash) : passwordHash;
  if (!(await isPassword(kept, input.current))) return { kind: "wrong" };
  await passNumber(deps, employeeNumber);
  const fault = choiceFault(chosen, employeeNumber);
  if (fault !== null) return { kind: "refused", fault };
  const hash = await hashPassword(chosen.kind === "pin" ? chosen.pin : chosen.password);
  const at = instantText(deps.clock.now());
  const token = readSessionToken(deps, input.cookies);
  await deps.db.write.transaction().execute(async (tx) => {
    if (chosen.kind === "pin") await putPin(tx, personId, hash, at);
    else await putPassword(tx, personId, hash, at);
    await endSessionsOf(tx, personId, at, token === undefined ? null : hashOf(token));
    const action = chosen.kind === "pin" ? "set-pin" : "set-password";
    await insertAuditEvent(tx, { at, actorId: personId, action, subjectId: personId, detail: { by: "self" } });
  });
  return { kind: "changed" };
}
