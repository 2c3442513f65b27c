/** Reads the company as it is, to hold a file of people against it. */
import { type CivilDate, compareDates } from "#app/domain/calendar";
import type { Employment, Stretch } from "#app/ledger/careers";
import { dayIn } from "#app/platform/clock";
import type { Reader } from "#db/connect";
import { findLastingAdministrators } from "#db/queries/directory-person";
import { findCareerRows, findPeopleRows } from "#db/queries/people-rows";
import type { CurrentPerson } from "./people-changes";
import type { KnownCompany } from "./plan-people";
import { RemainingAdministrators } from "./remaining-administrators";

const peopleAtOnce = 256;

/** What is recorded of these people; those that nobody knows are left out. */
export async function loadCurrent(db: Reader, ids: readonly string[]): Promise<Map<string, CurrentPerson>> {
  const current = new Map<
    string,
    CurrentPerson & { employments: Stretch<Employment>[]; memberships: Stretch<string>[] }
  >();
  for (const row of await findPeopleRows(db, ids)) {
    current.set(row.id, {
      id: row.id,
      employeeNumber: row.employee_number,
      givenName: row.given_name,
      familyName: row.family_name,
      email: row.email,
      language: row.language,
      employments: [],
      memberships: [],
    });
  }
  const { employments, memberships } = await findCareerRows(db, [...current.keys()]);
  for (const row of employments) {
    const { entity_id: entityId, site_id: siteId, kind, title, manager_id: managerId } = row;
    current.get(row.person_id)?.employments.push({
      id: row.id,
      from: row.from_on as CivilDate,
      to: row.to_on as CivilDate | null,
      value: { entityId, siteId, kind, title, managerId },
    });
  }
  for (const row of memberships) {
    current.get(row.person_id)?.memberships.push({
      id: row.id,
      from: row.from_on as CivilDate,
      to: row.to_on as CivilDate | null,
      value: row.department_id,
    });
  }
  return current;
}

/** Ids of those who administer without an end to it, on the day `from` or by now, whichever is later. */
async function findAdministrators(db: Reader, from: CivilDate, now: Date): Promise<Set<string>> {
  const today = dayIn("UTC", now);
  return new Set(await findLastingAdministrators(db, compareDates(from, today) > 0 ? from : today, {}));
}

/** The same, and whether they have an address to sign in with. */
export async function loadAdministrators(db: Reader, from: CivilDate, now: Date): Promise<RemainingAdministrators> {
  return new RemainingAdministrators(await findPeopleRows(db, [...(await findAdministrators(db, from, now))]));
}

/** Everybody and every place, and who administers; `breathe` is called between pieces. */
export async function loadCompany(
  db: Reader,
  from: CivilDate,
  now: Date,
  breathe: () => Promise<void>,
): Promise<KnownCompany> {
  const people: CurrentPerson[] = [];
  for (let after = ""; ; ) {
    const ids = await db
      .selectFrom("person")
      .select("id")
      .where("id", ">", after)
      .orderBy("id")
      .limit(peopleAtOnce)
      .execute();
    people.push(
      ...(
        await loadCurrent(
          db,
          ids.map((row) => row.id),
        )
      ).values(),
    );
    await breathe();
    const last = ids.at(-1);
    if (!last || ids.length < peopleAtOnce) break;
    after = last.id;
  }
  const departments = await db
    .selectFrom("department")
    .select(["id", "parent_id", "name"])
    .where("closed_on", "is", null)
    .where("merged_into", "is", null)
    .execute();
  const sites = await db
    .selectFrom("site")
    .select(["id", "name", "entity_id", "country"])
    .where("closed_on", "is", null)
    .execute();
  const entities = await db
    .selectFrom("entity")
    .select(["id", "name", "country"])
    .where("closed_on", "is", null)
    .execute();
  const organisation = await db.selectFrom("organisation").select("languages").executeTakeFirst();
  const [language = "sv"] = JSON.parse(organisation?.languages ?? "[]") as string[];
  return {
    people,
    departments: departments.map((row) => ({
      id: row.id,
      parentId: row.parent_id,
      names: Object.values(JSON.parse(row.name) as Record<string, string>),
    })),
    sites: sites.map((row) => ({ id: row.id, name: row.name, entityId: row.entity_id, country: row.country })),
    entities,
    language,
    administrators: await findAdministrators(db, from, now),
  };
}

/** Actions that change nothing about people, places or requirements. */
const harmless = [
  "signed-in",
  "signed-out",
  "read-person",
  "began-import",
  "discarded-import",
  "planned-session",
  "changed-session",
  "cancelled-session",
  "invited-to-session",
  "took-place",
  "gave-place-back",
  "noted-attendance",
] as const;

/** How the company is, in a word: another word when anything about people, places or requirements was recorded since. */
export async function companyFingerprint(db: Reader): Promise<string> {
  const parts: (string | number | null)[] = [];
  for (const table of ["person", "department", "site", "entity"] as const) {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirst();
    parts.push(row?.n ?? 0);
  }
  for (const table of ["employment", "membership", "requirement"] as const) {
    const row = await db
      .selectFrom(table)
      .select((eb) => [
        eb.fn.countAll<number>().as("n"),
        eb.fn.max("recorded_at").as("recorded"),
        eb.fn.max("withdrawn_at").as("withdrawn"),
      ])
      .executeTakeFirst();
    parts.push(row?.n ?? 0, row?.recorded ?? null, row?.withdrawn ?? null);
  }
  const event = await db
    .selectFrom("audit_event")
    .select("id")
    .where("action", "not in", harmless)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return [...parts, event?.id ?? null].join("|");
}
