import type { CivilDate } from "#app/domain/calendar";
import { folded } from "#app/domain/folded";
import { can, company, mustBeAble } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findDepartmentNames } from "#db/queries/departments";
import { findEntities, findSites } from "#db/queries/directory";
import { countPeople, findPeople, type PeopleFilter } from "#db/queries/directory-people";
import type { SignedIn } from "#db/queries/people";
import { departmentOptions } from "../department-options.server";
import type { PeopleQuery } from "./people-query";
import type { EmploymentChoices, PeopleView } from "./people-view";
import type { Suggestion } from "./suggestion";

interface Visiting {
  readonly language: Language;
  readonly today: CivilDate;
}

const rowsShown = 50;
const mostWords = 8;

function wordsOf(search: string): string[] {
  return [...new Set(folded(search).split(/\s+/).filter(Boolean))].slice(0, mostWords);
}

/** A page of the list of people. */
export async function readPeople(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, today }: Visiting,
  query: PeopleQuery,
): Promise<PeopleView> {
  mustBeAble(reader, "see-directory", company);
  const db = deps.db.read;
  const filter: PeopleFilter = {
    presence: query.presence,
    words: wordsOf(query.search),
    underId: query.departmentId,
    siteId: query.siteId,
    kind: query.kind,
  };
  const total = await countPeople(db, filter, today);
  const pages = Math.max(1, Math.ceil(total / rowsShown));
  const page = Math.min(query.page, pages);
  const offset = (page - 1) * rowsShown;
  const order = { by: query.sort, descending: query.descending };
  const rows = total === 0 ? [] : await findPeople(db, filter, order, { offset, limit: rowsShown }, today);
  const departments = await findDepartmentNames(db, [...new Set(rows.flatMap((row) => row.department_id ?? []))]);
  return {
    query: { ...query, page },
    rows: rows.map((row) => ({
      id: row.id,
      name: `${row.given_name} ${row.family_name}`,
      number: row.employee_number,
      title: row.title,
      department: inLanguage(departments.get(row.department_id ?? "") ?? {}, language),
      site: row.site,
      from: row.from_on,
      to: row.to_on,
    })),
    total,
    first: total === 0 ? 0 : offset + 1,
    pages,
    departments: await departmentOptions(db, language),
    sites: (await findSites(db)).map((site) => ({ value: site.id, label: site.name })),
    canChange: can(reader, "manage-people", company),
  };
}

/** What somebody's employment can be chosen from. */
export async function readChoices(db: Reader, { language, today }: Visiting): Promise<EmploymentChoices> {
  const open = (row: { readonly closed_on: string | null }) => row.closed_on === null;
  return {
    departments: await departmentOptions(db, language),
    sites: (await findSites(db))
      .filter(open)
      .map((site) => ({ value: site.id, label: `${site.name} · ${site.entity_name}` })),
    entities: (await findEntities(db)).filter(open).map((entity) => ({ value: entity.id, label: entity.name })),
    today,
  };
}

const suggestionsShown = 8;

/** People whose name, number or address holds what is being typed. */
export async function suggestPeople(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, today }: Visiting,
  search: string,
): Promise<Suggestion[]> {
  mustBeAble(reader, "see-directory", company);
  const words = wordsOf(search);
  if (words.length === 0) return [];
  const db = deps.db.read;
  const filter = { presence: "present", words, underId: null, siteId: null, kind: null } as const;
  const slice = { offset: 0, limit: suggestionsShown };
  const rows = await findPeople(db, filter, { by: "name", descending: false }, slice, today);
  const departments = await findDepartmentNames(db, [...new Set(rows.flatMap((row) => row.department_id ?? []))]);
  return rows.map((row) => {
    const department = inLanguage(departments.get(row.department_id ?? "") ?? {}, language);
    const name = `${row.given_name} ${row.family_name}`;
    return { employeeNumber: row.employee_number, label: department === "" ? name : `${name}, ${department}` };
  });
}
