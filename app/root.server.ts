import { findDepartmentNames } from "#db/queries/departments";
import { findOrganisation } from "#db/queries/organisation";
import { departmentScope } from "./domain/permissions";
import type { Deps } from "./platform/deps";
import type { Theme, Visit } from "./platform/visit";

/** What every page needs: who reads, where they may go, how it should look. */
export interface Root {
  readonly theme: Theme;
  readonly company: string;
  readonly demonstration: boolean;
  readonly requestId: string;
  readonly reader: { readonly name: string; readonly department: string } | null;
  /** Whether there is anything for the reader on the overview. */
  readonly manages: boolean;
}

export async function readRoot(deps: Deps, visit: Visit): Promise<Root> {
  const organisation = await findOrganisation(deps.db.read);
  const { reader } = visit;
  let department = "";
  if (reader?.departmentId) {
    const names = (await findDepartmentNames(deps.db.read, [reader.departmentId])).get(reader.departmentId);
    department = names?.[visit.language] ?? Object.values(names ?? {})[0] ?? "";
  }
  const scope = reader ? departmentScope({ personId: reader.personId, grants: reader.grants }, "see-overview") : [];
  return {
    theme: visit.theme,
    company: organisation?.name ?? "",
    demonstration: organisation?.demonstration ?? false,
    requestId: visit.requestId,
    reader: reader ? { name: `${reader.givenName} ${reader.familyName}`, department } : null,
    manages: scope === null || scope.length > 0,
  };
}
