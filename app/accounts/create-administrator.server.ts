import { DomainError } from "#app/domain/errors";
import { describeCompany, firstSite } from "#app/ledger/company";
import { type PersonChange, recordPeople } from "#app/ledger/people";
import { recordGrant } from "#app/ledger/roles";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { isZone } from "#app/platform/local-time";
import { hashPassword, shortestPassword } from "#app/platform/passwords";
import { fallbackLanguage, type Language } from "#app/words/language";
import { putPassword } from "#db/queries/access";
import { insertAuditEvent } from "#db/queries/audit";
import { findLastingAdministrators } from "#db/queries/directory-person";
import { anybodyAdministers, worksHere } from "#db/queries/people";

export interface NewAdministrator {
  /** Names the company where there is none yet. */
  readonly organisation: string;
  /** IANA zone of a company that is named so. */
  readonly zone: string;
  readonly name: string;
  readonly email: string;
  /** Null: one is made up. */
  readonly number: string | null;
  readonly password: string;
  readonly language: Language | null;
}

export type AdministratorFault =
  | "nameMissing"
  | "emailInvalid"
  | "emailTaken"
  | "numberTaken"
  | "passwordShort"
  | "zoneUnknown";

export const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Makes a person who is administrator, with a password; on an empty database the company too. Gives their id, or what is
 * wrong with what was given.
 *
 * @param options.onlyFirst refuses where somebody administers already
 * @param options.promote takes whoever has the address already: they get the role and the password, and are employed again
 * @throws DomainError conflict when there is an administrator and only the first may be made
 */
export async function createAdministrator(
  deps: Pick<Deps, "db" | "clock">,
  input: NewAdministrator,
  options: { readonly onlyFirst?: boolean; readonly promote?: boolean } = {},
): Promise<{ readonly personId: string } | { readonly faults: readonly AdministratorFault[] }> {
  const email = input.email.trim().toLowerCase();
  const [givenName = "", ...rest] = input.name.trim().split(/\s+/);
  const familyName = rest.join(" ");
  const faults: AdministratorFault[] = [
    ...(givenName === "" || familyName === "" ? (["nameMissing"] as const) : []),
    ...(emailForm.test(email) ? [] : (["emailInvalid"] as const)),
    ...(input.password.length < shortestPassword ? (["passwordShort"] as const) : []),
    ...(isZone(input.zone) ? [] : (["zoneUnknown"] as const)),
  ];
  if (faults.length > 0) return { faults };
  const passwordHash = await hashPassword(input.password);
  const now = deps.clock.now();
  const recording = { at: now, by: null };
  return await deps.db.write.transaction().execute(async (tx) => {
    if (options.onlyFirst && (await anybodyAdministers(tx, dayIn("UTC", now)))) {
      throw new DomainError("conflict", "Somebody administers already");
    }
    const freshId = newId(now);
    const number = input.number?.trim() || `A-${freshId.slice(-6)}`;
    const taken = await tx
      .selectFrom("person")
      .select(["id", "email", "employee_number"])
      .where((eb) => eb.or([eb("email", "=", email), eb("employee_number", "=", number)]))
      .execute();
    const owner = taken.find((row) => row.email === email);
    if (owner && !options.promote) return { faults: ["emailTaken"] as const };
    if (!owner && taken.length > 0) return { faults: ["numberTaken"] as const };
    let organisation = await tx.selectFrom("organisation").select(["zone", "languages"]).executeTakeFirst();
    if (!organisation) {
      const languages = [fallbackLanguage, "en"];
      await describeCompany(tx, recording, { name: input.organisation, zone: input.zone, country: "SE", languages });
      organisation = { zone: input.zone, languages: JSON.stringify(languages) };
    }
    const [usual = fallbackLanguage] = JSON.parse(organisation.languages) as string[];
    const from = dayIn(organisation.zone, now);
    const personId = owner?.id ?? freshId;
    const person = { id: personId, employeeNumber: number, givenName, familyName, email, zone: null };
    const changes: PersonChange[] = owner
      ? []
      : [{ type: "created", person: { ...person, language: input.language ?? usual } }];
    if (!owner || !(await worksHere(tx, personId, from))) {
      const place = await firstSite(tx);
      changes.push({ type: "employed", personId, from, ...place, kind: "employee", title: "", managerId: null });
    }
    await recordPeople(tx, recording, changes);
    const everywhere = { departmentId: null, courseId: null, deputy: false } as const;
    if (!(await findLastingAdministrators(tx, from, {})).includes(personId)) {
      await recordGrant(tx, recording, { personId, role: "administrator", ...everywhere, from, to: null });
    }
    await putPassword(tx, personId, passwordHash, instantText(now));
    const event = { at: instantText(now), actorId: null, subjectId: personId, detail: {} } as const;
    await insertAuditEvent(tx, { ...event, action: "created-administrator" });
    return { personId };
  });
}
