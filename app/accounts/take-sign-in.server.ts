import { DomainError } from "#app/domain/errors";
import type { Deps } from "#app/platform/deps";
import { beginSession, finishSession } from "#app/platform/sessions";
import { forgetChoices, isOwnPath, readParked, rememberChoice, type Visit } from "#app/platform/visit";
import { findSignedIn } from "#db/queries/people";
import { enterAs } from "./enter.server";
import { signIn } from "./sign-in.server";
import { type Chosen, chooseByCode, signInByNumber } from "./sign-in-by-number.server";
import type { FirstTime, SignInProblem, Way } from "./sign-in-view";

/** What the page shows again: what was typed, but for secrets, and why it was not enough. */
export interface Again {
  readonly way: Way;
  readonly email: string;
  readonly number: string;
  readonly problem: SignInProblem | null;
  readonly first: FirstTime | null;
}

export type SignInOutcome =
  | { readonly kind: "signed-in"; readonly href: string; readonly cookies: readonly string[] }
  | ({ readonly kind: "again" } & Again);

type Checked = { readonly personId: string } | Again;

/**
 * Takes the sign-in page's forms: `intent=sign-in` (`email`, `password`), `pin` and `code` (`number`, `secret`), `choose`
 * (`number`, `code`, `kind`, `pin` or `password` with its `again`) and in a demonstration `enter` (`email`), each with
 * `next`. A session that was there before ends. Whoever has a form waiting goes on to send it. The person's language
 * becomes that of their own device, so that it stays when they sign out or are signed out; a shared device keeps nothing.
 *
 * @throws DomainError invalid for any other intent, forbidden as `enterAs` does
 */
export async function takeSignIn(
  deps: Deps,
  visit: Visit,
  post: { readonly form: FormData; readonly cookies: string | undefined },
): Promise<SignInOutcome> {
  const text = (name: string) => {
    const value = post.form.get(name);
    return typeof value === "string" ? value : "";
  };
  const checked = await check(deps, visit, post.form.get("intent"), text);
  if (!("personId" in checked)) return { kind: "again", ...checked };
  const { personId } = checked;
  await finishSession(deps, post.cookies);
  const next = text("next");
  const href = next !== "" && isOwnPath(next) ? next : "/";
  if (visit.sharedDevice !== null) {
    return {
      kind: "signed-in",
      href,
      cookies: [await beginSession(deps, personId, { shared: true }), ...forgetChoices],
    };
  }
  const language = (await findSignedIn(deps.db.read, personId, visit.today))?.language;
  const waiting = readParked(post.cookies, personId) !== null;
  return {
    kind: "signed-in",
    href: waiting ? "/resume" : href,
    cookies: [
      await beginSession(deps, personId),
      ...(language === undefined ? [] : [rememberChoice("repris_language", language)]),
    ],
  };
}

async function check(
  deps: Deps,
  { address }: Visit,
  intent: FormDataEntryValue | null,
  text: (name: string) => string,
): Promise<Checked> {
  switch (intent) {
    case "enter":
      return { personId: await enterAs(deps, text("email")) };
    case "sign-in": {
      const email = text("email");
      const password = text("password");
      const again = (problem: SignInProblem) => refused("email", { email }, problem);
      const missing = missingIn(email, password);
      if (missing) return again(missing);
      const result = await signIn(deps, { email, password, address });
      return result.kind === "signed-in" ? result : again(problemOf(result));
    }
    case "pin":
    case "code": {
      const way = intent === "pin" ? "number" : "code";
      const number = text("number");
      const secret = text("secret");
      const again = (problem: SignInProblem) => refused(way, { number }, problem);
      const missing = missingIn(number, secret);
      if (missing) return again(missing);
      const result = await signInByNumber(deps, { number, secret, address });
      if (result.kind === "signed-in") return result;
      if (result.kind !== "first") return again(problemOf(result));
      const first = {
        number: number.trim(),
        code: secret,
        email: result.access.email,
        kind: "pin",
        fault: null,
      } as const;
      return { way: "code", email: "", number, problem: null, first };
    }
    case "choose":
      return await chooseFirst(deps, address, text);
    default:
      throw new DomainError("invalid", "The form has no intent that is known here");
  }
}

async function chooseFirst(deps: Deps, address: string, text: (name: string) => string): Promise<Checked> {
  const [number, code] = [text("number"), text("code")];
  const chosen: Chosen =
    text("kind") === "password"
      ? { kind: "password", password: text("password"), again: text("password-again") }
      : { kind: "pin", pin: text("pin").trim(), again: text("pin-again").trim() };
  const result = await chooseByCode(deps, { number, secret: code, address }, chosen);
  if (result.kind === "signed-in") return result;
  if (result.kind !== "refused") return refused("code", { number }, problemOf(result));
  const { access, fault } = result;
  const first = { number, code, email: access.email, kind: chosen.kind, fault };
  return { way: "code", email: "", number, problem: null, first };
}

function missingIn(name: string, secret: string): SignInProblem | null {
  const missing = { name: name.trim() === "", secret: secret.trim() === "" };
  return missing.name || missing.secret ? { kind: "missing", ...missing } : null;
}

function problemOf(result: { readonly kind: "wrong" } | { readonly kind: "limited"; readonly seconds: number }) {
  if (result.kind === "wrong") return { kind: "wrong" } as const;
  return { kind: "tooMany", waitMinutes: Math.ceil(result.seconds / 60) } as const;
}

function refused(
  way: Way,
  typed: { readonly email?: string; readonly number?: string },
  problem: SignInProblem,
): Again {
  return { way, email: typed.email ?? "", number: typed.number ?? "", problem, first: null };
}
