import { deflateRawSync, inflateRawSync } from "node:zlib";
import { type AppLoadContext, redirect, redirectDocument } from "@remix-run/node";
import type { CivilDate } from "#app/domain/calendar";
import { fallbackLanguage, isLanguage, type Language } from "#app/words/language";
import { findSignedIn, type SignedIn, worksHere } from "#db/queries/people";
import { dayIn } from "./clock";
import type { Deps } from "./deps";
import { readCookie, readSession, type SessionState } from "./sessions";
import { readSharedDevice } from "./shared-device";

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
  /** The id of the device where several people share it; null where it is somebody's own. */
  readonly sharedDevice: string | null;
}

/** Whether the next reader of this screen may be somebody else: nothing may be left for them. */
export function isShared({ session, sharedDevice }: Pick<Visit, "session" | "sharedDevice">): boolean {
  return sharedDevice !== null || (session.kind !== "none" && session.shared);
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    readonly deps: Deps;
    readonly visit: Visit;
    /** Why the request is not answered as it was sent: an HTTP status. */
    readonly problem: number | null;
  }
}

const yearSeconds = 31_536_000;

const choices = ["repris_language", "repris_theme", "repris_way"] as const;

/** The `Set-Cookie` value that remembers a choice (language, theme, way of signing in) on this device. */
export function rememberChoice(name: (typeof choices)[number], value: string): string {
  return `${name}=${value}; Path=/; SameSite=Lax; HttpOnly; Max-Age=${yearSeconds}`;
}

/** The same on a device that several people share: until the browser is closed or its reader leaves. */
export function lendChoice(name: (typeof choices)[number], value: string): string {
  return `${name}=${value}; Path=/; SameSite=Lax; HttpOnly`;
}

/** The `Set-Cookie` values that forget everything that somebody chose or left on this device. */
export const forgetChoices: readonly string[] = [...choices, "repris_parked"].map(
  (name) => `${name}=; Path=/; SameSite=Lax; HttpOnly; Max-Age=0`,
);

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

/** Whose session it is, while they work here: whoever has left is signed out when their last day ends where they are. */
async function findReader(deps: Deps, personId: string, now: Date): Promise<SignedIn | null> {
  // The zone is known only with the person: the day before is early enough to find memberships and roles by.
  const person = await findSignedIn(deps.db.read, personId, dayIn("UTC", now));
  if (!person || !(await worksHere(deps.db.read, personId, dayIn(person.zone, now)))) return null;
  return person;
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
  const sharedDevice = await readSharedDevice(deps, request.cookies);
  const reader = session.kind === "live" ? await findReader(deps, session.personId, now) : null;
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
    sharedDevice,
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
  // What the next person on a shared device is shown is not where the last one was.
  if (session.kind === "expired" && session.shared) throw redirectDocument("/sign-in?left");
  const headers = new Headers();
  const search = new URLSearchParams({ next: path });
  if (request.method === "POST") {
    const form = await request.clone().formData();
    // A note of how far somebody has read is not worth the place of an answer.
    if (form.get("intent") === "reading") throw redirect(`/sign-in?${search}`, { headers });
    const fields = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
    // Of a session that nobody knows, or that its reader ended, whose it was is not certain: then it is said to be lost.
    const cookie = session.kind === "expired" ? park({ path, fields, personId: session.personId }) : null;
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
