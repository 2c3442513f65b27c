import { deflateRawSync, inflateRawSync } from "node:zlib";
import { type AppLoadContext, redirect } from "@remix-run/node";
import type { CivilDate } from "#app/domain/calendar";
import { fallbackLanguage, isLanguage, type Language } from "#app/words/language";
import { findSignedIn, type SignedIn } from "#db/queries/people";
import { dayIn } from "./clock";
import type { Deps } from "./deps";
import { readCookie, readSession, type SessionState } from "./sessions";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** One request: who is asking, in which language, on which day. */
export interface Visit {
  readonly requestId: string;
  readonly nonce: string;
  /** The network address, only to limit sign-in attempts by. */
  readonly address: string;
  readonly now: Date;
  /** The reader's own civil date. */
  readonly today: CivilDate;
  readonly language: Language;
  readonly theme: Theme;
  readonly session: SessionState;
  readonly reader: SignedIn | null;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    readonly deps: Deps;
    readonly visit: Visit;
  }
}

const yearSeconds = 31_536_000;

/** The `Set-Cookie` value that remembers a choice (language or theme) on this device. */
export function rememberChoice(name: "repris_language" | "repris_theme", value: string): string {
  return `${name}=${value}; Path=/; SameSite=Lax; HttpOnly; Max-Age=${yearSeconds}`;
}

function themeOf(cookies: string | undefined): Theme {
  const chosen = readCookie(cookies, "repris_theme");
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}

/** The first language of an `Accept-Language` header that the product speaks. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.trim().split(";");
    const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
    return { language: tag.slice(0, 2).toLowerCase(), weight: weight ? Number(weight.trim().slice(2)) : 1 };
  });
  wishes.sort((a, b) => b.weight - a.weight);
  for (const wish of wishes) if (isLanguage(wish.language)) return wish.language;
  return fallbackLanguage;
}

/** Finds out who is asking, before any route runs. */
export async function openVisit(
  deps: Deps,
  request: {
    cookies: string | undefined;
    acceptLanguage: string | undefined;
    requestId: string;
    nonce: string;
    address: string;
  },
): Promise<Visit> {
  const now = deps.clock.now();
  const session = await readSession(deps, request.cookies);
  // The zone is known only with the person: the day before is early enough to find memberships and roles by.
  const reader =
    session.kind === "live" ? ((await findSignedIn(deps.db.read, session.personId, dayIn("UTC", now))) ?? null) : null;
  const chosen = readCookie(request.cookies, "repris_language");
  const language = isLanguage(reader?.language)
    ? reader.language
    : isLanguage(chosen)
      ? chosen
      : preferredLanguage(request.acceptLanguage);
  return {
    requestId: request.requestId,
    nonce: request.nonce,
    address: request.address,
    now,
    today: dayIn(reader?.zone ?? "UTC", now),
    language,
    theme: themeOf(request.cookies),
    session,
    reader,
  };
}

const parkedCookie = "repris_parked";
/** Browsers keep 4,096 bytes a cookie, its name and attributes included. */
const parkedBytes = 3_800;
const parkedSeconds = 3600;

/** A form that was sent after the session had ended, kept in the sender's own browser until they are back. */
export interface Parked {
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly personId: string;
}

function park(parked: Parked): string | null {
  const value = deflateRawSync(JSON.stringify(parked)).toString("base64url");
  if (value.length > parkedBytes) return null;
  return `${parkedCookie}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${parkedSeconds}`;
}

/** The `Set-Cookie` value that forgets a parked form. */
export const unpark = `${parkedCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;

/** The parked form of a request's cookies, if it belongs to this person; null otherwise. */
export function readParked(cookies: string | undefined, personId: string): Parked | null {
  const value = readCookie(cookies, parkedCookie);
  if (!value) return null;
  try {
    const text = inflateRawSync(Buffer.from(value, "base64url"), { maxOutputLength: 65_536 }).toString("utf8");
    const parked = JSON.parse(text) as Parked;
    const intact =
      typeof parked.path === "string" &&
      isOwnPath(parked.path) &&
      Array.isArray(parked.fields) &&
      parked.fields.every(
        (field) => Array.isArray(field) && typeof field[0] === "string" && typeof field[1] === "string",
      );
    return intact && parked.personId === personId ? parked : null;
  } catch {
    // A cookie is the visitor's to spoil; nothing was parked that we could read.
    return null;
  }
}

/** Whether a text is a path on this site and nothing else. */
export function isOwnPath(text: string): boolean {
  return /^\/(?![/\\])[^\\\s]*$/.test(text) && !text.startsWith("/sign-");
}

/**
 * Who is signed in; anyone else is sent to sign in and comes back to where they were. What they had sent, if their
 * session ended meanwhile, is parked and sent once they are back.
 */
export async function requireReader(context: AppLoadContext, request: Request): Promise<SignedIn> {
  const { reader, session } = context.visit;
  if (reader) return reader;
  const url = new URL(request.url);
  const path = `${url.pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/")}${withoutRouting(url)}`;
  const headers = new Headers();
  const search = new URLSearchParams({ next: path });
  if (request.method === "POST" && session.kind === "expired") {
    const form = await request.clone().formData();
    // A note of how far somebody has read is not worth the place of an answer.
    if (form.get("intent") === "reading") throw redirect(`/sign-in?${search}`, { headers });
    const fields = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
    const cookie = park({ path, fields, personId: session.personId });
    if (cookie) headers.append("Set-Cookie", cookie);
    search.set("kept", cookie ? "1" : "0");
  }
  throw redirect(`/sign-in?${search}`, { headers });
}

/** The query of a URL without what Remix adds for its own requests. */
function withoutRouting(url: URL): string {
  const search = new URLSearchParams(url.search);
  search.delete("_routes");
  const text = search.toString();
  return text ? `?${text}` : "";
}
