import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { isPassword } from "#app/platform/passwords";
import { forgive, giveBack, take } from "#app/platform/rate-limit";
import { insertAuditEvent } from "#db/queries/audit";
import { findCredential } from "#db/queries/people";

/** Per account, wherever the tries come from; and per address, whichever account they are for. */
const perAccount = { hits: 10, seconds: 15 * 60 };
export const perAddress = { hits: 60, seconds: 15 * 60 };

/** What the tries from a network address are counted under, whatever way of signing in they are for. */
export function addressKey(address: string): string {
  return `sign-in address ${address}`;
}

export type SignInResult =
  | { readonly kind: "signed-in"; readonly personId: string }
  /** One answer for an unknown address, a wrong password and somebody who has left. */
  | { readonly kind: "wrong" }
  | { readonly kind: "limited"; readonly seconds: number };

/**
 * Checks an e-mail address and a password. Tries are limited in the database, and the answer takes as long for an
 * address that nobody has.
 */
export async function signIn(
  deps: Deps,
  input: { readonly email: string; readonly password: string; readonly address: string },
): Promise<SignInResult> {
  const email = input.email.trim().toLowerCase();
  const waits = [
    await take(deps, addressKey(input.address), perAddress),
    await take(deps, `sign-in account ${email}`, perAccount),
  ];
  const seconds = Math.max(...waits);
  if (seconds > 0) return { kind: "limited", seconds };

  const now = deps.clock.now();
  const credential = await findCredential(deps.db.read, email, dayIn("UTC", now));
  const right = await isPassword(credential?.passwordHash ?? null, input.password);
  if (!credential || !right) return { kind: "wrong" };
  await forgive(deps, `sign-in account ${email}`);
  await giveBack(deps, addressKey(input.address));
  await insertAuditEvent(deps.db.write, {
    at: instantText(now),
    actorId: credential.personId,
    action: "signed-in",
    subjectId: credential.personId,
    detail: {},
  });
  return { kind: "signed-in", personId: credential.personId };
}
