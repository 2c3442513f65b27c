import { ulid } from "ulid";
import { folded } from "#app/domain/folded";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { insertAuditEvent } from "#db/queries/audit";
import { hashPassword, shortestPassword } from "./passwords.server";

/**
 * Makes a person who is administrator, with a password; on an empty database the organisation, an entity, a site and a
 * department for them too. Gives `"created"`, or a sentence that says what to do.
 */
export async function createAdministrator(
  deps: Pick<Deps, "db" | "clock">,
  input: {
    readonly organisation: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly zone: string;
  },
): Promise<"created" | (string & {})> {
  const email = input.email.toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return `${input.email} is not an e-mail address.`;
  if (input.password.length < shortestPassword) {
    return `The password is too short: take at least ${shortestPassword} characters.`;
  }
  if (!Intl.supportedValuesOf("timeZone").includes(input.zone)) {
    return `${input.zone} is not a time zone: give one such as Europe/Stockholm.`;
  }
  const [givenName = "", ...rest] = input.name.split(/\s+/);
  const familyName = rest.join(" ") || givenName;
  const passwordHash = await hashPassword(input.password);
  const now = deps.clock.now();
  const at = instantText(now);
  const on = dayIn(input.zone, now);
  return await deps.db.write.transaction().execute(async (tx) => {
    const taken = await tx.selectFrom("person").select("id").where("email", "=", email).executeTakeFirst();
    if (taken) return `${email} belongs to somebody already.`;
    const recorded = { recorded_at: at, recorded_by: null };
    let organisation = await tx.selectFrom("organisation").select("id").executeTakeFirst();
    if (!organisation) {
      organisation = { id: ulid(now.getTime()) };
      await tx
        .insertInto("organisation")
        .values({
          id: organisation.id,
          name: input.organisation,
          zone: input.zone,
          languages: JSON.stringify(["sv", "en"]),
          demonstration: 0,
          created_at: at,
        })
        .execute();
    }
    let site = await tx.selectFrom("site").select(["id", "entity_id"]).executeTakeFirst();
    if (!site) {
      const entityId = ulid(now.getTime());
      await tx.insertInto("entity").values({ id: entityId, name: input.organisation, country: "SE" }).execute();
      site = { id: ulid(now.getTime()), entity_id: entityId };
      await tx
        .insertInto("site")
        .values({ id: site.id, entity_id: entityId, name: input.organisation, zone: input.zone })
        .execute();
    }
    const personId = ulid(now.getTime());
    await tx
      .insertInto("person")
      .values({
        id: personId,
        employee_number: `A-${personId.slice(-6)}`,
        given_name: givenName,
        family_name: familyName,
        email,
        language: "sv",
        zone: null,
        search_key: folded(`${givenName} ${familyName}`),
        sort_key: folded(`${familyName} ${givenName}`),
        created_at: at,
      })
      .execute();
    await tx
      .insertInto("employment")
      .values({
        id: ulid(now.getTime()),
        person_id: personId,
        entity_id: site.entity_id,
        site_id: site.id,
        kind: "employee",
        title: "",
        manager_id: null,
        from_on: on,
        to_on: null,
        ...recorded,
      })
      .execute();
    await tx
      .insertInto("role_grant")
      .values({
        id: ulid(now.getTime()),
        person_id: personId,
        role: "administrator",
        department_id: null,
        course_id: null,
        deputy: 0,
        from_on: on,
        to_on: null,
        ...recorded,
      })
      .execute();
    await tx
      .insertInto("credential")
      .values({ person_id: personId, password_hash: passwordHash, changed_at: at })
      .execute();
    await insertAuditEvent(tx, { at, actorId: null, action: "created-administrator", subjectId: personId, detail: {} });
    return "created" as const;
  });
}
