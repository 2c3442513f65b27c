/** The first run up to the first administrator, for who has the key that was printed at the start. */
import { DomainError } from "#app/domain/errors";
import { describeCompany } from "#app/ledger/company";
import { dayIn, instantText } from "#app/platform/clock";
import { companyChoices, languagesFrom, readCompany } from "#app/platform/company-form";
import type { Deps } from "#app/platform/deps";
import { attributes, beginSession, readCookie } from "#app/platform/sessions";
import { rememberChoice, type Visit } from "#app/platform/visit";
import type { Language } from "#app/words/language";
import { insertAuditEvent } from "#db/queries/audit";
import { findOrganisation } from "#db/queries/organisation";
import { anybodyAdministers } from "#db/queries/people";
import { createAdministrator } from "../create-administrator.server";
import { endSetupKey, isSetupKey } from "./setup-key.server";
import type { SetupAgain, SetupView } from "./setup-view";

const cookieName = "repris_setup";
const usualZone = "Europe/Stockholm";
/** What a company is called whose name is still to be said. */
const unnamed = "Repris";

/**
 * Lets in who has the key: in the address, and from then on in a cookie (null where there is one already).
 *
 * @throws DomainError not-found without it: nobody is told that there is something here
 */
export async function admitToSetup(
  deps: Deps,
  key: string | null,
  cookies: string | undefined,
): Promise<{ readonly kind: "set-up" } | { readonly kind: "admitted"; readonly cookie: string | null }> {
  if (await anybodyAdministers(deps.db.read, dayIn("UTC", deps.clock.now()))) return { kind: "set-up" };
  if (await isSetupKey(deps, key)) return { kind: "admitted", cookie: `${cookieName}=${key}; ${attributes(deps)}` };
  if (await isSetupKey(deps, readCookie(cookies, cookieName))) return { kind: "admitted", cookie: null };
  throw new DomainError("not-found", "There is nothing to set up without the key");
}

/** The step that comes next, or the one that was asked for. */
export async function readSetup(deps: Deps, language: Language, step: string | null): Promise<SetupView> {
  const organisation = await findOrganisation(deps.db.read);
  const isAccount = step === "account" || (organisation !== null && step !== "company");
  return {
    step: isAccount ? "account" : "company",
    company: { name: organisation?.name ?? "", zone: organisation?.zone ?? usualZone, country: "SE", language },
    choices: companyChoices(language),
  };
}

export type SetupTaken =
  | { readonly kind: "on"; readonly href: string; readonly cookies: readonly string[] }
  | { readonly kind: "again"; readonly again: SetupAgain };

/**
 * Takes `intent=company` (`name`, `zone`, `country`, `language`), `skip-company`, and `account` (`name`, `email`, `number`,
 * `password`, `again`), which signs its owner in.
 *
 * @throws DomainError invalid for any other intent, conflict when somebody else was faster
 */
export async function takeSetup(deps: Deps, visit: Visit, form: FormData): Promise<SetupTaken> {
  switch (form.get("intent")) {
    case "company":
      return await takeCompany(deps, visit, form);
    case "skip-company":
      return { kind: "on", href: "/setup?step=account", cookies: [] };
    case "account":
      return await takeAccount(deps, visit, form);
    default:
      throw new DomainError("invalid", "The form has no intent that is known here");
  }
}

async function takeCompany(deps: Deps, visit: Visit, form: FormData): Promise<SetupTaken> {
  const { faults, input } = readCompany(form);
  if (faults.length > 0) return { kind: "again", again: { step: "company", company: input, faults } };
  const { language, ...company } = input;
  await deps.db.write.transaction().execute(async (tx) => {
    await describeCompany(tx, { at: visit.now, by: null }, { ...company, languages: languagesFrom(language) });
    const event = { at: instantText(visit.now), actorId: null, subjectId: null, detail: {} } as const;
    await insertAuditEvent(tx, { ...event, action: "set-up-company" });
  });
  return { kind: "on", href: "/setup?step=account", cookies: [rememberChoice("repris_language", language)] };
}

async function takeAccount(deps: Deps, visit: Visit, form: FormData): Promise<SetupTaken> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const account = { name: text("name"), email: text("email"), number: text("number") };
  const again = (faults: Extract<SetupAgain, { readonly step: "account" }>["faults"]): SetupTaken => ({
    kind: "again",
    again: { step: "account", account, faults },
  });
  if (text("password") !== text("again")) return again(["notTheSame"]);
  const made = await createAdministrator(
    deps,
    { ...account, organisation: unnamed, zone: usualZone, password: text("password"), language: visit.language },
    { onlyFirst: true },
  );
  if ("faults" in made) return again(made.faults);
  await endSetupKey(deps);
  return {
    kind: "on",
    href: "/admin/first-run/people",
    cookies: [await beginSession(deps, made.personId), `${cookieName}=; ${attributes(deps)}; Max-Age=0`],
  };
}
