import type { Audience } from "#app/domain/audience";
import type { CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { can, company, mustBeAble } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findDepartment, findLine } from "#db/queries/department-writes";
import { findGrants } from "#db/queries/directory";
import { findDepartments, findHeadcounts } from "#db/queries/overview";
import type { SignedIn } from "#db/queries/people";
import { departmentOptions, isOpen } from "../department-options.server";
import { readHistory } from "../read-history.server";
import type { DepartmentView } from "./departments-view";

/** One department, with what can be done to it and what was. */
export async function readDepartment(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  visit: { readonly language: Language; readonly today: CivilDate },
  id: string,
): Promise<DepartmentView> {
  mustBeAble(reader, "see-directory", company);
  const db = deps.db.read;
  const { language, today } = visit;
  const row = await findDepartment(db, id);
  if (!row) throw new DomainError("not-found", `There is no department ${id}`);
  const nodes = await findDepartments(db);
  const nameOf = (departmentId: string) =>
    inLanguage(nodes.find((node) => node.id === departmentId)?.name ?? {}, language);
  const children = nodes.filter((node) => node.parentId === id && isOpen(node));
  const heads = await findHeadcounts(db, [id, ...children.map((node) => node.id)], today);
  const names = JSON.parse(row.name) as Localised;
  const grants = await findGrants(db, { on: today, role: "manager", departmentId: id, working: true });
  const isMerging = row.merged_into !== null && row.closed_on === null;
  return {
    id,
    name: inLanguage(names, language),
    names: { sv: names.sv ?? "", en: names.en ?? "" },
    above: (await findLine(db, id))
      .slice(1)
      .reverse()
      .map((above) => ({ id: above, name: nameOf(above) })),
    people: heads.get(id) ?? 0,
    managers: grants
      .filter((grant) => grant.from_on <= today)
      .map((grant) => ({
        personId: grant.person_id,
        name: `${grant.given_name} ${grant.family_name}`,
        deputy: grant.deputy === 1,
      })),
    children: children.map((node) => ({ id: node.id, name: nameOf(node.id), people: heads.get(node.id) ?? 0 })),
    closedOn: row.closed_on,
    mergedInto: row.merged_into === null ? null : { id: row.merged_into, name: nameOf(row.merged_into) },
    merging: isMerging ? (heads.get(id) ?? 0) : null,
    requiredHere: await modulesNaming(db, id, language),
    history: await readHistory(db, id, { language, zone: reader.zone }),
    places: await departmentOptions(db, language, [id]),
    today,
    canChange: can(reader, "manage-organisation", company),
  };
}

function names(audience: Audience, departmentId: string): boolean {
  if ("departments" in audience) return audience.departments.includes(departmentId);
  if ("department" in audience) return audience.department.includes(departmentId);
  if ("all" in audience) return audience.all.some((part) => names(part, departmentId));
  if ("any" in audience) return audience.any.some((part) => names(part, departmentId));
  return "not" in audience && names(audience.not, departmentId);
}

async function modulesNaming(db: Reader, departmentId: string, language: Language): Promise<string[]> {
  const rows = await db
    .selectFrom("requirement")
    .innerJoin("module", "module.id", "requirement.module_id")
    .select(["module.title", "requirement.audience"])
    .where("requirement.withdrawn_at", "is", null)
    .where("requirement.to_on", "is", null)
    .orderBy("module.position")
    .execute();
  const found = rows.filter((row) => names(JSON.parse(row.audience) as Audience, departmentId));
  return [...new Set(found.map((row) => inLanguage(JSON.parse(row.title) as Localised, language)))];
}
