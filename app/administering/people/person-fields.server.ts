/** What a form says of somebody, checked against what there is. */
import type { CivilDate } from "#app/domain/calendar";
import type { Employment } from "#app/ledger/careers";
import { isLanguage } from "#app/words/language";
import type { Reader } from "#db/connect";
import { findDepartment } from "#db/queries/department-writes";
import { findHolder } from "#db/queries/directory-person";
import { findOptionalPerson } from "../find-person.server";
import type { FormReader } from "../form-reader";
import { employmentKinds } from "./people-query";

export interface Description {
  readonly employeeNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly language: string;
}

/** What somebody is called, and how they are reached; number and address are nobody else's than `personId`'s. */
export async function readDescription(db: Reader, form: FormReader, personId: string | null): Promise<Description> {
  const employeeNumber = form.text("number", 40);
  const email = form.optional("email")?.toLowerCase() ?? null;
  const language = form.text("language");
  if (language !== "" && !isLanguage(language)) form.refuse("language", "not-known");
  if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) form.refuse("email", "not-an-email", email);
  const sameNumber = employeeNumber === "" ? null : await findHolder(db, { employeeNumber }, personId);
  if (sameNumber !== null) form.refuse("number", "number-taken", sameNumber);
  const sameEmail = email === null ? null : await findHolder(db, { email }, personId);
  if (sameEmail !== null) form.refuse("email", "email-taken", sameEmail);
  return { employeeNumber, givenName: form.text("given", 80), familyName: form.text("family", 80), email, language };
}

/** For which entity, where and as what somebody works. Without an entity it is that of the site. */
export async function readEmployment(db: Reader, form: FormReader, personId: string | null): Promise<Employment> {
  const siteId = form.text("site");
  const site = await db.selectFrom("site").selectAll().where("id", "=", siteId).executeTakeFirst();
  if (siteId !== "" && !site) form.refuse("site", "not-known");
  if (site && site.closed_on !== null) form.refuse("site", "closed", site.name);
  const chosen = form.optional("entity");
  const entityId = chosen ?? site?.entity_id ?? "";
  const entity = await db.selectFrom("entity").selectAll().where("id", "=", entityId).executeTakeFirst();
  if (chosen !== null && !entity) form.refuse("entity", "not-known");
  if (entity && entity.closed_on !== null) form.refuse("entity", "closed", entity.name);
  const manager = await findOptionalPerson(db, form, "manager");
  if (manager !== null && manager.id === personId) form.refuse("manager", "self");
  const kind = form.oneOf("kind", employmentKinds) ?? "employee";
  return { siteId, entityId, kind, title: form.text("title", 120), managerId: manager?.id ?? null };
}

/** The department that a form chooses; null: none. */
export async function readDepartmentChoice(db: Reader, form: FormReader): Promise<string | null> {
  const id = form.optional("department");
  if (id === null) return null;
  const row = await findDepartment(db, id);
  if (!row) form.refuse("department", "not-known");
  else if (row.closed_on !== null || row.merged_into !== null) {
    form.refuse("department", "closed", Object.values(JSON.parse(row.name) as Record<string, string>)[0] ?? "");
  }
  return id;
}

/** Employments of somebody that cover a day. */
export function covering<Row extends { readonly from_on: string; readonly to_on: string | null }>(
  rows: readonly Row[],
  on: CivilDate,
): Row | undefined {
  return rows.find((row) => row.from_on <= on && (row.to_on === null || row.to_on >= on));
}
