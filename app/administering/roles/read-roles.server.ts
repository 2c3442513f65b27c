import type { CivilDate } from "#app/domain/calendar";
import { can, company, mustBeAble } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import { findGrants, workingOn } from "#db/queries/directory";
import { findDepartments } from "#db/queries/overview";
import type { SignedIn } from "#db/queries/people";
import { findHoldings, findResponsibilities } from "#db/queries/responsibilities";
import { type Branch, branches, departmentOptions, isOpen } from "../department-options.server";
import type { Held, ManagedBranch, RolesView } from "./roles-view";

interface HeldRow {
  readonly id: string;
  readonly person_id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly deputy: number;
  readonly from_on: string;
  readonly to_on: string | null;
}

function held(row: HeldRow, course: string | null): Held {
  return {
    id: row.id,
    personId: row.person_id,
    name: `${row.given_name} ${row.family_name}`,
    deputy: row.deputy === 1,
    from: row.from_on,
    to: row.to_on,
    course,
  };
}

const withoutDepartments = ["administrator", "hr", "trainer", "auditor"] as const;

/** Who has which role and responsibility, today and later. */
export async function readRoles(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, today }: { readonly language: Language; readonly today: CivilDate },
  chosen: string | null,
): Promise<RolesView> {
  mustBeAble(reader, "see-directory", company);
  const db = deps.db.read;
  const grants = await findGrants(db, { on: today, working: true });
  const courses = await db.selectFrom("course").select(["id", "title"]).orderBy("position").execute();
  const titles = new Map(courses.map((row) => [row.id, inLanguage(JSON.parse(row.title) as Localised, language)]));
  const nodes = await findDepartments(db);
  const managers = grants.filter((grant) => grant.role === "manager");
  const led = (branch: Branch): ManagedBranch => ({
    id: branch.node.id,
    name: branch.name,
    managers: managers.filter((grant) => grant.department_id === branch.node.id).map((grant) => held(grant, null)),
    children: branch.children.map(led),
  });
  const ledNow = new Set(
    managers.filter((grant) => grant.deputy === 0 && grant.from_on <= today).map((grant) => grant.department_id),
  );
  const working = new Set((await workingOn(db, today).execute()).map((row) => row.person_id));
  const holdings = (await findHoldings(db, today)).filter((row) => working.has(row.person_id));
  return {
    roles: withoutDepartments.map((role) => ({
      role,
      held: grants
        .filter((grant) => grant.role === role)
        .map((grant) => held(grant, titles.get(grant.course_id ?? "") ?? null)),
    })),
    company: managers.filter((grant) => grant.department_id === null).map((grant) => held(grant, null)),
    departments: branches(nodes, language, isOpen).map(led),
    unled: nodes.filter((node) => isOpen(node) && !ledNow.has(node.id)).length,
    responsibilities: (await findResponsibilities(db))
      .filter((row) => row.closed_on === null)
      .map((row) => {
        const names = JSON.parse(row.name) as Localised;
        return {
          id: row.id,
          name: inLanguage(names, language),
          names: { sv: names.sv ?? "", en: names.en ?? "" },
          held: holdings.filter((each) => each.responsibility_id === row.id).map((each) => held(each, null)),
        };
      }),
    choices: {
      departments: await departmentOptions(db, language),
      courses: courses.map((row) => ({ value: row.id, label: titles.get(row.id) ?? row.id })),
    },
    chosen,
    today,
    canGiveRoles: can(reader, "manage-roles", company),
    canGiveResponsibilities: can(reader, "manage-organisation", company),
  };
}
