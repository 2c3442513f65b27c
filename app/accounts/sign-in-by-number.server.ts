/**
 * Signing in by employee number: with a PIN, or the first time with the code of a slip. The answer and the work are the
 * same for a number that nobody has, for somebody without a PIN and for a wrong one.
 */
import { type PinFault, pinFault } from "#app/domain/pin";
import { readCode } from "#app/domain/sign-in-code";
import { passNumber, tryNumber } from "#app/platform/access-limits";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { hashPassword, isPassword, shortestPassword } from "#app/platform/passwords";
import { giveBack, take } from "#app/platform/rate-limit";
import { type Access, findAccess, putPassword, putPin, useUpCode } from "#db/queries/access";
import { insertAuditEvent } from "#db/queries/audit";
import { endSessionsOf } from "#db/queries/sessions";
import { addressKey, perAddress } from "./sign-in.server";

export interface NumberTry {
  readonly number: string;
  /** A PIN, or a code: no text is both. */
  readonly secret: string;
  readonly address: string;
}

type Refused =
  | { readonly kind: "wrong" }
  /** Too many tries with this number, or from this address. */
  | { readonly kind: "limited"; readonly seconds: number };

export type NumberResult =
  | { readonly kind: "signed-in"; readonly personId: string }
  /** The code is right: something to sign in with from now on is still to be chosen. */
  | { readonly kind: "first"; readonly access: Access }
  | Refused;

/** Longer than any number, PIN or code. */
const longest = 64;

/** Checks an employee number with a PIN or a code. A code is not used up yet. */
export async function signInByNumber(deps: Deps, tried: NumberTry): Promise<NumberResult> {
  const number = tried.number.trim().slice(0, longest);
  const secret = tried.secret.trim().slice(0, longest);
  const waits = [await take(deps, addressKey(tried.address), perAddress), await tryNumber(deps, number)];
  const seconds = Math.max(...waits);
  if (seconds > 0) return { kind: "limited", seconds };

  const now = deps.clock.now();
  const access = await findAccess(deps.db.read, number, dayIn("UTC", now), instantText(now));
  const code = readCode(secret);
  const kept = (code === null ? access?.pinHash : access?.code?.hash) ?? null;
  const right = await isPassword(kept, code ?? secret);
  if (!access || !right) return { kind: "wrong" };
  await giveBack(deps, addressKey(tried.address));
  await passNumber(deps, number);
  if (code !== null) return { kind: "first", access };
  await insertAuditEvent(deps.db.write, {
    at: instantText(now),
    actorId: access.personId,
    action: "signed-in",
    subjectId: access.personId,
    detail: { by: "pin" },
  });
  return { kind: "signed-in", personId: access.personId };
}

/** What somebody with a code wants to sign in with from now on. */
export type Chosen =
  | { readonly kind: "pin"; readonly pin: string; readonly again: string }
  | { readonly kind: "password"; readonly password: string; readonly again: string };

export type ChoiceFault = PinFault | "password-too-short" | "password-too-long" | "not-the-same";

const longestPassword = 200;

/** What is wrong with what somebody chose; null when it can be used. */
export function choiceFault(chosen: Chosen, employeeNumber: string): ChoiceFault | null {
  if (chosen.kind === "password") {
    if (chosen.password.length < shortestPassword) return "password-too-short";
    if (chosen.password.length > longestPassword) return "password-too-long";
    return chosen.password === chosen.again ? null : "not-the-same";
  }
  return pinFault(chosen.pin, employeeNumber) ?? (chosen.pin === chosen.again ? null : "not-the-same");
}

export type FirstResult =
  | { readonly kind: "signed-in"; readonly personId: string }
  | { readonly kind: "refused"; readonly fault: ChoiceFault; readonly access: Access }
  | Refused;

/**
 * Uses a code up: keeps the PIN or (for somebody with an e-mail address) the password that was chosen, and ends every
 * session that the person had.
 */
export async function chooseByCode(deps: Deps, tried: NumberTry, chosen: Chosen): Promise<FirstResult> {
  const result = await signInByNumber(deps, tried);
  if (result.kind !== "first") return result.kind === "limited" ? result : { kind: "wrong" };
  const { access } = result;
  const { code, email, personId } = access;
  if (code === null || (chosen.kind === "password" && email === null)) return { kind: "wrong" };
  const fault = choiceFault(chosen, tried.number.trim());
  if (fault !== null) return { kind: "refused", fault, access };
  const hash = await hashPassword(chosen.kind === "pin" ? chosen.pin : chosen.password);
  const at = instantText(deps.clock.now());
  const used = await deps.db.write.transaction().execute(async (tx) => {
    if (!(await useUpCode(tx, code.id, at))) return false;
    if (chosen.kind === "pin") await putPin(tx, personId, hash, at);
    else await putPassword(tx, personId, hash, at);
    await endSessionsOf(tx, personId, at);
    const told = { at, actorId: personId, subjectId: personId, detail: { by: "code" } } as const;
    await insertAuditEvent(tx, { ...told, action: chosen.kind === "pin" ? "set-pin" : "set-password" });
    await insertAuditEvent(tx, { ...told, action: "signed-in" });
    return true;
  });
  return used ? { kind: "signed-in", personId } : { kind: "wrong" };
}
