import { createHash, randomBytes } from "node:crypto";
import { endSession, findSession, insertSession, touchSession } from "#db/queries/sessions";
import { instantText } from "./clock";
import type { Deps } from "./deps";

/** How long a session lasts after it was last used, and how often a use is written down: not at each page turned. */
interface Lifetime {
  readonly lastsMs: number;
  readonly touchMs: number;
}
const ownDevice: Lifetime = { lastsMs: 12 * 60 * 60 * 1000, touchMs: 10 * 60 * 1000 };
/** Where several people share a device: the two minutes that its page waits for a sign of life, and one to report it. */
const sharedDevice: Lifetime = { lastsMs: 3 * 60 * 1000, touchMs: 15 * 1000 };

/** What a cookie's token says about who is asking. */
export type SessionState =
  | { readonly kind: "none" }
  /** Ran out, or was ended on the server; whose it was is kept so that nothing they typed goes to somebody else. */
  | { readonly kind: "expired"; readonly personId: string; readonly shared: boolean }
  | { readonly kind: "live"; readonly personId: string; readonly shared: boolean };

/** What is kept of a token that a browser has. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function isSecure(deps: Deps): boolean {
  return deps.env.origin.startsWith("https:");
}

function cookieName(deps: Deps): string {
  return isSecure(deps) ? "__Host-repris" : "repris";
}

/** What a cookie that only the server reads is sent with. */
export function attributes(deps: Deps): string {
  const secure = isSecure(deps) ? "; Secure" : "";
  return `Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** The value of one cookie of a `Cookie` header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** The token of a request's cookies. */
export function readSessionToken(deps: Deps, cookies: string | undefined): string | undefined {
  return readCookie(cookies, cookieName(deps));
}

/** Begins a session; the token is only in the `Set-Cookie` value that is returned, the database has its hash. */
export async function beginSession(
  deps: Deps,
  personId: string,
  device: { readonly shared: boolean } = { shared: false },
): Promise<string> {
  const { lastsMs } = device.shared ? sharedDevice : ownDevice;
  const token = randomBytes(32).toString("base64url");
  const now = deps.clock.now();
  const at = instantText(now);
  await insertSession(deps.db.write, {
    token_hash: hashOf(token),
    person_id: personId,
    created_at: at,
    seen_at: at,
    expires_at: instantText(new Date(now.getTime() + lastsMs)),
    ended_at: null,
    shared: device.shared ? 1 : 0,
  });
  return `${cookieName(deps)}=${token}; ${attributes(deps)}`;
}

/** Whose session a request's cookies carry. A live one is prolonged now and then. */
export async function readSession(deps: Deps, cookies: string | undefined): Promise<SessionState> {
  const token = readSessionToken(deps, cookies);
  if (!token) return { kind: "none" };
  const hash = hashOf(token);
  const session = await findSession(deps.db.read, hash);
  if (!session) return { kind: "none" };
  const now = deps.clock.now();
  const at = instantText(now);
  // Its reader signed out: then whoever still has the cookie is not taken for them.
  if (session.ended_at !== null && session.ended_at === session.expires_at) return { kind: "none" };
  const whose = { personId: session.person_id, shared: session.shared === 1 };
  if (session.ended_at !== null || session.expires_at <= at) return { kind: "expired", ...whose };
  const { lastsMs, touchMs } = whose.shared ? sharedDevice : ownDevice;
  if (now.getTime() - Date.parse(session.seen_at) > touchMs) {
    await touchSession(deps.db.write, hash, at, instantText(new Date(now.getTime() + lastsMs)));
  }
  return { kind: "live", ...whose };
}

/** Ends the session of a request's cookies; returns the `Set-Cookie` value that removes it. */
export async function finishSession(deps: Deps, cookies: string | undefined): Promise<string> {
  const name = cookieName(deps);
  const token = readCookie(cookies, name);
  if (token) await endSession(deps.db.write, hashOf(token), instantText(deps.clock.now()));
  return `${name}=; ${attributes(deps)}; Max-Age=0`;
}
