import { findDepartmentNames } from "#db/queries/departments";
import { hasUnread } from "#db/queries/notifications";
import { findOrganisation } from "#db/queries/organisation";
import { sectionsFor } from "./administering/sections";
import { canSomewhere, departmentScope } from "./domain/permissions";
import type { Deps } from "./platform/deps";
import { isShared, type Theme, type Visit } from "./platform/visit";
import { catalogues } from "./words/catalogues";
import type { Words } from "./words/words";

/** What every page needs: who reads, where they may go, how it should look. */
export interface Root {
  readonly theme: Theme;
  readonly company: string;
  readonly demonstration: boolean;
  /** Whether several people use this device one after the other. */
  readonly shared: boolean;
  readonly requestId: string;
  /** What a page is called that stands for what went wrong, by HTTP status; 0: no answer came. */
  readonly errorTitles: Readonly<Record<number, string>>;
  readonly reader: { readonly name: string; readonly department: string } | null;
  /** Whether there is anything for the reader on the overview. */
  readonly manages: boolean;
  /** Whether the reader was told something that they have not opened yet. */
  readonly unread: boolean;
  /** Whether there is anything for the reader under administration. */
  readonly administers: boolean;
  /** Whether there is anything for the reader in the studio. */
  readonly authors: boolean;
  /** Whether the reader sees how questions do. */
  readonly seesInsights: boolean;
  /** Whether the reader prints slips, and makes devices shared. */
  readonly letsIn: boolean;
}

export async function readRoot(deps: Deps, visit: Visit): Promise<Root> {
  const organisation = await findOrganisation(deps.db.read);
  const { reader } = visit;
  let department = "";
  if (reader?.departmentId) {
    const names = (await findDepartmentNames(deps.db.read, [reader.departmentId])).get(reader.departmentId);
    department = names?.[visit.language] ?? Object.values(names ?? {})[0] ?? "";
  }
  const actor = reader ? { personId: reader.personId, grants: reader.grants } : null;
  const scope = actor ? departmentScope(actor, "see-overview") : [];
  return {
    theme: visit.theme,
    company: organisation?.name ?? "",
    demonstration: organisation?.demonstration ?? false,
    shared: isShared(visit),
    requestId: visit.requestId,
    errorTitles: titlesOf(catalogues[visit.language].errors),
    reader: reader ? { name: `${reader.givenName} ${reader.familyName}`, department } : null,
    unread: reader !== null && (await hasUnread(deps.db.read, reader.personId)),
    manages: scope === null || scope.length > 0,
    administers: actor !== null && sectionsFor(actor).length > 0,
    authors: actor !== null && canSomewhere(actor, "author-module"),
    seesInsights: actor !== null && canSomewhere(actor, "see-insights"),
    letsIn: actor !== null && canSomewhere(actor, "print-slips"),
  };
}

function titlesOf(words: Words["errors"]): Root["errorTitles"] {
  return {
    0: words.offline.title,
    400: words.badRequest.title,
    403: words.forbidden.title,
    404: words.notFound.title,
    413: words.tooLarge.title,
    429: words.tooMany.title,
    500: words.server.title,
  };
}
