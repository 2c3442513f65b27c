import { DomainError } from "#app/domain/errors";
import type { Deps } from "#app/platform/deps";
import { beginSession, finishSession } from "#app/platform/sessions";
import { isOwnPath, readParked, rememberChoice, type Visit } from "#app/platform/visit";
import { findSignedIn } from "#db/queries/people";
import { enterAs } from "./enter.server";
import { signIn } from "./sign-in.server";
import type { SignInProblem } from "./sign-in-view";

export type SignInOutcome =
  | { readonly kind: "signed-in"; readonly href: string; readonly cookies: readonly string[] }
  | { readonly kind: "refused"; readonly problem: SignInProblem; readonly email: string };

/**
 * Takes the sign-in page's forms: `intent=sign-in` (`email`, `password`, `next`) and in a demonstration `intent=enter`
 * (`email`, `next`). A session that was there before ends. Whoever has a form waiting goes on to send it. The person's
 * language becomes that of the device, so that it stays when they sign out or are signed out.
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
  const email = text("email");
  let personId: string;
  switch (post.form.get("intent")) {
    case "enter":
      personId = await enterAs(deps, email);
      break;
    case "sign-in": {
      const password = text("password");
      const missing = { email: email.trim() === "", password: password === "" };
      if (missing.email || missing.password) {
        return { kind: "refused", problem: { kind: "missing", ...missing }, email };
      }
      const result = await signIn(deps, { email, password, address: visit.address });
      if (result.kind === "wrong") return { kind: "refused", problem: { kind: "wrong" }, email };
      if (result.kind === "limited") {
        const waitMinutes = Math.ceil(result.seconds / 60);
        return { kind: "refused", problem: { kind: "tooMany", waitMinutes }, email };
      }
      personId = result.personId;
      break;
    }
    default:
      throw new DomainError("invalid", "The form has no intent that is known here");
  }
  await finishSession(deps, post.cookies);
  const language = (await findSignedIn(deps.db.read, personId, visit.today))?.language;
  const next = text("next");
  const waiting = readParked(post.cookies, personId) !== null;
  return {
    kind: "signed-in",
    href: waiting ? "/resume" : next !== "" && isOwnPath(next) ? next : "/",
    cookies: [
      await beginSession(deps, personId),
      ...(language === undefined ? [] : [rememberChoice("repris_language", language)]),
    ],
  };
}
