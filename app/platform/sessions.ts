import { createHash, randomBytes } from "node:crypto";
import { endSession, findSession, insertSession, touchSession } from "#db/queries/sessions";
import { instantText } from "./clock";
import type { Deps } from "./deps";

/** A session lasts this long after it was last used. */
const lifetimeMs = 12 * 60 * 60 * 1000;
/** How often a use is written down: a reader turning pages must not write at each. */
const touchMs = 10 * 60 * 1000;

/** What a cookie's token says about who is asking. */
export type SessionState =
  | { readonly kind: "none" }
  /** Signed in before; whose session it was is kept so that nothing they typed goes to somebody else. */
  | { readonly kind: "expired"; readonly personId: string }
  | { readonly kind: "live"; readonly personId: string };

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function cookieName(deps: Deps): string {
  return deps.env.origin.startsWith("https:") ? "__Host-repris" : "repris";
}

function attributes(deps: Deps): string {
  const secure = deps.env.origin.startsWith("https:") ? "; Secure" : "";
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

/** Begins a session; the token is only in the `Set-Cookie` value that is returned, the database has its hash. */
export async function beginSession(deps: Deps, personId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const now = deps.clock.now();
  const at = instantText(now);
  await insertSession(deps.db.write, {
    token_hash: hashOf(token),
    person_id: personId,
    created_at: at,
    seen_at: at,
    expires_at: instantText(new Date(now.getTime() + lifetimeMs)),
    ended_at: null,
  });
  return `${cookieName(deps)}=${token}; ${attributes(deps)}`;
}

/** Whose session a request's cookies carry. A live one is prolonged now and then. */
export async function readSession(deps: Deps, cookies: string | undefined): Promise<SessionState> {
  const token = readCookie(cookies, cookieName(deps));
  if (!token) return { kind: "none" };
  const hash = hashOf(token);
  const session = await findSession(deps.db.read, hash);
  if (!session) return { kind: "none" };
  const now = deps.clock.now();
  const at = instantText(now);
  if (session.ended_at !== null) return { kind: "none" };
  if (session.expires_at <= at) return { kind: "expired", personId: session.person_id };
  if (now.getTime() - Date.parse(session.seen_at) > touchMs) {
    await touchSession(deps.db.write, hash, at, instantText(new Date(now.getTime() + lifetimeMs)));
  }
  return { kind: "live", personId: session.person_id };
}

/** Ends the session of a request's cookies; returns the `Set-Cookie` value that removes it. */
export async function finishSession(deps: Deps, cookies: string | undefined): Promise<string> {
  const name = cookieName(deps);
  const token = readCookie(cookies, name);
  if (token) await endSession(deps.db.write, hashOf(token), instantText(deps.clock.now()));
  return `${name}=; ${attributes(deps)}; Max-Age=0`;
}
