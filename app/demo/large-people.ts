/** Writes the people of a large company, each with an employment, a unit, and at times a role and a password. */

import { addDays, type CivilDate } from "#app/domain/calendar";
import { folded, sortedBy } from "#app/domain/folded";
import type { Role } from "#db/schema";
import type { BulkRows } from "./bulk-rows";
import { cast } from "./cast";
import { emailDomain, knownAccounts } from "./known-accounts";
import type { LargePlace } from "./large-company";
import type { LargePlan } from "./large-plan";
import { origins } from "./names";
import type { Name } from "./naming";

const known = cast.filter((member) => member.account !== undefined);
const given = origins.flatMap((origin) => origin.given);
const family = origins.flatMap((origin) => origin.family);

function nameOf(number: number): Name {
  const member = known[number];
  if (member) return member;
  return {
    given: given[number % given.length] ?? "",
    family: family[Math.floor(number / given.length) % family.length] ?? "",
  };
}

/** The first days of work: so long before that everything is required of everybody from its own day. */
export function hiredOn(number: number, lastDay: CivilDate): CivilDate {
  return addDays(lastDay, -600 - 30 * (number % 100));
}

export interface LargePerson {
  readonly id: string;
  readonly number: number;
  readonly unit: string;
  readonly top: string;
}

export interface Written {
  readonly rows: BulkRows;
  readonly plan: LargePlan;
  readonly place: LargePlace;
  readonly lastDay: CivilDate;
  /** UTC ISO. */
  readonly at: string;
  readonly newId: () => string;
  readonly passwordHash: string;
}

export function addPerson({ rows, plan, place, lastDay, at, newId, passwordHash }: Written, person: LargePerson): void {
  const { id, number } = person;
  const name = nameOf(number);
  const account = knownAccounts.find(({ role }) => role === known[number]?.account);
  const from_on = hiredOn(number, lastDay);
  const recorded = { recorded_at: at, recorded_by: null };
  rows.add("person", {
    id,
    employee_number: String(2001 + number),
    given_name: name.given,
    family_name: name.family,
    email: account?.email ?? `p${2001 + number}@${emailDomain}`,
    language: "sv",
    zone: null,
    search_key: folded(`${name.given} ${name.family} ${2001 + number}`),
    sort_key: sortedBy(`${name.family} ${name.given}`),
    created_at: at,
  });
  rows.add("employment", {
    id: newId(),
    person_id: id,
    entity_id: place.entityId,
    site_id: place.siteId,
    kind: "employee",
    title: "Medarbetare",
    manager_id: null,
    from_on,
    to_on: null,
    ...recorded,
  });
  rows.add("membership", {
    id: newId(),
    person_id: id,
    department_id: person.unit,
    from_on,
    to_on: null,
    ...recorded,
  });
  const grant = (role: Role, department_id: string | null) => {
    rows.add("role_grant", {
      id: newId(),
      person_id: id,
      role,
      department_id,
      course_id: null,
      deputy: 0,
      from_on,
      to_on: null,
      ...recorded,
    });
  };
  if (account) {
    rows.add("credential", { person_id: id, password_hash: passwordHash, changed_at: at });
    const member = known[number];
    if (account.role === "manager") grant("manager", null);
    if (account.role === "department-manager") grant("manager", plan.tops[0] ?? null);
    if (member?.role) grant(member.role, null);
  } else if (number < known.length + plan.units.length) {
    grant("manager", person.unit);
  }
}
