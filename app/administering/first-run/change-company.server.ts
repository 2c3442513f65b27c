import { type Actor, company, mustBeAble } from "#app/domain/permissions";
import { describeCompany } from "#app/ledger/company";
import { instantText } from "#app/platform/clock";
import { type CompanyChoices, companyChoices, languagesFrom, readCompany } from "#app/platform/company-form";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { insertAuditEvent } from "#db/queries/audit";
import { findCompany } from "#db/queries/first-run";

export interface CompanyView {
  readonly values: {
    readonly name: string;
    readonly zone: string;
    readonly country: string | null;
    readonly language: string;
  };
  readonly choices: CompanyChoices;
}

/** @throws DomainError forbidden for who may not change the company */
export async function readCompanyView(deps: Pick<Deps, "db">, actor: Actor, language: Language): Promise<CompanyView> {
  mustBeAble(actor, "manage-organisation", company);
  const known = await findCompany(deps.db.read);
  const [first = language] = known?.languages ?? [];
  // Its country is that of its entities, once there is a company.
  const values = { name: known?.name ?? "", zone: known?.zone ?? "UTC", country: null, language: first };
  return { values, choices: companyChoices(language) };
}

/** Describes the company anew; gives what is wrong with the form, nothing when it was taken. */
export async function changeCompany(
  deps: Deps,
  actor: Actor,
  form: FormData,
): Promise<{ readonly values: CompanyView["values"]; readonly faults: readonly ("nameMissing" | "zoneUnknown")[] }> {
  mustBeAble(actor, "manage-organisation", company);
  const { faults, input } = readCompany(form);
  const { country, language, name, zone } = input;
  const values = { name, zone, country: null, language };
  if (faults.length > 0) return { values, faults };
  const at = deps.clock.now();
  await deps.db.write.transaction().execute(async (tx) => {
    const described = { name, zone, country, languages: languagesFrom(language) };
    await describeCompany(tx, { at, by: actor.personId }, described);
    const event = { at: instantText(at), actorId: actor.personId, subjectId: null, detail: {} } as const;
    await insertAuditEvent(tx, { ...event, action: "set-up-company" });
  });
  return { values, faults };
}
