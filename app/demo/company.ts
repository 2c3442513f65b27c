/** Writes the company itself: its places and departments, people, employments, roles and passwords. */
import { hash } from "@node-rs/argon2";
import type { CivilDate } from "#app/domain/calendar";
import { folded, sortedBy } from "#app/domain/folded";
import { instantText } from "#app/platform/clock";
import type { Writer } from "#db/connect";
import type { NewId } from "./chance";
import type { ContentForDemo, DemoDepartment } from "./content";
import { demonstrationPassword } from "./known-accounts";
import { entities, organisationName, organisationZone, type SiteKey, sites, units } from "./places";
import type { DemoPerson, Post } from "./roster";

/** Ids of what people's rows point at. */
export interface Places {
  readonly entityOf: (site: SiteKey) => string;
  readonly siteId: (site: SiteKey) => string;
}

/** Each department with all above it, nearest first. */
export function departmentsAbove(departments: readonly DemoDepartment[]): (departmentId: string) => readonly string[] {
  const parents = new Map(departments.map((department) => [department.id, department.parent]));
  const above = new Map<string, readonly string[]>();
  for (const { id } of departments) {
    const line: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) line.push(at);
    above.set(id, line);
  }
  for (const unit of units) {
    if (above.get(unit.departmentId)?.at(-1) !== unit.top) {
      throw new Error(`The demonstration needs the department ${unit.departmentId} under ${unit.top}`);
    }
  }
  return (departmentId) => above.get(departmentId) ?? [departmentId];
}

/** Writes the organisation, its entities, sites and departments. */
export async function writePlaces(tx: Writer, content: ContentForDemo, newId: NewId, at: Date): Promise<Places> {
  await tx
    .insertInto("organisation")
    .values({
      id: newId(at),
      name: organisationName,
      zone: organisationZone,
      languages: JSON.stringify(content.languages),
      demonstration: 1,
      created_at: instantText(at),
    })
    .execute();
  const entityIds = new Map<string, string>();
  for (const { key, name, country } of entities) {
    const id = newId(at);
    entityIds.set(key, id);
    await tx.insertInto("entity").values({ id, name, country }).execute();
  }
  const siteIds = new Map<SiteKey, { id: string; entityId: string }>();
  for (const { key, entity, name, zone } of sites) {
    const id = newId(at);
    const entityId = entityIds.get(entity) ?? "";
    siteIds.set(key, { id, entityId });
    await tx.insertInto("site").values({ id, entity_id: entityId, name, zone }).execute();
  }
  const above = departmentsAbove(content.departments);
  const topFirst = [...content.departments].sort((a, b) => above(a.id).length - above(b.id).length);
  for (const { id, parent, name } of topFirst) {
    const position = content.departments.findIndex((department) => department.id === id);
    await tx
      .insertInto("department")
      .values({ id, parent_id: parent ?? null, name: JSON.stringify(name), position, closed_on: null })
      .execute();
    for (const [depth, ancestor] of above(id).entries()) {
      await tx.insertInto("department_ancestor").values({ department_id: id, ancestor_id: ancestor, depth }).execute();
    }
  }
  const found = (site: SiteKey) => siteIds.get(site) ?? { id: "", entityId: "" };
  return { siteId: (site) => found(site).id, entityOf: (site) => found(site).entityId };
}

/** Writes somebody whom the company learns of. */
export async function writePerson(tx: Writer, id: string, person: DemoPerson, at: Date): Promise<void> {
  await tx
    .insertInto("person")
    .values({
      id,
      employee_number: person.employeeNumber,
      given_name: person.given,
      family_name: person.family,
      email: person.email,
      language: person.language,
      zone: null,
      search_key: folded(`${person.given} ${person.family} ${person.employeeNumber}`),
      sort_key: sortedBy(`${person.family} ${person.given}`),
      created_at: instantText(at),
    })
    .execute();
}

export interface Employing {
  readonly tx: Writer;
  readonly newId: NewId;
  readonly at: Date;
  readonly by: string | null;
}

/** Writes the employment behind a post. */
export async function writeEmployment(
  { tx, newId, at, by }: Employing,
  places: Places,
  personId: string,
  managerId: string | null,
  person: DemoPerson,
  post: Post,
): Promise<void> {
  await tx
    .insertInto("employment")
    .values({
      id: newId(at),
      person_id: personId,
      entity_id: places.entityOf(post.site),
      site_id: places.siteId(post.site),
      kind: person.kind,
      title: post.title,
      manager_id: managerId,
      from_on: post.from,
      to_on: null,
      recorded_at: instantText(at),
      recorded_by: by,
    })
    .execute();
}

/** Sets the last day of somebody's open employment. */
export async function endEmployment(tx: Writer, personId: string, lastDay: CivilDate): Promise<void> {
  await tx
    .updateTable("employment")
    .set({ to_on: lastDay })
    .where("person_id", "=", personId)
    .where("to_on", "is", null)
    .execute();
}

/** Writes what somebody may do besides learning. */
export async function writeRoles(
  { tx, newId, at, by }: Employing,
  personId: string,
  person: DemoPerson,
): Promise<void> {
  const from = person.posts.at(-1)?.from;
  if (from === undefined) return;
  const grant = async (role: "manager" | NonNullable<DemoPerson["role"]>, departmentId: string | null) => {
    await tx
      .insertInto("role_grant")
      .values({
        id: newId(at),
        person_id: personId,
        role,
        department_id: departmentId,
        course_id: null,
        deputy: 0,
        from_on: from,
        to_on: null,
        recorded_at: instantText(at),
        recorded_by: by,
      })
      .execute();
  };
  // Whoever leads the management leads the company.
  if (person.leads !== null) await grant("manager", person.leads === "ledning" ? null : person.leads);
  if (person.role !== null) await grant(person.role, null);
}

/** As the product hashes passwords, but with a salt of its own so that the same demonstration has the same bytes. */
export async function demonstrationHash(): Promise<string> {
  return await hash(demonstrationPassword, {
    algorithm: 2,
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
    salt: new TextEncoder().encode("fjallnas-friluft"),
  });
}

export async function writeCredential(tx: Writer, personId: string, passwordHash: string, at: Date): Promise<void> {
  await tx
    .insertInto("credential")
    .values({ person_id: personId, password_hash: passwordHash, changed_at: instantText(at) })
    .execute();
}
